import type { PlainDate } from "./dates.ts";
import { divideYen, type SellerTaxStatus, type TaxCategory } from "./tax.ts";

/**
 * Tax codes on journal lines. `s_` sales, `p_` purchases from a registered supplier, `pu_` purchases from a supplier that is not
 * registered (経過措置). The tax return is drawn up from them.
 */
export const TAX_CODES = [
  "s_taxable_10",
  "s_reduced_8",
  "s_exempt",
  "s_export_free",
  "s_out_of_scope",
  "p_taxable_10",
  "p_reduced_8",
  "p_exempt",
  "p_export_free",
  "p_out_of_scope",
  "pu_taxable_10",
  "pu_reduced_8",
] as const;
export type TaxCode = (typeof TAX_CODES)[number];

export interface TaxCodeRow {
  readonly code: TaxCode;
  readonly side: "sale" | "purchase";
  readonly category: TaxCategory;
  readonly supplierRegistered: boolean | null;
  readonly nameJa: string;
  readonly nameEn: string;
}

const row = (
  code: TaxCode,
  category: TaxCategory,
  supplierRegistered: boolean | null,
  nameJa: string,
  nameEn: string,
): TaxCodeRow => ({
  code,
  side: code.startsWith("s_") ? "sale" : "purchase",
  category,
  supplierRegistered,
  nameJa,
  nameEn,
});

export const TAX_CODE_TABLE: readonly TaxCodeRow[] = [
  row("s_taxable_10", "taxable_10", null, "課税売上10%", "Taxable sales 10%"),
  row("s_reduced_8", "reduced_8", null, "課税売上8%(軽減)", "Taxable sales 8% (reduced)"),
  row("s_exempt", "exempt", null, "非課税売上", "Exempt sales"),
  row("s_export_free", "export_free", null, "免税売上(輸出)", "Export sales, zero-rated"),
  row("s_out_of_scope", "out_of_scope", null, "不課税(売上)", "Outside scope (sales)"),
  row("p_taxable_10", "taxable_10", true, "課税仕入10%", "Taxable purchases 10%"),
  row("p_reduced_8", "reduced_8", true, "課税仕入8%(軽減)", "Taxable purchases 8% (reduced)"),
  row("p_exempt", "exempt", null, "非課税仕入", "Exempt purchases"),
  row("p_export_free", "export_free", null, "免税仕入", "Zero-rated purchases"),
  row("p_out_of_scope", "out_of_scope", null, "不課税(仕入)", "Outside scope (purchases)"),
  row("pu_taxable_10", "taxable_10", false, "課税仕入10%(登録なし・経過措置)", "Purchases 10%, unregistered supplier"),
  row("pu_reduced_8", "reduced_8", false, "課税仕入8%(登録なし・経過措置)", "Purchases 8%, unregistered supplier"),
];

/** The code of a sale. A seller exempt from the tax books its sales outside the scope: it reports none. */
export function salesTaxCode(category: TaxCategory, status: SellerTaxStatus): TaxCode {
  return status === "exempt" ? "s_out_of_scope" : `s_${category}`;
}

export function purchaseTaxCode(category: TaxCategory, status: SellerTaxStatus): TaxCode {
  if (status === "registered") return `p_${category}`;
  return category === "taxable_10" || category === "reduced_8" ? `pu_${category}` : `p_${category}`;
}

/**
 * Share of the input tax on purchases from unregistered suppliers that may still be deducted, by date of supply (not of posting).
 * Source: 経過措置 after the 2026 reform; docs/rules/accounting.md, "Unregistered suppliers".
 */
export const DEDUCTIBLE_SHARES: readonly { readonly from: PlainDate; readonly percent: number }[] = [
  { from: "2031-10-01", percent: 0 },
  { from: "2030-10-01", percent: 30 },
  { from: "2028-10-01", percent: 50 },
  { from: "2026-10-01", percent: 70 },
  { from: "2023-10-01", percent: 80 },
];

/** Per cent of the input tax an unregistered supplier's supply of that day leaves deductible; 100 before the invoice system began. */
export function deductiblePercent(suppliedOn: PlainDate): number {
  return DEDUCTIBLE_SHARES.find((share) => share.from <= suppliedOn)?.percent ?? 100;
}

/** Deductible part of an input tax in whole yen, rounded toward zero. */
export function deductibleTaxYen(taxYen: bigint, percent: number): bigint {
  return divideYen(taxYen * BigInt(percent), 100n, "down");
}
