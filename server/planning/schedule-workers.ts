import { Piscina } from "piscina";
import { workerFile } from "../platform/index.ts";
import type { ScheduleAnswer, ScheduleJob } from "./schedule.worker.ts";

let workers: Piscina<ScheduleJob, ScheduleAnswer<ScheduleJob>> | undefined;
const MEMORY_MB = 2048;
/** A worker that has a schedule open waits so long for the next move. */
const IDLE_MS = 600_000;

/** Reckons in a thread of its own: two, so that a move is previewed while another company's schedule is improved. */
export async function reckonSchedule<Job extends ScheduleJob>(job: Job): Promise<ScheduleAnswer<Job>> {
  workers ??= new Piscina({
    filename: workerFile("schedule.worker", new URL("./schedule.worker.dev.mjs", import.meta.url)),
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  if (workers.listenerCount("error") === 0) workers.on("error", () => {});
  return (await workers.run(job)) as ScheduleAnswer<Job>;
}

/** Ends the workers. For the server's stop. */
export async function closeScheduleWorkers(): Promise<void> {
  const closing = workers;
  workers = undefined;
  await closing?.destroy();
}
