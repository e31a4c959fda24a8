/** A lot card of an item as it stands: its own number, whose lot it was, and that firm's number. */
export interface LotCard {
  readonly id: string;
  readonly code: string;
  readonly supplierId: string | null;
  readonly supplierLotCode: string;
}

/** Goods that arrive from a supplier: its number of the lot (may be empty), and the delivery they came with. */
export interface ArrivingLot {
  readonly supplierId: string;
  readonly supplierLotCode: string;
  readonly deliveryNumber: string;
  readonly deliveryLineNumber: number;
}

/** The card the goods go on: one that stands already, or a new one under a number nobody else of the item has. */
export type LotCardChoice =
  | { readonly kind: "known"; readonly id: string }
  | { readonly kind: "new"; readonly code: string };

/**
 * Whose card arriving goods go on. The same lot of the same supplier is one card, however often it is delivered or accepted in parts;
 * the same number of another supplier is another lot. A new card takes the supplier's number where it is free; without one it takes the
 * delivery's number and line, so that it can still be told where the goods came from.
 *
 * @param cards the item's cards that carry the supplier's number, or whose own number begins with the one wanted
 */
export function chooseLotCard(arriving: ArrivingLot, cards: readonly LotCard[]): LotCardChoice {
  const { supplierId, supplierLotCode } = arriving;
  if (supplierLotCode) {
    const own = cards.filter((card) => card.supplierLotCode === supplierLotCode);
    const known = own.find((card) => card.supplierId === supplierId) ?? own.find((card) => card.supplierId === null);
    if (known) return { kind: "known", id: known.id };
  }
  const wanted = lotCodeWanted(arriving);
  for (let n = 1; ; n++) {
    const code = n === 1 ? wanted : `${wanted}-${n}`;
    const card = cards.find((one) => one.code === code);
    if (!card) return { kind: "new", code };
    if (!supplierLotCode && card.supplierId === supplierId && !card.supplierLotCode)
      return { kind: "known", id: card.id };
  }
}

/** The number a new card would like to have. */
export function lotCodeWanted(arriving: ArrivingLot): string {
  return arriving.supplierLotCode || `${arriving.deliveryNumber}-${arriving.deliveryLineNumber}`;
}
