import type { Characteristic, InspectionKind, InspectionPlan, Sampling } from "../../domain/quality/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";
import {
  camel,
  execute,
  type ListQuery,
  type ListSql,
  listPage,
  type Page,
  query,
  searchFilter,
  toJson,
  when,
} from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface PlanRow extends InspectionPlan {
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: InspectionKind;
  readonly version: number;
}

const PLANS: ListSql = {
  select: "q.item_id, i.code, i.name, i.unit, q.kind, q.sampling, q.sample_size, q.characteristics, q.version",
  from: "app.inspection_plan q join app.item i on i.company_id = q.company_id and i.id = q.item_id",
  where: "q.company_id = $1",
  sorts: { code: { sql: "i.code", kind: "text" }, name: { sql: "i.name", kind: "text" } },
  otherwise: "code",
  tie: [
    { sql: "q.item_id", kind: "uuid" },
    { sql: "q.kind", kind: "text" },
  ],
};

export function listPlans(
  tx: Tx,
  asked: ListQuery & { search?: string; kind?: string },
): Promise<Outcome<Page<PlanRow>>> {
  return listPage<PlanRow>(tx, PLANS, asked, [
    ...when(asked.kind, "q.kind = ?"),
    ...searchFilter(asked.search, "item", "q.item_id"),
  ]);
}

export async function findPlan(tx: Tx, itemId: string, kind: InspectionKind): Promise<PlanRow | undefined> {
  const [row] = await query<Record<string, unknown>>(
    tx,
    {
      name: "plan.find",
      text: `select ${PLANS.select} from ${PLANS.from} where q.company_id = $1 and q.item_id = $2 and q.kind = $3`,
    },
    [tx.companyId, itemId, kind],
  );
  return row && camel<PlanRow>(row);
}

export async function itemExists(tx: Tx, itemId: string): Promise<boolean> {
  const rows = await query(tx, "select from app.item where company_id = $1 and id = $2", [tx.companyId, itemId]);
  return rows.length > 0;
}

interface PlanKey {
  readonly itemId: string;
  readonly kind: InspectionKind;
}
interface PlanBody {
  readonly sampling: Sampling;
  readonly sampleSize: number | null;
  readonly characteristics: readonly Characteristic[];
}

/** How many rows were written: 0 when there is one already. */
export function insertPlan(tx: Tx, key: PlanKey, plan: PlanBody): Promise<number> {
  return execute(
    tx,
    `insert into app.inspection_plan (company_id, item_id, kind, sampling, sample_size, characteristics) values ($1, $2, $3, $4, $5, $6::jsonb)
      on conflict do nothing`,
    [tx.companyId, key.itemId, key.kind, plan.sampling, plan.sampleSize, toJson(plan.characteristics)],
  );
}

/** How many rows changed: 0 when somebody else was faster. */
export function updatePlan(tx: Tx, key: PlanKey, plan: PlanBody, version: number): Promise<number> {
  return execute(
    tx,
    `update app.inspection_plan set sampling = $4, sample_size = $5, characteristics = $6::jsonb, version = version + 1
      where company_id = $1 and item_id = $2 and kind = $3 and version = $7`,
    [tx.companyId, key.itemId, key.kind, plan.sampling, plan.sampleSize, toJson(plan.characteristics), version],
  );
}

export function deletePlan(tx: Tx, key: PlanKey, version: number): Promise<number> {
  return execute(
    tx,
    "delete from app.inspection_plan where company_id = $1 and item_id = $2 and kind = $3 and version = $4",
    [tx.companyId, key.itemId, key.kind, version],
  );
}
