/** Free quantities of one item by the day they are there, days ascending; whole numbers of the smallest part of its unit. */
export interface FreeSupply {
  readonly day: Int32Array;
  readonly free: Float64Array;
  /** All that is there, needed or not, by the same places. */
  readonly all: Float64Array;
}

/**
 * What of an item's supplies nobody needs yet (available to promise). Each demand takes the latest supply that is there on its day, so
 * that early supply stays free for early needs; what no supply before it covers waits for the next that comes.
 *
 * @param supplies and
 * @param demands pairs of day and quantity, in any order; days before the first count as the first
 */
export function freeSupply(
  supplies: readonly (readonly [day: number, quantity: number])[],
  demands: readonly (readonly [day: number, quantity: number])[],
): FreeSupply {
  const byDay = new Map<number, number>();
  for (const [day, quantity] of supplies)
    if (quantity > 0) byDay.set(Math.max(0, day), (byDay.get(Math.max(0, day)) ?? 0) + quantity);
  const day = Int32Array.from([...byDay.keys()].sort((a, b) => a - b));
  const all = Float64Array.from(day, (one) => byDay.get(one)!);
  const free = all.slice();
  let lacking = 0;
  for (const [neededOn, quantity] of demands.toSorted((a, b) => a[0] - b[0])) {
    let left = quantity;
    for (let at = day.length - 1; at >= 0 && left > 0; at--) {
      if (day[at]! > neededOn && day[at]! > 0) continue;
      const taken = Math.min(left, free[at]!);
      free[at]! -= taken;
      left -= taken;
    }
    lacking += left;
  }
  for (let at = 0; at < day.length && lacking > 0; at++) {
    const taken = Math.min(lacking, free[at]!);
    free[at]! -= taken;
    lacking -= taken;
  }
  return { day, free, all };
}
