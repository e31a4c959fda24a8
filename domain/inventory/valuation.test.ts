import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../shared/index.ts";
import {
  backdatedDifferences,
  EMPTY_VALUATION,
  issue,
  receive,
  revalue,
  transfer,
  type ValuedMove,
  valueMoves,
} from "./valuation.ts";

const receipt = (
  moveId: string,
  movedOn: string,
  sequence: number,
  quantity: string,
  valueYen: bigint,
): ValuedMove => ({
  moveId,
  movedOn,
  sequence,
  kind: "receipt",
  quantity: decimal(quantity),
  valueYen,
});
const out = (moveId: string, movedOn: string, sequence: number, quantity: string): ValuedMove => ({
  moveId,
  movedOn,
  sequence,
  kind: "issue",
  quantity: decimal(quantity),
});

describe("moving average", () => {
  const cases = [
    { name: "ten at 100 yen, three go: 300", quantity: "10", valueYen: 1000n, issued: "3", expected: 300n },
    { name: "three for 100 yen, one goes: 33", quantity: "3", valueYen: 100n, issued: "1", expected: 33n },
    { name: "two for 101 yen, one goes: half a yen up", quantity: "2", valueYen: 101n, issued: "1", expected: 51n },
    { name: "the last unit takes the rest", quantity: "0.4", valueYen: 7n, issued: "0.4", expected: 7n },
  ];
  test.each(cases)("$name", ({ quantity, valueYen, issued, expected }) => {
    const outcome = issue(receive(EMPTY_VALUATION, decimal(quantity), valueYen), decimal(issued));
    expect(outcome.ok && outcome.value.valueYen).toBe(expected);
  });
  test("more than there is cannot go", () => {
    const outcome = issue(receive(EMPTY_VALUATION, decimal(2), 10n), decimal("2.5"));
    expect(!outcome.ok && outcome.refusals[0]).toMatchObject({
      code: "STOCK_SHORT",
      values: { available: "2", wanted: "2.5" },
    });
  });
  test("a transfer arrives at the value it left with", () => {
    const moved = transfer(
      receive(EMPTY_VALUATION, decimal(3), 100n),
      receive(EMPTY_VALUATION, decimal(1), 50n),
      decimal(2),
    );
    expect(moved.ok && [moved.value.from.valueYen, moved.value.to.valueYen]).toEqual([33n, 117n]);
  });
  test("a cut below nothing leaves a rest for the variance", () => {
    const stock = receive(EMPTY_VALUATION, decimal(1), 30n);
    expect(revalue(stock, -50n)).toEqual({ stock: { ...stock, valueYen: 0n }, restYen: -20n });
    expect(revalue(EMPTY_VALUATION, 50n).restYen).toBe(50n);
  });

  const steps = fc.array(
    fc.record({
      milli: fc.integer({ min: 1, max: 5_000_000 }),
      valueYen: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      isReceipt: fc.boolean(),
      all: fc.boolean(),
    }),
    { maxLength: 60 },
  );
  test("value is never negative and what was issued plus what remains is what was received, to the yen", () => {
    fc.assert(
      fc.property(steps, (moves) => {
        let stock = EMPTY_VALUATION;
        let receivedYen = 0n;
        let issuedYen = 0n;
        for (const { milli, valueYen, isReceipt, all } of moves) {
          const quantity = decimal(milli).dividedBy(1000);
          if (isReceipt) {
            stock = receive(stock, quantity, valueYen);
            receivedYen += valueYen;
            continue;
          }
          const outcome = issue(stock, all && stock.quantity.greaterThan(0) ? stock.quantity : quantity);
          if (!outcome.ok) continue;
          stock = outcome.value.stock;
          issuedYen += outcome.value.valueYen;
          expect(outcome.value.valueYen >= 0n).toBe(true);
          expect(stock.valueYen >= 0n).toBe(true);
          if (stock.quantity.isZero()) expect(stock.valueYen).toBe(0n);
        }
        expect(issuedYen + stock.valueYen).toBe(receivedYen);
      }),
    );
  });
});

describe("a back-dated move", () => {
  const early = [
    receipt("r1", "2026-11-01", 1, "10", 1000n),
    out("i1", "2026-11-05", 2, "5"),
    out("i2", "2026-11-20", 3, "5"),
  ];
  const booked = new Map([
    ["i1", 500n],
    ["i2", 500n],
  ]);
  test("changes only the issues after it", () => {
    const late = receipt("r2", "2026-11-10", 4, "5", 1000n);
    expect(backdatedDifferences(EMPTY_VALUATION, [...early, late], booked)).toEqual({
      ok: true,
      value: [{ moveId: "i2", differenceYen: 250n }],
    });
  });
  test("changes nothing when nothing follows it", () =>
    expect(backdatedDifferences(EMPTY_VALUATION, [...early, receipt("r2", "2026-11-21", 4, "5", 1n)], booked)).toEqual({
      ok: true,
      value: [],
    }));
  test("goes through a later price: the value agreed stays with the stock of that day", () => {
    const price: ValuedMove = { moveId: "p", movedOn: "2026-11-06", sequence: 5, kind: "revaluation", changeYen: 100n };
    const valued = valueMoves(EMPTY_VALUATION, [...early, price]);
    expect(valued.ok && [valued.value.values.get("i2"), valued.value.stock.valueYen]).toEqual([600n, 0n]);
  });
  test("is refused with the day on which stock would run out", () => {
    const outcome = backdatedDifferences(EMPTY_VALUATION, [...early, out("i0", "2026-11-02", 4, "3")], booked);
    expect(!outcome.ok && outcome.refusals[0].values?.["date"]).toBe("2026-11-20");
  });
  test("gives the books that entering everything in order would have given", () => {
    const moves = fc.array(
      fc.record({
        day: fc.integer({ min: 10, max: 28 }),
        quantity: fc.integer({ min: 1, max: 9 }),
        valueYen: fc.bigInt({ min: 0n, max: 9999n }),
        isReceipt: fc.boolean(),
      }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(moves, (steps) => {
        const all = [
          receipt("start", "2026-11-01", 0, "1000", 123_457n),
          ...steps.map((s, i) =>
            s.isReceipt
              ? receipt(`m${i}`, `2026-11-${s.day}`, i + 1, `${s.quantity}`, s.valueYen)
              : out(`m${i}`, `2026-11-${s.day}`, i + 1, `${s.quantity}`),
          ),
        ];
        const before = valueMoves(EMPTY_VALUATION, all);
        const late = receipt("late", "2026-11-09", 99, "3", 9_999n);
        const after = valueMoves(EMPTY_VALUATION, [...all, late]);
        if (!before.ok || !after.ok) throw new Error("stock is ample");
        const differences = backdatedDifferences(EMPTY_VALUATION, [...all, late], before.value.values);
        const changedYen = differences.ok ? differences.value.reduce((sum, d) => sum + d.differenceYen, 0n) : 0n;
        expect(before.value.stock.valueYen + 9_999n - changedYen).toBe(after.value.stock.valueYen);
      }),
    );
  });
});
