import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sequencePieces } from "./sequence-pieces.ts";
import { type LotCosts, wagnerWhitin } from "./wagner-whitin.ts";

/** The cheapest plan by trying every set of periods in which something is made. */
function cheapestByTrying({ demand, setupCost, holdingCost }: LotCosts): number {
  let best = Number.POSITIVE_INFINITY;
  for (let made = 0; made < 1 << demand.length; made++) {
    let cost = 0;
    let last = -1;
    for (let period = 0; period < demand.length; period++) {
      if (made & (1 << period)) {
        last = period;
        cost += setupCost[period]!;
      }
      if (demand[period] === 0) continue;
      if (last < 0) {
        cost = Number.POSITIVE_INFINITY;
        break;
      }
      for (let at = last; at < period; at++) cost += demand[period]! * holdingCost[at]!;
    }
    best = Math.min(best, cost);
  }
  return best;
}

describe("lots without capacity", () => {
  test("Wagner and Whitin's own case costs 864", () => {
    const demand = [69, 29, 36, 61, 61, 26, 34, 67, 45, 67, 79, 56];
    const setupCost = [85, 102, 102, 101, 98, 114, 105, 86, 119, 110, 98, 114];
    const { cost, lots } = wagnerWhitin({ demand, setupCost, holdingCost: demand.map(() => 1) });
    expect(cost).toBe(864);
    expect(lots.reduce((sum, lot) => sum + lot.quantity, 0)).toBe(demand.reduce((sum, quantity) => sum + quantity, 0));
  });
  test("cost what the cheapest of all plans costs", () => {
    const period = fc.record({ demand: fc.nat(20), setup: fc.nat(50), holding: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 8 }), (periods) => {
        const costs = {
          demand: periods.map(({ demand }) => demand),
          setupCost: periods.map(({ setup }) => setup),
          holdingCost: periods.map(({ holding }) => holding),
        };
        expect(wagnerWhitin(costs).cost).toBe(cheapestByTrying(costs));
      }),
    );
  });
});

describe("pieces on one machine", () => {
  const problem = {
    periodCount: 5,
    type: [0, 0, 1, 1],
    due: [1, 4, 0, 4],
    holdingCost: 2,
    changeover: [
      [0, 5],
      [3, 0],
    ],
  };
  test("are put in an order that is cheap and in time", () => {
    let asks = 0;
    const found = sequencePieces(problem, 1, () => ++asks > 40);
    // By hand: type 1 is due first, so 1 0 … costs 3 for the change; 1 0 . 0 1 adds 5 and one period early (2): 10.
    expect(found.ok && found.value.cost).toBe(10);
    expect(found.ok && found.value.periods.filter((type) => type >= 0)).toHaveLength(4);
  });
  test("are refused when more is due than periods have passed", () => {
    const full = { ...problem, due: [0, 4, 0, 4] };
    expect(sequencePieces(full, 1, () => true)).toEqual({
      ok: false,
      refusals: [{ code: "NO_ROOM_BEFORE_DUE", values: { period: 1 } }],
    });
  });
});
