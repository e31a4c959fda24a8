import type { Refusal } from "../shared/index.ts";
import type { DemandKind, ItemSupply, PlanException, ReceiptKind } from "./plan-records.ts";
import type { Plan } from "./requirements/index.ts";

/** The codes of kinds in stored columns: the place in these lists. */
export const RECEIPT_KINDS: readonly ReceiptKind[] = ["purchase", "work_order", "step"];
export const DEMAND_KINDS: readonly DemandKind[] = ["sales", "forecast", "work_order", "step", "promise"];

/** Receipts or demands, those of one item next to each other; `first[item] .. first[item + 1]` are the item's. */
export interface RecordColumns {
  readonly first: Uint32Array;
  readonly kind: Uint8Array;
  readonly id: readonly string[];
  /** 0: none. */
  readonly line: Int32Array;
  readonly day: Int32Array;
  readonly quantity: Float64Array;
  readonly group: Int32Array;
}

/** Orders by their numbers. `isRenewed`: 1 where one may be another under the number it had in the plan before. */
type OrderColumns = Omit<Plan["orders"], "first" | "end"> & {
  readonly seq: Int32Array;
  readonly isRenewed: Uint8Array;
};

/**
 * A plan in columns of numbers, made to be stored: a large company's has millions of pegs, too many for objects. Quantities are
 * whole numbers of the smallest part of the item's unit, days count from the plan's first.
 */
export interface PlanColumns {
  /** Orders (value chains) that supply and demand are bound to; the place is the `group`. */
  readonly orderKeys: readonly string[];
  readonly items: {
    readonly id: readonly string[];
    readonly supply: readonly ItemSupply[];
    readonly partnerId: readonly (string | null)[];
    readonly decimals: readonly number[];
    readonly onHand: Float64Array;
    readonly safetyStock: Float64Array;
  };
  readonly orders: OrderColumns;
  readonly receipts: RecordColumns;
  /** With those another item handed on: so much of this item is pegged to them. */
  readonly demands: RecordColumns;
  /**
   * `first[item] .. end[item]` are the item's. `supply`: -1 stock, >= 0 a planned order, else the item's receipt -2 - n, counted
   * within the item; `demand`: -1 safety stock, >= 0 a planned order, else the item's demand -2 - n.
   */
  readonly pegs: {
    readonly first: Uint32Array;
    readonly end: Uint32Array;
    readonly supply: Int32Array;
    readonly demand: Int32Array;
    readonly quantity: Float64Array;
    readonly day: Int32Array;
  };
  readonly exceptions: readonly PlanException[];
  /** Circles of bills of material; their items are not planned. */
  readonly leftOut: readonly Refusal<"BOM_CYCLIC">[];
}
