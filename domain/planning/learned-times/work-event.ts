import { addDays, daysBetween, isPlainDate, type Outcome, ok, type Refusal, refuseAll } from "../../shared/index.ts";

/** One report of work, as a production log holds it. Times are minutes from any fixed moment, the same for all events. */
export interface WorkEvent {
  /** The work order. */
  readonly order: string;
  readonly part: string;
  /** What the whole order is for. */
  readonly orderQuantity: number;
  readonly operation: string;
  readonly machine: string;
  readonly person: string | null;
  readonly startAt: number;
  readonly endAt: number;
  readonly good: number;
  readonly rejected: number;
}

/** A line of a log as text: the columns of its import. `startedAt` or `minutes` tells how long it took; the other is empty. */
export interface WorkLogRow {
  readonly order: string;
  readonly part: string;
  readonly orderQuantity: string;
  readonly operation: string;
  readonly machine: string;
  readonly person: string;
  /** `2026-12-01 08:30` or with seconds, `T` or `/` allowed as most systems write it; clock time of the works. */
  readonly startedAt: string;
  readonly completedAt: string;
  readonly minutes: string;
  readonly good: string;
  readonly rejected: string;
}

export type WorkLogRefusal = "LOG_TIME_UNREADABLE" | "LOG_NUMBER_UNREADABLE" | "LOG_ENDS_BEFORE_START" | "LOG_EMPTY";

const MOMENT = /^(\d{4})[-/](\d{2})[-/](\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;
const ORIGIN = "2000-01-01";

/** Minutes from the first of 2000 to a moment as text; null when it is none. */
export function minutesOfMoment(text: string): number | null {
  const match = MOMENT.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const date = `${year}-${month}-${day}`;
  if (!isPlainDate(date) || Number(hour) > 23 || Number(minute) > 59) return null;
  return daysBetween(ORIGIN, date) * 1440 + Number(hour) * 60 + Number(minute) + Number(second ?? 0) / 60;
}

/** The moment so many minutes after the first of 2000, `2026-12-01 08:30`; with seconds where it does not fall on a minute. */
export function momentOfMinutes(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  const day = addDays(ORIGIN, Math.floor(seconds / 86_400));
  const rest = ((seconds % 86_400) + 86_400) % 86_400;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${day} ${two(rest / 3600)}:${two((rest % 3600) / 60)}${rest % 60 === 0 ? "" : `:${two(rest % 60)}`}`;
}

/** Reads a production log. @returns its events, or every cell that cannot be read, as `row.column` (the first row is 0) */
export function eventsFromLog(rows: readonly WorkLogRow[]): Outcome<WorkEvent[], WorkLogRefusal> {
  const refusals: Refusal<WorkLogRefusal>[] = [];
  const events = rows.map((row, at): WorkEvent => {
    const trouble = (code: WorkLogRefusal, column: keyof WorkLogRow) => {
      refusals.push({ code, values: { text: row[column] }, field: `${at}.${column}` });
      return 0;
    };
    const number = (column: keyof WorkLogRow) => {
      const value = Number(row[column]);
      return row[column].trim() !== "" && Number.isFinite(value) && value >= 0
        ? value
        : trouble("LOG_NUMBER_UNREADABLE", column);
    };
    const moment = (column: keyof WorkLogRow) => minutesOfMoment(row[column]) ?? trouble("LOG_TIME_UNREADABLE", column);
    for (const column of ["order", "operation"] as const) if (row[column] === "") trouble("LOG_EMPTY", column);
    const endAt = moment("completedAt");
    const startAt = row.startedAt === "" ? endAt - number("minutes") : moment("startedAt");
    if (startAt > endAt) trouble("LOG_ENDS_BEFORE_START", "startedAt");
    return {
      order: row.order,
      part: row.part,
      orderQuantity: number("orderQuantity"),
      operation: row.operation,
      machine: row.machine,
      person: row.person === "" ? null : row.person,
      startAt,
      endAt,
      good: number("good"),
      rejected: number("rejected"),
    };
  });
  return refuseAll(refusals) ?? ok(events);
}
