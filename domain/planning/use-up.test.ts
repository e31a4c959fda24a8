import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, Decimal, decimal } from "../shared/index.ts";
import { columnsOf, openLivingPlan } from "./living/index.ts";
import { DEMAND_KINDS } from "./plan-columns.ts";
import { planFromRecords } from "./plan-from-records.ts";
import type { PlanBomLine, PlanInput } from "./plan-records.ts";
import { bom, input, item, made, purchase, sale, TODAY } from "./sample-plan.test-data.ts";

const day = (days: number) => addDays(TODAY, days);
const successor = (of: string, by: string, ratio = "1", from: string | null = null): PlanBomLine =>
  bom(of, by, ratio, { isSuccessor: true, validFrom: from });

function planned(changes: Partial<PlanInput>) {
  const result = planFromRecords(input(changes));
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}
const pegsOf = (plan: ReturnType<typeof planned>, code: string) =>
  plan.pegs
    .filter((peg) => peg.itemId === code)
    .map(({ supply, demand, quantity }) => [supply.kind, "id" in demand ? demand.id : demand.kind, quantity]);

describe("an item that runs out", () => {
  test("gives what it has, and its successor what lacks, for whoever needs it", () => {
    const plan = planned({
      items: [item("OLD", { onHand: "5", safetyStock: "4" }), item("NEW", { leadTimeDays: 3, onHand: "2" })],
      bomLines: [successor("OLD", "NEW", "2")],
      demands: [
        sale("OLD", "4", day(10), { id: "SO-1" }),
        sale("OLD", "4", day(20), { id: "SO-2" }),
        sale("OLD", "6", day(40), { id: "SO-3" }),
      ],
      receipts: [purchase("OLD", "3", day(30))],
    });
    expect(plan.orders.map((order) => [order.itemCode, order.quantity, order.dueOn])).toEqual([
      ["NEW", "4", day(20)],
      ["NEW", "6", day(40)],
    ]);
    expect(pegsOf(plan, "OLD")).toEqual([
      ["stock", "SO-1", "4"],
      ["stock", "SO-2", "1"],
      ["purchase", "SO-3", "3"],
    ]);
    expect(pegsOf(plan, "NEW")).toEqual([
      ["stock", "SO-2", "2"],
      ["planned", "SO-2", "4"],
      ["planned", "SO-3", "6"],
    ]);
  });

  test("is ordered until its successor takes over, and no more than is needed until then", () => {
    const plan = planned({
      items: [item("OLD", { lotRule: "period", lotPeriodDays: 60, safetyStock: "9" }), item("NEW")],
      bomLines: [successor("OLD", "NEW", "1", day(20))],
      demands: [sale("OLD", "4", day(19), { id: "SO-1" }), sale("OLD", "7", day(20), { id: "SO-2" })],
    });
    expect(plan.orders.map((order) => [order.itemCode, order.quantity, order.dueOn])).toEqual([
      ["OLD", "4", day(19)],
      ["NEW", "7", day(20)],
    ]);
  });

  test("hands on what its parents' orders need, and what comes too late for anybody is told", () => {
    const plan = planned({
      items: [made("P", { leadTimeDays: 2 }), item("OLD", { onHand: "1" }), item("NEW")],
      bomLines: [bom("P", "OLD"), successor("OLD", "NEW")],
      demands: [sale("P", "3", day(10))],
      receipts: [purchase("OLD", "8", day(50))],
    });
    expect(pegsOf(plan, "NEW")).toEqual([["planned", "planned", "2"]]);
    expect(plan.exceptions.map(({ kind, itemCode }) => [kind, itemCode])).toEqual([["cancel", "OLD"]]);
  });

  test("may be a phantom, and its successor may run out too", () => {
    const plan = planned({
      items: [made("KIT", { isPhantom: true }), item("A"), item("B", { onHand: "1" }), item("C")],
      bomLines: [bom("KIT", "A", "3"), successor("KIT", "B", "1", day(20)), successor("B", "C")],
      demands: [sale("KIT", "2", day(10), { id: "SO-1" }), sale("KIT", "2", day(30), { id: "SO-2" })],
    });
    expect(plan.orders.map((order) => [order.itemCode, order.quantity, order.dueOn])).toEqual([
      ["A", "6", day(10)],
      ["C", "1", day(30)],
    ]);
    expect(plan.exceptions).toEqual([]);
  });

  test("that comes back to itself is left out and named", () => {
    const plan = planned({
      items: [item("A"), item("B"), item("C")],
      bomLines: [successor("A", "B"), successor("B", "A")],
      demands: [sale("A", "2", day(10)), sale("C", "2", day(10))],
    });
    expect(plan.leftOut).toEqual([{ code: "BOM_CYCLIC", values: { chain: "A → B → A" } }]);
    expect(plan.orders.map((order) => order.itemCode)).toEqual(["C"]);
  });

  test("stands in stored columns with the demand it handed on", () => {
    const told = openLivingPlan(
      input({
        items: [item("OLD", { onHand: "3" }), item("NEW", { onHand: "2" })],
        bomLines: [successor("OLD", "NEW")],
        demands: [sale("NEW", "1", day(5), { id: "SO-0" }), sale("OLD", "8", day(10), { id: "SO-1" })],
      }),
    );
    if (!told.ok) throw new Error();
    const { items, demands, pegs } = columnsOf(told.value);
    const at = items.id.indexOf("NEW");
    const own = Array.from({ length: demands.first[at + 1]! - demands.first[at]! }, (_, n) => demands.first[at]! + n);
    expect(own.map((row) => [DEMAND_KINDS[demands.kind[row]!], demands.id[row], demands.quantity[row]])).toEqual([
      ["sales", "SO-0", 1],
      ["sales", "SO-1", 5],
    ]);
    const ends = [...pegs.demand.subarray(pegs.first[at], pegs.end[at])].map((code) => demands.id[own[-2 - code]!]);
    expect(ends).toEqual(["SO-0", "SO-1", "SO-1"]);
  });

  test("is never ordered from that day on, uses up what is there first, and every need is met", () => {
    const rows = fc.record({ quantity: fc.integer({ min: 1, max: 20 }), days: fc.integer({ min: 0, max: 80 }) });
    fc.assert(
      fc.property(
        fc.array(rows, { minLength: 1, maxLength: 8 }),
        fc.array(rows, { maxLength: 3 }),
        fc.integer({ min: 0, max: 25 }),
        fc.constantFrom("1", "2", "0.5"),
        fc.option(fc.integer({ min: 0, max: 70 })),
        fc.constantFrom("lot_for_lot" as const, "period" as const, "wagner_whitin" as const, "economic" as const),
        (needs, comes, onHand, ratio, from, lotRule) => {
          const lots = { lotRule, lotPeriodDays: 20, setupCostYen: "500", holdingCostYenPerYear: "90" };
          const plan = planned({
            items: [item("OLD", { ...lots, onHand: String(onHand) }), item("NEW", lots)],
            bomLines: [successor("OLD", "NEW", ratio, from === null ? null : day(from))],
            demands: needs.map(({ quantity, days }, at) =>
              sale("OLD", String(quantity), day(days), { id: `SO-${at}` }),
            ),
            receipts: comes.map(({ quantity, days }, at) =>
              purchase("OLD", String(quantity), day(days), { id: `PO-${at}` }),
            ),
          });
          const first = day(from ?? 0);
          for (const order of plan.orders) if (order.itemCode === "OLD") expect(order.dueOn < first).toBe(true);
          const sum = (of: typeof plan.pegs) => of.reduce((all, peg) => all.plus(peg.quantity), new Decimal(0));
          for (const [at, { quantity }] of needs.entries()) {
            const pegs = plan.pegs.filter(({ demand }) => "id" in demand && demand.id === `SO-${at}`);
            const open = decimal(quantity).minus(sum(pegs.filter((peg) => peg.itemId === "OLD")));
            const other = sum(pegs.filter((peg) => peg.itemId === "NEW"));
            expect(other.toString()).toBe(open.times(ratio).ceil().toString());
          }
          // Nothing of the old item that is there on a day lies about while its successor serves that day.
          const last = plan.pegs.filter((peg) => peg.itemId === "NEW").map((peg) => peg.neededOn);
          const until = last.toSorted().at(-1);
          const usedOf = (kind: string, id?: string) =>
            sum(
              plan.pegs.filter(
                ({ itemId, supply, neededOn }) =>
                  itemId === "OLD" &&
                  supply.kind === kind &&
                  (!id || ("id" in supply && supply.id === id)) &&
                  neededOn <= until!,
              ),
            );
          if (!until) return;
          expect(usedOf("stock").toNumber()).toBe(onHand);
          for (const [at, { quantity, days }] of comes.entries())
            if (day(days) <= until) expect(usedOf("purchase", `PO-${at}`).toNumber()).toBe(quantity);
        },
      ),
      { numRuns: 300 },
    );
  });
});
