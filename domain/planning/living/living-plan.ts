import { type Outcome, ok, refuse } from "../../shared/index.ts";
import type { PlanInput } from "../plan-records.ts";
import { indexRecords, type PlanRefusal, type RecordIndex } from "../record-index.ts";
import { daysFrom, recordsToData } from "../records-to-data.ts";
import { AT, changePlan, NO_GROUP, openPlan, PlanLimit, ROW, SUPPLY } from "../requirements/index.ts";
import { scaledText } from "../scaled-quantity.ts";
import { besidesOf } from "./besides.ts";
import { changesOf } from "./changes-of.ts";
import { requireKeepable } from "./kept-quantities.ts";
import { matchOrders, type NumberedOrder } from "./match-orders.ts";
import type { LivingPlan, StoredOrder } from "./plan-memory.ts";

/**
 * Plans all records and gives proposals the numbers they had.
 *
 * @param before proposals of the plan before: as they are stored, or the plan as it is kept
 * @param taken as `followRecords`
 * @returns as `planFromRecords`; also refused: quantities beyond what can be stored
 */
export function openLivingPlan(
  input: PlanInput,
  before: readonly StoredOrder[] | LivingPlan = [],
  nextSeq = 0,
  taken: ReadonlySet<number> = NONE,
): Outcome<LivingPlan, PlanRefusal> {
  const index = indexRecords(input);
  if (!index.ok) return index;
  const mapped = recordsToData(input, index.value);
  if (!mapped.ok) return mapped;
  const state = within(index.value, () => {
    const opened = openPlan(mapped.value.data);
    requireKeepable(opened, opened.planner.sequence.order, index.value.decimals);
    return opened;
  });
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
    seqs: new Array(items.length),
    renewed: new Set(),
    nextSeq,
  };
  const stored = "seqs" in before ? undefined : storedOrders(plan, before);
  const known = "seqs" in before ? keptOrders(before, plan, taken) : (item: number) => stored!.get(item) ?? [];
  giveNumbers(plan, [...items.keys()], known, "seqs" in before ? sameOrders(before, plan, taken) : undefined);
  return ok(plan);
}

const NONE: ReadonlySet<number> = new Set();

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
  const back = storedOrders(plan, returned);
  const before = new Map<number, NumberedOrder[]>();
  const remember = (item: number) => before.set(item, ordersOf(plan, item, named));
  const changed = within(plan.index, () => {
    const others = changePlan(plan.state, changes, remember);
    const items = others.map(({ item }) => item);
    requireKeepable(plan.state, items, plan.index.decimals);
    return others;
  });
  if (!changed.ok) return null;
  const items = new Set([...changes.map((change) => change.item), ...besideItems]);
  for (const { item } of changed.value) items.add(item);
  const isNamed = (seq: number) => named.has(seq);
  for (const item of items) if (!before.has(item) && plan.seqs[item]?.some(isNamed)) remember(item);
  for (const [item, more] of back) {
    items.add(item);
    if (!before.has(item)) remember(item);
    before.get(item)!.push(...more);
  }
  const renumbered = [...before.keys()].sort((a, b) => a - b);
  const gone = giveNumbers(plan, renumbered, (item) => before.get(item)!);
  // Pegs of components name these orders by their numbers.
  for (const item of renumbered) addBelow(plan, item, items);
  return { items: [...items].sort((a, b) => a - b), gone };
}

/** Components of an item, and below phantoms and items that run out what these hand its needs on to. */
function addBelow(plan: LivingPlan, item: number, found: Set<number>, above: ReadonlySet<number> = NONE): void {
  const { lines, items, dayCount } = plan.state.planner;
  for (let at = lines.first(item); at < lines.end(item); at++) {
    const child = lines.columns.child[at]!;
    found.add(child);
    const row = child * ROW;
    const handsOn = items[row + AT.supply] === SUPPLY.phantom || items[row + AT.usedUpFrom]! < dayCount;
    if (handsOn && !above.has(child)) addBelow(plan, child, found, new Set([...above, child]));
  }
}

/** An item's proposals as they stand, without those whose number is another's now. */
function ordersOf(plan: LivingPlan, item: number, without: ReadonlySet<number>): NumberedOrder[] {
  const { orders } = plan.state.planner;
  const { quantity, dueDay, group } = orders.columns;
  const found: NumberedOrder[] = [];
  plan.seqs[item]?.forEach((seq, n) => {
    const at = orders.first(item) + n;
    if (!without.has(seq)) found.push({ seq, quantity: quantity[at]!, dueDay: dueDay[at]!, group: group[at]! });
  });
  return found;
}

/** What is known of an item's proposals, by item. */
type Known = (item: number) => readonly NumberedOrder[];

/** Stored proposals, as the plan counts their quantities and days. */
function storedOrders(plan: LivingPlan, stored: readonly StoredOrder[]): Map<number, NumberedOrder[]> {
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

/** Proposals of a plan that is kept, as the new one counts them. */
function keptOrders(kept: LivingPlan, plan: LivingPlan, taken: ReadonlySet<number>): Known {
  const shift = daysFrom(plan.input.planFrom)(kept.input.planFrom);
  const groups = kept.orderKeys.map((key) => plan.groupOf.get(key));
  return (item) => {
    const before = kept.index.itemIndex.get(plan.index.items[item]!.id);
    if (before === undefined || kept.index.decimals[before] !== plan.index.decimals[item]) return [];
    return ordersOf(kept, before, taken).flatMap(({ group, dueDay, ...order }) => {
      const now = group === NO_GROUP ? NO_GROUP : groups[group];
      return now === undefined ? [] : [{ ...order, dueDay: dueDay + shift, group: now }];
    });
  };
}

/** Numbers of items whose proposals are those of a plan that is kept, row by row. */
function sameOrders(kept: LivingPlan, plan: LivingPlan, taken: ReadonlySet<number>) {
  const shift = daysFrom(plan.input.planFrom)(kept.input.planFrom);
  const groups = kept.orderKeys.map((key) => plan.groupOf.get(key));
  const { orders: then } = kept.state.planner;
  const { orders: now } = plan.state.planner;
  return (item: number): Int32Array | undefined => {
    const before = kept.index.itemIndex.get(plan.index.items[item]!.id);
    if (before === undefined || kept.index.decimals[before] !== plan.index.decimals[item]) return undefined;
    const first = now.first(item);
    const from = then.first(before);
    const length = now.end(item) - first;
    const seqs = kept.seqs[before] ?? new Int32Array(0);
    if (seqs.length !== length) return undefined;
    const a = then.columns;
    const b = now.columns;
    for (let n = 0; n < length; n++) {
      const group = a.group[from + n]!;
      if (
        a.quantity[from + n] !== b.quantity[first + n] ||
        a.dueDay[from + n]! + shift !== b.dueDay[first + n] ||
        (group === NO_GROUP ? NO_GROUP : groups[group]) !== b.group[first + n] ||
        (taken.size > 0 && taken.has(seqs[n]!))
      )
        return undefined;
    }
    return seqs.slice();
  };
}

/**
 * Numbers the orders of items as they stand now.
 *
 * @param items in their order
 * @param same the numbers of an item whose proposals are what they were, without looking at each
 * @returns numbers that are no more
 */
function giveNumbers(
  plan: LivingPlan,
  items: readonly number[],
  before: Known,
  same: (item: number) => Int32Array | undefined = () => undefined,
): number[] {
  const { orders } = plan.state.planner;
  const { quantity, dueDay, startDay, group } = orders.columns;
  const gone: number[] = [];
  // New ones are counted by their start, as people read them; those of one day stay in their order.
  const news: { readonly first: number; readonly seqs: Int32Array }[] = [];
  const next = new Uint32Array(plan.state.planner.dayCount + 1);
  for (const item of items) {
    const first = orders.first(item);
    const length = orders.end(item) - first;
    const unchanged = same(item);
    if (unchanged) {
      plan.seqs[item] = length === 0 ? undefined : unchanged;
      continue;
    }
    const known = before(item);
    let seqs: Int32Array = new Int32Array(length).fill(-1);
    if (known.length > 0) {
      const fresh = Array.from({ length }, (_, n) => ({
        quantity: quantity[first + n]!,
        dueDay: dueDay[first + n]!,
        group: group[first + n]!,
      }));
      const matched = matchOrders(known, fresh);
      seqs = matched.seqs;
      gone.push(...matched.gone);
    }
    plan.seqs[item] = length === 0 ? undefined : seqs;
    if (known.length > 0) plan.renewed.add(item);
    if (!seqs.includes(-1)) continue;
    news.push({ first, seqs });
    seqs.forEach((seq, n) => {
      if (seq < 0) next[startDay[first + n]! + 1]!++;
    });
  }
  next[0] = plan.nextSeq;
  for (let day = 1; day < next.length; day++) next[day]! += next[day - 1]!;
  plan.nextSeq = next.at(-1)!;
  for (const { first, seqs } of news)
    seqs.forEach((seq, n) => {
      if (seq < 0) seqs[n] = next[startDay[first + n]!]!++;
    });
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
