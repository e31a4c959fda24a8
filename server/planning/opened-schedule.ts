import type { MoveAnswer, MoveRefusal } from "../../domain/planning/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";
import { afterCommit, newId, type Tx } from "../platform/index.ts";
import { loadCurrentSchedule } from "./schedule.store.ts";
import { type ScheduleChange, UNOPENED } from "./schedule.worker.ts";
import { reckonSchedule } from "./schedule-workers.ts";

interface Version {
  readonly id: string;
  readonly version: number;
}
interface Place {
  readonly operationId: string;
  readonly machineId: string;
  readonly start: string;
}
type Moved = { readonly change: ScheduleChange; readonly keyAfter: string };

/** Under which name workers have a version open, where that is not its own: it was made there by a move that this server committed. */
const names = new Map<string, string>();
const NAMES = 200;
export const versionKey = ({ id, version }: Version) => `${id} ${version}`;
const nameOf = (schedule: Version) => names.get(versionKey(schedule)) ?? versionKey(schedule);

/** Tries a move on the schedule as a worker has it open; its records are read and sent only to one that has not. */
export async function tryMove(tx: Tx, schedule: Version, place: Place): Promise<Outcome<MoveAnswer, MoveRefusal>> {
  const job = { kind: "preview", key: nameOf(schedule), ...place } as const;
  const told = await reckonSchedule(job);
  if (told !== UNOPENED) return told;
  const again = await reckonSchedule({ ...job, records: await recordsOf(tx) });
  if (again === UNOPENED) throw new Error("assertion: a schedule with its records opens");
  return again;
}

/** Reckons a move. The worker goes on with it under `keyAfter`, which counts once `goOn` says that it was committed. */
export async function reckonMove(tx: Tx, schedule: Version, place: Place): Promise<Outcome<Moved, MoveRefusal>> {
  const keyAfter = `${schedule.id} ${newId()}`;
  const job = { kind: "move", key: nameOf(schedule), newKey: keyAfter, ...place } as const;
  let moved = await reckonSchedule(job);
  if (moved === UNOPENED) moved = await reckonSchedule({ ...job, records: await recordsOf(tx) });
  if (moved === UNOPENED) throw new Error("assertion: a schedule with its records opens");
  return moved.ok ? { ...moved, value: { change: moved.value, keyAfter } } : moved;
}

/** With the next version workers go on where they are. */
export function goOn(tx: Tx, schedule: Version, key = nameOf(schedule)): void {
  afterCommit(tx, () => {
    names.set(versionKey({ id: schedule.id, version: schedule.version + 1 }), key);
    for (const oldest of names.keys()) if (names.size > NAMES) names.delete(oldest);
  });
}

async function recordsOf(tx: Tx) {
  const schedule = await loadCurrentSchedule(tx, { withOrders: false });
  if (!schedule) throw new Error("assertion: the schedule was there a moment ago");
  const { input, operations, method } = schedule;
  return { input, operations, method };
}
