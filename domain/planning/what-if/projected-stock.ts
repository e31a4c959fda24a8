import { addDays, type PlainDate } from "../../shared/index.ts";
import type { CalculatedPlan } from "../plan-from-records.ts";
import { unscaled } from "../scaled-quantity.ts";

/** What would be at hand at the end of a day. */
export interface StockPoint {
  readonly onDate: PlainDate;
  readonly balance: string;
}

/** Projected stock of one item by a calculated plan: a point for each day on which something comes or goes, the plan's first day first. */
export function projectedStock(
  { index, mapped, plan }: CalculatedPlan,
  item: number,
  planFrom: PlainDate,
): StockPoint[] {
  const { data } = mapped;
  const moves = new Map<number, number>([[0, 0]]);
  // What is late counts for the plan's first day, as the calculation has it.
  const move = (day: number, quantity: number) => {
    const at = Math.max(0, day);
    moves.set(at, (moves.get(at) ?? 0) + quantity);
  };
  rowsOf(data.receipts.item, item, (row) => move(data.receipts.day[row]!, data.receipts.quantity[row]!));
  rowsOf(data.demands.item, item, (row) => move(data.demands.day[row]!, -data.demands.quantity[row]!));
  const { orders, pegs } = plan;
  for (let at = orders.first[item]!; at < orders.end[item]!; at++) move(orders.dueDay[at]!, orders.output[at]!);
  for (let at = pegs.first[item]!; at < pegs.end[item]!; at++)
    if (pegs.demand[at]! >= 0) move(pegs.day[at]!, -pegs.quantity[at]!);
  let balance = data.items.onHand[item]!;
  return [...moves]
    .sort(([a], [b]) => a - b)
    .map(([day, quantity]) => {
      balance += quantity;
      return { onDate: addDays(planFrom, day), balance: unscaled(balance, index.decimals[item]!) };
    });
}

function rowsOf(items: Uint32Array, item: number, visit: (row: number) => void): void {
  for (let row = 0; row < items.length; row++) if (items[row] === item) visit(row);
}
