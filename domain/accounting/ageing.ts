import { daysBetween, type PlainDate } from "../shared/index.ts";

/** An unpaid receivable or payable; negative for a credit note or an advance. */
export interface OpenItem {
  readonly partnerId: string;
  readonly dueOn: PlainDate;
  readonly openYen: bigint;
}

export const AGEING_BUCKETS = ["not_due", "days_1_30", "days_31_60", "days_61_90", "over_90"] as const;
export type AgeingBucket = (typeof AGEING_BUCKETS)[number];

/** Bucket of an item by whole days past its due date; on the due date itself it is not overdue. */
export function ageingBucket(dueOn: PlainDate, asOf: PlainDate): AgeingBucket {
  const daysOverdue = daysBetween(dueOn, asOf);
  if (daysOverdue <= 0) return "not_due";
  if (daysOverdue <= 30) return "days_1_30";
  if (daysOverdue <= 60) return "days_31_60";
  return daysOverdue <= 90 ? "days_61_90" : "over_90";
}

export interface AgeingRow {
  readonly partnerId: string;
  readonly amounts: Readonly<Record<AgeingBucket, bigint>>;
  readonly totalYen: bigint;
}

/** Open items by partner and days overdue, the largest balance first. Rows add up to the items. */
export function ageByDueDate(items: readonly OpenItem[], asOf: PlainDate): AgeingRow[] {
  const byPartner = new Map<string, Record<AgeingBucket, bigint>>();
  for (const { partnerId, dueOn, openYen } of items) {
    const amounts = byPartner.get(partnerId) ?? {
      not_due: 0n,
      days_1_30: 0n,
      days_31_60: 0n,
      days_61_90: 0n,
      over_90: 0n,
    };
    amounts[ageingBucket(dueOn, asOf)] += openYen;
    byPartner.set(partnerId, amounts);
  }
  return [...byPartner]
    .map(([partnerId, amounts]) => ({
      partnerId,
      amounts,
      totalYen: AGEING_BUCKETS.reduce((sum, bucket) => sum + amounts[bucket], 0n),
    }))
    .sort((a, b) =>
      a.totalYen === b.totalYen ? (a.partnerId < b.partnerId ? -1 : 1) : a.totalYen > b.totalYen ? -1 : 1,
    );
}
