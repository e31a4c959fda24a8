import {
  type AmountEvent,
  type Outcome,
  ok,
  type PaymentReceived,
  type PaymentSent,
  refuse,
  salesTaxCode,
  taxInsideGrossYen,
} from "../../shared/index.ts";
import type { AccountRole } from "../account.ts";
import type { JournalLineDraft } from "../journal.ts";
import type { PostingRefusal } from "./events.ts";
import { credit, debit } from "./lines.ts";

/**
 * Payment sent. The bank's fee is the payer's expense with its input tax (banks are registered, 10 %).
 *
 * When the payer takes the fee off, it pays the bank on the receiver's behalf: the payable is settled in full and no expense arises.
 * Under the act that is a reduction of the price and refused, even if agreed.
 */
export function postPaymentSent(event: PaymentSent): Outcome<JournalLineDraft[], PostingRefusal> {
  if (event.feeTakenOffYen > 0n && event.subcontractAct === "applies") {
    return refuse("FEE_DEDUCTION_UNLAWFUL", { fee: event.feeTakenOffYen.toString() }, "feeTakenOffYen");
  }
  // A payment taken back is told with every amount turned round, so sizes are compared.
  const sizeYen = (yen: bigint) => (yen < 0n ? -yen : yen);
  if (sizeYen(event.feeTakenOffYen) > sizeYen(event.payableYen))
    return refuse("PAYMENT_DOES_NOT_ADD_UP", undefined, "feeTakenOffYen");
  const deducts = event.deductsInputTax ?? true;
  const feeTaxYen = deducts ? taxInsideGrossYen(event.feeYen, "taxable_10", "down") : 0n;
  const taxCode = deducts ? "p_taxable_10" : "p_out_of_scope";
  return ok([
    debit("payable", event.payableYen, { partnerId: event.partnerId }),
    debit("paymentFees", event.feeYen - feeTaxYen, { taxCode }),
    debit("taxPaid", feeTaxYen, { taxCode }),
    credit(event.fundRole, event.payableYen + event.feeYen),
  ]);
}

/**
 * Payment received and matched. A fee the payer took off is an allowance on the sale with its tax (売上値引; no return invoice below
 * 10,000 yen). Under the act it is refused: the rest stays receivable.
 */
export function postPaymentReceived(event: PaymentReceived): Outcome<JournalLineDraft[], PostingRefusal> {
  const { bankYen, receivableYen, feeTakenOffYen, unappliedYen, partnerId } = event;
  if (bankYen !== receivableYen - feeTakenOffYen + unappliedYen) {
    return refuse("PAYMENT_DOES_NOT_ADD_UP", { received: bankYen.toString() }, "bankYen");
  }
  if (feeTakenOffYen > 0n && event.subcontractAct === "applies") {
    return refuse("FEE_DEDUCTION_UNLAWFUL", { fee: feeTakenOffYen.toString() }, "feeTakenOffYen");
  }
  const taxCode = salesTaxCode(event.taxCategory, event.sellerTaxStatus);
  const taxYen = event.sellerTaxStatus === "exempt" ? 0n : taxInsideGrossYen(feeTakenOffYen, event.taxCategory, "down");
  return ok([
    debit(event.fundRole, bankYen),
    debit("salesAllowances", feeTakenOffYen - taxYen, { taxCode, partnerId }),
    debit("taxReceived", taxYen, { taxCode }),
    credit("receivable", receivableYen, { partnerId }),
    credit("suspenseReceived", unappliedYen, { partnerId }),
  ]);
}

const PAIRS: Readonly<Record<AmountEvent["kind"], readonly [debit: AccountRole, credit: AccountRole]>> = {
  unapplied_receipt_matched: ["suspenseReceived", "receivable"],
  advance_received: ["bank", "advanceReceived"],
  advance_received_applied: ["advanceReceived", "receivable"],
  advance_paid: ["advancePaid", "bank"],
  advance_paid_applied: ["payable", "advancePaid"],
  electronic_claim_recorded: ["electronicClaims", "receivable"],
  electronic_obligation_recorded: ["payable", "electronicObligations"],
  electronic_claim_matured: ["bank", "electronicClaims"],
  electronic_obligation_matured: ["electronicObligations", "bank"],
  balances_offset: ["payable", "receivable"],
};

/** Advances, electronically recorded claims (電子記録債権) and offsets: one amount from one account to another. */
export function postAmount({ kind, amountYen, partnerId, fundRole = "bank" }: AmountEvent): JournalLineDraft[] {
  const [debited, credited] = PAIRS[kind];
  return [
    debited === "bank" ? debit(fundRole, amountYen) : debit(debited, amountYen, { partnerId }),
    credited === "bank" ? credit(fundRole, amountYen) : credit(credited, amountYen, { partnerId }),
  ];
}
