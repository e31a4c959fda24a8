import type { PlainDate } from "../../shared/index.ts";
import type { LoadPiece, LoadWeek } from "../load-by-week.ts";
import type { PlanInput } from "../plan-records.ts";
import type { Works } from "../what-if/compare-load.ts";
import type { RoutedOperation } from "../what-if/planned-work.ts";

/** A planned order of a made item as it stands in the plan people work with. */
export interface CenterProposal {
  readonly seq: number;
  readonly version: number;
  /** `edited`: a firm planned order. */
  readonly state: "proposed" | "edited";
  readonly itemId: string;
  /** What is started. */
  readonly quantity: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly orderKey: string | null;
}

/** A work centre with what it has to do in the weeks asked about; plain data, so that a worker can be handed it. */
export interface CenterRecords {
  /** What planning knows. */
  readonly input: PlanInput;
  readonly center: Works["centers"][number];
  readonly calendars: Works["calendars"];
  readonly weeks: readonly LoadWeek[];
  /** All operations of the items that come to the centre. */
  readonly routing: readonly RoutedOperation[];
  /** What open work orders ask of it. */
  readonly orderWork: readonly LoadPiece[];
  /** Of the items that come to the centre. */
  readonly proposals: readonly CenterProposal[];
}

/** What a planner says for one question. */
export interface LotsQuestion {
  /** Of an hour of setting up, for items without a cost of their own; `null`: not said. */
  readonly setupYenPerHour: string | null;
  /** Said for this question; `null`: as the item says. */
  readonly costs: readonly {
    readonly itemId: string;
    readonly setupCostYen: string | null;
    readonly holdingCostYenPerYear: string | null;
  }[];
  /** Items that stay as planned. */
  readonly keptItemIds: readonly string[];
}
