import type { WorkedOrder } from "./learn-times.ts";
import { median, SHARE_OF_MOST, weightedQuantile } from "./robust.ts";

/** How long an item takes from its first start to its last end, in working days as the plan counts them. */
export interface ItemLeadTime {
  readonly itemId: string;
  readonly medianDays: number;
  /** In so many whole working days most orders were done (`SHARE_OF_MOST`). */
  readonly daysOfMost: number;
  readonly orderCount: number;
}

/**
 * Lead times of items from finished work orders.
 *
 * @param daysOf working days an order took; the day it began is not counted, as in the plan
 */
export function leadTimesOfItems(
  orders: readonly WorkedOrder[],
  daysOf: (order: WorkedOrder) => number,
): ItemLeadTime[] {
  const byItem = new Map<string, number[]>();
  for (const order of orders) {
    const days = byItem.get(order.part);
    if (days) days.push(daysOf(order));
    else byItem.set(order.part, [daysOf(order)]);
  }
  return [...byItem]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([itemId, days]) => ({
      itemId,
      medianDays: median(days),
      daysOfMost: Math.ceil(
        weightedQuantile(
          days,
          days.map(() => 1),
          SHARE_OF_MOST,
        ),
      ),
      orderCount: days.length,
    }));
}
