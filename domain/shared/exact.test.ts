import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocateYen, decimal, roundUpToUnit, roundYen } from "./exact.ts";

describe("splitting yen", () => {
  const cases = [
    { name: "odd yen goes first", amountYen: 100n, weights: [1n, 1n, 1n], expected: [34n, 33n, 33n] },
    { name: "zero weight gets none", amountYen: 7n, weights: [0n, 3n], expected: [0n, 7n] },
    { name: "a credit mirrors debit", amountYen: -100n, weights: [1n, 1n, 1n], expected: [-34n, -33n, -33n] },
    { name: "the larger remainder wins", amountYen: 10n, weights: [1n, 5n], expected: [2n, 8n] },
  ];
  test.each(cases)("$name", ({ amountYen, weights, expected }) =>
    expect(allocateYen(amountYen, weights)).toEqual(expected),
  );

  test("parts add up to the amount and each is within one yen of its exact share", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc
          .array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 1, maxLength: 20 })
          .filter((w) => w.some((x) => x > 0n)),
        (amountYen, weights) => {
          const parts = allocateYen(amountYen, weights);
          const total = weights.reduce((a, b) => a + b, 0n);
          expect(parts.reduce((a, b) => a + b, 0n)).toBe(amountYen);
          parts.forEach((part, i) => {
            const off = part * total - amountYen * weights[i]!;
            expect(off < total && off > -total).toBe(true);
          });
        },
      ),
    );
  });
});

describe("rounding", () => {
  const cases = [
    { amount: "100.1", rounding: "down", expected: 100n },
    { amount: "100.1", rounding: "up", expected: 101n },
    { amount: "100.5", rounding: "half_up", expected: 101n },
    { amount: "-100.5", rounding: "half_up", expected: -101n },
    { amount: "-100.9", rounding: "down", expected: -100n },
  ] as const;
  test.each(cases)("$amount yen rounded $rounding is $expected", ({ amount, rounding, expected }) =>
    expect(roundYen(decimal(amount), rounding)).toBe(expected),
  );
  test("a quantity is rounded up to its unit", () => {
    expect(roundUpToUnit(decimal("10.001"), 0).toString()).toBe("11");
    expect(roundUpToUnit(decimal("10.0010"), 3).toString()).toBe("10.001");
  });
});
