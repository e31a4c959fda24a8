import type { PlanExceptionKind, RecordRef, SubjectKind } from "../../domain/planning/index.ts";
import type { Outcome, PlainDate } from "../../domain/shared/index.ts";
import { listPage, type Page, searchFilter, when } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface ExceptionRow {
  readonly runId: string;
  readonly seq: number;
  readonly kind: PlanExceptionKind;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly unit: string;
  /** The planned order it is about. */
  readonly plannedSeq: number | null;
  /** Or the receipt or demand. */
  readonly record: RecordRef<SubjectKind> | null;
  readonly orderKey: string | null;
  readonly quantity: string;
  readonly onDate: PlainDate;
  readonly wantedDate: PlainDate | null;
}

/** What a person should look at in the current plan, the earliest first. */
export function listExceptions(
  tx: Tx,
  asked: {
    readonly cursor?: string | undefined;
    readonly limit: number;
    readonly sort?: string | undefined;
    readonly search?: string | undefined;
    readonly kind?: PlanExceptionKind | undefined;
    readonly itemId?: string | undefined;
  },
): Promise<Outcome<Page<ExceptionRow>, "SORT_UNKNOWN" | "CURSOR_INVALID">> {
  return listPage<ExceptionRow>(
    tx,
    {
      select: `e.run_id, e.seq, e.kind, e.item_id, i.code item_code, i.name item_name, i.unit, e.subject_seq planned_seq, case when e.subject_id is not null then jsonb_build_object('kind', e.subject_kind, 'id', e.subject_id, 'line', e.subject_line) end record, e.order_key, trim_scale(e.quantity)::text quantity, e.on_date, e.wanted_date`,
      from: "app.plan_exception e join app.item i on i.company_id = e.company_id and i.id = e.item_id",
      where:
        "e.company_id = $1 and e.run_id = (select r.id from app.plan_run r where r.company_id = $1 and r.is_current)",
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
      ...searchFilter(asked.search, "item", "e.item_id"),
    ],
  );
}
