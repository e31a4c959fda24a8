import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import type { LineChange } from "../../domain/trade/index.ts";
import { camel, insertAll, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import { type Pair, pairColumns } from "./trade.store.ts";

export interface NewChange extends Pair {
  readonly id: string;
  readonly tradeId: string;
  readonly number: string;
  readonly reason: string;
  readonly costYen: bigint;
  readonly expiresOn: PlainDate | null;
  readonly lines: readonly LineChange[];
}

/** A change request begins when it is sent; nothing of the trade moves until it is agreed. */
export async function insertChange(tx: Tx, change: NewChange): Promise<void> {
  const pair = pairColumns(change);
  await insertAll(tx, "change_request", [
    {
      id: change.id,
      trade_id: change.tradeId,
      ...pair,
      proposed_by: tx.companyId,
      number: change.number,
      reason: change.reason,
      cost_yen: change.costYen,
      expires_on: change.expiresOn,
    },
  ]);
  await insertAll(
    tx,
    "change_request_line",
    change.lines.map((line) => ({
      change_request_id: change.id,
      line_number: line.lineNumber,
      ...pair,
      is_cancel: line.isCancel,
      new_quantity: line.newQuantity,
      new_unit_price: line.newUnitPrice,
      new_amount_yen: line.newAmountYen,
      new_wanted_on: line.newWantedOn,
      new_promised_on: line.newPromisedOn,
    })),
  );
}

export interface ChangeRow {
  readonly id: string;
  readonly tradeId: string;
  readonly number: string;
  readonly state: string;
  readonly proposedBy: string;
  readonly chainChangeId: string | null;
  readonly expiresOn: PlainDate | null;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly isCancel: boolean;
    readonly newQuantity: Decimal | null;
    readonly newUnitPrice: Decimal | null;
  }[];
}

export async function loadChange(tx: Tx, id: string): Promise<ChangeRow | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    "select id, trade_id, number, state, proposed_by, chain_change_id, expires_on from app.change_request where id = $1",
    [id],
  );
  if (!row) return undefined;
  const lines = await query<Record<string, unknown>>(
    tx,
    "select line_number, is_cancel, new_quantity, new_unit_price from app.change_request_line where change_request_id = $1 order by line_number",
    [id],
  );
  return { ...camel<Omit<ChangeRow, "lines">>(row), lines: lines.map((line) => camel(line)) };
}

/** A trade has one change on the table at a time; else two answers could contradict each other. */
export async function findOpenChange(
  tx: Tx,
  tradeId: string,
  today: PlainDate,
): Promise<{ number: string } | undefined> {
  const [row] = await query<{ number: string }>(
    tx,
    "select number from app.change_request where trade_id = $1 and state = 'proposed' and (expires_on is null or expires_on >= $2) limit 1",
    [tradeId, today],
  );
  return row;
}

/** Of these trades, those with a change on the table. */
export async function findOpenChanges(
  tx: Tx,
  tradeIds: readonly string[],
  today: PlainDate,
): Promise<ReadonlySet<string>> {
  if (tradeIds.length === 0) return new Set();
  const rows = await query<{ id: string }>(
    tx,
    "select trade_id id from app.change_request where trade_id = any ($1::uuid[]) and state = 'proposed' and (expires_on is null or expires_on >= $2)",
    [[...new Set(tradeIds)], today],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Requests of the acting company that nobody answered by their last day; those of a chain end with the chain. */
export async function findExpiredChanges(tx: Tx, today: PlainDate): Promise<string[]> {
  const rows = await query<{ id: string }>(
    tx,
    "select id from app.change_request where proposed_by = $1 and state = 'proposed' and expires_on < $2 and chain_change_id is null order by id",
    [tx.companyId, today],
  );
  return rows.map((row) => row.id);
}

/** Whether a request of the acting buyer, as written, stays within what both signed as standing limits. */
export async function isStandingChange(tx: Tx, id: string): Promise<boolean> {
  const [row] = await query<{ is: boolean }>(tx, 'select guard.is_standing_change($1) "is"', [id]);
  return row!.is;
}

/** Through the guard: agreed makes the new revision. */
export async function answerChangeRequest(tx: Tx, id: string, answer: string, words: string): Promise<void> {
  await query(tx, "select guard.answer_change($1, $2, $3)", [id, answer, words]);
}
