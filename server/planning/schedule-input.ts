import type {
  CalendarRecord,
  MachineRecord,
  OperationRecord,
  OrderRecord,
  PinRecord,
  ScheduleInput,
  ShiftRecord,
} from "../../domain/planning/index.ts";
import type { Shift } from "../../domain/resources/index.ts";
import type { CalendarRow, CenterRow } from "./load.store.ts";
import type { OpenOperationRow } from "./schedule-input.store.ts";

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

/** The calendar of a work centre; without shifts every centre works its own minutes a day. */
export function calendarFor(center: CenterRow, calendars: readonly CalendarRow[]): CalendarRecord | null {
  const row = calendars.find(({ id }) => id === center.calendarId);
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
  /** What a planner fixed on the board before. */
  readonly pins: readonly PinRecord[];
}

/** Makes what scheduling takes from the rows of a company. What runs now is kept running; pins of operations that are done are dropped. */
export function scheduleInputOf({ now, centers, calendars, operations, pins }: ScheduleRows): ScheduleInput {
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
  const orders = ordersOf(operations, partnerDays);
  const known = new Set(orders.flatMap((order) => order.operations.map(({ id }) => id)));
  const machines = new Set(
    centers.flatMap(({ id, machineCount }) => Array.from({ length: machineCount }, (_, at) => machineIdOf(id, at + 1))),
  );
  const pinned = new Set(pins.map(({ operationId }) => operationId));
  const underWay = operations
    .filter((one) => one.isUnderWay && one.workCenterId !== null)
    .map(({ workOrderId, operationNumber }) => operationIdOf(workOrderId, operationNumber))
    .filter((id) => !pinned.has(id));
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
    pins: [
      ...pins.filter(
        ({ operationId, machineId }) => known.has(operationId) && machineId !== null && machines.has(machineId),
      ),
      ...underWay.map((operationId) => ({ operationId, machineId: null, start: now })),
    ],
  };
}

/** Rows of one order follow each other. */
function ordersOf(rows: readonly OpenOperationRow[], partnerDays: string): OrderRecord[] {
  const orders: (OrderRecord & { operations: OperationRecord[] })[] = [];
  for (const row of rows) {
    let order = orders.at(-1);
    if (order?.id !== row.workOrderId) {
      // What is left differs from operation to operation, so minutes are those of the whole operation.
      order = {
        id: row.workOrderId,
        quantity: "1",
        dueOn: row.dueOn,
        // Material of an order that is only planned is there on its first day; a released one has it.
        ...(row.orderState === "planned" && { releasedOn: row.startOn }),
        operations: [],
      };
      orders.push(order);
    }
    const { partnerId, daysToPartner, leadTimeDays } = row;
    order.operations.push({
      id: operationIdOf(row.workOrderId, row.operationNumber),
      minutesPerUnit: row.runMinutes,
      setupMinutes: row.setupMinutes,
      ...(row.workCenterId !== null && { groupId: row.workCenterId }),
      ...(partnerId !== null &&
        row.workCenterId === null && {
          subcontract:
            daysToPartner === null
              ? { partnerId, leadTimeDays, calendarId: partnerDays }
              : { partnerId, leadTimeDays: daysToPartner, calendarId: EVERY_DAY },
        }),
    });
  }
  return orders;
}
