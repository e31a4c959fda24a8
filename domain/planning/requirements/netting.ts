import { type CheapestLots, cheapestLots, economicLot, lastDayServed } from "./cheapest-lots.ts";
import { PlanLimit } from "./exact-ratio.ts";
import { AT, ROW } from "./item-table.ts";
import { lotRuleOf, proposeOrders } from "./lot-sizing.ts";
import type { Netting } from "./netted-part.ts";
import { EXCEPTION, FROM_STOCK, LOT_RULE, NO_GROUP, outsideCode } from "./plan-data.ts";
import { enqueue, type Planner, pushException } from "./planner.ts";

const NEVER = Number.POSITIVE_INFINITY;

/**
 * Walks through the days on which something is needed, lets receipts arrive, asks late ones to come sooner, and proposes what
 * is still missing. Fills the queue of supplies in the order in which they become usable; every need is covered by what stands
 * in the queue up to its day, except a shortfall.
 *
 * Safety stock is kept from the first day an order without hurry can lift it; before that only a real lack makes an order late.
 *
 * @returns how many supplies of the queue the needs could use; those behind come later
 */
export function net(planner: Planner, netting: Netting): number {
  const { work, items } = planner;
  const { queue } = work;
  const { day: needDay, quantity: needQuantity } = work.needs.rows;
  const { item, group, needTo, receiptTo } = netting;
  const { code: receiptCode, quantity: receiptQuantity, day: receiptDay } = work.supplies;
  const isFree = group === NO_GROUP;
  const { safety } = netting;
  const window = isFree ? planner.expediteWithinDays : NEVER;
  const safetyFrom = safety > 0 ? planner.items[item * ROW + AT.earliestDay]! : NEVER;
  let safetyCheckPending = safetyFrom < planner.dayCount;
  let stock = netting.stock;
  let lowest = safety > 0 && stock < safety ? stock : NEVER;
  let lowFrom = 0;
  let missing = 0;
  let missingFrom = 0;
  const rule = lotRuleOf(planner, item, group);
  work.economicLot = rule === LOT_RULE.economic ? economicLot(planner, netting) : 0;
  let lots: CheapestLots | null = null;
  let nextNeed = netting.needFrom;
  let nextReceipt = netting.receiptFrom;
  queue.count = 0;
  if (stock > 0) enqueue(work, FROM_STOCK, stock);

  while (nextNeed < needTo || safetyCheckPending) {
    let day = nextNeed < needTo ? needDay[nextNeed]! : safetyFrom;
    if (safetyCheckPending && safetyFrom <= day) {
      day = safetyFrom;
      safetyCheckPending = false;
    }
    let wanted = 0;
    while (nextNeed < needTo && needDay[nextNeed] === day) wanted += needQuantity[nextNeed++]!;
    while (nextReceipt < receiptTo && receiptDay[nextReceipt]! <= day) {
      const row = nextReceipt++;
      stock += receiptQuantity[row]!;
      enqueue(work, receiptCode[row]!, receiptQuantity[row]!);
    }
    stock -= wanted;
    if (!(Math.abs(stock) <= Number.MAX_SAFE_INTEGER)) throw new PlanLimit("quantity", item);
    const keep = day >= safetyFrom ? safety : 0;
    if (stock < keep) {
      // A by-product comes when it comes: neither it nor what stands behind it is asked.
      while (
        stock < 0 &&
        nextReceipt < receiptTo &&
        receiptDay[nextReceipt]! <= day + window &&
        receiptCode[nextReceipt]! < 0
      ) {
        const row = nextReceipt++;
        const quantity = receiptQuantity[row]!;
        if (quantity === 0) continue;
        stock += quantity;
        enqueue(work, receiptCode[row]!, quantity);
        const comesOn = Math.max(0, receiptDay[row]!);
        pushException(planner, item, EXCEPTION.expedite, outsideCode(receiptCode[row]!), group, quantity, comesOn, day);
      }
      let lacking = keep - stock;
      for (let at = nextReceipt; lacking > 0 && at < receiptTo; at++) {
        if (receiptDay[at]! > day + window || receiptCode[at]! >= 0) break;
        lacking -= receiptQuantity[at]!;
      }
      if (lacking > 0 && netting.isSuppliedByStep) {
        if (missing === 0) missingFrom = day;
        missing += lacking;
        stock += lacking;
      } else if (lacking > 0) {
        if (rule === LOT_RULE.wagnerWhitin) {
          lots ??= cheapestLots(planner, netting, day, lacking, keep, nextNeed, nextReceipt);
        }
        const lastDay = lots
          ? lastDayServed(lots, day)
          : rule === LOT_RULE.period
            ? day + Math.max(1, items[item * ROW + AT.lotPeriodDays]!) - 1
            : day;
        const extra =
          lastDay > day ? lookAhead(planner, netting, lastDay, stock + lacking, keep, nextNeed, nextReceipt) : 0;
        stock += proposeOrders(planner, item, group, day, lacking + extra);
      }
    }
    if (stock < safety && stock < lowest) {
      if (lowest === NEVER) lowFrom = day;
      lowest = stock;
    }
  }
  const usable = queue.count;
  while (nextReceipt < receiptTo) {
    const row = nextReceipt++;
    enqueue(work, receiptCode[row]!, receiptQuantity[row]!);
  }
  if (missing > 0) pushException(planner, item, EXCEPTION.shortfall, -1, group, missing, missingFrom, missingFrom);
  if (lowest !== NEVER) pushException(planner, item, EXCEPTION.belowSafety, -1, group, lowest, lowFrom, safetyFrom);
  return usable;
}

/** What more than `covered` is needed up to a last day that one order is to serve, at the worst of the days. */
function lookAhead(
  { work }: Planner,
  { needTo, receiptTo }: Netting,
  lastDay: number,
  covered: number,
  keep: number,
  nextNeed: number,
  nextReceipt: number,
): number {
  const { day: needDay, quantity: needQuantity } = work.needs.rows;
  const { quantity: receiptQuantity, day: receiptDay } = work.supplies;
  let stock = covered;
  let worst = 0;
  let receipt = nextReceipt;
  for (let at = nextNeed; at < needTo; ) {
    const onDay = needDay[at]!;
    if (onDay > lastDay) break;
    while (at < needTo && needDay[at] === onDay) stock -= needQuantity[at++]!;
    while (receipt < receiptTo && receiptDay[receipt]! <= onDay) stock += receiptQuantity[receipt++]!;
    worst = Math.max(worst, keep - stock);
  }
  return worst;
}
