/*
 * What the calculation of requirements works on: numbers in typed arrays, one row per index, so that a region's plan fits a
 * second. Quantities are integers scaled by the item's unit (12.5 kg at one decimal is 125), all below 2^53. Days are counted
 * from the plan's first day, 0; earlier days are negative. `planFromRecords` makes this from records with ids and texts.
 */

/**
 * How an item comes to be. Bought items end the explosion even when they have a bill of material. A phantom is never ordered: its stock is
 * used up, and what lacks is asked of its components for whoever needs it.
 */
export const SUPPLY = { make: 0, buy: 1, subcontract: 2, phantom: 3 } as const;

export const LOT_RULE = { lotForLot: 0, fixed: 1, period: 2, minMax: 3, economic: 4, wagnerWhitin: 5 } as const;

/** No group: stock, supply and demand that anyone may use. */
export const NO_GROUP = -1;

export interface ItemRows {
  readonly count: number;
  readonly supply: Uint8Array;
  /** Working days of the item's calendar from start to due. */
  readonly leadDays: Uint16Array;
  /** Index into `calendars`. */
  readonly calendar: Uint16Array;
  readonly safetyStock: Float64Array;
  readonly lotRule: Uint8Array;
  readonly lotFixed: Float64Array;
  readonly lotPeriodDays: Uint16Array;
  /** 0: none, for each of the three. */
  readonly lotMinimum: Float64Array;
  readonly lotMaximum: Float64Array;
  readonly lotMultiple: Float64Array;
  /** Good pieces out of started ones, as a ratio 0 < numerator / denominator <= 1 without common divisor. */
  readonly yieldNumerator: Float64Array;
  readonly yieldDenominator: Float64Array;
  /** 1: a stage item that belongs to one order; what an order of a group needs of it stays in that group. */
  readonly isOrderBound: Uint8Array;
  /** Of one order, and of one smallest part of the unit for one day, in the same money: for the lot rules that weigh them. */
  readonly setupCost: Float64Array;
  readonly holdingCost: Float64Array;
  /** Calendar days from the plan's first in which nothing new is started. */
  readonly fenceDays: Uint16Array;
  /** Usable stock, reserved included. */
  readonly onHand: Float64Array;
}

export interface BomRows {
  readonly parent: Uint32Array;
  readonly child: Uint32Array;
  /**
   * Scaled child quantity per scaled started parent quantity, scrap included, as a ratio without common divisor. Below zero a by-product:
   * so much of the child comes out when the parent's order is due.
   */
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  /** Valid when the parent starts on one of these days, both included. */
  readonly fromDay: Int32Array;
  readonly toDay: Int32Array;
  /** Working days of the parent's calendar after its start on which the child is needed, at most its due day. */
  readonly offsetDays: Uint16Array;
  /**
   * 1: the child is no component but the parent's successor. From `fromDay` on nothing new of the parent is ordered: its stock and receipts
   * are used up, and what lacks is asked of the child, in this ratio. At most one line of a parent.
   */
  readonly isSuccessor: Uint8Array;
}

export interface ReceiptRows {
  readonly item: Uint32Array;
  readonly day: Int32Array;
  /** 0 is allowed: a step trade delivered in full still says that nothing more is to be proposed. */
  readonly quantity: Float64Array;
  readonly group: Int32Array;
  /** 1: firm supply of a step trade; what it lacks is a shortfall, never a planned order. */
  readonly isStep: Uint8Array;
}

export interface DemandRows {
  readonly item: Uint32Array;
  readonly day: Int32Array;
  readonly quantity: Float64Array;
  readonly group: Int32Array;
}

/** Stock set aside: for a demand, else for a group, else for nobody in this plan (it is only not available). */
export interface ReservationRows {
  readonly item: Uint32Array;
  readonly quantity: Float64Array;
  /** Index of a demand, or -1. */
  readonly demand: Int32Array;
  readonly group: Int32Array;
}

export interface PlanData {
  readonly dayCount: number;
  /** Flags 1 worked, 0 not, of `historyDays` days before day 0 and then at least `dayCount` days. */
  readonly calendars: readonly Uint8Array[];
  readonly historyDays: number;
  /** A receipt so many days later than needed is asked to come sooner before anything new is proposed. */
  readonly expediteWithinDays: number;
  /** A receipt so many days too early is not worth a message. */
  readonly delayToleranceDays: number;
  readonly items: ItemRows;
  readonly bom: BomRows;
  readonly receipts: ReceiptRows;
  readonly demands: DemandRows;
  readonly reservations: ReservationRows;
}

/** What a peg starts from: >= 0 a planned order, -1 stock, else receipt `-2 - supply`. */
export const FROM_STOCK = -1;
/** What a peg ends at: >= 0 a planned order that uses it, -1 safety stock, else demand `-2 - demand`. */
export const FOR_SAFETY = -1;

/** The index of a receipt in a peg's `supply`, of a demand in a peg's `demand`; its own inverse. */
export function outsideCode(index: number): number {
  return -2 - index;
}

export const EXCEPTION = {
  /** An order should have started before today. `day`: when it can be there; `wantedDay`: when it is needed. */
  pastDueStart: 0,
  /** A receipt comes after it is needed. `day`: as ordered; `wantedDay`: when it is needed. */
  expedite: 1,
  /** A receipt comes before it is needed. */
  delay: 2,
  /** A receipt nobody needs within the plan. */
  cancel: 3,
  /** A step trade brings less than its order needs. `day`: first day it lacks. */
  shortfall: 4,
  /** A planned order of an item without a bill of material valid on its start day. */
  noBom: 5,
  /** Stock falls below safety stock before an order could lift it. `quantity`: the lowest stock. */
  belowSafety: 6,
  /** A receipt should have arrived before today; it is planned for today. */
  overdueReceipt: 7,
  /** Needed earlier than the firm fence lets an order be there. `day`: when it can be there; `wantedDay`: when it is needed. */
  insideFence: 8,
  /** A receipt that could bring so much more instead of an order for it. `wantedDay`: when that is needed. */
  raise: 9,
  /** A receipt of an item ordered lot for lot, of which so much is needed by nobody. */
  lower: 10,
} as const;

/** Whether the subject of an exception is a planned order. */
export function isAboutAnOrder(kind: number): boolean {
  return kind === EXCEPTION.pastDueStart || kind === EXCEPTION.noBom || kind === EXCEPTION.insideFence;
}

/** The rows of `item` are `first[item] .. end[item]`; items follow each other in the order in which they are planned. */
export interface RowsByItem {
  readonly count: number;
  readonly first: Uint32Array;
  readonly end: Uint32Array;
}

/** The plan: columns of equal length, in order of calculation. */
export interface Plan {
  readonly orders: RowsByItem & {
    readonly item: Uint32Array;
    /** What is started or ordered. */
    readonly quantity: Float64Array;
    /** What of it is expected to be good. */
    readonly output: Float64Array;
    /** Never before day 0. */
    readonly startDay: Int32Array;
    readonly dueDay: Int32Array;
    /** When it should have started: negative when past due, else the start day. */
    readonly wantedStartDay: Int32Array;
    readonly group: Int32Array;
  };
  readonly pegs: RowsByItem & {
    readonly supply: Int32Array;
    readonly demand: Int32Array;
    readonly quantity: Float64Array;
    /** When the demand needs it. */
    readonly day: Int32Array;
  };
  readonly exceptions: {
    readonly count: number;
    readonly kind: Uint8Array;
    readonly item: Uint32Array;
    /** A planned order (past due, no bill of material) or a receipt index (expedite, delay, cancel, overdue), else -1. */
    readonly subject: Int32Array;
    readonly group: Int32Array;
    readonly quantity: Float64Array;
    readonly day: Int32Array;
    readonly wantedDay: Int32Array;
  };
  /** Items of bills of material that contain themselves, parent to component, the first repeated at the end; they are not planned. */
  readonly cycles: readonly number[][];
}
