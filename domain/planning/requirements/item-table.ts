import type { ItemRows } from "./plan-data.ts";

/** Place of each number in an item's row. */
export const AT = {
  supply: 0,
  leadDays: 1,
  calendar: 2,
  safetyStock: 3,
  lotRule: 4,
  lotFixed: 5,
  lotPeriodDays: 6,
  lotMinimum: 7,
  lotMaximum: 8,
  lotMultiple: 9,
  yieldNumerator: 10,
  yieldDenominator: 11,
  isOrderBound: 12,
  onHand: 13,
  setupCost: 14,
  holdingCost: 15,
  fenceDays: 16,
  /** The first day on which an order started today can be due. */
  earliestDay: 17,
  /** From this day on nothing new is ordered of it and its successor gives what lacks; `dayCount` where it has none. */
  usedUpFrom: 18,
} as const;

/** Numbers of an item's row. */
export const ROW = 20;

/**
 * All numbers of an item next to each other: a net change goes from item to item in any order, and would otherwise wait for memory
 * eighteen times an item.
 */
export function itemTable({ count, ...columns }: ItemRows): Float64Array {
  const table = new Float64Array(count * ROW);
  for (const [name, column] of Object.entries(columns)) {
    const at = AT[name as keyof typeof columns];
    for (let item = 0; item < count; item++) table[item * ROW + at] = column[item]!;
  }
  return table;
}
