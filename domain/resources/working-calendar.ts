import { addDays, assert, dayOfWeek, type Outcome, ok, type PlainDate, refuse } from "../shared/index.ts";
import { JAPANESE_PUBLIC_HOLIDAYS, type PublicHolidays } from "./public-holidays.ts";

/** A day on which a company departs from its week: a closure (休業日) or an extra working day (稼働日). */
export interface CalendarDay {
  readonly onDate: PlainDate;
  readonly isWorking: boolean;
  readonly reason: string;
}

/** When a company, or one of its work centres, works. */
export interface WorkingCalendar {
  /** Days of the week that are worked: 1 Monday … 7 Sunday. */
  readonly worksOn: readonly number[];
  /** False for a works that runs through national holidays. */
  readonly keepsPublicHolidays: boolean;
  /** The company's own days; they win over week and holidays. */
  readonly days: readonly CalendarDay[];
}

/** When a company works that has named no calendar: Monday to Friday, but not on national holidays. */
export const USUAL_WEEK: WorkingCalendar = { worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] };

/** Why a day is worked or not: the sentence on the screen is made of this. */
export type DayReason =
  | { readonly isWorking: boolean; readonly because: "own_day"; readonly text: string }
  | { readonly isWorking: false; readonly because: "public_holiday"; readonly text: string }
  | { readonly isWorking: boolean; readonly because: "week"; readonly text: "" };

/** A calendar made ready for many questions. */
export interface WorkingDays {
  reasonOf(date: PlainDate): DayReason;
}

export type CalendarRefusal = "CALENDAR_NEVER_WORKS" | "CALENDAR_DAY_TWICE";

/** Refuses a week without a working day, on which no due date could ever be found, and a day that is named twice. */
export function checkCalendar(calendar: WorkingCalendar): Outcome<WorkingCalendar, CalendarRefusal> {
  if (!calendar.worksOn.some((day) => Number.isInteger(day) && day >= 1 && day <= 7)) {
    return refuse("CALENDAR_NEVER_WORKS", undefined, "worksOn");
  }
  const seen = new Set<PlainDate>();
  for (const [index, { onDate }] of calendar.days.entries()) {
    if (seen.has(onDate)) return refuse("CALENDAR_DAY_TWICE", { date: onDate }, `days.${index}.onDate`);
    seen.add(onDate);
  }
  return ok(calendar);
}

/**
 * Makes a calendar ready. Order of the rules: the company's own day, then the national holiday, then the week.
 *
 * @throws assertion when the week has no working day (see `checkCalendar`)
 */
export function workingDays(
  calendar: WorkingCalendar,
  holidays: PublicHolidays = JAPANESE_PUBLIC_HOLIDAYS,
): WorkingDays {
  const week = new Set(calendar.worksOn);
  assert(
    [1, 2, 3, 4, 5, 6, 7].some((day) => week.has(day)),
    "a calendar works on some day of the week",
  );
  const own = new Map(calendar.days.map((day) => [day.onDate, day]));
  return {
    reasonOf(date) {
      const ownDay = own.get(date);
      if (ownDay) return { isWorking: ownDay.isWorking, because: "own_day", text: ownDay.reason };
      const holiday = calendar.keepsPublicHolidays ? holidays.get(date) : undefined;
      if (holiday !== undefined) return { isWorking: false, because: "public_holiday", text: holiday };
      return { isWorking: week.has(dayOfWeek(date)), because: "week", text: "" };
    },
  };
}

export function isWorkingDay(days: WorkingDays, date: PlainDate): boolean {
  return days.reasonOf(date).isWorking;
}

/** The day itself when it is worked, else the first day after it that is. */
export function workingDayOnOrAfter(days: WorkingDays, date: PlainDate): PlainDate {
  return seek(days, date, 1);
}

/** The day itself when it is worked, else the last day before it that is. */
export function workingDayOnOrBefore(days: WorkingDays, date: PlainDate): PlainDate {
  return seek(days, date, -1);
}

/** The last working day before `date`, never `date` itself. */
export function previousWorkingDay(days: WorkingDays, date: PlainDate): PlainDate {
  return seek(days, addDays(date, -1), -1);
}

/** The first working day after `date`, never `date` itself. */
export function nextWorkingDay(days: WorkingDays, date: PlainDate): PlainDate {
  return seek(days, addDays(date, 1), 1);
}

/**
 * The day so many working days later, or earlier when `count` is negative. A day that is not worked counts for nothing:
 * Friday + 1 is Monday, and so is Saturday + 1. With 0 the day itself, moved forward when it is not worked.
 *
 * @param count whole working days
 */
export function addWorkingDays(days: WorkingDays, date: PlainDate, count: number): PlainDate {
  assert(Number.isInteger(count), "whole working days");
  if (count === 0) return workingDayOnOrAfter(days, date);
  let day = date;
  for (let left = Math.abs(count); left > 0; left--) {
    day = count > 0 ? nextWorkingDay(days, day) : previousWorkingDay(days, day);
  }
  return day;
}

/** Working days from `from` to `to`, `from` not counted and `to` counted; negative when `to` is earlier. */
export function workingDaysBetween(days: WorkingDays, from: PlainDate, to: PlainDate): number {
  if (to < from) return -workingDaysBetween(days, to, from);
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(days, day)) count++;
  }
  return count;
}

/** One byte a day from `from` on: 1 worked, 0 not. The form in which planning takes a calendar. */
export function workingDayFlags(days: WorkingDays, from: PlainDate, dayCount: number): Uint8Array {
  const flags = new Uint8Array(dayCount);
  for (let index = 0, day = from; index < dayCount; index++, day = addDays(day, 1)) {
    flags[index] = isWorkingDay(days, day) ? 1 : 0;
  }
  return flags;
}

/** Ends always: the week repeats and own days are a finite list. */
function seek(days: WorkingDays, date: PlainDate, step: 1 | -1): PlainDate {
  let day = date;
  while (!isWorkingDay(days, day)) day = addDays(day, step);
  return day;
}
