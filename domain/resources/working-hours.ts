import type { Shift } from "./capacity.ts";
import { USUAL_WEEK, type WorkingCalendar, type WorkingDays, workingDays } from "./working-calendar.ts";

/** The days a work centre works and its shifts on them. */
export interface WorkingHours {
  readonly days: WorkingDays;
  readonly shifts: readonly Shift[];
}

/**
 * Makes a company's calendars ready. A work centre without a calendar keeps the company's first one; in a company without any it works
 * the usual week.
 *
 * @param calendars the company's first one first
 * @returns the hours of a calendar by its id, `null` for a work centre that has none
 */
export function workingHours(
  calendars: readonly (WorkingCalendar & { readonly id: string; readonly shifts: readonly Shift[] })[],
): (calendarId: string | null) => WorkingHours {
  const prepared = new Map(
    calendars.map((one): [string, WorkingHours] => [one.id, { days: workingDays(one), shifts: one.shifts }]),
  );
  const [first] = prepared.values();
  const usual = first ?? { days: workingDays(USUAL_WEEK), shifts: [] };
  return (calendarId) => (calendarId !== null ? prepared.get(calendarId) : undefined) ?? usual;
}
