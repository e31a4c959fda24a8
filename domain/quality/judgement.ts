import type { Decimal, Refusal } from "../shared/index.ts";
import type { JudgedReading } from "./inspection-plan.ts";

export const INSPECTION_STATES = ["open", "passed", "failed", "partly", "special"] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

/** What an inspection says of its pieces; `special` are accepted ones too. */
export interface Verdict {
  readonly accepted: Decimal;
  readonly special: Decimal;
  readonly rejected: Decimal;
}

/** The state an inspection ends in. Something taken specially is what people look for first, so it names the whole. */
export function stateOf({ special, accepted, rejected }: Verdict): Exclude<InspectionState, "open"> {
  if (special.greaterThan(0)) return "special";
  if (rejected.isZero()) return "passed";
  return accepted.isZero() ? "failed" : "partly";
}

export type VerdictRefusal =
  | "NOTHING_INSPECTED"
  | "JUDGED_ABOVE_QUANTITY"
  | "OUTSIDE_LIMITS_ACCEPTED"
  | "REASON_MISSING";

/**
 * Everything wrong with a verdict. Readings outside their limits are not accepted in full without a word: reject, or take specially.
 *
 * @param quantity pieces to judge; the verdict may leave some for later
 */
export function checkVerdict(
  verdict: Verdict & { readonly reason: string },
  quantity: Decimal,
  readings: readonly JudgedReading[],
): Refusal<VerdictRefusal>[] {
  const refusals: Refusal<VerdictRefusal>[] = [];
  const total = verdict.accepted.plus(verdict.special).plus(verdict.rejected);
  if (total.isZero()) refusals.push({ code: "NOTHING_INSPECTED", field: "accepted" });
  if (total.greaterThan(quantity))
    refusals.push({ code: "JUDGED_ABOVE_QUANTITY", values: { quantity: quantity.toFixed() }, field: "accepted" });
  const plainly = verdict.special.isZero() && verdict.rejected.isZero();
  const outside = readings.find((reading) => !reading.isWithin);
  if (outside && plainly)
    refusals.push({ code: "OUTSIDE_LIMITS_ACCEPTED", values: { name: outside.characteristic }, field: "accepted" });
  if (!plainly && verdict.reason.trim() === "") refusals.push({ code: "REASON_MISSING", field: "reason" });
  return refusals;
}
