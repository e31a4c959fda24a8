import type { PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Invoices, ours and to us, whose day has passed with something open, and of which nobody was told. */
export async function findUntoldOverdue(tx: Tx, today: PlainDate): Promise<string[]> {
  const rows = await query<{ id: string }>(
    tx,
    `select f.invoice_id id from app.invoice_face f where f.company_id = $1 and f.side in ('S', 'B') and f.state <> 'settled' and f.due_on < $2
        and f.total_yen > f.settled_yen and not exists (select from app.outbox o where o.company_id = $1 and o.kind = 'invoice.overdue' and o.subject_id = f.invoice_id) order by f.due_on, f.invoice_id`,
    [tx.companyId, today],
  );
  return rows.map(({ id }) => id);
}

/** The month before this one, as the subject of its notice, while it is open. */
export async function findUntoldMonth(tx: Tx, today: PlainDate): Promise<string[]> {
  const rows = await query<{ id: string }>(
    tx,
    `select guard.month_id(p.month) id from app.period p where p.company_id = $1 and p.closed_at is null
        and p.month = to_char($2::date - interval '1 month', 'YYYY-MM') and not exists (select from app.outbox o where o.company_id = $1 and o.kind = 'accounting.monthToClose' and o.subject_id = guard.month_id(p.month))`,
    [tx.companyId, today],
  );
  return rows.map(({ id }) => id);
}
