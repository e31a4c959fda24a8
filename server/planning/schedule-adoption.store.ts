import type { AdoptedOperation, AdoptionRow } from "../../domain/planning/index.ts";
import { isBegun, type OperationState } from "../../domain/production/index.ts";
import type { Decimal } from "../../domain/shared/index.ts";
import { columnsOf, execute, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/**
 * Scheduled operations of open orders that are not done, beside what their orders say of them.
 *
 * @param lock keeps the floor from beginning one meanwhile
 */
export async function loadAdoptionRows(
  tx: Tx,
  scheduleId: string,
  { lock }: { readonly lock: boolean },
): Promise<AdoptionRow[]> {
  const rows = await query<
    Omit<AdoptionRow, "isBegun"> & { readonly state: OperationState; readonly good: Decimal; readonly scrap: Decimal }
  >(
    tx,
    `select o.work_order_id "workOrderId", o.operation_number "operationNumber", s.work_center_id "scheduledWorkCenterId", s.starts_at::date "startOn", s.ends_at::date "finishOn", o.state, o.good, o.scrap,
        o.planned_start_on "plannedStartOn", o.planned_finish_on "plannedFinishOn", o.work_center_id "workCenterId", o.assigned_work_center_id "assignedWorkCenterId", o.time_factor "timeFactor",
        (select a.time_factor from app.alternative_work_center a join app.work_center c on c.company_id = $1 and c.id = a.alternative_id and c.is_active where a.company_id = $1 and a.work_center_id = o.work_center_id and a.alternative_id = s.work_center_id) "alternativeFactor"
       from app.schedule_operation s join app.work_order_operation o on o.company_id = $1 and o.work_order_id = s.work_order_id and o.operation_number = s.operation_number and o.state <> 'done'
       join app.work_order w on w.company_id = $1 and w.id = o.work_order_id and w.state in ('planned', 'released', 'started')
      where s.company_id = $1 and s.schedule_id = $2 order by o.work_order_id, o.operation_number ${lock ? "for update of o" : ""}`,
    [tx.companyId, scheduleId],
  );
  return rows.map(({ state, good, scrap, ...row }) => ({ ...row, isBegun: isBegun({ state, good, scrap }) }));
}

/** Writes what a schedule says into operations of work orders. */
export async function putAdopted(tx: Tx, scheduleId: string, rows: readonly AdoptedOperation[]): Promise<void> {
  await execute(
    tx,
    `update app.work_order_operation o set planned_start_on = t.start_on, planned_finish_on = t.finish_on, assigned_work_center_id = t.center, time_factor = t.factor, version = o.version + 1
       from unnest($2::uuid[], $3::int[], $4::date[], $5::date[], $6::uuid[], $7::numeric[]) t (id, number, start_on, finish_on, center, factor)
      where o.company_id = $1 and o.work_order_id = t.id and o.operation_number = t.number`,
    [
      tx.companyId,
      ...columnsOf(rows, [
        "workOrderId",
        "operationNumber",
        "plannedStartOn",
        "plannedFinishOn",
        "assignedWorkCenterId",
        "timeFactor",
      ]),
    ],
  );
  await execute(
    tx,
    "update app.schedule set adopted_at = clock_timestamp(), version = version + 1 where company_id = $1 and id = $2",
    [tx.companyId, scheduleId],
  );
}
