import { type Decimal, decimal, maxDate, type PlainDate } from "../shared/index.ts";
import type { PlanDemand } from "./plan-records.ts";

/** What a customer announced (内示) for a stretch of days. */
export interface Forecast {
  readonly id: string;
  readonly itemId: string;
  /** `null`: any customer. */
  readonly partnerId: string | null;
  readonly quantity: string;
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
}

/** An order that came in, whole: also what is delivered of it has used up the forecast; or a date that is held for one. */
export interface OrderedQuantity {
  readonly id: string;
  readonly line: number;
  readonly itemId: string;
  /** Empty: nobody named yet. */
  readonly partnerId: string;
  readonly quantity: string;
  readonly neededOn: PlainDate;
}

/**
 * Takes the orders off the forecast, so that nothing is planned twice: an order uses up the forecasts of its item whose period
 * its day lies in, its own customer's first, then those for any customer, the earliest ending first. What remains of a
 * forecast is needed on the first day of its period, or on the plan's first day when the period has begun; a period that is
 * over asks for nothing.
 *
 * @returns the remaining forecasts as demands; all quantities in the item's own unit
 */
export function consumeForecast(
  forecasts: readonly Forecast[],
  orders: readonly OrderedQuantity[],
  planFrom: PlainDate,
): PlanDemand[] {
  const open = forecasts
    .toSorted((a, b) => compare(a.periodTo, b.periodTo) || compare(a.periodFrom, b.periodFrom) || compare(a.id, b.id))
    .map((forecast) => ({ forecast, left: decimal(forecast.quantity) }));
  const ofItem = new Map<string, { forecast: Forecast; left: Decimal }[]>();
  for (const row of open) {
    const rows = ofItem.get(row.forecast.itemId);
    if (rows) rows.push(row);
    else ofItem.set(row.forecast.itemId, [row]);
  }
  const inOrder = orders.toSorted((a, b) => compare(a.neededOn, b.neededOn) || compare(a.id, b.id) || a.line - b.line);
  for (const order of inOrder) {
    const rows = ofItem.get(order.itemId) ?? [];
    let ordered = decimal(order.quantity);
    for (const partnerId of [order.partnerId, null]) {
      for (const row of rows) {
        const { forecast } = row;
        if (forecast.partnerId !== partnerId) continue;
        if (order.neededOn < forecast.periodFrom || order.neededOn > forecast.periodTo) continue;
        const used = row.left.lessThan(ordered) ? row.left : ordered;
        row.left = row.left.minus(used);
        ordered = ordered.minus(used);
      }
    }
  }
  return open
    .filter(({ forecast, left }) => left.greaterThan(0) && forecast.periodTo >= planFrom)
    .map(({ forecast, left }) => ({
      kind: "forecast",
      id: forecast.id,
      line: null,
      itemId: forecast.itemId,
      quantity: left.toString(),
      neededOn: maxDate(forecast.periodFrom, planFrom),
      orderKey: null,
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
