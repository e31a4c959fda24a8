import { type InvoiceIssuedBought, type InvoiceIssuedSold, purchaseTaxCode, salesTaxCode } from "../../shared/index.ts";
import type { JournalLineDraft } from "../journal.ts";
import { credit, signed } from "./lines.ts";

/** The invoice rounds once per rate: the seller posts what that differs from the tax posted so far. A seller that shows no tax posts nothing. */
export function postInvoiceIssuedSold(event: InvoiceIssuedSold): JournalLineDraft[] {
  if (event.sellerTaxStatus !== "registered") return [];
  return event.differences.flatMap(({ taxCategory, differenceYen }) => [
    signed("receivable", differenceYen, { partnerId: event.partnerId }),
    credit("taxReceived", differenceYen, { taxCode: salesTaxCode(taxCategory, event.sellerTaxStatus) }),
  ]);
}

/** The buyer's mirror of it. A buyer that deducts no tax has the difference as cost. */
export function postInvoiceIssuedBought(event: InvoiceIssuedBought): JournalLineDraft[] {
  if (event.sellerTaxStatus !== "registered") return [];
  const deducts = event.deductsInputTax ?? true;
  return event.differences.flatMap(({ taxCategory, differenceYen }) => [
    deducts
      ? signed("taxPaid", differenceYen, { taxCode: purchaseTaxCode(taxCategory, event.sellerTaxStatus) })
      : signed("priceVariance", differenceYen, { taxCode: "p_out_of_scope" }),
    credit("payable", differenceYen, { partnerId: event.partnerId }),
  ]);
}
