import type { PlainDate } from "../shared/index.ts";
import { PUBLIC_HOLIDAY_LIST } from "./public-holiday-list.ts";

/** Day → name of the holiday. Handed in to every reckoning, so that a test or another country can bring its own. */
export type PublicHolidays = ReadonlyMap<PlainDate, string>;

/** The national holidays of Japan 1955–2027, as the Cabinet Office publishes them. */
export const JAPANESE_PUBLIC_HOLIDAYS: PublicHolidays = parseHolidayList(PUBLIC_HOLIDAY_LIST);

/** Reads lines of `date,name`; empty lines are skipped. */
export function parseHolidayList(text: string): PublicHolidays {
  const lines = text.split("\n").filter((line) => line !== "");
  return new Map(lines.map((line) => [line.slice(0, 10), line.slice(11)]));
}
