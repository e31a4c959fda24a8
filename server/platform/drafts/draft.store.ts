import type { Outcome } from "../../../domain/shared/index.ts";
import type { ListQuery, ListSql, Page, Tx } from "../db/index.ts";
import { camel, execute, insertAll, listPage, query } from "../db/index.ts";

export type DraftKind =
  | "sales_order"
  | "quotation"
  | "purchase_order"
  | "enquiry"
  | "purchase_request"
  | "agreement"
  | "payment";
export type DraftState = "draft" | "approved" | "sent" | "discarded";

/** A private record being prepared; its body is the kind's own shape. */
export interface Draft<Body> {
  readonly id: string;
  readonly kind: DraftKind;
  readonly number: string;
  readonly partnerId: string | null;
  readonly body: Body;
  readonly state: DraftState;
  readonly sentId: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

export async function insertDraft(
  tx: Tx,
  draft: {
    readonly id: string;
    readonly kind: DraftKind;
    readonly number: string;
    readonly partnerId: string | null;
    readonly body: unknown;
  },
): Promise<void> {
  await insertAll(tx, "draft", [
    {
      company_id: tx.companyId,
      id: draft.id,
      kind: draft.kind,
      number: draft.number,
      partner_id: draft.partnerId,
      body: draft.body,
    },
  ]);
}

export async function loadDraft<Body>(tx: Tx, id: string): Promise<Draft<Body> | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    {
      name: "draft.load",
      text: "select id, kind, number, partner_id, body, state, sent_id, created_at, updated_at, version from app.draft where company_id = $1 and id = $2",
    },
    [tx.companyId, id],
  );
  // The body keeps its own spelling.
  return row && { ...camel<Draft<Body>>(row), body: row["body"] as Body };
}

/** Saves a draft the user saw as `version`; answers how many rows met it. */
export async function updateDraft(
  tx: Tx,
  draft: { readonly id: string; readonly version: number; readonly partnerId: string | null; readonly body: unknown },
): Promise<number> {
  return execute(
    tx,
    {
      name: "draft.update",
      text: "update app.draft set partner_id = $4, body = $5::jsonb, updated_at = now(), version = version + 1 where company_id = $1 and id = $2 and version = $3 and state = 'draft'",
    },
    [tx.companyId, draft.id, draft.version, draft.partnerId, JSON.stringify(draft.body)],
  );
}

/** Closes or approves a draft the user saw as `version`. */
export async function moveDraft(
  tx: Tx,
  draft: { readonly id: string; readonly version: number; readonly state: DraftState; readonly sentId?: string },
): Promise<number> {
  return execute(
    tx,
    {
      name: "draft.move",
      text: "update app.draft set state = $4, sent_id = $5, updated_at = now(), version = version + 1 where company_id = $1 and id = $2 and version = $3 and state in ('draft', 'approved')",
    },
    [tx.companyId, draft.id, draft.version, draft.state, draft.sentId ?? null],
  );
}

const DRAFT_LIST: ListSql = {
  select: `d.id, d.kind, d.number, d.partner_id, coalesce(p.name, '') partner_name, coalesce(d.body ->> 'title', d.body ->> 'name', '') title, coalesce(jsonb_array_length(d.body -> 'lines'), 0) line_count, d.state, d.sent_id, d.updated_at,
        coalesce(m.name, '') created_by, d.version`,
  from: `app.draft d left join app.partner p on p.company_id = d.company_id and p.id = d.partner_id left join guard.members() m on m.user_id = d.created_by`,
  where: "d.company_id = $1",
  sorts: {
    updatedAt: { sql: "d.updated_at", kind: "instant" },
    number: { sql: "d.number", kind: "text" },
    partnerName: { sql: "coalesce(p.name, '')", kind: "text" },
  },
  otherwise: "-updatedAt",
  tie: [{ sql: "d.id", kind: "uuid" }],
};

/** A page of drafts of some kinds, the last touched first unless asked otherwise. */
export function listDrafts(
  tx: Tx,
  kinds: readonly DraftKind[],
  asked: ListQuery & { readonly state: DraftState; readonly search?: string | undefined },
): Promise<Outcome<Page<DraftListRow>>> {
  return listPage<DraftListRow>(tx, DRAFT_LIST, asked, [
    { sql: "d.kind = any(?)", values: [kinds] },
    { sql: "d.state = ?", values: [asked.state] },
    ...(asked.search
      ? [
          {
            sql: "(starts_with(lower(d.number), lower(?)) or p.name like '%' || ? || '%')",
            values: [asked.search, asked.search],
          },
        ]
      : []),
  ]);
}

export interface DraftListRow {
  readonly id: string;
  readonly kind: DraftKind;
  readonly number: string;
  readonly partnerId: string | null;
  readonly partnerName: string;
  readonly title: string;
  readonly lineCount: number;
  readonly state: DraftState;
  readonly sentId: string | null;
  readonly updatedAt: string;
  readonly createdBy: string;
  readonly version: number;
}
