import type { PlainDate, Refusal } from "../shared/index.ts";
import type { IsBankHoliday } from "./closing.ts";
import { type ActApplicability, checkPaymentKind, firstUnlawfulReceipt, type SixtyDayMode } from "./subcontract-act.ts";
import type { AgreementItem, AgreementTerms } from "./terms.ts";

export type TermsCode =
  | "DUE_BEFORE_CLOSING"
  | "CLOSING_MUST_COUNT_RECEIPT"
  | "PAYMENT_AFTER_SIXTY_DAYS"
  | "PROMISSORY_NOTE_FORBIDDEN"
  | "PAYMENT_KIND_MISSING"
  | "ACKNOWLEDGE_DAYS_MISSING"
  | "ITEM_CODE_TWICE"
  | "PRICE_BREAK_TWICE"
  | "PRICE_DATES_REVERSED"
  | "STANDING_WITHOUT_PRICES";

export interface TermsFinding extends Refusal<TermsCode> {
  /** `error`: cannot be signed; `warning`: to be looked at, the law may forbid it. */
  readonly severity: "error" | "warning";
}

export interface TermsContext {
  readonly applicability: ActApplicability;
  readonly sixtyDayMode: SixtyDayMode;
  readonly validFrom: PlainDate;
  /** Japan's banks when absent. */
  readonly isBankHoliday?: IsBankHoliday;
}

/**
 * Looks terms over before they are proposed or signed: what contradicts itself and what the act on subcontract payments forbids.
 * Where it is not known whether the act applies, its findings are warnings.
 */
export function checkTerms(terms: AgreementTerms, context: TermsContext): TermsFinding[] {
  return [
    ...checkPayment(terms, context),
    ...checkInvoicing(terms),
    ...checkItems(terms.items),
    ...checkStanding(terms),
  ];
}

function checkPayment(terms: AgreementTerms, context: TermsContext): TermsFinding[] {
  const { payment, paymentKinds } = terms;
  const findings: TermsFinding[] = [];
  if (paymentKinds.length === 0)
    findings.push({ severity: "error", code: "PAYMENT_KIND_MISSING", field: "paymentKinds" });
  if (payment.paymentMonthOffset === 0 && payment.paymentDay < payment.closingDay) {
    findings.push({ severity: "error", code: "DUE_BEFORE_CLOSING", field: "payment.paymentDay" });
    return findings;
  }
  if (context.applicability === "does_not_apply") return findings;
  const severity = context.applicability === "applies" ? "error" : "warning";
  if (payment.closingCountsBy !== "receipt") {
    findings.push({ severity, code: "CLOSING_MUST_COUNT_RECEIPT", field: "payment.closingCountsBy" });
  }
  const late = firstUnlawfulReceipt(payment, context.sixtyDayMode, context.validFrom, context.isBankHoliday);
  if (late) {
    const { receivedOn, dueOn, lastLawfulOn } = late;
    // 60 days counted strictly are only a warning: a monthly closing counts as two months in practice.
    findings.push({
      severity: context.sixtyDayMode === "strict" ? "warning" : severity,
      code: "PAYMENT_AFTER_SIXTY_DAYS",
      values: { received: receivedOn, due: dueOn, last: lastLawfulOn },
      field: "payment",
    });
  }
  for (const kind of paymentKinds) {
    const finding = checkPaymentKind(kind, context.validFrom, context.validFrom, null);
    if (finding === "PROMISSORY_NOTE_FORBIDDEN") findings.push({ severity, code: finding, field: "paymentKinds" });
  }
  return findings;
}

function checkInvoicing(terms: AgreementTerms): TermsFinding[] {
  const isMissing = terms.invoiceIssuer === "buyer" && terms.acknowledgedAfterDays === null;
  return isMissing ? [{ severity: "warning", code: "ACKNOWLEDGE_DAYS_MISSING", field: "acknowledgedAfterDays" }] : [];
}

function checkItems(items: readonly AgreementItem[]): TermsFinding[] {
  const findings: TermsFinding[] = [];
  const seen = { buyerCode: new Set<string>(), sellerCode: new Set<string>() };
  items.forEach((item, index) => {
    for (const side of ["buyerCode", "sellerCode"] as const) {
      const code = item[side];
      if (code !== "" && seen[side].has(code)) {
        findings.push({
          severity: "error",
          code: "ITEM_CODE_TWICE",
          values: { item: code },
          field: `items.${index}.${side}`,
        });
      }
      seen[side].add(code);
    }
    const breaks = new Set<string>();
    item.prices.forEach((price, row) => {
      const field = `items.${index}.prices.${row}`;
      const key = `${price.validFrom} ${price.fromQuantity.toFixed()}`;
      if (breaks.has(key))
        findings.push({ severity: "error", code: "PRICE_BREAK_TWICE", values: { item: item.buyerCode }, field });
      breaks.add(key);
      if (price.validTo !== null && price.validTo < price.validFrom) {
        findings.push({ severity: "error", code: "PRICE_DATES_REVERSED", values: { item: item.buyerCode }, field });
      }
    });
  });
  return findings;
}

function checkStanding(terms: AgreementTerms): TermsFinding[] {
  const noPrices = terms.standing !== null && !terms.items.some((item) => item.prices.length > 0);
  return noPrices ? [{ severity: "warning", code: "STANDING_WITHOUT_PRICES", field: "standing" }] : [];
}
