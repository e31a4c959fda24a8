/** With fewer work orders than this a figure is told, and not taken over into the masters: one bad day would become the standard. */
export const LEAST_ORDERS = 5;

export function isEnoughToTakeOver(orderCount: number): boolean {
  return orderCount >= LEAST_ORDERS;
}
