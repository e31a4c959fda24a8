import type { PlainDate } from "../../shared/index.ts";
import type { PlanDemand, PlanInput, PlanReceipt } from "../plan-records.ts";
import type { RecordIndex } from "../record-index.ts";
import type { PlanState } from "../requirements/index.ts";
import type { Besides } from "./besides.ts";

/**
 * The plan of one company kept in memory: what the numbers of `PlanState` stand for, and the number by which each proposal is known. It
 * follows records as they change, and is at any time what planning them anew would give.
 */
export interface LivingPlan {
  /** Without the records: those are in `index` as they were when it was opened, and behind the ids below as they are now. */
  readonly input: PlanInput;
  readonly index: RecordIndex;
  readonly calendars: readonly Uint8Array[];
  readonly state: PlanState;
  /** Orders (value chains) by group; new ones are added at the end. */
  readonly orderKeys: string[];
  readonly groupOf: Map<string, number>;
  /** By the ids that pegs name. */
  readonly receiptById: PlanReceipt[];
  readonly demandById: PlanDemand[];
  readonly besides: Besides;
  /** By item: the numbers of its proposals, in the order of the plan's rows. */
  readonly seqs: (Int32Array | undefined)[];
  /** Items of which a proposal may be another under the number it had in the plan before. */
  readonly renewed: Set<number>;
  /** No proposal has ever had this number or a higher one. */
  nextSeq: number;
}

/** A proposal as it stands in store; a firm one is a record, not one of these. */
export interface StoredOrder {
  readonly seq: number;
  readonly itemId: string;
  readonly quantity: string;
  readonly dueOn: PlainDate;
  /** `null`: of no order. */
  readonly orderKey: string | null;
}
