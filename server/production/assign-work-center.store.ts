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

/** A work centre and those in use that stand in for it: itself first, then the quickest. */
export async function loadChoosableCenters(tx: Tx, workCenterId: string): Promise<ChoosableCenter[]> {
  const rows = await query<Record<string, unknown>>(
    tx,
    `select c.id work_center_id, c.code, c.name, c.name_en, a.alternative_id is null is_own, coalesce(a.time_factor, 1) time_factor, c.minutes_per_day * c.machine_count minutes_per_day
       from app.work_center c left join app.alternative_work_center a on a.company_id = $1 and a.work_center_id = $2 and a.alternative_id = c.id
      where c.company_id = $1 and (c.id = $2 or a.alternative_id is not null and c.is_active) order by 5 desc, 6, c.code`,
    [tx.companyId, workCenterId],
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
