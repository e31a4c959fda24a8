import { addDays, type Decimal, daysBetween, type PlainDate, type Refusal } from "../shared/index.ts";
import { findPrice } from "./price.ts";
import type { AgreementItem, StandingConfirmation } from "./terms.ts";

/** An ordered line as both sides see it. */
export interface OrderedLine {
  readonly code: string;
  /** In the shared unit. */
  readonly quantity: Decimal;
  /** Price the buyer put on the order. */
  readonly unitPrice: Decimal;
  readonly wantedOn: PlainDate;
}

export type StandingReason =
  | "NO_STANDING_RULE"
  | "ITEM_NOT_IN_AGREEMENT"
  | "PRICE_NOT_IN_FORCE"
  | "PRICE_BREAK_NOT_REACHED"
  | "PRICE_NOT_AS_AGREED"
  | "PRICE_PROVISIONAL"
  | "QUANTITY_ABOVE_STANDING"
  | "QUANTITY_BELOW_MINIMUM"
  | "LEAD_TIME_SHORT";

export type StandingDecision =
  | { readonly decision: "confirmed"; readonly promisedOn: PlainDate }
  | { readonly decision: "needs_person"; readonly reasons: readonly Refusal<StandingReason>[] };

/** What the decision needs of an agreed item. */
export type StandingItem = Pick<
  AgreementItem,
  "code" | "prices" | "leadTimeDays" | "standingQuantity" | "minimumQuantity"
>;

/**
 * Whether an ordered line is confirmed at once by what both signed, or a person at the seller must look.
 *
 * Reasons hold only facts both sides share (item, agreed price, quantity, date). Private ones, such as stock, load or a credit
 * limit, are no part of this decision and never reach the other side.
 */
export function decideStandingConfirmation(
  terms: {
    readonly items: readonly StandingItem[];
    /** Limits of the agreement; null when only items have limits of their own. */
    readonly standing: StandingConfirmation | null;
  },
  line: OrderedLine,
  today: PlainDate,
): StandingDecision {
  const { standing } = terms;
  const item = terms.items.find((candidate) => candidate.code === line.code);
  const most = item?.standingQuantity ?? standing?.maxQuantity ?? null;
  if (most === null) return { decision: "needs_person", reasons: [{ code: "NO_STANDING_RULE" }] };
  const reasons: Refusal<StandingReason>[] = [];
  const price = findPrice(terms, line.code, line.quantity, today);
  if (!price.ok) {
    reasons.push(...price.refusals);
  } else {
    const { unitPrice, isProvisional } = price.value;
    if (!unitPrice.equals(line.unitPrice)) {
      const values = { agreed: unitPrice.toFixed(), ordered: line.unitPrice.toFixed() };
      reasons.push({ code: "PRICE_NOT_AS_AGREED", values, field: "unitPrice" });
    }
    if (isProvisional && !standing?.allowsProvisionalPrice) {
      reasons.push({ code: "PRICE_PROVISIONAL", field: "unitPrice" });
    }
  }
  if (line.quantity.greaterThan(most)) {
    const values = { quantity: line.quantity.toFixed(), most: most.toFixed() };
    reasons.push({ code: "QUANTITY_ABOVE_STANDING", values, field: "quantity" });
  }
  if (item?.minimumQuantity && line.quantity.lessThan(item.minimumQuantity)) {
    const values = { quantity: line.quantity.toFixed(), least: item.minimumQuantity.toFixed() };
    reasons.push({ code: "QUANTITY_BELOW_MINIMUM", values, field: "quantity" });
  }
  const leastDays = Math.max(standing?.minLeadTimeDays ?? 0, item?.leadTimeDays ?? 0);
  if (daysBetween(today, line.wantedOn) < leastDays) {
    const values = { wanted: line.wantedOn, earliest: addDays(today, leastDays) };
    reasons.push({ code: "LEAD_TIME_SHORT", values, field: "wantedOn" });
  }
  return reasons.length > 0
    ? { decision: "needs_person", reasons }
    : { decision: "confirmed", promisedOn: line.wantedOn };
}
