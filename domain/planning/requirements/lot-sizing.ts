import { dayAfter, dueDayFor, startDayFor } from "./day-table.ts";
import { PlanLimit, timesRatioDown, timesRatioUp, upToMultiple } from "./exact-ratio.ts";
import { AT, ROW } from "./item-table.ts";
import { EXCEPTION, LOT_RULE, NO_GROUP, SUPPLY } from "./plan-data.ts";
import { enqueue, type Planner, pushException } from "./planner.ts";

/** One need split into more orders than this is a wrong maximum, not a plan. */
const MOST_PARTS = 10_000;

/**
 * Proposes the orders that bring `needed` good pieces of an item by `day`, and queues their output.
 *
 * Rule: started quantity = needed ÷ yield, rounded up to the unit; then the lot rule of the item, lot for lot inside a group.
 * A maximum splits into several orders. Source: docs/rules/planning.md, "Lot rules" and "Yield".
 *
 * @param needed scaled good quantity, > 0; for the period rule the caller has summed the period
 * @returns the good quantity that will come, at least `needed`
 */
export function proposeOrders(planner: Planner, item: number, group: number, day: number, needed: number): number {
  const { items } = planner;
  const top = items[item * ROW + AT.yieldNumerator]!;
  const bottom = items[item * ROW + AT.yieldDenominator]!;
  const rule = lotRuleOf(planner, item, group);
  if (rule !== LOT_RULE.minMax) {
    let started = top === bottom ? needed : timesRatioUp(needed, bottom, top, item);
    if (rule === LOT_RULE.fixed) started = upToMultiple(started, items[item * ROW + AT.lotFixed]!);
    if (rule === LOT_RULE.economic) started = Math.max(started, planner.work.economicLot);
    return proposeOne(planner, item, group, day, started);
  }
  const step = Math.max(1, items[item * ROW + AT.lotMultiple]!);
  const most = largestLot(items[item * ROW + AT.lotMaximum]!, step);
  let coming = 0;
  for (let parts = 0; coming < needed; parts++) {
    // A largest lot out of which nothing good comes would never end; records with one are refused before they come here.
    if (parts === MOST_PARTS) throw new PlanLimit("rows", item);
    const wanted = Math.max(timesRatioUp(needed - coming, bottom, top, item), items[item * ROW + AT.lotMinimum]!);
    coming += proposeOne(planner, item, group, day, Math.min(most, upToMultiple(wanted, step)));
  }
  return coming;
}

/**
 * Inside an order always lot for lot. Of an item that runs out no more is ordered than is needed, but for lots a supplier or machine knows
 * no others of.
 */
export function lotRuleOf({ items, dayCount }: Planner, item: number, group: number): number {
  const rule = items[item * ROW + AT.lotRule]!;
  if (group !== NO_GROUP) return LOT_RULE.lotForLot;
  const runsOut = items[item * ROW + AT.usedUpFrom]! < dayCount;
  return runsOut && rule !== LOT_RULE.fixed && rule !== LOT_RULE.minMax ? LOT_RULE.lotForLot : rule;
}

/** The largest quantity one order may have: the maximum, down to the multiple; without a maximum no limit. */
export function largestLot(maximum: number, multiple: number): number {
  return maximum > 0 ? Math.floor(maximum / multiple) * multiple : Number.POSITIVE_INFINITY;
}

function proposeOne(planner: Planner, item: number, group: number, day: number, started: number): number {
  if (!(started <= Number.MAX_SAFE_INTEGER)) throw new PlanLimit("quantity", item);
  const { orders, items, work } = planner;
  const table = planner.dayTables[items[item * ROW + AT.calendar]!]!;
  const top = items[item * ROW + AT.yieldNumerator]!;
  const bottom = items[item * ROW + AT.yieldDenominator]!;
  const output = top === bottom ? started : timesRatioDown(started, top, bottom, item);
  const neededDue = dueDayFor(table, day);
  const leadDays = items[item * ROW + AT.leadDays]!;
  const wantedStart = startDayFor(table, neededDue, leadDays);
  const fence = Math.min(planner.dayCount - 1, items[item * ROW + AT.fenceDays]!);
  const isFenced = fence > 0 && wantedStart < fence;
  const start = isFenced ? Math.min(planner.dayCount - 1, dayAfter(table, fence, 0, fence)) : Math.max(wantedStart, 0);
  const due = isFenced
    ? Math.max(neededDue, Math.min(planner.dayCount - 1, items[item * ROW + AT.earliestDay]!), start)
    : neededDue;
  const order = work.orderAt++;
  orders.reserve(order + 1, item);
  const { columns } = orders;
  columns.item[order] = item;
  columns.quantity[order] = started;
  columns.output[order] = output;
  columns.startDay[order] = start;
  columns.dueDay[order] = due;
  columns.wantedStartDay[order] = wantedStart;
  columns.group[order] = group;
  enqueue(work, order, output);
  if (wantedStart < 0 || isFenced) {
    pushException(
      planner,
      item,
      isFenced ? EXCEPTION.insideFence : EXCEPTION.pastDueStart,
      order,
      group,
      started,
      planner.items[item * ROW + AT.earliestDay]!,
      neededDue,
    );
  }
  if (items[item * ROW + AT.supply] !== SUPPLY.buy && !work.isNoBomTold && !hasLineOn(planner, item, start)) {
    work.isNoBomTold = true;
    pushException(planner, item, EXCEPTION.noBom, order, group, started, start, start);
  }
  return output;
}

/** Whether it is made of something on that day. */
export function hasLineOn({ lines }: Planner, item: number, day: number): boolean {
  const { fromDay, toDay, numerator, isSuccessor } = lines.columns;
  for (let at = lines.first(item); at < lines.end(item); at++) {
    if (day >= fromDay[at]! && day <= toDay[at]! && numerator[at]! > 0 && isSuccessor[at] === 0) return true;
  }
  return false;
}
