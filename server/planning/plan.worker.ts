import { openDatabases } from "../platform/index.ts";
import { type RunTimes, runPlan } from "./run-plan.ts";

/** Where a role connects; sent to a thread, so plain data only. */
export type Connection = Parameters<typeof openDatabases>[0]["job"];

/** What the worker is asked: which run, and how the job role connects. */
export interface PlanJob {
  readonly connection: Connection;
  readonly jobEntryId: string;
  readonly runId: string;
}

/** Plans one company in a thread of its own, from loading to saving: the server's thread sees nothing of it. */
export default async function planInWorker({ connection, jobEntryId, runId }: PlanJob): Promise<RunTimes> {
  // Only the job's pool is ever used; pools connect when first asked.
  const databases = openDatabases({ app: connection, auth: connection, job: connection });
  try {
    return await runPlan(databases, jobEntryId, runId);
  } finally {
    await databases.close();
  }
}
