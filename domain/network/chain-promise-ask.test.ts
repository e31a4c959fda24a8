import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workingDayOnOrAfter, workingDays } from "../resources/index.ts";
import { decimal } from "../shared/index.ts";
import { chainReadyOn, type DatedAnswer, inputsOf, type PlannedStep, readyByLeadTime } from "./index.ts";

const calendar = workingDays({ worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] });
const days = { onOrAfter: (date: string) => workingDayOnOrAfter(calendar, date) };
/** A Tuesday. */
const TODAY = "2026-12-01";

const step = (stepNumber: number, feedsStepNumber: number | null, more: Partial<PlannedStep> = {}): PlannedStep => ({
  ...{ stepNumber, part: 1, feedsStepNumber, sellerId: `M${stepNumber}`, buyerId: `M${feedsStepNumber ?? "W"}` },
  ...{ processCode: "P", processName: "P", code: `C${stepNumber}`, quantity: decimal(10), yield: decimal(1) },
  ...{ quantityPer: decimal(1), unitDecimals: 0, leadTimeDays: 2, startsOn: TODAY, wantedOn: TODAY },
  ...{ amountYen: null, earningYen: null, kind: "trade" },
  ...more,
});
const answered = (one: PlannedStep, readyOn: string | null): DatedAnswer => ({
  step: one,
  answer: readyOn === null ? "impossible" : "date",
  notBefore: TODAY,
  readyOn,
});

describe("what a step begins with", () => {
  test("the latest of what feeds it, on a working day, and the goods that come to it", () => {
    const before = [answered(step(10, 30), "2026-12-03"), answered(step(20, 30), "2026-12-05")];
    expect(inputsOf(step(30, null), "relay", before, TODAY, days)).toMatchObject({
      notBefore: "2026-12-07",
      arrivals: [
        { sellerId: "M10", code: "C10", onDate: "2026-12-03" },
        { sellerId: "M20", code: "C20", onDate: "2026-12-05" },
      ],
    });
    expect(inputsOf(step(10, 30), "relay", [], TODAY, days)).toEqual({
      notBefore: TODAY,
      beginsOn: TODAY,
      arrivals: [],
    });
  });

  test("only the parts that go to it; in processing all, and the goods are the window's", () => {
    const before = [
      answered(step(10, 20, { part: 1, buyerId: "A" }), "2026-12-02"),
      answered(step(10, 20, { part: 2, buyerId: "B" }), "2026-12-09"),
    ];
    expect(inputsOf(step(20, null, { sellerId: "A" }), "relay", before, TODAY, days)?.notBefore).toBe("2026-12-02");
    expect(inputsOf(step(20, null, { sellerId: "A" }), "processing", before, TODAY, days)).toEqual({
      notBefore: "2026-12-09",
      // What another brings is begun on the next day.
      beginsOn: "2026-12-10",
      arrivals: [],
    });
  });

  test("a step inside its company hands on what came to it; one without a day leaves the next open", () => {
    const inside = step(20, 30, { sellerId: "M30", buyerId: "M30", kind: "inside" });
    const before = [
      answered(step(10, 20, { buyerId: "M30" }), "2026-12-04"),
      { ...answered(inside, "2026-12-04"), answer: "inside" as const },
    ];
    expect(inputsOf(step(30, null), "relay", before, TODAY, days)?.arrivals).toMatchObject([{ code: "C10" }]);
    expect(inputsOf(step(20, null), "relay", [answered(step(10, 20), null)], TODAY, days)).toBeNull();
  });
});

test("by lead times: the rule's from what feeds it, and not within the agreed one", () => {
  const by = (leadTimeDays: number) =>
    readyByLeadTime({ leadTimeDays: 2 }, "2026-12-03", { from: TODAY, leadTimeDays }, days);
  expect([by(0), by(10)]).toEqual(["2026-12-07", "2026-12-11"]);
});

test("the whole is ready with its last step, and never when one of them has no day", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 28 })), { minLength: 1, maxLength: 5 }), (lasts) => {
      const all = lasts.map((day, at) =>
        answered(step(at + 1, null), day === null ? null : `2026-12-${String(day).padStart(2, "0")}`),
      );
      const whole = chainReadyOn([...all, answered(step(99, 1), "2027-01-31")]);
      expect(whole).toBe(
        lasts.some((day) => day === null)
          ? null
          : all
              .map((one) => one.readyOn!)
              .toSorted()
              .at(-1),
      );
    }),
  );
});
