import type { BoughtLine, PriceSettledBought, Purpose } from "./business-events.ts";
import { assert } from "./outcome.ts";
import { type Supply, splitPurchase } from "./supply-tax.ts";
import { divideYen } from "./tax.ts";

/*
 * What a purchase is worth in the buyer's stock ledger. The posting rules debit exactly these amounts, so that stock value and its
 * accounts tie out; the areas that move stock ask here, because they know no account.
 */

/** True when bought lines of this purpose enter stock; processing goes into work, expense and asset to their account. */
export function isStockPurpose(purpose: Purpose): boolean {
  return (
    purpose.kind === "material" ||
    purpose.kind === "merchandise" ||
    purpose.kind === "semi_finished" ||
    purpose.kind === "finished_goods" ||
    purpose.kind === "supplies"
  );
}

/** Finds the private facts of a line of a supply; the caller must name all of them. */
export function privateLine<T extends { readonly lineId: string }>(lines: readonly T[], lineId: string): T {
  const line = lines.find((candidate) => candidate.lineId === lineId);
  assert(line !== undefined, `event tells about line ${lineId}`);
  return line;
}

/** Value with which accepted lines enter stock, whole yen per line id; lines that are no stock are left out. */
export function stockReceiptValues(
  supply: Supply,
  lines: readonly BoughtLine[],
  deductsInputTax = true,
): ReadonlyMap<string, bigint> {
  return new Map(
    splitPurchase(supply, deductsInputTax).lines.flatMap(({ lineId, amountYen }) =>
      isStockPurpose(privateLine(lines, lineId).purpose) ? [[lineId, amountYen] as const] : [],
    ),
  );
}

/**
 * How a price difference parts between what is still in stock (or in work) and what has left: whole yen per line id. The stock
 * ledger takes `stockYen` as value without quantity. A cut never takes more than the stock is worth; expenses and assets take all.
 */
export function priceSettlementShares(
  supply: Supply,
  lines: PriceSettledBought["lines"],
  deductsInputTax = true,
): ReadonlyMap<string, { readonly stockYen: bigint; readonly varianceYen: bigint }> {
  return new Map(
    splitPurchase(supply, deductsInputTax).lines.map(({ lineId, amountYen }) => {
      const line = privateLine(lines, lineId);
      const { kind } = line.purpose;
      const stockYen = kind === "expense" || kind === "asset" ? amountYen : shareStillThere(line, amountYen);
      return [lineId, { stockYen, varianceYen: amountYen - stockYen }] as const;
    }),
  );
}

function shareStillThere(line: PriceSettledBought["lines"][number], amountYen: bigint): bigint {
  const { suppliedQuantity, remainingQuantity, stockValueYen } = line;
  assert(0n <= remainingQuantity && remainingQuantity <= suppliedQuantity, "0 <= remaining <= supplied");
  const shareYen = divideYen(amountYen * remainingQuantity, suppliedQuantity, "down");
  const takesMoreThanThereIs = shareYen + stockValueYen < 0n;
  return takesMoreThanThereIs ? -stockValueYen : shareYen;
}
