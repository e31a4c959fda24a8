import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../shared/index.ts";
import { calculatePlan } from "../plan-from-records.ts";
import { dayAfter, dayTable } from "../requirements/day-table.ts";
import { dataOf, models, pegRows } from "../requirements/factory-model.test-data.ts";
import { FROM_STOCK, outsideCode, planRequirements } from "../requirements/index.ts";
import { bom, input, item, made, sale, TODAY } from "../sample-plan.test-data.ts";
import { handingOn, NEVER, readyDays } from "./ready-days.ts";

test("what uses the offcuts of an order past due waits for that order", () => {
  // Plates are needed on the 3rd and take five days: they are there on the 6th, and the washers of their offcuts a day later.
  const works = input({
    items: [made("PLATE", { leadTimeDays: 5 }), made("WASHER", { leadTimeDays: 1 }), made("OFFCUT"), item("STEEL")],
    bomLines: [bom("PLATE", "STEEL"), bom("PLATE", "OFFCUT", "-1"), bom("WASHER", "OFFCUT")],
    demands: [sale("PLATE", "8", "2026-04-03"), sale("WASHER", "8", "2026-04-05", { id: "SO-2" })],
  });
  const calculated = calculatePlan(works);
  if (!calculated.ok) throw new Error(JSON.stringify(calculated.refusals));
  const days = readyDays(calculated.value);
  expect(calculated.value.mapped.demands.map(({ id }, at) => [id, addDays(TODAY, days[at]!)])).toEqual([
    ["SO-1", "2026-04-06"],
    ["SO-2", "2026-04-07"],
  ]);
});

test("a demand is ready when lateness handed on by hand from peg to peg lets it be", () => {
  fc.assert(
    fc.property(models, (model) => {
      const { data } = dataOf(model);
      const plan = planRequirements(data);
      const rows = pegRows(plan);
      fc.pre(!waitsForItself(rows));
      const { count, item, startDay, wantedStartDay, dueDay } = plan.orders;
      const due = Array.from({ length: count }, (_, order) => dueDay[order]!);
      const late = due.map(() => 0);
      const comes = (supply: number) => {
        if (supply >= 0) return due[supply]!;
        return supply === FROM_STOCK ? 0 : Math.max(0, data.receipts.day[outsideCode(supply)]!);
      };
      // By hand: go on until no order gets later.
      for (let before = ""; before !== JSON.stringify([due, late]); ) {
        before = JSON.stringify([due, late]);
        for (const { supply, demand, day } of rows)
          if (demand >= 0) late[demand] = Math.max(late[demand]!, comes(supply) - day);
        for (let order = 0; order < count; order++) {
          if (late[order] === 0 && wantedStartDay[order]! >= startDay[order]!) continue;
          const { calendar, leadDays } = model[item[order]!]!.parameters;
          const table = dayTable(data.calendars[calendar]!, data.historyDays);
          const start = Math.min(data.dayCount - 1, startDay[order]! + late[order]!);
          due[order] = Math.max(due[order]!, dayAfter(table, start, leadDays, data.dayCount));
        }
      }
      const handsOn = handingOn(data);
      const expected = Array.from(data.demands.item, (of, demand) => {
        const mine = rows.filter((row) => row.demand === outsideCode(demand));
        const covered = mine.reduce((sum, row) => sum + (row.item === of ? row.quantity : 0), 0);
        if (covered < data.demands.quantity[demand]! && !handsOn(of)) return NEVER;
        return Math.max(0, ...mine.map(({ supply }) => comes(supply)));
      });
      expect([...readyDays({ mapped: { data }, plan })]).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

/** Whether an order uses what comes out beside itself: it gets later with every look, and where that ends says nothing. */
function waitsForItself(rows: ReturnType<typeof pegRows>): boolean {
  const starts = new Set(rows.flatMap(({ supply }) => (supply >= 0 ? [supply] : [])));
  return [...starts].some((start) => {
    const reached = new Set<number>();
    const waiting = [start];
    for (let order = waiting.pop(); order !== undefined; order = waiting.pop())
      for (const { supply, demand } of rows)
        if (supply === order && demand >= 0 && !reached.has(demand)) {
          reached.add(demand);
          waiting.push(demand);
        }
    return reached.has(start);
  });
}
