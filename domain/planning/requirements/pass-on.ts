import { timesRatioUp } from "./exact-ratio.ts";
import { AT, ROW } from "./item-table.ts";
import type { Netting } from "./netted-part.ts";
import { EXCEPTION, FROM_STOCK } from "./plan-data.ts";
import { enqueue, type Planner, pushException, pushPeg } from "./planner.ts";

/**
 * A phantom: stock and what comes of it is used up in the order of days, and what lacks is handed on to the components, for whoever needs
 * it. Nothing is proposed. What is handed on is what would be started, yield and all.
 */
export function passOn(planner: Planner, netting: Netting): void {
  const { work, pegs, passes, items } = planner;
  const { item, needTo, receiptTo, stock } = netting;
  const { supplies, queue } = work;
  const { day: needDay, source: needSource, quantity: needQuantity, group: needGroup } = work.needs.rows;
  const top = items[item * ROW + AT.yieldNumerator]!;
  const bottom = items[item * ROW + AT.yieldDenominator]!;
  let supply = netting.receiptFrom;
  let at = 0;
  let used = 0;
  queue.count = 0;
  if (stock > 0) enqueue(work, FROM_STOCK, stock);
  for (let need = netting.needFrom; need < needTo; need++) {
    const day = needDay[need]!;
    let open = needQuantity[need]!;
    for (; supply < receiptTo && supplies.day[supply]! <= day; supply++) {
      enqueue(work, supplies.code[supply]!, supplies.quantity[supply]!);
    }
    while (open > 0 && at < queue.count) {
      const taken = Math.min(open, queue.quantity[at]! - used);
      if (taken > 0) {
        pegs.reserve(work.pegAt + 1, item);
        pushPeg(planner, queue.supply[at]!, needSource[need]!, taken, day);
      }
      open -= taken;
      used += taken;
      if (used < queue.quantity[at]!) continue;
      at++;
      used = 0;
    }
    if (open === 0) continue;
    passes.reserve(work.passAt + 1, item);
    const { columns } = passes;
    const row = work.passAt++;
    columns.quantity[row] = top === bottom ? open : timesRatioUp(open, bottom, top, item);
    columns.source[row] = needSource[need]!;
    columns.day[row] = day;
    columns.group[row] = work.needs.hasGroups ? needGroup[need]! : netting.group;
    tellMissingBom(planner, netting, day, open);
  }
  for (; supply < receiptTo; supply++) enqueue(work, supplies.code[supply]!, supplies.quantity[supply]!);
}

function tellMissingBom(planner: Planner, { item, group }: Netting, day: number, quantity: number): void {
  const { lines, work } = planner;
  if (work.isNoBomTold) return;
  const { fromDay, toDay } = lines.columns;
  for (let at = lines.first(item); at < lines.end(item); at++) if (day >= fromDay[at]! && day <= toDay[at]!) return;
  work.isNoBomTold = true;
  pushException(planner, item, EXCEPTION.noBom, -1, group, quantity, day, day);
}
