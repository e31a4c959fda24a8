import type { WorkedOrder } from "./learn-times.ts";
import { SHARE_OF_MOST, type Spread, weightedQuantile } from "./robust.ts";

/** What is known of a work order when it begins. */
export interface LeadTimeQuestion {
  readonly part: string;
  readonly quantity: number;
  /** Its first operation; null when that is open. */
  readonly firstOperation: string | null;
  readonly startAt: number;
  /** Up to when it is known what is finished; its start when left out. An order that began before then has taken that long already. */
  readonly knownAt?: number;
}

export interface PredictedLeadTime {
  readonly days: Spread;
  /** Eight of ten take no longer. */
  readonly daysOfMost: number;
  /** Finished work orders that are known, and how many of them made the same part. */
  readonly orderCount: number;
  readonly samePartCount: number;
}

/** How much an earlier order counts. Tried out on one published log (see the rules); a works may bring its own. */
export interface LeadTimeWeights {
  /** What an order of another part counts, and one that began with another operation. */
  readonly otherPart: number;
  readonly otherFirstOperation: number;
  /** An order e^this times as large or as small counts 1/e. */
  readonly quantityScale: number;
  /** An order that began so many days earlier counts 1/e: how full the works is shows in its newest orders. */
  readonly recentDays: number;
}

export const LEAD_TIME_WEIGHTS: LeadTimeWeights = {
  otherPart: 0.3,
  otherFirstOperation: 0.3,
  quantityScale: 2,
  recentDays: 15,
};

const DAY = 1440;

/**
 * Predicts how long a work order will take from the ones finished before it begins: their median, those counting most that made the same part, a like
 * quantity, began with the same operation and not long ago. What ended later is not looked at, so a forecast of the past is an honest one. For an order
 * under way only those count that took longer than it has taken so far: it cannot be done in the past.
 *
 * @returns null when nothing had been finished by then, or nothing that took longer
 */
export function predictLeadTime(
  orders: readonly WorkedOrder[],
  asked: LeadTimeQuestion,
  weights: LeadTimeWeights = LEAD_TIME_WEIGHTS,
): PredictedLeadTime | null {
  const { knownAt = asked.startAt } = asked;
  const soFar = knownAt - asked.startAt;
  const known = orders.filter(({ endAt }) => endAt < knownAt);
  const longer = soFar > 0 ? known.filter(({ startAt, endAt }) => endAt - startAt > soFar) : known;
  if (longer.length === 0) return null;
  const days = longer.map(({ startAt, endAt }) => (endAt - startAt) / DAY);
  const shares = sharesOf(longer, asked, weights);
  const at = (share: number) => weightedQuantile(days, shares, share);
  return {
    days: { low: at(0.1), median: at(0.5), high: at(0.9) },
    daysOfMost: at(SHARE_OF_MOST),
    orderCount: known.length,
    samePartCount: known.filter(({ part }) => part === asked.part).length,
  };
}

/** How much each order counts for a question; the heaviest counts 1, so that the newest order of a works that stood still for years does not vanish. */
export function sharesOf(orders: readonly WorkedOrder[], asked: LeadTimeQuestion, weights: LeadTimeWeights): number[] {
  const { knownAt = asked.startAt } = asked;
  const logs = orders.map((order) => {
    let log = -(knownAt - order.startAt) / DAY / weights.recentDays;
    if (order.part !== asked.part) log += Math.log(weights.otherPart);
    if (asked.firstOperation !== null && order.firstOperation !== asked.firstOperation)
      log += Math.log(weights.otherFirstOperation);
    if (order.quantity > 0 && asked.quantity > 0)
      log -= Math.abs(Math.log(order.quantity / asked.quantity)) / weights.quantityScale;
    return log;
  });
  const heaviest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  return logs.map((log) => Math.max(Math.exp(log - heaviest), 1e-12));
}
