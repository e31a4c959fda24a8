import type { Rounding } from "./exact.ts";
import {
  TAX_CATEGORIES,
  type TaxableAmount,
  type TaxCategory,
  type TaxTotal,
  taxOfDocument,
  taxRatePercent,
} from "./tax.ts";

export interface PostedTax {
  readonly taxCategory: TaxCategory;
  readonly taxYen: bigint;
}
export interface InvoiceTaxDifference {
  readonly taxCategory: TaxCategory;
  /** plus: more tax is owed than was posted at the events; minus: less. Never zero. */
  readonly differenceYen: bigint;
}

/**
 * Tax of an invoice against the tax already posted with its deliveries, returns and price settlements.
 *
 * The invoice rounds once per rate on its total (returns of the period included) while each event rounded on its own, so both
 * sides post the difference, equal and opposite, when the invoice is issued. Source: trade-model rule "invoice issued",
 * 消費税法施行令70条の10.
 */
export function invoiceTaxDifference(
  lines: readonly TaxableAmount[],
  posted: readonly PostedTax[],
  rounding: Rounding,
): { readonly totals: readonly TaxTotal[]; readonly differences: readonly InvoiceTaxDifference[] } {
  const totals = taxOfDocument(lines, rounding);
  const differences = TAX_CATEGORIES.flatMap((taxCategory) => {
    if (taxRatePercent(taxCategory) === 0n) return [];
    const invoiceYen = totals.find((total) => total.taxCategory === taxCategory)?.taxYen ?? 0n;
    const postedYen = posted
      .filter((tax) => tax.taxCategory === taxCategory)
      .reduce((sum, tax) => sum + tax.taxYen, 0n);
    const differenceYen = invoiceYen - postedYen;
    return differenceYen === 0n ? [] : [{ taxCategory, differenceYen }];
  });
  return { totals, differences };
}
