import type { Decimal } from "../../domain/shared/index.ts";
import { camel, execute, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface ChoosableCenter {
  readonly workCenterId: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly isOwn: boolean;
  readonly timeFactor: Decimal;
  /** Of all its machines. */
  readonly minutesPerDay: number;
}

/**
 * Where an operation may be done: its own work centre first, then those in use that stand in for it, the quickest first. Where it is now is among them,
 * at the factor it was given with, also when nobody may be given to it any more.
 */
export async function loadChoosableCenters(
  tx: Tx,
  operation: { readonly workCenterId: string; readonly atWorkCenterId: string | null; readonly timeFactor: Decimal },
): Promise<ChoosableCenter[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select c.id work_center_id, c.code, c.name, c.name_en, c.id = $2 is_own, case when c.id = $2 then 1 else coalesce(a.time_factor, $4) end time_factor, c.minutes_per_day * c.machine_count minutes_per_day
       from app.work_center c left join app.alternative_work_center a on a.company_id = $1 and a.work_center_id = $2 and a.alternative_id = c.id
      where c.company_id = $1 and (c.id in ($2, $3) or a.alternative_id is not null and c.is_active) order by 5 desc, 6, c.code`,
    [tx.companyId, operation.workCenterId, operation.atWorkCenterId, operation.timeFactor],
  );
  return rows.map((row) => camel<ChoosableCenter>(row));
}

/** Which of these work centres others stand in for. */
export async function findReplaceable(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await query<{ id: string }>(
    tx,
    `select distinct a.work_center_id id from app.alternative_work_center a join app.work_center c on c.company_id = $1 and c.id = a.alternative_id and c.is_active
      where a.company_id = $1 and a.work_center_id = any ($2::uuid[])`,
    [tx.companyId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Of these orders something is done elsewhere than before: what a promise held for them where it was to be done, it holds no longer. */
export async function movePromisedWork(tx: Tx, workOrderIds: readonly string[]): Promise<void> {
  await execute(tx, "select guard.move_promised_work($1::uuid[])", [workOrderIds]);
}
