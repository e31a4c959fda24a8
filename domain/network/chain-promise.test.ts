import fc from "fast-check";
import { expect, test } from "vitest";
import { workingDayOnOrAfter, workingDayOnOrBefore, workingDays } from "../resources/index.ts";
import { addDays } from "../shared/index.ts";
import { chainPromise, planStepDates } from "./index.ts";

const calendar = workingDays({ worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] });
const days = {
  onOrBefore: (date: string) => workingDayOnOrBefore(calendar, date),
  onOrAfter: (date: string) => workingDayOnOrAfter(calendar, date),
};
const step = (stepNumber: number, feedsStepNumber: number | null, promisedOn: string, leadTimeDays = 2, part = 1) => ({
  stepNumber,
  feedsStepNumber,
  promisedOn,
  leadTimeDays,
  part,
});

test.each([
  ["all keep their day", [step(10, 20, "2026-12-14"), step(20, null, "2026-12-18")], "2026-12-18", "2026-12-18"],
  ["an early chain keeps the wanted day", [step(10, null, "2026-12-10")], "2026-12-18", "2026-12-18"],
  ["the last step is late", [step(10, 20, "2026-12-14"), step(20, null, "2026-12-21")], "2026-12-18", "2026-12-21"],
  [
    "a late first step moves the last",
    [step(10, 20, "2026-12-17"), step(20, null, "2026-12-18")],
    "2026-12-18",
    "2026-12-21",
  ],
  [
    "of two parts the later counts",
    [step(10, 20, "2026-12-10"), step(10, 20, "2026-12-22", 2, 2), step(20, null, "2026-12-18")],
    "2026-12-18",
    "2026-12-24",
  ],
])("%s", (_name, steps, wantedOn, promise) => {
  expect(chainPromise(steps, wantedOn, days)).toBe(promise);
});

/** Forests: a step feeds a later one, or the window. */
const forest = fc.array(fc.record({ feeds: fc.nat(5), lead: fc.integer({ min: 0, max: 9 }), slip: fc.nat(20) }), {
  minLength: 1,
  maxLength: 7,
});

test("work begins and goods move on working days, and no step begins before it can", () => {
  fc.assert(
    fc.property(forest, fc.nat(40), fc.nat(13), (rows, ahead, day) => {
      const steps = rows.map((row, index) => ({
        stepNumber: index + 1,
        feedsStepNumber: index + 1 + row.feeds < rows.length ? index + 1 + row.feeds + 1 : null,
        leadTimeDays: row.lead,
      }));
      const from = addDays("2026-12-25", day);
      const plan = planStepDates(steps, { from, wantedOn: addDays(from, ahead) }, days);
      for (const one of steps) {
        const [starts, ends] = [plan.startsOn.get(one.stepNumber)!, plan.wantedOn.get(one.stepNumber)!];
        expect([starts, ends].map((on) => days.onOrAfter(on))).toEqual([starts, ends]);
        expect(starts >= from && addDays(starts, one.leadTimeDays) <= ends).toBe(true);
        for (const fed of steps.filter((other) => other.feedsStepNumber === one.stepNumber))
          expect(plan.wantedOn.get(fed.stepNumber)! <= starts).toBe(true);
      }
    }),
  );
});

test("members who keep the planned days give back the plan; a slip never makes it earlier", () => {
  fc.assert(
    fc.property(forest, fc.nat(40), (rows, ahead) => {
      const steps = rows.map((row, index) => ({
        stepNumber: index + 1,
        feedsStepNumber: index + 1 + row.feeds < rows.length ? index + 1 + row.feeds + 1 : null,
        leadTimeDays: row.lead,
        part: 1,
      }));
      const order = { from: "2026-12-01", wantedOn: addDays("2026-12-01", ahead) };
      const plan = planStepDates(steps, order, days);
      const kept = steps.map((one) => ({ ...one, promisedOn: plan.wantedOn.get(one.stepNumber)! }));
      expect(chainPromise(kept, order.wantedOn, days)).toBe(plan.promisedOn);
      const slipped = kept.map((one, index) => ({ ...one, promisedOn: addDays(one.promisedOn, rows[index]!.slip) }));
      const later = chainPromise(slipped, order.wantedOn, days);
      expect(later >= plan.promisedOn).toBe(true);
      for (const one of slipped) expect(later >= one.promisedOn).toBe(true);
    }),
  );
});
