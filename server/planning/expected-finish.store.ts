import type { PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import { minutes } from "./work-event.store.ts";

/** A work order that is released or begun, as far as its finish is predicted from it. */
export interface OpenOrder {
  readonly id: string;
  readonly itemId: string;
  readonly quantity: number;
  /** The first operation that is done at home; null when all are done outside. */
  readonly firstOperation: number | null;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  /** Minutes as in the reports of work; null when nobody has begun. */
  readonly startedAt: number | null;
}

/** Those of the named work orders whose end is awaited; rework has no usual time. */
export function loadOpenOrders(tx: Tx, ids: readonly string[]): Promise<OpenOrder[]> {
  return query<OpenOrder>(
    tx,
    `select w.id, w.item_id "itemId", w.quantity::float8 quantity, w.start_on "startOn", w.due_on "dueOn",
        (select min(o.operation_number) from app.work_order_operation o where o.company_id = $1 and o.work_order_id = w.id and o.work_center_id is not null) "firstOperation",
        (select min(${minutes("(r.reported_at at time zone 'Asia/Tokyo')")} - coalesce(r.minutes, 0)::float8) from app.work_report r where r.company_id = $1 and r.work_order_id = w.id) "startedAt"
      from app.work_order w where w.company_id = $1 and w.id = any ($2::uuid[]) and w.state in ('released', 'started') and not w.is_rework`,
    [tx.companyId, ids],
  );
}

/** @returns working days; null when there is no such item */
export async function findLeadTime(tx: Tx, itemId: string): Promise<number | null> {
  const [row] = await query<{ days: number }>(
    tx,
    "select lead_time_days days from app.item where company_id = $1 and id = $2",
    [tx.companyId, itemId],
  );
  return row?.days ?? null;
}
