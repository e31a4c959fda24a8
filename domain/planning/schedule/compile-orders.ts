import { decimal, isPlainDate, type PlainDate } from "../../shared/index.ts";
import { type CompiledResources, uniqueIds } from "./compile-resources.ts";
import type { OperationRecord, OrderRecord, ScheduleInput, ScheduleTrouble } from "./schedule-records.ts";
import { hasSetUp, isOver, isRunning, quantitiesLeft, waitsNow } from "./work-left.ts";
import { NEVER } from "./working-time.ts";

/** An operation whose references hold: who can do it, and what it waits for by id. */
export interface CheckedOperation {
  readonly order: OrderRecord;
  readonly record: OperationRecord;
  /** Machines that can do it; empty for a partner's work. */
  readonly machines: readonly MachineWay[];
  /** What is left to be made. */
  readonly quantity: string;
  readonly waitsFor: readonly string[];
  /** Orders whose product it uses, that are scheduled as well. */
  readonly feeders: readonly string[];
  /** Material of orders that are not: it counts as there on their due day. */
  readonly expected: readonly { readonly itemId: string; readonly availableOn: PlainDate }[];
}

/** A machine by its resource number, and how many times as long it takes there. */
export interface MachineWay {
  readonly machine: number;
  readonly timeFactor: string;
}

/** Orders that can be scheduled, by id their operations so that none stands before what it waits for in its order. */
export type CheckedOrders = Map<string, { order: OrderRecord; operations: CheckedOperation[] }>;

/**
 * Leaves out the orders that cannot be scheduled, each with the reason at the object that has it, and then the orders that wait for one of those. The
 * others are planned, with what is left of them.
 */
export function checkOrders(input: ScheduleInput, resources: CompiledResources): CheckedOrders {
  const { troubles } = resources;
  const isNew = uniqueIds(troubles);
  const orders: CheckedOrders = new Map();
  const known = new Set(input.orders.map(({ id }) => id));
  const allOperations = new Set(input.orders.flatMap(({ operations }) => operations.map(({ id }) => id)));
  const skills = new Set(resources.people.flatMap((person) => person.skills));
  const over = new Set(input.orders.filter((order) => isOver(order)).map(({ id }) => id));
  for (const order of input.orders) {
    if (!isNew("order", order.id) || over.has(order.id)) continue;
    const found: ScheduleTrouble[] = [];
    const trouble = (code: ScheduleTrouble["code"], values: ScheduleTrouble["values"], operation?: string) =>
      found.push({ code, kind: operation === undefined ? "order" : "operation", id: operation ?? order.id, values });
    const number = (text: string | undefined, field: string, operation?: string) => {
      if (text === undefined || /^\d+(\.\d+)?$/.test(text)) return;
      const isNegative = /^-\d+(\.\d+)?$/.test(text);
      trouble(isNegative ? "NUMBER_NEGATIVE" : "NUMBER_UNREADABLE", { field, text }, operation);
    };
    number(order.quantity, "quantity");
    for (const [field, date] of [
      ["dueOn", order.dueOn],
      ["releasedOn", order.releasedOn],
    ] as const)
      if (date !== undefined && !isPlainDate(date)) trouble("MOMENT_UNREADABLE", { field, text: date });
    if (order.operations.length === 0) trouble("ORDER_WITHOUT_OPERATION", {});
    for (const other of order.afterOrders ?? []) if (!known.has(other)) trouble("ORDER_UNKNOWN", { order: other });
    const waits = new Map(order.operations.map((one, at) => [one.id, waitsOfRecord(order, one, at)]));
    const operations = order.operations.map((record): CheckedOperation => {
      const { id } = record;
      if (!isNew("operation", id)) trouble("DUPLICATE_ID", {}, id);
      for (const field of ["minutesPerUnit", "setupMinutes", "lagMinutes", "overlapUnits"] as const)
        number(record[field], field, id);
      number(record.quantity, "quantity", id);
      number(record.progress?.good, "good", id);
      number(record.progress?.scrap, "scrap", id);
      if (record.splitInto !== undefined && !(Number.isInteger(record.splitInto) && record.splitInto >= 1))
        trouble("SPLIT_NOT_WHOLE", { splitInto: record.splitInto }, id);
      for (const { itemId, availableOn } of record.materials ?? [])
        if (!isPlainDate(availableOn)) trouble("MOMENT_UNREADABLE", { field: itemId, text: availableOn }, id);
      const waitsFor = waits.get(id)!;
      for (const other of waitsFor)
        if (!allOperations.has(other)) trouble("SCHEDULE_OPERATION_UNKNOWN", { operation: other }, id);
      if (record.skill !== undefined && !skills.has(record.skill))
        trouble("NOBODY_WITH_SKILL", { skill: record.skill }, id);
      const machines = record.subcontract ? [] : machinesFor(record, resources, trouble);
      if (record.subcontract) {
        const { calendarId, leadTimeDays } = record.subcontract;
        if (calendarId === null) trouble("WITHOUT_CALENDAR", {}, id);
        else if (!resources.calendars.has(calendarId)) trouble("PLAN_CALENDAR_UNKNOWN", { calendar: calendarId }, id);
        if (!(Number.isInteger(leadTimeDays) && leadTimeDays >= 0))
          trouble("NUMBER_NEGATIVE", { field: "leadTimeDays", text: String(leadTimeDays) }, id);
      }
      return { order, record, machines, quantity: "0", waitsFor, feeders: [], expected: [] };
    });
    if (found.length === 0) {
      const left = whatIsLeft(order, operations);
      for (const one of left)
        if (isLongerThanHorizon(one, resources, input.horizonDays))
          trouble("LONGER_THAN_HORIZON", { operation: one.record.id, days: input.horizonDays }, one.record.id);
      if (found.length === 0) orders.set(order.id, { order, operations: left });
    }
    troubles.push(...found);
  }
  // What follows waits for nothing of an order that is over.
  for (const entry of orders.values())
    entry.order = { ...entry.order, afterOrders: entry.order.afterOrders?.filter((id) => !over.has(id)) };
  dropWaitsForOver(orders, input, over);
  leaveOutWaiting(orders, troubles);
  tieOrders(orders);
  leaveOutCircles(orders, troubles);
  expectFromOthers(orders, input, over);
  return orders;
}

const waitsOfRecord = ({ operations }: OrderRecord, { after }: OperationRecord, at: number): readonly string[] =>
  after ?? (at === 0 ? [] : [operations[at - 1]!.id]);

/** The operations of an order that are not done, with what is left of them and what they still wait for. */
function whatIsLeft(order: OrderRecord, operations: readonly CheckedOperation[]): CheckedOperation[] {
  const left = quantitiesLeft(order.quantity, operations);
  const waits = waitsNow(operations);
  return operations
    .filter(({ record }) => record.progress?.state !== "done")
    .map((one) => ({ ...one, quantity: left.get(one.record.id)!, waitsFor: waits.get(one.record.id)! }));
}

/** Whether an operation, or the wait before it, can never end within the horizon, even with nothing else to be done. */
function isLongerThanHorizon(one: CheckedOperation, resources: CompiledResources, horizonDays: number): boolean {
  const { record, machines } = one;
  if (minutesFor(record.lagMinutes ?? "0", "1", "1") > horizonDays * 1440) return true;
  if (record.subcontract) {
    const { calendarId, leadTimeDays } = record.subcontract;
    return leadTimeDays * 1440 > resources.calendars.get(calendarId!)!.days.workedUntil(NEVER);
  }
  const units = decimal(one.quantity).div(partCount(one)).toString();
  // Behind work of the same group it needs no set-up.
  const needsSetup = record.setupGroup === undefined && !(record.progress && hasSetUp(record.progress));
  return machines.every(({ machine, timeFactor }) => {
    const { rate } = resources.machines[machine]!;
    const setup = needsSetup ? minutesFor(record.setupMinutes, timeFactor, "1") : 0;
    return runMinutes(record, units, timeFactor, rate) + setup > resources.machineTimes[machine]!.workedUntil(NEVER);
  });
}

/** On how many machines its quantity is made at the same time. */
export function partCount({ record, machines }: Pick<CheckedOperation, "record" | "machines">): number {
  return record.subcontract ? 1 : Math.min(record.splitInto ?? 1, machines.length);
}

/** Whole minutes an operation runs for so many units on a machine of that rate. */
export function runMinutes(record: OperationRecord, units: string, timeFactor: string, rate: string): number {
  return minutesFor(record.minutesPerUnit, decimal(units).times(timeFactor).toString(), rate);
}

/** Operations that were done in other orders keep nobody waiting. */
function dropWaitsForOver(orders: CheckedOrders, input: ScheduleInput, over: ReadonlySet<string>): void {
  const done = new Set(
    input.orders.flatMap(({ id, operations }) =>
      operations.filter(({ progress }) => over.has(id) || progress?.state === "done").map((one) => one.id),
    ),
  );
  if (done.size === 0) return;
  for (const entry of orders.values())
    entry.operations = entry.operations.map((one) => ({
      ...one,
      waitsFor: one.waitsFor.filter((other) => !done.has(other)),
    }));
}

/** Ties operations to the scheduled orders that make their material. What runs has its material. */
function tieOrders(orders: CheckedOrders): void {
  for (const entry of orders.values())
    entry.operations = entry.operations.map((one) => {
      const fedBy = isRunning(one.record) ? [] : (one.record.fedBy ?? []);
      const feeders = fedBy.map(({ orderId }) => orderId).filter((id) => id !== entry.order.id && orders.has(id));
      return feeders.length === 0 ? one : { ...one, feeders: [...new Set(feeders)] };
    });
}

/** Of an order that makes material but is not scheduled nothing better is known than its due day. */
function expectFromOthers(orders: CheckedOrders, input: ScheduleInput, over: ReadonlySet<string>): void {
  const dueOn = new Map(input.orders.map((order) => [order.id, order.dueOn]));
  for (const entry of orders.values())
    entry.operations = entry.operations.map((one) => {
      if (!one.record.fedBy || isRunning(one.record)) return one;
      const expected = one.record.fedBy.flatMap(({ orderId, itemId }) => {
        const availableOn = dueOn.get(orderId);
        const isKnown = orders.has(orderId) || over.has(orderId) || availableOn === undefined;
        return isKnown || !isPlainDate(availableOn) ? [] : [{ itemId, availableOn }];
      });
      return expected.length === 0 ? one : { ...one, expected };
    });
}

/** Its own machines first, then those of alternatives. Where nobody knows on which one it runs, it is one of its own. */
function machinesFor(
  record: OperationRecord,
  { machineOf, machinesOfGroup }: CompiledResources,
  trouble: (code: ScheduleTrouble["code"], values: ScheduleTrouble["values"], operation: string) => void,
): MachineWay[] {
  const { id, machineIds, groupId, alternatives = [] } = record;
  const own = machineIds
    ? machineIds.flatMap((machine) => machineOf.get(machine) ?? [])
    : (machinesOfGroup.get(groupId ?? "") ?? []);
  const ways = new Map(own.map((machine) => [machine, "1"]));
  for (const { groupId: other, timeFactor } of alternatives) {
    if (!/^\d+(\.\d+)?$/.test(timeFactor) || decimal(timeFactor).lte(0)) {
      trouble("RATE_NOT_POSITIVE", { rate: timeFactor }, id);
      continue;
    }
    for (const machine of machinesOfGroup.get(other) ?? []) if (!ways.has(machine)) ways.set(machine, timeFactor);
  }
  if (ways.size === 0)
    trouble("WITHOUT_MACHINE", { group: groupId ?? "", machines: (machineIds ?? []).join(", ") }, id);
  const all = [...ways].map(([machine, timeFactor]): MachineWay => ({ machine, timeFactor }));
  const isPlaced = ways.has(machineOf.get(record.progress?.machineId ?? "") ?? -1);
  if (!isRunning(record) || isPlaced || own.length === 0) return all;
  return all.filter(({ machine }) => own.includes(machine));
}

/** An order that waits for one that was left out cannot be planned either. */
function leaveOutWaiting(orders: CheckedOrders, troubles: ScheduleTrouble[]): void {
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    const planned = new Set(
      [...orders.values()].flatMap(({ operations }) => operations.map(({ record }) => record.id)),
    );
    for (const [id, { order, operations }] of orders) {
      const missingOrder = (order.afterOrders ?? []).find((other) => !orders.has(other));
      const missing = operations.flatMap(({ waitsFor }) => waitsFor).find((other) => !planned.has(other));
      if (missingOrder === undefined && missing === undefined) continue;
      troubles.push({ code: "WAITS_FOR_REFUSED", kind: "order", id, values: { waitsFor: missingOrder ?? missing! } });
      orders.delete(id);
      isChanged = true;
    }
  }
}

/**
 * Finds operations that wait for each other in a circle and names it, until there is none. Where orders on it are only tied by what they make for each
 * other, those ties are let go of; else its orders are left out.
 */
function leaveOutCircles(orders: CheckedOrders, troubles: ScheduleTrouble[]): void {
  for (;;) {
    const waits = waitsOf(orders);
    const left = new Map([...waits].map(([id, before]) => [id, before.length]));
    const followers = new Map<string, string[]>();
    for (const [id, before] of waits)
      for (const other of before) followers.set(other, [...(followers.get(other) ?? []), id]);
    const order = [...left].filter(([, count]) => count === 0).map(([id]) => id);
    for (const id of order) {
      left.delete(id);
      for (const next of followers.get(id) ?? []) {
        const count = left.get(next)! - 1;
        left.set(next, count);
        if (count === 0) order.push(next);
      }
    }
    const [first] = left.keys();
    if (first === undefined) {
      const place = new Map(order.map((id, at) => [id, at]));
      for (const entry of orders.values())
        entry.operations = entry.operations.toSorted((a, b) => place.get(a.record.id)! - place.get(b.record.id)!);
      return;
    }
    const seen: string[] = [];
    for (let at = first; !seen.includes(at); ) {
      seen.push(at);
      at = waits.get(at)!.find((other) => left.has(other))!;
      if (seen.includes(at)) seen.splice(0, seen.indexOf(at));
    }
    const chain = [...seen.toReversed(), seen.at(-1)!].join(" → ");
    const owners = new Map([...orders].flatMap(([id, { operations }]) => operations.map((one) => [one.record.id, id])));
    if (untie(seen, owners, orders, troubles)) continue;
    for (const id of new Set(seen.map((operation) => owners.get(operation)!))) {
      troubles.push({ code: "PRECEDENCE_CYCLIC", kind: "order", id, values: { chain } });
      orders.delete(id);
    }
    leaveOutWaiting(orders, troubles);
  }
}

/** Lets go of the ties on a circle of operations, each of which waits for the next. @returns false when it has none */
function untie(
  circle: readonly string[],
  owners: ReadonlyMap<string, string>,
  orders: CheckedOrders,
  troubles: ScheduleTrouble[],
): boolean {
  const tied: string[] = [];
  circle.forEach((id, at) => {
    const entry = orders.get(owners.get(id)!)!;
    const other = circle[(at + 1) % circle.length]!;
    const feeder = owners.get(other)!;
    const one = entry.operations.find(({ record }) => record.id === id)!;
    if (one.waitsFor.includes(other) || entry.order.afterOrders?.includes(feeder) || !one.feeders.includes(feeder))
      return;
    const feeders = one.feeders.filter((order) => order !== feeder);
    entry.operations = entry.operations.map((kept) => (kept === one ? { ...one, feeders } : kept));
    tied.push(entry.order.id, feeder);
  });
  if (tied.length === 0) return false;
  const [first, ...others] = new Set(tied);
  const values = { orders: [first, ...others].join(" ") };
  troubles.push({ code: "TIE_CYCLIC", kind: "order", id: first!, values });
  return true;
}

/** Every operation with what it waits for, the last operations of orders before its own among it. */
export function waitsOf(orders: CheckedOrders): Map<string, string[]> {
  const lastOf = new Map<string, string[]>();
  for (const [id, { operations }] of orders) {
    const awaited = new Set(operations.flatMap(({ waitsFor }) => waitsFor));
    lastOf.set(
      id,
      operations.map(({ record }) => record.id).filter((operation) => !awaited.has(operation)),
    );
  }
  const waits = new Map<string, string[]>();
  for (const { order, operations } of orders.values()) {
    const own = new Set(operations.map(({ record }) => record.id));
    for (const { record, waitsFor, feeders } of operations) {
      const isFirst = !waitsFor.some((other) => own.has(other)) && !isRunning(record);
      const others = isFirst ? [...(order.afterOrders ?? []), ...feeders] : feeders;
      const before = others.flatMap((other) => lastOf.get(other) ?? []);
      waits.set(record.id, [...new Set([...waitsFor, ...before])]);
    }
  }
  return waits;
}

/** Whole minutes for so many units, rounded up; at most `NEVER`, so that they fit where the factory keeps its minutes. */
export function minutesFor(perUnit: string, units: string, rate: string): number {
  return Math.min(NEVER, decimal(perUnit).times(units).div(rate).toDecimalPlaces(0, 0).toNumber());
}
