import type { PlanDemand, PlanInput, PlanRequest } from "../plan-records.ts";
import type { RecordIndex } from "../record-index.ts";
import type { MappedData } from "../records-to-data.ts";

/** What is to be said of items beside their plan, by item. */
export interface Besides {
  readonly beyondHorizon: Map<number, readonly PlanDemand[]>;
  readonly negativeStock: Map<number, string>;
  readonly requests: Map<number, readonly PlanRequest[]>;
}

export function besidesOf(
  { requests = [] }: PlanInput,
  { beyondHorizon, negativeStock }: MappedData,
  { itemIndex }: Pick<RecordIndex, "itemIndex">,
): Besides {
  return {
    beyondHorizon: byItem(beyondHorizon, itemIndex),
    negativeStock: new Map(negativeStock.map((item) => [itemIndex.get(item.id)!, item.onHand])),
    requests: byItem(requests, itemIndex),
  };
}

function byItem<T extends { readonly itemId: string }>(
  rows: readonly T[],
  itemIndex: ReadonlyMap<string, number>,
): Map<number, T[]> {
  const lists = new Map<number, T[]>();
  for (const row of rows) {
    const item = itemIndex.get(row.itemId);
    if (item === undefined) continue;
    const list = lists.get(item);
    if (list) list.push(row);
    else lists.set(item, [row]);
  }
  return lists;
}

/** Takes over what is said of these items now. @returns those of which it is another than before */
export function replaceBesides(before: Besides, now: Besides, items: readonly number[]): Set<number> {
  const other = new Set<number>();
  for (const name of ["beyondHorizon", "negativeStock", "requests"] as const) {
    const known = before[name] as Map<number, unknown>;
    for (const item of items) {
      const value = now[name].get(item);
      if (JSON.stringify(known.get(item)) === JSON.stringify(value)) continue;
      other.add(item);
      if (value === undefined) known.delete(item);
      else known.set(item, value);
    }
  }
  return other;
}
