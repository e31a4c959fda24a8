import type { Alternative, NamedAlternative } from "../../domain/resources/index.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Work centres that can do the work of one, by code. */
export function loadAlternatives(tx: Tx, workCenterId: string): Promise<NamedAlternative[]> {
  return query<NamedAlternative>(
    tx,
    `select a.alternative_id "workCenterId", w.code, w.name, w.name_en "nameEn", w.is_active "isActive", trim_scale(a.time_factor)::text "timeFactor"
       from app.alternative_work_center a join app.work_center w on w.company_id = a.company_id and w.id = a.alternative_id
      where a.company_id = $1 and a.work_center_id = $2 order by w.code`,
    [tx.companyId, workCenterId],
  );
}

/** Which of these are work centres of the company. */
export async function findWorkCenterIds(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await query<{ id: string }>(
    tx,
    "select id from app.work_center where company_id = $1 and id = any ($2::uuid[])",
    [tx.companyId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Replaces them all. Returns 0 when somebody else was faster. */
export async function replaceAlternatives(
  tx: Tx,
  workCenterId: string,
  seen: number,
  alternatives: readonly Alternative[],
): Promise<number> {
  const count = await execute(
    tx,
    "update app.work_center set version = version + 1 where company_id = $1 and id = $2 and version = $3",
    [tx.companyId, workCenterId, seen],
  );
  if (count === 0) return 0;
  await execute(tx, "delete from app.alternative_work_center where company_id = $1 and work_center_id = $2", [
    tx.companyId,
    workCenterId,
  ]);
  await insertAll(
    tx,
    "alternative_work_center",
    alternatives.map((one) => ({
      company_id: tx.companyId,
      work_center_id: workCenterId,
      alternative_id: one.workCenterId,
      time_factor: one.timeFactor,
    })),
  );
  return count;
}
