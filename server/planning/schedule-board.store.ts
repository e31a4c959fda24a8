import type { LateReason } from "../../domain/planning/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import { moment } from "./schedule.store.ts";

/* What the planning board shows of a schedule, with its names. */

export interface BoardRow {
  readonly workOrderId: string;
  readonly number: string;
  readonly operationNumber: number;
  readonly name: string;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly workCenterId: string | null;
  readonly ownWorkCenterId: string | null;
  readonly machine: number | null;
  readonly partnerId: string | null;
  readonly setupAt: string;
  readonly start: string;
  readonly end: string;
  readonly lateMinutes: number;
  readonly isPinned: boolean;
}

/** Operations that stand in a span of days, by start. */
export function listSpan(
  tx: Tx,
  scheduleId: string,
  from: PlainDate,
  to: PlainDate,
  limit: number,
): Promise<BoardRow[]> {
  return query<BoardRow>(
    tx,
    `select s.work_order_id "workOrderId", w.number, s.operation_number "operationNumber", coalesce(o.name, '') "name", w.item_id "itemId", i.code "itemCode", i.name "itemName", s.work_center_id "workCenterId", o.work_center_id "ownWorkCenterId", s.machine_number "machine", s.partner_id "partnerId",
        ${moment("s.setup_at")} "setupAt", ${moment("s.starts_at")} "start", ${moment("s.ends_at")} "end", coalesce(d.late_minutes, 0) "lateMinutes", s.is_pinned "isPinned"
       from app.schedule_operation s join app.work_order w on w.company_id = $1 and w.id = s.work_order_id join app.item i on i.company_id = $1 and i.id = w.item_id
       left join app.work_order_operation o on o.company_id = $1 and o.work_order_id = s.work_order_id and o.operation_number = s.operation_number
       left join app.schedule_order d on d.company_id = $1 and d.schedule_id = s.schedule_id and d.work_order_id = s.work_order_id
      where s.company_id = $1 and s.schedule_id = $2 and s.starts_at < $4::date + 1 and s.ends_at >= $3::date order by s.starts_at, s.work_order_id, s.operation_number limit $5`,
    [tx.companyId, scheduleId, from, to, limit],
  );
}

export interface BoardOrderRow {
  readonly workOrderId: string;
  readonly number: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly firstOperation: number | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly dueAt: string;
  readonly lateMinutes: number;
  readonly whyLate: readonly LateReason[];
  readonly total: number;
}

/** Scheduled orders, the latest first: all late ones, or those whose number, item code or item name holds the text. */
export function listScheduledOrders(
  tx: Tx,
  scheduleId: string,
  { search, late, limit }: { readonly search: string | null; readonly late: boolean; readonly limit: number },
): Promise<BoardOrderRow[]> {
  return query<BoardOrderRow>(
    tx,
    `select d.work_order_id "workOrderId", w.number, i.code "itemCode", i.name "itemName", f.operation_number "firstOperation", ${moment("f.starts_at")} "start", ${moment("d.ends_at")} "end", ${moment("d.due_at")} "dueAt",
        d.late_minutes "lateMinutes", d.why_late "whyLate", count(*) over ()::int total
       from app.schedule_order d join app.work_order w on w.company_id = $1 and w.id = d.work_order_id join app.item i on i.company_id = $1 and i.id = w.item_id
       left join lateral (select o.operation_number, o.starts_at from app.schedule_operation o where o.company_id = $1 and o.schedule_id = d.schedule_id and o.work_order_id = d.work_order_id order by o.starts_at, o.operation_number limit 1) f on true
      where d.company_id = $1 and d.schedule_id = $2 and (not $3::boolean or d.late_minutes > 0)
        and ($4::text is null or strpos(lower(w.number || ' ' || i.code || ' ' || i.name), lower(normalize($4, NFKC))) > 0)
      order by d.late_minutes desc, d.due_at, w.number limit $5`,
    [tx.companyId, scheduleId, late, search, limit],
  );
}

/** Partners with work in the schedule. */
export function listSchedulePartners(tx: Tx, scheduleId: string): Promise<{ id: string; name: string }[]> {
  return query(
    tx,
    `select p.id, p.name from app.partner p where p.company_id = $1 and p.id in (select o.partner_id from app.schedule_operation o where o.company_id = $1 and o.schedule_id = $2) order by p.code`,
    [tx.companyId, scheduleId],
  );
}

/** Work orders and operations by their ids, for sentences. */
export function findOperationNames(
  tx: Tx,
  orderIds: readonly string[],
): Promise<{ id: string; number: string; operations: { number: number; name: string }[] }[]> {
  return query(
    tx,
    `select w.id, w.number, coalesce((select jsonb_agg(jsonb_build_object('number', o.operation_number, 'name', o.name)) from app.work_order_operation o where o.company_id = $1 and o.work_order_id = w.id), '[]') operations
       from app.work_order w where w.company_id = $1 and w.id = any ($2::uuid[])`,
    [tx.companyId, orderIds],
  );
}

/** Partners by name, items by code and name. */
export function findPartnerAndItemNames(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return query(
    tx,
    `select id, name from app.partner where company_id = $1 and id = any ($2::uuid[])
     union all select id, code || ' ' || name from app.item where company_id = $1 and id = any ($2::uuid[])`,
    [tx.companyId, ids],
  );
}
