import type { OwnStock } from "../../domain/network/index.ts";
import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { insertAll, query, toJson } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

export interface ItemStock extends OwnStock {
  readonly itemId: string;
}

/** The acting company's stock of these items; locked, in one order for all, when some of it is about to be promised. */
export async function loadOwnStock(
  tx: Tx,
  itemIds: readonly string[],
  lock: boolean,
): Promise<ReadonlyMap<string, ItemStock>> {
  const rows = await query<ItemStock>(
    tx,
    {
      name: lock ? "network.ownStock.lock" : "network.ownStock",
      text: `select item_id "itemId", on_hand "onHand", kept_elsewhere "keptElsewhere", reserved from app.item_stock where company_id = $1 and item_id = any($2::uuid[]) order by item_id${lock ? " for update" : ""}`,
    },
    [tx.companyId, itemIds],
  );
  return new Map(rows.map((row) => [row.itemId, row]));
}

/** What is allocated already to the lines of an order: a confirmed line may have been given stock before its dispatch. */
export async function loadAllocated(tx: Tx, tradeId: string): Promise<ReadonlyMap<number, Decimal>> {
  const rows = await query<{ line: number; allocated: Decimal }>(
    tx,
    {
      name: "network.allocated",
      text: `select trade_line_number line, sum(allocated) allocated from app.reservation where company_id = $1 and trade_id = $2 and state = 'open' group by 1`,
    },
    [tx.companyId, tradeId],
  );
  return new Map(rows.map((row) => [row.line, row.allocated]));
}

export interface TakenLine {
  readonly lineNumber: number;
  readonly itemId: string;
  /** In the stock unit: what stands ready in all, and what of it was not allocated to the line before. */
  readonly taken: Decimal;
  readonly added: Decimal;
  readonly neededOn: PlainDate;
}

/**
 * Promises stock to lines of the origin and keeps on the chain how much it was. A confirmed line has its reservation, which now holds
 * stock; a line that waits for its members gets one over what was taken, and the rest when they have answered. The items' rows are
 * locked by the caller.
 */
export async function takeFromStock(
  tx: Tx,
  chainId: string,
  tradeId: string,
  lines: readonly TakenLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const known = await query<{ line: number }>(
    tx,
    {
      name: "network.takeReserved",
      text: `update app.reservation r set allocated = r.allocated + x.q, version = r.version + 1 from jsonb_to_recordset($3::jsonb) x(n int, q numeric)
        where r.company_id = $1 and r.trade_id = $2 and r.trade_line_number = x.n and r.state = 'open' returning r.trade_line_number line`,
    },
    [tx.companyId, tradeId, toJson(lines.map((line) => ({ n: line.lineNumber, q: line.added })))],
  );
  const reserved = new Set(known.map((row) => row.line));
  await insertAll(
    tx,
    "reservation",
    lines
      .filter((line) => !reserved.has(line.lineNumber))
      .map((line) => ({
        company_id: tx.companyId,
        id: newId(),
        item_id: line.itemId,
        trade_id: tradeId,
        trade_line_number: line.lineNumber,
        quantity: line.added,
        allocated: line.added,
        needed_on: line.neededOn,
      })),
  );
  await query(
    tx,
    {
      name: "network.takeStock",
      text: `update app.item_stock s set reserved = s.reserved + x.q from (select i, sum(q) q from jsonb_to_recordset($2::jsonb) x(i uuid, q numeric) group by i) x where s.company_id = $1 and s.item_id = x.i`,
    },
    [tx.companyId, toJson(lines.map((line) => ({ i: line.itemId, q: line.added })))],
  );
  await insertAll(
    tx,
    "chain_stock",
    lines.map((line) => ({
      company_id: tx.companyId,
      chain_id: chainId,
      chain_line_number: line.lineNumber,
      item_id: line.itemId,
      quantity: line.taken,
    })),
  );
}

/** What was taken from stock for the lines of a chain, in the stock unit. */
export async function loadTaken(tx: Tx, chainId: string): Promise<ReadonlyMap<number, Decimal>> {
  const rows = await query<{ line: number; quantity: Decimal }>(
    tx,
    {
      name: "network.taken",
      text: "select chain_line_number line, quantity from app.chain_stock where company_id = $1 and chain_id = $2 and quantity > 0",
    },
    [tx.companyId, chainId],
  );
  return new Map(rows.map((row) => [row.line, row.quantity]));
}

/** After a change: stock stands ready for no more than is still ordered. */
export async function keepTakenWithinOrder(tx: Tx, chainId: string): Promise<void> {
  await query(
    tx,
    {
      name: "network.takenWithin",
      text: `update app.chain_stock c set quantity = x.most from (select v.id, l.line_number, case when l.state = 'cancelled' then 0 else l.quantity * l.factor end most
            from app.value_chain v join app.trade_line_face l on l.company_id = v.company_id and l.trade_id = v.origin_trade_id where v.company_id = $1 and v.id = $2) x
        where c.company_id = $1 and c.chain_id = x.id and c.chain_line_number = x.line_number and c.quantity > x.most`,
    },
    [tx.companyId, chainId],
  );
}
