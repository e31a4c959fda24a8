import { collectNeeds, type Stock } from "./collect-needs.ts";
import { AT, ROW } from "./item-table.ts";
import type { Netting } from "./netted-part.ts";
import { net } from "./netting.ts";
import { passOn, runOut } from "./pass-on.ts";
import { judgeReceipts, judgeUsedReceipts, peg } from "./pegging.ts";
import { NO_GROUP, SUPPLY } from "./plan-data.ts";
import type { Planner } from "./planner.ts";

/** Plans one item, whose parents have been planned: its orders, pegs and exceptions are written behind those of all others. */
export function planItem(planner: Planner, item: number): void {
  const { work, orders, pegs, exceptions, passes } = planner;
  work.orderAt = orders.tail;
  work.pegAt = pegs.tail;
  work.exceptionAt = exceptions.tail;
  work.passAt = passes.tail;
  work.isNoBomTold = false;
  const { stock, hasGroups } = collectNeeds(planner, item);
  if (hasGroups) planGroups(planner, item, stock);
  else {
    planOne(planner, {
      item,
      group: NO_GROUP,
      needFrom: 0,
      needTo: work.needs.count,
      receiptFrom: 0,
      receiptTo: work.supplies.count,
      stock: stock.free,
      safety: safetyOf(planner, item),
      isSuppliedByStep: false,
    });
  }
}

function planOne(planner: Planner, netting: Netting): void {
  const { items, work } = planner;
  const row = netting.item * ROW;
  const isPhantom = items[row + AT.supply] === SUPPLY.phantom;
  const hasReceipts = netting.receiptTo > netting.receiptFrom;
  // What a step trade brings for an order is the order's own business, whatever runs out.
  if (isPhantom || (items[row + AT.usedUpFrom]! < planner.dayCount && !netting.isSuppliedByStep)) {
    const pegFrom = work.pegAt;
    if (isPhantom) passOn(planner, netting);
    else runOut(planner, netting);
    if (hasReceipts) judgeUsedReceipts(planner, netting, pegFrom);
    return;
  }
  net(planner, netting);
  peg(planner, netting);
  if (hasReceipts) judgeReceipts(planner, netting);
}

function safetyOf({ items, dayCount }: Planner, item: number): number {
  const row = item * ROW;
  return items[row + AT.usedUpFrom]! < dayCount ? 0 : items[row + AT.safetyStock]!;
}

const NOTHING = { from: 0, to: 0 };

/** An item of which some is bound to orders: first what is free, then each group by itself. */
function planGroups(planner: Planner, item: number, stock: Stock): void {
  const { work } = planner;
  const needsOf = work.needs.splitByGroup();
  const suppliesOf = work.supplies.parts();
  const groups = new Set([...needsOf.keys(), ...suppliesOf.keys(), ...(stock.ofGroup?.keys() ?? [])]);
  for (const group of [...groups].sort((a, b) => a - b)) {
    const needs = needsOf.get(group) ?? NOTHING;
    const supplies = suppliesOf.get(group) ?? NOTHING;
    planOne(planner, {
      item,
      group,
      needFrom: needs.from,
      needTo: needs.to,
      receiptFrom: supplies.from,
      receiptTo: supplies.to,
      stock: group === NO_GROUP ? stock.free : (stock.ofGroup?.get(group) ?? 0),
      safety: group === NO_GROUP ? safetyOf(planner, item) : 0,
      isSuppliedByStep: group !== NO_GROUP && work.supplies.isStep.slice(supplies.from, supplies.to).includes(true),
    });
  }
}
