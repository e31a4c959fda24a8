import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../shared/index.ts";
import { CHAIN_STANDINGS, chainStanding, isStepLate, standingOfAll } from "./chain-standing.ts";

describe("how a chain stands", () => {
  test("closed before late, late before waiting", () => {
    const open = { isCancelled: false, isDone: false, isLate: false, waitingCount: 0 };
    expect(chainStanding(open)).toBe("running");
    expect(chainStanding({ ...open, waitingCount: 2 })).toBe("waiting");
    expect(chainStanding({ ...open, waitingCount: 2, isLate: true })).toBe("late");
    expect(chainStanding({ ...open, isLate: true, isDone: true })).toBe("done");
    expect(chainStanding({ ...open, isLate: true, isDone: true, isCancelled: true })).toBe("cancelled");
  });
  test("several orders stand as the most urgent one, in whatever order they come", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CHAIN_STANDINGS), { minLength: 1 }), (all) => {
        const one = standingOfAll(all);
        expect(all).toContain(one);
        expect(standingOfAll([...all].reverse())).toBe(one);
        if (all.includes("late")) expect(one).toBe("late");
        if (one === "done") expect(all.every((each) => each === "done" || each === "cancelled")).toBe(true);
      }),
    );
  });
  test("a step is late by its promise or by the calendar, until it is done or closed", () => {
    const step = { state: "confirmed", wantedOn: "2026-12-10", promisedOn: "2026-12-10", shareDone: null };
    expect(isStepLate(step, "2026-12-10")).toBe(false);
    expect(isStepLate(step, "2026-12-11")).toBe(true);
    expect(isStepLate({ ...step, promisedOn: "2026-12-11" }, "2026-12-01")).toBe(true);
    expect(isStepLate({ ...step, promisedOn: null }, "2026-12-11")).toBe(true);
    expect(isStepLate({ ...step, promisedOn: "2026-12-11", shareDone: decimal(1) }, "2026-12-20")).toBe(false);
    expect(isStepLate({ ...step, state: "cancelled" }, "2026-12-20")).toBe(false);
  });
});
