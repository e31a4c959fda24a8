import { allocateYen, type Decimal, decimal, type Outcome, ok, refuse } from "../shared/index.ts";

/** An order line split into what the window takes from its own stock and what the chain has still to make. */
export interface LineSplit {
  readonly taken: Decimal;
  readonly made: Decimal;
  /** The share of the line's amount that the part to be made is worth: what fee and earnings are reckoned from. */
  readonly madeYen: bigint;
}

export type FromStockRefusal = "STOCK_ABOVE_ORDER" | "STOCK_NEGATIVE";

/**
 * Splits an order line before its steps are reckoned: what is taken from stock needs no step, the rest goes back through the chain
 * with every yield. Taken and made add up to the ordered quantity, their amounts to the line's, to the yen.
 *
 * @param line in the window's stock unit, quantity > 0
 * @param taken what a person chose to take from stock; nothing unless said
 */
export function splitLine(
  line: { readonly quantity: Decimal; readonly amountYen: bigint; readonly itemCode: string },
  taken: Decimal = decimal(0),
): Outcome<LineSplit, FromStockRefusal> {
  if (taken.isNegative()) return refuse("STOCK_NEGATIVE", { item: line.itemCode });
  if (taken.greaterThan(line.quantity))
    return refuse("STOCK_ABOVE_ORDER", { item: line.itemCode, most: line.quantity.toFixed() });
  const made = line.quantity.minus(taken);
  const [madeYen] = allocateYen(line.amountYen, [scaled(made), scaled(taken)]);
  return ok({ taken, made, madeYen: madeYen! });
}

const scaled = (quantity: Decimal) => BigInt(quantity.times(1_000_000).toFixed(0));

/** The window's stock of an item: what is free is in its own places and promised to nobody. */
export interface OwnStock {
  readonly onHand: Decimal;
  readonly keptElsewhere: Decimal;
  readonly reserved: Decimal;
}

/** What can be promised of a stock; never below nothing. Goods kept at a partner are on their way through its work and are not offered. */
export function freeOf(stock: OwnStock | undefined): Decimal {
  const free = stock ? stock.onHand.minus(stock.keptElsewhere).minus(stock.reserved) : decimal(0);
  return free.isNegative() ? decimal(0) : free;
}
