import { addDays, type PlainDate } from "./dates.ts";

/** Seven days, the last included. */
export interface Week {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The last weeks, oldest first; the newest ends today, so that it is a whole one too. */
export function lastWeeks(today: PlainDate, count: number): Week[] {
  return Array.from({ length: count }, (_, at) => {
    const to = addDays(today, -7 * (count - 1 - at));
    return { from: addDays(to, -6), to };
  });
}

/** What happened on a day, of how much: 3 on time of 4. */
export interface DayShare {
  readonly on: PlainDate;
  readonly part: number;
  readonly whole: number;
}

/** The share of several days in percent with one decimal; null when nothing happened. */
export function percentOf(days: readonly Pick<DayShare, "part" | "whole">[]): number | null {
  const whole = days.reduce((sum, day) => sum + day.whole, 0);
  return whole === 0 ? null : Math.round((days.reduce((sum, day) => sum + day.part, 0) * 1000) / whole) / 10;
}

/** The share per week. Weeks in which nothing happened are left out: they say nothing, neither good nor bad. */
export function percentPerWeek(days: readonly DayShare[], weeks: readonly Week[]): number[] {
  return weeks.flatMap(({ from, to }) => percentOf(days.filter(({ on }) => on >= from && on <= to)) ?? []);
}

/** What stood at the end of each week, found backwards from what stands now by the changes since. */
export function levelPerWeek(
  now: bigint,
  changes: readonly { readonly on: PlainDate; readonly amount: bigint }[],
  weeks: readonly Week[],
): bigint[] {
  return weeks.map(({ to }) => changes.reduce((level, { on, amount }) => (on > to ? level - amount : level), now));
}
