import { collectNeeds, type Stock } from "./collect-needs.ts";
import { type Netting, net } from "./netting.ts";
import { judgeReceipts, peg } from "./pegging.ts";
import { NO_GROUP } from "./plan-data.ts";
import type { Planner } from "./planner.ts";

/** Plans one item, whose parents have been planned: its orders, pegs and exceptions are written behind those of all others. */
export function planItem(planner: Planner, item: number): void {
  const { work, orders, pegs, exceptions, receipts } = planner;
  work.orderAt = orders.tail;
  work.pegAt = pegs.tail;
  work.exceptionAt = exceptions.tail;
  work.isNoBomTold = false;
  const { stock, hasGroups } = collectNeeds(planner, item);
  const from = receipts.first(item);
  const count = receipts.end(item) - from;
  if (count > work.receipt.length) work.receipt = new Uint32Array(count * 2);
  for (let at = 0; at < count; at++) work.receipt[at] = from + at;
  if (hasGroups) planGroups(planner, item, stock);
  else {
    planOne(planner, {
      item,
      group: NO_GROUP,
      needFrom: 0,
      needTo: work.needs.count,
      receiptFrom: 0,
      receiptTo: count,
      stock: stock.free,
      isSuppliedByStep: false,
    });
  }
}

function planOne(planner: Planner, netting: Netting): void {
  net(planner, netting);
  peg(planner, netting);
  if (netting.receiptTo > netting.receiptFrom) judgeReceipts(planner, netting);
}

const NOTHING = { from: 0, to: 0 };

/** An item of which some is bound to orders: first what is free, then each group by itself. */
function planGroups(planner: Planner, item: number, stock: Stock): void {
  const { work, receipts } = planner;
  const needsOf = work.needs.splitByGroup();
  const rowsOf = new Map<number, number[]>();
  for (let at = receipts.first(item); at < receipts.end(item); at++) {
    const group = receipts.columns.group[at]!;
    const rows = rowsOf.get(group);
    if (rows) rows.push(at);
    else rowsOf.set(group, [at]);
  }
  const groups = new Set([NO_GROUP, ...needsOf.keys(), ...rowsOf.keys(), ...(stock.ofGroup?.keys() ?? [])]);
  let receiptTo = 0;
  for (const group of [...groups].sort((a, b) => a - b)) {
    const needs = needsOf.get(group) ?? NOTHING;
    const rows = rowsOf.get(group) ?? [];
    const receiptFrom = receiptTo;
    for (const row of rows) work.receipt[receiptTo++] = row;
    planOne(planner, {
      item,
      group,
      needFrom: needs.from,
      needTo: needs.to,
      receiptFrom,
      receiptTo,
      stock: group === NO_GROUP ? stock.free : (stock.ofGroup?.get(group) ?? 0),
      isSuppliedByStep: group !== NO_GROUP && rows.some((row) => receipts.columns.isStep[row] === 1),
    });
  }
}
