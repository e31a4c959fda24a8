import {
  type Account,
  fiscalYearStart,
  normalSideOf,
  type PostedAmount,
  type StatementSection,
  type TrialBalance,
  trialBalance,
} from "../../domain/accounting/index.ts";
import { addMonths, daysBetween, monthOf, type PlainDate } from "../../domain/shared/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { type AccountRow, loadAccountMap, loadChart } from "./account.store.ts";
import { loadBalances, loadFiscalStart, type MonthBalance } from "./balance.store.ts";

/** A company's balances over months, with what is needed to read them. */
export interface Balances {
  readonly chart: readonly AccountRow[];
  readonly accountOf: ReadonlyMap<string, string>;
  readonly months: readonly MonthBalance[];
  readonly fiscalStartMonth: number;
}

export async function loadAllBalances(tx: Tx, untilMonth: string): Promise<Balances> {
  const [chart, map, months, fiscalStartMonth] = await settleAll([
    loadChart(tx),
    loadAccountMap(tx),
    loadBalances(tx, untilMonth),
    loadFiscalStart(tx),
  ]);
  return { chart, accountOf: new Map(map.map((row) => [row.role, row.accountId])), months, fiscalStartMonth };
}

export function asAccount(account: AccountRow): Account {
  return { ...account, normalSide: normalSideOf(account.type, account.isContra) };
}

export const isOfProfit = (account: Pick<AccountRow, "type">) =>
  account.type === "revenue" || account.type === "expense";

/**
 * Trial balance of months. Accounts of profit begin anew each fiscal year: what they held before stands in the retained earnings
 * brought forward, without an entry of its own, so that no year has to be closed before the next is read.
 */
export function trialBalanceOf(balances: Balances, from: string, to: string): TrialBalance {
  const yearStart = monthOf(fiscalYearStart(`${from}-01`, balances.fiscalStartMonth));
  const accounts = new Map(balances.chart.map((account) => [account.id, account]));
  const retained = accounts.get(balances.accountOf.get("retainedEarnings") ?? "");
  const opening: PostedAmount[] = [];
  const moved: PostedAmount[] = [];
  for (const { accountId, month, debitYen, creditYen } of balances.months) {
    const account = accounts.get(accountId)!;
    if (month >= from && month <= to) {
      moved.push(
        { accountCode: account.code, amountYen: debitYen },
        { accountCode: account.code, amountYen: -creditYen },
      );
      continue;
    }
    if (month >= from) continue;
    const isForward = isOfProfit(account) && month < yearStart && retained;
    opening.push({ accountCode: isForward ? retained.code : account.code, amountYen: debitYen - creditYen });
  }
  return trialBalance(balances.chart.map(asAccount), opening, moved);
}

/** Balance of accounts at the end of a month, debit plus. */
export function balanceAt(balances: Balances, accountIds: ReadonlySet<string>, month: string): bigint {
  return balances.months.reduce(
    (sum, row) => (accountIds.has(row.accountId) && row.month <= month ? sum + row.debitYen - row.creditYen : sum),
    0n,
  );
}

/** Profit of months, plus: what revenue brought less what was spent. */
export function profitOf(balances: Balances, from: string, to: string): bigint {
  const accounts = new Map(balances.chart.map((account) => [account.id, account]));
  return balances.months.reduce(
    (sum, row) =>
      row.month >= from && row.month <= to && isOfProfit(accounts.get(row.accountId)!)
        ? sum + row.creditYen - row.debitYen
        : sum,
    0n,
  );
}

const accountsOf = (balances: Balances, section: StatementSection): ReadonlySet<string> =>
  new Set(balances.chart.filter((account) => account.section === section).map(({ id }) => id));

/** What moved on the accounts of a section in months, debit plus. */
export function movedOf(balances: Balances, section: StatementSection, from: string, to: string): bigint {
  const ids = accountsOf(balances, section);
  return balances.months.reduce(
    (sum, row) =>
      ids.has(row.accountId) && row.month >= from && row.month <= to ? sum + row.debitYen - row.creditYen : sum,
    0n,
  );
}

/** How many whole months the cost of sales a day is taken from. */
const STOCK_DAYS_MONTHS = 3;

/**
 * 在庫日数: for how many days the stock lasts, at its value in the books and the daily cost of sales of the last three whole months.
 * Source: docs/rules/accounting.md, "Stock days".
 *
 * @returns with one decimal; null where nothing was sold in those months
 */
export function stockDaysOf(balances: Balances, month: string): number | null {
  const to = monthBefore(month);
  const from = monthOf(addMonths(`${month}-01` as PlainDate, -STOCK_DAYS_MONTHS));
  const costYen = movedOf(balances, "cost_of_sales", from, to);
  if (costYen <= 0n) return null;
  const days = daysBetween(`${from}-01` as PlainDate, `${month}-01` as PlainDate);
  const stockYen = balanceAt(balances, accountsOf(balances, "inventories"), month);
  return Math.round(Number((stockYen * BigInt(days) * 10n) / costYen)) / 10;
}

export const monthBefore = (month: string): string => monthOf(addMonths(`${month}-01` as PlainDate, -1));

/** Cash on hand and in bank accounts one can pay from. */
export function cashAccounts(balances: Balances): ReadonlySet<string> {
  return new Set(["cash", "bank", "checkingDeposit"].flatMap((role) => balances.accountOf.get(role) ?? []));
}
