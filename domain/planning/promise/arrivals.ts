import { Decimal, daysBetween, decimal, type PlainDate } from "../../shared/index.ts";
import { scaledText } from "../scaled-quantity.ts";
import { askPromise, type PromiseQuestion } from "./ask-promise.ts";
import type { PromiseUses } from "./promise-facts.ts";
import type { PromiseState } from "./promise-state.ts";

/** Goods that come with the order asked about: what the step before delivers. */
export interface Arrival {
  readonly itemId: string;
  readonly quantity: Decimal;
  readonly onDate: PlainDate;
}

/**
 * The same question, when goods come for this very order: they are there on their day without being bought, and nothing of them is
 * held, since nobody else is promised them. The state is as it was afterwards.
 */
export function askWithArrivals(state: PromiseState, question: PromiseQuestion, arrivals: readonly Arrival[]) {
  const before = new Map(arrivals.map(({ itemId }) => [itemId, itemOf(state, itemId)?.supply] as const));
  for (const one of arrivals) arrive(state, one);
  try {
    // Converted from the agreement's unit it may be finer than the item's: part of a piece is a piece.
    const { decimals } = itemOf(state, question.itemId)?.record ?? { decimals: 0 };
    const quantity = question.quantity.toDecimalPlaces(decimals, Decimal.ROUND_UP);
    const answer = askPromise(state, { ...question, quantity });
    return answer.ok
      ? { ...answer, value: { ...answer.value, uses: withoutArrivals(answer.value.uses, arrivals) } }
      : answer;
  } finally {
    for (const [itemId, supply] of before) if (supply) itemOf(state, itemId)!.supply = supply;
  }
}

const itemOf = (state: PromiseState, itemId: string) => state.items[state.itemAt.get(itemId) ?? -1];

function arrive(state: PromiseState, { itemId, quantity, onDate }: Arrival): void {
  const item = itemOf(state, itemId);
  if (!item) return;
  const amount = scaledText(quantity.toFixed(), item.record.decimals, "up") ?? 0;
  const day = Math.max(0, daysBetween(state.today, onDate));
  const free = new Map([...item.supply.day].map((one, at) => [one, item.supply.free[at]!] as const));
  free.set(day, (free.get(day) ?? 0) + amount);
  const days = [...free.keys()].sort((a, b) => a - b);
  const all = new Map([...item.supply.day].map((one, at) => [one, item.supply.all[at]!] as const));
  all.set(day, (all.get(day) ?? 0) + amount);
  const of = (amounts: ReadonlyMap<number, number>) => Float64Array.from(days, (one) => amounts.get(one)!);
  item.supply = { day: Int32Array.from(days), free: of(free), all: of(all) };
}

/** What the arrivals cover is taken off, from their own days first: those are no supply of anybody else's. */
function withoutArrivals(uses: PromiseUses, arrivals: readonly Arrival[]): PromiseUses {
  const left = new Map<string, Decimal>();
  for (const one of arrivals) left.set(one.itemId, (left.get(one.itemId) ?? decimal(0)).plus(one.quantity));
  const ownDay = (itemId: string, onDate: PlainDate) =>
    arrivals.some((one) => one.itemId === itemId && one.onDate === onDate);
  const rows = uses.supply.toSorted(
    (a, b) => Number(ownDay(b.itemId, b.onDate)) - Number(ownDay(a.itemId, a.onDate)) || (a.onDate < b.onDate ? 1 : -1),
  );
  const supply = rows.flatMap((row) => {
    const covered = Decimal.min(left.get(row.itemId) ?? decimal(0), decimal(row.quantity));
    left.set(row.itemId, (left.get(row.itemId) ?? decimal(0)).minus(covered));
    const rest = decimal(row.quantity).minus(covered);
    return rest.isZero() ? [] : [{ ...row, quantity: rest.toFixed() }];
  });
  return { capacity: uses.capacity, supply };
}
