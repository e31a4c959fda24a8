import { addDays, type Decimal, dayOfWeek, decimal, lastDayOfMonth, type PlainDate } from "../shared/index.ts";
import type { StockEvent } from "./item-timeline.ts";

export const BUCKETS = ["day", "week", "month"] as const;
/** How long the columns of a time-phase table are; weeks begin on Monday. */
export type BucketLength = (typeof BUCKETS)[number];

/** One column of the table, as MRP tables have them everywhere. */
export interface TimeBucket {
  readonly from: PlainDate;
  /** Its last day. */
  readonly to: PlainDate;
  readonly grossRequirements: string;
  readonly scheduledReceipts: string;
  /** At the end of its last day, planned receipts included. */
  readonly projectedOnHand: string;
  readonly plannedReceipts: string;
  /** What is started or ordered within it. */
  readonly plannedReleases: string;
}

/** A planned order as it is started: a release stands on another day and is as large as what is started, not what comes of it. */
export interface Release {
  readonly onDate: PlainDate;
  readonly quantity: string;
}

/**
 * The time-phase table of an item over a plan's days, gap-less; the first bucket begins with the plan's first day and what is earlier counts there.
 *
 * @param onHand what is there before the first day
 */
export function timePhase(
  onHand: string,
  events: readonly Pick<StockEvent<unknown>, "onDate" | "what" | "quantity">[],
  releases: readonly Release[],
  days: { readonly from: PlainDate; readonly to: PlainDate },
  length: BucketLength,
): TimeBucket[] {
  const ends = endsOf(days.from, days.to, length);
  const sums = ends.map(() => ({
    demand: decimal(0),
    receipt: decimal(0),
    planned_receipt: decimal(0),
    release: decimal(0),
  }));
  const at = (day: PlainDate) => {
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (day <= ends[middle]!) high = middle;
      else low = middle + 1;
    }
    return sums[low]!;
  };
  for (const { onDate, what, quantity } of events) {
    const sum = at(onDate);
    const kind = what === "planned_need" ? "demand" : what;
    sum[kind] = sum[kind].plus(decimal(quantity).abs());
  }
  for (const { onDate, quantity } of releases) at(onDate).release = at(onDate).release.plus(quantity);
  let stock: Decimal = decimal(onHand);
  return sums.map((sum, index) => {
    stock = stock.plus(sum.receipt).plus(sum.planned_receipt).minus(sum.demand);
    return {
      from: index === 0 ? days.from : addDays(ends[index - 1]!, 1),
      to: ends[index]!,
      grossRequirements: sum.demand.toFixed(),
      scheduledReceipts: sum.receipt.toFixed(),
      projectedOnHand: stock.toFixed(),
      plannedReceipts: sum.planned_receipt.toFixed(),
      plannedReleases: sum.release.toFixed(),
    };
  });
}

/** The last days of the buckets; the last bucket ends with the plan. */
function endsOf(from: PlainDate, to: PlainDate, length: BucketLength): PlainDate[] {
  const ends: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(ends.at(-1)!, 1)) {
    const end = length === "day" ? day : length === "week" ? addDays(day, 7 - dayOfWeek(day)) : lastDayOfMonth(day);
    ends.push(end < to ? end : to);
  }
  return ends;
}
