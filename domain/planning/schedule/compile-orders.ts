import { decimal, isPlainDate } from "../../shared/index.ts";
import { type CompiledResources, uniqueIds } from "./compile-resources.ts";
import type { OperationRecord, OrderRecord, ScheduleInput, ScheduleTrouble } from "./schedule-records.ts";

/** An operation whose references hold: who can do it, and what it waits for by id. */
export interface CheckedOperation {
  readonly order: OrderRecord;
  readonly record: OperationRecord;
  /** Resource numbers of machines; empty for a partner's work. */
  readonly machines: readonly number[];
  readonly waitsFor: readonly string[];
}

/** Orders that can be scheduled, by id their operations so that none stands before what it waits for in its order. */
export type CheckedOrders = Map<string, { readonly order: OrderRecord; operations: CheckedOperation[] }>;

/**
 * Leaves out the orders that cannot be scheduled, each with the reason at the object that has it, and then the orders that wait for one of those. The
 * others are planned.
 */
export function checkOrders(input: ScheduleInput, resources: CompiledResources): CheckedOrders {
  const { troubles } = resources;
  const isNew = uniqueIds(troubles);
  const orders: CheckedOrders = new Map();
  const known = new Set(input.orders.map(({ id }) => id));
  const allOperations = new Set(input.orders.flatMap(({ operations }) => operations.map(({ id }) => id)));
  const skills = new Set(resources.people.flatMap((person) => person.skills));
  for (const order of input.orders) {
    if (!isNew("order", order.id)) continue;
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
    const operations = order.operations.map((record, at): CheckedOperation => {
      const { id } = record;
      if (!isNew("operation", id)) trouble("DUPLICATE_ID", {}, id);
      for (const field of ["minutesPerUnit", "setupMinutes", "lagMinutes", "overlapUnits"] as const)
        number(record[field], field, id);
      if (record.splitInto !== undefined && !(Number.isInteger(record.splitInto) && record.splitInto >= 1))
        trouble("SPLIT_NOT_WHOLE", { splitInto: record.splitInto }, id);
      for (const { itemId, availableOn } of record.materials ?? [])
        if (!isPlainDate(availableOn)) trouble("MOMENT_UNREADABLE", { field: itemId, text: availableOn }, id);
      const waitsFor = record.after ?? (at === 0 ? [] : [order.operations[at - 1]!.id]);
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
      return { order, record, machines, waitsFor };
    });
    troubles.push(...found);
    if (found.length === 0) orders.set(order.id, { order, operations });
  }
  leaveOutWaiting(orders, troubles);
  leaveOutCircles(orders, troubles);
  return orders;
}

function machinesFor(
  { id, machineIds, groupId }: OperationRecord,
  { machineOf, machinesOfGroup }: CompiledResources,
  trouble: (code: ScheduleTrouble["code"], values: ScheduleTrouble["values"], operation: string) => void,
): number[] {
  const machines = machineIds
    ? machineIds.flatMap((machine) => machineOf.get(machine) ?? [])
    : [...(machinesOfGroup.get(groupId ?? "") ?? [])];
  if (machines.length === 0)
    trouble("WITHOUT_MACHINE", { group: groupId ?? "", machines: (machineIds ?? []).join(", ") }, id);
  return [...new Set(machines)];
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

/** Finds operations that wait for each other in a circle, names it and leaves its orders out, until there is none. */
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
    for (const id of new Set(seen.map((operation) => owners.get(operation)!))) {
      troubles.push({ code: "PRECEDENCE_CYCLIC", kind: "order", id, values: { chain } });
      orders.delete(id);
    }
    leaveOutWaiting(orders, troubles);
  }
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
    for (const { record, waitsFor } of operations) {
      const isFirst = !waitsFor.some((other) => own.has(other));
      const before = isFirst ? (order.afterOrders ?? []).flatMap((other) => lastOf.get(other) ?? []) : [];
      waits.set(record.id, [...new Set([...waitsFor, ...before])]);
    }
  }
  return waits;
}

/** Whole minutes for so many units, rounded up. */
export function minutesFor(perUnit: string, units: string, rate: string): number {
  return decimal(perUnit).times(units).div(rate).toDecimalPlaces(0, 0).toNumber();
}
