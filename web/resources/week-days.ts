import type { Translate } from "../platform/index.ts";

export const WEEK_DAYS = [1, 2, 3, 4, 5, 6, 7];

/** 1 Monday … 7 Sunday: 月, Mon. */
export function weekDayText(t: Translate, day: number): string {
  return t(`resources.weekDay.${day}`);
}
