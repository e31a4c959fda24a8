import { expect, test } from "vitest";
import { chainState, chainStateOfAll, isLateStep } from "./chain-state.ts";

const running = { isCancelled: false, isDone: false, isLate: false, waitingCount: 0 };
const cases = [
  { name: "all confirmed", facts: running, expected: { state: "running", isLate: false } },
  {
    name: "a member has not answered",
    facts: { ...running, waitingCount: 1 },
    expected: { state: "waiting", isLate: false },
  },
  { name: "promised too late", facts: { ...running, isLate: true }, expected: { state: "running", isLate: true } },
  {
    name: "done, although after its day",
    facts: { ...running, isDone: true, isLate: true },
    expected: { state: "done", isLate: false },
  },
  {
    name: "called off",
    facts: { ...running, isCancelled: true, isDone: true, isLate: true, waitingCount: 2 },
    expected: { state: "cancelled", isLate: false },
  },
];
test.each(cases)("$name", ({ facts, expected }) => {
  expect(chainState(facts)).toEqual(expected);
  expect(chainStateOfAll([facts])).toEqual(expected);
});

test("a member's two orders in one chain: one late order makes it late, one cancelled order does not end it", () => {
  const late = { ...running, isLate: true };
  expect(chainStateOfAll([running, late])).toEqual({ state: "running", isLate: true });
  expect(chainStateOfAll([{ ...running, isCancelled: true, isDone: true }, running]).state).toBe("running");
  expect(
    chainStateOfAll([
      { ...running, isDone: true },
      { ...running, isCancelled: true, isDone: true },
    ]).state,
  ).toBe("done");
});

test("a step is late while it is owed: promised after its day, or its day has passed", () => {
  const step = { isOwed: true, wantedOn: "2026-12-10", promisedOn: "2026-12-11" };
  expect(isLateStep(step, "2026-12-01")).toBe(true);
  expect(isLateStep({ ...step, promisedOn: null }, "2026-12-10")).toBe(false);
  expect(isLateStep({ ...step, promisedOn: null }, "2026-12-11")).toBe(true);
  expect(isLateStep({ ...step, isOwed: false }, "2026-12-31")).toBe(false);
});
