import {
  columnsOf,
  type LivingPlan,
  openLivingPlan,
  type PlanColumns,
  type PlanRefusal,
  type StoredOrder,
} from "../../domain/planning/index.ts";
import { type Outcome, ok, type PlainDate, type Refusal } from "../../domain/shared/index.ts";
import { announce, type Databases, inJob, readMark, type Tx } from "../platform/index.ts";
import { carryOver, findPlanner, keepPlan, loadProposals, loadSetSeqs } from "./living-plan.store.ts";
import { forgetPlan, keptPlan, rememberPlan } from "./living-plans.ts";
import { loadPlanRows, type PlanMasters, type PlanRows } from "./plan-input.store.ts";
import { planInputOf } from "./plan-input.ts";
import {
  findPlanRun,
  finishJob,
  makeCurrent,
  markFailed,
  markStage,
  type PlanRun,
  type PlanSummary,
  removeOldPlans,
} from "./plan-run.store.ts";
import { settlePromises } from "./promise.store.ts";
import { savePlanExceptions, savePlanItems, savePlannedOrders } from "./save-plan.store.ts";

/** Loading and saving a region's plan takes longer than a page view may. */
const PATIENCE_SECONDS = 120;

/** How long each part of a run took. */
export interface RunTimes {
  readonly loadMs: number;
  readonly planMs: number;
  readonly saveMs: number;
}

/** What a plan is made of, and how far what happened is in it. */
interface Loaded {
  readonly rows: PlanRows;
  readonly mark: bigint;
  readonly nextSeq: number;
  /** Those of the plan before: as this thread keeps it, or as they are stored. */
  readonly proposals: readonly StoredOrder[] | LivingPlan;
  readonly taken: ReadonlySet<number>;
}

/**
 * Plans a company in the background: load, calculate, save, and only then make it the plan people work with. Each part is a
 * transaction of its own, so that no lock and no snapshot is held while it calculates. What makes planning impossible stands
 * in the run, in words. The plan stays in the memory of this thread, to be followed from then on.
 *
 * @param jobEntryId by which the job enters the company
 * @param holder the process that keeps the plan current; `null`: none, and the first change makes it anew
 */
export async function runPlan(
  databases: Pick<Databases, "job">,
  jobEntryId: string,
  runId: string,
  holder: string | null = null,
): Promise<RunTimes> {
  const startedAt = performance.now();
  const as = <T>(work: (tx: Tx) => Promise<T>) =>
    inJob(databases, jobEntryId, work, { patienceSeconds: PATIENCE_SECONDS });
  try {
    const run = await as(async (tx) => {
      await toStage(tx, runId, "loading");
      return findPlanRun(tx, runId);
    });
    if (run?.state !== "running") return { loadMs: 0, planMs: 0, saveMs: 0 };
    const made = await makePlan(as, runId, run);
    const { loadedAt, planned } = made;
    if (!planned.ok) {
      await as((tx) => fail(tx, runId, planned.refusals));
      return { loadMs: loadedAt - startedAt, planMs: performance.now() - loadedAt, saveMs: 0 };
    }
    const columns = columnsOf(planned.value);
    const plannedAt = performance.now();
    await as((tx) => {
      // The plan before has given its numbers; a large company's two together would fill the memory while this one is saved.
      forgetPlan(tx.companyId);
      return toStage(tx, runId, "saving");
    });
    // Several connections: PostgreSQL works on all at once. Nobody sees any part before the run is the current one.
    await Promise.all([
      as(async (tx) => {
        await savePlanItems(tx, runId, columns);
        await savePlanExceptions(tx, runId, columns.exceptions);
      }),
      as((tx) => savePlannedOrders(tx, runId, run.planFrom, columns, 0, 2)),
      as((tx) => savePlannedOrders(tx, runId, run.planFrom, columns, 1, 2)),
    ]);
    const elapsedMs = Math.round(performance.now() - startedAt);
    await as((tx) => finish(tx, runId, planned.value, columns, { ...made, cause: run.cause, holder, elapsedMs }));
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

/** Loads and calculates. What was loaded is let go with the end of this function. */
async function makePlan(
  as: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  runId: string,
  { planFrom, horizonDays }: Pick<PlanRun, "planFrom" | "horizonDays">,
): Promise<Made & { readonly loadedAt: number; readonly planned: Outcome<LivingPlan, PlanRefusal> }> {
  const loaded = await as((tx) => load(tx, planFrom));
  const loadedAt = performance.now();
  await as((tx) => toStage(tx, runId, "planning"));
  return { ...madeOf(loaded), loadedAt, planned: planOf(loaded, planFrom, horizonDays) };
}

/** What of the loaded rows is kept beside the plan. */
interface Made {
  readonly mark: bigint;
  readonly masters: PlanMasters;
  readonly firm: ReadonlyMap<number, string>;
}

function madeOf({ rows, mark }: Loaded): Made {
  const { units, bomLines, routing, calendars } = rows;
  const firm = new Map(rows.firm.map((order) => [order.seq, order.itemId]));
  return { mark, masters: { units, bomLines, routing, calendars }, firm };
}

/** The same in the transaction of the caller, and in its thread: for loaders, tests and small companies. */
export async function runPlanIn(
  tx: Tx,
  runId: string,
  planFrom: PlainDate,
  horizonDays: number,
): Promise<Outcome<PlanColumns, PlanRefusal>> {
  const startedAt = performance.now();
  const loaded = await load(tx, planFrom);
  const planned = planOf(loaded, planFrom, horizonDays);
  if (!planned.ok) return planned;
  const columns = columnsOf(planned.value);
  await savePlannedOrders(tx, runId, planFrom, columns);
  await savePlanItems(tx, runId, columns);
  await savePlanExceptions(tx, runId, columns.exceptions);
  const elapsedMs = Math.round(performance.now() - startedAt);
  await finish(tx, runId, planned.value, columns, { ...madeOf(loaded), cause: "asked", holder: null, elapsedMs });
  await removeOldPlans(tx);
  return ok(columns);
}

/** The mark first: what happens while the rest is read is followed afterwards. */
async function load(tx: Tx, planFrom: PlainDate): Promise<Loaded> {
  const mark = await readMark(tx);
  const planner = await findPlanner(tx);
  const kept = keptPlan(tx.companyId);
  const isKept = kept !== undefined && planner?.runId === kept.runId && planner.version === kept.version;
  const proposals = isKept ? kept.plan : planner ? await loadProposals(tx, null) : [];
  const taken = planner ? await loadSetSeqs(tx) : new Set<number>();
  return { rows: await loadPlanRows(tx, planFrom), mark, nextSeq: planner?.nextSeq ?? 0, proposals, taken };
}

function planOf(
  { rows, proposals, nextSeq, taken }: Loaded,
  planFrom: PlainDate,
  horizonDays: number,
): Outcome<LivingPlan, PlanRefusal> {
  return openLivingPlan(planInputOf(rows, planFrom, horizonDays), proposals, nextSeq, taken);
}

async function toStage(tx: Tx, runId: string, stage: "loading" | "planning" | "saving"): Promise<void> {
  await markStage(tx, runId, stage);
  await announce(tx, [{ kind: "planning.run", subjectId: runId }]);
}

async function fail(tx: Tx, runId: string, refusals: readonly Refusal[]): Promise<void> {
  await markFailed(tx, runId, refusals);
  await announce(tx, [{ kind: "planning.run", subjectId: runId }]);
}

/** The plan's own figures. */
export function summaryOf({ orders, pegs, exceptions }: PlanColumns): Required<Omit<PlanSummary, "elapsedMs">> {
  const pastDueCount = orders.wantedStartDay.subarray(0, orders.count).reduce((sum, day) => sum + (day < 0 ? 1 : 0), 0);
  return {
    orderCount: orders.count,
    pastDueCount,
    exceptionCount: exceptions.length,
    pegCount: pegs.supply.length,
  };
}

async function finish(
  tx: Tx,
  runId: string,
  plan: LivingPlan,
  columns: PlanColumns,
  {
    mark,
    masters,
    firm,
    cause,
    holder,
    elapsedMs,
  }: Made & Pick<PlanRun, "cause"> & { readonly holder: string | null; readonly elapsedMs: number },
): Promise<void> {
  await carryOver(tx, runId);
  if ((await makeCurrent(tx, runId, columns.orderKeys, { ...summaryOf(columns), elapsedMs })) === 0) return;
  const { nextSeq } = plan;
  const version = await keepPlan(tx, { runId, readMark: mark, nextSeq, holder });
  // What this plan carries, promises need not hold any longer.
  await settlePromises(tx);
  await announce(tx, [
    { kind: "planning.run", subjectId: runId },
    { kind: "planning.order", subjectId: null },
    // To the bell with a new day, or when a person asked; not when the program only read the plan again.
    ...(columns.exceptions.length > 0 && cause !== "change"
      ? [{ kind: "planning.exceptions", subjectId: runId, isNews: true }]
      : []),
  ]);
  if (holder === null) return;
  rememberPlan(tx.companyId, { plan, runId, version, mark, told: new Map(), masters, firm });
}
