import { assert } from "../../shared/index.ts";
import type { DayTable } from "./day-table.ts";
import { timesRatioDown, timesRatioUp } from "./exact-ratio.ts";
import { AT, ROW } from "./item-table.ts";
import { FROM_STOCK, NO_GROUP, outsideCode, SUPPLY } from "./plan-data.ts";
import { type Planner, pushPeg } from "./planner.ts";

/** Beyond so many reservations of an item their demands are looked up in a table. */
const FEW = 8;

/** Stock of an item after reservations: for anyone, and set aside for groups. */
export interface Stock {
  free: number;
  readonly ofGroup: Map<number, number> | null;
}

/**
 * Gathers what is needed of an item: its own demands less what is reserved for them, then the components of its parents' planned
 * orders, by parent. Parents must have been planned.
 *
 * @returns its stock, and whether some of what is needed or at hand belongs to a group
 */
export function collectNeeds(planner: Planner, item: number): { stock: Stock; hasGroups: boolean } {
  const { needs } = planner.work;
  needs.clear();
  const { supplies } = planner.work;
  supplies.count = 0;
  const stock = takeReservations(planner, item);
  let hasGroups = stock.ofGroup !== null;
  const { columns: demands } = planner.demands;
  const first = planner.demands.first(item);
  const end = planner.demands.end(item);
  needs.reserve(end - first);
  for (let at = first, of = 0; at < end; at++, of++) {
    const group = demands.group[at]!;
    const open = planner.work.open[of]!;
    if (open > 0) needs.push(Math.max(0, demands.day[at]!), outsideCode(demands.id[at]!), open, group);
  }
  const { uses } = planner;
  for (let at = uses.first(item); at < uses.end(item); at++) {
    addParent(planner, item, at);
  }
  needs.sortByDay();
  if (needs.hasGroups) hasGroups = true;
  const { receipts } = planner;
  for (let at = receipts.first(item), last = receipts.end(item); at < last; at++) {
    const { day, id, quantity, group, isStep } = receipts.columns;
    if (group[at] !== NO_GROUP) hasGroups = true;
    supplies.push(day[at]!, outsideCode(id[at]!), quantity[at]!, group[at]!, isStep[at] === 1);
  }
  if (supplies.count > 1) supplies.sort();
  return { stock, hasGroups };
}

/** What the planned orders of a parent need of the item by one use: on the start day, or by the operation's offset later. */
function addParent(planner: Planner, item: number, use: number): void {
  const { uses, items, orders } = planner;
  const { needs } = planner.work;
  const { columns } = uses;
  const parent = columns.parent[use]!;
  const supply = items[parent * ROW + AT.supply]!;
  if (supply === SUPPLY.phantom || columns.isSuccessor[use] === 1) {
    addPasses(planner, item, use);
    return;
  }
  const first = orders.first(parent);
  const end = orders.end(parent);
  if (first === end || supply === SUPPLY.buy) return;
  const fromDay = columns.fromDay[use]!;
  const toDay = columns.toDay[use]!;
  const numerator = columns.numerator[use]!;
  const denominator = columns.denominator[use]!;
  if (numerator < 0) {
    addByProduct(planner, item, use);
    return;
  }
  const offset = columns.offsetDays[use]!;
  const isOrderBound = items[item * ROW + AT.isOrderBound] === 1;
  const { startDay, dueDay, quantity, group } = orders.columns;
  needs.reserve(end - first);
  const { day: dayTo, source: sourceTo, quantity: quantityTo } = needs.rows;
  const table = offset === 0 ? null : planner.dayTables[items[parent * ROW + AT.calendar]!]!;
  const begin = needs.count;
  let to = begin;
  let from = planner.dayCount;
  let last = -1;
  let isAscending = true;
  for (let order = first; order < end; order++) {
    const start = startDay[order]!;
    if (start < fromDay || start > toDay) continue;
    const day = table === null ? start : offsetDay(table, start, dueDay[order]!, offset);
    if (day < last) isAscending = false;
    else last = day;
    if (day < from) from = day;
    dayTo[to] = day;
    sourceTo[to] = order;
    quantityTo[to] = timesRatioUp(quantity[order]!, numerator, denominator, item);
    const bound = isOrderBound ? group[order]! : NO_GROUP;
    if (bound !== NO_GROUP || needs.hasGroups) needs.noteGroup(to, bound);
    to++;
  }
  if (to === begin) return;
  needs.count = to;
  needs.noteDays(from, last, dayTo[begin]!, isAscending);
}

/**
 * What a phantom could not give out of stock is asked of its components, on the same day and for the same need; what an item that runs out
 * could not give, of its successor.
 */
function addPasses({ uses, items, passes, work }: Planner, item: number, use: number): void {
  const { parent, fromDay, toDay, numerator, denominator, isSuccessor } = uses.columns;
  const isOrderBound = items[item * ROW + AT.isOrderBound] === 1;
  const { day, source, quantity, group } = passes.columns;
  const first = passes.first(parent[use]!);
  const end = passes.end(parent[use]!);
  const usedUpFrom = items[parent[use]! * ROW + AT.usedUpFrom]!;
  for (let at = first; at < end; at++) {
    if (day[at]! < fromDay[use]! || day[at]! > toDay[use]! || numerator[use]! < 0) continue;
    if (day[at]! >= usedUpFrom !== (isSuccessor[use] === 1)) continue;
    work.needs.reserve(1);
    const needed = timesRatioUp(quantity[at]!, numerator[use]!, denominator[use]!, item);
    work.needs.push(day[at]!, source[at]!, needed, isOrderBound ? group[at]! : NO_GROUP);
  }
}

/** What comes out beside the parent is there for anyone when the parent's order is due; what does not fill the unit is not counted on. */
function addByProduct({ uses, orders, work }: Planner, item: number, use: number): void {
  const { parent, fromDay, toDay, numerator, denominator } = uses.columns;
  const { startDay, dueDay, quantity } = orders.columns;
  for (let order = orders.first(parent[use]!), end = orders.end(parent[use]!); order < end; order++) {
    const start = startDay[order]!;
    if (start < fromDay[use]! || start > toDay[use]!) continue;
    const comes = timesRatioDown(quantity[order]!, -numerator[use]!, denominator[use]!, item);
    if (comes > 0) work.supplies.push(dueDay[order]!, order, comes, NO_GROUP, false);
  }
}

function offsetDay(table: DayTable, start: number, due: number, days: number): number {
  let at = table.historyDays + start;
  let left = days;
  // The start may be day 0 of a past-due order, worked or not: count forward from it.
  let day = start;
  while (left > 0 && day < due) {
    day++;
    at++;
    if (at < table.placeOn.length && table.placeOn[at] !== table.placeOn[at - 1]) left--;
  }
  return day;
}

/**
 * A reservation is honoured as far as stock reaches: for a demand it is used at once and pegged, for a group it waits for that
 * group, else it is only not available. So a reserved piece counts once, never as stock and as covered demand both. What is still
 * open of each demand of the item stands in `work.open` afterwards.
 */
function takeReservations(planner: Planner, item: number): Stock {
  const { demands, reservations, work, pegs } = planner;
  const from = demands.first(item);
  const count = demands.end(item) - from;
  if (count > work.open.length) work.open = new Float64Array(count * 2);
  const { open } = work;
  for (let of = 0; of < count; of++) open[of] = demands.columns.quantity[from + of]!;
  let free = planner.items[item * ROW + AT.onHand]!;
  const first = reservations.first(item);
  const end = reservations.end(item);
  if (first === end) return { free, ofGroup: null };
  const placeOf = end - first > FEW ? demandPlaces(planner, item) : null;
  let ofGroup: Map<number, number> | null = null;
  for (let row = first; row < end; row++) {
    const { quantity, demand, group } = reservations.columns;
    const id = demand[row]!;
    const of =
      id < 0 ? -1 : placeOf ? (placeOf.get(id) ?? -1) : demands.columns.id.subarray(from, from + count).indexOf(id);
    assert(id < 0 || of >= 0, "a reservation holds the item its demand asks for");
    const wanted = of < 0 ? quantity[row]! : Math.min(quantity[row]!, open[of]!);
    const taken = Math.min(wanted, free);
    if (taken <= 0) continue;
    free -= taken;
    if (of >= 0) {
      open[of]! -= taken;
      pegs.reserve(work.pegAt + 1, item);
      pushPeg(planner, FROM_STOCK, outsideCode(id), taken, Math.max(0, demands.columns.day[from + of]!));
    } else if (group[row]! !== NO_GROUP) {
      ofGroup ??= new Map();
      ofGroup.set(group[row]!, (ofGroup.get(group[row]!) ?? 0) + taken);
    }
  }
  return { free, ofGroup };
}

function demandPlaces({ demands }: Planner, item: number): Map<number, number> {
  const places = new Map<number, number>();
  const from = demands.first(item);
  for (let at = from; at < demands.end(item); at++) places.set(demands.columns.id[at]!, at - from);
  return places;
}
