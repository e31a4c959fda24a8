import { daysBetween, decimal } from "../../shared/index.ts";
import { scaled } from "../scaled-quantity.ts";
import type { PromiseUses } from "./promise-facts.ts";
import type { PromiseState } from "./promise-state.ts";

/** What a held promise takes is no longer free. */
export function takeUses(state: PromiseState, uses: PromiseUses): void {
  change(state, uses, -1);
}

/** A promise was released or ran out: what it took is free again. */
export function giveUses(state: PromiseState, uses: PromiseUses): void {
  change(state, uses, 1);
}

function change(state: PromiseState, uses: PromiseUses, sign: 1 | -1): void {
  for (const { workCenterId, onDate, minutes } of uses.capacity) {
    const center = state.centers[state.centerAt.get(workCenterId) ?? -1];
    const day = daysBetween(state.today, onDate);
    if (center && day >= 0 && day < center.free.length) center.free[day]! += sign * minutes;
  }
  for (const { itemId, onDate, quantity } of uses.supply) {
    const item = state.items[state.itemAt.get(itemId) ?? -1];
    if (!item) continue;
    const place = item.supply.day.indexOf(Math.max(0, daysBetween(state.today, onDate)));
    const amount = scaled(decimal(quantity), item.record.decimals, "up");
    if (place >= 0 && amount !== null) item.supply.free[place]! += sign * amount;
  }
}
