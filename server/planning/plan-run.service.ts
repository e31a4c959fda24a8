import { HORIZON, type PlanRefusal } from "../../domain/planning/index.ts";
import { type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import { afterCommit, type Tx } from "../platform/index.ts";
import { beginPlan, type PlanWish, planOutOfRequest } from "./begin-plan.service.ts";
import { findPlanRun, lockRunning, type PlanRun } from "./plan-run.store.ts";
import { planInBackground } from "./planner.ts";
import { runPlanIn } from "./run-plan.ts";

/** Eighteen months of daily buckets. */
export const USUAL_HORIZON_DAYS = HORIZON.usual;

/**
 * Begins a run in the background and answers it at once; people go on with the current plan until the new one is saved.
 *
 * @returns the run on its way where that is the one asked for, begun by itself; refused while another run of the company is on its way
 */
export async function startPlanRun(tx: Tx, wish: PlanWish): Promise<Outcome<PlanRun, "PLAN_RUNNING">> {
  const running = await lockRunning(tx);
  const found = running && !running.isStuck ? await findPlanRun(tx, running.id) : undefined;
  // The plan is being made anew by itself, as it is asked for: that run is the answer, and what happened since it was begun is followed.
  const isSame = found?.planFrom === wish.planFrom && found.horizonDays === wish.horizonDays;
  if (found && found.cause !== "asked" && isSame) return ok(found);
  const planned = await planOutOfRequest(tx, wish);
  if (!planned.ok) return planned;
  const { runId, jobEntryId } = planned.value;
  afterCommit(tx, () => planInBackground(jobEntryId, runId));
  return ok((await findPlanRun(tx, runId))!);
}

/** Plans at once, in the caller's transaction and thread: for loaders, tests and other areas that need the result. */
export async function planNow(tx: Tx, wish: PlanWish): Promise<Outcome<PlanRun, PlanRefusal | "PLAN_RUNNING">> {
  const running = await lockRunning(tx);
  if (running && !running.isStuck) return refuse("PLAN_RUNNING");
  const runId = await beginPlan(tx, wish);
  const planned = await runPlanIn(tx, runId, wish.planFrom, wish.horizonDays);
  return planned.ok ? ok((await findPlanRun(tx, runId))!) : planned;
}
