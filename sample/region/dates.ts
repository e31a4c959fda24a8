import { addDays, daysBetween, firstDayOfMonth, maxDate, type PlainDate } from "../../domain/shared/index.ts";
import type { AdventureWorks } from "./adventureworks.ts";
import { purchaseLinesOfParts } from "./purchases.ts";
import { madeLines } from "./sales-prices.ts";
import type { Structure } from "./structure.ts";

export interface RegionDates {
  readonly openingOn: PlainDate;
  /** a date of the sales orders, moved so that the newest of them is of yesterday */
  readonly sales: (sourceDate: PlainDate) => PlainDate;
  /** a date of purchases and of bills of material, moved so that the last receipt lies before the opening */
  readonly history: (sourceDate: PlainDate) => PlainDate;
}

/** Where the dates of the data go. The books open on the first of yesterday's month. */
export function regionDates(source: AdventureWorks, structure: Structure, today: PlainDate): RegionDates {
  const yesterday = addDays(today, -1);
  const openingOn = firstDayOfMonth(yesterday);
  const orderIds = new Set(madeLines(source).map((line) => line.orderId));
  const orderedOn = source.salesOrders.filter(({ id }) => orderIds.has(id)).map((order) => order.orderedOn);
  const dueOn = purchaseLinesOfParts(source, structure).map(({ line }) => line.dueOn);
  const salesDays = daysBetween(latest(orderedOn), yesterday);
  const historyDays = daysBetween(latest(dueOn), addDays(openingOn, -1));
  return {
    openingOn,
    sales: (date) => addDays(date, salesDays),
    history: (date) => addDays(date, historyDays),
  };
}

function latest(dates: readonly PlainDate[]): PlainDate {
  return dates.reduce(maxDate);
}
