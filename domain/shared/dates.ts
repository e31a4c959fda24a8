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

/**
 * @throws RangeError when `date` is no real day
 */
export function addDays(date: PlainDate, days: number): PlainDate {
  // Reckoned by hand where possible: planning asks this for every step and day, and parsing and writing a calendar object costs most of it.
  const number = dayNumber(date);
  return (
    (number !== undefined && Number.isInteger(days) && writeDay(number + days)) ||
    Temporal.PlainDate.from(date).add({ days }).toString()
  );
}

/** Adds months and keeps to the last day where the target month is shorter. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (first !== undefined && last !== undefined) return last - first;
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/** 1 Monday … 7 Sunday. */
export function dayOfWeek(date: PlainDate): number {
  const number = dayNumber(date);
  // Day 0, 1970-01-01, was a Thursday.
  return number === undefined ? Temporal.PlainDate.from(date).dayOfWeek : ((((number + 3) % 7) + 7) % 7) + 1;
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

/** Days since 1970-01-01 of a day that every month has; undefined for others and for what is not written as a day. */
function dayNumber(date: PlainDate): number | undefined {
  if (!/^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.test(date)) return undefined;
  const month = Number(date.slice(5, 7));
  // Years that begin in March end with the leap day; 400 of them are 146,097 days.
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const ofEra = year % 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8)) - 1;
  const days = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  return Math.floor(year / 400) * 146_097 + days - 719_468;
}

/** The day of a number as `dayNumber` counts; undefined outside years of four digits. */
function writeDay(number: number): PlainDate | undefined {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  if (year < 1000 || year > 9999) return undefined;
  return `${year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}
