import { type Outcome, ok } from "../../shared/index.ts";
import { unscaled } from "../scaled-quantity.ts";
import { type CenterRefusal, centerProblem, type KeptBecause } from "./center-problem.ts";
import type { CenterRecords } from "./records.ts";

/** What of a work centre's coming weeks could be put together, before anybody asks for it. */
export interface CenterOffer {
  readonly weeks: readonly {
    readonly from: string;
    readonly to: string;
    readonly capacityMinutes: number;
    /** Work orders and what cannot be put otherwise. */
    readonly fixedMinutes: number;
    /** Proposals that may. */
    readonly openMinutes: number;
  }[];
  readonly items: readonly {
    readonly itemId: string;
    readonly itemCode: string;
    readonly unit: string;
    readonly setupMinutes: number;
    readonly runMinutesPerUnit: number;
    /** As the item says; `null`: it does not. */
    readonly setupCostYen: string | null;
    readonly holdingCostYenPerYear: string | null;
    readonly lotCount: number;
    /** By week. */
    readonly quantity: readonly string[];
    /** The first week in which any of it may be made. */
    readonly earliestWeek: number;
  }[];
  readonly kept: readonly {
    readonly itemId: string;
    readonly itemCode: string;
    readonly because: KeptBecause;
    /** Of the other item it uses. */
    readonly usesItemCode: string | null;
  }[];
}

const NONE: ReadonlySet<string> = new Set();

/** What could be put together at a work centre: its weeks, and the items with their needs and times. */
export function centerOffer(records: CenterRecords): Outcome<CenterOffer, CenterRefusal> {
  const problem = centerProblem(records, NONE);
  if (!problem.ok) return problem;
  const { weeks, items, kept, capacityMinutes, fixedMinutes } = problem.value;
  const open = weeks.map(() => 0);
  const told = items.map(({ item, decimals, needs, setupMinutes, runMinutesPerUnit }) => {
    const quantity = weeks.map(() => 0);
    for (const need of needs) {
      quantity[need.week]! += need.quantity;
      open[need.week]! += setupMinutes + (runMinutesPerUnit * need.quantity) / 10 ** decimals;
    }
    return {
      ...{ itemId: item.id, itemCode: item.code, unit: item.unit, setupMinutes, runMinutesPerUnit },
      setupCostYen: item.setupCostYen ?? null,
      holdingCostYenPerYear: item.holdingCostYenPerYear ?? null,
      lotCount: needs.length,
      quantity: quantity.map((of) => unscaled(of, decimals)),
      earliestWeek: Math.min(...needs.map(({ earliestWeek }) => earliestWeek)),
    };
  });
  return ok({
    weeks: weeks.map(({ from, to }, week) => ({
      ...{ from, to, capacityMinutes: capacityMinutes[week]!, fixedMinutes: fixedMinutes[week]! },
      openMinutes: Math.round(open[week]!),
    })),
    items: told,
    kept: kept.map(({ item, because, usesItemCode }) => ({
      ...{ itemId: item.id, itemCode: item.code, because, usesItemCode },
    })),
  });
}
