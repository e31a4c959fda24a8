import { checkRegistrationNumber } from "../companies/index.ts";
import {
  type PlainDate,
  type Refusal,
  type Rounding,
  type TaxCategory,
  type TaxTotal,
  taxOfDocument,
} from "../shared/index.ts";

export interface InvoiceContent {
  /** Who wrote it: the seller, or the buyer as 仕入明細書. */
  readonly issuedBy: "seller" | "buyer";
  readonly issuerName: string;
  readonly recipientName: string;
  /** Always the seller's number, also on a buyer's statement. */
  readonly sellerRegistrationNumber: string;
  /** A day, or the first and last day of the closed period. */
  readonly suppliedFrom: PlainDate | null;
  readonly suppliedTo: PlainDate | null;
  readonly lines: readonly {
    readonly description: string;
    readonly taxCategory: TaxCategory;
    readonly amountYen: bigint;
    readonly markedReduced: boolean;
  }[];
  readonly totals: readonly TaxTotal[];
  readonly taxRounding: Rounding;
  /** Only for a buyer's statement: seen by the supplier, or deemed so after the agreed days. */
  readonly acknowledged: boolean;
}

export type InvoiceContentCode =
  | "INVOICE_ISSUER_MISSING"
  | "INVOICE_RECIPIENT_MISSING"
  | "REGISTRATION_NUMBER_FORMAT"
  | "REGISTRATION_NUMBER_CHECK_DIGIT"
  | "INVOICE_DATE_MISSING"
  | "INVOICE_LINES_MISSING"
  | "INVOICE_DESCRIPTION_MISSING"
  | "INVOICE_REDUCED_MARK_MISSING"
  | "INVOICE_TAX_NOT_ONCE_PER_RATE"
  | "INVOICE_NOT_ACKNOWLEDGED";

/**
 * Checks what a qualified invoice (適格請求書) or a buyer's statement (仕入明細書) must say.
 *
 * Source: 消費税法57条の4第1項; 施行令70条の10 (tax once per rate); docs/rules/accounting.md, "Qualified invoice".
 *
 * @returns errors that keep it from being a qualified invoice, and warnings to look at
 */
export function checkQualifiedInvoice(invoice: InvoiceContent): {
  readonly errors: readonly Refusal<InvoiceContentCode>[];
  readonly warnings: readonly Refusal<InvoiceContentCode>[];
} {
  const errors: Refusal<InvoiceContentCode>[] = [];
  const warnings: Refusal<InvoiceContentCode>[] = [];
  if (invoice.issuerName.trim() === "") errors.push({ code: "INVOICE_ISSUER_MISSING", field: "issuerName" });
  if (invoice.recipientName.trim() === "") errors.push({ code: "INVOICE_RECIPIENT_MISSING", field: "recipientName" });
  const number = checkRegistrationNumber(invoice.sellerRegistrationNumber);
  if (number.severity !== "ok") {
    const list = number.severity === "error" ? errors : warnings;
    list.push({ code: number.code, field: "sellerRegistrationNumber" });
  }
  if (invoice.suppliedFrom === null || invoice.suppliedTo === null) {
    errors.push({ code: "INVOICE_DATE_MISSING", field: "suppliedFrom" });
  }
  if (invoice.lines.length === 0) errors.push({ code: "INVOICE_LINES_MISSING", field: "lines" });
  invoice.lines.forEach((line, index) => {
    if (line.description.trim() === "") {
      errors.push({
        code: "INVOICE_DESCRIPTION_MISSING",
        values: { line: index + 1 },
        field: `lines.${index}.description`,
      });
    }
    if (line.taxCategory === "reduced_8" && !line.markedReduced) {
      errors.push({ code: "INVOICE_REDUCED_MARK_MISSING", values: { line: index + 1 }, field: `lines.${index}` });
    }
  });
  if (!sameTotals(invoice.totals, taxOfDocument(invoice.lines, invoice.taxRounding))) {
    errors.push({ code: "INVOICE_TAX_NOT_ONCE_PER_RATE", field: "totals" });
  }
  if (invoice.issuedBy === "buyer" && !invoice.acknowledged) {
    errors.push({ code: "INVOICE_NOT_ACKNOWLEDGED", field: "acknowledged" });
  }
  return { errors, warnings };
}

function sameTotals(shown: readonly TaxTotal[], expected: readonly TaxTotal[]): boolean {
  return (
    shown.length === expected.length &&
    expected.every((total) =>
      shown.some(
        (other) =>
          other.taxCategory === total.taxCategory && other.netYen === total.netYen && other.taxYen === total.taxYen,
      ),
    )
  );
}
