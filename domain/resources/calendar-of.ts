import type { Shift } from "./capacity.ts";
import { type WorkingCalendar, type WorkingDays, workingDays } from "./working-calendar.ts";

/** A calendar as it is kept, with its turns of work. */
export interface KeptCalendar extends WorkingCalendar {
  readonly id: string;
  readonly shifts: readonly Shift[];
}

/** When a work centre works. */
export interface CenterHours {
  readonly shifts: readonly Shift[];
  readonly days: WorkingDays;
  /** False: neither it nor the company has a calendar. */
  readonly hasCalendar: boolean;
}

/** Nothing is assumed of a work centre nobody has said anything of: it gives no minute. */
const NEVER: CenterHours = {
  shifts: [],
  days: { reasonOf: () => ({ isWorking: false, because: "week", text: "" }) },
  hasCalendar: false,
};

/**
 * The calendar a work centre works by: its own, else the company's first one. Source: docs/rules/planning.md, "Calendars".
 *
 * @param calendars the company's first one first
 * @returns `null` where the company has none
 */
export function calendarOf<C extends { readonly id: string }>(
  center: { readonly calendarId: string | null },
  calendars: readonly C[],
): C | null {
  return calendars.find(({ id }) => id === center.calendarId) ?? calendars[0] ?? null;
}

/** Work centres with the hours of the calendar each works by; centres of one calendar share them. */
export function withHours<C extends { readonly calendarId: string | null }>(
  centers: readonly C[],
  calendars: readonly KeptCalendar[],
): (C & CenterHours)[] {
  const prepared = new Map(
    calendars.map((one) => [one.id, { days: workingDays(one), shifts: one.shifts, hasCalendar: true }] as const),
  );
  return centers.map((center) => {
    const calendar = calendarOf(center, calendars);
    return { ...center, ...(calendar ? prepared.get(calendar.id)! : NEVER) };
  });
}
