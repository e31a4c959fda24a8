import { camel, execute, insertAll, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface PeriodRow {
  readonly month: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
}

/** Every month there is, the earliest first. */
export async function loadPeriodMonths(tx: Tx): Promise<PeriodRow[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "period.all",
      text: "select p.month, p.closed_at, m.name closed_by from app.period p left join guard.members() m on m.user_id = p.closed_by where p.company_id = $1 order by p.month",
    },
    [tx.companyId],
  );
  return rows.map((row) => camel<PeriodRow>(row));
}

/** Closes or opens a month. Waits for postings under way: they hold the row they asked. @returns rows changed */
export function setPeriodClosed(tx: Tx, month: string, isClosed: boolean): Promise<number> {
  return execute(
    tx,
    {
      name: "period.set",
      text: "update app.period set closed_at = case when $3 then clock_timestamp() end, closed_by = case when $3 then $4::uuid end where company_id = $1 and month = $2 and (closed_at is null) = $3",
    },
    [tx.companyId, month, isClosed, tx.userId || null],
  );
}

export async function insertPeriods(tx: Tx, months: readonly string[]): Promise<void> {
  await insertAll(
    tx,
    "period",
    months.map((month) => ({ company_id: tx.companyId, month })),
    "on conflict do nothing",
  );
}

/** What stock, goods shipped and work in process are worth by their own ledgers at the end of a day. */
export async function stockValuesAt(tx: Tx, day: string): Promise<{ role: string; yen: bigint }[]> {
  return query<{ role: string; yen: bigint }>(
    tx,
    {
      name: "close.stock",
      text: `select case s.pool when 'shipped' then 'goodsShipped' else s.account_role end role, sum(s.value_yen)::bigint yen from app.stock_value s where s.company_id = $1 and s.valued_on <= $2 group by 1
        union all select 'workInProcess', coalesce(sum(c.amount_yen), 0)::bigint from app.work_order_cost c where c.company_id = $1 and c.happened_on <= $2`,
    },
    [tx.companyId, day],
  );
}

/** Deliveries shipped up to a day that were not judged by then. */
export async function countUnaccepted(tx: Tx, day: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    tx,
    {
      name: "close.unaccepted",
      text: "select count(*)::int count from app.delivery_face where company_id = $1 and shipped_on <= $2 and (judged_on is null or judged_on > $2)",
    },
    [tx.companyId, day],
  );
  return row!.count;
}

/** Money that waits for a person at the end of a day, and invoices in dispute. */
export async function countWaiting(
  tx: Tx,
  day: string,
): Promise<{
  openBankRowCount: number;
  unconfirmedPaymentCount: number;
  unsentPaymentCount: number;
  disputedInvoiceCount: number;
}> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    {
      name: "close.waiting",
      text: `select (select count(*)::int from app.bank_row where company_id = $1 and state = 'open' and received_on <= $2) open_bank_row_count,
          (select count(*)::int from app.payment_face where company_id = $1 and side = 'S' and state = 'sent' and sent_on <= $2) unconfirmed_payment_count,
          (select count(*)::int from app.draft where company_id = $1 and kind = 'payment' and state in ('draft', 'approved') and (body->>'sentOn')::date <= $2) unsent_payment_count,
          (select count(*)::int from app.invoice_face where company_id = $1 and state = 'disputed' and issued_on <= $2) disputed_invoice_count`,
    },
    [tx.companyId, day],
  );
  return camel(row!);
}

/**
 * What happened up to a day and stands in the books only after it, per account: a partner acted in a month that was closed here. The
 * ledgers of stock and of what is owed go by the day it happened.
 */
export async function loadShifted(tx: Tx, day: string): Promise<ReadonlyMap<string, bigint>> {
  const rows = await query<{ account_id: string; yen: bigint }>(
    tx,
    {
      name: "close.shifted",
      text: `select l.account_id, sum(l.amount_yen)::bigint yen from app.journal_entry e join app.journal_line l on l.company_id = e.company_id and l.entry_id = e.id
        where e.company_id = $1 and e.posted_on > $2 and e.event_on <= $2 group by 1`,
    },
    [tx.companyId, day],
  );
  return new Map(rows.map((row) => [row.account_id, row.yen]));
}
