import { Decimal, decimal } from "../shared/index.ts";
import { reducedRatio } from "./requirements/index.ts";

const MILLION = 1_000_000n;
const MANY = 1_000_000_000;

/**
 * A quantity as a whole number of the smallest part of its unit: 12.5 at one decimal is 125. What does not fit is rounded up
 * where it is needed and down where it is at hand, so that a plan never counts on what is not there.
 *
 * @returns `null` beyond 2^53
 */
export function scaled(quantity: Decimal, decimals: number, rounding: "up" | "down"): number | null {
  const whole = quantity
    .times(new Decimal(10).pow(decimals))
    .toDecimalPlaces(0, rounding === "up" ? Decimal.ROUND_CEIL : Decimal.ROUND_FLOOR);
  return whole.abs().greaterThan(Number.MAX_SAFE_INTEGER) ? null : whole.toNumber();
}

const WHOLE = /^\d{1,15}$/;
const TENS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/** The same from decimal text. Most quantities are whole numbers, and a large plan has hundreds of thousands: those need no decimal. */
export function scaledText(text: string, decimals: number, rounding: "up" | "down"): number | null {
  if (!WHOLE.test(text)) return scaled(decimal(text), decimals, rounding);
  const whole = Number(text) * TENS[decimals]!;
  return whole > Number.MAX_SAFE_INTEGER ? null : whole;
}

/** The decimal text of a scaled quantity, without needless zeros. */
export function unscaled(quantity: number, decimals: number): string {
  if (decimals === 0) return String(quantity);
  return decimal(quantity).dividedBy(new Decimal(10).pow(decimals)).toString();
}

/** A decimal with at most six places as millionths. */
export function millionths(value: Decimal): bigint {
  return BigInt(value.times(1_000_000).toFixed(0));
}

/** A yield as a ratio of whole numbers. */
export function yieldRatio(value: Decimal): { numerator: number; denominator: number } | null {
  return reducedRatio(millionths(value), MILLION);
}

/**
 * Scaled component quantity per scaled parent quantity: quantity ÷ (1 − scrap rate), with both units' decimals.
 *
 * @param quantity per one of the parent's unit, in the component's own unit; below zero for a by-product, and so is the ratio then
 * @returns `null` when the ratio does not fit exact integers
 */
export function componentRatio(
  quantity: Decimal,
  scrapRate: Decimal,
  parentDecimals: number,
  componentDecimals: number,
): { numerator: number; denominator: number } | null {
  if (parentDecimals === componentDecimals && scrapRate.isZero() && quantity.isInteger() && quantity.lessThan(MANY)) {
    return { numerator: quantity.toNumber(), denominator: 1 };
  }
  if (quantity.isNegative() && !quantity.isZero()) {
    const ratio = componentRatio(quantity.negated(), scrapRate, parentDecimals, componentDecimals);
    return ratio && { ...ratio, numerator: -ratio.numerator };
  }
  const quantityDecimals = quantity.decimalPlaces();
  const top = BigInt(quantity.times(new Decimal(10).pow(quantityDecimals)).toFixed(0));
  return reducedRatio(
    top * 10n ** BigInt(componentDecimals) * MILLION,
    10n ** BigInt(quantityDecimals + parentDecimals) * (MILLION - millionths(scrapRate)),
  );
}
