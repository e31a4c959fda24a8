/** Where most of what was seen lies: a tenth of it is below `low`, a tenth above `high`. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/**
 * The value below which a share of the weight lies; where two values share the border, the lower one.
 *
 * @param share 0 to 1
 * @throws assertion when there is nothing, or a weight is not above zero
 */
export function weightedQuantile(values: readonly number[], weights: readonly number[], share: number): number {
  if (values.length === 0 || values.length !== weights.length) throw new Error("assertion: a weight for every value");
  if (weights.some((weight) => !(weight > 0))) throw new Error("assertion: weights above zero");
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b);
  const total = order.reduce((sum, at) => sum + weights[at]!, 0);
  let passed = 0;
  for (const at of order) {
    passed += weights[at]!;
    if (passed >= share * total * (1 - 1e-12)) return values[at]!;
  }
  return values[order.at(-1)!]!;
}

/** A lead time that half of the orders keep would make the other half late: 80 % is what planning is given. */
export const SHARE_OF_MOST = 0.8;

/** The middle value, or the mean of the two in the middle. @throws assertion when there is none */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error("assertion: a median needs a value");
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function spreadOf(values: readonly number[]): Spread {
  const same = values.map(() => 1);
  return {
    low: weightedQuantile(values, same, 0.1),
    median: median(values),
    high: weightedQuantile(values, same, 0.9),
  };
}

/** With more points than this, only pairs half a list apart are compared: still robust, and no longer quadratic. */
const ALL_PAIRS_UP_TO = 250;

/**
 * A line through points of which up to 29 % may be anything: the median slope of pairs (Theil 1950, Sen 1968), then the median distance to it. Neither
 * part is below zero: no work takes less than no time.
 *
 * @param points `[x, y]`, each ≥ 0
 * @returns null when all x are the same, which gives no slope
 */
export function robustLine(
  points: readonly (readonly [x: number, y: number])[],
): { intercept: number; slope: number } | null {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const slopes: number[] = [];
  const compare = (one: number, other: number) => {
    const [x, y] = sorted[one]!;
    const [toX, toY] = sorted[other]!;
    if (toX > x) slopes.push((toY - y) / (toX - x));
  };
  const count = sorted.length;
  if (count <= ALL_PAIRS_UP_TO) for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) compare(a, b);
  else for (let a = 0, half = count >> 1; a + half < count; a++) compare(a, a + half);
  if (slopes.length === 0) return null;
  const slope = Math.max(0, median(slopes));
  const intercept = median(sorted.map(([x, y]) => y - slope * x));
  if (intercept >= 0) return { intercept, slope };
  return { intercept: 0, slope: median(sorted.filter(([x]) => x > 0).map(([x, y]) => y / x)) };
}
