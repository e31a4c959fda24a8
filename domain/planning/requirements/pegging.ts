import { AT, ROW } from "./item-table.ts";
import type { Netting } from "./netted-part.ts";
import { EXCEPTION, FOR_SAFETY, FROM_STOCK, LOT_RULE, NO_GROUP, outsideCode } from "./plan-data.ts";
import { type Planner, pushException, pushPeg } from "./planner.ts";

/**
 * Connects supplies with needs, first usable with first needed; what is left then stands for safety stock, and beyond it for
 * nobody (a lot larger than its need). Every planned order gets at least one peg, because it was proposed for a lack.
 */
export function peg(planner: Planner, netting: Netting): void {
  const { pegs, work } = planner;
  const { item, needFrom, needTo } = netting;
  const { supply, quantity: available, count } = work.queue;
  const { day: needDay, source: needSource, quantity: needQuantity } = work.needs.rows;
  pegs.reserve(work.pegAt + needTo - needFrom + count + 1, item);
  const { supply: pegSupply, demand: pegDemand, quantity: pegQuantity, day: pegDay } = pegs.columns;
  let pegAt = work.pegAt;
  let at = 0;
  let left = count > 0 ? available[0]! : 0;
  for (let need = needFrom; need < needTo; need++) {
    const day = needDay[need]!;
    const source = needSource[need]!;
    let open = needQuantity[need]!;
    while (open > 0 && at < count) {
      if (left > 0) {
        const taken = Math.min(left, open);
        pegSupply[pegAt] = supply[at]!;
        pegDemand[pegAt] = source;
        pegQuantity[pegAt] = taken;
        pegDay[pegAt++] = day;
        open -= taken;
        left -= taken;
      }
      if (left === 0 && ++at < count) left = available[at]!;
    }
    if (at === count) break;
  }
  work.pegAt = pegAt;
  let { safety } = netting;
  while (safety > 0 && at < count) {
    if (left > 0) {
      const taken = Math.min(left, safety);
      pushPeg(planner, supply[at]!, FOR_SAFETY, taken, planner.items[item * ROW + AT.earliestDay]!);
      safety -= taken;
      left -= taken;
    }
    if (left === 0 && ++at < count) left = available[at]!;
  }
}

/**
 * Says which receipts come too early and which nobody needs: a receipt is needed on the first day on which all that stands
 * before it in the queue cannot keep the safety stock. Receipts of a group are judged only as not needed at all.
 */
export function judgeReceipts(planner: Planner, netting: Netting): void {
  const { items, work } = planner;
  const { queue } = work;
  const { item, group, needTo } = netting;
  const { day: needDay, quantity: needQuantity } = work.needs.rows;
  const { safety } = netting;
  const dayOf = receiptDays(planner, netting);
  const isLotForLot = items[item * ROW + AT.lotRule] === LOT_RULE.lotForLot;
  let needed = safety;
  for (let at = netting.needFrom; at < needTo; at++) needed += needQuantity[at]!;
  let before = 0;
  let used = safety;
  let need = netting.needFrom;
  let neededOn = -1;
  for (let at = 0; at < queue.count; at++) {
    while (used <= before && need < needTo) {
      used += needQuantity[need]!;
      neededOn = needDay[need++]!;
    }
    const quantity = queue.quantity[at]!;
    if (queue.supply[at]! <= -2 && quantity > 0) {
      const id = outsideCode(queue.supply[at]!);
      const asOrdered = dayOf.get(id)!;
      const day = Math.max(0, asOrdered);
      if (used <= before) pushException(planner, item, EXCEPTION.cancel, id, group, quantity, day, -1);
      else if (group === NO_GROUP && neededOn > day + planner.delayToleranceDays) {
        pushException(planner, item, EXCEPTION.delay, id, group, quantity, day, neededOn);
      } else if (group === NO_GROUP)
        judgeQuantity(planner, item, at, day, isLotForLot ? before + quantity - needed : 0);
      if (asOrdered < 0) pushException(planner, item, EXCEPTION.overdueReceipt, id, group, quantity, asOrdered, 0);
    }
    before += quantity;
  }
}

/** Whether a receipt that is needed, when it comes, should bring more or less. */
function judgeQuantity(planner: Planner, item: number, at: number, day: number, excess: number): void {
  const { work, orders, items, delayToleranceDays } = planner;
  const { queue } = work;
  const id = outsideCode(queue.supply[at]!);
  const next = at + 1 < queue.count ? queue.supply[at + 1]! : FROM_STOCK;
  if (excess > 0) pushException(planner, item, EXCEPTION.lower, id, NO_GROUP, excess, day, day);
  else if (next >= 0 && items[item * ROW + AT.lotRule] === LOT_RULE.lotForLot) {
    const { item: owner, dueDay, output } = orders.columns;
    if (owner[next] !== item || dueDay[next]! > day + delayToleranceDays) return;
    pushException(planner, item, EXCEPTION.raise, id, NO_GROUP, output[next]!, day, dueDay[next]!);
  }
}

/**
 * The same of an item whose needs others serve where it cannot: a receipt no peg begins at is needed by nobody, and one whose first need
 * is far later comes too early.
 *
 * @param pegFrom the first peg of what is netted
 */
export function judgeUsedReceipts(planner: Planner, netting: Netting, pegFrom: number): void {
  const { work, pegs } = planner;
  const { queue } = work;
  const { item, group } = netting;
  const firstNeed = new Map<number, number>();
  for (let at = pegFrom; at < work.pegAt; at++) {
    const { supply, day } = pegs.columns;
    if (!firstNeed.has(supply[at]!)) firstNeed.set(supply[at]!, day[at]!);
  }
  const dayOf = receiptDays(planner, netting);
  for (let at = 0; at < queue.count; at++) {
    const code = queue.supply[at]!;
    const quantity = queue.quantity[at]!;
    if (code > -2 || quantity === 0) continue;
    const id = outsideCode(code);
    const asOrdered = dayOf.get(id)!;
    const day = Math.max(0, asOrdered);
    const neededOn = firstNeed.get(code);
    if (neededOn === undefined) pushException(planner, item, EXCEPTION.cancel, id, group, quantity, day, -1);
    else if (group === NO_GROUP && neededOn > day + planner.delayToleranceDays)
      pushException(planner, item, EXCEPTION.delay, id, group, quantity, day, neededOn);
    if (asOrdered < 0) pushException(planner, item, EXCEPTION.overdueReceipt, id, group, quantity, asOrdered, 0);
  }
}

function receiptDays({ work }: Planner, { receiptFrom, receiptTo }: Netting): Map<number, number> {
  const days = new Map<number, number>();
  for (let at = receiptFrom; at < receiptTo; at++)
    days.set(outsideCode(work.supplies.code[at]!), work.supplies.day[at]!);
  return days;
}
