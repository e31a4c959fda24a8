import { allocateYen, type Decimal, decimal, roundYen } from "../../domain/shared/index.ts";
import type { AdventureWorks, SourceSalesLine } from "./adventureworks.ts";
import type { MadeItem, Structure } from "./structure.ts";

/** Yen for one dollar of the data. */
export const YEN_PER_DOLLAR = 150;
/** ASSUMED. What the window keeps of the maker's price. */
export const WINDOW_FEE_PERCENT = 3;
/** Share of the list price that the dealers of the data pay. */
const DEALER_RATE = decimal("0.6");
/** Volume discounts in points of the list price, as the data's special offers have them and its order lines show them. */
const QUANTITY_BREAKS = [
  { fromQuantity: 11, points: decimal("0.02") },
  { fromQuantity: 15, points: decimal("0.05") },
  { fromQuantity: 25, points: decimal("0.1") },
] as const;

export interface CataloguePrice {
  readonly item: MadeItem;
  /** the maker's price from one piece on, whole yen */
  readonly priceYen: bigint;
  /** what the member of the last step gets: the price less the window's fee */
  readonly netYen: bigint;
  /** the data sells it off, at 20 % of list and below what it costs there too */
  readonly isClearance: boolean;
  readonly breaks: readonly { readonly fromQuantity: number; readonly priceYen: bigint }[];
}

/** The maker's order lines: those of made items only. */
export function madeLines(source: AdventureWorks): SourceSalesLine[] {
  return source.salesLines.filter((line) => source.products.get(line.productId)!.isMade);
}

/** Yen of a dollar amount, to the whole yen; a half goes up. */
export function yenOf(dollars: Decimal | string): bigint {
  return roundYen(decimal(dollars).times(YEN_PER_DOLLAR), "half_up");
}

/** The window's part of a price and the rest, split to the yen. */
export function withoutFee(priceYen: bigint): { readonly netYen: bigint; readonly feeYen: bigint } {
  const [netYen, feeYen] = allocateYen(priceYen, [BigInt(100 - WINDOW_FEE_PERCENT), BigInt(WINDOW_FEE_PERCENT)]);
  return { netYen: netYen!, feeYen: feeYen! };
}

/**
 * What the window offers the maker: every made finished good. The price is the one of the data's order lines below the
 * first quantity break; an item nobody ordered costs the dealers' share of its list price, as all others do.
 */
export function catalogue(source: AdventureWorks, structure: Structure): CataloguePrice[] {
  const lines = madeLines(source);
  return [...structure.made.values()]
    .filter(({ product }) => product.isFinishedGood && decimal(product.listPrice).gt(0))
    .map((item) => {
      const own = lines.filter((line) => line.productId === item.product.id);
      const single = own.find((line) => line.quantity < QUANTITY_BREAKS[0].fromQuantity);
      const list = decimal(item.product.listPrice);
      const priceYen = yenOf(single?.unitPrice ?? list.times(DEALER_RATE));
      const isClearance = single !== undefined && decimal(single.discount).gte("0.4");
      const breaks = isClearance
        ? []
        : QUANTITY_BREAKS.map(({ fromQuantity, points }) => ({
            fromQuantity,
            priceYen: yenOf(list.times(DEALER_RATE.minus(points)).toDecimalPlaces(2)),
          }));
      return { item, priceYen, netYen: withoutFee(priceYen).netYen, isClearance, breaks };
    });
}
