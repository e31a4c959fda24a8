import { query, settleAll, type Tx } from "../db/index.ts";

/** One thing that changed, as the outbox holds it. `xid` is the transaction that wrote it. */
export interface OutboxRow {
  readonly outboxId: string;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly xid: bigint;
}

/** At most this many rows at once; a company with more is told to look at everything anew. */
export const OUTBOX_BATCH = 500;

const MARK = { name: "outbox_mark", text: "select pg_snapshot_xmin(pg_current_snapshot())::text mark" };
const READ = {
  name: "outbox_read_since",
  text: `select id as "outboxId", kind, subject_id as "subjectId", xid::text::bigint xid from app.outbox
          where company_id = $1 and xid >= $2::xid8 order by xid, id limit ${OUTBOX_BATCH}`,
};

/**
 * The mark of now: every transaction below it is over, so nothing below it can still become visible.
 * Reading from an older mark on shows some rows twice and misses none.
 */
export async function readMark(tx: Tx): Promise<bigint> {
  const [row] = await query<{ mark: string }>(tx, MARK);
  return BigInt(row!.mark);
}

/** The acting company's outbox rows from a mark on, and the mark to read from next time. */
export async function readOutboxSince(tx: Tx, mark: bigint): Promise<{ rows: OutboxRow[]; mark: bigint }> {
  const [next, rows] = await settleAll([readMark(tx), query<OutboxRow>(tx, READ, [tx.companyId, mark])] as const);
  return { rows, mark: next };
}
