import {
  addDays,
  addMonths,
  assert,
  lastDayOfMonth,
  monthOf,
  type Outcome,
  ok,
  type PlainDate,
  refuse,
} from "../shared/index.ts";

/** A month of a fiscal year. `year` is the calendar year the fiscal year starts in: 2026年度 runs to March 2027. */
export interface FiscalPeriod {
  readonly year: number;
  /** 1 to 12 within the fiscal year. */
  readonly number: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly state: "open" | "closed";
}

/** The twelve open months of the fiscal year that begins on the first of a month, e.g. `2026-04-01`. */
export function periodsOfFiscalYear(startsOn: PlainDate): FiscalPeriod[] {
  assert(startsOn.endsWith("-01"), "a fiscal year starts on the first of a month");
  return Array.from({ length: 12 }, (_, index) => ({
    year: Number(startsOn.slice(0, 4)),
    number: index + 1,
    startsOn: addMonths(startsOn, index),
    endsOn: addDays(addMonths(startsOn, index + 1), -1),
    state: "open" as const,
  }));
}

/** The period of a calendar month, `2026-11`, in a fiscal year that starts in month 1 to 12. */
export function periodOfMonth(month: string, startMonth: number, state: FiscalPeriod["state"]): FiscalPeriod {
  const startsOn = `${month}-01`;
  const yearStart = fiscalYearStart(startsOn, startMonth);
  return {
    year: Number(yearStart.slice(0, 4)),
    number: ((Number(month.slice(5)) - startMonth + 12) % 12) + 1,
    startsOn,
    endsOn: lastDayOfMonth(startsOn),
    state,
  };
}

/** First day of the fiscal year a day lies in, for a year starting in month 1 to 12. */
export function fiscalYearStart(date: PlainDate, startMonth: number): PlainDate {
  const year = Number(date.slice(0, 4));
  const start = `${year}-${String(startMonth).padStart(2, "0")}-01`;
  return start <= date ? start : addMonths(start, -12);
}

export function periodOf<P extends Pick<FiscalPeriod, "startsOn" | "endsOn">>(
  date: PlainDate,
  periods: readonly P[],
): P | undefined {
  return periods.find((period) => period.startsOn <= date && date <= period.endsOn);
}

/**
 * The day an event stands in one company's books.
 *
 * The acting company's own closed period refuses. Of the other side it never does: there the event is posted on the first open
 * day after it, because a partner's closing must not block a delivery.
 *
 * @returns PERIOD_CLOSED for the acting company, PERIOD_MISSING when no open period follows
 */
export function resolvePostingDate(
  eventOn: PlainDate,
  periods: readonly Pick<FiscalPeriod, "startsOn" | "endsOn" | "state">[],
  isActing: boolean,
): Outcome<PlainDate, "PERIOD_CLOSED" | "PERIOD_MISSING"> {
  const own = periodOf(eventOn, periods);
  if (own?.state === "open") return ok(eventOn);
  if (own && isActing) return refuse("PERIOD_CLOSED", { month: monthOf(eventOn) }, "eventOn");
  const next = periods
    .filter((period) => period.state === "open" && period.startsOn > eventOn)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0];
  if (!next || (!own && isActing)) return refuse("PERIOD_MISSING", { month: monthOf(eventOn) }, "eventOn");
  return ok(next.startsOn);
}

/**
 * Closes a month. Months close in order, so that an opening balance never changes behind a closed month.
 *
 * @returns PERIOD_EARLIER_OPEN when an earlier month is open, PERIOD_CLOSED when it is closed already
 */
export function closePeriod(
  period: FiscalPeriod,
  periods: readonly FiscalPeriod[],
): Outcome<FiscalPeriod, "PERIOD_CLOSED" | "PERIOD_EARLIER_OPEN"> {
  if (period.state === "closed") return refuse("PERIOD_CLOSED", { month: monthOf(period.startsOn) });
  const earlier = periods.find((other) => other.state === "open" && other.endsOn < period.startsOn);
  if (earlier) return refuse("PERIOD_EARLIER_OPEN", { month: monthOf(earlier.startsOn) });
  return ok({ ...period, state: "closed" });
}

/** Opens a month again, the latest closed one first. */
export function reopenPeriod(
  period: FiscalPeriod,
  periods: readonly FiscalPeriod[],
): Outcome<FiscalPeriod, "PERIOD_OPEN" | "PERIOD_LATER_CLOSED"> {
  if (period.state === "open") return refuse("PERIOD_OPEN");
  const later = periods.find((other) => other.state === "closed" && other.startsOn > period.endsOn);
  if (later) return refuse("PERIOD_LATER_CLOSED", { month: monthOf(later.startsOn) });
  return ok({ ...period, state: "open" });
}
