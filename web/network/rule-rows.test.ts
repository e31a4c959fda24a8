import { expect, test } from "vitest";
import { type RuleStep, rowsOfSteps, stepsOfRows } from "./rule-rows.ts";

const step: RuleStep = {
  stepNumber: 10,
  feedsStepNumber: 20,
  quantityPer: "1",
  processCode: "WELD",
  processName: "溶接",
  code: "{item}-10",
  unitDecimals: 0,
  yield: "0.98",
  leadTimeDays: 3,
  weight: 20,
  members: [
    { memberId: "a", sharePercent: "60" },
    { memberId: "b", sharePercent: "40" },
  ],
};

test("steps come back from their rows as they were, shared and unnamed ones too", () => {
  const steps = [step, { ...step, stepNumber: 20, feedsStepNumber: null, members: [] }];
  const rows = rowsOfSteps(steps);
  expect(rows).toHaveLength(3);
  expect(stepsOfRows(rows.map((row) => row.cells))).toEqual(steps);
});
