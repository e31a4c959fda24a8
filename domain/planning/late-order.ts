import { type WorkingDays, workingDayFlags } from "../resources/index.ts";
import { addDays, daysBetween, maxDate, type PlainDate } from "../shared/index.ts";
import { type DayTable, dayAfter, dayTable, workingDaysUntil } from "./requirements/day-table.ts";

/** An order as far as a delay concerns it: days of the plan, and the working days it takes. */
export interface OrderDays {
  readonly startDay: number;
  readonly dueDay: number;
  readonly leadDays: number;
}

/**
 * When an order is there whose components come late: it starts so many days later, takes its lead time again on the days its calendar works, and is
 * never there earlier than planned. Nothing is planned anew for it.
 * Source: docs/rules/planning.md, "Time-phase table and delays".
 *
 * @param lateDays calendar days after the day the component is needed
 * @param dayCount of the calendar; a day that lies behind it is told as this one
 */
export function dueWhenLate(
  table: DayTable,
  { startDay, dueDay, leadDays }: OrderDays,
  lateDays: number,
  dayCount: number,
): number {
  const start = Math.min(dayCount - 1, startDay + lateDays);
  return Math.max(dueDay, dayAfter(table, start, leadDays, dayCount));
}

/** An order by its dates. */
export interface DatedOrder {
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  /** Working days it takes; `null`: those between its dates, where somebody has set them. */
  readonly leadTimeDays: number | null;
  /** `null`: the company's. */
  readonly calendarId: string | null;
}

/**
 * `dueWhenLate` for orders by their dates.
 *
 * @param daysOf the working days of a calendar, asked once each
 * @param from the first day looked at; what starts earlier counts as starting on it
 * @param until the last day looked at; what comes later comes on the day after it, unless it is due later still
 */
export function latenessByDates(
  daysOf: (calendarId: string | null) => WorkingDays,
  from: PlainDate,
  until: PlainDate,
): (order: DatedOrder, lateDays: number) => PlainDate {
  const dayCount = daysBetween(from, until) + 1;
  const dayOf = (date: PlainDate) => Math.min(Math.max(daysBetween(from, date), 0), dayCount - 1);
  const tables = new Map<string | null, DayTable>();
  const tableOf = (calendarId: string | null) => {
    const table = tables.get(calendarId) ?? dayTable(workingDayFlags(daysOf(calendarId), from, dayCount), 0);
    tables.set(calendarId, table);
    return table;
  };
  return ({ startOn, dueOn, leadTimeDays, calendarId }, lateDays) => {
    const table = tableOf(calendarId);
    const startDay = dayOf(startOn);
    const dueDay = dayOf(dueOn);
    const leadDays = leadTimeDays ?? workingDaysUntil(table, startDay, dueDay);
    return maxDate(dueOn, addDays(from, dueWhenLate(table, { startDay, dueDay, leadDays }, lateDays, dayCount)));
  };
}
