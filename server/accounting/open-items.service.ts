import { AGEING_BUCKETS, type AgeingBucket, ageByDueDate, type CashItem } from "../../domain/accounting/index.ts";
import { closingAndDueDate } from "../../domain/agreements/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { balanceAt, loadAllBalances } from "./balances.ts";
import { loadOpenInvoices, loadOtherItems, loadUnbilled, type Side } from "./open-items.store.ts";
import { loadPartnerCards } from "./partner.store.ts";

export interface OpenItemsRow {
  readonly partnerId: string | null;
  readonly partnerCode: string;
  readonly partnerName: string;
  readonly unbilledYen: bigint;
  readonly otherYen: bigint;
  readonly amounts: Readonly<Record<AgeingBucket, bigint>>;
  readonly totalYen: bigint;
  readonly nextDueOn: PlainDate | null;
}

/** What is owed per partner: accepted and not billed, invoices by age, and what was brought forward. Rows add up to the control account. */
export async function openItems(
  tx: Tx,
  side: Side,
  today: PlainDate,
): Promise<{ rows: OpenItemsRow[]; totalYen: bigint; overdueYen: bigint; accountYen: bigint }> {
  const balances = await loadAllBalances(tx, "9999-12");
  const accountId = balances.accountOf.get(side === "S" ? "receivable" : "payable")!;
  const sign = side === "S" ? 1n : -1n;
  const [invoices, unbilled, other] = await settleAll([
    loadOpenInvoices(tx, side),
    loadUnbilled(tx, side),
    loadOtherItems(tx, accountId),
  ]);
  const key = (id: string | null) => id ?? "";
  const aged = new Map(
    ageByDueDate(
      invoices.map(({ partnerId, dueOn, openYen }) => ({ partnerId: key(partnerId), dueOn, openYen })),
      today,
    ).map((row) => [row.partnerId, row]),
  );
  const sum = (rows: readonly { partnerId: string | null; amountYen: bigint }[], id: string) =>
    rows.reduce((total, row) => (key(row.partnerId) === id ? total + row.amountYen : total), 0n);
  const ids = [
    ...new Set([...aged.keys(), ...unbilled.map((r) => key(r.partnerId)), ...other.map((r) => key(r.partnerId))]),
  ];
  const cards = await loadPartnerCards(
    tx,
    ids.filter((id) => id !== ""),
  );
  const none = Object.fromEntries(AGEING_BUCKETS.map((bucket) => [bucket, 0n])) as Record<AgeingBucket, bigint>;
  const rows = ids
    .map((id) => {
      const row = aged.get(id);
      const unbilledYen = sum(unbilled, id);
      const otherYen = sum(other, id) * sign;
      return {
        partnerId: id === "" ? null : id,
        partnerCode: cards.get(id)?.code ?? "",
        partnerName: cards.get(id)?.name ?? "",
        unbilledYen,
        otherYen,
        amounts: row?.amounts ?? none,
        totalYen: (row?.totalYen ?? 0n) + unbilledYen + otherYen,
        nextDueOn: invoices.find((one) => key(one.partnerId) === id && one.openYen > 0n)?.dueOn ?? null,
      };
    })
    .sort((a, b) =>
      a.totalYen === b.totalYen ? (a.partnerCode < b.partnerCode ? -1 : 1) : a.totalYen > b.totalYen ? -1 : 1,
    );
  return {
    rows,
    totalYen: rows.reduce((total, row) => total + row.totalYen, 0n),
    overdueYen: invoices.reduce((total, one) => (one.dueOn < today ? total + one.openYen : total), 0n),
    accountYen: balanceAt(balances, new Set([accountId]), "9999-12") * sign,
  };
}

/** Money expected on its day: open invoices, and what is accepted and will be billed by the partner's usual terms. */
export async function cashItems(tx: Tx): Promise<CashItem[]> {
  const [soldInvoices, boughtInvoices, sold, bought] = await settleAll([
    loadOpenInvoices(tx, "S"),
    loadOpenInvoices(tx, "B"),
    loadUnbilled(tx, "S"),
    loadUnbilled(tx, "B"),
  ]);
  const cards = await loadPartnerCards(
    tx,
    [...sold, ...bought].flatMap((row) => row.partnerId ?? []),
  );
  const billed = (side: Side, rows: typeof soldInvoices): CashItem[] =>
    rows.map(({ dueOn, openYen }) => ({ dueOn, amountYen: openYen, side, isUnbilled: false }));
  const toBill = (side: Side, rows: typeof sold): CashItem[] =>
    rows.map(({ partnerId, happenedOn, amountYen }) => {
      const terms = cards.get(partnerId ?? "");
      return {
        dueOn: terms ? closingAndDueDate(terms, happenedOn).dueOn : happenedOn,
        amountYen,
        side,
        isUnbilled: true,
      };
    });
  return [...billed("S", soldInvoices), ...billed("B", boughtInvoices), ...toBill("S", sold), ...toBill("B", bought)];
}
