import { checkLotSizing, checkReplacement } from "../../domain/items/index.ts";
import {
  type CalendarRecord,
  type LateReason,
  type OperationRecord,
  type OrderRecord,
  type PlanInput,
  type PlanResult,
  planFromRecords,
  type ScheduleInput,
  type ScheduleResult,
  type ScheduleTrouble,
  scheduleFromRecords,
} from "../../domain/planning/index.ts";
import { addWorkingDays, workingDays } from "../../domain/resources/index.ts";
import { decimal, type Outcome, ok, type PlainDate, type TableRow } from "../../domain/shared/index.ts";
import type { FolderProblems, PlanTables } from "./read-folder.ts";

export interface PlannedFolder {
  readonly plan: PlanResult;
  readonly schedule: ScheduleResult;
  /** Of every order that was to be scheduled, by its number. */
  readonly dueOn: ReadonlyMap<string, PlainDate>;
  readonly leftOut: readonly LeftOut[];
  readonly horizonDays: number;
}

/** Why something is not in the schedule. */
export interface LeftOut {
  /** The work order or planned order that is left out; null for a machine, a calendar and other masters. */
  readonly orderId: string | null;
  readonly subject: string;
  readonly code: ScheduleTrouble["code"] | LateReason["code"] | "NO_ROUTING";
  readonly values: Readonly<Record<string, string | number>>;
}

export interface FolderOptions {
  readonly today: PlainDate;
  readonly horizonDays: number;
  readonly method: "forward" | "backward" | "bottleneck";
  readonly budgetMoves: number;
}

/** The records of a folder. What names something that is not there is told to `problems`, and then nothing is to be planned. */
export function recordsOf(tables: PlanTables, problems: FolderProblems, { today, horizonDays }: FolderOptions) {
  const calendars = calendarsOf(tables, problems);
  const known = {
    items: new Set(tables.items.map(({ values }) => values.code)),
    shifts: new Set(tables.shifts.map(({ values }) => values.calendar)),
    machines: new Set(tables.machines.map(({ values }) => values.code)),
    groups: new Set(tables.machines.map(({ values }) => values.group)),
    skills: new Set(tables.people.flatMap(({ values }) => words(values.skills))),
  };
  const check = (isKnown: boolean, file: keyof PlanTables, row: TableRow<unknown>, field: string, other: string) => {
    if (!isKnown) problems.at(file, row, field, "NOT_THERE", { file: other });
  };
  for (const file of ["bom", "demands", "receipts", "stock", "routings", "orders"] as const)
    for (const row of tables[file])
      for (const field of ["item", "parent", "component"] as const) {
        const item = (row.values as Partial<Record<string, unknown>>)[field];
        if (typeof item === "string") check(known.items.has(item), file, row, field, "items");
      }
  for (const row of tables.items) {
    const { successor, supply, isPhantom, lotRule, lotFixed, lotPeriodDays, setupCostYen, holdingCostYenPerYear } =
      row.values;
    if (successor) check(known.items.has(successor), "items", row, "successor", "items");
    const refusals = [
      ...checkReplacement(
        {
          supply,
          isPhantom: isPhantom ?? false,
          successorItemId: successor ?? null,
          successorRatio: row.values.successorRatio ?? (successor ? "1" : null),
          successorFrom: row.values.successorFrom ?? null,
        },
        row.values.code,
      ),
      ...checkLotSizing({
        lotRule: lotRule ?? "lot_for_lot",
        lotFixed: exact(lotFixed),
        lotPeriodDays: lotPeriodDays ?? null,
        lotMinimum: exact(row.values.lotMinimum),
        lotMaximum: exact(row.values.lotMaximum),
        setupCostYen: exact(setupCostYen),
        holdingCostYenPerYear: exact(holdingCostYenPerYear),
      }),
    ];
    for (const { code, field, values } of refusals)
      problems.at("items", row, field === "successorItemId" ? "successor" : field!, code, values);
  }
  for (const file of ["closures", "machines", "people"] as const)
    for (const row of tables[file]) {
      const { calendar } = row.values;
      if (calendar) check(known.shifts.has(calendar), file, row, "calendar", "shifts");
    }
  for (const file of ["maintenance", "setups"] as const)
    for (const row of tables[file]) check(known.machines.has(row.values.machine), file, row, "machine", "machines");
  for (const row of tables.routings) {
    const { group, machines, partner, skill } = row.values;
    if (group) check(known.groups.has(group), "routings", row, "group", "machines");
    for (const machine of words(machines)) check(known.machines.has(machine), "routings", row, "machines", "machines");
    if (skill) check(known.skills.has(skill), "routings", row, "skill", "people");
    if (!group && !machines && !partner) problems.at("routings", row, "group", "MACHINE_OR_GROUP");
  }
  const routed = new Set(tables.routings.map(({ values }) => values.item));
  for (const row of tables.orders)
    if (!routed.has(row.values.item)) problems.at("orders", row, "item", "ITEM_WITHOUT_ROUTING");
  const moment = (file: "maintenance", row: TableRow<unknown>, field: string, day: string, time: string) => {
    if (minuteOf(time) === null) problems.at(file, row, field, "TIME_INVALID");
    return `${day}T${time.padStart(5, "0")}`;
  };
  const input: PlanInput = {
    planFrom: today,
    horizonDays,
    units: [...new Map(tables.items.map(({ values }) => [values.unit, values.decimals ?? 0]))].map(
      ([code, decimals]) => ({ code, decimals }),
    ),
    unitConversions: [],
    calendars: calendars.map(({ id, days }) => ({ id, calendar: days })),
    companyCalendarId: calendars[0]?.id ?? "",
    items: tables.items.map(({ values }) => ({
      id: values.code,
      code: values.code,
      supply: values.supply,
      unit: values.unit,
      leadTimeDays: values.leadTimeDays ?? 0,
      calendarId: null,
      safetyStock: values.safetyStock ?? "0",
      lotRule: values.lotRule ?? (values.lotMinimum || values.lotMultiple ? "min_max" : "lot_for_lot"),
      lotFixed: values.lotFixed ?? null,
      lotPeriodDays: values.lotPeriodDays ?? null,
      lotMinimum: values.lotMinimum ?? null,
      lotMaximum: values.lotMaximum ?? null,
      lotMultiple: values.lotMultiple ?? null,
      setupCostYen: values.setupCostYen ?? "0",
      holdingCostYenPerYear: values.holdingCostYenPerYear ?? "0",
      isPhantom: values.isPhantom ?? false,
      fenceDays: values.fenceDays ?? 0,
      yield: values.yield ?? "1",
      isOrderBound: false,
      onHand: tables.stock.find((row) => row.values.item === values.code)?.values.quantity ?? "0",
      partnerId: null,
    })),
    bomLines: [
      ...tables.bom.map(({ values }) => ({
        parentItemId: values.parent,
        componentItemId: values.component,
        quantity: values.kind === "by_product" ? decimal(values.quantity).negated().toString() : values.quantity,
        scrapRate: values.scrapRate ?? "0",
        validFrom: null,
        validTo: null,
      })),
      ...tables.items.flatMap(({ values }) =>
        values.successor
          ? [
              {
                parentItemId: values.code,
                componentItemId: values.successor,
                quantity: values.successorRatio ?? "1",
                scrapRate: "0",
                validFrom: values.successorFrom ?? null,
                validTo: null,
                isSuccessor: true,
              },
            ]
          : [],
      ),
    ],
    receipts: [
      ...tables.receipts.map(({ values }) => ({
        kind: "purchase" as const,
        id: values.number,
        line: null,
        itemId: values.item,
        quantity: values.quantity,
        dueOn: values.dueOn,
        orderKey: null,
      })),
      ...tables.orders.map(({ values }) => ({
        kind: "work_order" as const,
        id: values.number,
        line: null,
        itemId: values.item,
        quantity: values.quantity,
        dueOn: values.dueOn,
        orderKey: null,
      })),
      ...tables.orders.flatMap(({ values }) =>
        tables.bom
          .filter((line) => line.values.parent === values.item && line.values.kind === "by_product")
          .map((line, at) => ({
            kind: "work_order" as const,
            id: values.number,
            line: at + 1,
            itemId: line.values.component,
            quantity: decimal(line.values.quantity).times(values.quantity).toFixed(),
            dueOn: values.dueOn,
            orderKey: null,
            isByProduct: true,
          })),
      ),
    ],
    demands: [
      ...tables.demands.map(({ values }) => ({
        kind: "sales" as const,
        id: values.number,
        line: null,
        itemId: values.item,
        quantity: values.quantity,
        neededOn: values.neededOn,
        orderKey: null,
      })),
      ...tables.orders
        .filter(({ values }) => !values.isMaterialIssued)
        .flatMap(({ values }) =>
          tables.bom
            .filter((line) => line.values.parent === values.item && line.values.kind !== "by_product")
            .map((line, at) => ({
              kind: "work_order" as const,
              id: values.number,
              line: at + 1,
              itemId: line.values.component,
              quantity: decimal(line.values.quantity).times(values.quantity).toString(),
              neededOn: values.releasedOn ?? today,
              orderKey: null,
            })),
        ),
    ],
    reservations: [],
  };
  const works: Omit<ScheduleInput, "orders"> = {
    now: `${today}T00:00`,
    horizonDays,
    calendars,
    machines: tables.machines.map(({ values }) => ({
      id: values.code,
      groupId: values.group,
      calendarId: values.calendar ?? null,
      rate: values.rate ?? "1",
      pauses: tables.maintenance
        .filter((row) => row.values.machine === values.code)
        .map((row) => ({
          from: moment("maintenance", row, "from", row.values.fromDate, row.values.from),
          to: moment("maintenance", row, "to", row.values.toDate, row.values.to),
        })),
    })),
    people: tables.people.map(({ values }) => ({
      id: values.code,
      calendarId: values.calendar ?? null,
      skills: words(values.skills),
    })),
    setups: tables.setups.map(({ values }) => ({
      machineId: values.machine,
      fromGroup: values.fromGroup,
      toGroup: values.toGroup,
      minutes: values.minutes,
    })),
    pins: [],
  };
  return { input, works };
}

/** Plans requirements, then schedules open work orders and planned ones with the materials and orders the plan pegged to them. */
export function planFolder(
  tables: PlanTables,
  { input, works }: ReturnType<typeof recordsOf>,
  { method, budgetMoves, horizonDays }: FolderOptions,
): Outcome<PlannedFolder> {
  const planned = planFromRecords(input);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const steps = groupBy(tables.routings, ({ values }) => values.item);
  const leadTimes = new Map(input.items.map((item) => [item.id, item.leadTimeDays]));
  const days = workingDays(input.calendars[0]!.calendar);
  const orderId = (seq: number) => `P-${seq + 1}`;
  const isScheduled = (seq: number) => plan.orders[seq]!.supply === "make" && steps.has(plan.orders[seq]!.itemId);
  // A planned purchase that should have begun before today is there when its lead time is over, whatever day it is needed on.
  const thereOn = (seq: number) => {
    const { isPastDue, startOn, dueOn, itemId } = plan.orders[seq]!;
    return isPastDue ? addWorkingDays(days, startOn, leadTimes.get(itemId)!) : dueOn;
  };
  // What should have come already is hoped for today.
  const receivedOn = new Map(tables.receipts.map(({ values }) => [values.number, values.dueOn]));
  const needs = new Map<string, { materials: { itemId: string; availableOn: PlainDate }[]; after: Set<string> }>();
  for (const { supply, demand, itemId } of plan.pegs) {
    if (demand.kind !== "planned" && demand.kind !== "work_order") continue;
    const owner = "seq" in demand ? orderId(demand.seq) : "id" in demand ? demand.id : "";
    const need = needs.get(owner) ?? { materials: [], after: new Set<string>() };
    needs.set(owner, need);
    if (supply.kind === "planned" && isScheduled(supply.seq)) need.after.add(orderId(supply.seq));
    else if (supply.kind === "planned") need.materials.push({ itemId, availableOn: thereOn(supply.seq) });
    else if (supply.kind === "work_order") need.after.add(supply.id);
    else if (supply.kind === "purchase") need.materials.push({ itemId, availableOn: receivedOn.get(supply.id)! });
  }
  const order = (
    id: string,
    item: string,
    quantity: string,
    dueOn: PlainDate,
    releasedOn?: PlainDate,
  ): OrderRecord => ({
    id,
    quantity,
    dueOn,
    releasedOn,
    afterOrders: [...(needs.get(id)?.after ?? [])],
    operations: operationsOf(id, steps.get(item) ?? [], works.calendars[0]!.id, needs.get(id)?.materials ?? []),
  });
  const orders = [
    ...tables.orders.map(({ values }) =>
      order(values.number, values.item, values.quantity, values.dueOn, values.releasedOn ?? undefined),
    ),
    ...plan.orders
      .filter(({ seq }) => isScheduled(seq))
      .map(({ seq, itemId, quantity, dueOn }) => order(orderId(seq), itemId, quantity, dueOn)),
  ];
  const schedule = scheduleFromRecords({ ...works, orders }, { method, budgetMoves });
  const withoutRouting = plan.orders
    .filter(({ seq, supply }) => supply === "make" && !isScheduled(seq))
    .map(({ seq, itemCode }) => leftOutOrder(orderId(seq), "NO_ROUTING", { item: itemCode }));
  const dueOn = new Map(orders.map((one) => [one.id, one.dueOn]));
  return ok({ plan, schedule, dueOn, leftOut: [...leftOutOf(schedule, orders), ...withoutRouting], horizonDays });
}

/** What a schedule left out, and the orders that find no end within it. */
function leftOutOf({ troubles, orders: ends }: ScheduleResult, orders: readonly OrderRecord[]): LeftOut[] {
  const orderOf = new Map(orders.flatMap(({ id, operations }) => operations.map((one) => [one.id, id] as const)));
  const placed = new Set(ends.map(({ orderId }) => orderId));
  return [
    ...troubles.map(({ kind, id, code, values }): LeftOut => {
      const order = kind === "order" ? id : orderOf.get(id);
      // A tie that was let go of leaves no order out.
      const isOut = (kind === "order" || kind === "operation") && order !== undefined && !placed.has(order);
      return { orderId: isOut ? order : null, subject: id, code, values };
    }),
    ...ends
      .filter(({ end }) => end === null)
      .map(({ orderId, whyLate }) => leftOutOrder(orderId, whyLate[0]!.code, whyLate[0]!.values)),
  ];
}

function leftOutOrder(orderId: string, code: LeftOut["code"], values: LeftOut["values"]): LeftOut {
  return { orderId, subject: orderId, code, values };
}

function operationsOf(
  order: string,
  rows: PlanTables["routings"],
  calendarId: string,
  materials: OperationRecord["materials"],
): OperationRecord[] {
  return rows
    .toSorted((a, b) => a.values.step - b.values.step)
    .map(({ values }, at) => ({
      id: `${order}/${values.step}`,
      groupId: values.group ?? undefined,
      machineIds: values.machines ? words(values.machines) : undefined,
      minutesPerUnit: values.minutesPerUnit,
      setupMinutes: values.setupMinutes ?? "0",
      setupGroup: values.setupGroup ?? undefined,
      skill: values.skill ?? undefined,
      lagMinutes: values.lagMinutes ?? undefined,
      overlapUnits: values.overlapUnits ?? undefined,
      splitInto: values.splitInto ?? undefined,
      subcontract: values.partner
        ? { partnerId: values.partner, leadTimeDays: values.partnerDays ?? 0, calendarId }
        : undefined,
      materials: at === 0 ? materials : undefined,
    }));
}

function calendarsOf(tables: PlanTables, problems: FolderProblems): CalendarRecord[] {
  const calendars = groupBy(tables.shifts, ({ values }) => values.calendar);
  return [...calendars].map(([id, rows]) => {
    const [first] = rows;
    const shifts = rows.map((row) => {
      const { from, to, breaks, days, keepsHolidays } = row.values;
      const start = minuteOf(from);
      const end = minuteOf(to);
      if (start === null) problems.at("shifts", row, "from", "TIME_INVALID");
      if (end === null) problems.at("shifts", row, "to", "TIME_INVALID");
      if (!/^[1-7]+$/.test(days)) problems.at("shifts", row, "days", "DAYS_INVALID");
      if (days !== first!.values.days || keepsHolidays !== first!.values.keepsHolidays)
        problems.at("shifts", row, "days", "CALENDAR_DIFFERS");
      const pauses = words(breaks).map((pause) => {
        const [open, close] = pause.split("-").map((time) => minuteOf(time));
        if (open === null || close === null || open === undefined || close === undefined)
          problems.at("shifts", row, "breaks", "BREAKS_INVALID");
        return { from: open ?? 0, to: close ?? 0 };
      });
      return { from: start ?? 0, to: end ?? 0, breaks: pauses };
    });
    const own = tables.closures
      .filter(({ values }) => values.calendar === id)
      .map(({ values }) => ({
        onDate: values.onDate,
        isWorking: values.isWorking ?? false,
        reason: values.reason ?? "",
      }));
    const worksOn = [...new Set(first!.values.days)].map(Number);
    return { id, days: { worksOn, keepsPublicHolidays: first!.values.keepsHolidays ?? true, days: own }, shifts };
  });
}

const exact = (text: string | null | undefined) => (text ? decimal(text) : null);

function minuteOf(time: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time.trim());
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 1440 ? minutes : null;
}

function words(text: string | null | undefined): string[] {
  return (text ?? "").split(/[\s　、;]+/).filter((word) => word !== "");
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
