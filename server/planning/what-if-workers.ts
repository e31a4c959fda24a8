import { compareWhatIf, type WhatIfComparison, type WhatIfRefusal } from "../../domain/planning/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";
import { workerPool } from "../platform/index.ts";
import type { WhatIfJob } from "./what-if.worker.ts";

type Answer = Outcome<WhatIfComparison, WhatIfRefusal>;
const workers = workerPool<WhatIfJob, Answer>("what-if.worker", new URL("./what-if.worker.dev.mjs", import.meta.url), {
  memoryMb: 3072,
});
/** Records up to here are compared within a few hundredths of a second: handing them to a thread would take longer. */
const FEW_RECORDS = 3000;

/** Compares here where it takes no time, else in a thread, so that nobody else waits. */
export async function reckonWhatIf(job: WhatIfJob, fewRecords = FEW_RECORDS): Promise<Answer> {
  const { items, bomLines, demands, receipts } = job.input;
  if (items.length + bomLines.length + demands.length + receipts.length <= fewRecords)
    return compareWhatIf(job.input, job.changes, { works: job.works });
  return workers.open().run(job);
}

export const closeWhatIfWorkers = workers.close;
