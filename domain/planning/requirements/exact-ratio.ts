import { assert } from "../../shared/index.ts";

/** A calculation that left the range of exact integers, or grew beyond any plan a person could read. */
export class PlanLimit extends Error {
  constructor(
    readonly limit: "quantity" | "rows",
    readonly item: number,
  ) {
    super(`plan limit: ${limit} at item ${item}`);
  }
}

/** The ratio without common divisor. Both must fit an exact integer afterwards, else `null`. */
export function reducedRatio(
  numerator: bigint,
  denominator: bigint,
): { numerator: number; denominator: number } | null {
  assert(numerator > 0n && denominator > 0n, "a ratio above zero");
  let a = numerator;
  let b = denominator;
  while (b > 0n) [a, b] = [b, a % b];
  const top = numerator / a;
  const bottom = denominator / a;
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  return top > most || bottom > most ? null : { numerator: Number(top), denominator: Number(bottom) };
}

/**
 * `value × numerator ÷ denominator`, rounded up to a whole number, exactly.
 *
 * @throws PlanLimit when the result is no exact integer any more
 */
export function timesRatioUp(value: number, numerator: number, denominator: number, item: number): number {
  const product = value * numerator;
  if (product > Number.MAX_SAFE_INTEGER) return slowly(value, numerator, denominator, true, item);
  if (denominator === 1) return product;
  // The quotient may be off by one where it is close to a whole number; the exact remainder tells.
  const quotient = Math.floor(product / denominator);
  const rest = product - quotient * denominator;
  return rest > 0 ? quotient + 1 : quotient;
}

/** The same, rounded down. */
export function timesRatioDown(value: number, numerator: number, denominator: number, item: number): number {
  const product = value * numerator;
  if (product > Number.MAX_SAFE_INTEGER) return slowly(value, numerator, denominator, false, item);
  const quotient = Math.floor(product / denominator);
  return product - quotient * denominator < 0 ? quotient - 1 : quotient;
}

/** The smallest multiple of `step` that is not below `value`; `step` 0 or 1 changes nothing. */
export function upToMultiple(value: number, step: number): number {
  if (step <= 1) return value;
  const count = Math.floor(value / step);
  const rest = value - count * step;
  return rest > 0 ? (count + 1) * step : count * step;
}

function slowly(value: number, numerator: number, denominator: number, up: boolean, item: number): number {
  if (value > Number.MAX_SAFE_INTEGER) throw new PlanLimit("quantity", item);
  const product = BigInt(value) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const quotient = Number((up ? product + divisor - 1n : product) / divisor);
  if (quotient > Number.MAX_SAFE_INTEGER) throw new PlanLimit("quantity", item);
  return quotient;
}
