import { collectNeeds, type Stock } from "./collect-needs.ts";
import { AT, ROW } from "./item-table.ts";
import type { Netting } from "./netted-part.ts";
import { net } from "./netting.ts";
import { passOn } from "./pass-on.ts";
import { judgeReceipts, peg } from "./pegging.ts";
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
      isSuppliedByStep: false,
    });
  }
}

function planOne(planner: Planner, netting: Netting): void {
  if (planner.items[netting.item * ROW + AT.supply] === SUPPLY.phantom) passOn(planner, netting);
  else {
    net(planner, netting);
    peg(planner, netting);
  }
  if (netting.receiptTo > netting.receiptFrom) judgeReceipts(planner, netting);
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
      isSuppliedByStep: group !== NO_GROUP && work.supplies.isStep.slice(supplies.from, supplies.to).includes(true),
    });
  }
}
