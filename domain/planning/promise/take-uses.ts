import { daysBetween, decimal, type PlainDate } from "../../shared/index.ts";
import { scaled, unscaled } from "../scaled-quantity.ts";
import type { PromiseUses } from "./promise-facts.ts";
import type { PromiseState, StateItem } from "./promise-state.ts";

/**
 * What held promises take is no longer free. Supply that is not there on the day it was promised from, because it came sooner, was moved or is
 * proposed for another day, is taken from the latest before that day, then from what comes after it: that its day changed makes nothing free
 * for a second promise. What lacks altogether is taken from nothing; the plan asks for it.
 *
 * @returns gives all of it back, as long as the state was not read anew
 */
export function takeUses(state: PromiseState, uses: PromiseUses): () => void {
  const taken: { from: Int32Array | Float64Array; at: number; amount: number }[] = [];
  const take = (from: Int32Array | Float64Array, at: number, amount: number) => {
    from[at]! -= amount;
    taken.push({ from, at, amount });
  };
  for (const { workCenterId, onDate, minutes } of uses.capacity) {
    const center = state.centers[state.centerAt.get(workCenterId) ?? -1];
    const day = daysBetween(state.today, onDate);
    if (center && day >= 0 && day < center.free.length) take(center.free, day, minutes);
  }
  const lacking: SupplyUse[] = [];
  for (const { item, day, amount } of suppliesOf(state, uses)) {
    const at = item.supply.day.indexOf(day);
    const there = at < 0 ? 0 : Math.min(amount, item.supply.free[at]!);
    if (there > 0) take(item.supply.free, at, there);
    if (there < amount) lacking.push({ item, day, amount: amount - there });
  }
  for (const { item, day, amount } of lacking.sort((a, b) => a.day - b.day)) {
    let left = amount;
    for (const at of placesFrom(item, day)) {
      const there = Math.min(left, item.supply.free[at]!);
      if (there <= 0) continue;
      take(item.supply.free, at, there);
      // No row holds it of this day, so what rows may hold of this day is so much less.
      take(item.unheld, at, there);
      left -= there;
    }
  }
  return () => {
    for (const { from, at, amount } of taken) from[at]! += amount;
  };
}

/** The supplies of an item: the latest of those before a day first, then those after it as they come. */
function placesFrom({ supply }: StateItem, day: number): number[] {
  const places = [...supply.day.keys()];
  const before = places.filter((at) => supply.day[at]! <= day);
  return [...before.toReversed(), ...places.slice(before.length)];
}

interface SupplyUse {
  readonly item: StateItem;
  readonly day: number;
  readonly amount: number;
}

/** Stock promised on a day that is over is stock of today. */
function suppliesOf(state: PromiseState, { supply }: PromiseUses): SupplyUse[] {
  return supply.flatMap(({ itemId, onDate, quantity }) => {
    const item = state.items[state.itemAt.get(itemId) ?? -1];
    const amount = item && scaled(decimal(quantity), item.record.decimals, "up");
    return item && amount ? [{ item, day: Math.max(0, daysBetween(state.today, onDate)), amount }] : [];
  });
}

/**
 * The first item of which not all that is held is there by the day a promise takes it: a receipt was called off or moved, or stock was used up. Who
 * else needs it does not matter, for what is held is theirs no more than an order is; which of several promises is to give way is for people to say.
 *
 * @param held what all held promises take of the same items, this one's among it
 * @returns the item's code; undefined when all is there
 */
export function lackingItem(state: PromiseState, uses: PromiseUses, held: PromiseUses): string | undefined {
  const all = suppliesOf(state, held);
  return suppliesOf(state, uses).find(({ item, day }) => {
    const taken = all.reduce((sum, one) => sum + (one.item === item && one.day <= day ? one.amount : 0), 0);
    return item.supply.all.reduce((sum, there, at) => sum + (item.supply.day[at]! <= day ? there : 0), 0) < taken;
  })?.item.record.code;
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
