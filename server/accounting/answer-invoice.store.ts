import type { PlainDate } from "../../domain/shared/index.ts";
import { insertAll, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Writes the receiver's word on an invoice; the guard moves both faces. */
export async function insertAnswer(
  tx: Tx,
  answer: {
    readonly invoiceId: string;
    readonly sellerId: string | null;
    readonly buyerId: string | null;
    readonly kind: "acknowledged" | "disputed" | "deemed";
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

/** Statements written by the buyer whose supplier kept silent for the agreed days: of the supplier, or of the buyer for one outside the platform. */
export async function findSilentlyAcknowledged(tx: Tx, today: PlainDate): Promise<string[]> {
  const rows = await query<{ id: string }>(
    tx,
    `select distinct f.invoice_id id from app.invoice_face f join app.invoice i on i.id = f.invoice_id join app.invoice_line l on l.invoice_id = i.id
       join app.trade t on t.id = l.trade_id join app.agreement g on g.id = t.agreement_id
      where f.company_id = $1 and f.state = 'issued' and i.issued_by = 'buyer' and (f.side = 'S' or i.seller_id is null)
        and f.issued_on + (g.terms ->> 'acknowledgedAfterDays')::int < $2`,
    [tx.companyId, today],
  );
  return rows.map((row) => row.id);
}
