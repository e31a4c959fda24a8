import { type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { announce, audit, newId, nextNumber, type Tx } from "../platform/index.ts";
import { insertJobEntry, insertPlanRun, lockRunning, markFailed, type PlanCause } from "./plan-run.store.ts";

export interface PlanWish {
  readonly planFrom: PlainDate;
  readonly horizonDays: number;
  /** A person asked when absent. */
  readonly cause?: PlanCause;
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
  const runId = await beginPlan(tx, wish);
  const jobEntryId = newId();
  await insertJobEntry(tx, jobEntryId);
  return ok({ runId, jobEntryId });
}

/** Notes a run as begun. @returns its id */
export async function beginPlan(tx: Tx, { planFrom, horizonDays, cause = "asked" }: PlanWish): Promise<string> {
  const id = newId();
  const number = await nextNumber(tx, "mr");
  await insertPlanRun(tx, { id, number, planFrom, horizonDays, cause });
  await audit(tx, [
    { command: "planning.run", subjectKind: "plan_run", subjectId: id, details: { number, planFrom, horizonDays } },
  ]);
  await announce(tx, [{ kind: "planning.run", subjectId: id }]);
  return id;
}
