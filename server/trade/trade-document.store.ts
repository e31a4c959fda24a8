import type { Rounding, SellerTaxStatus, TaxCategory } from "../../domain/shared/index.ts";
import type { LineState } from "../../domain/trade/index.ts";
import { camel, query, sendKept } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import type { Pair } from "./trade.store.ts";

type Row = Record<string, unknown>;
const all = (rows: readonly Row[]) => rows.map((row) => camel<Row>(row));

/** What the routes reckon with; the rest is only shown. */
interface HeadRow extends Pair {
  readonly companyName: string;
  readonly companyAddress: string;
  readonly companyPhone: string;
  readonly registrationNumber: string | null;
  readonly sellerTaxStatus: SellerTaxStatus;
  readonly taxRounding: Rounding;
}
interface LineRow {
  readonly state: LineState;
  readonly taxCategory: TaxCategory;
  readonly amountYen: bigint;
}

/**
 * All that one side may know of a trade: its own face and lines, what both share (changes, revisions, deliveries, invoices), and
 * what followed in its own stock and books. Undefined for a trade of others.
 */
export async function readTrade(tx: Tx, tradeId: string) {
  const [head] = await query<Row>(
    tx,
    `select t.id, f.side, t.number, f.own_number, t.outside_number, f.state, t.outside_partner_id is not null is_outside, f.partner_id, coalesce(p.name, '') partner_name, concat_ws(' ', '〒' || nullif(p.postal_code, ''), coalesce(nullif(p.address, ''), q.address)) partner_address,
        c.name company_name, concat_ws(' ', '〒' || nullif(c.postal_code, ''), nullif(c.address, '')) company_address, c.phone company_phone, c.registration_number, t.agreement_id, g.name agreement_name,
        t.booked_at, t.is_one_step, t.ordered_on, t.valid_until, t.title, t.deliver_to, t.form, f.total_yen, f.is_done, f.is_history, f.note, f.chain_id, t.seller_id, t.buyer_id, t.outside_partner_id,
        case f.side when 'S' then c.tax_status else coalesce(g.seller_tax_status, p.tax_status, 'registered') end seller_tax_status, coalesce(g.tax_rounding, case f.side when 'S' then c.tax_rounding else p.tax_rounding end, c.tax_rounding) tax_rounding
      from app.trade_face f join app.trade t on t.id = f.trade_id join app.company c on c.company_id = f.company_id left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id left join app.company_profile q on q.id = p.linked_company_id
      left join app.agreement g on g.id = t.agreement_id where f.company_id = $1 and f.trade_id = $2`,
    [tx.companyId, tradeId],
  );
  if (!head) return undefined;
  const own = [tx.companyId, tradeId];
  const [lines, changes, changeLines, revisions, deliveries, invoices, moves, journal, history, pages] =
    await settleAll([
      query<Row>(
        tx,
        `select l.line_number, l.code, l.description, f.item_id, l.quantity, l.unit, l.unit_price, l.is_provisional, l.amount_yen, l.tax_category, l.wanted_on, l.promised_on, l.valid_until, l.state, l.answer, l.revision,
          f.shipped, f.received, f.accepted, f.rejected, f.returned, f.invoiced, f.purpose, f.note, f.is_open
        from app.trade_line l join app.trade_line_face f on f.company_id = $1 and f.trade_id = l.trade_id and f.line_number = l.line_number where l.trade_id = $2 order by l.line_number`,
        own,
      ),
      query<Row>(
        tx,
        `select id, number, state, proposed_by = $1 is_mine, chain_change_id is not null is_of_chain, reason, answer, cost_yen, proposed_at, answered_at, expires_on
        from app.change_request where trade_id = $2 order by proposed_at desc`,
        own,
      ),
      query<Row>(
        tx,
        `select l.change_request_id, l.line_number, l.is_cancel, l.new_quantity, l.new_unit_price, l.new_amount_yen, l.new_wanted_on, l.new_promised_on
        from app.change_request_line l join app.change_request c on c.id = l.change_request_id where c.trade_id = $1 order by l.line_number`,
        [tradeId],
      ),
      query<Row>(
        tx,
        "select line_number, revision, quantity, unit_price, amount_yen, wanted_on, promised_on, replaced_at from app.trade_line_revision where trade_id = $1 order by line_number, revision",
        [tradeId],
      ),
      query<Row>(
        tx,
        `select f.delivery_id id, f.number, f.shipped_on, f.state from app.delivery_face f where f.company_id = $1 and f.delivery_id in (select l.delivery_id from app.delivery_line l where l.trade_id = $2)
        order by f.shipped_on, f.number`,
        own,
      ),
      query<Row>(
        tx,
        `select f.invoice_id id, f.number, f.issued_on, f.total_yen, f.state from app.invoice_face f where f.company_id = $1
        and f.invoice_id in (select l.invoice_id from app.delivery_event e join app.invoice_line l on l.delivery_event_id = e.id where e.trade_id = $2) order by f.issued_on, f.number`,
        own,
      ),
      query<Row>(
        tx,
        `select f.move_id, f.kind, f.moved_on, coalesce(i.code, '') item_code, coalesce(x.name, '') place_name, f.quantity from app.stock_move m join app.stock_move_face f on f.company_id = $1 and f.move_id = m.id
        left join app.item i on i.company_id = f.company_id and i.id = f.item_id left join app.place x on x.company_id = f.company_id and x.id = f.place_id
        where m.trade_id = $2 order by m.recorded_at desc, f.seq limit 200`,
        own,
      ),
      query<Row>(
        tx,
        `select e.id, e.number, e.posted_on, e.kind, (select coalesce(sum(l.amount_yen) filter (where l.amount_yen > 0), 0)::bigint from app.journal_line l where l.company_id = e.company_id and l.entry_id = e.id) debit_yen
        from app.journal_entry e where e.company_id = $1 and e.source_id in (
          select l.delivery_id from app.delivery_line l where l.trade_id = $2 union select l.invoice_id from app.delivery_event v join app.invoice_line l on l.delivery_event_id = v.id where v.trade_id = $2)
        order by e.posted_on, e.number`,
        own,
      ),
      readHistory(tx, [tradeId], "select l.delivery_id from app.delivery_line l where l.trade_id = any($2::uuid[])"),
      query<Row>(
        tx,
        "select id, created_at, expires_at, opened_at, answered_at, answer, withdrawn from app.partner_page where company_id = $1 and trade_id = $2 order by created_at desc",
        own,
      ),
    ]);
  return {
    head: camel<HeadRow>(head),
    lines: lines.map((line) => camel<LineRow>(line)),
    changes: all(changes).map((change) => ({
      ...change,
      lines: all(changeLines.filter((line) => line["change_request_id"] === change["id"])),
    })),
    revisions: all(revisions),
    deliveries: all(deliveries),
    invoices: all(invoices),
    stockMoves: all(moves),
    journal: all(journal),
    history,
    pages: all(pages),
  };
}

/**
 * What was done to records, the newest first, by own people's names; the other side's people are not named. What a passed day or a rule
 * both signed did, nobody did: it is automatic.
 */
export async function readHistory(
  tx: Tx,
  subjectIds: readonly string[],
  more = "select null::uuid where false",
): Promise<{ at: string; who: string; isAutomatic: boolean; command: string }[]> {
  await sendKept(tx);
  return await query(
    tx,
    `select a.at, coalesce(m.name, '') who, a.user_id is null or (a.details ->> 'byRule') is not distinct from 'true' "isAutomatic", a.command, nullif(a.details ->> 'words', '') words from app.audit a left join guard.members() m on m.user_id = a.user_id
      where a.company_id = $1 and (a.subject_id = any($2::uuid[]) or a.subject_id in (${more})) order by a.at desc limit 100`,
    [tx.companyId, subjectIds],
  );
}
