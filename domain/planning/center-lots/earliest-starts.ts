import { componentsFirst } from "../components-first.ts";
import type { CalculatedPlan } from "../plan-from-records.ts";
import { type DayTable, dayAfter } from "../requirements/day-table.ts";
import { FROM_STOCK, outsideCode } from "../requirements/index.ts";

/**
 * The first day on which each planned order could start, by its pegs: what stands in stock is there, a receipt comes when it is said to come, and
 * a component's own order starts as early as it can and takes its lead time. A firm fence holds. What the works can do is not looked at. Other than
 * `readyDays`, which keeps to the days that were planned and only makes them later, an order may come out earlier than planned here.
 *
 * @returns a day of the plan for each of its orders; it may lie after the order's start, where that is past due or waits for a receipt
 */
export function earliestStarts({ mapped: { data }, plan }: CalculatedPlan, tables: readonly DayTable[]): Int32Array {
  const { orders, pegs } = plan;
  const { fenceDays, leadDays, calendar } = data.items;
  const tableOf = (item: number) => tables[calendar[item]!]!;
  const earliest = Int32Array.from({ length: orders.count }, (_, order) => {
    const item = orders.item[order]!;
    return dayAfter(tableOf(item), Math.min(fenceDays[item]!, data.dayCount - 1), 0, data.dayCount);
  });
  const readyOn = (supply: number, item: number) => {
    if (supply === FROM_STOCK) return 0;
    if (supply < 0) return Math.max(0, data.receipts.day[outsideCode(supply)]!);
    if (orders.item[supply] !== item) return orders.dueDay[supply]!;
    const start = Math.min(earliest[supply]!, data.dayCount - 1);
    return dayAfter(tableOf(item), start, leadDays[item]!, data.dayCount);
  };
  componentsFirst(plan, (item) => {
    let isChanged = false;
    for (let at = pegs.first[item]!; at < pegs.end[item]!; at++) {
      const needer = pegs.demand[at]!;
      if (needer < 0) continue;
      // A component of a later operation is needed so much after the start.
      const day = readyOn(pegs.supply[at]!, item) - Math.max(0, pegs.day[at]! - orders.startDay[needer]!);
      if (day <= earliest[needer]!) continue;
      earliest[needer] = day;
      isChanged = true;
    }
    return isChanged;
  });
  return earliest;
}
