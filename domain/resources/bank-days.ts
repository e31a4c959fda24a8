import { addDays, dayOfWeek, type PlainDate } from "../shared/index.ts";
import { JAPANESE_PUBLIC_HOLIDAYS, type PublicHolidays } from "./public-holidays.ts";

/**
 * True when banks in Japan are open: not on Saturday, Sunday, a national holiday, or 31 December to 3 January.
 * Source: 銀行法施行令5条; docs/rules/planning.md, "Bank days".
 */
export function isBankDay(date: PlainDate, holidays: PublicHolidays = JAPANESE_PUBLIC_HOLIDAYS): boolean {
  const monthDay = date.slice(5);
  return dayOfWeek(date) <= 5 && monthDay !== "12-31" && monthDay > "01-03" && !holidays.has(date);
}

/** The day itself when banks are open, else the next day they are (翌営業日). */
export function bankDayOnOrAfter(date: PlainDate, holidays: PublicHolidays = JAPANESE_PUBLIC_HOLIDAYS): PlainDate {
  let day = date;
  while (!isBankDay(day, holidays)) day = addDays(day, 1);
  return day;
}

/** The day itself when banks are open, else the last day before on which they are (前営業日). */
export function bankDayOnOrBefore(date: PlainDate, holidays: PublicHolidays = JAPANESE_PUBLIC_HOLIDAYS): PlainDate {
  let day = date;
  while (!isBankDay(day, holidays)) day = addDays(day, -1);
  return day;
}
