import { camel, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export type Side = "S" | "B";

export interface OpenInvoiceRow {
  readonly invoiceId: string;
  readonly number: string;
  readonly partnerId: string | null;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly totalYen: bigint;
  /** Not settled yet; minus for a credit note. */
  readonly openYen: bigint;
  readonly state: "issued" | "acknowledged" | "disputed" | "settled";
}

/** Invoices with something left to pay, the oldest due first. */
export async function loadOpenInvoices(
  tx: Tx,
  side: Side,
  by: { readonly dueUntil?: string | undefined; readonly partnerId?: string | null | undefined } = {},
): Promise<OpenInvoiceRow[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "openItems.invoices",
      text: `select f.invoice_id, f.number, f.partner_id, f.issued_on, f.due_on, f.total_yen, f.total_yen - sign(f.total_yen)::bigint * (f.settled_yen + f.carried_yen) open_yen, f.state from app.invoice_face f
        where f.company_id = $1 and f.side = $2 and f.state <> 'settled' and ($3::date is null or f.due_on <= $3) and ($4::uuid is null or f.partner_id = $4) order by f.due_on, f.number, f.invoice_id`,
    },
    [tx.companyId, side, by.dueUntil ?? null, by.partnerId ?? null],
  );
  return rows.map((row) => camel<OpenInvoiceRow>(row));
}

export interface UnbilledRow {
  readonly partnerId: string | null;
  readonly happenedOn: string;
  readonly amountYen: bigint;
}

/**
 * Accepted (plus) and returned (minus) goods that stand on no invoice, with the tax posted for them, per partner and day.
 *
 * @param until only what happened up to this day, and no invoice issued after it counts; null: as things are
 */
export async function loadUnbilled(tx: Tx, side: Side, until: string | null = null): Promise<UnbilledRow[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "openItems.unbilled",
      text: `select f.partner_id, e.happened_on, sum(case e.kind when 'returned' then -1 else 1 end * (e.amount_yen + coalesce(e.tax_yen, 0)))::bigint amount_yen
        from app.trade_line_face f join app.delivery_event e on e.trade_id = f.trade_id and e.trade_line_number = f.line_number and e.kind in ('accepted', 'specially_accepted', 'returned', 'price_settled')
        where f.company_id = $1 and f.side = $2 and not f.is_history and ($3::date is not null or e.kind = 'price_settled' or (f.accepted + f.returned) > f.invoiced) and ($3::date is null or e.happened_on <= $3)
          and not exists (select from app.invoice_line i join app.invoice v on v.id = i.invoice_id where i.delivery_event_id = e.id and ($3::date is null or v.issued_on <= $3))
          and not exists (select from app.opening_item_part c where c.company_id = $1 and c.kind = 'event' and c.source_id = e.id and c.carried_on <= coalesce($3, 'infinity'))
        group by 1, 2 order by 1, 2`,
    },
    [tx.companyId, side, until],
  );
  return rows.map((row) => camel<UnbilledRow>(row));
}

/** What stands on the control account and came from neither delivery, invoice nor payment: opening balances and entries by hand, debit plus, less what opening items took over. */
export async function loadOtherItems(
  tx: Tx,
  accountId: string,
  until: string | null = null,
): Promise<{ partnerId: string | null; amountYen: bigint }[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "openItems.other",
      text: `select x.partner_id, sum(x.amount_yen)::bigint amount_yen from (
          select l.partner_id, l.amount_yen from app.journal_line l join app.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
            where l.company_id = $1 and l.account_id = $2 and e.source_kind not in ('delivery', 'invoice', 'payment') and ($3::date is null or e.event_on <= $3)
          union all select p.id, case when o.seller_id = $1 then -c.amount_yen else c.amount_yen end from app.opening_item_part c join app.opening_item o on o.id = c.opening_item_id
            join app.account_map m on m.company_id = $1 and m.account_id = $2 and m.role = case when o.seller_id = $1 then 'receivable' else 'payable' end
            join app.partner p on p.company_id = $1 and p.linked_company_id = case when o.seller_id = $1 then o.buyer_id else o.seller_id end
            where c.company_id = $1 and c.kind = 'ledger' and c.carried_on <= coalesce($3, 'infinity')) x group by 1 having sum(x.amount_yen) <> 0`,
    },
    [tx.companyId, accountId, until],
  );
  return rows.map((row) => camel(row));
}

/**
 * Sum of what invoices of a side leave open at the end of a day: those issued by then, less what was paid by then. Money that was
 * matched only later is still open then, as it is in the books.
 */
export async function sumOpenInvoicesAt(tx: Tx, side: Side, day: string, accountId: string): Promise<bigint> {
  const [row] = await query<{ issued: bigint; settled: bigint; carried: bigint; later: bigint }>(
    tx,
    {
      name: "openItems.at",
      text: `select coalesce((select sum(f.total_yen) from app.invoice_face f where f.company_id = $1 and f.side = $2 and f.issued_on <= $3), 0)::bigint issued,
          coalesce((select sum(sign(f.total_yen) * (a.amount_yen + a.allowance_yen)) from app.payment_face p join app.payment_allocation a on a.payment_id = p.payment_id
            join app.invoice_face f on f.company_id = p.company_id and f.invoice_id = a.invoice_id where p.company_id = $1 and p.side = $2 and (case $2 when 'S' then p.received_on else p.sent_on end) <= $3), 0)::bigint settled,
          coalesce((select sum(c.amount_yen) from app.opening_item_part c join app.invoice_face f on f.company_id = c.company_id and f.invoice_id = c.source_id
            where c.company_id = $1 and c.kind = 'invoice' and f.side = $2 and c.carried_on <= $3), 0)::bigint carried,
          coalesce((select sum(l.amount_yen) from app.journal_line l join app.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
            where l.company_id = $1 and l.account_id = $4 and e.event_on > $3 and e.kind in ('unapplied_receipt_matched', 'advance_received_applied', 'advance_paid_applied')), 0)::bigint later`,
    },
    [tx.companyId, side, day, accountId],
  );
  return row!.issued - row!.settled - row!.carried - (side === "S" ? row!.later : -row!.later);
}
