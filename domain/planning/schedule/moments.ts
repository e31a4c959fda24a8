import { addDays, daysBetween, isPlainDate, type PlainDate } from "../../shared/index.ts";
import type { Moment } from "./schedule-records.ts";

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/;

/** Moments as minutes from the first minute of a day, and back. */
export class MinuteClock {
  readonly firstDay: PlainDate;
  readonly #days = new Map<number, PlainDate>();
  constructor(firstDay: PlainDate) {
    this.firstDay = firstDay;
  }

  /** null when the text is no moment. */
  minutes(moment: Moment): number | null {
    const match = MOMENT.exec(moment);
    if (!match || !isPlainDate(match[1]!)) return null;
    const hour = Number(match[2]);
    const minute = Number(match[3]);
    // 24:00 is how many write the end of a day.
    if (minute > 59 || hour * 60 + minute > 1440) return null;
    return this.dayStart(match[1]!) + hour * 60 + minute;
  }

  dayStart(date: PlainDate): number {
    return daysBetween(this.firstDay, date) * 1440;
  }

  moment(minutes: number): Moment {
    const day = Math.floor(minutes / 1440);
    let date = this.#days.get(day);
    if (date === undefined) {
      date = addDays(this.firstDay, day);
      this.#days.set(day, date);
    }
    const rest = minutes - day * 1440;
    const two = (value: number) => String(value).padStart(2, "0");
    return `${date}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
  }
}
