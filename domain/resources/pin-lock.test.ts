import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgePin, PIN_TRIES, type PinState } from "./pin-lock.ts";

const now = "2026-11-24T00:00:00.000Z";
const later = "2026-11-24T00:15:00.000Z";
const state = (failedAttempts: number, lockedUntil: string | null = null): PinState => ({
  failedAttempts,
  lockedUntil,
});

describe("a PIN on the shared tablet", () => {
  const cases = [
    { name: "the right one opens", before: state(0), isRight: true, answer: "right", after: state(0) },
    {
      name: "the right one forgets earlier wrong ones",
      before: state(4),
      isRight: true,
      answer: "right",
      after: state(0),
    },
    { name: "a wrong one is counted", before: state(2), isRight: false, answer: "wrong", after: state(3) },
    { name: "the fifth wrong one locks", before: state(4), isRight: false, answer: "locked", after: state(5, later) },
    {
      name: "a locked person is refused even with the right one",
      before: state(5, later),
      isRight: true,
      answer: "locked",
      after: state(5, later),
    },
    { name: "a lock ends by itself", before: state(5, now), isRight: true, answer: "right", after: state(0) },
    {
      name: "counting begins anew after a lock",
      before: state(5, now),
      isRight: false,
      answer: "wrong",
      after: state(1),
    },
  ];
  test.each(cases)("$name", ({ before, isRight, answer, after }) => {
    const judged = judgePin(before, isRight, now, later);
    expect(judged.answer).toBe(answer);
    expect(judged.next).toEqual(after);
  });
  test("cannot be guessed more than five times without a pause", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (tries) => {
        let current = state(0);
        let judgedCount = 0;
        for (let index = 0; index < tries; index += 1) {
          const judged = judgePin(current, false, now, later);
          if (current.lockedUntil === null) judgedCount += 1;
          current = judged.next;
        }
        expect(judgedCount).toBeLessThanOrEqual(PIN_TRIES);
      }),
    );
  });
});
