import type { WorkedOrder } from "./learn-times.ts";
import { type Spread, weightedQuantile } from "./robust.ts";

/** What is known of a work order when it begins. */
export interface LeadTimeQuestion {
  readonly part: string;
  readonly quantity: number;
  /** Its first operation; null when that is open. */
  readonly firstOperation: string | null;
  readonly startAt: number;
}

export interface PredictedLeadTime {
  readonly days: Spread;
  /** Finished work orders it rests on, and how many of them made the same part. */
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
 * quantity, began with the same operation and not long ago. What ended later is not looked at, so a forecast of the past is an honest one.
 *
 * @returns null when nothing had been finished by then
 */
export function predictLeadTime(
  orders: readonly WorkedOrder[],
  asked: LeadTimeQuestion,
  weights: LeadTimeWeights = LEAD_TIME_WEIGHTS,
): PredictedLeadTime | null {
  const known = orders.filter(({ endAt }) => endAt < asked.startAt);
  if (known.length === 0) return null;
  const days = known.map(({ startAt, endAt }) => (endAt - startAt) / DAY);
  const logs = known.map((order) => {
    let log = -(asked.startAt - order.startAt) / DAY / weights.recentDays;
    if (order.part !== asked.part) log += Math.log(weights.otherPart);
    if (asked.firstOperation !== null && order.firstOperation !== asked.firstOperation)
      log += Math.log(weights.otherFirstOperation);
    if (order.quantity > 0 && asked.quantity > 0)
      log -= Math.abs(Math.log(order.quantity / asked.quantity)) / weights.quantityScale;
    return log;
  });
  // The heaviest counts 1, so that the newest order of a works that stood still for years does not vanish.
  const heaviest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const shares = logs.map((log) => Math.max(Math.exp(log - heaviest), 1e-12));
  const at = (share: number) => weightedQuantile(days, shares, share);
  return {
    days: { low: at(0.1), median: at(0.5), high: at(0.9) },
    orderCount: known.length,
    samePartCount: known.filter(({ part }) => part === asked.part).length,
  };
}
