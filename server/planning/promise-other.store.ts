import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Databases, Tx } from "../platform/index.ts";

/** The job by which a company is entered to answer the asker; null where it does not answer that one. */
export async function openPromiseJob(
  databases: Pick<Databases, "job">,
  askerId: string,
  askedId: string,
): Promise<string | null> {
  const { rows } = await databases.job.query<{ job: string | null }>("select guard.open_promise_job($1, $2) job", [
    askerId,
    askedId,
  ]);
  return rows[0]!.job;
}

/** An item of the acting company by a code of its agreement, and how many of it make one of the agreement's unit. */
export async function findAgreedItem(
  tx: Tx,
  askerId: string,
  sellerId: string,
  buyerId: string,
  code: string,
): Promise<{ itemId: string; factor: Decimal } | undefined> {
  const [row] = await query<{ itemId: string | null; factor: Decimal }>(
    tx,
    { name: "planning.agreedItem", text: 'select item_id "itemId", factor from guard.promise_item($1, $2, $3, $4)' },
    [askerId, sellerId, buyerId, code],
  );
  return row?.itemId ? { itemId: row.itemId, factor: row.factor } : undefined;
}

/** How many promises the asker may still open at the acting company. */
export async function countLeft(tx: Tx, askerId: string): Promise<number> {
  const [row] = await query<{ left: number }>(tx, 'select guard.promises_left($1) "left"', [askerId]);
  return row!.left ?? 0;
}

/** Puts on record at a company that does not answer by itself what it was asked. */
export async function noteQuestion(
  tx: Tx,
  askedId: string,
  buyerId: string,
  code: string,
  quantity: Decimal,
  wantedOn: PlainDate,
): Promise<void> {
  await query(tx, "select guard.note_promise_question($1, $2, $3, $4, $5)", [
    askedId,
    buyerId,
    code,
    quantity,
    wantedOn,
  ]);
}

/** How promises stand that are held at others. */
export function statesOf(tx: Tx, ids: readonly string[]): Promise<{ id: string; state: string }[]> {
  return query(tx, "select id, state from guard.promise_states($1)", [ids]);
}
