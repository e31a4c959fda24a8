import {
  casesOwnedBy,
  type ExceptionKey,
  type ExceptionOwner,
  type ItemSupply,
  type PlanExceptionKind,
  type RecordRef,
  type SubjectKind,
} from "../../domain/planning/index.ts";
import type { Outcome, PlainDate } from "../../domain/shared/index.ts";
import { camel, listPage, type Page, query, searchFilter, toJson, when } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface ExceptionRow {
  readonly runId: string;
  readonly seq: number;
  readonly kind: PlanExceptionKind;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly unit: string;
  readonly supply: ItemSupply;
  /** The planned order it is about. */
  readonly plannedSeq: number | null;
  /** Or the receipt or demand. */
  readonly record: RecordRef<SubjectKind> | null;
  readonly orderKey: string | null;
  readonly quantity: string;
  readonly onDate: PlainDate;
  readonly wantedDate: PlainDate | null;
}

const SELECT = `e.run_id, e.seq, e.kind, e.item_id, i.code item_code, i.name item_name, i.unit, i.supply, e.subject_seq planned_seq, case when e.subject_id is not null then jsonb_build_object('kind', e.subject_kind, 'id', e.subject_id, 'line', e.subject_line) end record, e.order_key, trim_scale(e.quantity)::text quantity, e.on_date, e.wanted_date`;
const FROM = "app.plan_exception e join app.item i on i.company_id = e.company_id and i.id = e.item_id";
const CURRENT =
  "e.company_id = $1 and e.run_id = (select r.id from app.plan_run r where r.company_id = $1 and r.is_current)";

/**
 * What a person should look at in the current plan, the earliest first.
 *
 * @param owners whose; left out: everybody's
 * @param seqs only these places of the plan, or all but these
 */
export function listExceptions(
  tx: Tx,
  asked: {
    readonly cursor?: string | undefined;
    readonly limit: number;
    readonly sort?: string | undefined;
    readonly search?: string | undefined;
    readonly kind?: PlanExceptionKind | undefined;
    readonly itemId?: string | undefined;
    readonly owners?: readonly ExceptionOwner[] | undefined;
    readonly seqs?: { readonly only: boolean; readonly of: readonly number[] } | undefined;
  },
): Promise<Outcome<Page<ExceptionRow>, "SORT_UNKNOWN" | "CURSOR_INVALID">> {
  const { owners, seqs } = asked;
  return listPage<ExceptionRow>(
    tx,
    {
      select: SELECT,
      from: FROM,
      where: CURRENT,
      sorts: {
        onDate: { sql: "e.on_date", kind: "date" },
        kind: { sql: 'e.kind collate "C"', kind: "text" },
        itemCode: { sql: 'i.code collate "C"', kind: "text" },
      },
      otherwise: "onDate",
      tie: [{ sql: "e.seq", kind: "integer" }],
    },
    asked,
    [
      ...when(asked.kind, "e.kind = ?"),
      ...when(asked.itemId, "e.item_id = ?"),
      ...when(owners, "e.kind || '/' || e.subject_kind || '/' || i.supply = any (?)", owners && casesOwnedBy(owners)),
      ...when(seqs, seqs?.only ? "e.seq = any (?::int[])" : "e.seq <> all (?::int[])", seqs?.of),
      ...searchFilter(asked.search, "item", "e.item_id"),
    ],
  );
}

export interface CountedCase {
  readonly kind: PlanExceptionKind;
  readonly subjectKind: string;
  readonly supply: ItemSupply;
  readonly count: number;
}

/** How many exceptions the current plan has of each case, without those at these places. */
export function countExceptions(tx: Tx, without: readonly number[]): Promise<CountedCase[]> {
  return query<CountedCase>(
    tx,
    `select e.kind, e.subject_kind "subjectKind", i.supply, count(*)::int count from ${FROM} where ${CURRENT} and e.seq <> all ($2::int[]) group by 1, 2, 3`,
    [tx.companyId, without],
  );
}

/** The exceptions of the current plan that are about this, at the places of the keys; undefined where the plan has none any more. */
export async function findExceptions(tx: Tx, keys: readonly ExceptionKey[]): Promise<(ExceptionRow | undefined)[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select distinct on (k.n) k.n, ${SELECT} from jsonb_to_recordset($2::jsonb) k (n int, kind text, "itemId" uuid, "subjectKind" text, seq int, id uuid, line int, "orderKey" uuid) join ${FROM}
        on e.kind = k.kind and e.item_id = k."itemId" and e.subject_kind = k."subjectKind" and e.subject_seq is not distinct from k.seq and e.subject_id is not distinct from k.id
          and coalesce(e.subject_line, 0) = coalesce(k.line, 0) and e.order_key is not distinct from k."orderKey"
      where ${CURRENT} order by k.n, e.on_date, e.seq`,
    [
      tx.companyId,
      toJson(
        keys.map(({ kind, itemId, subject, orderKey }, n) => ({
          n,
          kind,
          itemId,
          subjectKind: subject?.kind ?? "",
          seq: subject && "seq" in subject ? subject.seq : null,
          id: subject && "id" in subject ? subject.id : null,
          line: subject && "line" in subject ? subject.line : null,
          orderKey,
        })),
      ),
    ],
  );
  const found = new Map(rows.map(({ n, ...row }) => [n as number, camel<ExceptionRow>(row)]));
  return keys.map((_, n) => found.get(n));
}
