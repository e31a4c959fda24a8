import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";

/**
 * Seals the audit rows and folds the account balances of everything committed so far.
 *
 * Both take only rows below the oldest transaction still running in the whole cluster, and the tests beside this one have theirs in it:
 * first wait until those that were running have ended.
 */
export async function sealAndFold(job: Pool): Promise<void> {
  const { rows } = await job.query<{ now: string }>("select pg_current_xact_id()::text as now");
  const until = BigInt(rows[0]!.now);
  const oldest = async () => {
    const { rows: seen } = await job.query<{ xmin: string }>(
      "select pg_snapshot_xmin(pg_current_snapshot())::text as xmin",
    );
    return BigInt(seen[0]!.xmin);
  };
  while ((await oldest()) <= until) await sleep(20);
  await job.query("select guard.seal_audit()");
  await job.query("select guard.fold_accounts()");
}
