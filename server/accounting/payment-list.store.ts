import type { z } from "zod";
import type { paymentListQueryShape } from "../../domain/accounting/index.ts";
import { camel, listPage, query, searchFilter, when } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

// What no invoice takes yet: of advances and of money that came without a known invoice.
const LEFT =
  "case f.state when 'reversed' then 0 else f.amount_yen - coalesce((select sum(sign(i.total_yen)::bigint * a.amount_yen) from app.payment_allocation a join app.invoice i on i.id = a.invoice_id where a.payment_id = f.payment_id), 0) end";
const ROW = `f.payment_id id, f.side, f.own_number number, f.partner_id, coalesce(p.name, '') partner_name, f.kind, f.sent_on, f.received_on, f.amount_yen::text, f.fee_yen::text, (${LEFT})::text unapplied_yen, f.state`;
const FROM = "app.payment_face f left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id";

export interface PaymentRow {
  readonly id: string;
  readonly side: "S" | "B";
  readonly number: string;
  readonly partnerId: string | null;
  readonly partnerName: string;
  readonly kind: "transfer" | "cash" | "claim" | "offset" | "advance";
  readonly sentOn: string;
  readonly receivedOn: string | null;
  readonly amountYen: string;
  readonly feeYen: string;
  readonly unappliedYen: string;
  /** reversed: taken back, or the mirror that takes another back. */
  readonly state: "sent" | "received" | "matched" | "reversed";
}

/** A page of payments of one side: what I paid (B), what came in (S). */
export function listPayments(tx: Tx, asked: z.output<typeof paymentListQueryShape>) {
  const number = asked.search?.trim();
  const named = searchFilter(number, "partner", "f.partner_id");
  return listPage<PaymentRow>(
    tx,
    {
      select: ROW,
      from: FROM,
      where: "f.company_id = $1",
      sorts: {
        sentOn: { sql: "f.sent_on", kind: "date" },
        number: { sql: "f.own_number", kind: "text" },
        amountYen: { sql: "f.amount_yen", kind: "integer" },
      },
      otherwise: "-sentOn",
      tie: [{ sql: "f.payment_id", kind: "uuid" }],
    },
    asked,
    [
      { sql: "f.side = ?", values: [asked.side] },
      ...when(asked.state, "f.state = ?"),
      ...when(asked.kind, "f.kind = ?"),
      ...(asked.unapplied ? [{ sql: `(${LEFT}) > 0`, values: [] }] : []),
      ...when(asked.partnerId, "f.partner_id = ?"),
      ...when(asked.sentOnFrom, "f.sent_on >= ?"),
      ...when(asked.sentOnTo, "f.sent_on <= ?"),
      ...named.map(({ sql, values }) => ({
        sql: `(upper(f.own_number) = upper(?) or ${sql})`,
        values: [number, ...values],
      })),
    ],
  );
}

export interface PaymentRecord extends PaymentRow {
  readonly reference: string;
  readonly isShared: boolean;
  readonly reversesId: string | null;
  readonly reversesNumber: string | null;
  readonly reversedById: string | null;
  readonly reversedByNumber: string | null;
  /** Where the money came in or went out, as the books say; null when none moved. */
  readonly fundRole: "bank" | "checkingDeposit" | "cash" | null;
  readonly allocations: readonly {
    invoiceId: string;
    number: string;
    dueOn: string;
    amountYen: bigint;
    allowanceYen: bigint;
  }[];
  readonly journal: readonly { id: string; number: string; kind: string; postedOn: string }[];
}

/** One payment as the acting company sees it; undefined for one of others. */
export async function loadPaymentRecord(tx: Tx, id: string): Promise<PaymentRecord | undefined> {
  const own = [tx.companyId, id];
  const [heads, allocations, journal] = await settleAll([
    query<Record<string, unknown>>(
      tx,
      `select ${ROW}, y.reference, y.outside_partner_id is null is_shared, y.reverses_id, o.own_number reverses_number, r.payment_id reversed_by_id, r.own_number reversed_by_number,
          (select l.role from app.journal_entry e join app.journal_line l on l.company_id = e.company_id and l.entry_id = e.id and l.role in ('bank', 'checkingDeposit', 'cash') where e.company_id = f.company_id and e.source_id = f.payment_id limit 1) fund_role
        from ${FROM} join app.payment y on y.id = f.payment_id left join app.payment_face o on o.company_id = f.company_id and o.payment_id = y.reverses_id
        left join app.payment z on z.reverses_id = y.id left join app.payment_face r on r.company_id = f.company_id and r.payment_id = z.id where f.company_id = $1 and f.payment_id = $2`,
      own,
    ),
    query<Record<string, unknown>>(
      tx,
      "select a.invoice_id, f.number, f.due_on, a.amount_yen, a.allowance_yen from app.payment_allocation a join app.invoice_face f on f.company_id = $1 and f.invoice_id = a.invoice_id where a.payment_id = $2 order by f.due_on, f.number",
      own,
    ),
    query<Record<string, unknown>>(
      tx,
      "select id, number, kind, posted_on from app.journal_entry where company_id = $1 and source_id = $2 order by posted_on, id",
      own,
    ),
  ]);
  const [head] = heads;
  return (
    head && {
      ...camel<PaymentRecord>(head),
      allocations: allocations.map((row) => camel(row)),
      journal: journal.map((row) => camel(row)),
    }
  );
}

/** Payments customers on the platform say they sent and that I have not booked, with who sent them. */
export async function loadExpectedPayments(tx: Tx): Promise<
  {
    id: string;
    number: string;
    partnerId: string | null;
    partnerName: string;
    kana: string;
    amountYen: bigint;
    sentOn: string;
  }[]
> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "payment.expected",
      text: `select f.payment_id id, f.own_number number, f.partner_id, coalesce(p.name, '') partner_name, coalesce(p.kana, '') kana, f.amount_yen, f.sent_on from ${FROM} where f.company_id = $1 and f.side = 'S' and f.state = 'sent' order by f.sent_on, f.payment_id`,
    },
    [tx.companyId],
  );
  return rows.map((row) => camel(row));
}
