import fc from "fast-check";
import { addDays } from "../shared/index.ts";
import type { PlanInput, PlanItem } from "./plan-records.ts";
import { bom, input, item, sale, TODAY } from "./sample-plan.test-data.ts";

/*
 * Random small factories: items A…H, where a bill of material goes from earlier to later letters only, with all lot rules,
 * yields, scrap, calendars, units, reservations, open receipts and step trades bound to orders.
 */
export const CODES = ["A", "B", "C", "D", "E", "F", "G", "H"];
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

/** A factory of eight items on TODAY. */
export const randomFactory: fc.Arbitrary<PlanInput> = fc
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
