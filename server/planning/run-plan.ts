import { type PlanColumns, type PlanRefusal, planColumns } from "../../domain/planning/index.ts";
import type { Outcome, PlainDate, Refusal } from "../../domain/shared/index.ts";
import { announce, type Databases, inJob, type Tx } from "../platform/index.ts";
import { loadPlanRows } from "./plan-input.store.ts";
import { planInputOf } from "./plan-input.ts";
import {
  findPlanRun,
  finishJob,
  makeCurrent,
  markFailed,
  markStage,
  type PlanSummary,
  removeOldPlans,
} from "./plan-run.store.ts";
import { settlePromises } from "./promise.store.ts";
import { savePlanExceptions, savePlanItems, savePlannedOrders } from "./save-plan.store.ts";

/** Loading and saving a region's plan takes longer than a page view may. */
const PATIENCE_SECONDS = 120;

/** A run's figures as its summary has them, and how long each part took. */
export interface RunTimes {
  readonly loadMs: number;
  readonly planMs: number;
  readonly saveMs: number;
}

/**
 * Plans a company in the background: load, calculate, save, and only then make it the plan people work with. Each part is a
 * transaction of its own, so that no lock and no snapshot is held while it calculates. What makes planning impossible stands
 * in the run, in words.
 *
 * @param jobEntryId by which the job enters the company
 */
export async function runPlan(databases: Databases, jobEntryId: string, runId: string): Promise<RunTimes> {
  const startedAt = performance.now();
  const as = <T>(work: (tx: Tx) => Promise<T>) =>
    inJob(databases, jobEntryId, work, { patienceSeconds: PATIENCE_SECONDS });
  const enter = (stage: "loading" | "planning" | "saving") => (tx: Tx) => toStage(tx, runId, stage);
  try {
    const run = await as(async (tx) => {
      await toStage(tx, runId, "loading");
      return findPlanRun(tx, runId);
    });
    if (run?.state !== "running") return { loadMs: 0, planMs: 0, saveMs: 0 };
    const input = planInputOf(await as((tx) => loadPlanRows(tx, run.planFrom)), run.planFrom, run.horizonDays);
    const loadedAt = performance.now();
    await as(enter("planning"));
    const planned = planColumns(input);
    if (!planned.ok) {
      await as((tx) => fail(tx, runId, planned.refusals));
      return { loadMs: loadedAt - startedAt, planMs: performance.now() - loadedAt, saveMs: 0 };
    }
    const plannedAt = performance.now();
    await as(enter("saving"));
    // Several connections: PostgreSQL works on all at once. Nobody sees any part before the run is the current one.
    await Promise.all([
      as(async (tx) => {
        await savePlanItems(tx, runId, planned.value);
        await savePlanExceptions(tx, runId, planned.value.exceptions);
      }),
      as((tx) => savePlannedOrders(tx, runId, run.planFrom, planned.value, 0, 2)),
      as((tx) => savePlannedOrders(tx, runId, run.planFrom, planned.value, 1, 2)),
    ]);
    await as((tx) => finish(tx, runId, planned.value, Math.round(performance.now() - startedAt)));
    const savedAt = performance.now();
    return { loadMs: loadedAt - startedAt, planMs: plannedAt - loadedAt, saveMs: savedAt - plannedAt };
  } catch (error) {
    await as((tx) => fail(tx, runId, [{ code: "PLAN_BROKE_OFF" }]));
    throw error;
  } finally {
    await as(async (tx) => {
      await removeOldPlans(tx);
      await finishJob(tx, jobEntryId);
    });
  }
}

/** The same in the transaction of the caller, and in its thread: for loaders, tests and small companies. */
export async function runPlanIn(
  tx: Tx,
  runId: string,
  planFrom: PlainDate,
  horizonDays: number,
): Promise<Outcome<PlanColumns, PlanRefusal>> {
  const startedAt = performance.now();
  const planned = planColumns(planInputOf(await loadPlanRows(tx, planFrom), planFrom, horizonDays));
  if (!planned.ok) return planned;
  await savePlannedOrders(tx, runId, planFrom, planned.value);
  await savePlanItems(tx, runId, planned.value);
  await savePlanExceptions(tx, runId, planned.value.exceptions);
  await finish(tx, runId, planned.value, Math.round(performance.now() - startedAt));
  await removeOldPlans(tx);
  return planned;
}

async function toStage(tx: Tx, runId: string, stage: "loading" | "planning" | "saving"): Promise<void> {
  await markStage(tx, runId, stage);
  await announce(tx, [{ kind: "planning.run", subjectId: runId }]);
}

async function fail(tx: Tx, runId: string, refusals: readonly Refusal[]): Promise<void> {
  await markFailed(tx, runId, refusals);
  await announce(tx, [{ kind: "planning.run", subjectId: runId }]);
}

async function finish(tx: Tx, runId: string, { orders, pegs, exceptions, orderKeys }: PlanColumns, elapsedMs: number) {
  const pastDueCount = orders.wantedStartDay.subarray(0, orders.count).reduce((sum, day) => sum + (day < 0 ? 1 : 0), 0);
  const summary: PlanSummary = {
    orderCount: orders.count,
    pastDueCount,
    exceptionCount: exceptions.length,
    pegCount: pegs.supply.length,
    elapsedMs,
  };
  await makeCurrent(tx, runId, orderKeys, summary);
  // What this plan carries, promises need not hold any longer.
  await settlePromises(tx);
  await announce(tx, [
    { kind: "planning.run", subjectId: runId },
    { kind: "planning.order", subjectId: null },
    ...(exceptions.length > 0 ? [{ kind: "planning.exceptions", subjectId: runId, isNews: true }] : []),
  ]);
}
