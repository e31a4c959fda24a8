import type { Decimal, Outcome } from "../../domain/shared/index.ts";
import {
  camel,
  type ListQuery,
  type ListSql,
  listPage,
  type Page,
  query,
  searchFilter,
  when,
} from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

export interface StockRow {
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly category: string;
  readonly onHand: Decimal;
  readonly keptElsewhere: Decimal;
  readonly reserved: Decimal;
  readonly free: Decimal;
  readonly safetyStock: Decimal;
  readonly valueYen: bigint;
}

const STOCK: ListSql = {
  select:
    "i.id item_id, i.code, i.name, i.unit, i.category, coalesce(s.on_hand, 0) on_hand, coalesce(s.kept_elsewhere, 0) kept_elsewhere, coalesce(s.reserved, 0) reserved, coalesce(s.on_hand - s.kept_elsewhere - s.reserved, 0) free, i.safety_stock, coalesce(s.value_yen, 0)::bigint value_yen",
  from: "app.item i left join app.item_stock s on s.company_id = i.company_id and s.item_id = i.id",
  where: "i.company_id = $1 and i.is_stocked",
  sorts: {
    code: { sql: "i.code", kind: "text" },
    name: { sql: "i.name", kind: "text" },
    onHand: { sql: "coalesce(s.on_hand, 0)", kind: "decimal" },
    valueYen: { sql: "coalesce(s.value_yen, 0)", kind: "integer" },
  },
  otherwise: "code",
  tie: [{ sql: "i.id", kind: "uuid" }],
};

export function listStock(
  tx: Tx,
  asked: ListQuery & { search?: string; category?: string; below?: "safety" | "zero" },
): Promise<Outcome<Page<StockRow>>> {
  const below =
    asked.below === "safety"
      ? [{ sql: "coalesce(s.on_hand - s.kept_elsewhere - s.reserved, 0) < i.safety_stock", values: [] }]
      : asked.below === "zero"
        ? [{ sql: "coalesce(s.on_hand, 0) <= 0", values: [] }]
        : [];
  return listPage<StockRow>(tx, STOCK, asked, [
    ...searchFilter(asked.search, "item", "i.id"),
    ...when(asked.category, "i.category = ?"),
    ...below,
  ]);
}

export interface Balance {
  readonly placeId: string;
  readonly placeCode: string;
  readonly placeName: string;
  readonly placeKind: string;
  readonly lotId: string | null;
  readonly lotCode: string | null;
  readonly keeperName: string | null;
  readonly quantity: Decimal;
}

export interface OpenReservation {
  readonly id: string;
  readonly tradeId: string | null;
  readonly workOrderId: string | null;
  readonly number: string;
  readonly quantity: Decimal;
  readonly allocated: Decimal;
  readonly neededOn: string | null;
}

/** One item's stock with where it stands and to whom it is promised. */
export async function loadStockDetail(
  tx: Tx,
  itemId: string,
): Promise<(StockRow & { balances: Balance[]; reservations: OpenReservation[] }) | undefined> {
  const [rows, balances, reservations] = await settleAll([
    query<Record<string, unknown>>(
      tx,
      `select ${STOCK.select} from ${STOCK.from} where i.company_id = $1 and i.id = $2`,
      [tx.companyId, itemId],
    ),
    query<Record<string, unknown>>(
      tx,
      `select b.place_id, p.code place_code, p.name place_name, p.kind place_kind, l.id lot_id, l.code lot_code, k.name keeper_name, b.quantity from app.stock_balance b join app.place p on p.company_id = b.owner_id and p.id = b.place_id
        left join app.lot l on l.company_id = b.owner_id and l.id = b.lot_id left join app.partner k on k.company_id = b.owner_id and k.linked_company_id = b.keeper_id and b.keeper_id <> b.owner_id
        where b.owner_id = $1 and b.item_id = $2 and b.quantity <> 0 and p.kind in ('storage', 'receiving', 'at_partner', 'transit') order by p.code, l.code`,
      [tx.companyId, itemId],
    ),
    query<Record<string, unknown>>(
      tx,
      `select r.id, r.trade_id, r.work_order_id, coalesce(f.own_number, w.number, '') number, r.quantity, r.allocated, r.needed_on from app.reservation r
        left join app.trade_face f on f.company_id = r.company_id and f.trade_id = r.trade_id left join app.work_order w on w.company_id = r.company_id and w.id = r.work_order_id
        where r.company_id = $1 and r.item_id = $2 and r.state = 'open' order by r.needed_on nulls last, r.id`,
      [tx.companyId, itemId],
    ),
  ]);
  const [row] = rows;
  return (
    row && {
      ...camel<StockRow>(row),
      balances: balances.map((one) => camel<Balance>(one)),
      reservations: reservations.map((one) => camel<OpenReservation>(one)),
    }
  );
}

const LEDGER: ListSql = {
  select:
    "f.move_id, f.seq, f.moved_on, f.kind, f.item_id, i.code, i.name, i.unit, p.name place_name, l.code lot_code, f.quantity, f.trade_id, coalesce(t.own_number, w.number) number, f.work_order_id, m.reason",
  from: `app.stock_move_face f join app.stock_move m on m.id = f.move_id join app.item i on i.company_id = f.company_id and i.id = f.item_id join app.place p on p.company_id = f.company_id and p.id = f.place_id
    left join app.lot l on l.company_id = f.company_id and l.id = f.lot_id left join app.trade_face t on t.company_id = f.company_id and t.trade_id = f.trade_id left join app.work_order w on w.company_id = f.company_id and w.id = f.work_order_id`,
  where: "f.company_id = $1 and p.kind in ('storage', 'receiving', 'at_partner', 'transit')",
  sorts: { movedOn: { sql: "f.moved_on", kind: "date" } },
  otherwise: "-movedOn",
  tie: [
    { sql: "f.move_id", kind: "uuid" },
    { sql: "f.seq", kind: "integer" },
  ],
};

export interface LedgerRow {
  readonly moveId: string;
  readonly seq: number;
  readonly movedOn: string;
  readonly kind: string;
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly placeName: string;
  readonly lotCode: string | null;
  readonly quantity: Decimal;
  readonly tradeId: string | null;
  readonly number: string | null;
  readonly workOrderId: string | null;
  readonly reason: string;
}

/** Every move through my real places, newest first. */
export function listLedger(
  tx: Tx,
  asked: ListQuery & { search?: string; itemId?: string; placeId?: string; kind?: string; from?: string; to?: string },
): Promise<Outcome<Page<LedgerRow>>> {
  return listPage<LedgerRow>(tx, LEDGER, asked, [
    ...searchFilter(asked.search, "item", "f.item_id"),
    ...when(asked.itemId, "f.item_id = ?"),
    ...when(asked.placeId, "f.place_id = ?"),
    ...when(asked.kind, "f.kind = ?"),
    ...when(asked.from, "f.moved_on >= ?"),
    ...when(asked.to, "f.moved_on <= ?"),
  ]);
}

/** Moving average per unit of the items that have stock. */
export async function loadAverageCosts(tx: Tx, itemIds: readonly string[]): Promise<ReadonlyMap<string, Decimal>> {
  const rows = await query<{ item_id: string; average: Decimal }>(
    tx,
    "select item_id, value_yen / on_hand average from app.item_stock where company_id = $1 and item_id = any($2::uuid[]) and on_hand > 0",
    [tx.companyId, itemIds],
  );
  return new Map(rows.map((row) => [row.item_id, row.average]));
}

export interface KeptRow {
  readonly ownerName: string;
  /** My own card of these goods, where the agreement maps them. */
  readonly itemId: string | null;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: Decimal;
  readonly tradeId: string | null;
  readonly side: "S" | "B" | null;
  readonly number: string | null;
}

/**
 * Goods of others in my hands: whose, which and how much. They are named by my own card where the agreement or the order maps them, else
 * by what the shared order says of them; the owner's card, places and values are the owner's to know. Quantities are in the unit named.
 */
export async function listKept(tx: Tx): Promise<KeptRow[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `with kept as (select owner_id, item_id, sum(quantity) quantity from app.stock_balance where keeper_id = $1 and owner_id <> $1 and quantity > 0 group by owner_id, item_id)
      select coalesce(p.name, '') owner_name, i.id item_id, coalesce(i.code, l.code, s.code, '') code, coalesce(i.name, l.description, s.description, '') "name", coalesce(i.unit, l.unit, s.unit, '') unit,
        trim_scale(round(k.quantity * case when i.id is not null then coalesce(a.mine / a.theirs, l.mine / l.theirs) when l.code is not null then 1 / l.theirs else 1 end, 6)) quantity,
        f.trade_id, f.side, f.own_number number
      from kept k left join app.partner p on p.company_id = $1 and p.linked_company_id = k.owner_id
      left join lateral (select m.trade_id, m.trade_line_number from app.stock_move m
        where m.owner_id = k.owner_id and m.to_item_id = k.item_id and m.to_keeper_id = $1 and m.trade_id is not null order by m.recorded_at desc limit 1) m on true
      left join app.trade_face f on f.company_id = $1 and f.trade_id = m.trade_id
      left join lateral (select t.code, t.description, t.unit, case when t.seller_id = $1 then t.seller_item_id else t.buyer_item_id end own_item_id,
          case when t.seller_id = $1 then t.seller_factor else t.buyer_factor end mine, case when t.seller_id = $1 then t.buyer_factor else t.seller_factor end theirs
        from app.trade_line t where t.trade_id = m.trade_id and t.line_number = m.trade_line_number and k.item_id = case when t.seller_id = $1 then t.buyer_item_id else t.seller_item_id end) l on true
      left join app.supplied_item s on s.trade_id = m.trade_id and s.item_id = k.item_id
      left join lateral (select case when x.seller_id = $1 then x.seller_item_id else x.buyer_item_id end own_item_id,
          case when x.seller_id = $1 then x.seller_factor else x.buyer_factor end mine, case when x.seller_id = $1 then x.buyer_factor else x.seller_factor end theirs
        from app.agreement_item x join app.agreement g on g.id = x.agreement_id and g.state = 'active'
        where (x.seller_id = $1 and x.buyer_id = k.owner_id and x.buyer_item_id = k.item_id and x.seller_item_id is not null)
          or (x.buyer_id = $1 and x.seller_id = k.owner_id and x.seller_item_id = k.item_id and x.buyer_item_id is not null) order by g.valid_from desc, g.id limit 1) a on true
      left join app.item i on i.company_id = $1 and i.id = coalesce(a.own_item_id, l.own_item_id)
      order by owner_name, code, k.item_id`,
    [tx.companyId],
  );
  return rows.map((row) => camel<KeptRow>(row));
}
