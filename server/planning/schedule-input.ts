import type {
  CalendarRecord,
  MachineRecord,
  MaterialDay,
  OperationRecord,
  OrderRecord,
  PinRecord,
  ScheduleInput,
  ShiftRecord,
} from "../../domain/planning/index.ts";
import { calendarOf, type Shift } from "../../domain/resources/index.ts";
import type { CalendarRow, CenterRow } from "./load.store.ts";
import type { AlternativeRow, OpenOperationRow, OrderTieRow } from "./schedule-input.store.ts";

/** How far the board looks. */
export const SCHEDULE_DAYS = 365;
/** A calendar without shifts says how long a machine works, not from when: the usual beginning. */
const USUAL_START = 8 * 60;
const NOON = 12 * 60;
/** Every day of the year: a partner's promised date is a day of the calendar, not so many working days. */
const EVERY_DAY = "every-day";

/** Names of what a schedule is about: machines have no record of their own, an operation is one of its order. */
export const machineIdOf = (workCenterId: string, number: number) => `${workCenterId}:${number}`;
export const operationIdOf = (workOrderId: string, number: number) => `${workOrderId}/${number}`;
export function machineOfId(id: string): { readonly workCenterId: string; readonly machine: number } {
  const [workCenterId = "", number] = id.split(":");
  return { workCenterId, machine: Number(number) };
}
export function operationOfId(id: string): { readonly workOrderId: string; readonly operationNumber: number } {
  const [workOrderId = "", number] = id.split("/");
  return { workOrderId, operationNumber: Number(number) };
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * The master says how long the break is, not when: at noon where the shift works through noon, else in its middle.
 * *Choice*: docs/rules/scheduling.md, "The planning board".
 */
function shiftRecord({ startsAt, endsAt, breakMinutes }: Shift): ShiftRecord {
  const from = minuteOf(startsAt);
  const to = minuteOf(endsAt);
  if (breakMinutes <= 0) return { from, to, breaks: [] };
  const end = to <= from ? to + 1440 : to;
  const isOverNoon = from < NOON && NOON + breakMinutes < end;
  const start = isOverNoon ? NOON : Math.floor((from + end - breakMinutes) / 2);
  return { from, to, breaks: [{ from: start % 1440, to: ((start + breakMinutes - 1) % 1440) + 1 }] };
}

/** The calendar a work centre works by; without shifts every centre works its own minutes a day. */
export function calendarFor(center: CenterRow, calendars: readonly CalendarRow[]): CalendarRecord | null {
  const row = calendarOf(center, calendars);
  if (!row) return null;
  const days = { worksOn: row.worksOn, keepsPublicHolidays: row.keepsPublicHolidays, days: row.days };
  if (row.shifts.length > 0) return { id: row.id, days, shifts: row.shifts.map(shiftRecord) };
  if (center.minutesPerDay <= 0) return { id: `${row.id} ${center.id}`, days, shifts: [] };
  const from = Math.min(USUAL_START, 1440 - center.minutesPerDay);
  return { id: `${row.id} ${center.id}`, days, shifts: [{ from, to: from + center.minutesPerDay, breaks: [] }] };
}

export interface ScheduleRows {
  readonly now: string;
  readonly centers: readonly CenterRow[];
  readonly calendars: readonly CalendarRow[];
  readonly operations: readonly OpenOperationRow[];
  readonly alternatives: readonly AlternativeRow[];
  readonly ties: readonly OrderTieRow[];
  /** From when material can be there; null: no plan says so. */
  readonly materials: readonly MaterialDay[] | null;
  /** Where what runs stood on the board before, the first of a machine first. */
  readonly running: readonly {
    readonly workOrderId: string;
    readonly operationNumber: number;
    readonly workCenterId: string;
    readonly machine: number;
  }[];
  /** What a planner fixed on the board before. */
  readonly pins: readonly PinRecord[];
}

/** Makes what scheduling takes from the rows of a company. What runs now is kept running; pins of operations that have begun to run or are done are dropped. */
export function scheduleInputOf(rows: ScheduleRows): ScheduleInput {
  const { now, centers, calendars, operations, pins } = rows;
  const ofCenters = centers.map((center) => ({ center, calendar: calendarFor(center, calendars) }));
  const first = calendars[0];
  const records = new Map<string, CalendarRecord>();
  for (const { calendar } of ofCenters) if (calendar) records.set(calendar.id, calendar);
  const everyDay = { worksOn: [1, 2, 3, 4, 5, 6, 7], keepsPublicHolidays: false, days: [] };
  const allDay = [{ from: 0, to: 1440, breaks: [] }];
  records.set(EVERY_DAY, { id: EVERY_DAY, days: everyDay, shifts: allDay });
  // Partners keep the company's first calendar, as everywhere where lead times are counted.
  const partnerDays = first ? `${first.id} days` : EVERY_DAY;
  if (first) records.set(partnerDays, { id: partnerDays, days: first, shifts: allDay });
  const orders = ordersOf(rows, partnerDays);
  const movable = new Set(operations.filter((row) => row.state !== "done" && !isRunning(row)).map(idOf));
  const machines = new Set(
    centers.flatMap(({ id, machineCount }) => Array.from({ length: machineCount }, (_, at) => machineIdOf(id, at + 1))),
  );
  return {
    now,
    horizonDays: SCHEDULE_DAYS,
    calendars: [...records.values()],
    machines: ofCenters.flatMap(({ center, calendar }) =>
      Array.from(
        { length: center.machineCount },
        (_, at): MachineRecord => ({
          id: machineIdOf(center.id, at + 1),
          groupId: center.id,
          calendarId: calendar?.id ?? null,
          rate: "1",
        }),
      ),
    ),
    people: [],
    setups: [],
    orders,
    pins: pins.filter(
      ({ operationId, machineId }) => movable.has(operationId) && machineId !== null && machines.has(machineId),
    ),
  };
}

const idOf = (row: { readonly workOrderId: string; readonly operationNumber: number }) =>
  operationIdOf(row.workOrderId, row.operationNumber);

/** What a partner has under way is not ours to keep going: its lead time says when it comes back. */
const isRunning = ({ state, workCenterId }: OpenOperationRow) =>
  (state === "running" || state === "paused") && workCenterId !== null;

/** Rows of one order follow each other. */
function ordersOf(rows: ScheduleRows, partnerDays: string): OrderRecord[] {
  const orders: (OrderRecord & { operations: OperationRecord[] })[] = [];
  const alternatives = grouped(rows.alternatives, ({ workCenterId }) => workCenterId);
  const ties = grouped(rows.ties, (tie) => operationIdOf(tie.workOrderId, tie.operationNumber));
  const materials = grouped(rows.materials ?? [], (one) => operationIdOf(one.workOrderId, one.operationNumber));
  const machines = machinesOfRunning(rows);
  for (const row of rows.operations) {
    let order = orders.at(-1);
    const isFirst = order?.id !== row.workOrderId;
    if (!order || isFirst) {
      order = {
        id: row.workOrderId,
        quantity: row.orderQuantity,
        dueOn: row.dueOn,
        // What nobody has released does not start before the day it is planned for.
        ...(row.orderState === "planned" && { releasedOn: row.startOn }),
        operations: [],
      };
      orders.push(order);
    }
    const id = idOf(row);
    const { partnerId, workCenterId, daysToPartner, leadTimeDays } = row;
    const others = workCenterId === null ? [] : (alternatives.get(workCenterId) ?? []);
    // What no operation names is used from the order's beginning.
    const usedIn = isFirst ? [id, operationIdOf(row.workOrderId, 0)] : [id];
    const fedBy = usedIn.flatMap((key) => ties.get(key) ?? []);
    const waitsFor = usedIn.flatMap((key) => materials.get(key) ?? []);
    order.operations.push({
      id,
      quantity: row.quantity,
      minutesPerUnit: row.minutesPerUnit,
      setupMinutes: row.setupMinutes,
      ...progressOf(row, machines.get(id)),
      ...(workCenterId !== null && { groupId: workCenterId }),
      ...(others.length > 0 && {
        alternatives: others.map(({ alternativeId, timeFactor }) => ({ groupId: alternativeId, timeFactor })),
      }),
      ...(fedBy.length > 0 && { fedBy: fedBy.map(({ feederId, itemId }) => ({ orderId: feederId, itemId })) }),
      ...(waitsFor.length > 0 && {
        materials: waitsFor.map(({ itemId, availableOn }) => ({ itemId, availableOn })),
      }),
      ...(partnerId !== null &&
        workCenterId === null && {
          subcontract:
            daysToPartner === null
              ? { partnerId, leadTimeDays, calendarId: partnerDays }
              : { partnerId, leadTimeDays: daysToPartner, calendarId: EVERY_DAY },
        }),
    });
  }
  return orders;
}

function progressOf(row: OpenOperationRow, machineId: string | undefined): Pick<OperationRecord, "progress"> {
  const { good, scrap } = row;
  if (row.state === "done") return { progress: { good, scrap, state: "done" } };
  if (isRunning(row)) return { progress: { good, scrap, state: "running", ...(machineId && { machineId }) } };
  return good === "0" && scrap === "0" ? {} : { progress: { good, scrap, state: "begun" } };
}

/** The machine each running operation stood on: the floor names none. Two that run at the same time do not run on the same one. */
function machinesOfRunning({ running, operations }: ScheduleRows): Map<string, string> {
  const runs = new Set(operations.filter(isRunning).map(idOf));
  const taken = new Set<string>();
  const found = new Map<string, string>();
  for (const one of running) {
    const machine = machineIdOf(one.workCenterId, one.machine);
    if (!runs.has(idOf(one)) || taken.has(machine)) continue;
    taken.add(machine);
    found.set(idOf(one), machine);
  }
  return found;
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const list = found.get(keyOf(row));
    if (list) list.push(row);
    else found.set(keyOf(row), [row]);
  }
  return found;
}
