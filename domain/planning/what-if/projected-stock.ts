import { addDays, type PlainDate } from "../../shared/index.ts";
import type { CalculatedPlan } from "../plan-from-records.ts";
import { FOR_SAFETY, outsideCode } from "../requirements/index.ts";
import { unscaled } from "../scaled-quantity.ts";
import { handingOn } from "./ready-days.ts";

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
  const { orders, pegs } = plan;
  for (let at = orders.first[item]!; at < orders.end[item]!; at++) move(orders.dueDay[at]!, orders.output[at]!);
  const served = new Map<number, number>();
  for (let at = pegs.first[item]!; at < pegs.end[item]!; at++) {
    const demand = pegs.demand[at]!;
    const quantity = pegs.quantity[at]!;
    const supply = pegs.supply[at]!;
    // A by-product of another item's order.
    if (supply >= 0 && orders.item[supply] !== item) move(orders.dueDay[supply]!, quantity);
    if (demand === FOR_SAFETY) continue;
    move(pegs.day[at]!, -quantity);
    if (demand < 0) served.set(outsideCode(demand), (served.get(outsideCode(demand)) ?? 0) + quantity);
  }
  // What nothing is pegged to is lacking; a phantom or an item that runs out has handed it on.
  if (!handingOn(data)(item))
    rowsOf(data.demands.item, item, (row) =>
      move(data.demands.day[row]!, (served.get(row) ?? 0) - data.demands.quantity[row]!),
    );
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
