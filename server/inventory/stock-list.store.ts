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

/** Goods of others in my hands: how much of theirs, by whose card; what it is worth is theirs to know. */
export async function listKept(tx: Tx): Promise<{ placeName: string; ownerName: string; quantity: Decimal }[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select coalesce(p.name, '') owner_name, '' place_name, sum(b.quantity) quantity from app.stock_balance b left join app.partner p on p.company_id = $1 and p.linked_company_id = b.owner_id
      where b.keeper_id = $1 and b.owner_id <> $1 and b.quantity > 0 group by p.name order by p.name`,
    [tx.companyId],
  );
  return rows.map((row) => camel(row));
}
