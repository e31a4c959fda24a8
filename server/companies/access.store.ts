import type { Access } from "../../domain/companies/index.ts";
import { type Decimal, type Outcome, ok } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import { listPage, type Page, settleAll, type Tx } from "../platform/index.ts";

export interface AccessQuery {
  readonly kind: "reaction" | "precheck";
  readonly byCompanyId?: string | undefined;
  readonly atFrom?: string | undefined;
  readonly atTo?: string | undefined;
  readonly sort?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

type Row = Omit<Access, "id" | "quantity" | "kind"> & { id: bigint; quantity: Decimal | null };

/** Who of others reached into this company's books, newest first. A name is told where this company knows it. */
export async function listAccesses(tx: Tx, asked: AccessQuery): Promise<Outcome<Page<Access>>> {
  const isReaction = asked.kind === "reaction";
  const table = isReaction ? "app.access_record" : "app.precheck_record";
  const values: unknown[] = [tx.companyId];
  const where = ["a.company_id = $1"];
  const add = (condition: (at: string) => string, value: string | undefined) => {
    if (value === undefined) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  add((at) => `a.by_company_id = ${at}`, asked.byCompanyId);
  add((at) => `a.at >= ${at}::date`, asked.atFrom);
  add((at) => `a.at < ${at}::date + 1`, asked.atTo);
  const what = isReaction
    ? `a.reaction what, a.trade_id "tradeId", f.own_number "tradeNumber",
        case f.side when 'S' then 'seller' when 'B' then 'buyer' end "tradeSide", null::text code, null::numeric quantity`
    : `a.answer what, null::uuid "tradeId", null::text "tradeNumber", null::text "tradeSide", a.code, a.quantity`;
  const trade = isReaction ? "left join app.trade_face f on f.company_id = $1 and f.trade_id = a.trade_id" : "";
  const source = {
    select: `a.id, a.at, a.by_company_id "byCompanyId", coalesce(p.name, c.name) "byName", ${what}`,
    from: `${table} a left join app.partner p on p.company_id = $1 and p.linked_company_id = a.by_company_id
      left join app.company_profile c on c.id = a.by_company_id ${trade}`,
    where,
    values,
    sorts: { at: { sql: "a.id", kind: "integer", of: (row: Row) => row.id.toString() } },
    sortedBy: "-at",
    id: { sql: "a.id", kind: "integer", of: (row: Row) => row.id.toString() },
  } as const;
  const page = await listPage<Row, "at">(tx, source, asked);
  if (!page.ok) return page;
  const rows = page.value.rows.map((row) => ({
    ...row,
    id: row.id.toString(),
    kind: asked.kind,
    quantity: row.quantity?.toFixed() ?? null,
  }));
  return ok({ ...page.value, rows });
}

export interface HistoryRow {
  readonly id: string;
  readonly at: string;
  readonly command: string;
  readonly userName: string | null;
  readonly details: Record<string, unknown>;
}

/** What was done with one record, newest first. */
export async function listHistory(
  tx: Tx,
  asked: {
    readonly subjectId: string;
    readonly sort?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<Outcome<Page<HistoryRow>>> {
  const source = {
    select: `a.id, a.at, a.command, a.user_id "userId", a.details`,
    from: "app.audit a",
    where: ["a.company_id = $1", "a.subject_id = $2"],
    values: [tx.companyId, asked.subjectId],
    // Ids are made in the order of time and, unlike instants, hold every digit a cursor needs.
    sorts: { at: { sql: "a.id", kind: "uuid", of: (row: HistoryRow) => row.id } },
    sortedBy: "-at",
    id: { sql: "a.id", kind: "uuid", of: (row: HistoryRow) => row.id },
  } as const;
  const [page, names] = await settleAll([
    listPage<HistoryRow & { userId: string | null }, "at">(tx, source, asked),
    query<{ id: string; name: string }>(
      tx,
      "select user_id id, name from guard.members() union select user_id, name from guard.mandates()",
    ),
  ]);
  if (!page.ok) return page;
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const rows = page.value.rows.map(({ userId, ...row }) => ({
    ...row,
    userName: userId === null ? null : (nameOf.get(userId) ?? null),
  }));
  return ok({ ...page.value, rows });
}
