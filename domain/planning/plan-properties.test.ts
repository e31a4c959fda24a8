import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, Decimal, decimal } from "../shared/index.ts";
import { planFromRecords } from "./plan-from-records.ts";
import type { PlanInput, PlanItem, PlanResult } from "./plan-records.ts";
import { bom, input, item, sale, TODAY } from "./sample-plan.test-data.ts";

/*
 * Random small factories: items A…H, where a bill of material goes from earlier to later letters only, with all lot rules,
 * yields, scrap, calendars, units, reservations, open receipts and step trades bound to orders.
 */
const CODES = ["A", "B", "C", "D", "E", "F", "G", "H"];
const day = fc.integer({ min: -3, max: 70 }).map((days) => addDays(TODAY, days));
const count = (min: number, max: number) => fc.integer({ min, max }).map(String);
const orderKey = fc.option(fc.constantFrom("K1", "K2"), { freq: 3 });

const anItem = (code: string): fc.Arbitrary<PlanItem> =>
  fc
    .record({
      supply: fc.constantFrom("make" as const, "buy" as const, "subcontract" as const),
      unit: fc.constantFrom("個", "kg"),
      leadTimeDays: fc.integer({ min: 0, max: 12 }),
      calendarId: fc.constantFrom(null, "WEEK"),
      safetyStock: fc.constantFrom("0", "0", "7"),
      lotRule: fc.constantFrom("lot_for_lot" as const, "fixed" as const, "period" as const, "min_max" as const),
      lotFixed: count(1, 40),
      lotPeriodDays: fc.integer({ min: 1, max: 15 }),
      lotMinimum: fc.constantFrom(null, "8"),
      lotMaximum: fc.constantFrom(null, "25"),
      lotMultiple: fc.constantFrom(null, "3"),
      yield: fc.constantFrom("1", "0.95", "0.333333"),
      isOrderBound: fc.boolean(),
      onHand: count(0, 40),
    })
    .map((changes) => item(code, changes));

const factory: fc.Arbitrary<PlanInput> = fc
  .record({
    items: fc.tuple(...CODES.map(anItem)),
    bomLines: fc.uniqueArray(
      fc
        .record({
          parent: fc.integer({ min: 0, max: 6 }),
          step: fc.integer({ min: 1, max: 7 }),
          quantity: fc.constantFrom("1", "2", "0.5", "3"),
          scrapRate: fc.constantFrom("0", "0.05"),
          validTo: fc.constantFrom(null, "2026-04-20"),
          operationOffsetDays: fc.integer({ min: 0, max: 3 }),
        })
        .map(({ parent, step, quantity, ...rest }) =>
          bom(CODES[parent]!, CODES[Math.min(7, parent + step)]!, quantity, rest),
        ),
      { maxLength: 12, selector: (line) => `${line.parentItemId} ${line.componentItemId}` },
    ),
    demands: fc.array(
      fc.record({ itemId: fc.constantFrom(...CODES), quantity: count(1, 30), neededOn: day, orderKey }),
      {
        maxLength: 12,
      },
    ),
    receipts: fc.array(
      fc.record({
        itemId: fc.constantFrom(...CODES),
        quantity: count(0, 30),
        dueOn: day,
        orderKey,
        isStep: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    reservations: fc.array(
      fc.record({ itemId: fc.constantFrom(...CODES), quantity: count(1, 20), orderKey, demandAt: fc.nat({ max: 20 }) }),
      { maxLength: 4 },
    ),
  })
  .map(({ demands, receipts, reservations, ...rest }) => {
    const numbered = demands.map((demand, at) => ({
      ...sale(demand.itemId, demand.quantity, demand.neededOn),
      ...demand,
      id: `SO-${at}`,
    }));
    return input({
      ...rest,
      demands: numbered,
      receipts: receipts.map(({ isStep, ...receipt }, at) => ({
        ...receipt,
        id: `R-${at}`,
        line: null,
        kind: isStep && receipt.orderKey !== null ? "step" : "purchase",
      })),
      reservations: reservations.map(({ demandAt, ...reservation }) => {
        const demand = numbered[demandAt];
        if (!demand || demand.itemId !== reservation.itemId) return { ...reservation, demand: null };
        return { ...reservation, demand: { kind: demand.kind, id: demand.id, line: demand.line } };
      }),
    });
  });

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
