import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, roundYen, splitSale } from "../shared/index.ts";
import { judgeAmounts, returnAmounts } from "./judgement.ts";
import { LINE_MOVES, LINE_STATES, mayMove, openMoves, tradeState } from "./line-state.ts";

const terms = {
  amountRounding: "down",
  taxRounding: "down",
  sellerTaxStatus: "registered",
  suppliedOn: "2026-11-24",
} as const;

describe("what accepted goods cost", () => {
  test("three lines of 105 yen carry 31 yen tax together, not 30", () => {
    const lines = ["a", "b", "c"].map((lineId) => ({
      lineId,
      taxCategory: "taxable_10" as const,
      unitPrice: decimal(105),
      quantity: decimal(1),
      quantityBefore: decimal(0),
    }));
    expect(judgeAmounts(lines, terms).amounts.map((a) => a.taxYen)).toEqual([11n, 10n, 10n]);
  });
  test("parts of a line add up to the whole line's amount", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 999999 }),
        (parts, milli) => {
          const unitPrice = decimal(milli).dividedBy(1000);
          let before = decimal(0);
          let sum = 0n;
          for (const part of parts) {
            sum += judgeAmounts(
              [{ lineId: "l", taxCategory: "taxable_10", unitPrice, quantity: decimal(part), quantityBefore: before }],
              terms,
            ).amounts[0]!.amountYen;
            before = before.plus(part);
          }
          expect(sum).toBe(roundYen(unitPrice.times(before), "down"));
        },
      ),
    );
  });
  test("the tax on the lines is the tax of the document", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ price: fc.integer({ min: 0, max: 100000 }), reduced: fc.boolean() }), {
          minLength: 1,
          maxLength: 10,
        }),
        (rows) => {
          const lines = rows.map((row, i) => ({
            lineId: `l${i}`,
            taxCategory: row.reduced ? ("reduced_8" as const) : ("taxable_10" as const),
            unitPrice: decimal(row.price),
            quantity: decimal(3),
            quantityBefore: decimal(0),
          }));
          const { supply, amounts } = judgeAmounts(lines, terms);
          expect(amounts.reduce((sum, a) => sum + a.taxYen, 0n)).toBe(
            splitSale(supply).taxes.reduce((sum, t) => sum + t.taxYen, 0n),
          );
        },
      ),
    );
  });
});

describe("what comes back", () => {
  test("all returned, in any parts, is what was accepted to the last yen", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
        fc.bigInt({ min: 0n, max: 10_000_000n }),
        (parts, acceptedYen) => {
          const acceptedQuantity = decimal(parts.reduce((sum, part) => sum + part, 0));
          let returnedBefore = decimal(0);
          let sum = 0n;
          for (const part of parts) {
            const line = { lineId: "l", taxCategory: "taxable_10" as const, acceptedQuantity, acceptedYen };
            const { amounts } = returnAmounts([{ ...line, returnedBefore, quantity: decimal(part) }], terms);
            expect(amounts[0]!.amountYen >= 0n).toBe(true);
            sum += amounts[0]!.amountYen;
            returnedBefore = returnedBefore.plus(part);
          }
          expect(sum).toBe(acceptedYen);
        },
      ),
    );
  });
});

describe("states of a line", () => {
  test("every state named in a move exists, and a closed line opens no more", () => {
    for (const [from, to] of [...LINE_MOVES.seller, ...LINE_MOVES.buyer])
      expect([LINE_STATES.includes(from), LINE_STATES.includes(to)]).toEqual([true, true]);
    for (const closed of ["declined", "cancelled", "expired", "withdrawn"] as const)
      expect(openMoves(["seller", "buyer"], closed)).toEqual([]);
  });
  test("the buyer cannot confirm, the seller cannot cancel", () => {
    expect(mayMove(["buyer"], "placed", "confirmed")).toBe(false);
    expect(mayMove(["seller"], "placed", "cancelled")).toBe(false);
    expect(mayMove(["seller", "buyer"], "placed", "confirmed")).toBe(true);
  });
  test("a trade is as far as its least advanced living line", () =>
    expect(tradeState(["confirmed", "cancelled", "placed"])).toBe("placed"));
});
