import {
  type AccountRole,
  accountingSummaryShape,
  type CostFlow,
  cashForecast,
  cashForecastShape,
  costOfGoodsManufactured,
  costStatementShape,
  monthRangeShape,
  openItemsQueryShape,
  openItemsShape,
  taxSummaryShape,
  trialBalanceShape,
} from "../../domain/accounting/index.ts";
import { addDays, addMonths, lastDayOfMonth, monthOf, ok, refuse } from "../../domain/shared/index.ts";
import { defineRoute, type Route, settleAll, type Tx } from "../platform/index.ts";
import { hasEntries, loadCostMoves, loadTaxLines } from "./balance.store.ts";
import {
  balanceAt,
  cashAccounts,
  loadAllBalances,
  monthBefore,
  movedOf,
  profitOf,
  stockDaysOf,
  trialBalanceOf,
} from "./balances.ts";
import { inText } from "./in-text.ts";
import { cashItems, openItems } from "./open-items.service.ts";
import { loadOpenInvoices } from "./open-items.store.ts";
import { loadPeriodMonths } from "./period.store.ts";

const WEEKS = 13;

export const reportRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/trial-balance",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Trial balance of months", ja: "合計残高試算表" },
    query: monthRangeShape,
    response: trialBalanceShape,
    patienceSeconds: 60,
    handler: async ({ tx, query }) => {
      if (query.from > query.to) return refuse("MONTHS_REVERSED", undefined, "to");
      const balances = await loadAllBalances(tx, query.to);
      const balance = trialBalanceOf(balances, query.from, query.to);
      const accounts = new Map(balances.chart.map((account) => [account.code, account]));
      return ok(
        inText({
          from: query.from,
          to: query.to,
          openingYen: balance.openingYen,
          debitYen: balance.debitYen,
          creditYen: balance.creditYen,
          profitYen: profitOf(balances, query.from, query.to),
          rows: balance.rows.map((row) => {
            const { nameJa, nameEn, type, section } = accounts.get(row.accountCode)!;
            return { ...row, nameJa, nameEn, type, section };
          }),
        }),
      );
    },
  }),
  defineRoute({
    method: "GET",
    url: "/open-items",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Receivables or payables by partner and age", ja: "売掛・買掛の残高と年齢" },
    query: openItemsQueryShape,
    response: openItemsShape,
    patienceSeconds: 60,
    handler: async ({ tx, query, today }) => {
      const items = await openItems(tx, query.side, today);
      return ok({ side: query.side, asOf: today, ...inText(items) });
    },
  }),
  defineRoute({
    method: "GET",
    url: "/tax-summary",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Consumption tax by code", ja: "消費税の集計" },
    query: monthRangeShape,
    response: taxSummaryShape,
    patienceSeconds: 60,
    handler: async ({ tx, query }) => {
      const rows = await taxRows(tx, query);
      const total = (side: string) => rows.reduce((sum, row) => (row.side === side ? sum + row.taxYen : sum), 0n);
      const [receivedYen, paidYen] = [total("sale"), total("purchase")];
      return ok(
        inText({ from: query.from, to: query.to, rows, receivedYen, paidYen, differenceYen: receivedYen - paidYen }),
      );
    },
  }),
  defineRoute({
    method: "GET",
    url: "/cost-statement",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Statement of cost of goods manufactured", ja: "製造原価報告書" },
    query: monthRangeShape,
    response: costStatementShape,
    patienceSeconds: 60,
    handler: async ({ tx, query }) => {
      const [balances, moves] = await settleAll([
        loadAllBalances(tx, monthBefore(query.from)),
        loadCostMoves(tx, `${query.from}-01`, lastDayOfMonth(`${query.to}-01`)),
      ]);
      const seen = new Set<string>();
      const opening = new Map<AccountRole, bigint>();
      for (const role of ["rawMaterials", "supplies", "workInProcess"] as const) {
        const id = balances.accountOf.get(role);
        if (!id || seen.has(id)) continue;
        seen.add(id);
        opening.set(role, balanceAt(balances, new Set([id]), monthBefore(query.from)));
      }
      const statement = costOfGoodsManufactured(
        opening,
        moves.map((move) => ({ ...move, role: move.role as AccountRole, flow: move.flow as CostFlow })),
      );
      return ok(inText({ from: query.from, to: query.to, ...statement }));
    },
  }),
  defineRoute({
    method: "GET",
    url: "/cash-forecast",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Cash by weeks from due dates", ja: "資金繰り予定" },
    response: cashForecastShape,
    patienceSeconds: 60,
    handler: async ({ tx, today }) => {
      const balances = await loadAllBalances(tx, "9999-12");
      const cashYen = balanceAt(balances, cashAccounts(balances), "9999-12");
      return ok({ asOf: today, ...inText({ cashYen, ...cashForecast(cashYen, await cashItems(tx), today, WEEKS) }) });
    },
  }),
  defineRoute({
    method: "GET",
    url: "/accounting-summary",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Cash, overdue receivables, profit of the month", ja: "会計の要約" },
    response: accountingSummaryShape,
    handler: async ({ tx, today }) => {
      const [any, invoices, periods] = await settleAll([
        hasEntries(tx),
        loadOpenInvoices(tx, "S", { dueUntil: addDays(today, -1) }),
        loadPeriodMonths(tx),
      ]);
      const month = monthOf(today);
      const monthToClose = periods.find((period) => period.closedAt === null && period.month < month)?.month ?? null;
      if (!any)
        return ok({
          cashYen: null,
          receivableOverdueYen: null,
          overdueCount: 0,
          monthProfitYen: null,
          profitTrend: [],
          monthSalesYen: null,
          salesTrend: [],
          stockDays: null,
          monthToClose: null,
        });
      const balances = await loadAllBalances(tx, month);
      const months = Array.from({ length: 6 }, (_, i) => monthOf(addMonths(`${month}-01`, i - 5)));
      const profits = months.map((one) => profitOf(balances, one, one));
      const sales = months.map((one) => -movedOf(balances, "sales", one, one));
      return ok({
        ...inText({
          cashYen: balanceAt(balances, cashAccounts(balances), month),
          receivableOverdueYen: invoices.reduce((sum, one) => sum + one.openYen, 0n),
          monthProfitYen: profits.at(-1)!,
          profitTrend: profits,
          monthSalesYen: sales.at(-1)!,
          salesTrend: sales,
        }),
        stockDays: stockDaysOf(balances, month),
        overdueCount: invoices.length,
        monthToClose,
      });
    },
  }),
];

/** What stands under each tax code in months: sales plus, purchases plus. */
export async function taxRows(tx: Tx, { from, to }: { readonly from: string; readonly to: string }) {
  const lines = await loadTaxLines(tx, `${from}-01`, lastDayOfMonth(`${to}-01`));
  return lines.map(({ taxCode, deductiblePercent, baseYen, taxYen }) => {
    const side = taxCode.startsWith("s_") ? ("sale" as const) : ("purchase" as const);
    const sign = side === "sale" ? -1n : 1n;
    return { taxCode, side, deductiblePercent, baseYen: baseYen * sign, taxYen: taxYen * sign };
  });
}
