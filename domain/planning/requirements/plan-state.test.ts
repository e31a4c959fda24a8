import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyToModel,
  dataOf,
  drawnItem,
  drawnItems,
  Ids,
  modelOf,
  models,
  pegRows,
  planText,
} from "./factory-model.test-data.ts";
import { pegsUp } from "./peg-questions.ts";
import { isAboutAnOrder } from "./plan-data.ts";
import { planRequirements } from "./plan-requirements.ts";
import { changePlan, openPlan, wholePlan } from "./plan-state.ts";

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
