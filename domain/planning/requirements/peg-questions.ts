import { FOR_SAFETY, FROM_STOCK, outsideCode } from "./plan-data.ts";
import type { PlanState } from "./plan-state.ts";
import type { Planner } from "./planner.ts";
import { WaitingItems } from "./waiting-items.ts";

/** A supply of an item: its stock, the receipt of this id, or the n-th of its planned orders, the first being 0. */
export type SupplyOf = { readonly item: number } & (
  | { readonly kind: "stock" }
  | { readonly kind: "receipt"; readonly id: number }
  | { readonly kind: "order"; readonly number: number }
);

export interface PeggedOrder {
  readonly item: number;
  /** Its place among the item's planned orders. */
  readonly number: number;
}

export interface PeggedDemand {
  readonly item: number;
  readonly id: number;
  readonly day: number;
}

/**
 * Which orders of customers and forecasts need a supply, through all levels, and which planned orders lie between.
 *
 * @returns each once: demands by day, then by item and id; orders by item and number
 */
export function pegsUp({ planner }: PlanState, supply: SupplyOf): { demands: PeggedDemand[]; orders: PeggedOrder[] } {
  const demands = new Map<number, PeggedDemand>();
  const climb = new Climb(planner);
  if (supply.kind === "order") {
    const order = planner.orders.first(supply.item) + supply.number;
    if (order < planner.orders.end(supply.item)) climb.reachOrder(order);
  }
  if (supply.kind !== "order") climb.reach(supply.item, supply.kind === "stock" ? FROM_STOCK : outsideCode(supply.id));
  climb.run((item, at) => {
    const { demand, day } = planner.pegs.columns;
    const code = demand[at]!;
    if (code < FOR_SAFETY) demands.set(code, { item, id: outsideCode(code), day: day[at]! });
    else if (code > FOR_SAFETY) climb.reachOrder(code);
  });
  return { demands: [...demands.values()].sort(byDay), orders: climb.orders(supply) };
}

function byDay(a: PeggedDemand, b: PeggedDemand): number {
  return a.day - b.day || a.item - b.item || a.id - b.id;
}

/**
 * Goes from supplies to what they are for, from components to parents, item by item: an item's pegs are looked through once for all its
 * supplies that were reached, and again only when another one is.
 */
class Climb {
  /** Per item the supplies reached. */
  private readonly reached = new Map<number, Set<number>>();
  private readonly waiting: WaitingItems;
  private readonly planner: Planner;
  constructor(planner: Planner) {
    this.planner = planner;
    this.waiting = new WaitingItems(planner.itemCount);
  }

  reach(item: number, supply: number): void {
    const place = this.planner.sequence.place[item]!;
    if (place < 0) return;
    const known = this.reached.get(item) ?? new Set<number>();
    if (known.has(supply)) return;
    this.reached.set(item, known.add(supply));
    this.waiting.add(this.planner.itemCount - 1 - place);
  }

  /** Its own item, and those of which it yields a by-product. */
  reachOrder(order: number): void {
    const { orders, lines } = this.planner;
    const item = orders.columns.item[order]!;
    this.reach(item, order);
    const { child, numerator } = lines.columns;
    for (let at = lines.first(item); at < lines.end(item); at++) {
      if (numerator[at]! < 0) this.reach(child[at]!, order);
    }
  }

  run(visit: (item: number, peg: number) => void): void {
    const { pegs, sequence, itemCount } = this.planner;
    const { supply } = pegs.columns;
    for (let place = this.waiting.next(); place >= 0; place = this.waiting.next()) {
      const item = sequence.order[itemCount - 1 - place]!;
      const supplies = this.reached.get(item)!;
      for (let at = pegs.first(item); at < pegs.end(item); at++) {
        if (supplies.has(supply[at]!)) visit(item, at);
      }
    }
  }

  /** The planned orders reached, without the one it began with. */
  orders(start: SupplyOf): PeggedOrder[] {
    const { orders } = this.planner;
    const found: PeggedOrder[] = [];
    for (const [item, supplies] of this.reached) {
      for (const supply of supplies) {
        if (supply < 0 || orders.columns.item[supply] !== item) continue;
        const number = supply - orders.first(item);
        if (start.kind === "order" && start.item === item && start.number === number) continue;
        found.push({ item, number });
      }
    }
    return found.sort((a, b) => a.item - b.item || a.number - b.number);
  }
}
