import { Piscina } from "piscina";
import type {
  CenterLots,
  CenterLotsRefusal,
  CenterOffer,
  CenterRecords,
  LotsQuestion,
} from "../../domain/planning/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";
import { workerFile } from "../platform/index.ts";
import type { LotsJob } from "./capacity-lots.worker.ts";

let workers: Piscina<LotsJob, Outcome<unknown, CenterLotsRefusal>> | undefined;
const MEMORY_MB = 3072;

/** Puts lots together in a thread, so that nobody else waits for the search. */
export function searchLots(
  records: CenterRecords,
  question: LotsQuestion,
): Promise<Outcome<CenterLots, CenterLotsRefusal>> {
  return inThread({ records, question }) as Promise<Outcome<CenterLots, CenterLotsRefusal>>;
}

/** What could be put together, from the same thread. */
export function offerOf(records: CenterRecords): Promise<Outcome<CenterOffer, CenterLotsRefusal>> {
  return inThread({ records, question: null }) as Promise<Outcome<CenterOffer, CenterLotsRefusal>>;
}

function inThread(job: LotsJob) {
  workers ??= new Piscina({
    filename: workerFile("capacity-lots.worker", new URL("./capacity-lots.worker.dev.mjs", import.meta.url)),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  if (workers.listenerCount("error") === 0) workers.on("error", () => {});
  return workers.run(job);
}

/** Ends the workers. For the server's stop. */
export async function closeLotsWorkers(): Promise<void> {
  const closing = workers;
  workers = undefined;
  await closing?.destroy();
}
