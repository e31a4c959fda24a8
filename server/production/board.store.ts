import type { OperationState } from "../../domain/production/index.ts";
import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { camel, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface QueuedOperation {
  readonly workOrderId: string;
  readonly number: string;
  readonly operationNumber: number;
  readonly operationName: string;
  readonly workCenterId: string | null;
  readonly workCenterName: string | null;
  /** Its own work centre, where another one stands in for it. */
  readonly standsInFor: string | null;
  readonly itemCode: string;
  readonly itemName: string;
  readonly unit: string;
  readonly plannedQuantity: Decimal;
  readonly good: Decimal;
  readonly scrap: Decimal;
  readonly previousGood: Decimal | null;
  readonly setupMinutes: Decimal;
  readonly runMinutesPerUnit: Decimal;
  readonly dueOn: PlainDate;
  readonly state: OperationState;
  readonly isOutside: boolean;
  readonly note: string;
}

/**
 * Operations of released orders that are not done, by due day, with work centre and minutes of where they are done.
 *
 * @param only one order by its number, and one of its operations; else all
 */
export async function listQueue(
  tx: Tx,
  only: { readonly number?: string; readonly operationNumber?: number; readonly limit: number },
): Promise<QueuedOperation[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.queue",
      text: `select w.id work_order_id, w.number, o.operation_number, o.name operation_name, o.at_work_center_id work_center_id, c.name work_center_name, case when o.assigned_work_center_id is not null then (select r.name from app.work_center r where r.company_id = o.company_id and r.id = o.work_center_id) end stands_in_for, i.code item_code, i.name item_name, i.unit, o.planned_quantity, o.good, o.scrap,
          (select b.good from app.work_order_operation b where b.company_id = o.company_id and b.work_order_id = o.work_order_id and b.operation_number < o.operation_number order by b.operation_number desc limit 1) previous_good,
          o.setup_minutes * o.time_factor setup_minutes, o.run_minutes_per_unit * o.time_factor run_minutes_per_unit, w.due_on, o.state, o.subcontract_partner_id is not null is_outside, w.note
        from app.work_order w join app.work_order_operation o on o.company_id = w.company_id and o.work_order_id = w.id join app.item i on i.company_id = w.company_id and i.id = w.item_id left join app.work_center c on c.company_id = o.company_id and c.id = o.at_work_center_id
        where w.company_id = $1 and w.state in ('released', 'started') and o.state <> 'done' and ($2::text is null or w.number = $2) and ($3::int is null or o.operation_number = $3)
        order by w.due_on, w.id, o.operation_number limit $4`,
    },
    [tx.companyId, only.number ?? null, only.operationNumber ?? null, only.limit],
  );
  return rows.map((row) => camel<QueuedOperation>(row));
}

export async function listWorkCenters(
  tx: Tx,
): Promise<readonly { id: string; code: string; name: string; minutesPerDay: number; machineCount: number }[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    {
      name: "wo.workCenters",
      text: "select id, code, name, minutes_per_day, machine_count from app.work_center where company_id = $1 and is_active order by code",
    },
    [tx.companyId],
  );
  return rows.map((row) => camel(row));
}
