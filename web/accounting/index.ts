import type { AreaWeb } from "../platform/index.ts";
import { billTasks, cash, monthSales, monthsToClose, openingTasks, overdue, stockDays } from "./home.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

const read = "accounting.read";
const write = "accounting.write";
const bills = "trade.bills";

const menu = (label: string, to: string, permission: string, keywords: string) =>
  ({ section: "accounting", label, to, permission, keywords }) as const;

export const area: AreaWeb = {
  id: "accounting",
  messages: { ja, en },
  homeTasks: [...billTasks, openingTasks, monthsToClose],
  homeCards: [cash, overdue, monthSales, stockDays],
  menu: [
    menu("accounting.closing.title", "accounting/closing", read, "つきじめ 月次締め 決算 close month"),
    menu("accounting.billed.title", "accounting/invoices", bills, "せいきゅう 請求書 締日請求"),
    menu("accounting.billedToUs.title", "accounting/bills", bills, "しいれ 請求書 仕入明細"),
    menu("accounting.bankRows.title", "accounting/bank-rows", read, "にゅうきん けしこみ 消込 match"),
    menu("accounting.receipts.title", "accounting/receipts", read, "にゅうきん 入金 receipts"),
    menu("accounting.pay.title", "accounting/pay", read, "しはらい 支払 payment run"),
    menu("accounting.payments.title", "accounting/payments", read, "しはらい 支払"),
    menu("accounting.openItems.title", "accounting/open-items", read, "うりかけ かいかけ 売掛金 買掛金 ageing"),
    menu("accounting.openingItems.title", "accounting/opening-items", read, "ひきつぎ 連携前 引継残高 opening items"),
    menu("accounting.journal.title", "accounting/journal", read, "しわけ 仕訳帳"),
    menu("accounting.ledger.title", "accounting/ledger", read, "もとちょう 元帳 general ledger"),
    menu(
      "accounting.partnerLedger.title",
      "accounting/partner-ledger",
      read,
      "とくいさき しいれさき 得意先元帳 仕入先元帳",
    ),
    menu("accounting.trialBalance.title", "accounting/trial-balance", read, "しさんひょう 試算表"),
    menu("accounting.tax.title", "accounting/tax", read, "しょうひぜい 消費税"),
    menu("accounting.accounts.title", "accounting/accounts", read, "かんじょうかもく 勘定科目 chart of accounts"),
  ],
  actions: [
    { label: "accounting.entry.new", to: "accounting/journal/new", permission: write, keywords: "ふりかえ 振替伝票" },
    { label: "accounting.run.S", to: "accounting/invoice-run", permission: "sales.bill", keywords: "締日請求 しめび" },
    {
      label: "accounting.run.B",
      to: "accounting/invoice-run?side=B",
      permission: "accounting.pay",
      keywords: "しいれめいさいしょ 支払通知",
    },
    { label: "accounting.opening.title", to: "accounting/journal/new?opening=1", permission: write },
  ],
  routes: [
    {
      path: "accounting/closing",
      title: "accounting.closing.title",
      permission: read,
      page: () => import("./closing.page.tsx"),
    },
    {
      path: "accounting/invoices",
      title: "accounting.billed.title",
      permission: bills,
      page: () => import("./invoice-list.page.tsx"),
    },
    {
      path: "accounting/invoices/$invoiceId",
      title: "accounting.invoice.title",
      permission: bills,
      page: () => import("./invoice.page.tsx"),
    },
    {
      path: "accounting/invoices/$invoiceId/print",
      title: "accounting.invoice.paper",
      permission: bills,
      frame: "bare",
      page: () => import("./invoice-print.page.tsx"),
    },
    {
      path: "accounting/bills",
      title: "accounting.billedToUs.title",
      permission: bills,
      page: () => import("./bill-list.page.tsx"),
    },
    {
      path: "accounting/invoice-run",
      title: "accounting.run.title",
      permission: bills,
      page: () => import("./invoice-run.page.tsx"),
    },
    {
      path: "accounting/bank-rows",
      title: "accounting.bankRows.title",
      permission: read,
      page: () => import("./bank-rows.page.tsx"),
    },
    {
      path: "accounting/bank-rows/import",
      title: "platform.list.import",
      permission: write,
      page: () => import("./bank-row-import.page.tsx"),
    },
    {
      path: "accounting/receipts",
      title: "accounting.receipts.title",
      permission: read,
      page: () => import("./receipts.page.tsx"),
    },
    { path: "accounting/pay", title: "accounting.pay.title", permission: read, page: () => import("./pay.page.tsx") },
    {
      path: "accounting/payments",
      title: "accounting.payments.title",
      permission: read,
      page: () => import("./payments.page.tsx"),
    },
    {
      path: "accounting/payments/$paymentId",
      title: "accounting.payment.title",
      permission: read,
      page: () => import("./payment.page.tsx"),
    },
    {
      path: "accounting/open-items",
      title: "accounting.openItems.title",
      permission: read,
      page: () => import("./open-items.page.tsx"),
    },
    {
      path: "accounting/opening-items",
      title: "accounting.openingItems.title",
      permission: read,
      page: () => import("./opening-items.page.tsx"),
    },
    {
      path: "accounting/opening-items/new",
      title: "accounting.openingItem.propose",
      permission: write,
      page: () => import("./opening-propose.page.tsx"),
    },
    {
      path: "accounting/opening-items/$itemId",
      title: "accounting.openingItem.title",
      permission: read,
      page: () => import("./opening-item.page.tsx"),
    },
    {
      path: "accounting/journal",
      title: "accounting.journal.title",
      permission: read,
      page: () => import("./journal-list.page.tsx"),
    },
    {
      path: "accounting/journal/new",
      title: "accounting.entry.new",
      permission: write,
      page: () => import("./entry-new.page.tsx"),
    },
    {
      path: "accounting/journal/import",
      title: "platform.list.import",
      permission: write,
      page: () => import("./journal-import.page.tsx"),
    },
    {
      path: "accounting/journal/$entryId",
      title: "accounting.entry.title",
      permission: read,
      page: () => import("./entry.page.tsx"),
    },
    {
      path: "accounting/ledger",
      title: "accounting.ledger.title",
      permission: read,
      page: () => import("./ledger.page.tsx"),
    },
    {
      path: "accounting/partner-ledger",
      title: "accounting.partnerLedger.title",
      permission: read,
      page: () => import("./partner-ledger.page.tsx"),
    },
    {
      path: "accounting/trial-balance",
      title: "accounting.trialBalance.title",
      permission: read,
      page: () => import("./trial-balance.page.tsx"),
    },
    {
      path: "accounting/tax",
      title: "accounting.tax.title",
      permission: read,
      page: () => import("./tax-summary.page.tsx"),
    },
    {
      path: "accounting/accounts",
      title: "accounting.accounts.title",
      permission: read,
      page: () => import("./account-list.page.tsx"),
    },
    {
      path: "accounting/accounts/roles",
      title: "accounting.roles.title",
      permission: read,
      page: () => import("./account-roles.page.tsx"),
    },
    {
      path: "accounting/accounts/import",
      title: "platform.list.import",
      permission: write,
      page: () => import("./account-import.page.tsx"),
    },
  ],
};
