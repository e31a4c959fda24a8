import { workerPool } from "../platform/index.ts";
import type { ScheduleAnswer, ScheduleJob } from "./schedule.worker.ts";

/** A worker that has a schedule open waits so long for the next move. */
const IDLE_MS = 600_000;

/** Two, so that a move is previewed while another company's schedule is improved. */
const workers = workerPool<ScheduleJob, ScheduleAnswer<ScheduleJob>>(
  "schedule.worker",
  new URL("./schedule.worker.dev.mjs", import.meta.url),
  { memoryMb: 2048, threads: 2, idleMs: IDLE_MS },
);

/** Reckons in a thread of its own. */
export async function reckonSchedule<Job extends ScheduleJob>(job: Job): Promise<ScheduleAnswer<Job>> {
  return (await workers.open().run(job)) as ScheduleAnswer<Job>;
}

export const closeScheduleWorkers = workers.close;
