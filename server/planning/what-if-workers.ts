import { Piscina } from "piscina";
import { compareWhatIf, type WhatIfComparison, type WhatIfRefusal } from "../../domain/planning/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";
import { workerFile } from "../platform/index.ts";
import type { WhatIfJob } from "./what-if.worker.ts";

type Answer = Outcome<WhatIfComparison, WhatIfRefusal>;
let workers: Piscina<WhatIfJob, Answer> | undefined;
const MEMORY_MB = 3072;
/** Records up to here are compared within a few hundredths of a second: handing them to a thread would take longer. */
const FEW_RECORDS = 3000;

/** Compares here where it takes no time, else in a thread, so that nobody else waits. */
export async function reckonWhatIf(job: WhatIfJob, fewRecords = FEW_RECORDS): Promise<Answer> {
  const { items, bomLines, demands, receipts } = job.input;
  if (items.length + bomLines.length + demands.length + receipts.length <= fewRecords)
    return compareWhatIf(job.input, job.changes, { works: job.works });
  workers ??= new Piscina<WhatIfJob, Answer>({
    filename: workerFile("what-if.worker", new URL("./what-if.worker.dev.mjs", import.meta.url)),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  if (workers.listenerCount("error") === 0) workers.on("error", () => {});
  return workers.run(job);
}

/** Ends the workers. For the server's stop. */
export async function closeWhatIfWorkers(): Promise<void> {
  const closing = workers;
  workers = undefined;
  await closing?.destroy();
}
