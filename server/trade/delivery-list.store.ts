import type { z } from "zod";
import type { deliveryListQueryShape } from "../../domain/trade/index.ts";
import { camel, query } from "../platform/db/index.ts";
import { type Sort, settleAll, type Tx } from "../platform/index.ts";
import { Conditions, orderBy, type SortColumn } from "./keyset.ts";

type Row = Record<string, unknown>;

export const DELIVERY_SORTS: Readonly<Record<"shippedOn" | "ownNumber", SortColumn>> = {
  shippedOn: { sql: "f.shipped_on", kind: "date" },
  ownNumber: { sql: "f.own_number", kind: "text" },
};
export type DeliverySort = keyof typeof DELIVERY_SORTS;

const FACE =
  "f.delivery_id id, f.side, f.number, f.own_number, f.partner_id, coalesce(p.name, '') partner_name, f.shipped_on, f.expected_on, f.received_on, f.judged_on, f.state";

/** A page of deliveries of one side. */
export async function listDeliveries(
  tx: Tx,
  asked: z.output<typeof deliveryListQueryShape>,
  sort: Sort<DeliverySort>,
  cursor: readonly (string | null)[] | null,
) {
  const where = new Conditions([tx.companyId, asked.side]);
  if (asked.state) where.add(`f.state = ${where.bind(asked.state)}`);
  if (asked.partnerId) where.add(`f.partner_id = ${where.bind(asked.partnerId)}`);
  if (asked.dayFrom) where.add(`f.shipped_on >= ${where.bind(asked.dayFrom)}`);
  if (asked.dayTo) where.add(`f.shipped_on <= ${where.bind(asked.dayTo)}`);
  if (asked.search) {
    const typed = where.bind(asked.search);
    where.add(
      `(starts_with(lower(f.own_number), lower(${typed}::text)) or starts_with(lower(f.number), lower(${typed}::text)) or p.name like '%' || ${typed}::text || '%')`,
    );
  }
  const column = DELIVERY_SORTS[sort.column];
  where.after(sort, column, ["f.delivery_id"], cursor);
  const rows = await query<Row>(
    tx,
    `select ${FACE}, ${column.sql}::text sort_key from app.delivery_face f left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id
      where f.company_id = $1 and f.side = $2${where.text} order by ${orderBy(sort, column, ["f.delivery_id"])} limit ${asked.limit + 1}`,
    where.values,
  );
  return rows.map((row) => camel<{ id: string; sortKey: string; [column: string]: unknown }>(row));
}

/** One delivery with all that happened to its lines; undefined for one of others. */
export async function readDelivery(tx: Tx, deliveryId: string) {
  const [head] = await query<Row>(
    tx,
    `select ${FACE}, d.carrier, d.note, d.outside_partner_id is not null is_outside, d.seller_id, d.buyer_id, concat_ws(' ', '〒' || nullif(p.postal_code, ''), coalesce(nullif(p.address, ''), q.address)) partner_address,
        c.name company_name, concat_ws(' ', '〒' || nullif(c.postal_code, ''), nullif(c.address, '')) company_address, c.phone company_phone, c.registration_number,
        coalesce((select string_agg(distinct t.deliver_to, ' / ') from app.delivery_line l join app.trade t on t.id = l.trade_id where l.delivery_id = f.delivery_id and t.deliver_to <> ''), '') deliver_to
      from app.delivery_face f join app.delivery d on d.id = f.delivery_id join app.company c on c.company_id = f.company_id left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id left join app.company_profile q on q.id = p.linked_company_id
      where f.company_id = $1 and f.delivery_id = $2`,
    [tx.companyId, deliveryId],
  );
  if (!head) return undefined;
  const [lines, events, journal] = await settleAll([
    query<Row>(
      tx,
      `select l.line_number, l.trade_id, l.trade_line_number, t.own_number trade_number, t.outside_number, f.item_id, f.code, f.description, f.unit, f.unit_price, l.quantity, l.lot_code,
          e.received, e.accepted, e.specially, e.rejected, e.returned, e.received - e.accepted - e.specially - e.rejected to_judge
        from app.delivery_line l join app.trade_line_face f on f.company_id = $1 and f.trade_id = l.trade_id and f.line_number = l.trade_line_number
        join app.trade_face t on t.company_id = $1 and t.trade_id = l.trade_id
        cross join lateral (select coalesce(sum(v.quantity) filter (where v.kind = 'received'), 0) received, coalesce(sum(v.quantity) filter (where v.kind = 'accepted'), 0) accepted,
            coalesce(sum(v.quantity) filter (where v.kind = 'specially_accepted'), 0) specially, coalesce(sum(v.quantity) filter (where v.kind = 'rejected'), 0) rejected,
            coalesce(sum(v.quantity) filter (where v.kind = 'returned'), 0) returned from app.delivery_event v where v.delivery_id = l.delivery_id and v.line_number = l.line_number) e
        where l.delivery_id = $2 order by l.line_number`,
      [tx.companyId, deliveryId],
    ),
    query<Row>(
      tx,
      "select id, line_number, kind, quantity, unit_price, amount_yen, tax_yen, happened_on, reason, recorded_at from app.delivery_event where delivery_id = $1 order by recorded_at, line_number",
      [deliveryId],
    ),
    query<Row>(
      tx,
      `select e.id, e.number, e.posted_on, e.kind, (select coalesce(sum(l.amount_yen) filter (where l.amount_yen > 0), 0)::bigint from app.journal_line l where l.company_id = e.company_id and l.entry_id = e.id) debit_yen
        from app.journal_entry e where e.company_id = $1 and e.source_id = $2 order by e.posted_on, e.number`,
      [tx.companyId, deliveryId],
    ),
  ]);
  return {
    head: camel<Record<string, never>>(head),
    lines: lines.map((row) => camel<Record<string, never>>(row)),
    events: events.map((row) => camel<Record<string, never>>(row)),
    journal: journal.map((row) => camel<Record<string, never>>(row)),
  };
}

/** Confirmed lines with something left to send to, or to await from, a partner; with what is free in the stores. */
export async function listOpenLines(tx: Tx, side: "S" | "B", partnerId: string | null) {
  const rows = await query<Row>(
    tx,
    `select f.trade_id, f.line_number, t.own_number number, t.outside_number, f.partner_id, coalesce(p.name, '') partner_name, s.outside_partner_id is not null is_outside, s.is_one_step, f.item_id, f.code, f.description, f.unit, f.quantity, f.quantity - f.shipped open, f.wanted_on, f.promised_on,
        coalesce(i.is_lot_tracked, false) is_lot_tracked, f.factor, case when i.id is null or not i.is_stocked or i.category = 'processing' then null else coalesce(b.free, 0) / f.factor end available, coalesce(b.lots, '[]') lots
      from app.trade_line_face f join app.trade_face t on t.company_id = f.company_id and t.trade_id = f.trade_id join app.trade s on s.id = f.trade_id
      left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id left join app.item i on i.company_id = f.company_id and i.id = f.item_id
      left join lateral (select sum(x.quantity) free, jsonb_agg(jsonb_build_object('lotId', x.lot_id, 'code', coalesce(o.code, ''), 'placeId', x.place_id, 'placeName', c.name, 'quantity', x.quantity::text) order by o.code, c.code)
             filter (where x.lot_id <> '00000000-0000-0000-0000-000000000000') lots
           from app.stock_balance x join app.place c on c.company_id = x.owner_id and c.id = x.place_id and c.kind = 'storage' left join app.lot o on o.company_id = x.owner_id and o.id = x.lot_id
          where x.owner_id = f.company_id and x.keeper_id = f.company_id and x.item_id = f.item_id and x.quantity > 0) b on f.side = 'S'
      where f.company_id = $1 and f.side = $2 and f.state = 'confirmed' and f.is_open and f.shipped < f.quantity and ($3::uuid is null or f.partner_id = $3)
        and (f.side = 'S' or s.seller_id is null)
      order by coalesce(f.promised_on, f.wanted_on), t.own_number, f.line_number limit 1000`,
    [tx.companyId, side, partnerId],
  );
  return rows.map((row) => camel<Record<string, never>>(row));
}
