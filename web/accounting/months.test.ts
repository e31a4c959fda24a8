import { expect, test } from "vitest";
import { daysOfMonth, monthBefore } from "./months.ts";

test.each([
  ["2026-11", "2026-11-30"],
  ["2026-12", "2026-12-31"],
  ["2027-02", "2027-02-28"],
  ["2028-02", "2028-02-29"],
  ["2100-02", "2100-02-28"],
])("%s ends on %s", (month, last) => expect(daysOfMonth(month)).toEqual({ first: `${month}-01`, last }));

test("the month before January is December", () => {
  expect([monthBefore("2026-01"), monthBefore("2026-11")]).toEqual(["2025-12", "2026-10"]);
});
