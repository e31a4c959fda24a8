import { expect, test } from "vitest";
import { reachesTarget, targetsShape } from "./target.ts";

const cases = [
  { name: "on time at its target", figure: "onTimePercent", value: 95, target: "95", reached: true },
  { name: "on time below it", figure: "onTimePercent", value: 94.9, target: "95", reached: false },
  { name: "less scrap than allowed", figure: "scrapPercent", value: 0.4, target: "0.5", reached: true },
  { name: "more stock than wanted", figure: "stockDays", value: 31, target: "30", reached: false },
  { name: "nothing is wanted", figure: "monthlySalesYen", value: 1, target: null, reached: null },
] as const;
test.each(cases)("$name", ({ figure, value, target, reached }) =>
  expect(reachesTarget(figure, value, target)).toBe(reached),
);

test("a percentage above a hundred is none", () => {
  const none = { monthlySalesYen: null, stockDays: null, scrapPercent: null };
  expect(targetsShape.safeParse({ ...none, onTimePercent: "100.5" }).success).toBe(false);
  expect(targetsShape.safeParse({ ...none, onTimePercent: "98.5" }).success).toBe(true);
});
