import type { WorkingCalendar } from "../resources/index.ts";
import type { PlainDate, Refusal } from "../shared/index.ts";

/*
 * What planning takes and gives, as records with ids: plain data only (quantities as decimal text), so that it can be stored,
 * sent and handed to a worker. `planFromRecords` turns it into numbers and back.
 */

export type ItemSupply = "make" | "buy" | "subcontract";
export type LotRule = "lot_for_lot" | "fixed" | "period" | "min_max" | "economic" | "wagner_whitin";

export interface PlanItem {
  readonly id: string;
  readonly code: string;
  readonly supply: ItemSupply;
  readonly unit: string;
  readonly leadTimeDays: number;
  /** `null`: the company's calendar. */
  readonly calendarId: string | null;
  readonly safetyStock: string;
  readonly lotRule: LotRule;
  readonly lotFixed: string | null;
  readonly lotPeriodDays: number | null;
  readonly lotMinimum: string | null;
  readonly lotMaximum: string | null;
  readonly lotMultiple: string | null;
  /** Of one order, and of keeping one of the unit for a year: what the rules `economic` and `wagner_whitin` weigh. */
  readonly setupCostYen?: string;
  readonly holdingCostYenPerYear?: string;
  /** Calendar days from the plan's first in which nothing new is started. */
  readonly fenceDays?: number;
  /** Good out of started, 0 < yield <= 1. */
  readonly yield: string;
  readonly isOrderBound: boolean;
  /** Never ordered: its stock is used up, and what lacks is asked of its components at once. */
  readonly isPhantom?: boolean;
  /** Usable stock, reserved included; a negative balance plans as none. */
  readonly onHand: string;
  /** Who it is bought from, where that is known. */
  readonly partnerId: string | null;
  /** Made of nothing of one's own, such as the processing of another's goods: no bill of material is missing. */
  readonly needsNoMaterial?: boolean;
}

/** 1 `unit` is `factor` of the item's own unit. */
export interface PlanUnitConversion {
  readonly itemId: string;
  readonly unit: string;
  readonly factor: string;
}

export interface PlanBomLine {
  readonly parentItemId: string;
  readonly componentItemId: string;
  /**
   * Per one of the parent's unit, in the component's own unit unless `unit` says another. Below zero a by-product, there when the
   * parent's order is due.
   */
  readonly quantity: string;
  readonly unit?: string;
  /** Share of the component lost on the way, 0 <= rate < 1. */
  readonly scrapRate: string;
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  /** Working days after the order's start on which its operation begins. */
  readonly operationOffsetDays?: number;
  /**
   * No component but what takes the parent's place: from `validFrom` on, or at once, nothing new of the parent is ordered, and what its
   * stock and receipts cannot give is asked of this item, `quantity` of it for one. At most one line of a parent.
   */
  readonly isSuccessor?: boolean;
}

/** `step`: the firm supply of a step trade. */
export type ReceiptKind = "purchase" | "work_order" | "step";
/**
 * `step`: the firm demand of a step trade; `work_order`: material an open work order still needs; `promise`: what a held date takes of stock
 * and of supply on its way.
 */
export type DemandKind = "sales" | "forecast" | "work_order" | "step" | "promise";
/**
 * A firm planned order, whose `id` is its number: what it brings, and what it uses. Pegs and exceptions name it as `planned`, by that number;
 * it should be none of the numbers proposals get.
 */
type Firm = "firm";

/** `request`: a purchase request; `order_draft`: a purchase order not yet sent. */
export type RequestKind = "request" | "order_draft";

/** A record outside the plan: a trade line, a work order, a forecast. */
export interface RecordRef<Kind extends string> {
  readonly kind: Kind;
  readonly id: string;
  readonly line: number | null;
}

export interface PlanReceipt extends RecordRef<ReceiptKind | Firm> {
  readonly itemId: string;
  /** What is still to come, good. 0 for a step trade delivered in full. */
  readonly quantity: string;
  readonly unit?: string;
  readonly dueOn: PlainDate;
  /** The one order it is pegged to; such supply serves no other demand. */
  readonly orderKey: string | null;
  /** It comes out beside something else: whether anybody needs it is no reason to change that order. */
  readonly isByProduct?: boolean;
  /**
   * It comes earlier than this day on purpose, so that a work centre can do it: nobody is told that it could come later, unless it is not needed on that
   * day any more, or that it could bring more.
   */
  readonly keptEarlyFor?: PlainDate;
}

export interface PlanDemand extends RecordRef<DemandKind | Firm> {
  readonly itemId: string;
  /** What is still to be delivered or issued. */
  readonly quantity: string;
  readonly unit?: string;
  /** An earlier day than the plan's first is planned for its first. */
  readonly neededOn: PlainDate;
  readonly orderKey: string | null;
}

/** Stock set aside: for a demand of the plan, for an order, or for something planning does not see. */
export interface PlanReservation {
  readonly itemId: string;
  readonly quantity: string;
  readonly demand: RecordRef<DemandKind | Firm> | null;
  readonly orderKey: string | null;
}

/** A line somebody asked to be bought or is drafting an order of; nobody outside knows of it. */
export interface PlanRequest extends RecordRef<RequestKind> {
  readonly itemId: string;
  /** In the item's own unit. */
  readonly quantity: string;
  readonly wantedOn: PlainDate | null;
}

export interface PlanInput {
  /** The plan's first day, as a rule today. */
  readonly planFrom: PlainDate;
  readonly horizonDays: number;
  readonly units: readonly { readonly code: string; readonly decimals: number }[];
  readonly unitConversions: readonly PlanUnitConversion[];
  readonly calendars: readonly { readonly id: string; readonly calendar: WorkingCalendar }[];
  /** The company's calendar, for items that name none. */
  readonly companyCalendarId: string;
  readonly items: readonly PlanItem[];
  readonly bomLines: readonly PlanBomLine[];
  readonly receipts: readonly PlanReceipt[];
  readonly demands: readonly PlanDemand[];
  readonly reservations: readonly PlanReservation[];
  /** No supply: the plan proposes as if they were not there, and says that they are. */
  readonly requests?: readonly PlanRequest[];
  /** 30 when absent. */
  readonly expediteWithinDays?: number;
  /** 5 when absent. */
  readonly delayToleranceDays?: number;
}

export interface PlannedOrder {
  readonly seq: number;
  readonly itemId: string;
  readonly itemCode: string;
  readonly supply: ItemSupply;
  readonly partnerId: string | null;
  /** What is started or ordered. */
  readonly quantity: string;
  /** What of it is expected to be good. */
  readonly expectedQuantity: string;
  readonly unit: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  /** It should have started before the plan's first day, on `wantedStartOn`. */
  readonly isPastDue: boolean;
  readonly wantedStartOn: PlainDate;
  readonly orderKey: string | null;
}

export type PegSupply =
  | { readonly kind: "stock" }
  | { readonly kind: "planned"; readonly seq: number }
  | RecordRef<ReceiptKind>;
export type PegDemand =
  | { readonly kind: "safety" }
  | { readonly kind: "planned"; readonly seq: number }
  | RecordRef<DemandKind>;

/** So much of this supply is for that demand. */
export interface Peg {
  readonly itemId: string;
  readonly supply: PegSupply;
  readonly demand: PegDemand;
  readonly quantity: string;
  readonly neededOn: PlainDate;
}

export type SubjectKind = ReceiptKind | DemandKind | RequestKind;
export const PLAN_EXCEPTION_KINDS = [
  "past_due_start",
  "expedite",
  "delay",
  "cancel",
  "shortfall",
  "no_bom",
  "below_safety",
  "overdue_receipt",
  "inside_fence",
  "raise",
  "lower",
  "overdue_demand",
  "bom_cyclic",
  "beyond_horizon",
  "negative_stock",
  "requested",
] as const;
export type PlanExceptionKind = (typeof PLAN_EXCEPTION_KINDS)[number];

/** What a person should look at. What the two dates mean stands in docs/rules/planning.md, "Exceptions". */
export interface PlanException {
  readonly kind: PlanExceptionKind;
  readonly itemId: string;
  readonly itemCode: string;
  readonly subject: { readonly kind: "planned"; readonly seq: number } | RecordRef<SubjectKind> | null;
  readonly orderKey: string | null;
  readonly quantity: string;
  readonly onDate: PlainDate;
  readonly wantedDate: PlainDate | null;
}

export interface PlanResult {
  readonly planFrom: PlainDate;
  readonly horizonDays: number;
  readonly orders: readonly PlannedOrder[];
  readonly pegs: readonly Peg[];
  readonly exceptions: readonly PlanException[];
  /** Circles of bills of material, named from parent to component: their items are not planned, the rest of the factory is. */
  readonly leftOut: readonly Refusal<"BOM_CYCLIC">[];
}
