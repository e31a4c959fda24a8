import { checkCalendar, isWorkingDay, workingDays } from "../../resources/index.ts";
import { addDays } from "../../shared/index.ts";
import type { MinuteClock } from "./moments.ts";
import type { CalendarRecord, PauseRecord, ScheduleTrouble } from "./schedule-records.ts";
import { WorkingTime } from "./working-time.ts";

type Span = readonly [from: number, to: number];

/** What a calendar gives: the spans of its shifts, and its whole working days, by which partners' lead times are counted. */
export interface CompiledCalendar {
  readonly shifts: readonly Span[];
  readonly days: WorkingTime;
}

/** The working time of a calendar over the horizon. @returns what is wrong with it instead */
export function compileCalendar(
  { id, days, shifts }: CalendarRecord,
  clock: MinuteClock,
  horizonDays: number,
): CompiledCalendar | ScheduleTrouble {
  const trouble = (code: ScheduleTrouble["code"], values: ScheduleTrouble["values"] = {}) =>
    ({ code, kind: "calendar", id, values }) as const;
  if (!checkCalendar(days).ok || shifts.length === 0) return trouble("CALENDAR_WITHOUT_WORK");
  const daily: Span[] = [];
  for (const shift of shifts) {
    const spans = spansOf(shift);
    if (!spans) return trouble("SHIFT_UNREADABLE", { from: shift.from, to: shift.to });
    daily.push(...spans);
  }
  const calendar = workingDays(days);
  const worked: Span[] = [];
  const whole: Span[] = [];
  // The night shift of the day before still runs on the first day.
  for (let day = -1; day < horizonDays; day++) {
    if (!isWorkingDay(calendar, addDays(clock.firstDay, day))) continue;
    const at = day * 1440;
    if (day >= 0) whole.push([at, at + 1440]);
    for (const [from, to] of daily) if (at + to > 0) worked.push([Math.max(0, at + from), at + to]);
  }
  return { shifts: worked, days: new WorkingTime(whole) };
}

/** A shift without its breaks; null when a time is none or a break lies outside. */
function spansOf({ from, to, breaks }: CalendarRecord["shifts"][number]): Span[] | null {
  const isMinute = (value: number) => Number.isInteger(value) && value >= 0 && value <= 1440;
  if (![from, to, ...breaks.flatMap((pause) => [pause.from, pause.to])].every(isMinute)) return null;
  const end = to <= from ? to + 1440 : to;
  const pauses = breaks
    .filter((pause) => pause.from !== pause.to)
    .map((pause): Span => {
      const start = pause.from < from ? pause.from + 1440 : pause.from;
      return [
        start,
        pause.to <= start % 1440 ? start + pause.to + 1440 - (start % 1440) : start + pause.to - (start % 1440),
      ];
    })
    .sort((a, b) => a[0] - b[0]);
  const spans: Span[] = [];
  let free = from;
  for (const [start, stop] of pauses) {
    if (start < free || stop > end) return null;
    spans.push([free, start]);
    free = stop;
  }
  spans.push([free, end]);
  return spans;
}

/** Shifts less the pauses. @returns the pause that cannot be read instead */
export function withoutPauses(
  shifts: readonly Span[],
  pauses: readonly PauseRecord[],
  clock: MinuteClock,
): WorkingTime | Pick<ScheduleTrouble, "code" | "values"> {
  let spans: Span[] = [...shifts];
  for (const pause of pauses) {
    const from = clock.minutes(pause.from);
    const to = clock.minutes(pause.to);
    if (from === null || to === null) return { code: "MOMENT_UNREADABLE", values: { ...pause } };
    if (to < from) return { code: "PAUSE_ENDS_BEFORE_START", values: { from: pause.from, to: pause.to } };
    spans = spans.flatMap(([start, end]): Span[] =>
      to <= start || end <= from
        ? [[start, end]]
        : [[start, Math.max(start, from)] as const, [Math.min(end, to), end] as const].filter(([a, b]) => a < b),
    );
  }
  return new WorkingTime(spans);
}
