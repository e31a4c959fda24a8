import { assert, Decimal } from "../shared/index.ts";

export interface BackflushMaterial {
  readonly required: Decimal;
  readonly issued: Decimal;
  readonly unitDecimals: number;
}

/**
 * What a report takes out of stock for one material: its share of the requirement, by pieces worked so far of the pieces that
 * enter the operation. What was issued by hand before counts; the last piece takes what is left of the requirement; pieces beyond
 * the plan take more at the same rate.
 *
 * @param workedQuantity good and scrapped pieces of the operation after this report
 * @param plannedQuantity pieces that were to enter the operation, > 0
 * @returns quantity to issue now, >= 0, in the material's unit
 */
export function backflushQuantity(
  material: BackflushMaterial,
  workedQuantity: Decimal,
  plannedQuantity: Decimal,
): Decimal {
  assert(plannedQuantity.greaterThan(0) && !workedQuantity.isNegative(), "planned > 0, worked >= 0");
  const due = material.required.times(workedQuantity).dividedBy(plannedQuantity);
  // 40 digits of a division are more than a unit has: a third of three pieces must not round up to a fourth.
  const rounded = due.toDecimalPlaces(12).toDecimalPlaces(material.unitDecimals, Decimal.ROUND_UP);
  return Decimal.max(rounded.minus(material.issued), 0);
}

/** Stock of one item at one place and lot that may be taken. */
export interface StockPick {
  readonly placeId: string;
  readonly lotId: string | null;
  readonly quantity: Decimal;
}

/**
 * Chooses from where a quantity is taken, in the order given (default place first, oldest lot first).
 *
 * @param free what may be taken at all: on hand, less what stands elsewhere and what is promised to others
 * @returns the parts, and what is lacking
 */
export function pickStock(
  stock: readonly StockPick[],
  wanted: Decimal,
  free: Decimal,
): { readonly picks: readonly StockPick[]; readonly lacking: Decimal } {
  let open = Decimal.min(wanted, Decimal.max(free, 0));
  const refused = wanted.minus(open);
  const picks: StockPick[] = [];
  for (const source of stock) {
    if (!open.greaterThan(0)) break;
    const quantity = Decimal.min(source.quantity, open);
    if (!quantity.greaterThan(0)) continue;
    picks.push({ ...source, quantity });
    open = open.minus(quantity);
  }
  return { picks, lacking: refused.plus(open) };
}
