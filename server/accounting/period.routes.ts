import { z } from "zod";
import {
  closePreviewShape,
  closeSeriesShape,
  type MonthCloseFinding,
  monthShape,
  newFiscalYearShape,
  periodListShape,
  reopenPeriodShape,
} from "../../domain/accounting/index.ts";
import { lastDayOfMonth, ok, type PlainDate } from "../../domain/shared/index.ts";
import { defineRoute, type Route, settleAll, type Tx } from "../platform/index.ts";
import { loadAccountMap, loadChart } from "./account.store.ts";
import {
  closeMonth,
  closeMonthsUpTo,
  createFiscalYear,
  findingsOf,
  loadPeriods,
  openMonthsUpTo,
  reopenMonth,
} from "./close-month.service.ts";

const byMonth = z.object({ month: monthShape });

export const periodRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/periods",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Months of the books", ja: "会計期間" },
    response: periodListShape,
    handler: ({ tx, today }) => showPeriods(tx, today),
  }),
  defineRoute({
    method: "POST",
    url: "/fiscal-years",
    kind: "command",
    permission: "accounting.close",
    summary: { en: "Create the months of a fiscal year", ja: "会計年度を作成する" },
    body: newFiscalYearShape,
    response: periodListShape,
    status: 201,
    handler: async ({ tx, body, today }) => {
      const created = await createFiscalYear(tx, body.year);
      return created.ok ? showPeriods(tx, today) : created;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/periods/:month/findings",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "What stands in the way of closing a month", ja: "月次締めの確認" },
    params: byMonth,
    response: closePreviewShape,
    patienceSeconds: 120,
    handler: async ({ tx, params, today, locale }) => {
      const [found, sayFinding] = await settleAll([findingsOf(tx, params.month, today), loadWords(tx, locale)]);
      if (!found.ok) return found;
      return ok({ month: params.month, findings: found.value.map((one) => sayFinding(one, params.month)) });
    },
  }),
  defineRoute({
    method: "GET",
    url: "/periods/:month/earlier-findings",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "The same for every open month up to it", ja: "そこまでの未締めの月すべての確認" },
    params: byMonth,
    response: closeSeriesShape,
    patienceSeconds: 300,
    handler: async ({ tx, params, today, locale }) => {
      const open = await openMonthsUpTo(tx, params.month);
      if (!open.ok) return open;
      const sayFinding = await loadWords(tx, locale);
      const months = [];
      for (const month of open.value) {
        const found = await findingsOf(tx, month, today);
        if (!found.ok) return found;
        // The months before it are closed in the same go.
        const own = found.value.filter((one) => one.code !== "PERIOD_EARLIER_OPEN");
        months.push({ month, findings: own.map((one) => sayFinding(one, month)) });
      }
      return ok({ months });
    },
  }),
  defineRoute({
    method: "POST",
    url: "/periods/:month/close",
    kind: "command",
    permission: "accounting.close",
    summary: { en: "Close a month", ja: "月を締める" },
    params: byMonth,
    response: periodListShape,
    patienceSeconds: 120,
    handler: async ({ tx, params, today }) => {
      const closed = await closeMonth(tx, params.month, today);
      return closed.ok ? showPeriods(tx, today) : closed;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/periods/:month/close-with-earlier",
    kind: "command",
    permission: "accounting.close",
    summary: { en: "Close every open month up to this one", ja: "この月までをまとめて締める" },
    params: byMonth,
    response: periodListShape,
    patienceSeconds: 300,
    handler: async ({ tx, params, today }) => {
      const closed = await closeMonthsUpTo(tx, params.month, today);
      return closed.ok ? showPeriods(tx, today) : closed;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/periods/:month/reopen",
    kind: "command",
    permission: "accounting.close",
    summary: { en: "Open the latest closed month again", ja: "締めを解除する" },
    params: byMonth,
    body: reopenPeriodShape,
    response: periodListShape,
    handler: async ({ tx, params, body, today }) => {
      const opened = await reopenMonth(tx, params.month, body.reason);
      return opened.ok ? showPeriods(tx, today) : opened;
    },
  }),
];

async function showPeriods(tx: Tx, today: PlainDate) {
  const { periods, startMonth } = await loadPeriods(tx);
  const firstOpen = periods.find((one) => one.state === "open")?.month;
  const lastClosed = periods.filter((one) => one.state === "closed").at(-1)?.month;
  return ok({
    startMonth,
    nextYear: (periods.at(-1)?.year ?? Number(today.slice(0, 4)) - 1) + 1,
    rows: periods.map((one) => ({
      ...one,
      canClose: one.month === firstOpen && one.endsOn < today,
      canCloseWithEarlier: one.state === "open" && one.month !== firstOpen && one.endsOn < today,
      canReopen: one.month === lastClosed,
    })),
  });
}

/** Findings as the page shows them: accounts by their names, and the page that helps. */
async function loadWords(tx: Tx, locale: "ja" | "en") {
  const [chart, map] = await settleAll([loadChart(tx), loadAccountMap(tx)]);
  const nameOf = (role: string | number) => {
    const account = chart.find((one) => one.id === map.find((row) => row.role === role)?.accountId);
    return account ? (locale === "ja" ? account.nameJa : account.nameEn || account.nameJa) : String(role);
  };
  return ({ severity, code, values = {} }: MonthCloseFinding, month: string) => ({
    severity,
    code,
    values: { ...values, ...(values["role"] !== undefined && { role: nameOf(values["role"]) }) },
    to: pageOf(code, month, values),
  });
}

/** Where a person puts right what was found. */
function pageOf(
  code: MonthCloseFinding["code"],
  month: string,
  values: Readonly<Record<string, unknown>>,
): string | null {
  switch (code) {
    case "BOOKS_NOT_BALANCED":
    case "STOCK_DIFFERS_FROM_ACCOUNT":
    case "OPENING_INCOMPLETE":
      return `accounting/trial-balance?from=${month}&to=${month}`;
    case "BALANCE_UNUSUAL":
      return `accounting/ledger?accountCode=${String(values["account"])}&postedOnFrom=${month}-01&postedOnTo=${lastDayOfMonth(`${month}-01`)}`;
    case "OPEN_ITEMS_DIFFER_FROM_ACCOUNT":
      return `accounting/open-items?side=${values["role"] === "payable" ? "B" : "S"}`;
    case "SUSPENSE_NOT_CLEARED":
      return "accounting/receipts?unapplied=true";
    case "BANK_ROWS_NOT_MATCHED":
      return "accounting/bank-rows?state=open";
    case "PAYMENTS_NOT_CONFIRMED":
      return "accounting/receipts?state=sent";
    case "PAYMENTS_NOT_SENT":
      return "accounting/pay";
    case "INVOICES_DISPUTED":
      return "accounting/invoices?state=disputed";
    case "DELIVERIES_NOT_ACCEPTED":
      return "sales/deliveries";
    case "CLOSINGS_NOT_INVOICED":
      return `accounting/invoice-run?closingOn=${lastDayOfMonth(`${month}-01`)}`;
    case "PERIOD_EARLIER_OPEN":
      return `accounting/closing?month=${String(values["month"])}`;
    default:
      return null;
  }
}
