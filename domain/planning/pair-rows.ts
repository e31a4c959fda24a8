/** Which row of one list stands in the place of which of another. */
export interface RowPairs {
  /** For each row of the later list its place in the earlier one; -1 for a row that is new. */
  readonly placeOf: Int32Array;
  /** By which of the keys it was found; -1 for a row that is new. */
  readonly keyOf: Int8Array;
  /** Places in the earlier list of rows nothing stands in the place of, ascending. */
  readonly gone: readonly number[];
}

/**
 * Pairs the rows of two lists, each at most once: by the first key both have in common, then what is left by the next one. Of rows with
 * the same key the first goes to the first, in the order of the lists.
 *
 * @param keys from narrow to wide
 */
export function pairRows<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((row: T) => string)[],
): RowPairs {
  const placeOf = new Int32Array(after.length).fill(-1);
  const keyOf = new Int8Array(after.length).fill(-1);
  let left = Array.from(before.keys());
  keys.forEach((key, at) => {
    if (left.length === 0) return;
    // The last one first, so that the first is taken off the end.
    const waiting = new Map<string, number[]>();
    for (const place of left.toReversed()) {
      const name = key(before[place]!);
      const places = waiting.get(name);
      if (places) places.push(place);
      else waiting.set(name, [place]);
    }
    const taken = new Set<number>();
    after.forEach((row, place) => {
      if (placeOf[place]! >= 0) return;
      const found = waiting.get(key(row))?.pop();
      if (found === undefined) return;
      placeOf[place] = found;
      keyOf[place] = at;
      taken.add(found);
    });
    left = left.filter((place) => !taken.has(place));
  });
  return { placeOf, keyOf, gone: left };
}
