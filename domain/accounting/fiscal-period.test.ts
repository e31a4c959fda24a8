import { describe, expect, test } from "vitest";
import {
  closePeriod,
  fiscalYearStart,
  periodsOfFiscalYear,
  reopenPeriod,
  resolvePostingDate,
} from "./fiscal-period.ts";

const year = periodsOfFiscalYear("2026-04-01");
const closed = year.map((period) => (period.number <= 7 ? { ...period, state: "closed" as const } : period));

describe("fiscal periods", () => {
  test("2026年度 runs from April to March", () => {
    expect(year).toHaveLength(12);
    expect(year[0]).toMatchObject({ year: 2026, number: 1, startsOn: "2026-04-01", endsOn: "2026-04-30" });
    expect(year[11]).toMatchObject({ number: 12, endsOn: "2027-03-31" });
  });
  test.each([
    { date: "2026-11-23", startMonth: 4, start: "2026-04-01" },
    { date: "2027-03-31", startMonth: 4, start: "2026-04-01" },
    { date: "2027-04-01", startMonth: 4, start: "2027-04-01" },
    { date: "2026-11-23", startMonth: 1, start: "2026-01-01" },
  ])("$date lies in the year from $start", ({ date, startMonth, start }) =>
    expect(fiscalYearStart(date, startMonth)).toBe(start),
  );

  const postings = [
    { name: "an open day is the posting day", eventOn: "2026-11-23", isActing: true, posted: "2026-11-23" },
    { name: "the acting company's closed month refuses", eventOn: "2026-10-31", isActing: true, code: "PERIOD_CLOSED" },
    { name: "the partner's closed month never refuses", eventOn: "2026-10-31", isActing: false, posted: "2026-11-01" },
    { name: "a day outside all years", eventOn: "2028-01-01", isActing: true, code: "PERIOD_MISSING" },
    { name: "before the partner began its books", eventOn: "2026-03-31", isActing: false, posted: "2026-11-01" },
  ];
  test.each(postings)("$name", ({ eventOn, isActing, posted, code }) => {
    const outcome = resolvePostingDate(eventOn, closed, isActing);
    expect(outcome.ok ? outcome.value : outcome.refusals[0].code).toBe(posted ?? code);
  });

  test("months close in order and open again from the latest", () => {
    const closing = closePeriod(closed[7]!, closed);
    expect(closing.ok && closing.value.state).toBe("closed");
    const early = closePeriod(closed[8]!, closed);
    expect(!early.ok && early.refusals[0]).toEqual({ code: "PERIOD_EARLIER_OPEN", values: { month: "2026-11" } });
    const again = reopenPeriod(closed[5]!, closed);
    expect(!again.ok && again.refusals[0].code).toBe("PERIOD_LATER_CLOSED");
    expect(reopenPeriod(closed[6]!, closed).ok).toBe(true);
  });
});
