import {
  decideStandingConfirmation,
  type FoundPrice,
  findPrice,
  lineAmountYen,
  type PriceBreak,
  type PriceRefusal,
  type StandingConfirmation,
  type StandingReason,
} from "../agreements/index.ts";
import {
  Decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  type Rounding,
  refuseAll,
  type TaxCategory,
} from "../shared/index.ts";

const ZERO = new Decimal(0);

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
  readonly prices: readonly PriceBreak[];
}

export interface WantedLine {
  readonly lineNumber: number;
  /** In the trade's unit. */
  readonly quantity: Decimal;
  /** Absent: the agreed price. */
  readonly unitPrice?: Decimal;
  readonly wantedOn: PlainDate;
}

/** Why a line has its price: the agreed break, the own item master, or a person who typed it. */
export type PriceReason =
  | ({ readonly source: "agreement" } & FoundPrice["reason"])
  | { readonly source: "master" | "typed" | "open" };

export interface OrderLine {
  readonly unitPrice: Decimal;
  readonly isProvisional: boolean;
  readonly amountYen: bigint;
  readonly priceReason: PriceReason;
  /** True when a standing rule of the agreement confirms the line with no person. */
  readonly isStanding: boolean;
  /** Why a person at the seller must look; shared facts only. */
  readonly reasons: readonly Refusal<StandingReason>[];
}

export type OrderLineRefusal = "ITEM_NOT_MAPPED" | PriceRefusal | "QUANTITY_BELOW_MINIMUM" | "DATE_BEFORE_ORDER";

/** The price both agreed on for this quantity on this day, with its reason. */
export function agreedPrice(
  terms: Pick<LineTerms, "code" | "prices">,
  quantity: Decimal,
  on: PlainDate,
): Outcome<FoundPrice, PriceRefusal> {
  return findPrice({ items: [terms] }, terms.code, quantity, on);
}

/**
 * Prices an ordered line by the agreement and says whether its standing rule confirms it.
 *
 * Source: docs/rules/agreements.md, "Prices" and "Standing confirmation". The database asks the same question (guard.is_standing),
 * so that a buyer's program cannot confirm for the seller.
 *
 * @param order `isEnquiry`: a line without an agreed price is asked for, not refused
 */
export function priceOrderLine(
  terms: LineTerms,
  wanted: WantedLine,
  order: {
    readonly orderedOn: PlainDate;
    readonly amountRounding: Rounding;
    readonly isEnquiry?: boolean;
    /** Limits of the agreement for items without one of their own. */
    readonly standing?: StandingConfirmation | null;
  },
): Outcome<OrderLine, OrderLineRefusal> {
  const at = (name: string) => `lines.${wanted.lineNumber - 1}.${name}`;
  const refusals: Refusal<OrderLineRefusal>[] = [];
  if (!terms.sellerItemId || !terms.buyerItemId)
    refusals.push({ code: "ITEM_NOT_MAPPED", values: { item: terms.code }, field: at("item") });
  const agreed = agreedPrice(terms, wanted.quantity, order.orderedOn);
  const unitPrice = wanted.unitPrice ?? (agreed.ok ? agreed.value.unitPrice : order.isEnquiry ? ZERO : undefined);
  if (!unitPrice && !agreed.ok)
    refusals.push(
      ...agreed.refusals.map((refusal) => ({
        ...refusal,
        field: at(refusal.field === "quantity" ? "quantity" : "unitPrice"),
      })),
    );
  if (terms.minimumQuantity?.greaterThan(wanted.quantity) && !order.isEnquiry)
    refusals.push({
      code: "QUANTITY_BELOW_MINIMUM",
      values: { quantity: wanted.quantity.toFixed(), least: terms.minimumQuantity.toFixed() },
      field: at("quantity"),
    });
  if (wanted.wantedOn < order.orderedOn)
    refusals.push({ code: "DATE_BEFORE_ORDER", values: { date: wanted.wantedOn }, field: at("wantedOn") });
  const refused = refuseAll(refusals);
  if (refused) return refused;
  const standing = decideStandingConfirmation(
    { items: [terms], standing: order.standing ?? null },
    { code: terms.code, quantity: wanted.quantity, unitPrice: unitPrice!, wantedOn: wanted.wantedOn },
    order.orderedOn,
  );
  const isAgreed = agreed.ok && agreed.value.unitPrice.equals(unitPrice!);
  return ok({
    unitPrice: unitPrice!,
    isProvisional: isAgreed && agreed.value.isProvisional,
    amountYen: lineAmountYen(unitPrice!, wanted.quantity, order.amountRounding),
    priceReason: isAgreed
      ? { source: "agreement", ...agreed.value.reason }
      : { source: wanted.unitPrice ? "typed" : "open" },
    isStanding: !order.isEnquiry && standing.decision === "confirmed",
    reasons:
      order.isEnquiry || standing.decision === "confirmed"
        ? []
        : standing.reasons.map((reason) => ({ ...reason, field: at(reason.field ?? "item") })),
  });
}
