import { insertAll, query, type Tx, withCommit } from "../db/index.ts";

/** An answer given before, as it went over the wire. */
export interface StoredAnswer {
  readonly requestHash: Buffer;
  readonly status: number;
  readonly body: string;
}

/** The name of the constraint a second writer of one key runs into, after waiting for the first to commit. */
export const IDEMPOTENCY_CONSTRAINT = "idempotency_key_pkey";

const FIND = {
  name: "idempotency_find",
  text: `select request_hash as "requestHash", status, body from app.idempotency_key
          where company_id = $1 and user_id = $2 and key = $3`,
};

/** The answer kept under a person's key in the acting company; null when there is none (yet). */
export async function findAnswer(tx: Tx, key: string): Promise<StoredAnswer | null> {
  const [kept] = await query<StoredAnswer>(tx, FIND, [tx.companyId, tx.userId, key]);
  return kept ?? null;
}

/** Keeps an answer under the key, with the commit; the person is the one who entered. The commit fails with 23505 when the key was used meanwhile. */
export function keepAnswer(tx: Tx, key: string, { requestHash, status, body }: StoredAnswer): void {
  const row = { company_id: tx.companyId, key, request_hash: `\\x${requestHash.toString("hex")}`, status, body };
  withCommit(tx, () => insertAll(tx, "idempotency_key", [row]));
}
