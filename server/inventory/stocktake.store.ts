import type { CountCause, ItemCategory, PlaceKind, StocktakeState } from "../../domain/inventory/index.ts";
import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { camel, execute, insertAll, query, toJson } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface Stocktake {
  readonly id: string;
  readonly number: string;
  readonly countedOn: PlainDate;
  readonly placeId: string | null;
  readonly itemId: string | null;
  readonly state: StocktakeState;
  readonly note: string;
  readonly version: number;
}

/** Stocktakes are opened one after the other, so that two never freeze the same goods. */
export async function lockStocktaking(tx: Tx): Promise<void> {
  await query(tx, "select pg_advisory_xact_lock(hashtextextended('stocktake ' || $1::text, 0))", [tx.companyId]);
}

/** An open stocktake that counts some of the same: a place, or any when every place is to be counted; of an item, or of every item. */
export async function findOpenStocktake(
  tx: Tx,
  placeId: string | null,
  itemId: string | null,
): Promise<Stocktake | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    `select id, number, counted_on, place_id, item_id, state, note, version from app.stocktake
      where company_id = $1 and state = 'open' and (place_id is null or $2::uuid is null or place_id = $2)
        and (item_id is null or $3::uuid is null or item_id = $3) order by number limit 1`,
    [tx.companyId, placeId, itemId],
  );
  return row && camel<Stocktake>(row);
}

export async function itemExists(tx: Tx, id: string): Promise<boolean> {
  return (await query(tx, "select 1 from app.item where company_id = $1 and id = $2", [tx.companyId, id])).length > 0;
}

export async function insertStocktake(
  tx: Tx,
  head: {
    id: string;
    number: string;
    countedOn: PlainDate;
    placeId: string | null;
    itemId: string | null;
    note: string;
  },
): Promise<void> {
  await insertAll(tx, "stocktake", [
    {
      company_id: tx.companyId,
      id: head.id,
      number: head.number,
      counted_on: head.countedOn,
      place_id: head.placeId,
      item_id: head.itemId,
      note: head.note,
    },
  ]);
}

/**
 * Freezes what the ledger says now: every balance of mine at real places, also in a partner's hands, as a line in the order people
 * walk (place, item, lot). One statement, so that no move falls between two lines.
 *
 * @returns how many lines
 */
export function freezeTheory(
  tx: Tx,
  stocktakeId: string,
  placeId: string | null,
  itemId: string | null,
): Promise<number> {
  return execute(
    tx,
    `insert into app.stocktake_line (company_id, stocktake_id, line_number, item_id, place_id, lot_id, keeper_id, theoretical)
      select $1, $2, row_number() over (order by p.code, i.code, l.code nulls first, b.keeper_id), b.item_id, b.place_id, b.lot_id, b.keeper_id, b.quantity
        from app.stock_balance b join app.place p on p.company_id = b.owner_id and p.id = b.place_id join app.item i on i.company_id = b.owner_id and i.id = b.item_id
        left join app.lot l on l.company_id = b.owner_id and l.id = b.lot_id
       where b.owner_id = $1 and b.quantity <> 0 and p.kind in ('storage', 'receiving', 'at_partner') and ($3::uuid is null or b.place_id = $3) and ($4::uuid is null or b.item_id = $4)`,
    [tx.companyId, stocktakeId, placeId, itemId],
  );
}

/** The stocktake, locked: shared while counts come in from several people, alone to post, cancel or add lines. */
export async function lockStocktake(tx: Tx, id: string, mode: "share" | "update"): Promise<Stocktake | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    `select id, number, counted_on, place_id, item_id, state, note, version from app.stocktake where company_id = $1 and id = $2 for ${mode}`,
    [tx.companyId, id],
  );
  return row && camel<Stocktake>(row);
}

/** Writes counts whose line is still as it was read. @returns the numbers of the lines written */
export async function saveCounts(
  tx: Tx,
  stocktakeId: string,
  lines: readonly { lineNumber: number; counted: string | null; cause: string | null; version: number }[],
): Promise<ReadonlySet<number>> {
  const rows = await query<{ line_number: number }>(
    tx,
    `update app.stocktake_line l set counted = x.counted, cause = coalesce(x.cause, ''), version = l.version + 1
      from jsonb_to_recordset($3::jsonb) x("lineNumber" int, counted numeric, cause text, version int)
      where l.company_id = $1 and l.stocktake_id = $2 and l.line_number = x."lineNumber" and l.version = x.version returning l.line_number`,
    [tx.companyId, stocktakeId, toJson(lines)],
  );
  return new Set(rows.map((row) => row.line_number));
}

/** Decimals each line's unit allows, with what to call the unit. */
export async function loadLineUnits(
  tx: Tx,
  stocktakeId: string,
  lineNumbers: readonly number[],
): Promise<ReadonlyMap<number, { unit: string; decimals: number }>> {
  const rows = await query<{ line_number: number; unit: string; decimals: number }>(
    tx,
    `select l.line_number, u.code unit, u.decimals from app.stocktake_line l join app.item i on i.company_id = l.company_id and i.id = l.item_id join app.unit u on u.company_id = i.company_id and u.code = i.unit
      where l.company_id = $1 and l.stocktake_id = $2 and l.line_number = any($3::int[])`,
    [tx.companyId, stocktakeId, lineNumbers],
  );
  return new Map(rows.map((row) => [row.line_number, { unit: row.unit, decimals: row.decimals }]));
}

/** Adds a line for goods the frozen theory did not know; its theory is what the ledger says now. @returns its number, null when it is there already */
export async function insertCountedLine(
  tx: Tx,
  stocktakeId: string,
  line: { itemId: string; placeId: string; lotId: string; counted: string; cause: string | null },
): Promise<number | null> {
  const [row] = await query<{ line_number: number }>(
    tx,
    `insert into app.stocktake_line (company_id, stocktake_id, line_number, item_id, place_id, lot_id, keeper_id, theoretical, counted, cause)
      select $1, $2, coalesce((select max(line_number) from app.stocktake_line where company_id = $1 and stocktake_id = $2), 0) + 1, $3, $4, $5, $1,
        coalesce((select quantity from app.stock_balance where owner_id = $1 and item_id = $3 and place_id = $4 and lot_id = $5 and keeper_id = $1), 0), $6, $7
      on conflict do nothing returning line_number`,
    [tx.companyId, stocktakeId, line.itemId, line.placeId, line.lotId, line.counted, line.cause ?? ""],
  );
  return row?.line_number ?? null;
}

export interface LineToPost {
  readonly lineNumber: number;
  readonly itemId: string;
  readonly category: ItemCategory;
  readonly standardCost: Decimal;
  readonly placeId: string;
  readonly placeKind: PlaceKind;
  readonly lotId: string;
  readonly keeperId: string;
  readonly theoretical: Decimal;
  readonly counted: Decimal | null;
  readonly cause: CountCause | "";
}

export async function loadLinesToPost(tx: Tx, stocktakeId: string): Promise<LineToPost[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select l.line_number, l.item_id, i.category, i.standard_cost, l.place_id, p.kind place_kind, l.lot_id, l.keeper_id, l.theoretical, l.counted, l.cause
      from app.stocktake_line l join app.item i on i.company_id = l.company_id and i.id = l.item_id join app.place p on p.company_id = l.company_id and p.id = l.place_id
      where l.company_id = $1 and l.stocktake_id = $2 order by l.line_number`,
    [tx.companyId, stocktakeId],
  );
  return rows.map((row) => camel<LineToPost>(row));
}

/** How many rows changed: 0 when somebody else was faster. */
export function setStocktakeState(tx: Tx, id: string, state: StocktakeState, version: number): Promise<number> {
  return execute(
    tx,
    "update app.stocktake set state = $3, version = version + 1 where company_id = $1 and id = $2 and version = $4",
    [tx.companyId, id, state, version],
  );
}
