import type { Decimal, Refusal } from "../shared/index.ts";
import type { LOT_RULES } from "./contract.ts";

/** How planned orders of an item are sized (docs/rules/planning.md). */
export interface LotSizing {
  readonly lotRule: (typeof LOT_RULES)[number];
  readonly lotFixed: Decimal | null;
  readonly lotPeriodDays: number | null;
  readonly lotMinimum: Decimal | null;
  readonly lotMaximum: Decimal | null;
}

export type LotRefusal = "LOT_FIXED_MISSING" | "LOT_PERIOD_MISSING" | "LOT_MAXIMUM_BELOW_MINIMUM";

/** A rule must have the figure it works with, and a maximum must leave room for the minimum. */
export function checkLotSizing(item: LotSizing): Refusal<LotRefusal>[] {
  const refusals: Refusal<LotRefusal>[] = [];
  if (item.lotRule === "fixed" && item.lotFixed === null) {
    refusals.push({ code: "LOT_FIXED_MISSING", field: "lotFixed" });
  }
  if (item.lotRule === "period" && item.lotPeriodDays === null) {
    refusals.push({ code: "LOT_PERIOD_MISSING", field: "lotPeriodDays" });
  }
  if (item.lotMaximum !== null && item.lotMinimum !== null && item.lotMaximum.lt(item.lotMinimum)) {
    const values = { minimum: item.lotMinimum.toFixed() };
    refusals.push({ code: "LOT_MAXIMUM_BELOW_MINIMUM", values, field: "lotMaximum" });
  }
  return refusals;
}
