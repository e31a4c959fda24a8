import { Decimal, type Refusal } from "../shared/index.ts";

/** Why the count differs from the ledger: what an auditor, and the next stocktake, ask first. */
export const COUNT_CAUSES = [
  "unrecorded_issue",
  "unrecorded_receipt",
  "wrong_place",
  "unit_mistake",
  "damage",
  "loss",
  "unknown",
] as const;
export type CountCause = (typeof COUNT_CAUSES)[number];

export const STOCKTAKE_STATES = ["open", "posted", "cancelled"] as const;
export type StocktakeState = (typeof STOCKTAKE_STATES)[number];

/** One place, item and lot as it was frozen when the stocktake was opened, and what people counted. */
export interface CountedLine {
  readonly lineNumber: number;
  readonly theoretical: Decimal;
  /** null: nobody has counted it yet */
  readonly counted: Decimal | null;
  readonly cause: CountCause | "";
}

export interface CountDifference<Line extends CountedLine> {
  readonly line: Line;
  /** counted less theory: above zero found, below zero missing */
  readonly difference: Decimal;
}

export type StocktakeRefusal = "COUNT_INCOMPLETE" | "CAUSE_MISSING";

/**
 * Compares the counts with the frozen theory. The difference, not the count, goes to the ledger, so that goods which came or went
 * after the freeze stay right.
 *
 * @param leavesUncounted lines nobody counted keep their theory; else each missing count is refused
 * @returns the lines that differ, in line order, and every refusal, naming its line as `lines.<lineNumber>`
 */
export function compareCounts<Line extends CountedLine>(
  lines: readonly Line[],
  leavesUncounted = false,
): { readonly differences: CountDifference<Line>[]; readonly refusals: Refusal<StocktakeRefusal>[] } {
  const differences: CountDifference<Line>[] = [];
  const refusals: Refusal<StocktakeRefusal>[] = [];
  const uncounted = lines.filter((line) => line.counted === null).length;
  if (uncounted > 0 && !leavesUncounted)
    refusals.push({ code: "COUNT_INCOMPLETE", values: { count: uncounted }, field: "leavesUncounted" });
  for (const line of [...lines].sort((a, b) => a.lineNumber - b.lineNumber)) {
    if (line.counted === null) continue;
    const difference = line.counted.minus(line.theoretical);
    if (difference.isZero()) continue;
    if (line.cause === "")
      refusals.push({
        code: "CAUSE_MISSING",
        values: { line: line.lineNumber },
        field: `lines.${line.lineNumber}.cause`,
      });
    differences.push({ line, difference });
  }
  return { differences, refusals };
}

/**
 * What found goods are worth, in whole yen rounded half up: the moving average, or the standard cost where nothing is on hand.
 * Missing goods leave at what the ledger says, so no price is asked for them.
 */
export function foundValueYen(found: Decimal, unitCost: Decimal): bigint {
  return BigInt(found.times(unitCost).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed(0));
}
