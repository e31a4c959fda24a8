import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAfter, dayTable } from "./day-table.ts";
import { DAY_COUNT, dataOf, drawnItems, Ids, modelOf } from "./factory-model.test-data.ts";
import { endangeredBy, pegsUp } from "./peg-questions.ts";
import type { Plan } from "./plan-data.ts";
import { openPlan, wholePlan } from "./plan-state.ts";

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
