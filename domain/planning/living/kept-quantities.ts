import { PlanLimit, type PlanState } from "../requirements/index.ts";

/** Digits before the point of a quantity in store, `numeric(18, 6)`: at most 999,999,999,999 of the item's unit. */
const STORED_DIGITS = 12;

/**
 * Makes sure that what is planned of these items can be stored: a quantity beyond would break the saving off without saying whose it is.
 *
 * @param items in the order in which they are to blame: those that ask before those that are asked
 * @param decimals of each item's unit
 * @throws PlanLimit at the first item of which a planned order, what is expected of it, or the quantity of an exception is beyond
 */
export function requireKeepable(
  { planner: { orders, exceptions } }: PlanState,
  items: Iterable<number>,
  decimals: readonly number[],
): void {
  for (const item of items) {
    const beyond = 10 ** (STORED_DIGITS + decimals[item]!);
    const { quantity, output } = orders.columns;
    for (let at = orders.first(item); at < orders.end(item); at++)
      if (quantity[at]! >= beyond || output[at]! >= beyond) throw new PlanLimit("quantity", item);
    for (let at = exceptions.first(item); at < exceptions.end(item); at++)
      if (Math.abs(exceptions.columns.quantity[at]!) >= beyond) throw new PlanLimit("quantity", item);
  }
}
