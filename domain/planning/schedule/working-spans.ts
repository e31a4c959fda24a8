import type { PlainDate } from "../../shared/index.ts";
import { compileCalendar } from "./compile-calendars.ts";
import { MinuteClock } from "./moments.ts";
import type { CalendarRecord, Moment } from "./schedule-records.ts";
import { WorkingTime } from "./working-time.ts";

/** When a calendar works in the days from one on, as a board shades what is outside; none when it never works. */
export function workingSpans(
  calendar: CalendarRecord,
  from: PlainDate,
  days: number,
): { readonly from: Moment; readonly to: Moment }[] {
  const clock = new MinuteClock(from);
  const compiled = compileCalendar(calendar, clock, days);
  if ("code" in compiled) return [];
  const time = new WorkingTime(compiled.shifts);
  return Array.from(time.from, (start, at) => ({ from: clock.moment(start), to: clock.moment(time.to[at]!) }));
}
