import {
  type Decimal,
  maxDate,
  type Outcome,
  ok,
  type PlainDate,
  type Rounding,
  refuse,
  roundYen,
} from "../shared/index.ts";
import type { AgreementItem, PriceBreak } from "./terms.ts";

/** What a price is looked up in: the agreement, or just the items an order names. */
export interface PricedItems {
  readonly items: readonly Pick<AgreementItem, "code" | "prices">[];
}

export interface FoundPrice {
  readonly unitPrice: Decimal;
  readonly isProvisional: boolean;
  /** Why this price: the list in force, its break, and the next one a larger order would reach. */
  readonly reason: {
    readonly listFrom: PlainDate;
    readonly fromQuantity: Decimal;
    readonly nextBreak: { readonly fromQuantity: Decimal; readonly unitPrice: Decimal } | null;
  };
}

export type PriceRefusal = "ITEM_NOT_IN_AGREEMENT" | "PRICE_NOT_IN_FORCE" | "PRICE_BREAK_NOT_REACHED";

/**
 * The agreed price of an item for a quantity on a day.
 *
 * Rule: of the price lists in force the one that began last replaces all earlier breaks; in it the highest break the quantity reaches
 * counts. Source: docs/rules/agreements.md, "Prices".
 *
 * @param quantity in the shared unit, > 0
 * @param date day of the order
 */
export function findPrice(
  terms: PricedItems,
  code: string,
  quantity: Decimal,
  date: PlainDate,
): Outcome<FoundPrice, PriceRefusal> {
  const item = terms.items.find((candidate) => candidate.code === code);
  if (!item) return refuse("ITEM_NOT_IN_AGREEMENT", { item: code }, "item");
  const list = priceListOn(item, date);
  if (list.length === 0) return refuse("PRICE_NOT_IN_FORCE", { item: item.code, date }, "item");
  const reached = list.filter((row) => row.fromQuantity.lessThanOrEqualTo(quantity)).at(-1);
  if (!reached) {
    const values = { quantity: quantity.toFixed(), least: list[0]!.fromQuantity.toFixed() };
    return refuse("PRICE_BREAK_NOT_REACHED", values, "quantity");
  }
  const next = list[list.indexOf(reached) + 1];
  return ok({
    unitPrice: reached.unitPrice,
    isProvisional: reached.isProvisional,
    reason: {
      listFrom: reached.validFrom,
      fromQuantity: reached.fromQuantity,
      nextBreak: next ? { fromQuantity: next.fromQuantity, unitPrice: next.unitPrice } : null,
    },
  });
}

/** Breaks of the list that is in force on a day, smallest quantity first; empty when there is none. */
export function priceListOn(item: Pick<AgreementItem, "prices">, date: PlainDate): PriceBreak[] {
  const inForce = item.prices.filter((row) => row.validFrom <= date && (row.validTo === null || date <= row.validTo));
  const listFrom = inForce.reduce((latest, row) => maxDate(latest, row.validFrom), "");
  return inForce.filter((row) => row.validFrom === listFrom).sort((a, b) => a.fromQuantity.comparedTo(b.fromQuantity));
}

/** Amount of a line in whole yen: price × quantity, rounded as the agreement says. */
export function lineAmountYen(unitPrice: Decimal, quantity: Decimal, rounding: Rounding): bigint {
  return roundYen(unitPrice.times(quantity), rounding);
}
