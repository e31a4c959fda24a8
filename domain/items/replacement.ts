import type { PlainDate, Refusal } from "../shared/index.ts";

/** What stands in for an item: its components where it is a phantom, and its successor once it runs out. */
export interface Replacement {
  readonly supply: "make" | "buy" | "subcontract";
  readonly isPhantom: boolean;
  readonly successorItemId: string | null;
  readonly successorRatio: string | null;
  readonly successorFrom: PlainDate | null;
}

export type ReplacementRefusal =
  | "PHANTOM_NOT_MADE"
  | "SUCCESSOR_IS_ITSELF"
  | "SUCCESSOR_MISSING"
  | "SUCCESSOR_RATIO_MISSING";

/** A phantom is taken apart into its components, so it is made; a successor is another item, with a ratio. */
export function checkReplacement(item: Replacement, itemId: string | null): Refusal<ReplacementRefusal>[] {
  const refusals: Refusal<ReplacementRefusal>[] = [];
  if (item.isPhantom && item.supply !== "make") refusals.push({ code: "PHANTOM_NOT_MADE", field: "isPhantom" });
  if (item.successorItemId === null) {
    if (item.successorRatio !== null || item.successorFrom !== null)
      refusals.push({ code: "SUCCESSOR_MISSING", field: "successorItemId" });
  } else {
    if (item.successorItemId === itemId) refusals.push({ code: "SUCCESSOR_IS_ITSELF", field: "successorItemId" });
    if (item.successorRatio === null) refusals.push({ code: "SUCCESSOR_RATIO_MISSING", field: "successorRatio" });
  }
  return refusals;
}
