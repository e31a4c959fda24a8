import { camel, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** A payment that is proposed or approved and has not left: the company's own, nobody else sees it. */
export interface PaymentDraftBody {
  readonly sentOn: string;
  readonly kind: "transfer" | "cash" | "claim" | "offset";
  readonly fundRole: "bank" | "checkingDeposit" | "cash";
  /** What is left open of each; minus for a credit note. */
  readonly allocations: readonly { readonly invoiceId: string; readonly number: string; readonly amountYen: string }[];
}

export interface PaymentDraftRow {
  readonly id: string;
  readonly number: string;
  readonly partnerId: string | null;
  readonly partnerName: string;
  readonly state: "draft" | "approved" | "sent" | "discarded";
  readonly body: PaymentDraftBody;
  readonly sentId: string | null;
  readonly version: number;
}

/** Payments waiting for approval or sending, the oldest first. */
export async function loadWaitingDrafts(tx: Tx): Promise<PaymentDraftRow[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "paymentDraft.waiting",
      text: `select d.id, d.number, d.partner_id, coalesce(p.name, '') partner_name, d.state, d.body, d.sent_id, d.version from app.draft d
        left join app.partner p on p.company_id = d.company_id and p.id = d.partner_id where d.company_id = $1 and d.kind = 'payment' and d.state in ('draft', 'approved') order by d.number`,
    },
    [tx.companyId],
  );
  return rows.map((row) => ({ ...camel<PaymentDraftRow>(row), body: row["body"] as PaymentDraftBody }));
}

/** Which of these partners have a bank account on their card. */
export async function partnersWithBank(tx: Tx, partnerIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await query<{ partner_id: string }>(
    tx,
    "select distinct partner_id from app.partner_bank_account where company_id = $1 and partner_id = any($2::uuid[])",
    [tx.companyId, partnerIds],
  );
  return new Set(rows.map((row) => row.partner_id));
}
