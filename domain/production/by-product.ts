import { Decimal } from "../shared/index.ts";

export interface ByProductOfOrder {
  /** Per one piece started. */
  readonly per: Decimal;
  readonly unitDecimals: number;
  /** Pieces the order starts with, and good pieces it is for. */
  readonly started: Decimal;
  readonly quantity: Decimal;
}

/**
 * How much of a by-product has come out when so many good pieces of an order are completed: the same share of all that comes. With the last
 * piece all of it; parts that do not fill the unit wait for the next.
 */
export function byProductUpTo(
  { per, unitDecimals, started, quantity }: ByProductOfOrder,
  completed: Decimal,
  isLast: boolean,
): Decimal {
  const down = (exact: Decimal) => exact.toDecimalPlaces(12).toDecimalPlaces(unitDecimals, Decimal.ROUND_DOWN);
  const whole = down(started.times(per));
  return isLast || completed.greaterThanOrEqualTo(quantity) ? whole : down(whole.times(completed).dividedBy(quantity));
}
