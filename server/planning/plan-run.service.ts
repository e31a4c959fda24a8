import type { PlanRefusal } from "../../domain/planning/index.ts";
import { type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { afterCommit, announce, audit, newId, nextNumber, type Tx } from "../platform/index.ts";
import {
  findPlanRun,
  insertJobEntry,
  insertPlanRun,
  lockRunning,
  markFailed,
  type PlanCause,
  type PlanRun,
} from "./plan-run.store.ts";
import { planInBackground } from "./planner.ts";
import { runPlanIn } from "./run-plan.ts";

export interface PlanWish {
  readonly planFrom: PlainDate;
  readonly horizonDays: number;
  /** A person asked when absent. */
  readonly cause?: PlanCause;
}

/** A year of daily buckets. */
export const USUAL_HORIZON_DAYS = 365;

/**
 * Begins a run in the background and answers it at once; people go on with the current plan until the new one is saved.
 *
 * @returns refused while another run of the company is on its way
 */
export async function startPlanRun(tx: Tx, wish: PlanWish): Promise<Outcome<PlanRun, "PLAN_RUNNING">> {
  const planned = await planOutOfRequest(tx, wish);
  if (!planned.ok) return planned;
  const { runId, jobEntryId } = planned.value;
  afterCommit(tx, () => planInBackground(jobEntryId, runId));
  return ok((await findPlanRun(tx, runId))!);
}

/** Begins a run that is carried out after this transaction, by `runPlan` with the job's entry. */
export async function planOutOfRequest(
  tx: Tx,
  wish: PlanWish,
): Promise<Outcome<{ readonly runId: string; readonly jobEntryId: string }, "PLAN_RUNNING">> {
  const running = await lockRunning(tx);
  if (running && !running.isStuck) return refuse("PLAN_RUNNING");
  // Its server was stopped in the middle: nothing of it was ever shown.
  if (running) await markFailed(tx, running.id, [{ code: "PLAN_BROKE_OFF" }]);
  const runId = await begin(tx, wish);
  const jobEntryId = newId();
  await insertJobEntry(tx, jobEntryId);
  return ok({ runId, jobEntryId });
}

/** Plans at once, in the caller's transaction and thread: for loaders, tests and other areas that need the result. */
export async function planNow(tx: Tx, wish: PlanWish): Promise<Outcome<PlanRun, PlanRefusal | "PLAN_RUNNING">> {
  const running = await lockRunning(tx);
  if (running && !running.isStuck) return refuse("PLAN_RUNNING");
  const runId = await begin(tx, wish);
  const planned = await runPlanIn(tx, runId, wish.planFrom, wish.horizonDays);
  return planned.ok ? ok((await findPlanRun(tx, runId))!) : planned;
}

async function begin(tx: Tx, { planFrom, horizonDays, cause = "asked" }: PlanWish): Promise<string> {
  const id = newId();
  const number = await nextNumber(tx, "mr");
  await insertPlanRun(tx, { id, number, planFrom, horizonDays, cause });
  await audit(tx, [
    { command: "planning.run", subjectKind: "plan_run", subjectId: id, details: { number, planFrom, horizonDays } },
  ]);
  await announce(tx, [{ kind: "planning.run", subjectId: id }]);
  return id;
}
