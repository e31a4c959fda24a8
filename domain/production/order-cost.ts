import { assert, Decimal, decimal, type Rounding, roundYen } from "../shared/index.ts";

/**
 * Work at a rate, in whole yen.
 *
 * @param minutes worked time, exact
 * @param yenPerHour rate of the person or machine
 */
export function appliedCostYen(minutes: Decimal, yenPerHour: Decimal, rounding: Rounding = "half_up"): bigint {
  return roundYen(minutes.times(yenPerHour).dividedBy(60), rounding);
}

/**
 * Cost that good pieces take out of an order. Until the last report it is their share of what the order holds, by pieces still
 * expected; the last report takes all, so that nothing stays behind in a finished order.
 *
 * @param heldYen work in process of this order, >= 0
 * @param goodQuantity reported good now, > 0
 * @param openQuantity good pieces still expected after this report, 0 for the last one
 */
export function completionCostYen(heldYen: bigint, goodQuantity: Decimal, openQuantity: Decimal): bigint {
  assert(heldYen >= 0n && goodQuantity.greaterThan(0) && !openQuantity.isNegative(), "held >= 0, good > 0, open >= 0");
  if (openQuantity.isZero()) return heldYen;
  return roundYen(decimal(heldYen).times(goodQuantity).dividedBy(goodQuantity.plus(openQuantity)), "down");
}

/**
 * Cost of scrap beyond the normal rate: the abnormal pieces' share of what the order holds.
 *
 * @param normalScrapRate share of the started pieces that normally spoils, 0 to below 1
 * @returns pieces beyond the normal and their cost; 0 when scrap stayed within the rate
 */
export function abnormalScrap(order: {
  readonly heldYen: bigint;
  readonly startedQuantity: Decimal;
  readonly scrappedQuantity: Decimal;
  readonly normalScrapRate: Decimal;
}): { readonly abnormalQuantity: Decimal; readonly lossYen: bigint } {
  const { heldYen, startedQuantity, scrappedQuantity, normalScrapRate } = order;
  assert(startedQuantity.greaterThan(0) && scrappedQuantity.lessThanOrEqualTo(startedQuantity), "scrap <= started");
  const normalQuantity = startedQuantity.times(normalScrapRate);
  const abnormalQuantity = Decimal.max(scrappedQuantity.minus(normalQuantity), 0);
  // Normal scrap is borne by all other pieces, so it does not take part in the sharing.
  const bearingQuantity = startedQuantity.minus(Decimal.min(scrappedQuantity, normalQuantity));
  if (abnormalQuantity.isZero()) return { abnormalQuantity, lossYen: 0n };
  return {
    abnormalQuantity,
    lossYen: roundYen(decimal(heldYen).times(abnormalQuantity).dividedBy(bearingQuantity), "down"),
  };
}

/** An average price per unit for people to read, four decimals; never used to value a move. */
export function unitCostText(valueYen: bigint, quantity: Decimal): string {
  if (quantity.isZero()) return "0";
  return decimal(valueYen).dividedBy(quantity).toDecimalPlaces(4).toFixed();
}
