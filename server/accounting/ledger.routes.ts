import {
  ledgerQueryShape,
  ledgerShape,
  monthRangeShape,
  openItemsQueryShape,
  openItemsTable,
  partnerLedgerQueryShape,
  partnerLedgerShape,
  taxSummaryTable,
  trialBalanceTable,
} from "../../domain/accounting/index.ts";
import { ok, refuse, TAX_CODE_TABLE } from "../../domain/shared/index.ts";
import { answerTable, defineRoute, exportQueryShape, fileShape, type Route } from "../platform/index.ts";
import { loadAllBalances, trialBalanceOf } from "./balances.ts";
import { inText } from "./in-text.ts";
import { accountLedger, partnerLedger } from "./ledger.service.ts";
import { openItems } from "./open-items.service.ts";
import { taxRows } from "./report.routes.ts";

export const ledgerRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/general-ledger",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "General ledger of an account", ja: "総勘定元帳" },
    query: ledgerQueryShape,
    response: ledgerShape,
    handler: async ({ tx, query }) => {
      const ledger = await accountLedger(tx, query.accountCode, query);
      if (!ledger.ok) return ledger;
      const { account, ...page } = ledger.value;
      return ok({
        ...inText(page),
        accountCode: account.code,
        accountNameJa: account.nameJa,
        accountNameEn: account.nameEn,
        accountType: account.type,
      });
    },
  }),
  defineRoute({
    method: "GET",
    url: "/partner-ledger",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Ledger of one customer or supplier", ja: "得意先元帳・仕入先元帳" },
    query: partnerLedgerQueryShape,
    response: partnerLedgerShape,
    handler: async ({ tx, query }) => {
      const ledger = await partnerLedger(tx, query.side, query.partnerId, query);
      if (!ledger.ok) return ledger;
      const { partner, ...page } = ledger.value;
      return ok({ ...inText(page), partnerCode: partner.code, partnerName: partner.name });
    },
  }),
  defineRoute({
    method: "GET",
    url: "/trial-balance/export",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Trial balance of months as a file", ja: "合計残高試算表をファイルに出力" },
    query: monthRangeShape.extend(exportQueryShape.shape),
    response: fileShape,
    patienceSeconds: 60,
    handler: async ({ tx, query, locale }) => {
      if (query.from > query.to) return refuse("MONTHS_REVERSED", undefined, "to");
      const balances = await loadAllBalances(tx, query.to);
      const accounts = new Map(balances.chart.map((account) => [account.code, account]));
      const rows = trialBalanceOf(balances, query.from, query.to).rows.map((row) => {
        const { nameJa, nameEn } = accounts.get(row.accountCode)!;
        return { ...inText(row), accountName: locale === "en" ? nameEn || nameJa : nameJa };
      });
      return answerTable(trialBalanceTable, rows, { ...query, locale });
    },
  }),
  defineRoute({
    method: "GET",
    url: "/open-items/export",
    kind: "read",
    permission: "accounting.read",
    summary: {
      en: "Receivables or payables by partner and age as a file",
      ja: "売掛・買掛の残高と年齢をファイルに出力",
    },
    query: openItemsQueryShape.extend(exportQueryShape.shape),
    response: fileShape,
    patienceSeconds: 60,
    handler: async ({ tx, query, today, locale }) => {
      const items = await openItems(tx, query.side, today);
      const rows = inText(items.rows).map(({ amounts, ...row }) => ({
        ...row,
        notDueYen: amounts.not_due,
        days30Yen: amounts.days_1_30,
        days60Yen: amounts.days_31_60,
        days90Yen: amounts.days_61_90,
        olderYen: amounts.over_90,
      }));
      return answerTable(openItemsTable, rows, { ...query, locale });
    },
  }),
  defineRoute({
    method: "GET",
    url: "/tax-summary/export",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Consumption tax by code as a file", ja: "消費税の集計をファイルに出力" },
    query: monthRangeShape.extend(exportQueryShape.shape),
    response: fileShape,
    patienceSeconds: 60,
    handler: async ({ tx, query, locale }) => {
      if (query.from > query.to) return refuse("MONTHS_REVERSED", undefined, "to");
      const rows = inText(await taxRows(tx, query)).map((row) => {
        const code = TAX_CODE_TABLE.find((one) => one.code === row.taxCode);
        return { ...row, taxCode: (locale === "en" ? code?.nameEn : code?.nameJa) ?? row.taxCode };
      });
      return answerTable(taxSummaryTable, rows, { ...query, locale });
    },
  }),
];
