import { addDays, type Decimal, daysBetween, type PlainDate, type Refusal } from "../shared/index.ts";
import { findPrice } from "./price.ts";
import type { AgreementTerms } from "./terms.ts";

/** An ordered line as both sides see it. */
export interface OrderedLine {
  readonly itemKey: string;
  /** In the shared unit. */
  readonly quantity: Decimal;
  /** Price the buyer put on the order. */
  readonly unitPriceYen: Decimal;
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
  | "LEAD_TIME_SHORT";

export type StandingDecision =
  | { readonly decision: "confirmed"; readonly promisedOn: PlainDate }
  | { readonly decision: "needs_person"; readonly reasons: readonly Refusal<StandingReason>[] };

/**
 * Whether an ordered line is confirmed at once by what both signed, or a person at the seller must look.
 *
 * Reasons hold only facts both sides share (item, agreed price, quantity, date). Private ones, such as stock, load or a credit
 * limit, are no part of this decision and never reach the other side.
 */
export function decideStandingConfirmation(
  terms: Pick<AgreementTerms, "items" | "standing">,
  line: OrderedLine,
  today: PlainDate,
): StandingDecision {
  const { standing } = terms;
  if (!standing) return { decision: "needs_person", reasons: [{ code: "NO_STANDING_RULE" }] };
  const reasons: Refusal<StandingReason>[] = [];
  const price = findPrice(terms, line.itemKey, line.quantity, today);
  if (!price.ok) {
    reasons.push(...price.refusals);
  } else {
    const { unitPriceYen, isProvisional } = price.value;
    if (!unitPriceYen.equals(line.unitPriceYen)) {
      const values = { agreed: unitPriceYen.toFixed(), ordered: line.unitPriceYen.toFixed() };
      reasons.push({ code: "PRICE_NOT_AS_AGREED", values, field: "unitPriceYen" });
    }
    if (isProvisional && !standing.allowsProvisionalPrice) {
      reasons.push({ code: "PRICE_PROVISIONAL", field: "unitPriceYen" });
    }
  }
  const item = terms.items.find((candidate) => candidate.itemKey === line.itemKey);
  const most = item?.standingMaxQuantity ?? standing.maxQuantity;
  if (line.quantity.greaterThan(most)) {
    const values = { quantity: line.quantity.toFixed(), most: most.toFixed() };
    reasons.push({ code: "QUANTITY_ABOVE_STANDING", values, field: "quantity" });
  }
  const leastDays = Math.max(standing.minLeadTimeDays, item?.leadTimeDays ?? 0);
  if (daysBetween(today, line.wantedOn) < leastDays) {
    const values = { wanted: line.wantedOn, earliest: addDays(today, leastDays) };
    reasons.push({ code: "LEAD_TIME_SHORT", values, field: "wantedOn" });
  }
  return reasons.length > 0
    ? { decision: "needs_person", reasons }
    : { decision: "confirmed", promisedOn: line.wantedOn };
}
