import type { ItemCategory, PlaceKind } from "../../domain/inventory/index.ts";
import { NO_LOT } from "../../domain/inventory/index.ts";
import type { Decimal } from "../../domain/shared/index.ts";
import { camel, execute, insertAll, query } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

export interface OwnPlace {
  readonly id: string;
  readonly code: string;
  readonly kind: PlaceKind;
  readonly isActive: boolean;
}

export async function findPlaces(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, OwnPlace>> {
  const rows = await query<OwnPlace>(
    tx,
    {
      name: "place.find",
      text: 'select id, code, kind, is_active "isActive" from app.place where company_id = $1 and id = any($2::uuid[])',
    },
    [tx.companyId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The first active place of a kind, by code: where goods go when nobody says otherwise. */
export async function placeOfKind(tx: Tx, kind: PlaceKind): Promise<OwnPlace | undefined> {
  const [row] = await query<OwnPlace>(
    tx,
    {
      name: "place.kind",
      text: 'select id, code, kind, is_active "isActive" from app.place where company_id = $1 and kind = $2 and is_active order by code limit 1',
    },
    [tx.companyId, kind],
  );
  return row;
}

export interface StockItem {
  readonly id: string;
  readonly code: string;
  readonly category: ItemCategory;
  readonly unit: string;
  readonly decimals: number;
  readonly isLotTracked: boolean;
  readonly isActive: boolean;
}

export async function findStockItems(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, StockItem>> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "stock.itemsByCode",
      text: "select i.id, i.code, i.category, i.unit, u.decimals, i.is_lot_tracked, i.is_active from app.item i join app.unit u on u.company_id = i.company_id and u.code = i.unit where i.company_id = $1 and i.code = any($2)",
    },
    [tx.companyId, codes],
  );
  return new Map(rows.map((row) => [row["code"] as string, camel<StockItem>(row)]));
}

/** The lots with these codes, made where they do not exist yet. */
export async function ensureLots(
  tx: Tx,
  wanted: readonly { readonly itemId: string; readonly code: string }[],
): Promise<ReadonlyMap<string, string>> {
  if (wanted.length === 0) return new Map();
  const unique = [...new Map(wanted.map((one) => [`${one.itemId}/${one.code}`, one])).values()];
  await insertAll(
    tx,
    "lot",
    unique.map((one) => ({ company_id: tx.companyId, id: newId(), item_id: one.itemId, code: one.code })),
    "on conflict (company_id, item_id, code) do nothing",
  );
  const rows = await query<{ id: string; item_id: string; code: string }>(
    tx,
    {
      name: "lot.find",
      text: "select id, item_id, code from app.lot where company_id = $1 and item_id = any($2::uuid[]) and code = any($3)",
    },
    [tx.companyId, unique.map((one) => one.itemId), unique.map((one) => one.code)],
  );
  return new Map(rows.map((row) => [`${row.item_id}/${row.code}`, row.id]));
}

export interface LockedReservation {
  readonly id: string;
  readonly itemId: string;
  readonly quantity: Decimal;
  readonly allocated: Decimal;
  readonly state: string;
}

/** A reservation with its item's row, both locked: the item first, as every writer does. */
export async function lockReservation(
  tx: Tx,
  id: string,
): Promise<{ reservation: LockedReservation; free: Decimal } | undefined> {
  const [found] = await query<{ item_id: string }>(
    tx,
    "select item_id from app.reservation where company_id = $1 and id = $2",
    [tx.companyId, id],
  );
  if (!found) return undefined;
  const [item] = await query<{ free: Decimal }>(
    tx,
    "select on_hand - kept_elsewhere - reserved free from app.item_stock where company_id = $1 and item_id = $2 for update",
    [tx.companyId, found.item_id],
  );
  const [row] = await query<Record<string, unknown>>(
    tx,
    "select id, item_id, quantity, allocated, state from app.reservation where company_id = $1 and id = $2 for update",
    [tx.companyId, id],
  );
  const reservation = camel<LockedReservation>(row!);
  return { reservation, free: item?.free ?? reservation.quantity.times(0) };
}

/** Moves stock between free and promised: the item's row and the reservation change together. */
export async function saveAllocation(tx: Tx, reservation: LockedReservation, allocated: Decimal): Promise<void> {
  await execute(tx, "update app.item_stock set reserved = reserved + $3 where company_id = $1 and item_id = $2", [
    tx.companyId,
    reservation.itemId,
    allocated.minus(reservation.allocated),
  ]);
  await execute(
    tx,
    "update app.reservation set allocated = $3, version = version + 1 where company_id = $1 and id = $2",
    [tx.companyId, reservation.id, allocated],
  );
}

/** What lots stand at a place for an item: a lot-tracked item leaves by lot. */
export const lotIdOf = (lots: ReadonlyMap<string, string>, itemId: string, code: string | undefined): string =>
  code ? (lots.get(`${itemId}/${code}`) ?? NO_LOT) : NO_LOT;
