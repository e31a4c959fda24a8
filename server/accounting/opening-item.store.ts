import type { z } from "zod";
import type { OpeningItemState, OpeningSource, openingItemListQueryShape } from "../../domain/accounting/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { camel, insertAll, listPage, query, searchFilter, when } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import type { Side } from "./open-items.store.ts";

const SIDE = "case when o.seller_id = $1 then 'S' else 'B' end";
const OTHER = "case when o.seller_id = $1 then o.buyer_id else o.seller_id end";
const ROW = `o.id, ${SIDE} side, p.id partner_id, p.name partner_name, o.number, o.documented_on, o.due_on, o.amount_yen::text, o.state, o.proposed_by = $1 is_mine, o.round, o.proposed_at, o.agreed_on`;
const FROM = `app.opening_item o join app.partner p on p.company_id = $1 and p.linked_company_id = ${OTHER}`;

export interface OpeningItemRow {
  readonly id: string;
  readonly side: Side;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly number: string;
  readonly documentedOn: string;
  readonly dueOn: string;
  readonly amountYen: string;
  readonly state: OpeningItemState;
  readonly isMine: boolean;
  readonly round: number;
  readonly proposedAt: string;
  readonly agreedOn: string | null;
}

/** A page of opening items proposed by or to the acting company. */
export function listOpeningItems(tx: Tx, asked: z.output<typeof openingItemListQueryShape>) {
  const number = asked.search?.trim();
  const named = searchFilter(number, "partner", "p.id");
  return listPage<OpeningItemRow>(
    tx,
    {
      select: ROW,
      from: FROM,
      where: "$1 in (o.seller_id, o.buyer_id)",
      sorts: {
        proposedAt: { sql: "o.proposed_at", kind: "instant" },
        dueOn: { sql: "o.due_on", kind: "date" },
        number: { sql: "o.number", kind: "text" },
        amountYen: { sql: "o.amount_yen", kind: "integer" },
      },
      otherwise: "-proposedAt",
      tie: [{ sql: "o.id", kind: "uuid" }],
    },
    asked,
    [
      ...when(asked.partnerId, "p.id = ?"),
      ...when(asked.side, `${SIDE} = ?`),
      ...when(asked.state, "o.state = ?"),
      ...(asked.waiting
        ? [{ sql: "o.state = case when o.proposed_by = $1 then 'differs' else 'proposed' end", values: [] }]
        : []),
      ...named.map(({ sql, values }) => ({
        sql: `(upper(o.number) = upper(?) or ${sql})`,
        values: [number, ...values],
      })),
    ],
  );
}

export interface OpeningItemRecord extends OpeningItemRow {
  readonly words: string;
  readonly answerYen: string | null;
  readonly answerWords: string;
  readonly said: readonly {
    kind: OpeningItemState;
    isMine: boolean;
    amountYen: string | null;
    words: string;
    saidAt: string;
  }[];
  /** Own parts of the round that stands; accepted goods event by event. */
  readonly parts: readonly {
    kind: "invoice" | "event" | "ledger";
    sourceId: string | null;
    number: string;
    amountYen: bigint;
  }[];
}

/** One item with what was said of it; undefined for one of others. */
export async function loadOpeningItem(tx: Tx, id: string): Promise<OpeningItemRecord | undefined> {
  const own = [tx.companyId, id];
  const [heads, said, parts] = await settleAll([
    query<Record<string, unknown>>(
      tx,
      `select ${ROW}, o.words, o.answer_yen::text, o.answer_words from ${FROM} where $1 in (o.seller_id, o.buyer_id) and o.id = $2`,
      own,
    ),
    query<Record<string, unknown>>(
      tx,
      "select kind, by_company_id = $1 is_mine, amount_yen::text, words, said_at from app.opening_item_word where opening_item_id = $2 order by seq",
      own,
    ),
    query<Record<string, unknown>>(
      tx,
      `select x.kind, coalesce(e.delivery_id, x.source_id) source_id, coalesce(i.number, d.number, '') number, x.amount_yen from app.opening_item_part x join app.opening_item o on o.id = x.opening_item_id
        left join app.invoice i on x.kind = 'invoice' and i.id = x.source_id left join app.delivery_event e on x.kind = 'event' and e.id = x.source_id left join app.delivery d on d.id = e.delivery_id
        where x.company_id = $1 and x.opening_item_id = $2 and x.round = o.round order by x.part_number`,
      own,
    ),
  ]);
  const [head] = heads;
  return (
    head && {
      ...camel<OpeningItemRecord>(head),
      said: said.map((row) => camel(row)),
      parts: parts.map((row) => camel(row)),
    }
  );
}

export interface OwnSource extends OpeningSource {
  readonly side: Side;
  readonly documentedOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
}

const HELD = (
  key: string,
) => `coalesce((select sum(x.amount_yen) from app.opening_item_part x join app.opening_item o on o.id = x.opening_item_id and o.round = x.round and o.state in ('proposed', 'differs')
  where x.company_id = $1 and x.opening_item_id is distinct from $3::uuid and ${key}), 0)::bigint`;

/**
 * Own papers of one face with a linked partner that are open: invoices, accepted goods on no invoice, and what the ledger holds beside
 * them. Nothing the two companies already share.
 *
 * @param exceptItemId whose own parts count as free: an item that is being proposed anew
 */
export async function loadOwnSources(tx: Tx, partnerId: string, exceptItemId: string | null): Promise<OwnSource[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "openingItem.sources",
      text: `select f.side, 'invoice' kind, f.invoice_id source_id, f.number, f.issued_on documented_on, f.due_on, f.total_yen - sign(f.total_yen)::bigint * (f.settled_yen + f.carried_yen) open_yen, ${HELD("x.kind = 'invoice' and x.source_id = f.invoice_id")} held_yen
        from app.invoice i join app.invoice_face f on f.company_id = $1 and f.invoice_id = i.id where i.outside_partner_id = $2 and f.state <> 'settled'
      union all select u.side, 'delivery', u.delivery_id, u.number, u.happened_on, null, u.open_yen, ${HELD("x.kind = 'event' and x.source_id = any (u.events)")}
        from (select f.side, f.delivery_id, f.number, max(e.happened_on) happened_on, sum(case e.kind when 'returned' then -1 else 1 end * (e.amount_yen + coalesce(e.tax_yen, 0)))::bigint open_yen, array_agg(e.id) events
          from app.delivery d join app.delivery_face f on f.company_id = $1 and f.delivery_id = d.id join app.delivery_event e on e.delivery_id = d.id and e.kind in ('accepted', 'specially_accepted', 'returned', 'price_settled')
          where d.outside_partner_id = $2 and not exists (select from app.invoice_line l where l.delivery_event_id = e.id) and not exists (select from app.opening_item_part c where c.company_id = $1 and c.kind = 'event' and c.source_id = e.id and c.carried_on is not null)
          group by 1, 2, 3) u where u.open_yen <> 0
      union all select s.side, 'ledger', null, '', null, null, r.yen, ${HELD("x.kind = 'ledger' and case when o.seller_id = $1 then 'S' else 'B' end = s.side and case when o.seller_id = $1 then o.buyer_id else o.seller_id end = (select p.linked_company_id from app.partner p where p.company_id = $1 and p.id = $2)")}
        from (values ('S'), ('B')) s (side) cross join lateral (select guard.my_opening_rest($2, s.side)) r (yen) where r.yen <> 0
      order by 1 desc, 5 nulls last, 4, 3`,
    },
    [tx.companyId, partnerId, exceptItemId],
  );
  return rows.map((row) => camel<OwnSource>(row));
}

/** Accepted and returned parts of deliveries that stand on no invoice, with what each is worth. */
export async function loadUnbilledEvents(
  tx: Tx,
  deliveryIds: readonly string[],
): Promise<{ id: string; deliveryId: string; amountYen: bigint }[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "openingItem.events",
      text: `select e.id, e.delivery_id, case e.kind when 'returned' then -1 else 1 end * (e.amount_yen + coalesce(e.tax_yen, 0)) amount_yen from app.delivery_event e
        where e.delivery_id = any($2::uuid[]) and e.kind in ('accepted', 'specially_accepted', 'returned', 'price_settled') and not exists (select from app.invoice_line l where l.delivery_event_id = e.id)
          and not exists (select from app.opening_item_part c where c.company_id = $1 and c.kind = 'event' and c.source_id = e.id and c.carried_on is not null) order by e.id`,
    },
    [tx.companyId, deliveryIds],
  );
  return rows.map((row) => camel(row));
}

export interface NewOpeningItem {
  readonly id: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly number: string;
  readonly documentedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly amountYen: bigint;
  readonly words: string;
}

export async function insertOpeningItem(tx: Tx, item: NewOpeningItem): Promise<void> {
  await insertAll(tx, "opening_item", [
    {
      id: item.id,
      seller_id: item.sellerId,
      buyer_id: item.buyerId,
      proposed_by: tx.companyId,
      number: item.number,
      documented_on: item.documentedOn,
      due_on: item.dueOn,
      amount_yen: item.amountYen,
      words: item.words,
    },
  ]);
}

export interface StoredPart {
  readonly kind: "invoice" | "event" | "ledger";
  readonly sourceId: string | null;
  readonly amountYen: bigint;
}

export async function insertParts(tx: Tx, itemId: string, round: number, parts: readonly StoredPart[]): Promise<void> {
  await insertAll(
    tx,
    "opening_item_part",
    parts.map((part, i) => ({
      company_id: tx.companyId,
      opening_item_id: itemId,
      round,
      part_number: i + 1,
      kind: part.kind,
      source_id: part.sourceId,
      amount_yen: part.amountYen,
    })),
  );
}

/** Both sides' word: the item becomes one of both. Or whose books do not hold what was said. */
export async function agreeItem(
  tx: Tx,
  id: string,
  round: number,
  onDay: PlainDate,
): Promise<"agreed" | "own" | "theirs"> {
  const [row] = await query<{ answer: "agreed" | "own" | "theirs" }>(
    tx,
    "select guard.agree_opening_item($1, $2, $3) answer",
    [id, round, onDay],
  );
  return row!.answer;
}

export async function disputeItem(tx: Tx, id: string, round: number, yen: bigint | null, words: string): Promise<void> {
  await query(tx, "select guard.dispute_opening_item($1, $2, $3, $4)", [id, round, yen, words]);
}

export async function reproposeItem(
  tx: Tx,
  id: string,
  round: number,
  to: { readonly dueOn: PlainDate; readonly amountYen: bigint; readonly words: string },
): Promise<void> {
  await query(tx, "select guard.repropose_opening_item($1, $2, $3, $4, $5)", [
    id,
    round,
    to.dueOn,
    to.amountYen,
    to.words,
  ]);
}

export async function withdrawItem(tx: Tx, id: string): Promise<void> {
  await query(tx, "select guard.withdraw_opening_item($1)", [id]);
}

/** Which of these invoices stand in own books alone although the partner is linked: papers from before the link. */
export async function findBeforeLink(tx: Tx, invoiceIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await query<{ id: string }>(
    tx,
    `select i.id from app.invoice i join app.partner p on p.company_id = $1 and p.id = i.outside_partner_id
      where i.id = any($2::uuid[]) and p.linked_company_id is not null`,
    [tx.companyId, invoiceIds],
  );
  return new Set(rows.map((row) => row.id));
}
