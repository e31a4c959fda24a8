import { pairRows } from "../pair-rows.ts";

/** What stood before and what stands now in its place; one of both is `null` where something comes or goes. */
export interface Difference<T> {
  readonly was: T | null;
  readonly now: T | null;
}

/**
 * What differs between two lists whose order does not matter. Rows that are the same in all are left out; what is left is paired by the
 * first key both have in common, then by the next one.
 *
 * @param keys the first says that rows are the same; the others, from narrow to wide, that one stands in the place of the other
 */
export function pairUp<T extends object>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((row: T) => string)[],
): Difference<T>[] {
  const { placeOf, keyOf, gone } = pairRows(before, after, keys);
  const found = Array.from(after.keys());
  const pairs = keys.flatMap((_, key) =>
    key === 0
      ? []
      : found.filter((at) => keyOf[at] === key).map((at) => ({ was: before[placeOf[at]!]!, now: after[at]! })),
  );
  const comes = found.filter((at) => placeOf[at] === -1).map((at) => ({ was: null, now: after[at]! }));
  return [...pairs, ...gone.map((at) => ({ was: before[at]!, now: null })), ...comes];
}
