import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { insertAll, query, toJson } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Seq of a later price on the move that brought the goods: a move values at most its two ends. */
const LATER_PRICE_SEQ = 9;

export interface ItemValue {
  readonly onHand: Decimal;
  readonly valueYen: bigint;
}

/** Locks items of one owner, in the order of every writer, and says how much is there and what it is worth. */
export async function lockItemValues(
  tx: Tx,
  ownerId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, ItemValue>> {
  const rows = await query<{ item_id: string; on_hand: Decimal; value_yen: bigint }>(
    tx,
    "select item_id, on_hand, value_yen from app.item_stock where company_id = $1 and item_id = any($2::uuid[]) order by item_id for update",
    [ownerId, itemIds],
  );
  return new Map(rows.map((row) => [row.item_id, { onHand: row.on_hand, valueYen: row.value_yen }]));
}

/** The moves that brought a delivery's accepted goods to their new owner, by delivery line. */
export async function findArrivalMoves(
  tx: Tx,
  ownerId: string,
  deliveryId: string,
): Promise<ReadonlyMap<number, string>> {
  const rows = await query<{ line: number; id: string }>(
    tx,
    `select distinct on (delivery_line_number) delivery_line_number line, id from app.stock_move
      where delivery_id = $2 and to_owner_id = $1 and kind in ('acceptance', 'receipt') order by delivery_line_number, recorded_at, id`,
    [ownerId, deliveryId],
  );
  return new Map(rows.map((row) => [row.line, row.id]));
}

export interface Revaluation {
  readonly ownerId: string;
  readonly itemId: string;
  readonly moveId: string;
  readonly accountRole: string;
  readonly changeYen: bigint;
  readonly valuedOn: PlainDate;
  readonly deliveryId: string;
  readonly deliveryLineNumber: number;
}

/** Writes value without quantity: a later price of goods that are still there. The items are locked by `lockItemValues`. */
export async function revalueStock(tx: Tx, changes: readonly Revaluation[]): Promise<void> {
  if (changes.length === 0) return;
  await insertAll(
    tx,
    "stock_value",
    changes.map((change) => ({
      company_id: change.ownerId,
      move_id: change.moveId,
      seq: LATER_PRICE_SEQ,
      item_id: change.itemId,
      pool: "stock",
      quantity: 0,
      value_yen: change.changeYen,
      account_role: change.accountRole,
      delivery_id: change.deliveryId,
      delivery_line_number: change.deliveryLineNumber,
      valued_on: change.valuedOn,
    })),
  );
  await query(
    tx,
    `update app.item_stock s set value_yen = s.value_yen + x.y
       from (select o, i, sum(y)::bigint y from jsonb_to_recordset($1::jsonb) k(o uuid, i uuid, y bigint) group by 1, 2) x where s.company_id = x.o and s.item_id = x.i`,
    [toJson(changes.map((change) => ({ o: change.ownerId, i: change.itemId, y: change.changeYen })))],
  );
}
