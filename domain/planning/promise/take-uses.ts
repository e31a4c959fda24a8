import { daysBetween, decimal, type PlainDate } from "../../shared/index.ts";
import { scaled, unscaled } from "../scaled-quantity.ts";
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

/**
 * The first item of which what a held promise takes cannot be there by its day any more: its receipt was called off or moved, or stock went
 * elsewhere. Supply that comes sooner, and that nobody holds, stands in.
 *
 * @param uses in the state already, as far as there is something to take them from
 * @returns the item's code; undefined when all is still covered
 */
export function lackingItem(state: PromiseState, uses: PromiseUses): string | undefined {
  const ofItem = new Map<string, { readonly day: number; readonly amount: number }[]>();
  for (const { itemId, onDate, quantity } of uses.supply) {
    const item = state.items[state.itemAt.get(itemId) ?? -1];
    const amount = item ? (scaled(decimal(quantity), item.record.decimals, "up") ?? 0) : 0;
    const use = { day: Math.max(0, daysBetween(state.today, onDate)), amount };
    const known = ofItem.get(itemId);
    if (known) known.push(use);
    else ofItem.set(itemId, [use]);
  }
  for (const [itemId, taken] of ofItem) {
    const item = state.items[state.itemAt.get(itemId) ?? -1];
    if (!item) return itemId;
    const { day: days, free } = item.supply;
    const isLacking = taken.some(({ day }) => {
      let left = 0;
      days.forEach((supplyDay, place) => {
        if (supplyDay <= day) left += free[place]!;
      });
      // What has no supply of its day any more was taken from nothing.
      for (const use of taken) if (use.day <= day && !days.includes(use.day)) left -= use.amount;
      return left < 0;
    });
    if (isLacking) return item.record.code;
  }
  return undefined;
}

/** What a promise takes, as rows: each with what of that day is free before anything is held of it. */
export interface PromiseClaim {
  readonly kind: "capacity" | "supply";
  readonly subjectId: string;
  readonly onDate: PlainDate;
  readonly amount: string;
  readonly free: string;
}

export function claimsOf(state: PromiseState, uses: PromiseUses): PromiseClaim[] {
  const capacity = uses.capacity.map(({ workCenterId, onDate, minutes }): PromiseClaim => {
    const center = state.centers[state.centerAt.get(workCenterId)!]!;
    const free = center.unheld[daysBetween(state.today, onDate)]!;
    return { kind: "capacity", subjectId: workCenterId, onDate, amount: String(minutes), free: String(free) };
  });
  const supply = uses.supply.map(({ itemId, onDate, quantity }): PromiseClaim => {
    const item = state.items[state.itemAt.get(itemId)!]!;
    const place = item.supply.day.indexOf(daysBetween(state.today, onDate));
    const free = unscaled(item.unheld[place]!, item.record.decimals);
    return { kind: "supply", subjectId: itemId, onDate, amount: quantity, free };
  });
  return [...capacity, ...supply];
}
