import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAfter, dayTable } from "./day-table.ts";
import { applyToModel, DAY_COUNT, type DrawnItem, dataOf, Ids, modelOf, planText } from "./factory-model.test-data.ts";
import { endangeredBy, pegsUp } from "./peg-questions.ts";
import { isAboutAnOrder, LOT_RULE, NO_GROUP, type Plan, SUPPLY } from "./plan-data.ts";
import { planRequirements } from "./plan-requirements.ts";
import { changePlan, openPlan, wholePlan } from "./plan-state.ts";

const whole = (min: number, max: number) => fc.integer({ min, max });
const group = fc.constantFrom(NO_GROUP, NO_GROUP, NO_GROUP, 0, 1);
const YIELDS = [
  [1, 1],
  [19, 20],
  [1, 3],
] as const;

const drawnItem: fc.Arbitrary<DrawnItem> = fc.record({
  parameters: fc
    .record({
      supply: fc.constantFrom(SUPPLY.make, SUPPLY.make, SUPPLY.make, SUPPLY.buy, SUPPLY.subcontract, SUPPLY.phantom),
      leadDays: whole(0, 9),
      calendar: whole(0, 1),
      safetyStock: fc.constantFrom(0, 0, 7),
      lotRule: fc.constantFrom(...Object.values(LOT_RULE)),
      lotFixed: whole(1, 40),
      lotPeriodDays: whole(1, 15),
      lotMinimum: fc.constantFrom(0, 8),
      lotMaximum: fc.constantFrom(0, 25),
      lotMultiple: fc.constantFrom(0, 3),
      yield: fc.constantFrom(...YIELDS),
      isOrderBound: whole(0, 1),
      setupCost: fc.constantFrom(0, 5, 400),
      holdingCost: fc.constantFrom(0, 0.1, 2),
      fenceDays: fc.constantFrom(0, 0, 0, 12),
      onHand: whole(0, 30),
    })
    .map(({ yield: [yieldNumerator, yieldDenominator], ...rest }) => ({ ...rest, yieldNumerator, yieldDenominator })),
  demands: fc.array(fc.record({ day: whole(-4, DAY_COUNT - 1), quantity: whole(1, 30), group }), { maxLength: 4 }),
  receipts: fc.array(
    fc.record({ day: whole(-4, DAY_COUNT + 5), quantity: whole(0, 30), group, isStep: fc.boolean() }),
    { maxLength: 2 },
  ),
  reservations: fc.array(fc.record({ quantity: whole(1, 20), demandAt: whole(0, 7), group }), { maxLength: 2 }),
  lines: fc.array(
    fc.record({
      step: whole(1, 4),
      numerator: fc.constantFrom(1, 2, 7, 1, 2, -1),
      denominator: fc.constantFrom(1, 1, 3),
      fromDay: fc.constantFrom(-1000, -1000, 20),
      toDay: fc.constantFrom(1000, 1000, 30),
      offsetDays: fc.constantFrom(0, 0, 2),
      isSuccessor: fc.constantFrom(false, false, false, false, true),
    }),
    { maxLength: 3 },
  ),
});

const drawnItems = fc.array(drawnItem, { minLength: 5, maxLength: 9 });

const drawnChanges = fc.array(
  fc.record({
    item: fc.nat({ max: 100 }),
    kind: fc.constantFrom(
      "demands" as const,
      "demands" as const,
      "receipts" as const,
      "reservations" as const,
      "lines" as const,
      "parameters" as const,
    ),
    drawn: drawnItem,
  }),
  { minLength: 1, maxLength: 8 },
);

describe("net change", () => {
  test.each([
    { name: "of any factory", mayTurn: false, numRuns: 400 },
    { name: "where bills of material may contain themselves", mayTurn: true, numRuns: 300 },
  ])("$name gives what a full run gives, after every change", ({ mayTurn, numRuns }) => {
    fc.assert(
      fc.property(drawnItems, drawnChanges, (items, changes) => {
        const ids = [new Ids(), new Ids()] as const;
        const model = modelOf(items, ...ids, mayTurn);
        const state = openPlan(dataOf(model).data);
        expect(planText(wholePlan(state), isAboutAnOrder)).toBe(
          planText(planRequirements(dataOf(model).data), isAboutAnOrder),
        );
        for (const change of changes) {
          changePlan(state, [applyToModel(model, change, ...ids, mayTurn)]);
          const { data, demandIds, receiptIds } = dataOf(model);
          expect(planText(wholePlan(state), isAboutAnOrder)).toBe(
            planText(planRequirements(data), isAboutAnOrder, demandIds, receiptIds),
          );
        }
        // All changes at once end in the same plan.
        const again = modelOf(items, new Ids(), new Ids(), mayTurn);
        const atOnce = openPlan(dataOf(again).data);
        const [demands, receipts] = [new Ids(), new Ids()];
        modelOf(items, demands, receipts, mayTurn);
        changePlan(
          atOnce,
          changes.map((change) => applyToModel(again, change, demands, receipts, mayTurn)),
        );
        expect(planText(wholePlan(atOnce), isAboutAnOrder)).toBe(planText(wholePlan(state), isAboutAnOrder));
      }),
      { numRuns },
    );
  });

  test("names what changed, and nothing else", () => {
    fc.assert(
      fc.property(drawnItems, drawnChanges, (items, changes) => {
        const ids = [new Ids(), new Ids()] as const;
        const model = modelOf(items, ...ids, false);
        const state = openPlan(dataOf(model).data);
        for (const change of changes) {
          const before = wholePlan(state);
          const told = new Map(
            changePlan(state, [applyToModel(model, change, ...ids, false)]).map((row) => [row.item, row]),
          );
          const after = wholePlan(state);
          const ordersOf = ({ orders }: typeof before, item: number) =>
            JSON.stringify(
              [orders.quantity, orders.output, orders.startDay, orders.dueDay, orders.wantedStartDay, orders.group].map(
                (column) => [...column.subarray(orders.first[item], orders.end[item])],
              ),
            );
          for (let item = 0; item < model.length; item++) {
            expect(told.get(item)?.hasOtherOrders ?? false).toBe(ordersOf(before, item) !== ordersOf(after, item));
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

const models = drawnItems.map((items) => modelOf(items, new Ids(), new Ids(), false));

/** The pegs of a plan as rows, with the item of each. */
function pegRows({ pegs }: Plan) {
  const rows: { item: number; supply: number; demand: number; quantity: number; day: number }[] = [];
  pegs.first.forEach((first, item) => {
    for (let at = first; at < pegs.end[item]!; at++) {
      rows.push({
        item,
        supply: pegs.supply[at]!,
        demand: pegs.demand[at]!,
        quantity: pegs.quantity[at]!,
        day: pegs.day[at]!,
      });
    }
  });
  return rows;
}

describe("pegs upwards", () => {
  test("lead to the same demands as following every peg by hand", () => {
    fc.assert(
      fc.property(models, (model) => {
        const state = openPlan(dataOf(model).data);
        const plan = wholePlan(state);
        const rows = pegRows(plan);
        for (let item = 0; item < model.length; item++) {
          for (let order = plan.orders.first[item]!; order < plan.orders.end[item]!; order++) {
            const demands = new Set<number>();
            const orders = new Set([order]);
            for (const reached of orders) {
              for (const { supply, demand } of rows) {
                if (supply !== reached) continue;
                if (demand >= 0) orders.add(demand);
                else if (demand < -1) demands.add(-2 - demand);
              }
            }
            const number = order - plan.orders.first[item]!;
            const told = pegsUp(state, { item, kind: "order", number });
            expect(told.demands.map((demand) => demand.id).sort((a, b) => a - b)).toEqual(
              [...demands].sort((a, b) => a - b),
            );
            expect(told.orders.length).toBe(orders.size - 1);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("a late receipt", () => {
  test("endangers what lateness handed on from peg to peg makes late, and nothing else", () => {
    fc.assert(
      fc.property(models, fc.integer({ min: 0, max: DAY_COUNT - 1 }), (model, newDay) => {
        const { data } = dataOf(model);
        const state = openPlan(data);
        const plan = wholePlan(state);
        const rows = pegRows(plan);
        model.forEach(({ receipts }, item) => {
          for (const { id } of receipts) {
            // By hand: go on until no order gets later.
            const possible = new Map<number, number>([[-2 - id, newDay]]);
            for (let before = -1; before !== [...possible.values()].reduce((sum, day) => sum + day, 0); ) {
              before = [...possible.values()].reduce((sum, day) => sum + day, 0);
              for (const { supply, demand, day } of rows) {
                const comes = possible.get(supply);
                if (comes === undefined || comes <= day || demand < 0) continue;
                const parent = model[plan.orders.item[demand]!]!.parameters;
                const table = dayTable(data.calendars[parent.calendar]!, data.historyDays);
                const start = Math.min(DAY_COUNT - 1, plan.orders.startDay[demand]! + comes - day);
                const due = dayAfter(table, start, parent.leadDays, DAY_COUNT);
                if (due > plan.orders.dueDay[demand]!) possible.set(demand, Math.max(due, possible.get(demand) ?? 0));
              }
            }
            const late = new Map<number, number>();
            for (const { supply, demand, day, quantity } of rows) {
              const comes = possible.get(supply);
              if (comes !== undefined && comes > day && demand < -1)
                late.set(demand, (late.get(demand) ?? 0) + quantity);
            }
            const told = endangeredBy(state, { item, id }, newDay);
            expect(told.demands.map((demand) => [-2 - demand.id, demand.quantity]).sort()).toEqual([...late].sort());
            expect(told.orders.length).toBe(possible.size - 1);
          }
        });
      }),
      { numRuns: 150 },
    );
  });
});
