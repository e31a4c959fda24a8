import { wagnerWhitin } from "../lots/index.ts";
import { AT, ROW } from "./item-table.ts";
import type { Netting } from "./netted-part.ts";
import type { Planner } from "./planner.ts";

/** Days on which something lacks, and for each the last day that the lot serves which serves it. */
export interface CheapestLots {
  readonly day: readonly number[];
  readonly through: readonly number[];
}

/**
 * Harris' economic order quantity: √(2 × need a day × set-up cost ÷ holding cost of one a day), up to a whole one. The usual need is that
 * of the whole plan, spread evenly.
 *
 * @returns 0 where one of the costs is not known: then nothing speaks for more than is needed
 */
export function economicLot({ items, work, dayCount }: Planner, { item, needFrom, needTo }: Netting): number {
  const setupCost = items[item * ROW + AT.setupCost]!;
  const holdingCost = items[item * ROW + AT.holdingCost]!;
  if (!(setupCost > 0 && holdingCost > 0)) return 0;
  const { quantity } = work.needs.rows;
  let total = 0;
  for (let need = needFrom; need < needTo; need++) total += quantity[need]!;
  return Math.ceil(Math.sqrt((2 * (total / dayCount) * setupCost) / holdingCost));
}

/**
 * The cheapest lots by Wagner and Whitin from the first day something lacks: what lacks on each day without lots is the demand, and
 * holding costs as many days as lie between.
 *
 * @param lacking what lacks on `day`, with everything that comes until then
 */
export function cheapestLots(
  planner: Planner,
  netting: Netting,
  day: number,
  lacking: number,
  keep: number,
  nextNeed: number,
  nextReceipt: number,
): CheapestLots {
  const { items, work } = planner;
  const { item, needTo, receiptTo } = netting;
  const { day: needDay, quantity: needQuantity } = work.needs.rows;
  const setupCost = items[item * ROW + AT.setupCost]!;
  const holdingCost = items[item * ROW + AT.holdingCost]!;
  const { supplies } = work;
  const days = [day];
  const lacks = [lacking];
  let stock = keep;
  let receipt = nextReceipt;
  for (let need = nextNeed; need < needTo; ) {
    const onDay = needDay[need]!;
    while (need < needTo && needDay[need] === onDay) stock -= needQuantity[need++]!;
    while (receipt < receiptTo && supplies.day[receipt]! <= onDay) stock += supplies.quantity[receipt++]!;
    if (stock >= keep) continue;
    days.push(onDay);
    lacks.push(keep - stock);
    stock = keep;
  }
  const { lots } = wagnerWhitin({
    demand: lacks,
    setupCost: lacks.map(() => setupCost),
    holdingCost: days.map((from, at) => holdingCost * ((days[at + 1] ?? from) - from)),
  });
  const through = new Array<number>(days.length);
  for (const lot of lots) through.fill(days[lot.through]!, lot.period, lot.through + 1);
  return { day: days, through };
}

/** The last day that is served together with `day`. */
export function lastDayServed({ day: days, through }: CheapestLots, day: number): number {
  let at = days.length - 1;
  while (at > 0 && days[at]! > day) at--;
  return Math.max(day, through[at]!);
}
