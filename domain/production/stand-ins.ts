import { Decimal, type PlainDate, roundUpToUnit } from "../shared/index.ts";
import type { BomLine } from "./explode.ts";

/** What is taken instead of an item once its stock is used up: the components of a phantom, or the successor of an item that runs out. */
export interface StandIn {
  /** At hand, and needed by no other order. */
  readonly free: Decimal;
  /** Of its own unit. */
  readonly ownDecimals: number;
  /** For one of the item; those that are valid on the order's day stand in for it. */
  readonly lines: readonly StandInLine[];
}

/** `yield`: what of the item is good when it comes about by this line; so much more is begun, in whole parts of its unit. */
export type StandInLine = Omit<BomLine, "operationNumber"> & { readonly yield: Decimal };

/** A material of an order, as its explosion gave it. */
interface Material {
  readonly itemId: string;
  readonly operationNumber: number | null;
  readonly required: Decimal;
  readonly isBackflushed: boolean;
}

/**
 * Materials of an order with what is really to be taken: an item that is never ordered again gives what is free of it, and what stands in
 * for it gives the rest, through as many levels as there are. Planning asks the same way.
 *
 * @param free what is left of each item, taken off here, so that two orders made at once do not take the same pieces
 */
export function withStandIns(
  materials: readonly Material[],
  standIns: ReadonlyMap<string, StandIn>,
  free: Map<string, Decimal>,
  on: PlainDate,
): Material[] {
  const found = new Map<string, Material>();
  const put = (material: Material) => {
    const key = `${material.operationNumber}/${material.itemId}`;
    const before = found.get(key);
    found.set(key, before ? { ...before, required: before.required.plus(material.required) } : material);
  };
  const take = (material: Material, above: readonly string[]) => {
    const { itemId, required } = material;
    const instead = standIns.get(itemId);
    const lines = (instead?.lines ?? []).filter(
      (line) => (line.validFrom === null || line.validFrom <= on) && (line.validTo === null || line.validTo >= on),
    );
    if (!instead || lines.length === 0 || above.includes(itemId)) return put(material);
    const left = free.get(itemId) ?? instead.free;
    const own = Decimal.max(0, Decimal.min(left, required));
    free.set(itemId, left.minus(own));
    if (own.greaterThan(0)) put({ ...material, required: own });
    const rest = required.minus(own);
    if (rest.isZero()) return;
    for (const line of lines) {
      const begun = roundUpToUnit(rest.dividedBy(line.yield).toDecimalPlaces(9), instead.ownDecimals);
      const exact = begun.times(line.quantity).dividedBy(new Decimal(1).minus(line.scrapRate));
      take(
        {
          itemId: line.componentItemId,
          operationNumber: material.operationNumber,
          required: roundUpToUnit(exact.toDecimalPlaces(9), line.unitDecimals),
          isBackflushed: line.isBackflushed,
        },
        [...above, itemId],
      );
    }
  };
  for (const material of materials) take(material, []);
  return [...found.values()];
}
