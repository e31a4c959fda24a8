import { assert } from "../shared/index.ts";
import type { Account } from "./account.ts";

export interface PostedAmount {
  readonly accountCode: string;
  readonly amountYen: bigint;
}

export interface TrialBalanceRow {
  readonly accountCode: string;
  /** Debit plus, credit minus. */
  readonly openingYen: bigint;
  readonly debitYen: bigint;
  readonly creditYen: bigint;
  readonly closingYen: bigint;
  /** Closing balance stands on the side where this account normally does not. */
  readonly isUnusual: boolean;
}

export interface TrialBalance {
  readonly rows: readonly TrialBalanceRow[];
  readonly debitYen: bigint;
  readonly creditYen: bigint;
  /** Sum of opening balances; 0 when the books opened balanced. */
  readonly openingYen: bigint;
}

/**
 * Trial balance (合計残高試算表) of a period: one row per account that has a balance or moved, in order of code.
 *
 * @param opening balances at the start, debit plus
 * @param moved lines posted in the period
 * @throws assertion when a line names an account that is not in the chart
 */
export function trialBalance(
  accounts: readonly Account[],
  opening: readonly PostedAmount[],
  moved: readonly PostedAmount[],
): TrialBalance {
  const byCode = new Map(accounts.map((account) => [account.code, account]));
  const sums = new Map<string, { openingYen: bigint; debitYen: bigint; creditYen: bigint }>();
  const sumOf = (code: string) => {
    assert(byCode.has(code), `account ${code} is in the chart`);
    const sum = sums.get(code) ?? { openingYen: 0n, debitYen: 0n, creditYen: 0n };
    sums.set(code, sum);
    return sum;
  };
  for (const { accountCode, amountYen } of opening) sumOf(accountCode).openingYen += amountYen;
  for (const { accountCode, amountYen } of moved) {
    const sum = sumOf(accountCode);
    if (amountYen >= 0n) sum.debitYen += amountYen;
    else sum.creditYen -= amountYen;
  }
  const rows = [...sums]
    .map(([accountCode, sum]) => {
      const closingYen = sum.openingYen + sum.debitYen - sum.creditYen;
      const isDebit = byCode.get(accountCode)!.normalSide === "debit";
      return { accountCode, ...sum, closingYen, isUnusual: isDebit ? closingYen < 0n : closingYen > 0n };
    })
    .sort((a, b) => (a.accountCode < b.accountCode ? -1 : a.accountCode > b.accountCode ? 1 : 0));
  return {
    rows,
    debitYen: rows.reduce((sum, row) => sum + row.debitYen, 0n),
    creditYen: rows.reduce((sum, row) => sum + row.creditYen, 0n),
    openingYen: rows.reduce((sum, row) => sum + row.openingYen, 0n),
  };
}
