import { timesRatioUp } from "./exact-ratio.ts";
import { AT, ROW } from "./item-table.ts";
import { hasLineOn } from "./lot-sizing.ts";
import type { Netting } from "./netted-part.ts";
import { net } from "./netting.ts";
import { peg } from "./pegging.ts";
import { EXCEPTION, FROM_STOCK } from "./plan-data.ts";
import { enqueue, type Planner, pushException, pushPeg } from "./planner.ts";

/**
 * A phantom: stock and what comes of it is used up in the order of days, and what lacks is handed on to the components, for whoever needs
 * it. Nothing is proposed. What is handed on is what would be started, yield and all.
 */
export function passOn(planner: Planner, netting: Netting): void {
  const { work } = planner;
  const { supplies, queue } = work;
  queue.count = 0;
  if (netting.stock > 0) enqueue(work, FROM_STOCK, netting.stock);
  const usable = queue.count;
  for (let at = netting.receiptFrom; at < netting.receiptTo; at++)
    enqueue(work, supplies.code[at]!, supplies.quantity[at]!);
  passRest(planner, netting, netting.needFrom, usable, 0);
}

/**
 * An item that runs out: until its successor takes over it is planned as ever, for the needs until then. From that day on what is there and
 * comes is used up in the order of days, and what lacks is asked of the successor, for whoever needs it. Nothing is proposed for it.
 */
export function runOut(planner: Planner, netting: Netting): void {
  const { day, quantity } = planner.work.needs.rows;
  const usedUpFrom = planner.items[netting.item * ROW + AT.usedUpFrom]!;
  let split = netting.needFrom;
  let covered = 0;
  while (split < netting.needTo && day[split]! < usedUpFrom) covered += quantity[split++]!;
  const before = { ...netting, needTo: split };
  const usable = net(planner, before);
  peg(planner, before);
  passRest(planner, netting, split, usable, covered);
}

/**
 * Needs from `need` on take what of the queue is there on their day; the rest of each is passed on.
 *
 * @param usable so many supplies of the queue are there for all of these needs; those behind are the last receipts, each there on its day
 * @param taken what earlier needs took of the queue already
 */
function passRest(planner: Planner, netting: Netting, from: number, usable: number, taken: number): void {
  const { work, pegs, passes, items } = planner;
  const { item, needTo } = netting;
  const { supplies, queue } = work;
  const { day: needDay, source: needSource, quantity: needQuantity, group: needGroup } = work.needs.rows;
  const top = items[item * ROW + AT.yieldNumerator]!;
  const bottom = items[item * ROW + AT.yieldDenominator]!;
  const usedUpFrom = items[item * ROW + AT.usedUpFrom]!;
  const rowOf = netting.receiptTo - queue.count;
  let at = 0;
  let used = taken;
  for (; at < queue.count && used >= queue.quantity[at]!; at++) used -= queue.quantity[at]!;
  for (let need = from; need < needTo; need++) {
    const day = needDay[need]!;
    let open = needQuantity[need]!;
    while (open > 0 && at < queue.count && (at < usable || supplies.day[rowOf + at]! <= day)) {
      const part = Math.min(open, queue.quantity[at]! - used);
      if (part > 0) {
        pegs.reserve(work.pegAt + 1, item);
        pushPeg(planner, queue.supply[at]!, needSource[need]!, part, day);
      }
      open -= part;
      used += part;
      if (used < queue.quantity[at]!) continue;
      at++;
      used = 0;
    }
    if (open === 0) continue;
    const isForSuccessor = day >= usedUpFrom;
    passes.reserve(work.passAt + 1, item);
    const { columns } = passes;
    const row = work.passAt++;
    columns.quantity[row] = isForSuccessor || top === bottom ? open : timesRatioUp(open, bottom, top, item);
    columns.source[row] = needSource[need]!;
    columns.day[row] = day;
    columns.group[row] = work.needs.hasGroups ? needGroup[need]! : netting.group;
    if (!isForSuccessor) tellMissingBom(planner, netting, day, open);
  }
}

function tellMissingBom(planner: Planner, { item, group }: Netting, day: number, quantity: number): void {
  if (planner.work.isNoBomTold || hasLineOn(planner, item, day)) return;
  planner.work.isNoBomTold = true;
  pushException(planner, item, EXCEPTION.noBom, -1, group, quantity, day, day);
}
