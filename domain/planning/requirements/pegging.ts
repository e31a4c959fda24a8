import type { Netting } from "./netting.ts";
import { EXCEPTION, FOR_SAFETY, NO_GROUP, outsideCode } from "./plan-data.ts";
import type { Planner } from "./planner.ts";

/**
 * Connects supplies with needs, first usable with first needed; what is left then stands for safety stock, and beyond it for
 * nobody (a lot larger than its need). Every planned order gets at least one peg, because it was proposed for a lack.
 */
export function peg(planner: Planner, netting: Netting): void {
  const { needs, pegs, queue, data } = planner;
  const { item, need, needCount } = netting;
  const { supply, quantity: available, count } = queue;
  pegs.reserve(needCount + count + 1, item);
  let at = 0;
  let left = count > 0 ? available[0]! : 0;
  for (let index = 0; index < needCount; index++) {
    const row = need[index]!;
    const day = needs.day[row]!;
    const source = needs.source[row]!;
    let open = needs.quantity[row]!;
    while (open > 0 && at < count) {
      if (left > 0) {
        const taken = Math.min(left, open);
        pegs.push(item, supply[at]!, source, taken, day);
        open -= taken;
        left -= taken;
      }
      if (left === 0 && ++at < count) left = available[at]!;
    }
    if (at === count) break;
  }
  let safety = netting.group === NO_GROUP ? data.items.safetyStock[item]! : 0;
  while (safety > 0 && at < count) {
    if (left > 0) {
      const taken = Math.min(left, safety);
      pegs.push(item, supply[at]!, FOR_SAFETY, taken, planner.earliestDay[item]!);
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
  const { data, needs, queue, receiptDay, exceptions } = planner;
  const { item, group, need, needCount } = netting;
  const safety = group === NO_GROUP ? data.items.safetyStock[item]! : 0;
  let before = 0;
  let used = safety;
  let index = 0;
  let neededOn = -1;
  for (let at = 0; at < queue.count; at++) {
    while (used <= before && index < needCount) {
      used += needs.quantity[need[index]!]!;
      neededOn = needs.day[need[index++]!]!;
    }
    const row = outsideCode(queue.supply[at]!);
    const quantity = queue.quantity[at]!;
    if (queue.supply[at]! <= -2 && quantity > 0) {
      if (used <= before) exceptions.push(EXCEPTION.cancel, item, row, group, quantity, receiptDay[row]!, -1);
      else if (group === NO_GROUP && neededOn > receiptDay[row]! + data.delayToleranceDays) {
        exceptions.push(EXCEPTION.delay, item, row, group, quantity, receiptDay[row]!, neededOn);
      }
      if (data.receipts.day[row]! < 0) {
        exceptions.push(EXCEPTION.overdueReceipt, item, row, group, quantity, data.receipts.day[row]!, 0);
      }
    }
    before += quantity;
  }
}
