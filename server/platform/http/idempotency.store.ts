import { execute, query, type Tx } from "../db/index.ts";

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
const KEEP = {
  name: "idempotency_keep",
  text: "insert into app.idempotency_key (company_id, key, request_hash, status, body) values ($1, $2, $3, $4, $5)",
};

/** The answer kept under a person's key in the acting company; null when there is none (yet). */
export async function findAnswer(tx: Tx, key: string): Promise<StoredAnswer | null> {
  const [kept] = await query<StoredAnswer>(tx, FIND, [tx.companyId, tx.userId, key]);
  return kept ?? null;
}

/** Keeps an answer under the key; the person is the one who entered. Fails with 23505 when the key was used meanwhile. */
export async function keepAnswer(tx: Tx, key: string, answer: StoredAnswer): Promise<void> {
  await execute(tx, KEEP, [tx.companyId, key, answer.requestHash, answer.status, answer.body]);
}
