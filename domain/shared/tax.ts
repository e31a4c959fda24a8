import type { Rounding } from "./exact.ts";
import { assert } from "./outcome.ts";

/**
 * Kinds of supply under the Consumption Tax Act. `taxable_10` 課税 10 %, `reduced_8` 軽減税率 8 %, `exempt` 非課税,
 * `export_free` 免税 (輸出), `out_of_scope` 不課税・対象外.
 */
export const TAX_CATEGORIES = ["taxable_10", "reduced_8", "exempt", "export_free", "out_of_scope"] as const;
export type TaxCategory = (typeof TAX_CATEGORIES)[number];

/** 登録事業者, 登録していない課税事業者, 免税事業者. Only the first may show tax on an invoice. */
export const SELLER_TAX_STATUSES = ["registered", "unregistered", "exempt"] as const;
export type SellerTaxStatus = (typeof SELLER_TAX_STATUSES)[number];

const RATE_PERCENT: Readonly<Record<TaxCategory, bigint>> = {
  taxable_10: 10n,
  reduced_8: 8n,
  exempt: 0n,
  export_free: 0n,
  out_of_scope: 0n,
};

/** The rate in per cent, national and local tax together. */
export function taxRatePercent(category: TaxCategory): bigint {
  return RATE_PERCENT[category];
}

/** `numerator / denominator` as whole yen; a negative amount rounds as the mirror image of the positive one. */
export function divideYen(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  assert(denominator > 0n, "denominator > 0");
  const sign = numerator < 0n ? -1n : 1n;
  const amount = numerator * sign;
  const quotient = amount / denominator;
  const rest = amount % denominator;
  const goesUp = rounding === "up" ? rest > 0n : rounding === "half_up" && rest * 2n >= denominator;
  return sign * (goesUp ? quotient + 1n : quotient);
}

/** Tax on an amount without tax (税抜). Rounded once: call it on the total of a rate, never on a line. */
export function taxOnNetYen(netYen: bigint, category: TaxCategory, rounding: Rounding): bigint {
  return divideYen(netYen * RATE_PERCENT[category], 100n, rounding);
}

/** Tax contained in an amount with tax (税込): total × 10/110 or 8/108, rounded once. */
export function taxInsideGrossYen(grossYen: bigint, category: TaxCategory, rounding: Rounding): bigint {
  return divideYen(grossYen * RATE_PERCENT[category], 100n + RATE_PERCENT[category], rounding);
}

export interface TaxableAmount {
  readonly taxCategory: TaxCategory;
  /** whole yen without tax; negative for a return or discount */
  readonly amountYen: bigint;
}

export interface TaxTotal {
  readonly taxCategory: TaxCategory;
  readonly netYen: bigint;
  readonly taxYen: bigint;
}

/**
 * Tax of one document: lines are summed per rate first, then each rate is rounded once.
 * Source: 消費税法施行令70条の10; rounding of single lines is not allowed. docs/rules/accounting.md, "Consumption tax".
 *
 * @returns one total per category that occurs, in the order of `TAX_CATEGORIES`
 */
export function taxOfDocument(lines: readonly TaxableAmount[], rounding: Rounding): TaxTotal[] {
  return TAX_CATEGORIES.flatMap((taxCategory) => {
    const own = lines.filter((line) => line.taxCategory === taxCategory);
    if (own.length === 0) return [];
    const netYen = own.reduce((sum, line) => sum + line.amountYen, 0n);
    return [{ taxCategory, netYen, taxYen: taxOnNetYen(netYen, taxCategory, rounding) }];
  });
}
