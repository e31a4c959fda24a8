import type { Instant, PlainDate, Refusal } from "../../domain/shared/index.ts";
import { execute, insertAll, query, toJson } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface PlanRun {
  readonly id: string;
  readonly number: string;
  readonly planFrom: PlainDate;
  readonly horizonDays: number;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly state: "running" | "done" | "failed";
  readonly stage: "waiting" | "loading" | "planning" | "saving" | "finished";
  readonly isCurrent: boolean;
  readonly cause: PlanCause;
  readonly summary: PlanSummary;
  readonly refusals: Refusal[];
}

/** Why a plan is made as a whole: a person asked, its day is over, or what changed cannot be followed item by item. */
export type PlanCause = "asked" | "day" | "change";

export interface PlanSummary {
  readonly orderCount?: number;
  readonly pastDueCount?: number;
  readonly exceptionCount?: number;
  readonly pegCount?: number;
  readonly elapsedMs?: number;
}

const COLUMNS = `r.id, r.number, r.planned_from "planFrom", r.horizon_days "horizonDays", r.started_at "startedAt", r.finished_at "finishedAt", r.state, r.stage, r.is_current "isCurrent", r.cause, r.summary, r.refusals`;

export async function insertPlanRun(
  tx: Tx,
  run: {
    readonly id: string;
    readonly number: string;
    readonly planFrom: PlainDate;
    readonly horizonDays: number;
    readonly cause: PlanCause;
  },
): Promise<void> {
  await insertAll(tx, "plan_run", [
    {
      company_id: tx.companyId,
      id: run.id,
      number: run.number,
      planned_from: run.planFrom,
      horizon_days: run.horizonDays,
      cause: run.cause,
    },
  ]);
}

/** The row by which the background job may enter the company. */
export async function insertJobEntry(tx: Tx, id: string): Promise<void> {
  await insertAll(tx, "job_entry", [{ company_id: tx.companyId, id, task: "planning.run" }]);
}

export async function finishJob(tx: Tx, id: string): Promise<void> {
  await query(tx, "select guard.finish_job($1)", [id]);
}

export async function findPlanRun(tx: Tx, id: string): Promise<PlanRun | undefined> {
  const rows = await query<PlanRun>(tx, `select ${COLUMNS} from app.plan_run r where r.company_id = $1 and r.id = $2`, [
    tx.companyId,
    id,
  ]);
  return rows[0];
}

/** The plan people work with, the run on its way, and the last one that failed after both. */
export async function findLatestRuns(
  tx: Tx,
): Promise<{ current: PlanRun | null; latest: PlanRun | null; followedAt: Instant | null }> {
  const rows = await query<PlanRun>(
    tx,
    `(select ${COLUMNS} from app.plan_run r where r.company_id = $1 and r.is_current)
     union all (select ${COLUMNS} from app.plan_run r where r.company_id = $1 order by r.started_at desc, r.id desc limit 1)`,
    [tx.companyId],
  );
  const current = rows.find((run) => run.isCurrent) ?? null;
  const kept = await query<{ followedAt: Instant }>(
    tx,
    `select followed_at "followedAt" from app.planner where company_id = $1`,
    [tx.companyId],
  );
  return { current, latest: rows.at(-1) ?? null, followedAt: kept[0]?.followedAt ?? null };
}

export async function currentRunId(tx: Tx): Promise<string | undefined> {
  const rows = await query<{ id: string }>(tx, "select id from app.plan_run where company_id = $1 and is_current", [
    tx.companyId,
  ]);
  return rows[0]?.id;
}

/** Locks the company's runs: one is begun at a time. Answers the one on its way. */
export async function lockRunning(tx: Tx): Promise<{ id: string; isStuck: boolean } | undefined> {
  await query(tx, "select pg_advisory_xact_lock(hashtextextended('planning ' || $1::text, 0))", [tx.companyId]);
  const rows = await query<{ id: string; isStuck: boolean }>(
    tx,
    `select id, alive_until < statement_timestamp() "isStuck" from app.plan_run where company_id = $1 and state = 'running' order by started_at desc limit 1`,
    [tx.companyId],
  );
  return rows[0];
}

export async function markStage(tx: Tx, id: string, stage: PlanRun["stage"]): Promise<void> {
  await execute(tx, "update app.plan_run set stage = $3 where company_id = $1 and id = $2 and state = 'running'", [
    tx.companyId,
    id,
    stage,
  ]);
}

/** Makes a saved run the one people work with. 0: it was given up meanwhile. */
export async function makeCurrent(
  tx: Tx,
  id: string,
  orderKeys: readonly string[],
  summary: PlanSummary,
): Promise<number> {
  await execute(tx, "update app.plan_run set is_current = false where company_id = $1 and is_current and id <> $2", [
    tx.companyId,
    id,
  ]);
  return execute(
    tx,
    `update app.plan_run set state = 'done', stage = 'finished', is_current = true, finished_at = clock_timestamp(), order_keys = $3, summary = $4
      where company_id = $1 and id = $2 and state = 'running'`,
    [tx.companyId, id, orderKeys, toJson(summary)],
  );
}

export async function markFailed(tx: Tx, id: string, refusals: readonly Refusal[]): Promise<void> {
  await execute(
    tx,
    "update app.plan_run set state = 'failed', stage = 'finished', finished_at = clock_timestamp(), refusals = $3 where company_id = $1 and id = $2 and state = 'running'",
    [tx.companyId, id, toJson(refusals)],
  );
}

/** Removes what runs that nobody works with any more have proposed; their heads stay as a record. */
export async function removeOldPlans(tx: Tx): Promise<void> {
  for (const table of ["planned_order", "plan_item", "plan_exception"] as const)
    await execute(
      tx,
      `delete from app.${table} x using app.plan_run r where x.company_id = $1 and r.company_id = $1 and r.id = x.run_id and not r.is_current and r.state <> 'running'`,
      [tx.companyId],
    );
}
