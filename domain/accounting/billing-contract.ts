import { z } from "zod";
import {
  codeShape,
  idShape,
  listQueryShape,
  noteShape,
  pageShape,
  plainDateShape,
  priceShape,
  quantityShape,
  TAX_CATEGORIES,
  versionShape,
  yenShape,
} from "../shared/index.ts";
import { sideShape } from "./reports-contract.ts";

/** Invoices, statements of purchases, payments and receipts. */
export const INVOICE_STATES = ["issued", "acknowledged", "disputed", "settled"] as const;
export const invoiceRowShape = z.object({
  id: idShape,
  side: sideShape,
  number: z.string(),
  partnerId: idShape.nullable(),
  partnerName: z.string(),
  issuedOn: plainDateShape,
  dueOn: plainDateShape,
  netYen: yenShape,
  taxYen: yenShape,
  totalYen: yenShape,
  openYen: yenShape,
  carriedYen: yenShape.meta({ description: "taken over by opening items both sides agreed on" }),
  state: z.enum(INVOICE_STATES),
  isOwnIssue: z.boolean(),
  isOverdue: z.boolean(),
});
export const invoiceListQueryShape = listQueryShape.extend({
  side: sideShape,
  state: z.enum(INVOICE_STATES).optional(),
  open: z.stringbool().optional(),
  waiting: z.stringbool().optional().meta({ description: "written by the partner, and nothing said to it yet" }),
  overdue: z.stringbool().optional(),
  partnerId: idShape.optional(),
  issuedOnFrom: plainDateShape.optional(),
  issuedOnTo: plainDateShape.optional(),
  dueOnFrom: plainDateShape.optional(),
  dueOnTo: plainDateShape.optional(),
});
export const invoiceListShape = pageShape(invoiceRowShape);

const nameAndPlace = z.object({ name: z.string(), postalCode: z.string(), address: z.string(), phone: z.string() });
export const invoiceShape = invoiceRowShape
  .extend({
    issuedBy: z.enum(["seller", "buyer"]),
    registrationNumber: z.string().nullable(),
    periodFrom: plainDateShape.nullable(),
    periodTo: plainDateShape.nullable(),
    acknowledgedAfterDays: z
      .int()
      .nullable()
      .meta({ description: "of a buyer's statement: after so many days without a word it counts as acknowledged" }),
    note: z.string(),
    isShared: z.boolean().meta({ description: "the partner reads the same invoice" }),
    isOpening: z.boolean().meta({ description: "an open item from before the link, agreed by both; posts nothing" }),
    credits: z
      .object({ id: idShape, number: z.string(), issuedOn: plainDateShape })
      .nullable()
      .meta({ description: "the invoice a credit note lessens" }),
    creditedBy: z.array(z.object({ id: idShape, number: z.string(), issuedOn: plainDateShape, totalYen: yenShape })),
    seller: nameAndPlace,
    buyer: nameAndPlace,
    lines: z.array(
      z.object({
        lineNumber: z.int(),
        tradeId: idShape.nullable(),
        tradeNumber: z.string().nullable(),
        suppliedOn: plainDateShape,
        code: z.string(),
        description: z.string(),
        quantity: quantityShape,
        unit: z.string(),
        unitPrice: priceShape,
        amountYen: yenShape,
        taxCategory: z.enum(TAX_CATEGORIES),
      }),
    ),
    taxes: z.array(
      z.object({ taxCategory: z.enum(TAX_CATEGORIES), ratePercent: z.int(), netYen: yenShape, taxYen: yenShape }),
    ),
    answers: z.array(z.object({ kind: z.string(), reason: z.string(), answeredAt: z.string(), isMine: z.boolean() })),
    payments: z.array(
      z.object({
        id: idShape,
        number: z.string(),
        sentOn: plainDateShape,
        receivedOn: plainDateShape.nullable(),
        amountYen: yenShape,
        allowanceYen: yenShape,
      }),
    ),
    journal: z.array(z.object({ id: idShape, number: z.string(), kind: z.string(), postedOn: plainDateShape })),
    findings: z
      .array(
        z.object({
          severity: z.enum(["error", "warning"]),
          code: z.string(),
          values: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      )
      .meta({ description: "what a qualified invoice must say and this one does not" }),
    canAnswer: z.boolean(),
  })
  .meta({ id: "Invoice" });

export const invoiceRunQueryShape = z.object({
  side: sideShape,
  closingOn: plainDateShape,
  partnerId: idShape.optional(),
  single: z.stringbool().optional().meta({ description: "bill now what is open, not waiting for the closing day" }),
});
export const invoiceRunShape = z.object({
  rows: z.array(
    z.object({
      partnerId: idShape,
      partnerName: z.string(),
      isBeforeLink: z.boolean().meta({ description: "goods of orders from before the link: an invoice of one face" }),
      closesToday: z.boolean().meta({ description: "the partner's closing day is this day" }),
      periodFrom: plainDateShape,
      closingOn: plainDateShape,
      dueOn: plainDateShape,
      lineCount: z.int(),
      returnCount: z.int(),
      netYen: yenShape,
      taxYen: yenShape,
      totalYen: yenShape,
      taxDifferenceYen: yenShape.meta({ description: "tax of the invoice less tax already posted" }),
      lines: z.array(
        z.object({
          happenedOn: plainDateShape,
          tradeNumber: z.string(),
          code: z.string(),
          description: z.string(),
          quantity: quantityShape,
          unit: z.string(),
          amountYen: yenShape,
        }),
      ),
    }),
  ),
});
export const issueInvoicesShape = z.object({
  closingOn: plainDateShape,
  issuedOn: plainDateShape,
  partnerIds: z.array(idShape).min(1, { error: "REQUIRED" }).max(500),
  single: z.boolean().optional(),
  note: noteShape.optional(),
});
export const issuedInvoicesShape = z.object({
  rows: z.array(z.object({ invoiceId: idShape, number: z.string(), partnerId: idShape, totalYen: yenShape })),
});
export const answerInvoiceShape = z.object({
  kind: z.enum(["acknowledged", "disputed"]),
  reason: z.string().trim().max(1000, { error: "TOO_LONG" }).optional(),
});

export const PAYMENT_KINDS = ["transfer", "cash", "claim", "offset", "advance"] as const;
export const FUND_ROLES = ["bank", "checkingDeposit", "cash"] as const;
export const PAYMENT_STATES = ["sent", "received", "matched", "reversed"] as const;
export const paymentRowShape = z.object({
  id: idShape,
  side: sideShape,
  number: z.string(),
  partnerId: idShape.nullable(),
  partnerName: z.string(),
  kind: z.enum(PAYMENT_KINDS),
  sentOn: plainDateShape,
  receivedOn: plainDateShape.nullable(),
  amountYen: yenShape,
  feeYen: yenShape,
  unappliedYen: yenShape,
  state: z.enum(PAYMENT_STATES).meta({ description: "reversed: taken back, or the mirror that takes another back" }),
});
export const paymentListQueryShape = listQueryShape.extend({
  side: sideShape,
  state: z.enum(PAYMENT_STATES).optional(),
  kind: z.enum(PAYMENT_KINDS).optional(),
  unapplied: z.stringbool().optional(),
  partnerId: idShape.optional(),
  sentOnFrom: plainDateShape.optional(),
  sentOnTo: plainDateShape.optional(),
});
export const paymentListShape = pageShape(paymentRowShape);
const documentLink = z.object({ id: idShape, number: z.string() });
const allocationRow = z.object({
  invoiceId: idShape,
  number: z.string(),
  dueOn: plainDateShape,
  amountYen: yenShape,
  allowanceYen: yenShape,
});
export const paymentShape = paymentRowShape
  .extend({
    reference: z.string(),
    isShared: z.boolean(),
    allocations: z.array(allocationRow),
    journal: z.array(z.object({ id: idShape, number: z.string(), kind: z.string(), postedOn: plainDateShape })),
    fundRole: z.enum(FUND_ROLES).nullable(),
    reverses: documentLink.nullable(),
    reversedBy: documentLink.nullable(),
    canReceive: z.boolean(),
    canApply: z.boolean(),
    canTakeBack: z.boolean(),
    canMature: z.boolean().meta({ description: "an electronically recorded claim whose day can be recorded" }),
  })
  .meta({ id: "Payment" });

const positiveYen = z.string().regex(/^[1-9]\d{0,14}$/, { error: "AMOUNT_NOT_POSITIVE" });
export const allocationShape = z.object({
  invoiceId: idShape,
  amountYen: positiveYen,
  allowanceYen: z
    .string()
    .regex(/^\d{1,15}$/, { error: "YEN_INVALID" })
    .optional(),
});

export const paymentProposalQueryShape = z.object({ dueUntil: plainDateShape, partnerId: idShape.optional() });
export const paymentProposalShape = z.object({
  rows: z.array(
    z.object({
      partnerId: idShape,
      partnerCode: z.string(),
      partnerName: z.string(),
      hasBankAccount: z.boolean(),
      openYen: yenShape,
      invoices: z.array(
        z.object({
          invoiceId: idShape,
          number: z.string(),
          issuedOn: plainDateShape,
          dueOn: plainDateShape,
          state: z.enum(INVOICE_STATES),
          openYen: yenShape,
          isInDraft: z.boolean().meta({ description: "stands in a payment that waits for approval or sending" }),
        }),
      ),
    }),
  ),
});
export const newPaymentDraftsShape = z.object({
  sentOn: plainDateShape,
  kind: z.enum(["transfer", "cash", "claim"]).default("transfer"),
  fundRole: z.enum(FUND_ROLES).default("bank"),
  invoiceIds: z.array(idShape).min(1, { error: "REQUIRED" }).max(1000),
});
export const paymentDraftShape = z.object({
  id: idShape,
  number: z.string(),
  partnerId: idShape.nullable(),
  partnerName: z.string(),
  state: z.enum(["draft", "approved", "sent", "discarded"]),
  sentOn: plainDateShape,
  kind: z.enum(PAYMENT_KINDS),
  fundRole: z.enum(FUND_ROLES),
  amountYen: yenShape,
  feeYen: yenShape,
  invoiceNumbers: z.array(z.string()),
  sentId: idShape.nullable(),
  version: versionShape,
});
export const paymentDraftListShape = z.object({ rows: z.array(paymentDraftShape) });
export const draftVersionShape = z.object({ version: versionShape });
export const sendDraftShape = draftVersionShape.extend({
  feeYen: z
    .string()
    .regex(/^\d{1,9}$/, { error: "YEN_INVALID" })
    .default("0"),
});

export const recordReceiptShape = z.object({
  partnerId: idShape,
  receivedOn: plainDateShape,
  amountYen: z
    .string()
    .regex(/^(0|[1-9]\d{0,14})$/, { error: "AMOUNT_NOT_POSITIVE" })
    .meta({ description: "0 only when a credit note is set against invoices (offset)" }),
  kind: z.enum(["transfer", "cash", "claim", "advance", "offset"]),
  fundRole: z.enum(FUND_ROLES).default("bank"),
  reference: z.string().trim().max(200, { error: "TOO_LONG" }).default(""),
  allocations: z.array(allocationShape).max(500),
});
export const receivedShape = z.object({ paymentId: idShape, number: z.string() });
export const receivePaymentShape = z.object({
  receivedOn: plainDateShape,
  fundRole: z.enum(FUND_ROLES).default("bank"),
});
export const matureClaimShape = z.object({ maturedOn: plainDateShape, fundRole: z.enum(FUND_ROLES).default("bank") });
export const payAdvanceShape = z.object({
  partnerId: idShape,
  sentOn: plainDateShape,
  amountYen: positiveYen,
  fundRole: z.enum(FUND_ROLES).default("bank"),
  reference: z.string().trim().max(200, { error: "TOO_LONG" }).default(""),
});
export const takeBackPaymentShape = z.object({
  reversedOn: plainDateShape,
  reason: z.string().trim().min(1, { error: "REQUIRED" }).max(400, { error: "TOO_LONG" }),
});
export const applyReceiptShape = z.object({ appliedOn: plainDateShape, allocations: z.array(allocationShape).min(1) });

export const BANK_ROW_STATES = ["open", "matched", "set_aside"] as const;
export const bankRowShape = z.object({
  id: idShape,
  receivedOn: plainDateShape,
  number: z.string(),
  payerName: z.string(),
  remittanceText: z.string(),
  amountYen: yenShape,
  fundRole: z.enum(FUND_ROLES),
  state: z.enum(BANK_ROW_STATES),
  paymentId: idShape.nullable(),
  note: z.string(),
  version: versionShape,
});
export const bankRowListQueryShape = listQueryShape.extend({
  state: z.enum(BANK_ROW_STATES).optional(),
  receivedOnFrom: plainDateShape.optional(),
  receivedOnTo: plainDateShape.optional(),
});
export const newBankRowShape = z.object({
  receivedOn: plainDateShape,
  number: codeShape,
  payerName: z.string().trim().max(200),
  remittanceText: z.string().trim().max(500).default(""),
  amountYen: positiveYen,
  fundRole: z.enum(FUND_ROLES).default("bank"),
});
export const matchProposalShape = z.object({
  reason: z.enum([
    "payment_sent",
    "invoice_number",
    "exact_amount",
    "several_invoices",
    "fee_taken_off",
    "part_payment",
  ]),
  partnerId: idShape,
  partnerName: z.string(),
  /** Set when the payer is on the platform and has told this payment. */
  paymentId: idShape.nullable(),
  paymentNumber: z.string().nullable(),
  parts: z.array(
    z.object({
      invoiceId: idShape,
      number: z.string(),
      dueOn: plainDateShape,
      openYen: yenShape,
      amountYen: yenShape,
      allowanceYen: yenShape,
    }),
  ),
  feeTakenOffYen: yenShape,
  isAmbiguous: z.boolean(),
});
export const matchProposalsShape = z.object({ row: bankRowShape, proposals: z.array(matchProposalShape) });
export const matchBankRowShape = z.object({
  version: versionShape,
  paymentId: idShape.nullable().optional(),
  partnerId: idShape.nullable().optional(),
  allocations: z.array(allocationShape).max(500).default([]),
});
export const setAsideShape = z.object({
  version: versionShape,
  note: z.string().trim().min(1, { error: "REQUIRED" }).max(400),
});
