import type { TakeBackPreview } from "../../domain/planning/index.ts";
import { type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { announce, audit, type Tx } from "../platform/index.ts";
import { learnFromWork } from "./learned.service.ts";
import { findLearnedRun } from "./learned.store.ts";
import { findProductionEventImport, removeProductionEvents } from "./production-event.store.ts";

type TakeBackRefusal = "NOT_FOUND" | "LOG_TAKEN_BACK";

/** What taking an import of a production log back would take away. */
export async function previewTakeBack(tx: Tx, importId: string): Promise<Outcome<TakeBackPreview, TakeBackRefusal>> {
  const found = await findProductionEventImport(tx, importId);
  if (!found) return refuse("NOT_FOUND");
  if (found.takenBackAt !== null) return refuse("LOG_TAKEN_BACK");
  const { takenBackAt: _, ...preview } = found;
  return ok({ ...preview, learnedSince: (await findLearnedRun(tx))?.since ?? null });
}

/**
 * Takes an import back: its events go, and what was learned is learned anew without them, so that a wrong log does not teach on. What a person took
 * over into the masters stays theirs to change.
 */
export async function takeBackImport(
  tx: Tx,
  importId: string,
  today: PlainDate,
): Promise<Outcome<{ readonly eventCount: number }, TakeBackRefusal>> {
  const found = await findProductionEventImport(tx, importId, { isLocked: true });
  if (!found) return refuse("NOT_FOUND");
  if (found.takenBackAt !== null) return refuse("LOG_TAKEN_BACK");
  await removeProductionEvents(tx, importId);
  const { eventCount, fileName } = found;
  const details = { file: fileName, events: eventCount };
  await audit(tx, [{ command: "planning.log-taken-back", subjectKind: "log_import", subjectId: importId, details }]);
  const run = await findLearnedRun(tx);
  const learned = run ? await learnFromWork(tx, run.since, today) : null;
  if (learned?.ok === false) throw new Error(`learning anew: ${JSON.stringify(learned.refusals)}`);
  await announce(tx, [{ kind: "planning.learned", subjectId: importId }]);
  return ok({ eventCount });
}
