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
  let was = before;
  let now = after;
  const pairs: Difference<T>[] = [];
  keys.forEach((key, at) => {
    const waiting = new Map<string, T[]>();
    for (const row of was) {
      const rows = waiting.get(key(row));
      if (rows) rows.push(row);
      else waiting.set(key(row), [row]);
    }
    const left: T[] = [];
    for (const row of now) {
      const found = waiting.get(key(row))?.shift();
      if (found === undefined) left.push(row);
      else if (at > 0) pairs.push({ was: found, now: row });
    }
    now = left;
    const stays = new Set([...waiting.values()].flat());
    was = was.filter((row) => stays.has(row));
  });
  return [...pairs, ...was.map((row) => ({ was: row, now: null })), ...now.map((row) => ({ was: null, now: row }))];
}
