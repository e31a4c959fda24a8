import { assert } from "../../shared/index.ts";

/** A calendar as a table of working days, so that moving by working days is two look-ups. */
export interface DayTable {
  /** The working days, ascending, as day numbers of the plan (negative before its first day). */
  readonly workingDay: Int32Array;
  /** For day `d`, at `historyDays + d`: place in `workingDay` of the last working day not after it; -1 for none. */
  readonly placeOn: Int32Array;
  readonly historyDays: number;
}

export function dayTable(flags: Uint8Array, historyDays: number): DayTable {
  const placeOn = new Int32Array(flags.length);
  const workingDay = new Int32Array(flags.length);
  let count = 0;
  for (let at = 0; at < flags.length; at++) {
    if (flags[at] === 1) workingDay[count++] = at - historyDays;
    placeOn[at] = count - 1;
  }
  return { workingDay: workingDay.slice(0, count), placeOn, historyDays };
}

/** The working day on or before a day of the plan. Day 0 stays what it is when nothing was worked before it. */
export function dueDayFor(table: DayTable, day: number): number {
  const place = table.placeOn[table.historyDays + day]!;
  return place < 0 ? day : Math.max(0, table.workingDay[place]!);
}

/** The day so many working days before the working day on or before `day`; may lie before day 0. */
export function startDayFor(table: DayTable, day: number, leadDays: number): number {
  const place = table.placeOn[table.historyDays + day]! - leadDays;
  assert(place >= 0, "calendars reach back as far as the longest lead time");
  return table.workingDay[place]!;
}

/** The day so many working days after `day` (which is moved on to a working day first); `beyond` when the calendar ends. */
export function dayAfter(table: DayTable, day: number, workingDays: number, beyond: number): number {
  const to = placeOnOrAfter(table, day) + workingDays;
  return to < table.workingDay.length ? table.workingDay[to]! : beyond;
}

/** Working days from `day` (moved on to a working day first) to the working day on or before `later`; 0 when that is earlier. */
export function workingDaysUntil(table: DayTable, day: number, later: number): number {
  return Math.max(0, table.placeOn[table.historyDays + later]! - placeOnOrAfter(table, day));
}

function placeOnOrAfter(table: DayTable, day: number): number {
  const place = table.placeOn[table.historyDays + day]!;
  return place >= 0 && table.workingDay[place] === day ? place : place + 1;
}
