import { randomUUID } from "node:crypto";
import { assert, type PlainDate } from "../../domain/shared/index.ts";
import { type Databases, workerPool } from "../platform/index.ts";
import { closeLotsWorkers } from "./capacity-lots-workers.ts";
import type { Following } from "./follow-plan.ts";
import type { Connection, PlanJob } from "./plan.worker.ts";
import type { RunTimes } from "./run-plan.ts";
import { closeScheduleWorkers } from "./schedule-workers.ts";
import { closeWhatIfWorkers } from "./what-if-workers.ts";

let databases: Databases | undefined;
const underWay = new Set<Promise<void>>();
/** Jobs in the worker's hands, so that their leases are kept. */
const jobsUnderWay = new Set<string>();
/** Names this process to others that would keep the same plans. */
const HOLDER = randomUUID();

const workers = workerPool<PlanJob, RunTimes | Following>(
  "plan.worker",
  new URL("./plan.worker.dev.mjs", import.meta.url),
  // A company that needs more memory has wrong lot sizes, and its run fails alone. The plans it keeps go with an idle thread, and are made anew.
  { memoryMb: 3072, idleMs: 600_000 },
);

/** Told once by the wiring (server/app.ts): where background plans read and write. */
export function connectPlanner(connectedTo: Databases): void {
  databases = connectedTo;
}

/** Where other companies' plans are entered to be asked for a date. */
export function plannerDatabases(): Pick<Databases, "job"> {
  assert(databases, "connectPlanner was called before any other company is asked");
  return databases;
}

/** Begins to plan in a thread of its own; how it goes stands in the run. */
export function planInBackground(jobEntryId: string, runId: string): void {
  assert(databases, "connectPlanner was called before anything is planned in the background");
  // The worker has written the failure into the run already; without it (out of memory) the run is given up by the next.
  inWorker(jobEntryId, { runId }, `plan ${runId}`);
}

function inWorker(
  jobEntryId: string,
  job: { readonly runId: string } | { readonly today: PlainDate },
  name: string,
): void {
  jobsUnderWay.add(jobEntryId);
  const work: Promise<void> = workers
    .open()
    .run({ connection: connectionOf(databases!), jobEntryId, holder: HOLDER, ...job })
    .then(
      () => undefined,
      (error: unknown) => process.emitWarning(`${name} broke off: ${String(error)}`),
    )
    .finally(() => {
      underWay.delete(work);
      jobsUnderWay.delete(jobEntryId);
    });
  underWay.add(work);
}

/**
 * One look at all companies whose plans this server keeps: what happened at any of them is followed in the worker. Plans on their way stay leased.
 *
 * @returns when all that was found is in the plans
 */
export async function followPlans(databases: Pick<Databases, "job">, today: PlainDate): Promise<void> {
  const busy = [...jobsUnderWay];
  if (busy.length > 0) await databases.job.query(KEEP, [HOLDER, busy, LEASE]);
  const claimed = await databases.job.query<{ job: string }>(CLAIM, [HOLDER, today, LEASE, MOST_AT_ONCE]);
  for (const { job } of claimed.rows) if (!jobsUnderWay.has(job)) inWorker(job, { today }, `planner of job ${job}`);
}

const CLAIM = "select guard.claim_plans($1, $2, $3::interval, $4) job";
const KEEP = "select guard.keep_planning($1, $2, $3::interval)";
/** A planner that was killed is replaced after so long. */
const LEASE = "10 seconds";
const MOST_AT_ONCE = 20;

/** Begins something that goes on behind the request, and ends before the server does; it writes its failure where people see it. */
export function workInBackground(name: string, begin: (databases: Databases) => Promise<unknown>): void {
  assert(databases, "connectPlanner was called before anything is planned in the background");
  const work: Promise<void> = begin(databases)
    .then(
      () => undefined,
      (error: unknown) => process.emitWarning(`${name} broke off: ${String(error)}`),
    )
    .finally(() => underWay.delete(work));
  underWay.add(work);
}

/** Waits for the plans under way: for tests, and before a loader closes its database. */
export async function plansAreDone(): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay);
}

/** Ends the workers; plans under way are finished first. For the server's stop. */
export async function closePlanWorkers(): Promise<void> {
  await plansAreDone();
  await Promise.all([workers.close(), closeScheduleWorkers(), closeWhatIfWorkers(), closeLotsWorkers()]);
}

/** The pool's own settings hold functions and hide the password; a thread is sent what it needs of them. */
function connectionOf({ job }: Databases): Connection {
  const { host, port, database, user, password, ssl } = job.options;
  return {
    host,
    port,
    database,
    user,
    ...(typeof password === "string" && { password }),
    ...(ssl !== undefined && { ssl }),
  };
}
