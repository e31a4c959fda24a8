import type {
  CenterLots,
  CenterLotsRefusal,
  CenterOffer,
  CenterRecords,
  LotsQuestion,
} from "../../domain/planning/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";
import { workerPool } from "../platform/index.ts";
import type { LotsJob } from "./capacity-lots.worker.ts";

const workers = workerPool<LotsJob, Outcome<unknown, CenterLotsRefusal>>(
  "capacity-lots.worker",
  new URL("./capacity-lots.worker.dev.mjs", import.meta.url),
  { memoryMb: 3072 },
);

/** Puts lots together in a thread, so that nobody else waits for the search. */
export function searchLots(
  records: CenterRecords,
  question: LotsQuestion,
): Promise<Outcome<CenterLots, CenterLotsRefusal>> {
  return workers.open().run({ records, question }) as Promise<Outcome<CenterLots, CenterLotsRefusal>>;
}

/** What could be put together, from the same thread. */
export function offerOf(records: CenterRecords): Promise<Outcome<CenterOffer, CenterLotsRefusal>> {
  return workers.open().run({ records, question: null }) as Promise<Outcome<CenterOffer, CenterLotsRefusal>>;
}

export const closeLotsWorkers = workers.close;
