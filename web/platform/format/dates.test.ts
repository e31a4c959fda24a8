import { describe, expect, test } from "vitest";
import {
  formatDate,
  formatEraDate,
  formatInstant,
  formatMonth,
  formatShortDate,
  parseTypedDate,
  relativeDay,
} from "./dates.ts";

describe("a day on the screen", () => {
  test("names its weekday in the reader's language", () => {
    expect(formatDate("2026-11-23", "ja")).toBe("2026/11/23(月)");
    expect(formatDate("2026-11-23", "en")).toBe("2026/11/23 (Mon)");
  });
  test("can be read by the Japanese era", () => {
    expect(formatEraDate("2026-11-23")).toBe("令和8年11月23日");
    expect(formatEraDate("2019-05-01")).toBe("令和元年5月1日");
    expect(formatEraDate("2019-04-30")).toBe("平成31年4月30日");
  });
  test("is short in narrow columns, with the year when it is another", () => {
    expect([formatShortDate("2026-11-03", "2026-11-23"), formatShortDate("2027-01-05", "2026-11-23")]).toEqual([
      "11/3",
      "2027/1/5",
    ]);
  });
  test("that is no day is shown as it came", () => expect(formatDate("2026-02-30", "ja")).toBe("2026-02-30"));
  test("as a month is written as offices write it", () => expect(formatMonth("2026-04", "ja")).toBe("2026年4月"));
  test("as a moment is Japan's wall clock", () =>
    expect(formatInstant("2026-11-23T15:30:00Z")).toBe("2026/11/24 00:30"));
});

describe("the distance of a day from today", () => {
  const cases = [
    { date: "2026-11-23", key: "platform.date.today", count: 0 },
    { date: "2026-11-24", key: "platform.date.tomorrow", count: 1 },
    { date: "2026-11-22", key: "platform.date.yesterday", count: 1 },
    { date: "2026-11-20", key: "platform.date.daysAgo", count: 3 },
    { date: "2026-12-14", key: "platform.date.inWeeks", count: 3 },
  ];
  test.each(cases)("of $date is told by $key", ({ date, key, count }) =>
    expect(relativeDay(date, "2026-11-23")).toEqual({ key, count }),
  );
  test("beyond two months is not told", () => expect(relativeDay("2027-11-23", "2026-11-23")).toBeNull());
});

describe("a day typed in a hurry", () => {
  const today = "2026-11-23";
  const cases = [
    { typed: "2026/12/1", day: "2026-12-01" },
    { typed: "2026/12/01(火)", day: "2026-12-01" },
    { typed: "2026/12/01 (Tue)", day: "2026-12-01" },
    { typed: "令和8年12月1日", day: "2026-12-01" },
    { typed: "１２／１", day: "2026-12-01" },
    { typed: "11/20", day: "2026-11-20" },
    { typed: "1/15", day: "2027-01-15" },
    { typed: "30", day: "2026-11-30" },
    { typed: "5", day: "2026-12-05" },
    { typed: "+7", day: "2026-11-30" },
    { typed: "2/30", day: null },
    { typed: "あした", day: null },
    { typed: "", day: null },
  ];
  test.each(cases)("as '$typed' means $day", ({ typed, day }) => expect(parseTypedDate(typed, today)).toBe(day));
});
