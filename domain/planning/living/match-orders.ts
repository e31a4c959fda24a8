/** A proposal as it is known by its number, or as it is planned anew. Quantity and day as the plan counts them. */
export interface OrderShape {
  readonly quantity: number;
  readonly dueDay: number;
  readonly group: number;
}

export interface NumberedOrder extends OrderShape {
  readonly seq: number;
}

/**
 * Gives the proposals of an item, planned anew, the numbers of those before, so that what a person looks at, has chosen or has noted stays
 * the same proposal: first those that are what they were, then of each order group those of the same day, then the others by their days.
 * Never two the same number, and never one of another group.
 *
 * @returns the number for each of `fresh`, -1 for one that is new; and the numbers of proposals that are no more
 */
export function matchOrders(
  before: readonly NumberedOrder[],
  fresh: readonly OrderShape[],
): { readonly seqs: Int32Array; readonly gone: number[] } {
  const seqs = new Int32Array(fresh.length).fill(-1);
  if (before.length === fresh.length && before.every((order, at) => isSame(order, fresh[at]!)))
    return { seqs: Int32Array.from(before, (order) => order.seq), gone: [] };
  const left = new Set(before.toSorted((a, b) => a.dueDay - b.dueDay || a.seq - b.seq));
  const places = Array.from(fresh.keys()).sort((a, b) => fresh[a]!.dueDay - fresh[b]!.dueDay || a - b);
  // By their days: the earliest left over goes to the earliest left over.
  for (const keyOf of [
    ({ group, dueDay, quantity }: OrderShape) => `${group} ${dueDay} ${quantity}`,
    ({ group, dueDay }: OrderShape) => `${group} ${dueDay}`,
    ({ group }: OrderShape) => `${group}`,
  ]) {
    if (left.size === 0) break;
    const waiting = new Map<string, NumberedOrder[]>();
    for (const order of left) {
      const list = waiting.get(keyOf(order));
      if (list) list.push(order);
      else waiting.set(keyOf(order), [order]);
    }
    const next = new Map<string, number>();
    for (const at of places) {
      if (seqs[at]! >= 0) continue;
      const key = keyOf(fresh[at]!);
      const taken = next.get(key) ?? 0;
      const order = waiting.get(key)?.[taken];
      if (!order) continue;
      next.set(key, taken + 1);
      seqs[at] = order.seq;
      left.delete(order);
    }
  }
  return { seqs, gone: [...left].map((order) => order.seq).sort((a, b) => a - b) };
}

function isSame(a: OrderShape, b: OrderShape): boolean {
  return a.quantity === b.quantity && a.dueDay === b.dueDay && a.group === b.group;
}
