import { type Decimal, decimal } from "../../domain/shared/index.ts";
import type { ItemRow, OpeningStockRow } from "../records.ts";
import type { AdventureWorks, SourceStock } from "./adventureworks.ts";
import { STOCK_SHARE } from "./member-items.ts";
import type { WorkLocation } from "./routings.ts";
import type { Structure } from "./structure.ts";
import { firstUser, type Usage, usageOf } from "./usage.ts";

/**
 * A member's opening stock: 5 % of the data's pieces, at least one, at its own standard cost.
 *
 * Where the pieces go: what lies at a work location after one of the item's own steps is that step's item; what is used
 * there belongs to that member; everything else, stores above all, goes to the member that uses the item first, and
 * finished goods to final assembly.
 */
export function openingStock(
  source: AdventureWorks,
  structure: Structure,
  member: WorkLocation,
  items: readonly ItemRow[],
): OpeningStockRow[] {
  const usage = usageOf(structure);
  const pieces = new Map<string, number>();
  for (const row of source.stock) {
    const kept = whereKept(structure, usage, row);
    if (kept?.member === member) pieces.set(kept.itemCode, (pieces.get(kept.itemCode) ?? 0) + row.quantity);
  }
  return [...pieces].flatMap(([itemCode, count]) => {
    const item = items.find(({ code }) => code === itemCode);
    if (!item) throw new Error(`${itemCode} is no item of member ${member}`);
    if (count === 0) return [];
    return {
      itemCode,
      placeCode: item.supply === "make" ? "FG" : "MAT",
      quantity: openingCount(count).toFixed(),
      unitCost: item.standardCost,
      lotCode: null,
    };
  });
}

/** 5 % of the pieces to the nearest whole one, at least one. */
export function openingCount(pieces: number): Decimal {
  const share = STOCK_SHARE.times(pieces).round();
  return share.lt(1) ? decimal(1) : share;
}

/** Who keeps a row of the data's stock, and as which item; null for goods that are no part of the region. */
export function whereKept(
  structure: Structure,
  usage: Usage,
  { productId, location }: SourceStock,
): { readonly member: WorkLocation; readonly itemCode: string } | null {
  const made = structure.made.get(productId);
  const product = (made ?? structure.parts.get(productId))?.product;
  if (!product) return null;
  const step = made?.steps.find((candidate) => candidate.location === location);
  if (step) return { member: step.location, itemCode: step.itemCode };
  const user = usage.get(productId)?.find((candidate) => candidate === location);
  return { member: user ?? firstUser(structure, usage, productId), itemCode: product.number };
}
