import { PlanLimit } from "./exact-ratio.ts";
import { AT, ROW } from "./item-table.ts";
import { proposeOrders } from "./lot-sizing.ts";
import { EXCEPTION, FROM_STOCK, LOT_RULE, NO_GROUP, outsideCode } from "./plan-data.ts";
import { enqueue, type Planner, pushException } from "./planner.ts";

const NEVER = Number.POSITIVE_INFINITY;

/** One item, or what one group has of it: what is to be netted against each other, and nothing else. */
export interface Netting {
  readonly item: number;
  readonly group: number;
  /** Rows of the needs at hand, by day. */
  readonly needFrom: number;
  readonly needTo: number;
  /** Places in `work.receipt`, by day. */
  readonly receiptFrom: number;
  readonly receiptTo: number;
  readonly stock: number;
  /** True where a step trade supplies the group: then nothing is proposed, and what lacks is a shortfall. */
  readonly isSuppliedByStep: boolean;
}

/**
 * Walks through the days on which something is needed, lets receipts arrive, asks late ones to come sooner, and proposes what
 * is still missing. Fills the queue of supplies in the order in which they become usable; every need is covered by what stands
 * in the queue up to its day, except a shortfall.
 *
 * Safety stock is kept from the first day an order without hurry can lift it; before that only a real lack makes an order late.
 */
export function net(planner: Planner, netting: Netting): void {
  const { work, items } = planner;
  const { receipt, queue } = work;
  const { day: needDay, quantity: needQuantity } = work.needs.rows;
  const { item, group, needTo, receiptTo } = netting;
  const { id: receiptId, quantity: receiptQuantity, day: receiptDay } = planner.receipts.columns;
  const isFree = group === NO_GROUP;
  const safety = isFree ? items[item * ROW + AT.safetyStock]! : 0;
  const window = isFree ? planner.expediteWithinDays : NEVER;
  const safetyFrom = safety > 0 ? planner.items[item * ROW + AT.earliestDay]! : NEVER;
  let safetyCheckPending = safetyFrom < planner.dayCount;
  let stock = netting.stock;
  let lowest = safety > 0 && stock < safety ? stock : NEVER;
  let lowFrom = 0;
  let missing = 0;
  let missingFrom = 0;
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
    while (nextReceipt < receiptTo && receiptDay[receipt[nextReceipt]!]! <= day) {
      const row = receipt[nextReceipt++]!;
      stock += receiptQuantity[row]!;
      enqueue(work, outsideCode(receiptId[row]!), receiptQuantity[row]!);
    }
    stock -= wanted;
    if (!(Math.abs(stock) <= Number.MAX_SAFE_INTEGER)) throw new PlanLimit("quantity", item);
    const keep = day >= safetyFrom ? safety : 0;
    if (stock < keep) {
      while (stock < 0 && nextReceipt < receiptTo && receiptDay[receipt[nextReceipt]!]! <= day + window) {
        const row = receipt[nextReceipt++]!;
        const quantity = receiptQuantity[row]!;
        if (quantity === 0) continue;
        stock += quantity;
        enqueue(work, outsideCode(receiptId[row]!), quantity);
        const comesOn = Math.max(0, receiptDay[row]!);
        pushException(planner, item, EXCEPTION.expedite, receiptId[row]!, group, quantity, comesOn, day);
      }
      let lacking = keep - stock;
      for (let at = nextReceipt; lacking > 0 && at < receiptTo; at++) {
        if (receiptDay[receipt[at]!]! > day + window) break;
        lacking -= receiptQuantity[receipt[at]!]!;
      }
      if (lacking > 0 && netting.isSuppliedByStep) {
        if (missing === 0) missingFrom = day;
        missing += lacking;
        stock += lacking;
      } else if (lacking > 0) {
        const extra = lookAhead(planner, netting, day, stock + lacking, keep, nextNeed, nextReceipt);
        stock += proposeOrders(planner, item, group, day, lacking + extra);
      }
    }
    if (stock < safety && stock < lowest) {
      if (lowest === NEVER) lowFrom = day;
      lowest = stock;
    }
  }
  while (nextReceipt < receiptTo) {
    const row = receipt[nextReceipt++]!;
    enqueue(work, outsideCode(receiptId[row]!), receiptQuantity[row]!);
  }
  if (missing > 0) pushException(planner, item, EXCEPTION.shortfall, -1, group, missing, missingFrom, missingFrom);
  if (lowest !== NEVER) pushException(planner, item, EXCEPTION.belowSafety, -1, group, lowest, lowFrom, safetyFrom);
}

/**
 * With the period rule one order serves all days up to the period's end: what more than `covered` is needed until then, at
 * the worst day of the period. 0 with other rules.
 */
function lookAhead(
  planner: Planner,
  netting: Netting,
  day: number,
  covered: number,
  keep: number,
  nextNeed: number,
  nextReceipt: number,
): number {
  const { items, work } = planner;
  if (netting.group !== NO_GROUP || items[netting.item * ROW + AT.lotRule] !== LOT_RULE.period) return 0;
  const lastDay = day + Math.max(1, items[netting.item * ROW + AT.lotPeriodDays]!) - 1;
  const { receipt } = work;
  const { day: needDay, quantity: needQuantity } = work.needs.rows;
  const { quantity: receiptQuantity, day: receiptDay } = planner.receipts.columns;
  let stock = covered;
  let worst = 0;
  let receiptAt = nextReceipt;
  for (let at = nextNeed; at < netting.needTo; ) {
    const onDay = needDay[at]!;
    if (onDay > lastDay) break;
    while (at < netting.needTo && needDay[at] === onDay) {
      stock -= needQuantity[at++]!;
    }
    while (receiptAt < netting.receiptTo && receiptDay[receipt[receiptAt]!]! <= onDay) {
      stock += receiptQuantity[receipt[receiptAt++]!]!;
    }
    worst = Math.max(worst, keep - stock);
  }
  return worst;
}
