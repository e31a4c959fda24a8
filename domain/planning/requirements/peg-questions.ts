import { dayAfter } from "./day-table.ts";
import { AT, ROW } from "./item-table.ts";
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
    if (order < planner.orders.end(supply.item)) climb.reachOrder(order, 0);
  }
  if (supply.kind !== "order")
    climb.reach(supply.item, supply.kind === "stock" ? FROM_STOCK : outsideCode(supply.id), 0);
  climb.run((item, _supply, at) => {
    const { demand, day } = planner.pegs.columns;
    const code = demand[at]!;
    if (code < FOR_SAFETY) demands.set(code, { item, id: outsideCode(code), day: day[at]! });
    else if (code > FOR_SAFETY) climb.reachOrder(code, 0);
  });
  return { demands: [...demands.values()].sort(byDay), orders: climb.orders(supply) };
}

export interface EndangeredDemand extends PeggedDemand {
  /** So much of it. */
  readonly quantity: number;
  /** The day on which it can be there. */
  readonly possibleDay: number;
}

export interface EndangeredOrder extends PeggedOrder {
  readonly dueDay: number;
  readonly possibleDay: number;
}

/**
 * What a receipt endangers that comes on another day than planned, through all levels: an order starts so many days later as a component
 * lacks, takes its lead time, and makes late what it was for. Nothing is planned anew: other supply may still help.
 */
export function endangeredBy(
  { planner }: PlanState,
  receipt: { readonly item: number; readonly id: number },
  newDay: number,
): { demands: EndangeredDemand[]; orders: EndangeredOrder[] } {
  const { pegs, orders, items, dayTables, dayCount } = planner;
  const late = new Map<number, Map<number, { item: number; day: number; quantity: number; possibleDay: number }>>();
  const climb = new Climb(planner);
  climb.reach(receipt.item, outsideCode(receipt.id), newDay);
  climb.run((item, possibleDay, at) => {
    const { demand, day, quantity } = pegs.columns;
    if (day[at]! >= possibleDay) return;
    const code = demand[at]!;
    if (code < FOR_SAFETY) {
      const parts = late.get(code) ?? new Map();
      late.set(code, parts.set(at, { item, day: day[at]!, quantity: quantity[at]!, possibleDay }));
    } else if (code > FOR_SAFETY) {
      const parent = orders.columns.item[code]! * ROW;
      const table = dayTables[items[parent + AT.calendar]!]!;
      const start = Math.min(dayCount - 1, orders.columns.startDay[code]! + possibleDay - day[at]!);
      const due = dayAfter(table, start, items[parent + AT.leadDays]!, dayCount);
      if (due > orders.columns.dueDay[code]!) climb.reachOrder(code, due);
    }
  });
  const demands = [...late].map(([code, parts]) => {
    const all = [...parts.values()];
    return {
      item: all[0]!.item,
      id: outsideCode(code),
      day: all[0]!.day,
      quantity: all.reduce((sum, part) => sum + part.quantity, 0),
      possibleDay: Math.max(...all.map((part) => part.possibleDay)),
    };
  });
  return {
    demands: demands.sort(byDay),
    orders: climb.orders({ ...receipt, kind: "receipt" }).map((order) => {
      const row = orders.first(order.item) + order.number;
      return { ...order, dueDay: orders.columns.dueDay[row]!, possibleDay: climb.dayOf(row) };
    }),
  };
}

function byDay(a: PeggedDemand, b: PeggedDemand): number {
  return a.day - b.day || a.item - b.item || a.id - b.id;
}

/**
 * Goes from supplies to what they are for, from components to parents, item by item: an item's pegs are looked through once for all its
 * supplies that were reached, and again only when one is reached later in the day than before.
 */
class Climb {
  /** Per item the supplies reached and a day with each; only a larger day counts as news. */
  private readonly reached = new Map<number, Map<number, number>>();
  private readonly waiting: WaitingItems;
  private readonly planner: Planner;
  constructor(planner: Planner) {
    this.planner = planner;
    this.waiting = new WaitingItems(planner.itemCount);
  }

  reach(item: number, supply: number, day: number): void {
    const place = this.planner.sequence.place[item]!;
    if (place < 0) return;
    const known = this.reached.get(item) ?? new Map<number, number>();
    const before = known.get(supply);
    if (before !== undefined && before >= day) return;
    this.reached.set(item, known.set(supply, day));
    this.waiting.add(this.planner.itemCount - 1 - place);
  }

  /** Its own item, and those of which it yields a by-product. */
  reachOrder(order: number, day: number): void {
    const { orders, lines } = this.planner;
    const item = orders.columns.item[order]!;
    this.reach(item, order, day);
    const { child, numerator } = lines.columns;
    for (let at = lines.first(item); at < lines.end(item); at++) {
      if (numerator[at]! < 0) this.reach(child[at]!, order, day);
    }
  }

  run(visit: (item: number, day: number, peg: number) => void): void {
    const { pegs, sequence, itemCount } = this.planner;
    const { supply } = pegs.columns;
    for (let place = this.waiting.next(); place >= 0; place = this.waiting.next()) {
      const item = sequence.order[itemCount - 1 - place]!;
      const days = this.reached.get(item)!;
      for (let at = pegs.first(item); at < pegs.end(item); at++) {
        const day = days.get(supply[at]!);
        if (day !== undefined) visit(item, day, at);
      }
    }
  }

  dayOf(order: number): number {
    return this.reached.get(this.planner.orders.columns.item[order]!)!.get(order)!;
  }

  /** The planned orders reached, without the one it began with. */
  orders(start: SupplyOf): PeggedOrder[] {
    const { orders } = this.planner;
    const found: PeggedOrder[] = [];
    for (const [item, supplies] of this.reached) {
      for (const supply of supplies.keys()) {
        if (supply < 0 || orders.columns.item[supply] !== item) continue;
        const number = supply - orders.first(item);
        if (start.kind === "order" && start.item === item && start.number === number) continue;
        found.push({ item, number });
      }
    }
    return found.sort((a, b) => a.item - b.item || a.number - b.number);
  }
}
