import fc from "fast-check";
import { expect, test } from "vitest";
import { lotFacts } from "./usual-lot.ts";

const order = (orderedCount: number, scrappedCount = 0) => ({ productId: 1, orderedCount, scrappedCount });

const cases = [
  {
    name: "one-piece orders beside one large order do not set the lot",
    counts: [1, 1, 1, 1, 1, 60],
    usual: 60,
    middle: 1,
  },
  { name: "equal orders are their own lot", counts: [8, 8, 8], usual: 8, middle: 8 },
  { name: "half of the pieces in small orders is enough", counts: [2, 2, 2, 6], usual: 2, middle: 2 },
  { name: "an item without work orders has lots of one", counts: [], usual: 1, middle: 1 },
];
test.each(cases)("$name", ({ counts, usual, middle }) => {
  const facts = lotFacts(counts.map((count) => order(count)));
  expect(facts.usualLotCount).toBe(usual);
  expect(facts.middleOrderCount).toBe(middle);
});

test("at least half of all pieces come from orders up to the usual lot, and fewer from smaller ones", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 50 }), (counts) => {
      const { usualLotCount, orderedPieces } = lotFacts(counts.map((count) => order(count)));
      const upTo = (limit: number) => counts.filter((count) => count <= limit).reduce((sum, count) => sum + count, 0);
      expect(upTo(usualLotCount) * 2).toBeGreaterThanOrEqual(orderedPieces);
      expect(upTo(usualLotCount - 1) * 2).toBeLessThan(orderedPieces);
    }),
  );
});
