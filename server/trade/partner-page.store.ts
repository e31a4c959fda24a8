import { createHash, randomBytes } from "node:crypto";
import { execute, insertAll, query } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

/** Writes a link for one trade. Only the token's hash is kept; the token is given out once. */
export async function insertPartnerPage(
  tx: Tx,
  tradeId: string,
  expiresAt: string,
): Promise<{ id: string; token: string; expiresAt: string }> {
  const id = newId();
  const token = randomBytes(24).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await insertAll(tx, "partner_page", [
    { company_id: tx.companyId, id, trade_id: tradeId, token_hash: `\\x${hash}`, expires_at: expiresAt },
  ]);
  return { id, token, expiresAt };
}

/** Takes a link back; answers whether there was one. */
export async function withdrawPage(tx: Tx, tradeId: string, id: string): Promise<boolean> {
  const count = await execute(
    tx,
    "update app.partner_page set withdrawn = true where company_id = $1 and trade_id = $2 and id = $3 and not withdrawn",
    [tx.companyId, tradeId, id],
  );
  return count > 0;
}

/** What the page shows, for whoever holds the token; null when there is no such link, or no more. */
export async function openPage(tx: Tx, token: string): Promise<Record<string, unknown> | null> {
  const [row] = await query<{ page: Record<string, unknown> | null }>(tx, "select guard.open_partner_page($1) page", [
    token,
  ]);
  return row!.page;
}

/** The partner's word, as a note to the company; once. */
export async function answerPage(tx: Tx, token: string, words: Record<string, unknown>): Promise<boolean> {
  const [row] = await query<{ taken: boolean }>(tx, "select guard.answer_partner_page($1, $2::jsonb) taken", [
    token,
    JSON.stringify(words),
  ]);
  return row!.taken;
}
