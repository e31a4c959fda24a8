import { decimal } from "../../shared/index.ts";
import type { CenterProblem } from "./center-problem.ts";
import type { WholeItem } from "./whole-lots.ts";

export interface ItemCosts {
  /** Of one lot, and of keeping one step for a week. */
  readonly setup: number;
  readonly holding: number;
}

/** What weeks, set-ups and stock of some lots are. Yen are rounded to whole ones. */
export interface LotFigures {
  readonly lotCount: number;
  readonly setupMinutes: number;
  readonly setupYen: string;
  readonly holdingYen: string;
  readonly totalYen: string;
  /** By week, with what stays as it is. */
  readonly loadMinutes: readonly number[];
}

/**
 * What lots cost, and the load they make.
 *
 * @param steps made, by item and week
 * @param counts lots they are made in, by item and week
 */
export function figuresOf(
  { weeks, fixedMinutes }: CenterProblem,
  costs: readonly ItemCosts[],
  whole: readonly WholeItem[],
  steps: readonly (readonly number[])[],
  counts: readonly (readonly number[])[],
): LotFigures {
  let lots = 0;
  let setupMinutes = 0;
  let setup = 0;
  let holding = 0;
  const loadMinutes = [...fixedMinutes];
  whole.forEach((item, at) => {
    let stock = 0;
    weeks.forEach((_, week) => {
      const count = counts[at]![week]!;
      const made = steps[at]![week]!;
      stock += made - item.demand[week]!;
      lots += count;
      setupMinutes += count * item.setupMinutes;
      setup += count * costs[at]!.setup;
      holding += stock * costs[at]!.holding;
      loadMinutes[week]! += count * item.setupMinutes + made * item.minutesPerStep;
    });
  });
  return {
    lotCount: lots,
    setupMinutes: Math.round(setupMinutes),
    setupYen: setup.toFixed(0),
    holdingYen: holding.toFixed(0),
    // The sum of what is shown, not of what was rounded.
    totalYen: decimal(setup.toFixed(0)).plus(holding.toFixed(0)).toFixed(),
    loadMinutes: loadMinutes.map(Math.round),
  };
}
