import {
  allocateYen,
  type Decimal,
  decimal,
  type PlainDate,
  type Rounding,
  roundYen,
  type SellerTaxStatus,
  type Supply,
  splitSale,
  type TaxCategory,
} from "../shared/index.ts";

/** One judged part of a delivered line. */
export interface JudgedLine {
  readonly lineId: string;
  readonly taxCategory: TaxCategory;
  /** Yen per unit that counts: the ordered price, or the cut one of a special acceptance. */
  readonly unitPrice: Decimal;
  /** Accepted now, in the trade's unit. */
  readonly quantity: Decimal;
  /** Accepted earlier at the same price, so that parts add up to the amount of the whole. */
  readonly quantityBefore: Decimal;
}

export interface JudgedAmount {
  readonly lineId: string;
  readonly amountYen: bigint;
  readonly taxYen: bigint;
}

/**
 * Amount and tax of what is accepted together: each line's part is the rounded amount up to now less the rounded amount before,
 * and the tax of the document, rounded once per rate, is spread over its lines to the yen.
 *
 * @returns the shared facts for both books (`supply`) and each line's share
 */
export function judgeAmounts(
  lines: readonly JudgedLine[],
  terms: {
    readonly amountRounding: Rounding;
    readonly taxRounding: Rounding;
    readonly sellerTaxStatus: SellerTaxStatus;
    readonly suppliedOn: PlainDate;
  },
): { readonly supply: Supply; readonly amounts: readonly JudgedAmount[] } {
  const priced = lines.map((line) => {
    const upTo = roundYen(line.unitPrice.times(line.quantityBefore.plus(line.quantity)), terms.amountRounding);
    const before = roundYen(line.unitPrice.times(line.quantityBefore), terms.amountRounding);
    return { lineId: line.lineId, taxCategory: line.taxCategory, amountYen: upTo - before };
  });
  return shareTax(priced, terms);
}

/** One line of goods that come back after acceptance, from one price they were accepted at. */
export interface ReturnedLine {
  readonly lineId: string;
  readonly taxCategory: TaxCategory;
  /** What was accepted of the delivered line at this price, and its amount. */
  readonly acceptedQuantity: Decimal;
  readonly acceptedYen: bigint;
  readonly returnedBefore: Decimal;
  readonly quantity: Decimal;
}

/**
 * Amount and tax of what comes back: the part of the accepted amount up to now less the part before, so that returning all in any
 * number of steps gives back exactly what was accepted.
 */
export function returnAmounts(
  lines: readonly ReturnedLine[],
  terms: { readonly taxRounding: Rounding; readonly sellerTaxStatus: SellerTaxStatus; readonly suppliedOn: PlainDate },
): { readonly supply: Supply; readonly amounts: readonly JudgedAmount[] } {
  return shareTax(
    lines.map((line) => ({
      lineId: line.lineId,
      taxCategory: line.taxCategory,
      amountYen: partOf(line.acceptedYen, line.acceptedQuantity, line.returnedBefore, line.quantity),
    })),
    terms,
  );
}

/** Accepted pieces whose provisional price is settled. */
export interface SettledLine {
  readonly lineId: string;
  readonly taxCategory: TaxCategory;
  /** The price both agreed on. */
  readonly unitPrice: Decimal;
  /** Pieces accepted at the provisional price and not returned, and their amount so far. */
  readonly quantity: Decimal;
  readonly amountYen: bigint;
}

/** What settling a provisional price (仮単価) adds to the accepted amount, or takes off it, with the tax of the original supply. */
export function settledAmounts(
  lines: readonly SettledLine[],
  terms: {
    readonly amountRounding: Rounding;
    readonly taxRounding: Rounding;
    readonly sellerTaxStatus: SellerTaxStatus;
    readonly suppliedOn: PlainDate;
  },
): { readonly supply: Supply; readonly amounts: readonly JudgedAmount[] } {
  return shareTax(
    lines.map(({ lineId, taxCategory, unitPrice, quantity, amountYen }) => ({
      lineId,
      taxCategory,
      amountYen: roundYen(unitPrice.times(quantity), terms.amountRounding) - amountYen,
    })),
    terms,
  );
}

/** The part of an amount that belongs to `quantity` of `whole`, after `before` of it was taken already; parts add up exactly. */
export function partOf(amountYen: bigint, whole: Decimal, before: Decimal, quantity: Decimal): bigint {
  const upTo = (some: Decimal) => roundYen(decimal(amountYen).times(some).dividedBy(whole), "down");
  return upTo(before.plus(quantity)) - upTo(before);
}

type PricedLine = Pick<JudgedAmount, "lineId" | "amountYen"> & { readonly taxCategory: TaxCategory };

/** The tax of the document, rounded once per rate, spread over its lines to the yen. */
function shareTax(
  priced: readonly PricedLine[],
  terms: { readonly taxRounding: Rounding; readonly sellerTaxStatus: SellerTaxStatus; readonly suppliedOn: PlainDate },
): { readonly supply: Supply; readonly amounts: readonly JudgedAmount[] } {
  const supply: Supply = {
    lines: priced,
    suppliedOn: terms.suppliedOn,
    sellerTaxStatus: terms.sellerTaxStatus,
    taxRounding: terms.taxRounding,
  };
  const taxYen = new Map<string, bigint>();
  for (const category of new Set(priced.map((line) => line.taxCategory))) {
    const own = priced.filter((line) => line.taxCategory === category);
    const split = splitSale({ ...supply, lines: own });
    const total = split.taxes.reduce((sum, tax) => sum + tax.taxYen, 0n);
    const weights = own.map((line) => (line.amountYen < 0n ? -line.amountYen : line.amountYen));
    const parts = weights.some((weight) => weight > 0n) ? allocateYen(total, weights) : own.map(() => 0n);
    for (const [i, line] of own.entries()) taxYen.set(line.lineId, parts[i]!);
  }
  return {
    supply,
    amounts: priced.map((line) => ({
      lineId: line.lineId,
      amountYen: line.amountYen,
      taxYen: taxYen.get(line.lineId)!,
    })),
  };
}
