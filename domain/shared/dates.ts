import { Temporal } from "temporal-polyfill";

/** A calendar day as text, `2026-11-23`. Sorts and compares as text. */
export type PlainDate = string;
/** A moment as ISO text in UTC, `2026-11-23T01:02:03.456Z`. */
export type Instant = string;

/** True for a real day of the calendar written as `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Adds months and keeps to the last day where the target month is shorter. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/** 1 Monday … 7 Sunday. */
export function dayOfWeek(date: PlainDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The month a day lies in, `2026-11`. */
export function monthOf(date: PlainDate): string {
  return date.slice(0, 7);
}

export function firstDayOfMonth(date: PlainDate): PlainDate {
  return `${date.slice(0, 7)}-01`;
}

export function lastDayOfMonth(date: PlainDate): PlainDate {
  const day = Temporal.PlainDate.from(date);
  return day.with({ day: day.daysInMonth }).toString();
}

export function maxDate(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
