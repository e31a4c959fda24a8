import { insertAll, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Writes the receiver's word on an invoice; the guard moves both faces. */
export async function insertAnswer(
  tx: Tx,
  answer: {
    readonly invoiceId: string;
    readonly sellerId: string | null;
    readonly buyerId: string | null;
    readonly kind: "acknowledged" | "disputed";
    readonly reason: string;
  },
): Promise<void> {
  const [row] = await query<{ seq: number }>(
    tx,
    "select coalesce(max(seq), 0) + 1 seq from app.invoice_answer where invoice_id = $1",
    [answer.invoiceId],
  );
  await insertAll(tx, "invoice_answer", [
    {
      invoice_id: answer.invoiceId,
      seq: row!.seq,
      seller_id: answer.sellerId,
      buyer_id: answer.buyerId,
      kind: answer.kind,
      reason: answer.reason,
      answered_by: tx.companyId,
    },
  ]);
}
