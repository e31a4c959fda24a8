import { type LeadTimeHistory, leadTimeHistory, minutesOfMoment, workedOrders } from "../../domain/planning/index.ts";
import { addDays, type PlainDate } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { findLearnedRun } from "./learned.store.ts";
import { versionOfProductionEvents } from "./production-event.store.ts";
import { finishedOrders, loadWorkEvents } from "./work-event.store.ts";

/** A year of work, unless somebody says since when. */
export const USUAL_DAYS = 365;

/** Companies whose history is kept in this process; the one not asked for longest gives way. */
const MOST_COMPANIES = 100;
interface Kept {
  readonly key: string;
  readonly reading: Promise<LeadTimeHistory>;
}
const kept = new Map<string, Kept>();

/**
 * Work orders of the acting company that were finished before today: the own floor's and those of imported logs. Read once a day, and again when
 * somebody learned anew or a log came or went; since the day people learn from.
 */
export async function historyOf(tx: Tx, today: PlainDate): Promise<LeadTimeHistory> {
  const { companyId } = tx;
  const run = await findLearnedRun(tx);
  const since = run?.since ?? addDays(today, -USUAL_DAYS);
  const key = JSON.stringify([today, since, run?.learnedAt, await versionOfProductionEvents(tx)]);
  const known = kept.get(companyId);
  if (known?.key === key) {
    // Another's transaction may have been broken off while it read for all: that is no fault of mine.
    const history = await known.reading.catch(() => null);
    if (history) return history;
  }
  const reading = read(tx, since, today);
  kept.delete(companyId);
  kept.set(companyId, { key, reading });
  if (kept.size > MOST_COMPANIES) kept.delete(kept.keys().next().value!);
  return reading;
}

async function read(tx: Tx, since: PlainDate, today: PlainDate): Promise<LeadTimeHistory> {
  const { reports, imported } = await loadWorkEvents(tx, since, null);
  const finished = await finishedOrders(tx, since);
  const orders = workedOrders([...reports, ...imported]);
  return leadTimeHistory(
    orders.filter(({ order }) => order.startsWith("log ") || finished.has(order)),
    minutesOfMoment(`${today} 00:00`)!,
  );
}
