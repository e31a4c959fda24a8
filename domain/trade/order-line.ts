import {
  type Decimal,
  daysBetween,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  type Rounding,
  refuseAll,
  roundYen,
  type TaxCategory,
} from "../shared/index.ts";

/** What both sides agreed on for one item, as far as an order line needs it. */
export interface LineTerms {
  readonly lineNumber: number;
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly taxCategory: TaxCategory;
  readonly sellerItemId: string | null;
  readonly sellerFactor: Decimal;
  readonly buyerItemId: string | null;
  readonly buyerFactor: Decimal;
  readonly leadTimeDays: number;
  readonly standingQuantity: Decimal | null;
  readonly minimumQuantity: Decimal | null;
  readonly prices: readonly {
    readonly fromQuantity: Decimal;
    readonly validFrom: PlainDate;
    readonly validTo: PlainDate | null;
    readonly unitPrice: Decimal;
    readonly isProvisional: boolean;
  }[];
}

export interface WantedLine {
  readonly lineNumber: number;
  readonly quantity: Decimal;
  /** In the trade's unit; absent: the agreed price. */
  readonly unitPrice?: Decimal;
  readonly wantedOn: PlainDate;
}

export interface OrderLine {
  readonly unitPrice: Decimal;
  readonly isProvisional: boolean;
  readonly amountYen: bigint;
  /** True when a standing rule of the agreement confirms the line with no person. */
  readonly isStanding: boolean;
  /** Why a person at the seller must look; shared facts only. */
  readonly reasons: readonly Refusal<OrderLineReason>[];
}

export type OrderLineReason =
  | "PRICE_NOT_AS_AGREED"
  | "ABOVE_STANDING_QUANTITY"
  | "LEAD_TIME_SHORT"
  | "PRICE_PROVISIONAL";
export type OrderLineRefusal = "ITEM_NOT_MAPPED" | "NO_PRICE" | "BELOW_MINIMUM" | "DATE_BEFORE_ORDER";

/** The price both agreed on for this quantity on this day: the latest list in force, its highest break reached. */
export function agreedPrice(
  terms: LineTerms,
  quantity: Decimal,
  on: PlainDate,
): { readonly unitPrice: Decimal; readonly isProvisional: boolean } | undefined {
  const reached = terms.prices.filter(
    (price) =>
      price.validFrom <= on &&
      (price.validTo === null || on <= price.validTo) &&
      price.fromQuantity.lessThanOrEqualTo(quantity),
  );
  return reached.sort((a, b) => b.fromQuantity.comparedTo(a.fromQuantity) || (a.validFrom < b.validFrom ? 1 : -1))[0];
}

/**
 * Prices an ordered line by the agreement and says whether its standing rule confirms it.
 *
 * Source: docs/rules/agreements.md, "Standing confirmation". The database asks the same question (guard.is_standing), so that a
 * buyer's program cannot confirm for the seller; a test compares both.
 */
export function priceOrderLine(
  terms: LineTerms,
  wanted: WantedLine,
  order: { readonly orderedOn: PlainDate; readonly amountRounding: Rounding },
): Outcome<OrderLine, OrderLineRefusal> {
  const at = (name: string) => `lines.${wanted.lineNumber - 1}.${name}`;
  const refusals: Refusal<OrderLineRefusal>[] = [];
  if (!terms.sellerItemId || !terms.buyerItemId)
    refusals.push({ code: "ITEM_NOT_MAPPED", values: { item: terms.code }, field: at("item") });
  const agreed = agreedPrice(terms, wanted.quantity, order.orderedOn);
  const unitPrice = wanted.unitPrice ?? agreed?.unitPrice;
  if (!unitPrice) refusals.push({ code: "NO_PRICE", values: { item: terms.code }, field: at("unitPrice") });
  if (terms.minimumQuantity?.greaterThan(wanted.quantity))
    refusals.push({
      code: "BELOW_MINIMUM",
      values: { minimum: terms.minimumQuantity.toFixed() },
      field: at("quantity"),
    });
  if (wanted.wantedOn < order.orderedOn)
    refusals.push({ code: "DATE_BEFORE_ORDER", values: { date: wanted.wantedOn }, field: at("wantedOn") });
  const refused = refuseAll(refusals);
  if (refused) return refused;
  const reasons: Refusal<OrderLineReason>[] = [];
  if (!agreed?.unitPrice.equals(unitPrice!)) reasons.push({ code: "PRICE_NOT_AS_AGREED", field: at("unitPrice") });
  if (agreed?.isProvisional) reasons.push({ code: "PRICE_PROVISIONAL", field: at("unitPrice") });
  if (!terms.standingQuantity || wanted.quantity.greaterThan(terms.standingQuantity))
    reasons.push({
      code: "ABOVE_STANDING_QUANTITY",
      values: { most: terms.standingQuantity?.toFixed() ?? "0" },
      field: at("quantity"),
    });
  if (daysBetween(order.orderedOn, wanted.wantedOn) < terms.leadTimeDays)
    reasons.push({ code: "LEAD_TIME_SHORT", values: { days: terms.leadTimeDays }, field: at("wantedOn") });
  return ok({
    unitPrice: unitPrice!,
    isProvisional: agreed?.unitPrice.equals(unitPrice!) === true && agreed.isProvisional,
    amountYen: roundYen(unitPrice!.times(wanted.quantity), order.amountRounding),
    isStanding: reasons.every((reason) => reason.code === "PRICE_PROVISIONAL"),
    reasons,
  });
}
