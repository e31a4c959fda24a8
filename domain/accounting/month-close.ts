import { monthOf, type PlainDate, type Refusal, type StockRole } from "../shared/index.ts";
import type { FiscalPeriod } from "./fiscal-period.ts";
import type { TrialBalance } from "./trial-balance.ts";

export interface MonthCloseFacts {
  readonly period: FiscalPeriod;
  readonly periods: readonly FiscalPeriod[];
  readonly trialBalance: TrialBalance;
  /** Per inventory role: balance of its account and value of the stock ledger at the end of the month. */
  readonly stock: readonly {
    readonly role: StockRole | "workInProcess" | "goodsShipped";
    readonly accountYen: bigint;
    readonly ledgerYen: bigint;
  }[];
  /** Sum of open items against the control account, for receivables and payables. */
  readonly openItems: readonly {
    readonly role: "receivable" | "payable";
    readonly accountYen: bigint;
    readonly itemsYen: bigint;
  }[];
  /** Receipts nobody has matched. */
  readonly suspenseReceivedYen: bigint;
  /** Rows of the bank's statement up to the end of the month that nobody has booked. */
  readonly openBankRowCount: number;
  /** Payments customers on the platform say they sent by then and nobody has confirmed. */
  readonly unconfirmedPaymentCount: number;
  /** Own payments proposed or approved for a day of the month that have not left. */
  readonly unsentPaymentCount: number;
  /** Invoices issued by then that their receiver disputes. */
  readonly disputedInvoiceCount: number;
  /** Deliveries of the month that the other side has not accepted. */
  readonly unacceptedDeliveryCount: number;
  /** Closing days of the month whose invoices were not issued. */
  readonly uninvoicedClosingCount: number;
  readonly openingBalanceYen: bigint;
  readonly today: PlainDate;
}

/** Everything that is looked at before a month closes, in the order of the work: documents, money, then the books. */
export const MONTH_CLOSE_CODES = [
  "PERIOD_EARLIER_OPEN",
  "PERIOD_NOT_OVER",
  "DELIVERIES_NOT_ACCEPTED",
  "CLOSINGS_NOT_INVOICED",
  "INVOICES_DISPUTED",
  "BANK_ROWS_NOT_MATCHED",
  "PAYMENTS_NOT_CONFIRMED",
  "SUSPENSE_NOT_CLEARED",
  "PAYMENTS_NOT_SENT",
  "OPENING_INCOMPLETE",
  "STOCK_DIFFERS_FROM_ACCOUNT",
  "OPEN_ITEMS_DIFFER_FROM_ACCOUNT",
  "BOOKS_NOT_BALANCED",
  "BALANCE_UNUSUAL",
] as const;
export type MonthCloseCode = (typeof MONTH_CLOSE_CODES)[number];

export interface MonthCloseFinding extends Refusal<MonthCloseCode> {
  /** `blocks` keeps the month open; `warns` is for a person to judge. */
  readonly severity: "blocks" | "warns";
}

/** What stands in the way of closing a month, the blocking findings first. An empty list: close it. */
export function checkMonthClose(facts: MonthCloseFacts): MonthCloseFinding[] {
  const findings: MonthCloseFinding[] = [];
  const block = (code: MonthCloseCode, values?: Refusal["values"]) =>
    findings.push({ severity: "blocks", code, values });
  const warn = (code: MonthCloseCode, values?: Refusal["values"]) => findings.push({ severity: "warns", code, values });
  const earlier = facts.periods.find((other) => other.state === "open" && other.endsOn < facts.period.startsOn);
  if (earlier) block("PERIOD_EARLIER_OPEN", { month: monthOf(earlier.startsOn) });
  if (facts.today <= facts.period.endsOn) block("PERIOD_NOT_OVER", { endsOn: facts.period.endsOn });
  const { debitYen, creditYen } = facts.trialBalance;
  if (debitYen !== creditYen) block("BOOKS_NOT_BALANCED", { difference: (debitYen - creditYen).toString() });
  for (const { role, accountYen, ledgerYen } of facts.stock) {
    if (accountYen === ledgerYen) continue;
    block("STOCK_DIFFERS_FROM_ACCOUNT", { role, difference: (accountYen - ledgerYen).toString() });
  }
  for (const { role, accountYen, itemsYen } of facts.openItems) {
    if (accountYen === itemsYen) continue;
    block("OPEN_ITEMS_DIFFER_FROM_ACCOUNT", { role, difference: (accountYen - itemsYen).toString() });
  }
  if (facts.openingBalanceYen !== 0n) {
    warn("OPENING_INCOMPLETE", { difference: facts.openingBalanceYen.toString() });
  }
  if (facts.suspenseReceivedYen !== 0n) {
    warn("SUSPENSE_NOT_CLEARED", { amount: facts.suspenseReceivedYen.toString() });
  }
  const counts = [
    ["BANK_ROWS_NOT_MATCHED", facts.openBankRowCount],
    ["PAYMENTS_NOT_CONFIRMED", facts.unconfirmedPaymentCount],
    ["PAYMENTS_NOT_SENT", facts.unsentPaymentCount],
    ["INVOICES_DISPUTED", facts.disputedInvoiceCount],
  ] as const;
  for (const [code, count] of counts) if (count > 0) warn(code, { count });
  if (facts.unacceptedDeliveryCount > 0) warn("DELIVERIES_NOT_ACCEPTED", { count: facts.unacceptedDeliveryCount });
  if (facts.uninvoicedClosingCount > 0) warn("CLOSINGS_NOT_INVOICED", { count: facts.uninvoicedClosingCount });
  for (const row of facts.trialBalance.rows) {
    if (row.isUnusual) warn("BALANCE_UNUSUAL", { account: row.accountCode, balance: row.closingYen.toString() });
  }
  return findings;
}
