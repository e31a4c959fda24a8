import type { PlainDate } from "./dates.ts";
import type { Rounding } from "./exact.ts";
import {
  divideYen,
  type SellerTaxStatus,
  TAX_CATEGORIES,
  type TaxCategory,
  taxInsideGrossYen,
  taxOfDocument,
  taxRatePercent,
} from "./tax.ts";
import { deductiblePercent, deductibleTaxYen, purchaseTaxCode, salesTaxCode, type TaxCode } from "./tax-code.ts";

export interface SupplyLine {
  readonly lineId: string;
  readonly taxCategory: TaxCategory;
  /**
   * Price × quantity as agreed, whole yen, negative for a return. Of a registered seller without tax; of one that may not show
   * tax it is all that is paid.
   */
  readonly amountYen: bigint;
}

/** What both sides know of a supply and its tax. */
export interface Supply {
  readonly lines: readonly SupplyLine[];
  /** Day of the original supply: it decides rate and deductible share, also for returns and later prices. */
  readonly suppliedOn: PlainDate;
  readonly sellerTaxStatus: SellerTaxStatus;
  /** How the issuer of the invoice rounds. */
  readonly taxRounding: Rounding;
}

export interface TaxLine {
  readonly taxCode: TaxCode;
  readonly taxYen: bigint;
  readonly deductiblePercent?: number;
}

export interface SupplySplit {
  /** Per line of the supply, same order: sales of the seller, or cost of the buyer. */
  readonly lines: readonly { readonly lineId: string; readonly taxCode: TaxCode; readonly amountYen: bigint }[];
  readonly taxes: readonly TaxLine[];
  /** What the buyer owes the seller; lines and taxes add up to it. */
  readonly totalYen: bigint;
}

/** The seller's view: sales per line, tax received per rate, receivable. Both views have the same `totalYen`. */
export function splitSale(supply: Supply): SupplySplit {
  const { lines, sellerTaxStatus, taxRounding } = supply;
  const coded = lines.map(({ lineId, taxCategory, amountYen }) => ({
    lineId,
    taxCode: salesTaxCode(taxCategory, sellerTaxStatus),
    amountYen,
  }));
  if (sellerTaxStatus === "unregistered") {
    return carveOut(lines, coded, taxRounding, (category) => ({ taxCode: salesTaxCode(category, sellerTaxStatus) }));
  }
  const taxes = sellerTaxStatus === "exempt" ? [] : taxOfDocument(lines, taxRounding);
  return withTotal(
    coded,
    taxes.map(({ taxCategory, taxYen }) => ({ taxCode: salesTaxCode(taxCategory, sellerTaxStatus), taxYen })),
  );
}

/**
 * The buyer's view: cost per line, input tax per rate, payable.
 *
 * Of a seller that is not registered only a share of the tax contained in the price may be deducted, by date of supply; the rest
 * stays in the cost of the lines. Source: 経過措置, docs/rules/accounting.md, "Unregistered suppliers".
 *
 * @param deductsInputTax false when the buyer is exempt itself: the tax it pays is part of its cost
 */
export function splitPurchase(supply: Supply, deductsInputTax = true): SupplySplit {
  const { lines, sellerTaxStatus, suppliedOn, taxRounding } = supply;
  if (!deductsInputTax) return taxIntoCost(supply);
  const coded = lines.map(({ lineId, taxCategory, amountYen }) => ({
    lineId,
    taxCode: purchaseTaxCode(taxCategory, sellerTaxStatus),
    amountYen,
  }));
  if (sellerTaxStatus !== "registered") {
    const percent = deductiblePercent(suppliedOn);
    return carveOut(lines, coded, taxRounding, (category) => ({
      taxCode: purchaseTaxCode(category, sellerTaxStatus),
      deductiblePercent: percent,
    }));
  }
  return withTotal(
    coded,
    taxOfDocument(lines, taxRounding).map(({ taxCategory, taxYen }) => ({
      taxCode: purchaseTaxCode(taxCategory, sellerTaxStatus),
      taxYen,
    })),
  );
}

/** A buyer that deducts nothing: tax on top goes into the lines, tax contained in the price stays there. */
function taxIntoCost({ lines, sellerTaxStatus, taxRounding }: Supply): SupplySplit {
  const costYen = lines.map((line) => line.amountYen);
  for (const { taxCategory, netYen, taxYen } of sellerTaxStatus === "registered"
    ? taxOfDocument(lines, taxRounding)
    : []) {
    const indices = lines.flatMap((line, index) => (line.taxCategory === taxCategory ? [index] : []));
    spread(lines, indices, taxYen, netYen).forEach((partYen, position) => {
      costYen[indices[position]!]! += partYen;
    });
  }
  return withTotal(
    lines.map(({ lineId }, index) => ({ lineId, taxCode: "p_out_of_scope", amountYen: costYen[index]! })),
    [],
  );
}

/** Takes the tax of each rate out of the amounts that contain it; the lines keep the rest. */
function carveOut(
  lines: readonly SupplyLine[],
  coded: SupplySplit["lines"],
  rounding: Rounding,
  codeOf: (category: TaxCategory) => Omit<TaxLine, "taxYen">,
): SupplySplit {
  const keptYen = coded.map((line) => line.amountYen);
  const taxes: TaxLine[] = [];
  for (const category of TAX_CATEGORIES) {
    const indices = lines.flatMap((line, index) => (line.taxCategory === category ? [index] : []));
    if (indices.length === 0 || taxRatePercent(category) === 0n) continue;
    const grossYen = indices.reduce((sum, index) => sum + lines[index]!.amountYen, 0n);
    const code = codeOf(category);
    const insideYen = taxInsideGrossYen(grossYen, category, rounding);
    const taxYen =
      code.deductiblePercent === undefined ? insideYen : deductibleTaxYen(insideYen, code.deductiblePercent);
    spread(lines, indices, taxYen, grossYen).forEach((partYen, position) => {
      keptYen[indices[position]!]! -= partYen;
    });
    taxes.push({ ...code, taxYen });
  }
  return withTotal(
    coded.map((line, index) => ({ ...line, amountYen: keptYen[index]! })),
    taxes,
  );
}

/** Shares of a tax by the lines' amounts, which may differ in sign; what rounding leaves goes to the largest line. */
function spread(
  lines: readonly SupplyLine[],
  indices: readonly number[],
  taxYen: bigint,
  grossYen: bigint,
): readonly bigint[] {
  const sign = grossYen < 0n ? -1n : 1n;
  const parts = indices.map((index) =>
    grossYen === 0n ? 0n : divideYen(lines[index]!.amountYen * taxYen * sign, grossYen * sign, "down"),
  );
  const size = (position: number) => {
    const amountYen = lines[indices[position]!]!.amountYen;
    return amountYen < 0n ? -amountYen : amountYen;
  };
  const largest = indices.reduce((best, _, position) => (size(position) > size(best) ? position : best), 0);
  parts[largest]! += taxYen - parts.reduce((sum, part) => sum + part, 0n);
  return parts;
}

function withTotal(lines: SupplySplit["lines"], taxes: readonly TaxLine[]): SupplySplit {
  const totalYen =
    lines.reduce((sum, line) => sum + line.amountYen, 0n) + taxes.reduce((sum, tax) => sum + tax.taxYen, 0n);
  return { lines, taxes, totalYen };
}
