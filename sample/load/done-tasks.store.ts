import { query } from "../../server/platform/db/index.ts";
import { audit, type Tx } from "../../server/platform/index.ts";

const COMMAND = "sample.loaded";

/** Notes in the task's own transaction that it is done: what was answered for survives, what was not leaves no trace. */
export async function noteTask(tx: Tx, task: string): Promise<void> {
  await audit(tx, [{ command: COMMAND, subjectKind: "sample", subjectId: null, details: { task } }]);
}

/** The tasks of the acting company that an earlier, interrupted load has committed. */
export async function doneTasks(tx: Tx): Promise<Set<string>> {
  const rows = await query<{ task: string }>(
    tx,
    "select details ->> 'task' task from app.audit where company_id = $1 and command = $2",
    [tx.companyId, COMMAND],
  );
  return new Set(rows.map(({ task }) => task));
}
