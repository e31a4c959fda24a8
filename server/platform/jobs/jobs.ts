import type { PlainDate } from "../../../domain/shared/index.ts";
import type { Databases } from "../db/index.ts";
import { type Deadline, runDeadlines } from "./deadlines.ts";

/** Told of what failed, in words for the operator. */
export type JobLog = (message: string) => void;

export interface Jobs {
  /** Begins no further run and waits for the one under way. */
  stop(): Promise<void>;
}

interface Job {
  readonly name: string;
  readonly everyMs: number;
  readonly firstAfterMs?: number;
  /** One run. */
  run(databases: Pick<Databases, "job">): Promise<unknown>;
}

/** A job that is one statement answering a count; `lock` names it to PostgreSQL: one process at a time. */
const statement = (name: string, everyMs: number, sql: string, lock: number): Job => ({
  name,
  everyMs,
  run: (databases) => runStatement(databases, sql, lock),
});
const HOUR_MS = 3_600_000;
const JOBS: readonly Job[] = [
  statement("seal", 1_000, "select guard.seal_audit() done", 7_401),
  statement("fold", 1_000, "select guard.fold_accounts() done", 7_402),
  statement("forget", HOUR_MS, "select guard.forget_idempotency_keys() done", 7_403),
];
/** People come first after a start; what ran out overnight waits half a minute. */
const DEADLINES_AFTER_MS = 30_000;
/** A database that is away fails every second; the operator hears of it once a minute. */
const LOG_AGAIN_MS = 60_000;

/** Something an area does again and again by itself, as it declares it (`AreaServer.rounds`). */
export interface Round {
  readonly name: string;
  readonly everyMs: number;
  go(databases: Pick<Databases, "job">, today: PlainDate): Promise<unknown>;
}

/** Starts the jobs of a server process. Several processes may run them: each run is let to one. */
export function startJobs(
  databases: Pick<Databases, "job">,
  log: JobLog,
  deadlines: readonly Deadline[] = [],
  rounds: readonly Round[] = [],
): Jobs {
  const jobs: Job[] = [
    ...JOBS,
    ...rounds.map(({ name, everyMs, go }) => ({ name, everyMs, run: () => go(databases, todayInJapan()) })),
  ];
  if (deadlines.length > 0)
    jobs.push({
      name: "deadlines",
      everyMs: HOUR_MS,
      firstAfterMs: DEADLINES_AFTER_MS,
      run: () => runDeadlines(databases, deadlines, todayInJapan(), log),
    });
  const running = new Map<Job, Promise<unknown>>();
  const timers = new Map<Job, NodeJS.Timeout>();
  const loggedAt = new Map<Job, number>();
  let stopped = false;

  const plan = (job: Job, delayMs: number) => {
    if (stopped) return;
    const timer = setTimeout(() => {
      const run = job.run(databases).then(
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
  for (const job of jobs) plan(job, job.firstAfterMs ?? 1_000);

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
  for (const job of JOBS) await job.run(databases);
}

const todayInJapan = () => new Date(Date.now() + 9 * HOUR_MS).toISOString().slice(0, 10);

/** @returns false when another process has the job */
async function runStatement(databases: Pick<Databases, "job">, sql: string, key: number): Promise<boolean> {
  const client = await databases.job.connect();
  try {
    await client.query("begin");
    // In a statement of its own: what the job reads is then what the last run left.
    const lock = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock($1) mine", [key]);
    const isMine = lock.rows[0]!.mine;
    if (isMine) await client.query(sql);
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
