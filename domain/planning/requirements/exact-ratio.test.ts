import fc from "fast-check";
import { expect, test } from "vitest";
import { PlanLimit, reducedRatio, timesRatioDown, timesRatioUp, upToMultiple } from "./exact-ratio.ts";

const whole = fc.integer({ min: 0, max: 2 ** 45 });
const part = fc.integer({ min: 1, max: 2 ** 40 });

test("a ratio loses its common divisor, and is refused beyond exact integers", () => {
  expect(reducedRatio(1_900_000n, 2_000_000n)).toEqual({ numerator: 19, denominator: 20 });
  expect(reducedRatio(2n ** 53n, 1n)).toBeNull();
});

test("multiplying by a ratio is exact, also where the product leaves the exact integers on the way", () => {
  fc.assert(
    fc.property(whole, part, part, (value, top, bottom) => {
      const product = BigInt(value) * BigInt(top);
      const down = product / BigInt(bottom);
      const up = (product + BigInt(bottom) - 1n) / BigInt(bottom);
      if (up > BigInt(Number.MAX_SAFE_INTEGER)) {
        expect(() => timesRatioUp(value, top, bottom, 7)).toThrow(PlanLimit);
      } else {
        expect(timesRatioUp(value, top, bottom, 7)).toBe(Number(up));
        expect(timesRatioDown(value, top, bottom, 7)).toBe(Number(down));
      }
    }),
    { numRuns: 2000 },
  );
});

test("products close to 2^53 do not slip by one", () => {
  for (let offset = 0; offset < 200; offset++) {
    const value = Number.MAX_SAFE_INTEGER - offset;
    for (const bottom of [2, 3, 7, 1_000_003]) {
      const expected = Number((BigInt(value) + BigInt(bottom) - 1n) / BigInt(bottom));
      expect(timesRatioUp(value, 1, bottom, 0)).toBe(expected);
      expect(timesRatioDown(value, 1, bottom, 0)).toBe(Number(BigInt(value) / BigInt(bottom)));
    }
  }
});

test.each([
  { value: 0, step: 5, expected: 0 },
  { value: 1, step: 5, expected: 5 },
  { value: 10, step: 5, expected: 10 },
  { value: 7, step: 0, expected: 7 },
])("$value up to a multiple of $step is $expected", ({ value, step, expected }) => {
  expect(upToMultiple(value, step)).toBe(expected);
});
