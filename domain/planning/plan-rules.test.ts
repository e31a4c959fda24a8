import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../shared/index.ts";
import { wagnerWhitin } from "./lots/index.ts";
import type { PlanItem } from "./plan-records.ts";
import {
  bom,
  exceptionNotes,
  item,
  made,
  orderNotes,
  pegNotes,
  planned,
  purchase,
  sale,
  TODAY,
} from "./sample-plan.test-data.ts";

const needs = fc.array(fc.record({ day: fc.integer({ min: 0, max: 60 }), quantity: fc.integer({ min: 1, max: 50 }) }), {
  minLength: 1,
  maxLength: 12,
});
const sales = (rows: readonly { day: number; quantity: number }[]) =>
  rows.map(({ day, quantity }, at) => sale("A", String(quantity), addDays(TODAY, day), { id: `SO-${at}` }));
const costs = { setupCostYen: "1000", holdingCostYenPerYear: "365" };

describe("lots by their costs", () => {
  test("an economic lot is Harris' quantity, or what is needed where that is more", () => {
    // 90 pieces in 90 days: one a day; the root of 2 x 1 x 1,000 / 1 is 44.7.
    const demands = [
      sale("A", "10", "2026-04-10"),
      sale("A", "70", "2026-05-10", { id: "SO-2" }),
      sale("A", "10", "2026-05-20", { id: "SO-3" }),
    ];
    const plan = planned({ items: [item("A", { lotRule: "economic", ...costs })], demands });
    expect(orderNotes(plan)).toEqual(["A 45 04-10→04-10", "A 45 05-10→05-10"]);
    const costless = planned({ items: [item("A", { lotRule: "economic" })], demands });
    expect(orderNotes(costless)).toEqual(["A 10 04-10→04-10", "A 70 05-10→05-10", "A 10 05-20→05-20"]);
  });

  test("lots of Wagner and Whitin cost what their solution of the net requirements costs", () => {
    fc.assert(
      fc.property(needs, (rows) => {
        const plan = planned({ items: [item("A", { lotRule: "wagner_whitin", ...costs })], demands: sales(rows) });
        const demand = new Array<number>(61).fill(0);
        for (const { day, quantity } of rows) demand[day]! += quantity;
        const { cost } = wagnerWhitin({
          demand,
          setupCost: demand.map(() => 1000),
          holdingCost: demand.map(() => 1),
        });
        const comes = new Map<string, number>();
        for (const { dueOn, quantity } of plan.orders) comes.set(dueOn, Number(quantity));
        let stock = 0;
        let spent = plan.orders.length * 1000;
        demand.forEach((quantity, day) => {
          stock += (comes.get(addDays(TODAY, day)) ?? 0) - quantity;
          expect(stock).toBeGreaterThanOrEqual(0);
          spent += stock;
        });
        expect(spent).toBe(cost);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a phantom", () => {
  const items = (changes: Partial<PlanItem>): PlanItem[] => [made("A"), made("P", changes), item("S")];
  const bomLines = [bom("A", "P", "2"), bom("P", "S", "3")];

  test("gives its own stock first, and its components are asked for the rest, for the order that needs it", () => {
    const plan = planned({
      items: items({ isPhantom: true, onHand: "5" }),
      bomLines,
      demands: [sale("A", "10", "2026-04-10")],
    });
    expect(orderNotes(plan)).toEqual(["A 10 04-10→04-10", "S 45 04-10→04-10"]);
    expect(pegNotes(plan)).toEqual(["A 10 #0→SO-1", "P 5 stock→#0", "S 45 #1→#0"]);
  });

  test("without stock asks its components for the same as a made item without lead time", () => {
    fc.assert(
      fc.property(needs, (rows) => {
        const plans = [true, false].map((isPhantom) =>
          planned({ items: items({ isPhantom }), bomLines, demands: sales(rows) }),
        );
        const [ofPhantom, ofMade] = plans.map((plan) => orderNotes(plan).filter((note) => !note.startsWith("P")));
        expect(ofPhantom).toEqual(ofMade);
      }),
      { numRuns: 50 },
    );
  });

  test("says when it has no bill of material", () => {
    const plan = planned({
      items: items({ isPhantom: true }),
      bomLines: [bom("A", "P", "2")],
      demands: [sale("A", "10", "2026-04-10")],
    });
    expect(exceptionNotes(plan)).toEqual(["no_bom P 20 04-10→04-10"]);
  });
});

describe("a by-product", () => {
  test("is there when the order that yields it is due, and saves an order of its own", () => {
    const plan = planned({
      items: [made("A", { leadTimeDays: 4 }), item("B"), item("C")],
      bomLines: [bom("A", "C", "1"), bom("A", "B", "-0.5")],
      demands: [
        sale("A", "11", "2026-04-10"),
        sale("B", "3", "2026-04-10", { id: "SO-2" }),
        sale("B", "4", "2026-04-12", { id: "SO-3" }),
      ],
    });
    expect(orderNotes(plan)).toEqual(["A 11 04-06→04-10", "B 2 04-12→04-12", "C 11 04-06→04-06"]);
    expect(pegNotes(plan).filter((note) => note.startsWith("B"))).toEqual([
      "B 3 #0→SO-2",
      "B 2 #0→SO-3",
      "B 2 #1→SO-3",
    ]);
  });
});

describe("a firm fence", () => {
  test("lets nothing new start inside it, and says what is short and when it can be there", () => {
    const plan = planned({
      items: [item("A", { leadTimeDays: 3, fenceDays: 10 })],
      demands: [sale("A", "5", "2026-04-05"), sale("A", "5", "2026-04-20", { id: "SO-2" })],
      receipts: [purchase("A", "2", "2026-04-05")],
    });
    expect(orderNotes(plan)).toEqual(["A 3 04-11→04-14", "A 5 04-17→04-20"]);
    expect(exceptionNotes(plan)).toEqual(["inside_fence A 3 04-14→04-05"]);
  });

  test("no order of any plan starts before its end", () => {
    fc.assert(
      fc.property(needs, fc.integer({ min: 1, max: 40 }), (rows, fenceDays) => {
        const plan = planned({
          items: [item("A", { leadTimeDays: 3, fenceDays, calendarId: "WEEK" })],
          demands: sales(rows),
        });
        for (const order of plan.orders) {
          expect(order.startOn >= addDays(TODAY, fenceDays)).toBe(true);
          expect(order.dueOn >= order.startOn).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
