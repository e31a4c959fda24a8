import type { ListFiles } from "../platform/index.ts";

/** The columns of this area's lists when they leave as files; headed as on the screen. */
export const listFiles: ListFiles = {
  "/invoices": {
    title: "accounting.invoice.title",
    columns: [
      { field: "number", label: "accounting.invoice.number" },
      { field: "partnerName", label: "accounting.entry.partner" },
      { field: "state", label: "accounting.invoice.state", words: "accounting.invoice." },
      { field: "issuedOn", label: "accounting.invoice.issuedOn" },
      { field: "dueOn", label: "accounting.invoice.dueOn" },
      { field: "totalYen", label: "accounting.invoice.total" },
      { field: "openYen", label: "accounting.invoice.open" },
    ],
  },
  "/journal-entries": {
    title: "accounting.journal.title",
    columns: [
      { field: "number", label: "accounting.entry.number" },
      { field: "postingOn", label: "accounting.entry.postingOn" },
      { field: "description", label: "accounting.entry.description" },
      { field: "partnerName", label: "accounting.entry.partner" },
      { field: "kind", label: "accounting.entry.kind", words: "accounting.kind." },
      { field: "totalYen", label: "accounting.entry.amount" },
    ],
  },
  "/accounts": {
    title: "accounting.accounts.title",
    columns: [
      { field: "code", label: "accounting.account.code" },
      { field: "nameJa", label: "accounting.account.name" },
      { field: "nameEn", label: "accounting.account.nameEn" },
      { field: "kana", label: "accounting.account.kana" },
      { field: "type", label: "accounting.account.type", words: "accounting.type." },
      { field: "isActive", label: "platform.inUse", words: "platform.inUse." },
    ],
  },
  "/general-ledger": {
    title: "accounting.ledger.title",
    columns: [
      { field: "entryNumber", label: "accounting.entry.number" },
      { field: "postingOn", label: "accounting.entry.postingOn" },
      { field: "description", label: "accounting.entry.description" },
      { field: "counterAccount", label: "accounting.ledger.counter" },
      { field: "partnerName", label: "accounting.entry.partner" },
      { field: "debitYen", label: "accounting.entry.debit" },
      { field: "creditYen", label: "accounting.entry.credit" },
      { field: "balanceYen", label: "accounting.ledger.balance" },
    ],
  },
  "/partner-ledger": {
    title: "accounting.partnerLedger.title",
    columns: [
      { field: "entryNumber", label: "accounting.entry.number" },
      { field: "postingOn", label: "accounting.entry.postingOn" },
      { field: "description", label: "accounting.entry.description" },
      { field: "counterAccount", label: "accounting.ledger.counter" },
      { field: "debitYen", label: "accounting.entry.debit" },
      { field: "creditYen", label: "accounting.entry.credit" },
      { field: "balanceYen", label: "accounting.ledger.balance" },
    ],
  },
  "/payments": {
    title: "accounting.payments.title",
    columns: [
      { field: "number", label: "accounting.payment.number" },
      { field: "partnerName", label: "accounting.entry.partner" },
      { field: "sentOn", label: "accounting.payment.sentOn" },
      { field: "receivedOn", label: "accounting.payment.receivedOn" },
      { field: "state", label: "accounting.invoice.state", words: "accounting.payment." },
      { field: "kind", label: "accounting.payment.kind", words: "accounting.payment." },
      { field: "amountYen", label: "accounting.entry.amount" },
      { field: "feeYen", label: "accounting.payment.feeBorne" },
      { field: "unappliedYen", label: "accounting.payment.unapplied" },
    ],
  },
  "/bank-rows": {
    title: "accounting.bankRows.title",
    columns: [
      { field: "number", label: "accounting.bankRow.number" },
      { field: "receivedOn", label: "accounting.payment.receivedOn" },
      { field: "payerName", label: "accounting.bankRow.payer" },
      { field: "remittanceText", label: "accounting.bankRow.text" },
      { field: "amountYen", label: "accounting.entry.amount" },
      { field: "note", label: "accounting.entry.note" },
    ],
  },
  "/opening-items": {
    title: "accounting.openingItems.title",
    columns: [
      { field: "number", label: "accounting.openingItem.number" },
      { field: "partnerName", label: "accounting.entry.partner" },
      { field: "side", label: "accounting.openingItem.side", words: "accounting.openingItem.side." },
      { field: "state", label: "accounting.invoice.state", words: "accounting.openingItem." },
      { field: "documentedOn", label: "accounting.openingItem.documentedOn" },
      { field: "dueOn", label: "accounting.invoice.dueOn" },
      { field: "amountYen", label: "accounting.entry.amount" },
      { field: "agreedOn", label: "accounting.openingItem.agreedOn" },
    ],
  },
};
