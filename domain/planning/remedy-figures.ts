import { addDays, type Decimal, daysBetween, maxDate, type PlainDate, roundUpToUnit } from "../shared/index.ts";

/**
 * The days of a work order that is to be ready on another day. One nobody has begun keeps the days it takes, though it does not start
 * in the past; one on the floor keeps its start.
 */
export function movedDates(
  order: { readonly state: string; readonly startOn: PlainDate; readonly dueOn: PlainDate },
  to: PlainDate,
  today: PlainDate,
): { readonly startOn: PlainDate; readonly dueOn: PlainDate } {
  const { startOn, dueOn, state } = order;
  if (state !== "planned") return { startOn: startOn > to ? to : startOn, dueOn: to };
  const kept = addDays(startOn, daysBetween(dueOn, to));
  const start = kept < startOn ? maxDate(kept, startOn < today ? startOn : today) : kept;
  return { startOn: start > to ? to : start, dueOn: to };
}

/**
 * What is ordered or started so that so much more (below zero: less) comes of it; rounded up to the unit, so that never less comes
 * than is needed.
 *
 * @param share what of one that is ordered comes, in the item's own unit: the good rate of a work order, the factor of a unit
 */
export function changedQuantity(quantity: Decimal, by: Decimal, share: Decimal, unitDecimals: number): Decimal {
  return roundUpToUnit(quantity.plus(by.dividedBy(share)), unitDecimals);
}
