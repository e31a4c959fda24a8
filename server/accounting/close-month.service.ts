import {
  checkMonthClose,
  closePeriod,
  type FiscalPeriod,
  type MonthCloseFinding,
  periodOfMonth,
  periodsOfFiscalYear,
  reopenPeriod,
} from "../../domain/accounting/index.ts";
import { closingAndDueDate } from "../../domain/agreements/index.ts";
import { monthOf, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { announce, audit, settleAll, type Tx } from "../platform/index.ts";
import { loadFiscalStart } from "./balance.store.ts";
import { type Balances, balanceAt, loadAllBalances, trialBalanceOf } from "./balances.ts";
import { loadOtherItems, loadUnbilled, type Side, sumOpenInvoicesAt } from "./open-items.store.ts";
import { loadPartnerCards } from "./partner.store.ts";
import {
  countUnaccepted,
  countWaiting,
  insertPeriods,
  loadPeriodMonths,
  loadShifted,
  type PeriodRow,
  setPeriodClosed,
  stockValuesAt,
} from "./period.store.ts";

type Stored = FiscalPeriod & Pick<PeriodRow, "month" | "closedAt" | "closedBy">;

/** Every period of the company with its place in the fiscal year. */
export async function loadPeriods(tx: Tx): Promise<{ periods: Stored[]; startMonth: number }> {
  const [rows, startMonth] = await settleAll([loadPeriodMonths(tx), loadFiscalStart(tx)]);
  return {
    startMonth,
    periods: rows.map((row) => ({
      ...row,
      ...periodOfMonth(row.month, startMonth, row.closedAt === null ? "open" : "closed"),
    })),
  };
}

/** What stands in the way of closing a month. */
export async function findingsOf(
  tx: Tx,
  month: string,
  today: PlainDate,
): Promise<Outcome<MonthCloseFinding[], "PERIOD_MISSING">> {
  const { periods } = await loadPeriods(tx);
  const period = periods.find((one) => one.month === month);
  if (!period) return refuse("PERIOD_MISSING", { month });
  const balances = await loadAllBalances(tx, month);
  const day = period.endsOn;
  const shifted = await loadShifted(tx, day);
  const happenedYen: HappenedYen = (id) => balanceAt(balances, new Set([id]), month) + (shifted.get(id) ?? 0n);
  const [waiting, stock, unacceptedDeliveryCount, receivable, payable, uninvoicedClosingCount] = await settleAll([
    countWaiting(tx, day),
    stockValuesAt(tx, day),
    countUnaccepted(tx, day),
    sideFacts(tx, balances, "S", happenedYen, day),
    sideFacts(tx, balances, "B", happenedYen, day),
    countUninvoiced(tx, day),
  ]);
  const balanceOf = (role: string) => balanceAt(balances, new Set([balances.accountOf.get(role)!]), month);
  return ok(
    checkMonthClose({
      ...waiting,
      period,
      periods,
      trialBalance: trialBalanceOf(balances, month, month),
      stock: stockFacts(balances, happenedYen, stock),
      openItems: [receivable, payable],
      suspenseReceivedYen: -balanceOf("suspenseReceived"),
      unacceptedDeliveryCount,
      uninvoicedClosingCount,
      openingBalanceYen: balanceOf("openingBalance"),
      today,
    }),
  );
}

/** Balance of an account by the days things happened, debit plus. */
type HappenedYen = (accountId: string) => bigint;
type StockFact = Parameters<typeof checkMonthClose>[0]["stock"][number];

/** Ledger against account, account by account: roles that share one are compared together. */
function stockFacts(
  balances: Balances,
  happenedYen: HappenedYen,
  values: readonly { readonly role: string; readonly yen: bigint }[],
): StockFact[] {
  const byAccount = new Map<string, { role: StockFact["role"]; ledgerYen: bigint }>();
  for (const role of [
    "finishedGoods",
    "merchandise",
    "semiFinished",
    "rawMaterials",
    "supplies",
    "goodsShipped",
    "workInProcess",
  ] as const) {
    const id = balances.accountOf.get(role)!;
    const yen = values.reduce((sum, row) => (row.role === role ? sum + row.yen : sum), 0n);
    const known = byAccount.get(id);
    byAccount.set(id, { role: known?.role ?? role, ledgerYen: (known?.ledgerYen ?? 0n) + yen });
  }
  return [...byAccount].map(([id, { role, ledgerYen }]) => ({
    role,
    ledgerYen,
    accountYen: happenedYen(id),
  }));
}

/** The control account of a side against what is owed by the documents, at the end of a day. */
async function sideFacts(tx: Tx, balances: Balances, side: Side, happenedYen: HappenedYen, day: PlainDate) {
  const role = side === "S" ? ("receivable" as const) : ("payable" as const);
  const sign = side === "S" ? 1n : -1n;
  const accountId = balances.accountOf.get(role)!;
  const [unbilled, invoicesYen, other] = await settleAll([
    loadUnbilled(tx, side, day),
    sumOpenInvoicesAt(tx, side, day, accountId),
    loadOtherItems(tx, accountId, day),
  ]);
  const sum = (rows: readonly { amountYen: bigint }[]) => rows.reduce((total, row) => total + row.amountYen, 0n);
  return {
    role,
    accountYen: happenedYen(accountId) * sign,
    itemsYen: sum(unbilled) + invoicesYen + sum(other) * sign,
  };
}

/** Customers whose closing day lies behind and whose deliveries up to it are not billed. */
async function countUninvoiced(tx: Tx, day: PlainDate): Promise<number> {
  const unbilled = await loadUnbilled(tx, "S", day);
  const cards = await loadPartnerCards(
    tx,
    unbilled.flatMap((row) => row.partnerId ?? []),
  );
  const late = unbilled.filter((row) => {
    const terms = cards.get(row.partnerId ?? "");
    return terms && row.amountYen !== 0n && closingAndDueDate(terms, row.happenedOn).closingOn <= day;
  });
  return new Set(late.map((row) => row.partnerId)).size;
}

/** Closes a month: nothing blocking is found, and every earlier month is closed. Postings under way are waited for. */
export async function closeMonth(tx: Tx, month: string, today: PlainDate): Promise<Outcome<{ month: string }>> {
  const { periods } = await loadPeriods(tx);
  const period = periods.find((one) => one.month === month);
  if (!period) return refuse("PERIOD_MISSING", { month });
  const closed = closePeriod(period, periods);
  if (!closed.ok) return refuse(closed.refusals[0].code, closed.refusals[0].values);
  // The row first: a posting under way is waited for, so that what is checked is what is closed.
  if ((await setPeriodClosed(tx, month, true)) === 0) return refuse("PERIOD_CLOSED", { month });
  const findings = await findingsOf(tx, month, today);
  if (!findings.ok) return findings;
  const [first, ...rest] = findings.value.filter(
    (one) => one.severity === "blocks" && one.code !== "PERIOD_EARLIER_OPEN",
  );
  if (first) return { ok: false, refusals: [first, ...rest] };
  await note(tx, "accounting.monthClosed", month);
  return ok({ month });
}

/** Every open month up to this one, the earliest first. */
export async function openMonthsUpTo(tx: Tx, month: string): Promise<Outcome<string[], "PERIOD_MISSING">> {
  const { periods } = await loadPeriods(tx);
  if (!periods.some((one) => one.month === month)) return refuse("PERIOD_MISSING", { month });
  return ok(periods.filter((one) => one.state === "open" && one.month <= month).map((one) => one.month));
}

/** Closes every open month up to this one, each with its own checks; one that is refused keeps all of them open. */
export async function closeMonthsUpTo(tx: Tx, month: string, today: PlainDate): Promise<Outcome<{ month: string }>> {
  const open = await openMonthsUpTo(tx, month);
  if (!open.ok) return open;
  if (!open.value.includes(month)) return refuse("PERIOD_CLOSED", { month });
  for (const one of open.value) {
    const closed = await closeMonth(tx, one, today);
    if (!closed.ok) {
      const [first, ...rest] = closed.refusals;
      return { ok: false, refusals: one === month ? closed.refusals : [inEarlierMonth(one), first, ...rest] };
    }
  }
  return ok({ month });
}

/** Which of the months it was that could not be closed. */
const inEarlierMonth = (month: string) => ({ code: "PERIOD_EARLIER_OPEN", values: { month } });

/** Opens the latest closed month again; the reason stands in the audit. */
export async function reopenMonth(tx: Tx, month: string, reason: string): Promise<Outcome<{ month: string }>> {
  const { periods } = await loadPeriods(tx);
  const period = periods.find((one) => one.month === month);
  if (!period) return refuse("PERIOD_MISSING", { month });
  const opened = reopenPeriod(period, periods);
  if (!opened.ok) return refuse(opened.refusals[0].code, opened.refusals[0].values);
  if ((await setPeriodClosed(tx, month, false)) === 0) return refuse("PERIOD_OPEN");
  await note(tx, "accounting.monthReopened", month, reason);
  return ok({ month });
}

/** The twelve months of a fiscal year; months that are there stay as they are. */
export async function createFiscalYear(tx: Tx, year: number): Promise<Outcome<{ year: number }>> {
  const { periods, startMonth } = await loadPeriods(tx);
  const wanted = periodsOfFiscalYear(`${year}-${String(startMonth).padStart(2, "0")}-01`).map((one) =>
    monthOf(one.startsOn),
  );
  const missing = wanted.filter((month) => !periods.some((one) => one.month === month));
  if (missing.length === 0) return refuse("FISCAL_YEAR_EXISTS", { year }, "year");
  const lastClosed = periods.filter((one) => one.state === "closed").at(-1);
  if (lastClosed && missing.some((month) => month < lastClosed.month))
    return refuse("FISCAL_YEAR_BEHIND_CLOSED", { month: lastClosed.month }, "year");
  await insertPeriods(tx, missing);
  await note(tx, "accounting.fiscalYearCreated", String(year));
  return ok({ year });
}

async function note(tx: Tx, command: string, what: string, reason?: string): Promise<void> {
  const details = { what, ...(reason && { reason }) };
  await audit(tx, [{ command, subjectKind: "period", subjectId: null, details }]);
  await announce(tx, [{ kind: "accounting.period", subjectId: null }]);
}
