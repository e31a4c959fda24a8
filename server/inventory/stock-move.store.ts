import {
  balanceKey,
  type ItemStock,
  isOutsidePlace,
  itemKey,
  NO_LOT,
  poolOf,
  type StockMove,
  type StockState,
  shippedKey,
  type Valuation,
  type ValuedMoves,
} from "../../domain/inventory/index.ts";
import type { Decimal } from "../../domain/shared/index.ts";
import { columnsOf, insertAll, insertTogether, query, toJson } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

// The rows a command asks for come as columns, each hidden behind a select: the planner reckons with ten of them, always, and goes by
// key. Of a JSON list it expects a hundred, and reads a small company's whole table for three rows.
const LOCK_ITEMS = {
  name: "stock.lock",
  text: `select s.company_id, s.item_id, s.on_hand, s.kept_elsewhere, s.reserved, s.value_yen from app.item_stock s
    join unnest((select $1::uuid[]), (select $2::uuid[])) k(c, i) on s.company_id = k.c and s.item_id = k.i order by s.company_id, s.item_id for update of s`,
};
const SHIPPED = {
  name: "stock.shipped",
  text: `select v.company_id, v.delivery_id, v.delivery_line_number, sum(v.quantity) quantity, sum(v.value_yen)::bigint value_yen from app.stock_value v
    join unnest((select $1::uuid[]), (select $2::uuid[]), (select $3::int[])) k(c, d, n) on v.company_id = k.c and v.delivery_id = k.d and v.delivery_line_number = k.n where v.pool = 'shipped' group by 1, 2, 3`,
};
const BALANCES = {
  name: "stock.balances",
  text: `select b.owner_id, b.item_id, b.place_id, b.lot_id, b.keeper_id, b.quantity from app.stock_balance b
    join unnest((select $1::uuid[]), (select $2::uuid[]), (select $3::uuid[]), (select $4::uuid[]), (select $5::uuid[])) k(o, i, p, l, k)
      on (b.owner_id, b.item_id, b.place_id, b.lot_id, b.keeper_id) = (k.o, k.i, k.p, k.l, k.k)`,
};

/**
 * Locks the items these moves touch, in one order for every writer, and reads what the rules need. Items the moves only touch
 * outside the stock pool are not locked.
 */
export async function lockStock(tx: Tx, moves: readonly StockMove[]): Promise<StockState> {
  const items = new Map<string, { c: string; i: string }>();
  const shipped = new Map<string, { c: string; d: string; n: number }>();
  const balances = new Map<string, { o: string; i: string; p: string; l: string; k: string }>();
  for (const move of moves) {
    for (const end of [move.from, move.to]) {
      if (poolOf(end.placeKind) === "stock")
        items.set(itemKey(end.companyId, end.itemId), { c: end.companyId, i: end.itemId });
      // What stands in transit is only read to take from it; it keeps its value while it is only handed on.
      if (
        end === move.from &&
        poolOf(end.placeKind) === "shipped" &&
        poolOf(move.to.placeKind) !== "shipped" &&
        move.deliveryId
      ) {
        const key = shippedKey(end.companyId, move.deliveryId, move.deliveryLineNumber!);
        shipped.set(key, { c: end.companyId, d: move.deliveryId, n: move.deliveryLineNumber! });
      }
    }
    if (!isOutsidePlace(move.from.placeKind)) {
      const { from } = move;
      balances.set(balanceKey(from), {
        o: from.companyId,
        i: from.itemId,
        p: from.placeId,
        l: from.lotId ?? NO_LOT,
        k: from.keeperId ?? from.companyId,
      });
    }
  }
  // The lock first: what is read after it can no longer change.
  const [itemRows, shippedRows, balanceRows] = await settleAll([
    query<{
      company_id: string;
      item_id: string;
      on_hand: Decimal;
      kept_elsewhere: Decimal;
      reserved: Decimal;
      value_yen: bigint;
    }>(tx, LOCK_ITEMS, columnsOf([...items.values()], ["c", "i"])),
    shipped.size === 0
      ? []
      : query<{
          company_id: string;
          delivery_id: string;
          delivery_line_number: number;
          quantity: Decimal;
          value_yen: bigint;
        }>(tx, SHIPPED, columnsOf([...shipped.values()], ["c", "d", "n"])),
    balances.size === 0
      ? []
      : query<{
          owner_id: string;
          item_id: string;
          place_id: string;
          lot_id: string;
          keeper_id: string;
          quantity: Decimal;
        }>(tx, BALANCES, columnsOf([...balances.values()], ["o", "i", "p", "l", "k"])),
  ]);
  return {
    items: new Map<string, ItemStock>(
      itemRows.map((row) => [
        itemKey(row.company_id, row.item_id),
        { onHand: row.on_hand, keptElsewhere: row.kept_elsewhere, reserved: row.reserved, valueYen: row.value_yen },
      ]),
    ),
    shipped: new Map<string, Valuation>(
      shippedRows.map((row) => [
        shippedKey(row.company_id, row.delivery_id, row.delivery_line_number),
        { quantity: row.quantity, valueYen: row.value_yen },
      ]),
    ),
    balances: new Map(
      balanceRows.map((row) => [
        `${row.owner_id}/${row.item_id}/${row.place_id}/${row.lot_id}/${row.keeper_id}`,
        row.quantity,
      ]),
    ),
  };
}

// The checks look at the row proposed for insertion even when it conflicts: what is known changes by update, and only what is new, or
// may be negative, or only grows, goes by insert. No row stands in two of the parts.
const CHANGE = {
  name: "stock.change",
  text: `with changed as (update app.item_stock s set on_hand = s.on_hand + x.h, kept_elsewhere = s.kept_elsewhere + x.k, reserved = s.reserved + x.r, value_yen = s.value_yen + x.v
      from unnest((select $1::uuid[]), (select $2::uuid[]), (select $3::numeric[]), (select $4::numeric[]), (select $5::numeric[]), (select $6::bigint[])) x(c, i, h, k, r, v) where s.company_id = x.c and s.item_id = x.i),
    taken as (update app.stock_balance b set quantity = b.quantity + x.q
      from unnest((select $7::uuid[]), (select $8::uuid[]), (select $9::uuid[]), (select $10::uuid[]), (select $11::uuid[]), (select $12::numeric[])) x(o, i, p, l, k, q)
      where (b.owner_id, b.item_id, b.place_id, b.lot_id, b.keeper_id) = (x.o, x.i, x.p, x.l, x.k))
    insert into app.stock_balance as b (owner_id, item_id, place_id, lot_id, keeper_id, quantity, may_be_negative)
      select o, i, p, l, k, q, n from unnest($13::uuid[], $14::uuid[], $15::uuid[], $16::uuid[], $17::uuid[], $18::numeric[], $19::boolean[]) x(o, i, p, l, k, q, n)
      on conflict (owner_id, item_id, place_id, lot_id, keeper_id) do update set quantity = b.quantity + excluded.quantity`,
};
const FIRST_ITEMS = {
  name: "stock.items.first",
  text: `insert into app.item_stock as s (company_id, item_id, on_hand, kept_elsewhere, reserved, value_yen)
    select c, i, h, k, r, v from jsonb_to_recordset($1::jsonb) x(c uuid, i uuid, h numeric, k numeric, r numeric, v bigint)
    on conflict (company_id, item_id) do update set on_hand = s.on_hand + excluded.on_hand, kept_elsewhere = s.kept_elsewhere + excluded.kept_elsewhere,
      reserved = s.reserved + excluded.reserved, value_yen = s.value_yen + excluded.value_yen`,
};

/** Writes the moves and their values with the papers they belong to, and the changed balances: two statements, sent together. */
export async function saveStockMoves(
  tx: Tx,
  moves: readonly StockMove[],
  state: StockState,
  valued: ValuedMoves,
  withThem: () => Promise<unknown>,
): Promise<void> {
  const items = valued.items.map(({ key, companyId, itemId, change }) => ({
    isKnown: state.items.has(key),
    row: { c: companyId, i: itemId, h: change.onHand, k: change.keptElsewhere, r: change.reserved, v: change.valueYen },
  }));
  const changed = items.filter((item) => item.isKnown).map((item) => item.row);
  const first = items.filter((item) => !item.isKnown).map((item) => item.row);
  const balance = valued.balances.map(({ end, quantity }) => ({
    o: end.companyId,
    i: end.itemId,
    p: end.placeId,
    l: end.lotId ?? NO_LOT,
    k: end.keeperId ?? end.companyId,
    q: quantity,
    n: isOutsidePlace(end.placeKind),
  }));
  const taken = balance.filter((row) => !row.n && row.q.isNegative());
  const added = balance.filter((row) => row.n || !row.q.isNegative());
  const insertMoves = () =>
    insertAll(
      tx,
      "stock_move",
      moves.map((move) => ({
        id: move.id,
        kind: move.kind,
        moved_on: move.movedOn,
        owner_id: move.from.companyId,
        to_owner_id: move.to.companyId,
        keeper_id: move.from.keeperId ?? move.from.companyId,
        to_keeper_id: move.to.keeperId ?? move.to.companyId,
        from_item_id: move.from.itemId,
        from_place_id: move.from.placeId,
        from_lot_id: move.from.lotId ?? null,
        from_quantity: move.from.quantity,
        to_item_id: move.to.itemId,
        to_place_id: move.to.placeId,
        to_lot_id: move.to.lotId ?? null,
        to_quantity: move.to.quantity,
        trade_id: move.tradeId ?? null,
        trade_line_number: move.tradeLineNumber ?? null,
        delivery_id: move.deliveryId ?? null,
        delivery_line_number: move.deliveryLineNumber ?? null,
        work_order_id: move.workOrderId ?? null,
        reverses_id: move.reversesId ?? null,
        reason: move.reason ?? "",
      })),
    );
  const insertValues = () =>
    insertAll(
      tx,
      "stock_value",
      valued.values.map((row) => ({
        company_id: row.companyId,
        move_id: row.moveId,
        seq: row.seq,
        item_id: row.itemId,
        pool: row.pool,
        quantity: row.quantity,
        value_yen: row.valueYen,
        account_role: row.accountRole,
        delivery_id: row.deliveryId ?? null,
        delivery_line_number: row.deliveryLineNumber ?? null,
        work_order_id: row.workOrderId ?? null,
        valued_on: row.valuedOn,
      })),
    );
  await settleAll([
    insertTogether(tx, () => settleAll([withThem(), insertMoves(), insertValues()])),
    query(tx, CHANGE, [
      ...columnsOf(changed, ["c", "i", "h", "k", "r", "v"]),
      ...columnsOf(taken, ["o", "i", "p", "l", "k", "q"]),
      ...columnsOf(added, ["o", "i", "p", "l", "k", "q", "n"]),
    ]),
    first.length === 0 ? undefined : query(tx, FIRST_ITEMS, [toJson(first)]),
  ]);
}
