import type { ItemCategory, PlaceKind } from "../../domain/inventory/index.ts";
import type { Decimal } from "../../domain/shared/index.ts";
import { camel, execute, insertAll, query, toJson } from "../platform/db/index.ts";
import { newId, settleAll, type Tx } from "../platform/index.ts";

export interface OwnPlaces {
  readonly production: string | null;
  readonly storage: string | null;
  readonly scrap: string | null;
}

/** The first active place of each kind, by code. */
export async function loadOwnPlaces(tx: Tx): Promise<OwnPlaces> {
  const rows = await query<{ kind: "production" | "storage" | "scrap"; id: string }>(
    tx,
    {
      name: "wo.places",
      text: "select distinct on (kind) kind, id from app.place where company_id = $1 and is_active and kind in ('production', 'storage', 'scrap') order by kind, code",
    },
    [tx.companyId],
  );
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.id ?? null;
  return { production: of("production"), storage: of("storage"), scrap: of("scrap") };
}

export async function findPlace(tx: Tx, id: string): Promise<{ id: string; kind: PlaceKind } | undefined> {
  const [row] = await query<{ id: string; kind: PlaceKind }>(
    tx,
    { name: "wo.place", text: "select id, kind from app.place where company_id = $1 and id = $2 and is_active" },
    [tx.companyId, id],
  );
  return row;
}

/** The place that stands for my goods at a partner; made when the first goods go there. */
export async function placeAtPartner(tx: Tx, partnerId: string): Promise<{ id: string; keeperId: string | null }> {
  const [row] = await query<{ id: string | null; linked: string | null; code: string; name: string; name_en: string }>(
    tx,
    {
      name: "wo.atPartner",
      text: `select (select l.id from app.place l where l.company_id = p.company_id and l.partner_id = p.id and l.kind = 'at_partner' and l.is_active order by l.code limit 1) id, p.linked_company_id linked, p.code, p.name, p.name_en
        from app.partner p where p.company_id = $1 and p.id = $2`,
    },
    [tx.companyId, partnerId],
  );
  if (row!.id) return { id: row!.id, keeperId: row!.linked };
  const id = newId();
  await insertAll(tx, "place", [
    {
      company_id: tx.companyId,
      id,
      code: `AT-${row!.code}`,
      name: `支給先 ${row!.name}`,
      name_en: row!.name_en && `At ${row!.name_en}`,
      kind: "at_partner",
      partner_id: partnerId,
    },
  ]);
  return { id, keeperId: row!.linked };
}

export interface StockThere {
  readonly itemId: string;
  readonly placeId: string;
  readonly lotId: string | null;
  readonly keeperId: string;
  readonly quantity: Decimal;
}
export interface FreeStock {
  readonly itemId: string;
  /** On hand, less what stands elsewhere and what is promised; own reservations of the order come on top. */
  readonly free: Decimal;
}
export interface OrderReservation {
  readonly id: string;
  readonly itemId: string;
  readonly quantity: Decimal;
  readonly allocated: Decimal;
}

const NO_LOT = "00000000-0000-0000-0000-000000000000";

/**
 * What may be taken of items: locks their stock rows in the order every writer does, then reads balances at storage places and
 * what is promised to this order.
 *
 * @param atPlaceId only there (goods at a subcontractor); else all own storage places
 */
export async function lockStockOf(
  tx: Tx,
  itemIds: readonly string[],
  workOrderId: string,
  atPlaceId?: string,
): Promise<{ free: readonly FreeStock[]; there: readonly StockThere[]; reserved: readonly OrderReservation[] }> {
  const [free, there, reserved] = await settleAll([
    query<Record<string, unknown>>(
      tx,
      {
        name: "wo.stock.lock",
        text: "select item_id, on_hand - kept_elsewhere - reserved free from app.item_stock where company_id = $1 and item_id = any($2::uuid[]) order by company_id, item_id for update",
      },
      [tx.companyId, itemIds],
    ),
    query<Record<string, unknown>>(
      tx,
      {
        name: "wo.stock.there",
        text: `select b.item_id, b.place_id, nullif(b.lot_id, '${NO_LOT}') lot_id, b.keeper_id, b.quantity from app.stock_balance b join app.place p on p.company_id = b.owner_id and p.id = b.place_id
          where b.owner_id = $1 and b.item_id = any($2::uuid[]) and b.quantity > 0 and (case when $3::uuid is null then p.kind in ('storage', 'receiving') and p.is_active and b.keeper_id = $1 else b.place_id = $3 end)
          order by b.item_id, p.kind <> 'storage', p.code, b.lot_id`,
      },
      [tx.companyId, itemIds, atPlaceId ?? null],
    ),
    query<Record<string, unknown>>(
      tx,
      {
        name: "wo.reserved.lock",
        text: "select id, item_id, quantity, allocated from app.reservation where company_id = $1 and work_order_id = $2 and state = 'open' order by id for update",
      },
      [tx.companyId, workOrderId],
    ),
  ]);
  return {
    free: free.map((row) => camel<FreeStock>(row)),
    there: there.map((row) => camel<StockThere>(row)),
    reserved: reserved.map((row) => camel<OrderReservation>(row)),
  };
}

/** Free stock of items, for looking only. */
export async function loadFreeStock(tx: Tx, itemIds: readonly string[]): Promise<ReadonlyMap<string, Decimal>> {
  const rows = await query<{ item_id: string; free: Decimal }>(
    tx,
    {
      name: "wo.stock.free",
      text: "select item_id, on_hand - kept_elsewhere - reserved free from app.item_stock where company_id = $1 and item_id = any($2::uuid[])",
    },
    [tx.companyId, itemIds],
  );
  return new Map(rows.map((row) => [row.item_id, row.free]));
}

/** What a report used up of reservations; one that is used up is done. */
export async function consumeReservations(
  tx: Tx,
  changes: readonly { readonly id: string; readonly quantity: Decimal; readonly allocated: Decimal }[],
): Promise<void> {
  if (changes.length === 0) return;
  await execute(
    tx,
    {
      name: "wo.reserved.use",
      text: `update app.reservation r set quantity = x.q, allocated = x.a, state = case when x.q = 0 then 'done' else r.state end, version = r.version + 1
        from (select * from jsonb_to_recordset($2::jsonb) x(i uuid, q numeric, a numeric)) x where r.company_id = $1 and r.id = x.i`,
    },
    [tx.companyId, toJson(changes.map((change) => ({ i: change.id, q: change.quantity, a: change.allocated })))],
  );
}

/** Gives finished pieces to the order they were made for. Their stock row is locked by the output before. @returns what was allocated */
export async function allocateOutput(
  tx: Tx,
  order: { readonly itemId: string; readonly tradeId: string; readonly tradeLineNumber: number },
  quantity: Decimal,
): Promise<Decimal | null> {
  const [row] = await query<{ given: Decimal }>(
    tx,
    {
      name: "wo.output.allocate",
      text: `with r as (select id, least(quantity - allocated, $5::numeric) given from app.reservation where company_id = $1 and trade_id = $2 and trade_line_number = $3 and item_id = $4 and state = 'open' and quantity > allocated order by id limit 1 for update),
          u as (update app.reservation x set allocated = x.allocated + r.given, version = x.version + 1 from r where x.company_id = $1 and x.id = r.id),
          s as (update app.item_stock k set reserved = k.reserved + r.given from r where k.company_id = $1 and k.item_id = $4)
        select given from r`,
    },
    [tx.companyId, order.tradeId, order.tradeLineNumber, order.itemId, quantity],
  );
  return row?.given ?? null;
}

/** Material of an order that went into it, less what came back, by item: quantity and value, from the ledger. */
export async function loadIssued(
  tx: Tx,
  workOrderId: string,
): Promise<ReadonlyMap<string, { quantity: Decimal; valueYen: bigint }>> {
  const rows = await query<{ item_id: string; quantity: Decimal; value_yen: bigint }>(
    tx,
    {
      name: "wo.issued",
      text: `select v.item_id, -sum(v.quantity) quantity, (-sum(v.value_yen))::bigint value_yen from app.stock_value v join app.stock_move m on m.id = v.move_id
        where v.company_id = $1 and v.work_order_id = $2 and v.pool = 'stock' and m.kind in ('issue', 'return') group by v.item_id`,
    },
    [tx.companyId, workOrderId],
  );
  return new Map(rows.map((row) => [row.item_id, { quantity: row.quantity, valueYen: row.value_yen }]));
}

/** Where material of an order was taken from, latest first: it goes back there. */
export async function lastIssueSource(
  tx: Tx,
  workOrderId: string,
  itemId: string,
): Promise<{ placeId: string; lotId: string | null } | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.issued.from",
      text: `select f.place_id, nullif(f.lot_id, '${NO_LOT}') lot_id from app.stock_move_face f join app.place p on p.company_id = f.company_id and p.id = f.place_id
        where f.company_id = $1 and f.work_order_id = $2 and f.item_id = $3 and f.kind in ('issue', 'free_issue') and f.quantity < 0 and p.kind in ('storage', 'receiving') order by f.move_id desc limit 1`,
    },
    [tx.companyId, workOrderId, itemId],
  );
  return row && camel(row);
}

/** Makes the lot a work order turns out, once; and says of which lots it was made. */
export async function makeOutputLot(
  tx: Tx,
  order: { readonly id: string; readonly itemId: string },
  lotCode: string,
  madeOn: string,
): Promise<string> {
  await insertAll(
    tx,
    "lot",
    [{ company_id: tx.companyId, id: newId(), item_id: order.itemId, code: lotCode, made_on: madeOn }],
    "on conflict (company_id, item_id, code) do nothing",
  );
  const [lot] = await query<{ id: string }>(
    tx,
    { name: "wo.lot", text: "select id from app.lot where company_id = $1 and item_id = $2 and code = $3" },
    [tx.companyId, order.itemId, lotCode],
  );
  await execute(
    tx,
    {
      name: "wo.lot.links",
      text: `insert into app.lot_link (company_id, made_lot_id, used_lot_id, work_order_id, quantity)
        select f.company_id, $3::uuid, f.lot_id, $2::uuid, -sum(f.quantity) from app.stock_move_face f join app.place p on p.company_id = f.company_id and p.id = f.place_id
         where f.company_id = $1 and f.work_order_id = $2 and f.kind in ('issue', 'return') and f.lot_id <> '${NO_LOT}' and f.lot_id <> $3 and p.kind <> 'production' group by f.company_id, f.lot_id having sum(f.quantity) < 0
        on conflict do nothing`,
    },
    [tx.companyId, order.id, lot!.id],
  );
  return lot!.id;
}

export async function findStockItem(
  tx: Tx,
  itemId: string,
): Promise<{ id: string; code: string; category: ItemCategory; isLotTracked: boolean } | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.stockItem",
      text: "select id, code, category, is_lot_tracked from app.item where company_id = $1 and id = $2 and is_active",
    },
    [tx.companyId, itemId],
  );
  return row && camel(row);
}
