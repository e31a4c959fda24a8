import type { SourceWorkOrder } from "./adventureworks.ts";
import { groupBy } from "./group-by.ts";

export interface LotFacts {
  /** order quantity at which half of all pieces were made in orders up to it */
  readonly usualLotCount: number;
  /** middle order quantity, each order counting once */
  readonly middleOrderCount: number;
  readonly orderCount: number;
  readonly orderedPieces: number;
  readonly scrappedPieces: number;
}

/**
 * What an item's work orders say about its lots.
 *
 * Most bicycles and frames were made in orders of one piece besides large ones, so the plain median is 1 and would put
 * 20 hours into every frame. The usual lot is therefore the median weighed by pieces: half of all pieces came from orders
 * up to this size. Both are kept; sample/README.md, "Hours", compares them.
 */
export function lotFacts(orders: readonly SourceWorkOrder[]): LotFacts {
  const counts = orders.map((order) => order.orderedCount).sort((a, b) => a - b);
  const orderedPieces = counts.reduce((sum, count) => sum + count, 0);
  let reached = 0;
  const usualLotCount = counts.find((count) => {
    reached += count;
    return reached * 2 >= orderedPieces;
  });
  return {
    usualLotCount: usualLotCount ?? 1,
    middleOrderCount: counts[Math.floor((counts.length - 1) / 2)] ?? 1,
    orderCount: counts.length,
    orderedPieces,
    scrappedPieces: orders.reduce((sum, order) => sum + order.scrappedCount, 0),
  };
}

/** Lot facts of every item that has work orders. */
export function lotFactsByItem(workOrders: readonly SourceWorkOrder[]): Map<number, LotFacts> {
  const byItem = groupBy(workOrders, (order) => order.productId);
  return new Map([...byItem].map(([productId, orders]) => [productId, lotFacts(orders)]));
}
