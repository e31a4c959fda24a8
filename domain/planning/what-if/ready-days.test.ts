import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAfter, dayTable } from "../requirements/day-table.ts";
import { dataOf, models, pegRows } from "../requirements/factory-model.test-data.ts";
import { FROM_STOCK, outsideCode, planRequirements } from "../requirements/index.ts";
import { handingOn, NEVER, readyDays } from "./ready-days.ts";

test("a demand is ready when lateness handed on by hand from peg to peg lets it be", () => {
  fc.assert(
    fc.property(models, (model) => {
      const { data } = dataOf(model);
      const plan = planRequirements(data);
      const rows = pegRows(plan);
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
    { numRuns: 300 },
  );
});
