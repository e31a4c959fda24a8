import type { WorkedOrder } from "./learn-times.ts";
import {
  LEAD_TIME_WEIGHTS,
  type LeadTimeQuestion,
  type LeadTimeWeights,
  predictLeadTime,
  sharesOf,
} from "./predict-lead-time.ts";
import { median } from "./robust.ts";
import { isEnoughToTakeOver, LEAST_ORDERS } from "./take-over.ts";

/** Finished work orders as predictions read them: many questions are asked of one history. */
export interface LeadTimeHistory {
  readonly ordersOfPart: ReadonlyMap<string, readonly WorkedOrder[]>;
  /** Minutes after midnight at which work orders usually begin: what has a day to start on and no hour begins then. */
  readonly startMinute: number;
}

const DAY = 1440;

/** Older ones than the newest 500 of a part weigh next to nothing, and a list asks fifty questions at once. */
const MOST_ORDERS = 500;

/** @param until what ended then or later is left out, so that whoever asks on one day is answered from the same orders */
export function leadTimeHistory(orders: readonly WorkedOrder[], until: number): LeadTimeHistory {
  const known = orders.filter(({ endAt }) => endAt < until).sort((a, b) => b.startAt - a.startAt || b.endAt - a.endAt);
  const ordersOfPart = new Map<string, WorkedOrder[]>();
  for (const order of known) {
    const same = ordersOfPart.get(order.part);
    if (!same) ordersOfPart.set(order.part, [order]);
    else if (same.length < MOST_ORDERS) same.push(order);
  }
  return { ordersOfPart, startMinute: known.length === 0 ? 0 : median(known.map(({ startAt }) => startAt % DAY)) };
}

/** When a work order is likely to be finished; moments in minutes, as its history has them. */
export type ExpectedFinish =
  | {
      readonly kind: "expected";
      /** One of ten is finished by `lowAt`, half by `likelyAt`, eight of ten by `mostAt`. */
      readonly lowAt: number;
      readonly likelyAt: number;
      readonly mostAt: number;
      readonly orderCount: number;
    }
  /** It has taken longer already than every finished order it is compared with. */
  | { readonly kind: "overrun"; readonly orderCount: number };

/**
 * When an order that began, or will begin, at `startAt` is likely to be finished. Told from finished orders of the same part alone, five or more:
 * on the published log that is as near as what counts other parts too, and nobody wonders why a shaft should take as long as a frame.
 *
 * @returns null when there is too little to learn from
 */
export function expectFinish(
  history: LeadTimeHistory,
  asked: LeadTimeQuestion & { readonly knownAt: number },
): ExpectedFinish | null {
  const known = (history.ordersOfPart.get(asked.part) ?? []).filter(({ endAt }) => endAt < asked.knownAt);
  if (!isEnoughToTakeOver(known.length)) return null;
  const predicted = predictLeadTime(known, asked, weightsFor(known, asked));
  if (!predicted) return { kind: "overrun", orderCount: known.length };
  const at = (days: number) => asked.startAt + days * DAY;
  return {
    kind: "expected",
    lowAt: at(predicted.days.low),
    likelyAt: at(predicted.days.median),
    mostAt: at(predicted.daysOfMost),
    orderCount: predicted.orderCount,
  };
}

/** Beyond this all orders are as good as equally recent. */
const LONGEST_MEMORY_DAYS = 3840;

/**
 * The newest orders count most, as far as five have a say: where an item is made once a month, the last order alone would decide, and its days would be
 * called those of eight in ten. The number that has a say is (Σ w)² ÷ Σ w² (Kish 1965, the effective size of a weighted sample).
 */
function weightsFor(known: readonly WorkedOrder[], asked: LeadTimeQuestion): LeadTimeWeights {
  const weights = { ...LEAD_TIME_WEIGHTS };
  for (; weights.recentDays < LONGEST_MEMORY_DAYS; weights.recentDays *= 2) {
    const shares = sharesOf(known, asked, weights);
    const sum = shares.reduce((total, share) => total + share, 0);
    if (sum ** 2 / shares.reduce((total, share) => total + share ** 2, 0) >= LEAST_ORDERS) break;
  }
  return weights;
}
