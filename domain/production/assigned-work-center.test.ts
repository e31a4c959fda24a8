import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../shared/index.ts";
import { assignWorkCenter, isBegun, minutesWhereDone, OPERATION_STATES } from "./index.ts";

const atOwn = { workCenterId: "lathe", assignedWorkCenterId: null, timeFactor: decimal(1), state: "ready" as const };
const alternatives = [
  { workCenterId: "mill", timeFactor: decimal("1.5") },
  { workCenterId: "help", timeFactor: decimal("0.8") },
];

describe("an operation at another work centre than its own", () => {
  const cases = [
    { name: "an alternative at its factor", to: "mill", expected: { assignedWorkCenterId: "mill", timeFactor: "1.5" } },
    { name: "its own at the routing's times", to: "lathe", expected: { assignedWorkCenterId: null, timeFactor: "1" } },
    { name: "no other one", to: "paint", expected: "WORK_CENTER_NOT_ALTERNATIVE" },
    { name: "nothing of a partner's work", to: "mill", own: null, expected: "OPERATION_WITHOUT_WORK_CENTER" },
    { name: "nothing that is done", to: "mill", state: "done" as const, expected: "OPERATION_DONE" },
    {
      name: "what runs: the floor works elsewhere",
      ...{ to: "help", state: "running" as const, expected: { assignedWorkCenterId: "help", timeFactor: "0.8" } },
    },
  ];
  test.each(cases)("takes $name", ({ to, own, state, expected }) => {
    const operation = { ...atOwn, ...(own === null && { workCenterId: own }), ...(state && { state }) };
    const given = assignWorkCenter(operation, to, alternatives);
    expect(
      given.ok ? { ...given.value, timeFactor: given.value.timeFactor.toFixed() } : given.refusals[0].code,
    ).toEqual(expected);
  });

  test("takes its factor longer there and exactly the routing's time back at its own, wherever it was between", () => {
    const thousandths = fc.integer({ min: 1, max: 999_999 }).map((value) => decimal(value).dividedBy(1000));
    fc.assert(
      fc.property(
        thousandths,
        thousandths,
        fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), thousandths), { maxLength: 5 }),
        (setupMinutes, runMinutesPerUnit, way) => {
          const routing = { setupMinutes, runMinutesPerUnit };
          let now = { ...atOwn, ...routing };
          for (const [workCenterId, timeFactor] of way) {
            const given = assignWorkCenter(now, workCenterId, [{ workCenterId, timeFactor }]);
            if (!given.ok) throw new Error(given.refusals[0].code);
            now = { ...now, ...given.value } as typeof now;
            expect(minutesWhereDone(now).setupMinutes.dividedBy(timeFactor).toFixed(6)).toBe(setupMinutes.toFixed(6));
            expect(minutesWhereDone(now).runMinutesPerUnit.equals(runMinutesPerUnit.times(timeFactor))).toBe(true);
          }
          const back = assignWorkCenter(now, "lathe", []);
          expect(back.ok && minutesWhereDone({ ...now, ...back.value })).toEqual(routing);
        },
      ),
    );
  });

  test("is begun with the first word or piece of the floor", () => {
    const none = { good: decimal(0), scrap: decimal(0) };
    expect(OPERATION_STATES.filter((state) => !isBegun({ state, ...none }))).toEqual(["waiting", "ready"]);
    expect(isBegun({ state: "ready", good: decimal(0), scrap: decimal(1) })).toBe(true);
  });
});
