import type { z } from "zod";
import type { invoiceListQueryShape } from "../../domain/accounting/index.ts";
import type { Decimal, TaxCategory } from "../../domain/shared/index.ts";
import { camel, listPage, query, searchFilter, when } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

const ROW = `f.invoice_id id, f.side, f.number, f.partner_id, coalesce(p.name, '') partner_name, f.issued_on, f.due_on, f.net_yen::text, f.tax_yen::text, f.total_yen::text,
  (f.total_yen - sign(f.total_yen)::bigint * (f.settled_yen + f.carried_yen))::text open_yen, f.carried_yen::text, f.state, f.is_own_issue`;
const FROM = "app.invoice_face f left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id";

export interface InvoiceRow {
  readonly id: string;
  readonly side: "S" | "B";
  readonly number: string;
  readonly partnerId: string | null;
  readonly partnerName: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly netYen: string;
  readonly taxYen: string;
  readonly totalYen: string;
  readonly openYen: string;
  /** Taken over by opening items both sides agreed on. */
  readonly carriedYen: string;
  readonly state: "issued" | "acknowledged" | "disputed" | "settled";
  readonly isOwnIssue: boolean;
}

/** A page of invoices of one side, from the company's own face. */
export function listInvoices(tx: Tx, asked: z.output<typeof invoiceListQueryShape>, today: string) {
  const number = asked.search?.trim();
  const named = searchFilter(number, "partner", "f.partner_id");
  return listPage<InvoiceRow>(
    tx,
    {
      select: ROW,
      from: FROM,
      where: "f.company_id = $1",
      sorts: {
        issuedOn: { sql: "f.issued_on", kind: "date" },
        dueOn: { sql: "f.due_on", kind: "date" },
        number: { sql: "f.number", kind: "text" },
        totalYen: { sql: "f.total_yen", kind: "integer" },
      },
      otherwise: "-issuedOn",
      tie: [{ sql: "f.invoice_id", kind: "uuid" }],
    },
    asked,
    [
      { sql: "f.side = ?", values: [asked.side] },
      ...when(asked.state, "f.state = ?"),
      ...(asked.waiting ? [{ sql: "f.state = 'issued' and not f.is_own_issue", values: [] }] : []),
      ...(asked.open ? [{ sql: "f.state <> 'settled'", values: [] }] : []),
      ...(asked.overdue ? [{ sql: "f.state <> 'settled' and f.due_on < ?", values: [today] }] : []),
      ...when(asked.partnerId, "f.partner_id = ?"),
      ...when(asked.issuedOnFrom, "f.issued_on >= ?"),
      ...when(asked.issuedOnTo, "f.issued_on <= ?"),
      ...when(asked.dueOnFrom, "f.due_on >= ?"),
      ...when(asked.dueOnTo, "f.due_on <= ?"),
      ...named.map(({ sql, values }) => ({
        sql: `(upper(f.number) = upper(?) or ${sql})`,
        values: [number, ...values],
      })),
    ],
  );
}

export interface PartyLines {
  readonly name: string;
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
}

export interface InvoiceRecord extends InvoiceRow {
  readonly issuedBy: "seller" | "buyer";
  readonly sellerId: string | null;
  readonly buyerId: string | null;
  readonly registrationNumber: string | null;
  /** An open item from before the link, agreed by both. */
  readonly isOpening: boolean;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly taxRounding: "down" | "half_up" | "up";
  /** Of a buyer's statement: after so many days without a word it counts as acknowledged. */
  readonly acknowledgedAfterDays: number | null;
  readonly note: string;
  readonly credits: { readonly id: string; readonly number: string; readonly issuedOn: string } | null;
  readonly creditedBy: readonly { id: string; number: string; issuedOn: string; totalYen: bigint }[];
  readonly own: PartyLines;
  readonly partner: PartyLines;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly tradeId: string | null;
    readonly tradeNumber: string | null;
    readonly suppliedOn: string;
    readonly code: string;
    readonly description: string;
    readonly quantity: Decimal;
    readonly unit: string;
    readonly unitPrice: Decimal;
    readonly amountYen: bigint;
    readonly taxCategory: TaxCategory;
  }[];
  readonly taxes: readonly {
    readonly taxCategory: TaxCategory;
    readonly ratePercent: number;
    readonly netYen: bigint;
    readonly taxYen: bigint;
  }[];
  readonly answers: readonly { kind: string; reason: string; answeredAt: string; answeredBy: string }[];
  readonly payments: readonly {
    id: string;
    number: string;
    sentOn: string;
    receivedOn: string | null;
    amountYen: bigint;
    allowanceYen: bigint;
  }[];
  readonly journal: readonly { id: string; number: string; kind: string; postedOn: string }[];
}

/** One invoice as the acting company sees it; undefined for one of others. */
export async function loadInvoice(tx: Tx, id: string): Promise<InvoiceRecord | undefined> {
  const own = [tx.companyId, id];
  const ask = (text: string) => query<Record<string, unknown>>(tx, text, own);
  const [heads, lines, taxes, answers, payments, journal, creditedBy] = await settleAll([
    ask(`select ${ROW}, i.issued_by, i.seller_id, i.buyer_id, case when not i.is_opening then coalesce(i.registration_number, case f.side when 'S' then c.registration_number else p.registration_number end) end registration_number, i.is_opening, i.period_from, i.period_to, i.tax_rounding, i.note, k.id credits_id, k.number credits_number, k.issued_on credits_issued_on,
        (select min((g.terms ->> 'acknowledgedAfterDays')::int) from app.invoice_line l join app.trade t on t.id = l.trade_id join app.agreement g on g.id = t.agreement_id where l.invoice_id = i.id and i.issued_by = 'buyer') acknowledged_after_days,
        c.name own_name, c.postal_code own_postal_code, c.address own_address, c.phone own_phone, coalesce(nullif(q.name, ''), p.name, '') partner_full_name, coalesce(p.postal_code, '') partner_postal_code, coalesce(nullif(p.address, ''), q.address, '') partner_address, coalesce(p.phone, '') partner_phone
      from ${FROM} join app.invoice i on i.id = f.invoice_id join app.company c on c.company_id = f.company_id left join app.invoice k on k.id = i.credits_id
      left join app.company_profile q on q.id = case f.side when 'S' then i.buyer_id else i.seller_id end where f.company_id = $1 and f.invoice_id = $2`),
    ask(`select l.line_number, t.trade_id, t.own_number trade_number, l.supplied_on, l.code, l.description, l.quantity, l.unit, l.unit_price, l.amount_yen, l.tax_category from app.invoice_line l
      left join app.trade_face t on t.company_id = $1 and t.trade_id = l.trade_id where l.invoice_id = $2 order by l.line_number`),
    query<Record<string, unknown>>(
      tx,
      "select tax_category, rate_percent, net_yen, tax_yen from app.invoice_tax where invoice_id = $1 order by rate_percent desc, tax_category",
      [id],
    ),
    query<Record<string, unknown>>(
      tx,
      "select kind, reason, answered_at, answered_by from app.invoice_answer where invoice_id = $1 order by seq",
      [id],
    ),
    ask(`select f.payment_id id, f.own_number number, f.sent_on, f.received_on, a.amount_yen, a.allowance_yen from app.payment_allocation a
      join app.payment_face f on f.company_id = $1 and f.payment_id = a.payment_id where a.invoice_id = $2 order by f.sent_on, f.payment_id`),
    ask(
      "select id, number, kind, posted_on from app.journal_entry where company_id = $1 and source_id = $2 order by posted_on, id",
    ),
    ask(
      "select f.invoice_id id, f.number, f.issued_on, f.total_yen from app.invoice i join app.invoice_face f on f.company_id = $1 and f.invoice_id = i.id where i.credits_id = $2 order by f.issued_on, f.number",
    ),
  ]);
  const [head] = heads;
  if (!head) return undefined;
  const text = (column: string) => String(head[column] ?? "");
  const party = (prefix: string, name: string): PartyLines => ({
    name: text(name),
    postalCode: text(`${prefix}_postal_code`),
    address: text(`${prefix}_address`),
    phone: text(`${prefix}_phone`),
  });
  return {
    ...camel<InvoiceRecord>(head),
    credits: head["credits_id"]
      ? { id: text("credits_id"), number: text("credits_number"), issuedOn: text("credits_issued_on") }
      : null,
    creditedBy: creditedBy.map((row) => camel(row)),
    own: party("own", "own_name"),
    partner: party("partner", "partner_full_name"),
    lines: lines.map((row) => camel(row)),
    taxes: taxes.map((row) => camel(row)),
    answers: answers.map((row) => camel(row)),
    payments: payments.map((row) => camel(row)),
    journal: journal.map((row) => camel(row)),
  };
}
