import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal, decimal } from "../shared/index.ts";
import { planFromRecords } from "./plan-from-records.ts";
import type { PlanInput, PlanResult } from "./plan-records.ts";
import { randomFactory as factory } from "./random-records.test-data.ts";

function planOf(records: PlanInput): PlanResult {
  const outcome = planFromRecords(records);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

const sum = (values: readonly string[]) =>
  values.reduce((total, value) => total.plus(value), new Decimal(0)).toString();
const supplyKey = (peg: PlanResult["pegs"][number]) =>
  peg.supply.kind === "stock"
    ? `stock ${peg.itemId}`
    : peg.supply.kind === "planned"
      ? `planned ${peg.supply.seq}`
      : `in ${peg.supply.id}`;

describe("any factory", () => {
  test("plans the same whatever order its records come in", () => {
    fc.assert(
      fc.property(factory, fc.infiniteStream(fc.nat()), (records, numbers) => {
        const shuffled = <T>(rows: readonly T[]) =>
          rows
            .map((row) => ({ row, rank: numbers.next().value as number }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ row }) => row);
        const plan = planOf(records);
        // Cloned as for a worker: plain data in, plain data out.
        expect(structuredClone(planOf(structuredClone(records)))).toEqual(plan);
        const mixed = planOf({
          ...records,
          items: shuffled(records.items),
          bomLines: shuffled(records.bomLines),
          demands: shuffled(records.demands),
          receipts: shuffled(records.receipts),
        });
        expect(JSON.stringify(mixed)).toBe(JSON.stringify(plan));
      }),
      { numRuns: 60 },
    );
  });

  test("gives no supply away twice and takes none from nowhere", () => {
    fc.assert(
      fc.property(factory, (records) => {
        const plan = planOf(records);
        const given = new Map<string, string[]>();
        for (const peg of plan.pegs) given.set(supplyKey(peg), [...(given.get(supplyKey(peg)) ?? []), peg.quantity]);
        for (const [key, quantities] of given) {
          const [kind, name] = key.split(" ");
          const has =
            kind === "stock"
              ? records.items.find((row) => row.id === name)!.onHand
              : kind === "planned"
                ? plan.orders[Number(name)]!.expectedQuantity
                : records.receipts.find((row) => row.id === name)!.quantity;
          expect(decimal(sum(quantities)).lessThanOrEqualTo(has), `${key}: ${quantities} of ${has}`).toBe(true);
        }
        expect(plan.pegs.every((peg) => decimal(peg.quantity).greaterThan(0))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("covers every demand in full, or reports the shortfall of a step trade", () => {
    fc.assert(
      fc.property(factory, (records) => {
        const plan = planOf(records);
        const short = new Map<string, string[]>();
        for (const { kind, itemId, quantity } of plan.exceptions) {
          if (kind === "shortfall") short.set(itemId, [...(short.get(itemId) ?? []), quantity]);
        }
        const lacking = new Map<string, string[]>();
        for (const demand of records.demands) {
          const pegged = plan.pegs.filter((peg) => peg.demand.kind === "sales" && peg.demand.id === demand.id);
          expect(pegged.every((peg) => peg.itemId === demand.itemId)).toBe(true);
          const open = decimal(demand.quantity).minus(sum(pegged.map((peg) => peg.quantity)));
          lacking.set(demand.itemId, [...(lacking.get(demand.itemId) ?? []), open.toString()]);
        }
        for (const order of plan.orders) {
          if (order.supply === "buy") continue;
          for (const line of records.bomLines) {
            if (line.parentItemId !== order.itemId || (line.validTo !== null && order.startOn > line.validTo)) continue;
            const pegged = plan.pegs.filter(
              (peg) =>
                peg.demand.kind === "planned" && peg.demand.seq === order.seq && peg.itemId === line.componentItemId,
            );
            const decimals = records.items.find((row) => row.id === line.componentItemId)!.unit === "kg" ? 3 : 0;
            const needed = decimal(order.quantity)
              .times(line.quantity)
              .dividedBy(decimal(1).minus(line.scrapRate))
              .toDecimalPlaces(decimals, Decimal.ROUND_UP);
            const open = needed.minus(sum(pegged.map((peg) => peg.quantity)));
            lacking.set(line.componentItemId, [...(lacking.get(line.componentItemId) ?? []), open.toString()]);
          }
        }
        for (const [itemId, open] of lacking) expect(sum(open), itemId).toBe(sum(short.get(itemId) ?? []));
      }),
      { numRuns: 150 },
    );
  });

  test("pegs every planned order, and never an order-bound supply to another order", () => {
    fc.assert(
      fc.property(factory, (records) => {
        const plan = planOf(records);
        const pegged = new Set(plan.pegs.flatMap(({ supply }) => (supply.kind === "planned" ? [supply.seq] : [])));
        expect(plan.orders.filter((order) => !pegged.has(order.seq))).toEqual([]);
        for (const { supply, demand, itemId } of plan.pegs) {
          if (supply.kind === "stock") continue;
          const from =
            supply.kind === "planned"
              ? plan.orders[supply.seq]!.orderKey
              : records.receipts.find((row) => row.id === supply.id)!.orderKey;
          const isBound = records.items.find((row) => row.id === itemId)!.isOrderBound;
          const to =
            demand.kind === "safety"
              ? null
              : demand.kind === "planned"
                ? isBound
                  ? plan.orders[demand.seq]!.orderKey
                  : null
                : records.demands.find((row) => row.id === demand.id)!.orderKey;
          expect(from).toBe(to);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("never uses a supply before it comes, except a receipt it asks to come sooner", () => {
    fc.assert(
      fc.property(factory, (records) => {
        const plan = planOf(records);
        const expedited = new Set(
          plan.exceptions.flatMap(({ kind, subject }) =>
            kind === "expedite" && subject && "id" in subject ? [subject.id] : [],
          ),
        );
        for (const { supply, neededOn, demand } of plan.pegs) {
          if (demand.kind === "safety" || supply.kind === "stock") continue;
          const comesOn =
            supply.kind === "planned"
              ? plan.orders[supply.seq]!.dueOn
              : records.receipts.find((row) => row.id === supply.id)!.dueOn;
          if (supply.kind !== "planned" && expedited.has(supply.id)) continue;
          expect(comesOn <= neededOn, `${comesOn} for ${neededOn}`).toBe(true);
        }
        for (const order of plan.orders) {
          expect(order.startOn >= records.planFrom && order.startOn <= order.dueOn).toBe(true);
          expect(order.isPastDue).toBe(order.wantedStartOn < records.planFrom);
          expect(order.isPastDue).toBe(
            plan.exceptions.some(
              ({ kind, subject }) =>
                kind === "past_due_start" && subject && "seq" in subject && subject.seq === order.seq,
            ),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  test("keeps to its lot rules outside of orders", () => {
    fc.assert(
      fc.property(factory, (records) => {
        for (const order of planOf(records).orders) {
          const of = records.items.find((row) => row.id === order.itemId)!;
          if (order.orderKey !== null) continue;
          if (of.lotRule === "fixed") expect(decimal(order.quantity).modulo(of.lotFixed!).toString()).toBe("0");
          if (of.lotRule !== "min_max") continue;
          if (of.lotMultiple) expect(decimal(order.quantity).modulo(of.lotMultiple).toString()).toBe("0");
          if (of.lotMaximum) expect(decimal(order.quantity).lessThanOrEqualTo(of.lotMaximum)).toBe(true);
          if (of.lotMinimum) expect(decimal(order.quantity).greaterThanOrEqualTo(of.lotMinimum)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
