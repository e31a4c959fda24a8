import DecimalJs from "decimal.js";

/**
 * Exact decimal numbers for prices and quantities. A copy of the library's class of our own, so that no other package can
 * change its precision: 40 significant digits, never scientific notation in text.
 */
export const Decimal = DecimalJs.clone({
  precision: 40,
  toExpNeg: -30,
  toExpPos: 30,
  rounding: DecimalJs.ROUND_HALF_UP,
});
export type Decimal = DecimalJs;

/** 切捨て toward zero, 四捨五入 half away from zero, 切上げ away from zero: the three a Japanese company chooses from. */
export type Rounding = "down" | "half_up" | "up";

const MODES = { down: DecimalJs.ROUND_DOWN, half_up: DecimalJs.ROUND_HALF_UP, up: DecimalJs.ROUND_UP } as const;

/** A decimal text as a number; throws (the caller's mistake) when the text is none. */
export function decimal(value: string | number | bigint | Decimal): Decimal {
  return new Decimal(typeof value === "bigint" ? value.toString() : value);
}

/** Rounds an exact amount to whole yen. A negative amount rounds as the mirror image of the positive one. */
export function roundYen(amount: Decimal, rounding: Rounding): bigint {
  return BigInt(amount.toDecimalPlaces(0, MODES[rounding]).toFixed(0));
}

/** Rounds a quantity up to the decimals of its unit: half a bolt cannot be made. `decimals` is 0 to 6. */
export function roundUpToUnit(quantity: Decimal, decimals: number): Decimal {
  return quantity.toDecimalPlaces(decimals, DecimalJs.ROUND_UP);
}

/**
 * Splits an amount over receivers so that the parts add up to it exactly.
 *
 * Rule: largest remainder; on a tie the earlier receiver gets the odd yen. Source: docs/rules/shared.md.
 *
 * @param amountYen whole yen; negative for a credit
 * @param weights one per receiver, each >= 0, at least one > 0, any common unit
 * @returns whole yen, same length and order as `weights`; the sum is `amountYen`
 * @throws assertion when weights are empty, negative or all zero (the caller's mistake)
 */
export function allocateYen(amountYen: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (weights.some((weight) => weight < 0n) || total <= 0n) throw new Error("assertion: weights >= 0, one > 0");
  const sign = amountYen < 0n ? -1n : 1n;
  const amount = amountYen * sign;
  const parts = weights.map((weight) => (amount * weight) / total);
  const remainders = weights.map((weight, index) => ({ index, rest: (amount * weight) % total }));
  let odd = amount - parts.reduce((sum, part) => sum + part, 0n);
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of remainders) {
    if (odd === 0n) break;
    parts[index] = parts[index]! + 1n;
    odd -= 1n;
  }
  return parts.map((part) => part * sign);
}
