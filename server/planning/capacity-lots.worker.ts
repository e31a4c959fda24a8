import {
  type CenterLots,
  type CenterLotsRefusal,
  type CenterOffer,
  type CenterRecords,
  centerLots,
  centerOffer,
  type LotsQuestion,
} from "../../domain/planning/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";

/** A work centre's records, and the question; without one, what could be asked. The worker knows no database. */
export interface LotsJob {
  readonly records: CenterRecords;
  readonly question: LotsQuestion | null;
}

/** Plans and searches in a thread of its own. */
export default function lotsInWorker({
  records,
  question,
}: LotsJob): Outcome<CenterLots | CenterOffer, CenterLotsRefusal> {
  return question ? centerLots(records, question) : centerOffer(records);
}
