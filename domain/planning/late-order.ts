import { type DayTable, dayAfter } from "./requirements/day-table.ts";

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
