import type { z } from "zod";
import type { journalListQueryShape, journalRowShape } from "../../domain/accounting/index.ts";
import { camel, listPage, query, searchFilter, when } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

const TOTAL =
  "coalesce((select sum(l.amount_yen) from app.journal_line l where l.company_id = e.company_id and l.entry_id = e.id and l.amount_yen > 0), 0)";
const HEAD = `e.id, e.number, e.kind, e.event_on, e.posted_on posting_on, e.description, e.source_kind, e.source_id, e.trade_id, e.partner_id, p.name partner_name, ${TOTAL}::text total_yen`;
const FROM = "app.journal_entry e left join app.partner p on p.company_id = e.company_id and p.id = e.partner_id";

/** Entries of the acting company, newest first. */
export function listEntries(tx: Tx, asked: z.output<typeof journalListQueryShape>) {
  const search = asked.search?.trim();
  return listPage<z.input<typeof journalRowShape>>(
    tx,
    {
      select: HEAD,
      from: FROM,
      where: "e.company_id = $1",
      sorts: { postingOn: { sql: "e.posted_on", kind: "date" }, number: { sql: "e.number", kind: "text" } },
      otherwise: "-postingOn",
      tie: [{ sql: "e.id", kind: "uuid" }],
    },
    asked,
    [
      ...when(asked.postingOnFrom, "e.posted_on >= ?"),
      ...when(asked.postingOnTo, "e.posted_on <= ?"),
      ...when(asked.kind, "e.kind = ?"),
      ...when(asked.sourceKind, "e.source_kind = ?"),
      ...when(
        asked.partnerId,
        "exists (select from app.journal_line x where x.company_id = e.company_id and x.entry_id = e.id and ? in (x.partner_id, e.partner_id))",
      ),
      ...searchFilter(asked.partner, "partner", "e.partner_id"),
      ...when(asked.amountMin, `${TOTAL} >= ?`),
      ...when(asked.amountMax, `${TOTAL} <= ?`),
      ...when(asked.sourceId, "e.source_id = ?"),
      ...when(asked.tradeId, "e.trade_id = ?"),
      ...when(
        asked.accountCode,
        "exists (select from app.journal_line x join app.account a on a.company_id = x.company_id and a.id = x.account_id where x.company_id = e.company_id and x.entry_id = e.id and a.code = ?)",
      ),
      ...(search
        ? [
            {
              sql: "(e.number = upper(?) or strpos(lower(e.description), lower(?)) > 0 or e.reference = ?)",
              values: [search, search, search],
            },
          ]
        : []),
    ],
  );
}

export interface EntryLine {
  readonly lineNumber: number;
  readonly accountId: string;
  readonly accountCode: string;
  readonly accountNameJa: string;
  readonly accountNameEn: string;
  readonly amountYen: bigint;
  readonly role: string;
  readonly flow: string | null;
  readonly sourceLineId: string | null;
  readonly taxCode: string | null;
  readonly deductiblePercent: number | null;
  readonly partnerId: string | null;
  readonly partnerName: string | null;
  readonly workOrderId: string | null;
  readonly note: string;
}

export interface EntryRecord {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly eventOn: string;
  readonly postingOn: string;
  readonly description: string;
  readonly sourceKind: string;
  readonly sourceId: string | null;
  readonly tradeId: string | null;
  readonly partnerId: string | null;
  readonly partnerName: string | null;
  readonly totalYen: string;
  readonly reference: string;
  readonly enteredAt: string;
  readonly reversesId: string | null;
  readonly reversesNumber: string | null;
  readonly reversedById: string | null;
  readonly reversedByNumber: string | null;
  /** Which side of the trade the company has, to find its page. */
  readonly tradeSide: "S" | "B" | null;
  readonly lines: readonly EntryLine[];
}

/** One entry with its lines; undefined for one of others. */
export async function loadEntry(tx: Tx, id: string): Promise<EntryRecord | undefined> {
  const [heads, lines] = await settleAll([
    query<Record<string, unknown>>(
      tx,
      `select ${HEAD}, e.reference, e.created_at entered_at, e.reverses_id, o.number reverses_number, r.id reversed_by_id, r.number reversed_by_number,
          (select f.side from app.trade_face f where f.company_id = e.company_id and f.trade_id = e.trade_id) trade_side
        from ${FROM} left join app.journal_entry o on o.company_id = e.company_id and o.id = e.reverses_id
        left join app.journal_entry r on r.company_id = e.company_id and r.reverses_id = e.id where e.company_id = $1 and e.id = $2`,
      [tx.companyId, id],
    ),
    query<Record<string, unknown>>(
      tx,
      {
        name: "journal.lines",
        text: `select l.line_number, l.account_id, a.code account_code, a.name account_name_ja, a.name_en account_name_en, l.amount_yen, l.role, l.flow, l.source_line_id, l.tax_code, l.deductible_percent,
            l.partner_id, p.name partner_name, l.work_order_id, l.note from app.journal_line l join app.account a on a.company_id = l.company_id and a.id = l.account_id
            left join app.partner p on p.company_id = l.company_id and p.id = l.partner_id where l.company_id = $1 and l.entry_id = $2 order by l.line_number`,
      },
      [tx.companyId, id],
    ),
  ]);
  const [head] = heads;
  return head && { ...camel<Omit<EntryRecord, "lines">>(head), lines: lines.map((row) => camel<EntryLine>(row)) };
}

/** Who wrote an entry: the member who acted. Empty for a partner's or a job's doing. */
export async function enteredBy(tx: Tx, entryId: string): Promise<string> {
  const [row] = await query<{ name: string | null }>(
    tx,
    `select m.name from app.journal_entry e left join guard.members() m on m.user_id = e.created_by where e.company_id = $1 and e.id = $2`,
    [tx.companyId, entryId],
  );
  return row?.name ?? "";
}

/** Entries by what a file calls them, with their lines in short: to see that a file brings nothing new. */
export async function loadByReference(
  tx: Tx,
  references: readonly string[],
): Promise<
  {
    reference: string;
    lineNumber: number;
    postedOn: string;
    accountCode: string;
    amountYen: bigint;
    taxCode: string | null;
    partnerCode: string | null;
    note: string;
  }[]
> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select e.reference, l.line_number, e.posted_on, a.code account_code, l.amount_yen, l.tax_code, p.code partner_code, l.note from app.journal_entry e
      join app.journal_line l on l.company_id = e.company_id and l.entry_id = e.id join app.account a on a.company_id = l.company_id and a.id = l.account_id
      left join app.partner p on p.company_id = l.company_id and p.id = l.partner_id where e.company_id = $1 and e.reference = any($2) order by e.reference, l.line_number`,
    [tx.companyId, references],
  );
  return rows.map((row) => camel(row));
}

/** Every line of entries by hand, as a file shows them. */
export async function loadManualLines(tx: Tx) {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select coalesce(nullif(e.reference, ''), e.number) reference, l.line_number, e.posted_on, a.code account_code, l.amount_yen, l.tax_code, p.code partner_code, l.note from app.journal_entry e
      join app.journal_line l on l.company_id = e.company_id and l.entry_id = e.id join app.account a on a.company_id = l.company_id and a.id = l.account_id
      left join app.partner p on p.company_id = l.company_id and p.id = l.partner_id where e.company_id = $1 and e.kind = 'manual' order by e.posted_on, e.number, l.line_number`,
    [tx.companyId],
  );
  return rows.map((row) => camel<Awaited<ReturnType<typeof loadByReference>>[number]>(row));
}
