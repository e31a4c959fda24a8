import { pairRows } from "../pair-rows.ts";

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
  // By their days: the earliest left over goes to the earliest left over.
  const known = before.toSorted((a, b) => a.dueDay - b.dueDay || a.seq - b.seq);
  const places = Array.from(fresh.keys()).sort((a, b) => fresh[a]!.dueDay - fresh[b]!.dueDay || a - b);
  const { placeOf, gone } = pairRows<OrderShape>(
    known,
    places.map((at) => fresh[at]!),
    KEYS,
  );
  places.forEach((at, place) => {
    const found = placeOf[place]!;
    if (found >= 0) seqs[at] = known[found]!.seq;
  });
  return { seqs, gone: gone.map((at) => known[at]!.seq).sort((a, b) => a - b) };
}

const KEYS: readonly ((order: OrderShape) => string)[] = [
  ({ group, dueDay, quantity }) => `${group} ${dueDay} ${quantity}`,
  ({ group, dueDay }) => `${group} ${dueDay}`,
  ({ group }) => `${group}`,
];

function isSame(a: OrderShape, b: OrderShape): boolean {
  return a.quantity === b.quantity && a.dueDay === b.dueDay && a.group === b.group;
}
