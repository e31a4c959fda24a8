import type { ExceptionCare, PlanExceptionKind } from "../../domain/planning/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { execute, query, toJson } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import type { ExceptionRow } from "./exception.store.ts";

export type CareDocument = "" | "change_request" | "work_order" | "trade" | "stocktake";

/** What was done about an exception of the current plan, with its place there and how it stands now. */
export interface CareRow extends ExceptionCare {
  readonly seq: number;
  readonly kind: PlanExceptionKind;
  readonly now: { readonly quantity: string; readonly onDate: PlainDate; readonly wantedDate: PlainDate | null };
  readonly reason: string;
  readonly by: string;
  readonly documentKind: CareDocument;
  readonly documentId: string | null;
  readonly documentNumber: string;
}

/**
 * Everything people did about exceptions the current plan still has; a few hundred rows at most. Each is looked for by its item (`offset 0`
 * keeps it so): joined, a plan nobody has counted yet is gone through once for every care.
 */
export function loadCares(tx: Tx, today: PlainDate): Promise<CareRow[]> {
  return query<CareRow>(
    tx,
    `select e.seq, c.kind, c.state, c.until_on "untilOn", c.reason, c.made_by_name "by", c.document_kind "documentKind", c.document_id "documentId", c.document_number "documentNumber",
        trim_scale(c.quantity)::text quantity, c.on_date "onDate", c.wanted_date "wantedDate", coalesce(q.state in ('declined', 'countered', 'expired', 'withdrawn'), false) "isRefused",
        jsonb_build_object('quantity', trim_scale(e.quantity)::text, 'onDate', e.on_date, 'wantedDate', e.wanted_date) now
      from app.exception_care c cross join lateral (select * from app.plan_exception e where e.company_id = $1 and e.run_id = (select r.id from app.plan_run r where r.company_id = $1 and r.is_current) and e.item_id = c.item_id
          and e.kind = c.kind and e.subject_kind = c.subject_kind and coalesce(e.subject_seq, -1) = c.subject_seq and coalesce(e.subject_id, '00000000-0000-0000-0000-000000000000') = c.subject_id and coalesce(e.subject_line, 0) = c.subject_line
          and coalesce(e.order_key, '00000000-0000-0000-0000-000000000000') = c.order_key offset 0) e
        left join app.change_request q on q.id = c.change_request_id
      where c.company_id = $1 and c.until_on > $2`,
    [tx.companyId, today],
  );
}

export interface NewCare {
  readonly exception: ExceptionRow;
  readonly state: "aside" | "applied";
  readonly untilOn: PlainDate;
  readonly reason: string;
  readonly documentKind?: CareDocument;
  readonly documentId?: string | null;
  readonly documentNumber?: string;
  readonly changeRequestId?: string | null;
}

const KEY = "company_id, kind, item_id, subject_kind, subject_seq, subject_id, subject_line, order_key";
const KEYS = `kind text, "itemId" uuid, "subjectKind" text, "subjectSeq" int, "subjectId" uuid, "subjectLine" int, "orderKey" uuid`;
const NONE = "00000000-0000-0000-0000-000000000000";

const keyOf = ({ kind, itemId, plannedSeq, record, orderKey }: ExceptionRow) => ({
  kind,
  itemId,
  subjectKind: record?.kind ?? (plannedSeq === null ? "" : "planned"),
  subjectSeq: plannedSeq ?? -1,
  subjectId: record?.id ?? NONE,
  subjectLine: record?.line ?? 0,
  orderKey: orderKey ?? NONE,
});

/** Notes what was done; what was noted of the same exception before is replaced. What is long over goes. */
export async function saveCares(tx: Tx, cares: readonly NewCare[], today: PlainDate): Promise<void> {
  await execute(tx, "delete from app.exception_care where company_id = $1 and until_on < $2::date - 30", [
    tx.companyId,
    today,
  ]);
  await execute(
    tx,
    `insert into app.exception_care (${KEY}, state, until_on, reason, quantity, on_date, wanted_date, document_kind, document_id, document_number, change_request_id, made_by_name)
      select $1, x.kind, x."itemId", x."subjectKind", x."subjectSeq", x."subjectId", x."subjectLine", x."orderKey", x.state, x."untilOn", x.reason, x.quantity, x."onDate", x."wantedDate", x."documentKind", x."documentId", x."documentNumber", x."changeRequestId", $3
        from jsonb_to_recordset($2::jsonb) x (${KEYS}, state text, "untilOn" date, reason text, quantity numeric, "onDate" date, "wantedDate" date, "documentKind" text, "documentId" uuid, "documentNumber" text, "changeRequestId" uuid)
      on conflict (${KEY}) do update set state = excluded.state, until_on = excluded.until_on, reason = excluded.reason, quantity = excluded.quantity, on_date = excluded.on_date, wanted_date = excluded.wanted_date,
        document_kind = excluded.document_kind, document_id = excluded.document_id, document_number = excluded.document_number, change_request_id = excluded.change_request_id, made_by = excluded.made_by, made_by_name = excluded.made_by_name, made_at = excluded.made_at`,
    [
      tx.companyId,
      toJson(
        cares.map((care) => ({
          ...keyOf(care.exception),
          state: care.state,
          untilOn: care.untilOn,
          reason: care.reason,
          quantity: care.exception.quantity,
          onDate: care.exception.onDate,
          wantedDate: care.exception.wantedDate,
          documentKind: care.documentKind ?? "",
          documentId: care.documentId ?? null,
          documentNumber: care.documentNumber ?? "",
          changeRequestId: care.changeRequestId ?? null,
        })),
      ),
      tx.userName,
    ],
  );
}

/** Takes set-aside exceptions back among the open ones. @returns how many there were */
export function removeAside(tx: Tx, exceptions: readonly ExceptionRow[]): Promise<number> {
  return execute(
    tx,
    `delete from app.exception_care c using jsonb_to_recordset($2::jsonb) x (${KEYS}) where c.company_id = $1 and c.state = 'aside' and c.kind = x.kind and c.item_id = x."itemId"
      and c.subject_kind = x."subjectKind" and c.subject_seq = x."subjectSeq" and c.subject_id = x."subjectId" and c.subject_line = x."subjectLine" and c.order_key = x."orderKey"`,
    [tx.companyId, toJson(exceptions.map(keyOf))],
  );
}

/** Remedies of a company follow each other, so that two people do not apply the same one. */
export async function lockExceptions(tx: Tx): Promise<void> {
  await query(tx, "select pg_advisory_xact_lock(hashtextextended('plan exceptions ' || $1::text, 0))", [tx.companyId]);
}
