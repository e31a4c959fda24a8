import { type Outcome, ok, refuse } from "../../shared/index.ts";
import type { PlanInput } from "../plan-records.ts";
import { indexRecords, type PlanRefusal, type RecordIndex } from "../record-index.ts";
import { daysFrom, recordsToData } from "../records-to-data.ts";
import { changePlan, NO_GROUP, openPlan, PlanLimit } from "../requirements/index.ts";
import { scaledText } from "../scaled-quantity.ts";
import { besidesOf } from "./besides.ts";
import { changesOf } from "./changes-of.ts";
import { matchOrders, type NumberedOrder } from "./match-orders.ts";
import type { LivingPlan, StoredOrder } from "./plan-memory.ts";

/**
 * Plans all records and gives proposals the numbers they had.
 *
 * @param stored proposals of the plan before
 * @returns as `planFromRecords`
 */
export function openLivingPlan(
  input: PlanInput,
  stored: readonly StoredOrder[] = [],
  nextSeq = 0,
): Outcome<LivingPlan, PlanRefusal> {
  const index = indexRecords(input);
  if (!index.ok) return index;
  const mapped = recordsToData(input, index.value);
  if (!mapped.ok) return mapped;
  const state = within(index.value, () => openPlan(mapped.value.data));
  if (!state.ok) return state;
  const { orderKeys, receipts, items } = index.value;
  const plan: LivingPlan = {
    input: { ...input, receipts: [], demands: [], reservations: [], requests: [] },
    index: index.value,
    calendars: mapped.value.data.calendars,
    state: state.value,
    orderKeys: [...orderKeys],
    groupOf: new Map(orderKeys.map((key, group) => [key, group])),
    receiptById: [...receipts],
    demandById: [...mapped.value.demands],
    besides: besidesOf(input, mapped.value, index.value),
    known: new Array(items.length),
    nextSeq,
  };
  const before = numbered(plan, stored);
  number(plan, items.keys(), (item) => before.get(item) ?? []);
  return ok(plan);
}

/** What a change did: of which items something in store is another now. */
export interface Followed {
  /** Items of which anything is another than before: their records, orders, pegs or exceptions. */
  readonly items: readonly number[];
  /** Numbers of proposals that are no more. */
  readonly gone: readonly number[];
}

/**
 * Takes the records as they are now, plans again what differs, and gives proposals their numbers.
 *
 * @param input all records; or, with `only`, those of these items
 * @param only items (ids) of which the records are given, all of each; `null`: all
 * @param returned proposals that were firm and are proposals again
 * @param taken numbers no proposal may have any more: what they named has become a record
 * @returns `null` when it cannot be followed item by item: calendars, units, items that came or went, a record that makes planning impossible. The
 * plan must be opened anew then, which also says what is wrong with a record
 */
export function followRecords(
  plan: LivingPlan,
  input: PlanInput,
  only: ReadonlySet<string> | null,
  returned: readonly StoredOrder[] = [],
  taken: ReadonlySet<number> = new Set(),
): Followed | null {
  const found = changesOf(plan, input, only);
  if (!found) return null;
  const { changes, besideItems } = found;
  // A proposal that became firm is a receipt now: its number is the receipt's.
  const named = new Set(taken);
  for (const { item, receipts } of changes)
    for (const row of receipts ?? []) {
      const receipt = plan.receiptById[row.id]!;
      if (receipt.kind === "firm" && receipt.itemId === plan.index.items[item]!.id) named.add(Number(receipt.id));
    }
  const back = numbered(plan, returned);
  const changed = within(plan.index, () => changePlan(plan.state, changes));
  if (!changed.ok) return null;
  const { lines } = plan.state.planner;
  const items = new Set([...changes.map((change) => change.item), ...besideItems, ...back.keys()]);
  const renumbered = new Set(back.keys());
  for (const { item, hasOtherOrders } of changed.value) {
    items.add(item);
    if (hasOtherOrders) renumbered.add(item);
  }
  for (const item of items) if (plan.known[item]?.some(({ seq }) => named.has(seq))) renumbered.add(item);
  const gone = number(plan, renumbered, (item) => [
    ...(plan.known[item] ?? []).filter(({ seq }) => !named.has(seq)),
    ...(back.get(item) ?? []),
  ]);
  // Pegs of components name these orders by their numbers.
  for (const item of renumbered)
    for (let at = lines.first(item); at < lines.end(item); at++) items.add(lines.columns.child[at]!);
  return { items: [...items].sort((a, b) => a - b), gone };
}

/** Stored proposals by item, as the plan counts their quantities and days. */
function numbered(plan: LivingPlan, stored: readonly StoredOrder[]): Map<number, NumberedOrder[]> {
  const { itemIndex, decimals } = plan.index;
  const dayOf = daysFrom(plan.input.planFrom);
  const lists = new Map<number, NumberedOrder[]>();
  for (const { seq, itemId, quantity, dueOn, orderKey } of stored) {
    const item = itemIndex.get(itemId);
    const group = orderKey === null ? NO_GROUP : plan.groupOf.get(orderKey);
    if (item === undefined || group === undefined) continue;
    const order = { seq, quantity: scaledText(quantity, decimals[item]!, "up") ?? 0, dueDay: dayOf(dueOn), group };
    const list = lists.get(item);
    if (list) list.push(order);
    else lists.set(item, [order]);
  }
  return lists;
}

/** Numbers the orders of items as they stand now. @returns numbers that are no more */
function number(
  plan: LivingPlan,
  items: Iterable<number>,
  before: (item: number) => readonly NumberedOrder[],
): number[] {
  const { orders } = plan.state.planner;
  const { quantity, dueDay, startDay, group } = orders.columns;
  const isNew: { order: { seq: number }; item: number; at: number; startDay: number }[] = [];
  const gone: number[] = [];
  for (const item of items) {
    const first = orders.first(item);
    const fresh = Array.from({ length: orders.end(item) - first }, (_, at) => ({
      seq: -1,
      quantity: quantity[first + at]!,
      dueDay: dueDay[first + at]!,
      group: group[first + at]!,
    }));
    const matched = matchOrders(before(item), fresh);
    gone.push(...matched.gone);
    matched.seqs.forEach((seq, at) => {
      fresh[at]!.seq = seq;
      if (seq < 0) isNew.push({ order: fresh[at]!, item, at, startDay: startDay[first + at]! });
    });
    plan.known[item] = fresh.length === 0 ? undefined : fresh;
  }
  // New ones by their start, as people read them.
  isNew.sort((a, b) => a.startDay - b.startDay || a.item - b.item || a.at - b.at);
  for (const { order } of isNew) order.seq = plan.nextSeq++;
  return gone;
}

function within<T>(index: RecordIndex, work: () => T): Outcome<T, PlanRefusal> {
  try {
    return ok(work());
  } catch (error) {
    if (!(error instanceof PlanLimit)) throw error;
    return refuse(error.limit === "rows" ? "PLAN_TOO_LARGE" : "QUANTITY_TOO_LARGE", {
      item: index.items[error.item]!.code,
    });
  }
}
