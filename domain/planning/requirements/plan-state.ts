import { assert } from "../../shared/index.ts";
import type { Blocks, Columns } from "./blocks.ts";
import { type ChangedRows, storeRows } from "./changed-rows.ts";
import { AT, ROW } from "./item-table.ts";
import { lowLevelOrder } from "./low-level-order.ts";
import { FROM_STOCK, type ItemRows, isAboutAnOrder, type Plan, type PlanData } from "./plan-data.ts";
import { planItem } from "./plan-item.ts";
import { copyOfPlan, planAll } from "./plan-requirements.ts";
import { type Planner, preparePlanner, setEarliestDay } from "./planner.ts";
import { WaitingItems } from "./waiting-items.ts";

/** Numbers of one item, by the names of `ItemRows`. */
export type ItemParameters = { readonly [name in Exclude<keyof ItemRows, "count">]: number };

/** What is new of an item. Every list that is given replaces the item's whole list; what is not given stays. */
export interface ItemChange extends ChangedRows {
  readonly item: number;
  /** Stock at hand is one of them. */
  readonly parameters?: Partial<ItemParameters>;
}

/** An item planned again, and what of its plan is another than before. */
export interface ChangedItem {
  readonly item: number;
  readonly hasOtherOrders: boolean;
  readonly hasOtherPegs: boolean;
  readonly hasOtherExceptions: boolean;
}

/** A plan kept in memory, so that a change plans again only what it touches. */
export interface PlanState {
  readonly planner: Planner;
  readonly waiting: WaitingItems;
  /** A change ended in a limit half-way: only opening again helps. */
  isBroken: boolean;
}

/**
 * Plans everything once and keeps what later changes need. The data is not touched by them.
 *
 * @throws PlanLimit as `planRequirements`
 */
export function openPlan(data: PlanData): PlanState {
  const planner = preparePlanner(data);
  planAll(planner);
  for (const blocks of results(planner)) blocks.reserve(Math.ceil(blocks.tail * 1.1), 0);
  return { planner, waiting: new WaitingItems(data.items.count), isBroken: false };
}

/**
 * Net change: plans the items that were changed, and then component by component those of which something else is asked than before,
 * parents first. It ends where an item's orders are what they were. The plan is then the same, byte for byte, as that of
 * `planRequirements` with the changed data.
 *
 * @param beforeOthers told of each item whose orders become others, while they are still there
 * @returns the items whose orders, pegs or exceptions changed, in the order of planning
 * @throws PlanLimit when the changed plan leaves its limits; the state must be opened again then
 */
export function changePlan(
  state: PlanState,
  changes: readonly ItemChange[],
  beforeOthers: (item: number) => void = () => undefined,
): ChangedItem[] {
  assert(!state.isBroken, "a state that broke at a limit is opened again");
  state.isBroken = true;
  const changed = new Map<number, ChangedItem>();
  let hasOtherSequence = false;
  for (const change of changes) hasOtherSequence = applyChange(state, change) || hasOtherSequence;
  if (hasOtherSequence) resequence(state, changed, beforeOthers);
  const { planner, waiting } = state;
  const { order } = planner.sequence;
  for (let place = waiting.next(); place >= 0; place = waiting.next()) {
    const item = order[place]!;
    const result = planAgain(planner, item, beforeOthers);
    if (result.asksOtherwise) addComponents(state, item);
    if (result.hasOtherOrders || result.hasOtherPegs || result.hasOtherExceptions) changed.set(item, result);
  }
  if (isFullOfHoles(planner)) startOver(planner);
  state.isBroken = false;
  return [...changed.values()].sort((a, b) => planner.sequence.place[a.item]! - planner.sequence.place[b.item]!);
}

/** The whole plan as it stands, as `planRequirements` gives it; it stays as it is when the state is changed. */
export function wholePlan(state: PlanState): Plan {
  return copyOfPlan(state.planner);
}

/** Writes what is new into the given rows, and puts what it touches first into the queue. */
function applyChange({ planner, waiting }: PlanState, change: ItemChange): boolean {
  const { item, parameters } = change;
  const { sequence, lines } = planner;
  const touch = (touched: number) => waiting.add(sequence.place[touched]!);
  touch(item);
  if (parameters) {
    for (const [name, value] of Object.entries(parameters))
      planner.items[item * ROW + AT[name as keyof ItemParameters]] = value;
    setEarliestDay(planner, item);
    // These say what an order asks of components, beside what stands in the order.
    if (parameters.supply !== undefined || parameters.calendar !== undefined) {
      for (let at = lines.first(item); at < lines.end(item); at++) touch(lines.columns.child[at]!);
    }
  }
  const { touched, hasOtherComponents } = storeRows(planner, change);
  for (const component of touched) touch(component);
  return hasOtherComponents;
}

/** A bill of material has other components: levels may be others, and circles may have come or gone. */
function resequence(state: PlanState, changed: Map<number, ChangedItem>, beforeOthers: (item: number) => void): void {
  const { planner, waiting } = state;
  const before = planner.sequence;
  const touched = waiting.drain().map((place) => before.order[place]!);
  planner.sequence = lowLevelOrder(planner.lines, planner.itemCount);
  const { place } = planner.sequence;
  for (const item of touched) waiting.add(place[item]!);
  for (let item = 0; item < planner.itemCount; item++) {
    const wasPlanned = before.place[item]! >= 0;
    const isPlanned = place[item]! >= 0;
    if (wasPlanned === isPlanned) continue;
    if (isPlanned) waiting.add(place[item]!);
    else {
      beforeOthers(item);
      for (const blocks of results(planner)) blocks.replaceByNone(item);
      changed.set(item, { item, hasOtherOrders: true, hasOtherPegs: true, hasOtherExceptions: true });
    }
    addComponents(state, item);
  }
}

function addComponents({ planner, waiting }: PlanState, item: number): void {
  const { lines, sequence } = planner;
  for (let at = lines.first(item); at < lines.end(item); at++) waiting.add(sequence.place[lines.columns.child[at]!]!);
}

/** An item's plan in the place of its old one. Orders that stay the same keep their place, so that pegs of components still find them. */
function planAgain(
  planner: Planner,
  item: number,
  beforeOthers: (item: number) => void,
): ChangedItem & { readonly asksOtherwise: boolean } {
  const { orders, pegs, exceptions, passes, work } = planner;
  const writtenAt = orders.tail;
  planItem(planner, item);
  const hasOtherOrders = !orders.isSame(item, work.orderAt);
  if (hasOtherOrders) beforeOthers(item);
  const place = hasOtherOrders ? orders.replace(item, work.orderAt) : orders.first(item);
  const shift = place - writtenAt;
  const { supply } = pegs.columns;
  for (let at = pegs.tail; at < work.pegAt; at++) {
    if (supply[at]! > FROM_STOCK && supply[at]! >= writtenAt) supply[at]! += shift;
  }
  const { kind, subject } = exceptions.columns;
  for (let at = exceptions.tail; at < work.exceptionAt; at++)
    if (isAboutAnOrder(kind[at]!) && subject[at]! >= 0) subject[at]! += shift;
  const hasOtherPasses = replaceIfOther(passes, item, work.passAt);
  return {
    item,
    asksOtherwise: hasOtherOrders || hasOtherPasses,
    hasOtherOrders,
    // Pegs of other orders are other pegs.
    hasOtherPegs: hasOtherOrders ? replaceAlways(pegs, item, work.pegAt) : replaceIfOther(pegs, item, work.pegAt),
    hasOtherExceptions: replaceIfOther(exceptions, item, work.exceptionAt),
  };
}

function replaceAlways<C extends Columns<C>>(blocks: Blocks<C>, item: number, to: number): true {
  blocks.replace(item, to);
  return true;
}

function replaceIfOther<C extends Columns<C>>(blocks: Blocks<C>, item: number, to: number): boolean {
  if (blocks.isSame(item, to)) return false;
  blocks.replace(item, to);
  return true;
}

/** Blocks that grew have left holes; when these are most of it, one full run makes it dense again. */
function isFullOfHoles({ pegs, orders }: Planner): boolean {
  return pegs.holes > pegs.tail / 2 + 100_000 || orders.holes > orders.tail / 2 + 100_000;
}

function results({ orders, pegs, exceptions, passes }: Planner) {
  return [orders, pegs, exceptions, passes] as const;
}

function startOver(planner: Planner): void {
  for (const blocks of results(planner)) blocks.clear();
  planAll(planner);
}
