import {
  addDays,
  firstDayOfMonth,
  monthOf,
  type Outcome,
  ok,
  type PlainDate,
  refuse,
} from "../../domain/shared/index.ts";
import { readCursor, settleAll, type Tx, writeCursor } from "../platform/index.ts";
import { type AccountRow, findAccount, loadAccountMap } from "./account.store.ts";
import { loadBalances } from "./balance.store.ts";
import { monthBefore } from "./balances.ts";
import {
  type LedgerLineRow,
  type LedgerPlace,
  loadLedger,
  loadPartnerLedger,
  sumLedger,
  sumPartnerLedger,
} from "./ledger.store.ts";
import { loadPartnerCards, type PartnerCard } from "./partner.store.ts";

const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

export interface LedgerRange {
  readonly postedOnFrom: PlainDate;
  readonly postedOnTo: PlainDate;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface LedgerRow extends Omit<LedgerLineRow, "amountYen" | "counterAccounts"> {
  /** null: several (諸口). */
  readonly counterAccount: string | null;
  readonly debitYen: bigint | null;
  readonly creditYen: bigint | null;
  readonly balanceYen: bigint;
}

export interface LedgerPage {
  readonly openingYen: bigint;
  readonly closingYen: bigint;
  readonly rows: readonly LedgerRow[];
  readonly nextCursor?: string;
}

/** A page of one account's ledger with its running balance, debit plus. */
export async function accountLedger(
  tx: Tx,
  accountCode: string,
  range: LedgerRange,
): Promise<Outcome<LedgerPage & { readonly account: AccountRow }>> {
  const account = await findAccount(tx, { code: accountCode });
  if (!account) return refuse("ACCOUNT_UNKNOWN", { account: accountCode }, "accountCode");
  const { postedOnFrom: from, postedOnTo: to } = range;
  const place = placeOf(`ledger ${account.id}`, range);
  if (!place.ok) return place;
  const { start, after, sort } = place.value;
  const [lines, sums, months] = await settleAll([
    loadLedger(tx, account.id, from, to, after, range.limit + 1),
    sumLedger(tx, account.id, firstDayOfMonth(from), start, to),
    loadBalances(tx, monthBefore(monthOf(from))),
  ]);
  const forwardYen = months.reduce(
    (sum, row) => (row.accountId === account.id ? sum + row.debitYen - row.creditYen : sum),
    0n,
  );
  return ok({
    account,
    ...pageOf(lines, range.limit, sort, 1n, {
      openingYen: forwardYen + sums.untilPlaceYen,
      closingYen: forwardYen + sums.untilEndYen,
    }),
  });
}

/** 得意先元帳・仕入先元帳: a page of what one partner owes (S) or is owed (B), the balance owed plus. */
export async function partnerLedger(
  tx: Tx,
  side: "S" | "B",
  partnerId: string,
  range: LedgerRange,
): Promise<Outcome<LedgerPage & { readonly partner: PartnerCard }>> {
  const partner = (await loadPartnerCards(tx, [partnerId])).get(partnerId);
  if (!partner) return refuse("NOT_FOUND", undefined, "partnerId");
  const role = side === "S" ? "receivable" : "payable";
  const accountId = (await loadAccountMap(tx)).find((row) => row.role === role)!.accountId;
  const place = placeOf(`partnerLedger ${side} ${partnerId}`, range);
  if (!place.ok) return place;
  const { start, after, sort } = place.value;
  const [lines, sums] = await settleAll([
    loadPartnerLedger(tx, accountId, partnerId, range.postedOnFrom, range.postedOnTo, after, range.limit + 1),
    sumPartnerLedger(tx, accountId, partnerId, start, range.postedOnTo),
  ]);
  const sign = side === "S" ? 1n : -1n;
  return ok({
    partner,
    ...pageOf(lines, range.limit, sort, sign, {
      openingYen: sums.untilPlaceYen * sign,
      closingYen: sums.untilEndYen * sign,
    }),
  });
}

function placeOf(name: string, { postedOnFrom, postedOnTo, cursor }: LedgerRange) {
  const sort = `${name} ${postedOnFrom} ${postedOnTo}`;
  const after = readCursor(cursor, sort, ["date", "uuid", "integer"]);
  if (!after.ok) return after;
  const given = after.value as unknown as LedgerPlace | null;
  const start: LedgerPlace = given ?? [addDays(postedOnFrom, -1), LAST_ID, "2147483647"];
  return ok({ sort, after: given, start });
}

function pageOf(
  lines: readonly LedgerLineRow[],
  limit: number,
  sort: string,
  sign: bigint,
  sums: Pick<LedgerPage, "openingYen" | "closingYen">,
): LedgerPage {
  const shown = lines.slice(0, limit);
  let balanceYen = sums.openingYen;
  const rows = shown.map(({ counterAccounts, amountYen, ...line }) => {
    balanceYen += amountYen * sign;
    return {
      ...line,
      counterAccount: counterAccounts.length === 1 ? counterAccounts[0]! : null,
      debitYen: amountYen > 0n ? amountYen : null,
      creditYen: amountYen < 0n ? -amountYen : null,
      balanceYen,
    };
  });
  const last = shown.at(-1);
  return {
    ...sums,
    rows,
    ...(lines.length > limit && last
      ? { nextCursor: writeCursor(sort, [last.postingOn, last.entryId, String(last.lineNumber)]) }
      : {}),
  };
}
