import { USUAL_WEEK, type WorkingCalendar, type WorkingDays, workingDays } from "../../domain/resources/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { loadCalendars } from "./load.store.ts";

/** The working days of the acting company: its first calendar, or the usual week; its own days off only within the stretch. */
export async function companyDays(tx: Tx, from: PlainDate, to: PlainDate): Promise<WorkingDays> {
  return leadTimeDays(await loadCalendars(tx, from, to));
}

/**
 * Days lead times are counted in, by a company's calendars with its first one first. A lead time is a partner's word: a company without a calendar still
 * counts it, in the usual week. What a machine can do is never taken from this (domain/resources/calendar-of.ts).
 */
export function leadTimeDays(calendars: readonly WorkingCalendar[]): WorkingDays {
  return workingDays(calendars[0] ?? USUAL_WEEK);
}
