import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal, decimal } from "../shared/index.ts";
import {
  itemKey,
  NO_STOCK,
  type PlaceKind,
  type StockEnd,
  type StockMove,
  type StockState,
  valueStockMoves,
} from "./stock-move.ts";

const end = (company: string, placeKind: PlaceKind, quantity: string, more: Partial<StockEnd> = {}): StockEnd => ({
  companyId: company,
  itemId: `${company}-item`,
  accountRole: "finishedGoods",
  placeId: `${company}-${placeKind}`,
  placeKind,
  quantity: decimal(quantity),
  ...more,
});
const state = (company: string, onHand: string, valueYen: bigint, reserved = "0"): StockState => ({
  items: new Map([
    [
      itemKey(company, `${company}-item`),
      { ...NO_STOCK, onHand: decimal(onHand), valueYen, reserved: decimal(reserved) },
    ],
  ]),
  shipped: new Map(),
  balances: new Map([
    [`${company}/${company}-item/${company}-storage/00000000-0000-0000-0000-000000000000/${company}`, decimal(onHand)],
  ]),
});
const move = (id: string, from: StockEnd, to: StockEnd, more: Partial<StockMove> = {}): StockMove => ({
  id,
  kind: "transfer",
  movedOn: "2026-11-24",
  from,
  to,
  ...more,
});
const delivered = { deliveryId: "d1", deliveryLineNumber: 1 };

describe("stock moves", () => {
  test("shipped goods keep the cost they left with until the buyer accepts; the buyer values at its price", () => {
    const outcome = valueStockMoves(state("S", "10", 1000n), [
      move("m1", end("S", "storage", "4"), end("S", "transit", "4"), { kind: "shipment", ...delivered }),
      move("m2", end("S", "transit", "4"), end("B", "receiving", "4"), {
        kind: "acceptance",
        ...delivered,
        tradeId: "t",
        valueInYen: 900n,
      }),
    ]);
    if (!outcome.ok) throw new Error(outcome.refusals[0].code);
    expect(outcome.value.values.map((v) => [v.companyId, v.pool, v.valueYen])).toEqual([
      ["S", "stock", -400n],
      ["S", "shipped", 400n],
      ["S", "shipped", -400n],
      ["B", "stock", 900n],
    ]);
    expect(outcome.value.costYen.get("m2")).toBe(400n);
  });
  const refused = [
    { name: "more than there is", from: end("S", "storage", "11"), code: "STOCK_SHORT" },
    { name: "another place's goods", from: end("S", "receiving", "1"), code: "STOCK_SHORT" },
    { name: "what is promised to somebody else", from: end("S", "storage", "8"), code: "STOCK_PROMISED" },
  ];
  test.each(refused)("$name does not leave", ({ from, code }) => {
    const outcome = valueStockMoves(state("S", "10", 1000n, "5"), [
      move("m", from, end("S", "customer", from.quantity.toFixed())),
    ]);
    expect(outcome.ok ? "" : outcome.refusals[0].code).toBe(code);
  });
  test("what was promised to this order may leave for it", () => {
    const outcome = valueStockMoves(state("S", "10", 1000n, "5"), [
      move("m", end("S", "storage", "8"), end("S", "customer", "8"), { releasesReserved: decimal("5") }),
    ]);
    expect(outcome.ok).toBe(true);
  });
  test("moving within the company, or to a subcontractor without charge, changes no value", () => {
    const outcome = valueStockMoves(state("S", "10", 1000n), [
      move("m", end("S", "storage", "3"), end("S", "at_partner", "3", { keeperId: "K" }), { kind: "free_issue" }),
    ]);
    expect(outcome.ok && outcome.value.values).toEqual([]);
    expect(outcome.ok && outcome.value.items[0]?.change.keptElsewhere.toFixed()).toBe("3");
  });
  test("goods on their way that only change their keeper keep their cost: nothing is written, and they leave with it later", () => {
    const on = { ...delivered, kind: "arrival" as const };
    const moves = [
      move("m1", end("S", "storage", "4"), end("S", "transit", "4"), delivered),
      move("m2", end("S", "transit", "4"), end("S", "transit", "4", { keeperId: "B" }), on),
      move("m3", end("S", "transit", "4", { keeperId: "B" }), end("S", "customer", "4"), delivered),
    ];
    const outcome = valueStockMoves(state("S", "10", 1000n), moves);
    if (!outcome.ok) throw new Error(outcome.refusals[0].code);
    expect(outcome.value.values.map((row) => [row.moveId, row.pool, row.valueYen])).toEqual([
      ["m1", "stock", -400n],
      ["m1", "shipped", 400n],
      ["m3", "shipped", -400n],
    ]);
    expect(outcome.value.costYen.get("m3")).toBe(400n);
  });
  test("whatever moves, quantities at places add up to nothing and value never comes from nowhere", () => {
    const kinds: PlaceKind[] = ["storage", "receiving", "at_partner", "transit", "customer", "scrap"];
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            from: fc.constantFrom(...kinds),
            to: fc.constantFrom(...kinds),
            quantity: fc.integer({ min: 1, max: 9 }),
          }),
          { maxLength: 12 },
        ),
        (plan) => {
          const moves = plan
            .filter((p) => p.from !== p.to)
            .map((p, i) =>
              move(`m${i}`, end("S", p.from, `${p.quantity}`), end("S", p.to, `${p.quantity}`), delivered),
            );
          const outcome = valueStockMoves(state("S", "50", 12345n), moves);
          if (!outcome.ok) return;
          const total = outcome.value.balances.reduce((sum, delta) => sum.plus(delta.quantity), new Decimal(0));
          expect(total.isZero()).toBe(true);
          const stock = outcome.value.items[0]?.change.valueYen ?? 0n;
          const rows = outcome.value.values.filter((v) => v.pool === "stock").reduce((sum, v) => sum + v.valueYen, 0n);
          expect(stock).toBe(rows);
          expect(12345n + stock >= 0n).toBe(true);
        },
      ),
    );
  });
});
