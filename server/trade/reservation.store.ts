import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { decimal } from "../../domain/shared/index.ts";
import { columnsOf, insertAll, query } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

/**
 * Writes what the seller owes on confirmed lines as reservations. Nothing is allocated yet: the seller's own allocation, or the
 * output of a work order, does that, and only then stock is counted as promised.
 */
export async function reserveForLines(
  tx: Tx,
  sellerId: string,
  tradeId: string,
  lines: readonly {
    readonly lineNumber: number;
    readonly sellerItemId: string | null;
    readonly quantity: Decimal;
    readonly sellerFactor: Decimal | string;
    readonly wantedOn: PlainDate;
    readonly promisedOn: PlainDate | null;
    readonly state: string;
  }[],
): Promise<void> {
  await insertReservations(
    tx,
    sellerId,
    lines
      .filter((line) => line.state === "confirmed" && line.sellerItemId)
      .map((line) => ({
        id: newId(),
        itemId: line.sellerItemId!,
        tradeId,
        lineNumber: line.lineNumber,
        quantity: line.quantity.times(decimal(line.sellerFactor.toString())),
        neededOn: line.promisedOn ?? line.wantedOn,
      })),
  );
}

export async function insertReservations(
  tx: Tx,
  companyId: string,
  reservations: readonly {
    readonly id: string;
    readonly itemId: string;
    readonly tradeId: string;
    readonly lineNumber: number;
    readonly quantity: Decimal;
    readonly neededOn: PlainDate;
  }[],
): Promise<void> {
  await insertAll(
    tx,
    "reservation",
    reservations.map((one) => ({
      company_id: companyId,
      id: one.id,
      item_id: one.itemId,
      trade_id: one.tradeId,
      trade_line_number: one.lineNumber,
      quantity: one.quantity,
      needed_on: one.neededOn,
    })),
  );
}

export interface ReservationRow {
  readonly id: string;
  readonly itemId: string;
  readonly tradeId: string;
  readonly lineNumber: number;
  readonly quantity: Decimal;
  readonly allocated: Decimal;
}

/** Open reservations of a seller's lines, locked. */
export async function lockReservations(
  tx: Tx,
  sellerId: string,
  tradeIds: readonly string[],
): Promise<ReservationRow[]> {
  const rows = await query<{
    id: string;
    item_id: string;
    trade_id: string;
    trade_line_number: number;
    quantity: Decimal;
    allocated: Decimal;
  }>(
    tx,
    {
      name: "reservation.lock",
      // The state stands in an expression, so that no index of states is taken: most orders are done, and the planner would read all open ones.
      text: "select id, item_id, trade_id, trade_line_number, quantity, allocated from app.reservation where company_id = $1 and trade_id = any(array(select unnest($2::uuid[]))) and state || '' = 'open' order by id for update",
    },
    [sellerId, tradeIds],
  );
  return rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
    tradeId: row.trade_id,
    lineNumber: row.trade_line_number,
    quantity: row.quantity,
    allocated: row.allocated,
  }));
}

/** New quantities of reservations; one that reaches zero is done. */
export async function changeReservations(
  tx: Tx,
  companyId: string,
  changes: readonly {
    readonly id: string;
    readonly quantity: Decimal;
    readonly allocated: Decimal;
    readonly state: "open" | "done" | "cancelled";
    /** Absent: as before. */
    readonly neededOn?: PlainDate;
  }[],
): Promise<void> {
  if (changes.length === 0) return;
  await query(
    tx,
    {
      name: "reservation.change",
      text: `update app.reservation r set quantity = x.q, allocated = x.a, state = x.s, needed_on = coalesce(x.n, r.needed_on), version = r.version + 1 from unnest((select $2::uuid[]), (select $3::numeric[]), (select $4::numeric[]), (select $5::text[]), (select $6::date[])) x(i, q, a, s, n) where r.company_id = $1 and r.id = x.i`,
    },
    [
      companyId,
      ...columnsOf(
        changes.map((change) => ({
          i: change.id,
          q: change.quantity,
          a: change.allocated,
          s: change.state,
          n: change.neededOn ?? null,
        })),
        ["i", "q", "a", "s", "n"],
      ),
    ],
  );
}

/** Stock that was promised and is free again, summed per item and in one order for every writer. */
export async function releaseReserved(
  tx: Tx,
  companyId: string,
  released: readonly { readonly itemId: string; readonly released: Decimal }[],
): Promise<void> {
  const sums = new Map<string, Decimal>();
  for (const one of released) {
    if (one.released.greaterThan(0)) sums.set(one.itemId, (sums.get(one.itemId) ?? decimal(0)).plus(one.released));
  }
  if (sums.size === 0) return;
  const rows = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([i, q]) => ({ i, q }));
  await query(
    tx,
    {
      name: "reservation.release",
      text: `update app.item_stock s set reserved = s.reserved - x.q from unnest((select $2::uuid[]), (select $3::numeric[])) x(i, q) where s.company_id = $1 and s.item_id = x.i`,
    },
    [companyId, ...columnsOf(rows, ["i", "q"])],
  );
}
