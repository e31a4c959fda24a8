import { type Decimal, decimal, type PlainDate, type Refusal } from "../shared/index.ts";
import { isTurnedRound, isValidOn, type Validity, validitiesOverlap } from "./validity.ts";

/** A component or by-product of a parent. `quantity` is per one unit of the parent, in the component's own unit, before scrap. */
export interface BillLine extends Validity {
  /** A by-product comes out of the parent's order; nothing is asked of it. */
  readonly kind: "component" | "by_product";
  readonly componentItemId: string;
  readonly operationNumber: number | null;
  readonly quantity: Decimal;
  /** Share lost on the way in, 0 to below 1. */
  readonly scrapRate: Decimal;
}

/** Components by parent. */
export type Bills<Line extends BillLine = BillLine> = ReadonlyMap<string, readonly Line[]>;

export type BillRefusal =
  | "BOM_CONTAINS_ITSELF"
  | "BOM_CYCLIC"
  | "BOM_LINES_OVERLAP"
  | "BY_PRODUCT_WITH_SCRAP"
  | "VALIDITY_TURNED_ROUND";

/** Looks at the lines of one parent by themselves. */
export function checkBillLines(parentItemId: string, lines: readonly BillLine[]): Refusal<BillRefusal>[] {
  const refusals: Refusal<BillRefusal>[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.componentItemId === parentItemId) {
      refusals.push({ code: "BOM_CONTAINS_ITSELF", field: `lines.${index}.componentItemId` });
    }
    if (isTurnedRound(line)) refusals.push({ code: "VALIDITY_TURNED_ROUND", field: `lines.${index}.validTo` });
    if (line.kind === "by_product" && !line.scrapRate.isZero())
      refusals.push({ code: "BY_PRODUCT_WITH_SCRAP", field: `lines.${index}.scrapRate` });
    const earlier = lines.findIndex(
      (other, at) =>
        at < index &&
        other.componentItemId === line.componentItemId &&
        other.operationNumber === line.operationNumber &&
        validitiesOverlap(other, line),
    );
    if (earlier >= 0) {
      refusals.push({ code: "BOM_LINES_OVERLAP", values: { line: earlier + 1 }, field: `lines.${index}.validFrom` });
    }
  }
  return refusals;
}

/**
 * Finds a way from an item back to itself. A bill that is cyclic on any day is refused for all days: validity is not asked,
 * because a date moved later would close the circle unseen.
 *
 * @param starts items to begin at: those whose bills changed
 * @returns the items of the circle in order, the first again at the end; null when there is none
 */
export function findCycle(bills: Bills, starts: Iterable<string>): string[] | null {
  const done = new Set<string>();
  for (const start of starts) {
    if (done.has(start)) continue;
    const path: string[] = [start];
    const onPath = new Set(path);
    const next = [0];
    while (path.length > 0) {
      const item = path.at(-1)!;
      const lines = bills.get(item) ?? [];
      const at = next[next.length - 1]!;
      if (at >= lines.length) {
        done.add(item);
        onPath.delete(item);
        path.pop();
        next.pop();
        continue;
      }
      next[next.length - 1] = at + 1;
      const component = lines[at]!.componentItemId;
      if (onPath.has(component)) return [...path.slice(path.indexOf(component)), component];
      if (done.has(component)) continue;
      path.push(component);
      onPath.add(component);
      next.push(0);
    }
  }
  return null;
}

/** One line of an opened bill. */
export interface ExplodedLine<Line extends BillLine> {
  /** 1 for direct components. */
  readonly level: number;
  readonly line: Line;
  /** For the quantity asked, in the component's own unit, with the scrap of every level. */
  readonly quantity: Decimal;
}

/**
 * Opens a bill over all its levels, parents before their components, as it holds on a day.
 *
 * Rule: quantity × per-quantity ÷ (1 − scrap rate), level by level, exact to 40 digits; nothing is rounded to units, because
 * this view is of one product, not of an order. Source: docs/rules/items.md, "Opening a bill".
 *
 * @param bills without a circle (see `findCycle`)
 * @param maximum lines after which it stops
 */
export function explode<Line extends BillLine>(
  bills: Bills<Line>,
  itemId: string,
  quantity: Decimal,
  on: PlainDate,
  maximum: number,
): { readonly lines: ExplodedLine<Line>[]; readonly isCut: boolean } {
  const lines: ExplodedLine<Line>[] = [];
  const open = (parent: string, of: Decimal, level: number): boolean => {
    for (const line of bills.get(parent) ?? []) {
      if (!isValidOn(line, on)) continue;
      if (lines.length >= maximum) return false;
      const needed = of.times(line.quantity).div(decimal(1).minus(line.scrapRate));
      lines.push({ level, line, quantity: needed });
      // What comes out is not made of anything here.
      if (line.kind === "by_product") continue;
      if (!open(line.componentItemId, needed, level + 1)) return false;
    }
    return true;
  };
  const isWhole = open(itemId, quantity, 1);
  return { lines, isCut: !isWhole };
}
