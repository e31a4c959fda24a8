import type { PlainDate } from "../../domain/shared/index.ts";
import { type Databases, openDatabases } from "../platform/index.ts";
import { type Following, followPlan } from "./follow-plan.ts";
import { type RunTimes, runPlan } from "./run-plan.ts";

/** Where a role connects; sent to a thread, so plain data only. */
export type Connection = Parameters<typeof openDatabases>[0]["job"];

/** What the worker is asked: to carry out a run, or to look at what happened at a company; and how the job role connects. */
export type PlanJob = {
  readonly connection: Connection;
  readonly jobEntryId: string;
  /** The process that keeps plans current. */
  readonly holder: string;
} & ({ readonly runId: string } | { readonly today: PlainDate });

let connected: { readonly to: string; readonly databases: Databases } | undefined;

/** Pools connect when first asked, and only the job's is. */
function databasesAt(connection: Connection): Databases {
  const to = JSON.stringify(connection);
  if (connected?.to !== to) {
    void connected?.databases.close();
    connected = { to, databases: openDatabases({ app: connection, auth: connection, job: connection }) };
  }
  return connected.databases;
}

/**
 * Plans one company in a thread of its own, from loading to saving: the server's thread sees nothing of it. The thread keeps the plans it made, and
 * follows what happens to them.
 */
export default async function planInWorker({
  connection,
  jobEntryId,
  holder,
  ...job
}: PlanJob): Promise<RunTimes | Following> {
  const databases = databasesAt(connection);
  return "runId" in job
    ? runPlan(databases, jobEntryId, job.runId, holder)
    : followPlan(databases, jobEntryId, holder, job.today);
}
