import type { Databases } from "../db/index.ts";

/** Told of what failed, in words for the operator. */
export type JobLog = (message: string) => void;

export interface Jobs {
  /** Begins no further run and waits for the one under way. */
  stop(): Promise<void>;
}

interface Job {
  readonly name: string;
  readonly everyMs: number;
  /** One statement that answers a count. */
  readonly sql: string;
  /** Names the job to PostgreSQL: one process at a time. */
  readonly lock: number;
}

const JOBS: readonly Job[] = [
  { name: "seal", everyMs: 1_000, sql: "select guard.seal_audit() done", lock: 7_401 },
  { name: "fold", everyMs: 1_000, sql: "select guard.fold_accounts() done", lock: 7_402 },
  { name: "forget", everyMs: 3_600_000, sql: "select guard.forget_idempotency_keys() done", lock: 7_403 },
];
/** A database that is away fails every second; the operator hears of it once a minute. */
const LOG_AGAIN_MS = 60_000;

/** Starts the jobs of a server process. Several processes may run them: each run is let to one. */
export function startJobs(databases: Pick<Databases, "job">, log: JobLog): Jobs {
  const running = new Map<Job, Promise<unknown>>();
  const timers = new Map<Job, NodeJS.Timeout>();
  const loggedAt = new Map<Job, number>();
  let stopped = false;

  const plan = (job: Job, delayMs: number) => {
    if (stopped) return;
    const timer = setTimeout(() => {
      const run = runJob(databases, job).then(
        () => loggedAt.delete(job),
        (error: unknown) => {
          const now = Date.now();
          if (now - (loggedAt.get(job) ?? 0) < LOG_AGAIN_MS) return;
          loggedAt.set(job, now);
          log(`job ${job.name}: ${error instanceof Error ? error.message : String(error)}`);
        },
      );
      running.set(job, run);
      void run.finally(() => plan(job, job.everyMs));
    }, delayMs);
    // A program that is done otherwise is not kept alive by its jobs.
    timer.unref();
    timers.set(job, timer);
  };
  for (const job of JOBS) plan(job, Math.min(job.everyMs, 1_000));

  return {
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}

/** Runs every job once, now: for tests, loaders and before a check of the books. */
export async function runJobsOnce(databases: Pick<Databases, "job">): Promise<void> {
  for (const job of JOBS) await runJob(databases, job);
}

/** @returns false when another process has the job */
async function runJob(databases: Pick<Databases, "job">, job: Job): Promise<boolean> {
  const client = await databases.job.connect();
  try {
    await client.query("begin");
    // In a statement of its own: what the job reads is then what the last run left.
    const lock = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock($1) mine", [job.lock]);
    const isMine = lock.rows[0]!.mine;
    if (isMine) await client.query(job.sql);
    await client.query("commit");
    client.release();
    return isMine;
  } catch (error) {
    await client.query("rollback").then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}
