import { Piscina } from "piscina";
import { assert } from "../../domain/shared/index.ts";
import { type Databases, workerFile } from "../platform/index.ts";
import type { Connection, PlanJob } from "./plan.worker.ts";
import type { RunTimes } from "./run-plan.ts";
import { closeScheduleWorkers } from "./schedule-workers.ts";
import { closeWhatIfWorkers } from "./what-if-workers.ts";

let databases: Databases | undefined;
let workers: Piscina<PlanJob, RunTimes> | undefined;
const underWay = new Set<Promise<void>>();

/** Memory of one calculation; a company that needs more has wrong lot sizes, and its run fails alone. */
const WORKER_MEMORY_MB = 3072;

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
  const job = { connection: connectionOf(databases), jobEntryId, runId };
  // The worker has written the failure into the run already; without it (out of memory) the run is given up by the next.
  const work: Promise<void> = pool()
    .run(job)
    .then(
      () => undefined,
      (error: unknown) => process.emitWarning(`plan ${runId} broke off: ${String(error)}`),
    )
    .finally(() => underWay.delete(work));
  underWay.add(work);
}

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
  const closing = workers;
  workers = undefined;
  await Promise.all([closing?.destroy(), closeScheduleWorkers(), closeWhatIfWorkers()]);
}

function pool(): Piscina<PlanJob, RunTimes> {
  workers ??= new Piscina<PlanJob, RunTimes>({
    filename: workerFile("plan.worker", new URL("./plan.worker.dev.mjs", import.meta.url)),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
  });
  if (workers.listenerCount("error") === 0) workers.on("error", () => {});
  return workers;
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
