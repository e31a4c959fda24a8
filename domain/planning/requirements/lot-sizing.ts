import { dueDayFor, startDayFor } from "./day-table.ts";
import { PlanLimit, timesRatioDown, timesRatioUp, upToMultiple } from "./exact-ratio.ts";
import { EXCEPTION, LOT_RULE, NO_GROUP, SUPPLY } from "./plan-data.ts";
import { addNeed, enqueue, type Planner } from "./planner.ts";

/** One need split into more orders than this is a wrong maximum, not a plan. */
const MOST_PARTS = 10_000;

/**
 * Proposes the orders that bring `needed` good pieces of an item by `day`, asks for their components and queues their output.
 *
 * Rule: started quantity = needed ÷ yield, rounded up to the unit; then the lot rule of the item, lot for lot inside a group.
 * A maximum splits into several orders. Source: docs/rules/planning.md, "Lot rules" and "Yield".
 *
 * @param needed scaled good quantity, > 0; for the period rule the caller has summed the period
 * @returns the good quantity that will come, at least `needed`
 */
export function proposeOrders(planner: Planner, item: number, group: number, day: number, needed: number): number {
  const { items } = planner.data;
  const top = items.yieldNumerator[item]!;
  const bottom = items.yieldDenominator[item]!;
  const rule = group === NO_GROUP ? items.lotRule[item]! : LOT_RULE.lotForLot;
  if (rule !== LOT_RULE.minMax) {
    let started = top === bottom ? needed : timesRatioUp(needed, bottom, top, item);
    if (rule === LOT_RULE.fixed) started = upToMultiple(started, items.lotFixed[item]!);
    return proposeOne(planner, item, group, day, started);
  }
  const step = Math.max(1, items.lotMultiple[item]!);
  const most = largestLot(items.lotMaximum[item]!, step);
  let coming = 0;
  for (let parts = 0; coming < needed; parts++) {
    // A largest lot out of which nothing good comes would never end; records with one are refused before they come here.
    if (parts === MOST_PARTS) throw new PlanLimit("rows", item);
    const wanted = Math.max(timesRatioUp(needed - coming, bottom, top, item), items.lotMinimum[item]!);
    coming += proposeOne(planner, item, group, day, Math.min(most, upToMultiple(wanted, step)));
  }
  return coming;
}

/** The largest quantity one order may have: the maximum, down to the multiple; without a maximum no limit. */
export function largestLot(maximum: number, multiple: number): number {
  return maximum > 0 ? Math.floor(maximum / multiple) * multiple : Number.POSITIVE_INFINITY;
}

function proposeOne(planner: Planner, item: number, group: number, day: number, started: number): number {
  if (!(started <= Number.MAX_SAFE_INTEGER)) throw new PlanLimit("quantity", item);
  const { orders, data, exceptions } = planner;
  const { items } = data;
  const table = planner.dayTables[items.calendar[item]!]!;
  const top = items.yieldNumerator[item]!;
  const bottom = items.yieldDenominator[item]!;
  const output = top === bottom ? started : timesRatioDown(started, top, bottom, item);
  const due = dueDayFor(table, day);
  const wantedStart = startDayFor(table, due, items.leadDays[item]!);
  const start = Math.max(wantedStart, 0);
  if (orders.count === orders.item.length) orders.reserve(1, item);
  const order = orders.count++;
  orders.item[order] = item;
  orders.quantity[order] = started;
  orders.output[order] = output;
  orders.startDay[order] = start;
  orders.dueDay[order] = due;
  orders.wantedStartDay[order] = wantedStart;
  orders.group[order] = group;
  enqueue(planner, order, output);
  if (wantedStart < 0) {
    exceptions.push(EXCEPTION.pastDueStart, item, order, group, started, planner.earliestDay[item]!, due);
  }
  if (items.supply[item] !== SUPPLY.buy) askForComponents(planner, item, order, group, start, due, started);
  return output;
}

/** Needs of an order's components on its start day, or by their operation's offset later, at the latest when it is due. */
function askForComponents(
  planner: Planner,
  item: number,
  order: number,
  group: number,
  start: number,
  due: number,
  started: number,
): void {
  const { bom, items } = planner.data;
  const { offset, line } = planner.bomIndex;
  const { child, fromDay, toDay, numerator, denominator, offsetDays } = bom;
  const end = offset[item + 1]!;
  let lines = 0;
  for (let at = offset[item]!; at < end; at++) {
    const row = line[at]!;
    if (start < fromDay[row]! || start > toDay[row]!) continue;
    lines++;
    const component = child[row]!;
    const quantity = timesRatioUp(started, numerator[row]!, denominator[row]!, component);
    const day = offsetDays[row] === 0 ? start : offsetDay(planner, item, start, due, offsetDays[row]!);
    addNeed(planner, component, day, quantity, order);
    if (group !== NO_GROUP && items.isOrderBound[component] === 1) planner.hasGroups[component] = 1;
  }
  if (lines === 0 && planner.reportedNoBom[item] === 0) {
    planner.reportedNoBom[item] = 1;
    planner.exceptions.push(EXCEPTION.noBom, item, order, group, started, start, start);
  }
}

function offsetDay(planner: Planner, item: number, start: number, due: number, days: number): number {
  const table = planner.dayTables[planner.data.items.calendar[item]!]!;
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
