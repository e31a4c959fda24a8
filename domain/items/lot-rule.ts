import type { Decimal, Refusal } from "../shared/index.ts";

export const LOT_RULES = ["lot_for_lot", "fixed", "period", "min_max", "economic", "wagner_whitin"] as const;

/** How planned orders of an item are sized (docs/rules/planning.md). */
export interface LotSizing {
  readonly lotRule: (typeof LOT_RULES)[number];
  readonly lotFixed: Decimal | null;
  readonly lotPeriodDays: number | null;
  readonly lotMinimum: Decimal | null;
  readonly lotMaximum: Decimal | null;
  readonly setupCostYen: Decimal | null;
  readonly holdingCostYenPerYear: Decimal | null;
}

export type LotRefusal =
  | "LOT_FIXED_MISSING"
  | "LOT_PERIOD_MISSING"
  | "LOT_MAXIMUM_BELOW_MINIMUM"
  | "LOT_SETUP_COST_MISSING"
  | "LOT_HOLDING_COST_MISSING";

/** A rule must have the figure it works with, and a maximum must leave room for the minimum. */
export function checkLotSizing(item: LotSizing): Refusal<LotRefusal>[] {
  const refusals: Refusal<LotRefusal>[] = [];
  if (item.lotRule === "fixed" && item.lotFixed === null) {
    refusals.push({ code: "LOT_FIXED_MISSING", field: "lotFixed" });
  }
  if (item.lotRule === "period" && item.lotPeriodDays === null) {
    refusals.push({ code: "LOT_PERIOD_MISSING", field: "lotPeriodDays" });
  }
  if (item.lotRule === "economic" || item.lotRule === "wagner_whitin") {
    // Of nothing, the best lot would be everything at once, or a piece a day.
    if (!item.setupCostYen?.greaterThan(0)) refusals.push({ code: "LOT_SETUP_COST_MISSING", field: "setupCostYen" });
    if (!item.holdingCostYenPerYear?.greaterThan(0))
      refusals.push({ code: "LOT_HOLDING_COST_MISSING", field: "holdingCostYenPerYear" });
  }
  if (item.lotMaximum !== null && item.lotMinimum !== null && item.lotMaximum.lt(item.lotMinimum)) {
    const values = { minimum: item.lotMinimum.toFixed() };
    refusals.push({ code: "LOT_MAXIMUM_BELOW_MINIMUM", values, field: "lotMaximum" });
  }
  return refusals;
}
