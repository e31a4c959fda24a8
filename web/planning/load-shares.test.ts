import { expect, test } from "vitest";
import { loadPercent, mostLoaded } from "./load-shares.ts";

const week = (orderMinutes: number, capacityMinutes: number, planMinutes = 0) => ({
  orderMinutes,
  planMinutes,
  capacityMinutes,
});

test("load counts orders and proposals; a week without work days has no share", () => {
  expect(loadPercent(week(300, 960, 180))).toBe(50);
  expect(loadPercent(week(60, 0))).toBeNull();
});

test("the tightest centre comes first, one without work is left out", () => {
  const centers = [
    { id: "free", weeks: [week(0, 960)] },
    { id: "half", weeks: [week(480, 960)] },
    { id: "over", weeks: [week(0, 960), week(1200, 960)] },
  ];
  expect(mostLoaded(centers, 5).map(({ id }) => id)).toEqual(["over", "half"]);
  expect(mostLoaded(centers, 1).map(({ id }) => id)).toEqual(["over"]);
});
