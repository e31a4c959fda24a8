import { expect, test } from "vitest";
import { predictAThirdOrder } from "./learn-times.ts";
import { planAPump } from "./plan-a-pump.ts";
import { checkAWeek, previewAMove, scheduleAWeek } from "./schedule-a-week.ts";

test("the examples do what they say", () => {
  expect(planAPump().orders.map(({ itemCode, quantity }) => `${itemCode} ${quantity}`)).toEqual(["PUMP 2", "SHAFT 1"]);
  const second = scheduleAWeek().orders[1]!;
  expect(second).toMatchObject({ orderId: "W-2", end: "2026-12-08T10:00" });
  expect(second.whyLate[0]).toMatchObject({
    code: "WAITS_FOR_MACHINE",
    values: { machine: "L-1", behindOrder: "W-1" },
  });
  expect(previewAMove()).toEqual([
    { orderId: "W-1", becameLate: true },
    { orderId: "W-2", becameLate: false },
  ]);
  expect(checkAWeek()).toEqual([
    "machine L-1 WITHOUT_CALENDAR",
    "operation W-1/10 WITHOUT_MACHINE",
    "operation W-2/10 WITHOUT_MACHINE",
  ]);
  expect(predictAThirdOrder()).toBeGreaterThan(0);
});
