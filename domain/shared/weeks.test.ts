import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "./dates.ts";
import { lastWeeks, levelPerWeek, percentOf, percentPerWeek } from "./weeks.ts";

const TODAY = "2026-11-29";
const weeks = lastWeeks(TODAY, 3);

describe("the last weeks", () => {
  test("end today and touch each other", () =>
    expect(weeks).toEqual([
      { from: "2026-11-09", to: "2026-11-15" },
      { from: "2026-11-16", to: "2026-11-22" },
      { from: "2026-11-23", to: "2026-11-29" },
    ]));
  test("cover every day exactly once", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), (back) => {
        const day = addDays(TODAY, -back);
        expect(weeks.filter(({ from, to }) => day >= from && day <= to)).toHaveLength(1);
        expect(daysBetween(weeks[0]!.from, TODAY)).toBe(20);
      }),
    ));
});

describe("a share", () => {
  test.each([
    { days: [], is: null },
    { days: [{ part: 3, whole: 4 }], is: 75 },
    {
      days: [
        { part: 1, whole: 1 },
        { part: 0, whole: 2 },
      ],
      is: 33.3,
    },
  ])("of $days is $is", ({ days, is }) => expect(percentOf(days)).toBe(is));
  test("per week leaves out weeks without anything", () =>
    expect(
      percentPerWeek(
        [
          { on: "2026-11-10", part: 1, whole: 2 },
          { on: "2026-11-29", part: 2, whole: 2 },
        ],
        weeks,
      ),
    ).toEqual([50, 100]));
});

describe("a level", () => {
  test("is followed back by what changed since", () =>
    expect(
      levelPerWeek(
        100n,
        [
          { on: "2026-11-16", amount: 30n },
          { on: "2026-11-29", amount: -10n },
        ],
        weeks,
      ),
    ).toEqual([80n, 110n, 100n]));
  test("ends with what stands now, when nothing lies ahead", () =>
    fc.assert(
      fc.property(fc.bigInt(), fc.array(fc.record({ back: fc.nat(30), amount: fc.bigInt() })), (now, changes) => {
        const dated = changes.map(({ back, amount }) => ({ on: addDays(TODAY, -back), amount }));
        expect(levelPerWeek(now, dated, weeks).at(-1)).toBe(now);
      }),
    ));
});
