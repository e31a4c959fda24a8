import {
  type Rounding,
  type SellerTaxStatus,
  type TaxCategory,
  taxOfDocument,
  taxRatePercent,
} from "../shared/index.ts";

export interface OrderTotal {
  readonly netYen: bigint;
  readonly taxYen: bigint;
  readonly taxes: readonly { readonly ratePercent: number; readonly netYen: bigint; readonly taxYen: bigint }[];
}

/**
 * What an order comes to with its tax, as far as it can be said before delivery: once per rate on the sum of its lines. Of a seller
 * that is not registered the price is all that is paid.
 */
export function orderTotal(
  lines: readonly { readonly taxCategory: TaxCategory; readonly amountYen: bigint }[],
  terms: { readonly sellerTaxStatus: SellerTaxStatus; readonly taxRounding: Rounding },
): OrderTotal {
  const netYen = lines.reduce((sum, line) => sum + line.amountYen, 0n);
  if (terms.sellerTaxStatus !== "registered") return { netYen, taxYen: 0n, taxes: [] };
  const taxes = taxOfDocument(lines, terms.taxRounding).map((tax) => ({
    ratePercent: Number(taxRatePercent(tax.taxCategory)),
    netYen: tax.netYen,
    taxYen: tax.taxYen,
  }));
  return { netYen, taxYen: taxes.reduce((sum, tax) => sum + tax.taxYen, 0n), taxes };
}
