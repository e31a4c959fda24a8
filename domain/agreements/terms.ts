import { addDays, type Decimal, type PlainDate, type Rounding, type TaxCategory } from "../shared/index.ts";

/** 1 to 31. A day the month does not have is its last, so 31 is the end of every month (末). */
export type DayOfMonth = number;

export const HOLIDAY_SHIFTS = ["previous", "next", "none"] as const;
/** Payment day on a bank holiday: 前営業日, 翌営業日, or as it falls. */
export type HolidayShift = (typeof HOLIDAY_SHIFTS)[number];

/** 締め日・支払月・支払日. */
export interface PaymentTerms {
  readonly closingDay: DayOfMonth;
  /** Months after the closing month: 0 当月, 1 翌月, 2 翌々月. */
  readonly paymentMonthOffset: number;
  readonly paymentDay: DayOfMonth;
  readonly holidayShift: HolidayShift;
  /** Both sides agreed in writing that a bank holiday may shift the payment by up to two days (取適法 practice). */
  readonly holidayShiftAgreedInWriting: boolean;
  /** Which day of a delivery counts for the closing. Under the act it is the receipt. */
  readonly closingCountsBy: "receipt" | "acceptance";
}

export const PAYMENT_KINDS = ["transfer", "cash", "claim", "promissory_note", "offset"] as const;
/** 振込, 現金, 電子記録債権, 手形, 相殺. */
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

export const BOOKING_MOMENTS = ["shipment", "receipt", "acceptance"] as const;
/** When title passes and both sides book. */
export type BookingMoment = (typeof BOOKING_MOMENTS)[number];

export const INSPECTION_RULES = ["none", "sampling", "full"] as const;
export type InspectionRule = (typeof INSPECTION_RULES)[number];

export const MILESTONES = [
  "confirmed",
  "material_ready",
  "started",
  "share_done",
  "finished",
  "shipped",
  "received",
  "accepted",
] as const;
/** What the other side and the neighbours in a chain may see: a date, a state, a share done; never price or cost. */
export type Milestone = (typeof MILESTONES)[number];

/** A price from a quantity on, in force from a day on. All breaks of one `validFrom` form the price list of that day. */
export interface PriceBreak {
  readonly validFrom: PlainDate;
  /** Last day; null: until a later list. */
  readonly validTo: PlainDate | null;
  /** In the shared unit, >= 0. */
  readonly fromQuantity: Decimal;
  /** Yen per shared unit, without tax for a registered seller. */
  readonly unitPrice: Decimal;
  /** 仮単価: to be settled later. */
  readonly isProvisional: boolean;
}

/** How both sides name one item (品目読み替え), in which unit they trade it, and at which prices. */
export interface AgreementItem {
  /** Name of the item in this agreement. */
  readonly code: string;
  readonly buyerCode: string;
  readonly sellerCode: string;
  readonly nameJa: string;
  readonly nameEn: string;
  /** The unit of trade lines, prices and quantities of this agreement. */
  readonly unit: string;
  /** Units of the buyer's / the seller's own item in one shared unit, > 0. */
  readonly buyerFactor: Decimal;
  readonly sellerFactor: Decimal;
  /** Days from order to delivery both agreed on. */
  readonly leadTimeDays: number;
  readonly taxCategory: TaxCategory;
  /** Goods the seller delivers, or processing of goods the buyer owns. */
  readonly form: "goods" | "processing";
  readonly prices: readonly PriceBreak[];
  /** Own limit for standing confirmation; null: the agreement's. */
  readonly standingQuantity: Decimal | null;
  /** Least quantity of an order; null: any. */
  readonly minimumQuantity: Decimal | null;
}

/** Orders within these limits are confirmed with no person at the seller. */
export interface StandingConfirmation {
  /** Largest quantity of one line, in the shared unit; null: only items with a limit of their own. */
  readonly maxQuantity: Decimal | null;
  /** Days from the order to the wanted date, at least; the item's lead time counts when it is longer. */
  readonly minLeadTimeDays: number;
  /** Whether an order at a provisional price may be confirmed so. */
  readonly allowsProvisionalPrice: boolean;
}

/** Share of the ordered quantity, in per cent, that a delivery may be over or under and still complete the line. */
export interface Tolerance {
  readonly overPercent: Decimal;
  readonly underPercent: Decimal;
}

/** All that seller and buyer sign. Credit limits are private and not here. */
export interface AgreementTerms {
  readonly items: readonly AgreementItem[];
  readonly payment: PaymentTerms;
  readonly paymentKinds: readonly PaymentKind[];
  readonly deliveryTerms: string;
  readonly bookedAt: BookingMoment;
  /** Days after receipt when goods count as accepted; null: only by inspection. */
  readonly defaultAcceptanceDays: number | null;
  /** One scan is shipped, received and accepted (firms in one building). */
  readonly isOneStep: boolean;
  readonly tolerance: Tolerance;
  readonly inspection: InspectionRule;
  readonly invoiceIssuer: "seller" | "buyer";
  /** A buyer's statement (仕入明細書) counts as acknowledged after these days without objection. */
  readonly acknowledgedAfterDays: number | null;
  readonly invoicing: "by_closing" | "single";
  readonly taxRounding: Rounding;
  readonly amountRounding: Rounding;
  /** Material the buyer supplies: none, or free (無償支給). */
  readonly suppliedMaterial: "none" | "free";
  /** Who bears supplied material lost at the seller's place. */
  readonly lossBorneBy: "buyer" | "seller";
  readonly standing: StandingConfirmation | null;
  readonly milestonesShown: readonly Milestone[];
}

/** The agreed entry of an item by one side's own code. */
export function findAgreementItem(
  terms: Pick<AgreementTerms, "items">,
  side: "buyer" | "seller",
  code: string,
): AgreementItem | undefined {
  return terms.items.find((item) => (side === "buyer" ? item.buyerCode : item.sellerCode) === code);
}

/** A quantity of one side's own unit in the shared unit. Forty significant digits when the factor does not divide evenly. */
export function toSharedQuantity(
  item: Pick<AgreementItem, "buyerFactor" | "sellerFactor">,
  side: "buyer" | "seller",
  quantity: Decimal,
): Decimal {
  return quantity.dividedBy(side === "buyer" ? item.buyerFactor : item.sellerFactor);
}

/** A shared quantity in one side's own unit, exact. */
export function fromSharedQuantity(
  item: Pick<AgreementItem, "buyerFactor" | "sellerFactor">,
  side: "buyer" | "seller",
  quantity: Decimal,
): Decimal {
  return quantity.times(side === "buyer" ? item.buyerFactor : item.sellerFactor);
}

/** How a delivered quantity stands to the ordered one within the tolerance. */
export function judgeQuantity(
  tolerance: Tolerance,
  ordered: Decimal,
  delivered: Decimal,
): "short" | "complete" | "over" {
  const least = ordered.times(tolerance.underPercent.negated().plus(100)).dividedBy(100);
  const most = ordered.times(tolerance.overPercent.plus(100)).dividedBy(100);
  if (delivered.lessThan(least)) return "short";
  return delivered.greaterThan(most) ? "over" : "complete";
}

/** Day on which received goods count as accepted without an inspection report; null when only an inspection accepts. */
export function deemedAcceptedOn(
  terms: Pick<AgreementTerms, "defaultAcceptanceDays" | "inspection">,
  receivedOn: PlainDate,
): PlainDate | null {
  if (terms.defaultAcceptanceDays !== null) return addDays(receivedOn, terms.defaultAcceptanceDays);
  return terms.inspection === "none" ? receivedOn : null;
}
