import type { ScheduleMethod } from "../../domain/planning/index.ts";
import { addDays, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { afterCommit, announce, audit, type Databases, inJob, newId, settleAll, type Tx } from "../platform/index.ts";
import { loadCalendars, loadCenters } from "./load.store.ts";
import { loadMaterialDays } from "./material-days.service.ts";
import { versionKey } from "./opened-schedule.ts";
import { finishJob } from "./plan-run.store.ts";
import { workInBackground } from "./planner.ts";
import {
  findRunning,
  finishSchedule,
  insertSchedule,
  loadPins,
  lockSchedules,
  markScheduleFailed,
} from "./schedule.store.ts";
import { loadSeen } from "./schedule-changes.store.ts";
import {
  loadAlternativeCenters,
  loadOpenOperations,
  loadOrderTies,
  loadRunningPlaces,
  worksClock,
} from "./schedule-input.store.ts";
import { SCHEDULE_DAYS, type ScheduleRows, scheduleInputOf } from "./schedule-input.ts";
import { leftOutOf } from "./schedule-troubles.ts";
import { reckonSchedule } from "./schedule-workers.ts";

const PATIENCE_SECONDS = 60;
/** Minutes of a schedule do not depend on the seconds of the clock; calendars are read from the day before for night shifts. */
const DAY_BEFORE = -1;

export interface ScheduleWish {
  readonly method: ScheduleMethod;
  readonly seconds: number;
}

/**
 * Begins to make the schedule anew behind the request; people go on with the one before until it is done.
 *
 * @returns refused while one of the company is on its way
 */
export async function startSchedule(tx: Tx, wish: ScheduleWish): Promise<Outcome<{ id: string }, "SCHEDULE_RUNNING">> {
  await lockSchedules(tx);
  const running = await findRunning(tx);
  if (running && !running.isStuck) return refuse("SCHEDULE_RUNNING");
  if (running) await markScheduleFailed(tx, running.id);
  const id = newId();
  const jobEntryId = newId();
  await insertSchedule(tx, { id, ...wish }, jobEntryId);
  await audit(tx, [{ command: "planning.schedule", subjectKind: "schedule", subjectId: id, details: { ...wish } }]);
  await announce(tx, [{ kind: "planning.schedule", subjectId: id }]);
  afterCommit(tx, () =>
    workInBackground(`schedule ${id}`, (databases) => makeSchedule(databases, jobEntryId, id, wish)),
  );
  return ok({ id });
}

/** Loads, reckons in a worker, saves: a transaction each for loading and saving, none while it reckons. */
async function makeSchedule(databases: Databases, jobEntryId: string, id: string, wish: ScheduleWish): Promise<void> {
  const as = <T>(work: (tx: Tx) => Promise<T>) =>
    inJob(databases, jobEntryId, work, { patienceSeconds: PATIENCE_SECONDS });
  try {
    const { seen, ...rows } = await as(loadScheduleRows);
    const input = scheduleInputOf(rows);
    const made = await reckonSchedule({ kind: "make", input, key: versionKey({ id, version: 1 }), ...wish });
    const placed = new Set(made.orders.map(({ orderId }) => orderId));
    const leftOutIds = input.orders.map((order) => order.id).filter((order) => !placed.has(order));
    await as(async (tx) => {
      await lockSchedules(tx);
      await finishSchedule(tx, id, {
        input,
        pins: input.pins,
        operations: made.operations,
        orders: made.orders,
        summary: {
          orderCount: made.orders.length,
          operationCount: made.operations.length,
          leftOutCount: leftOutIds.length,
          isMaterialKnown: rows.materials !== null,
        },
        troubles: leftOutOf(made.troubles, rows),
        leftOutIds,
        seen,
      });
      await announce(tx, [{ kind: "planning.schedule", subjectId: id }]);
    });
  } catch (error) {
    await as(async (tx) => {
      await markScheduleFailed(tx, id);
      await announce(tx, [{ kind: "planning.schedule", subjectId: id }]);
    });
    throw error;
  } finally {
    await as((tx) => finishJob(tx, jobEntryId));
  }
}

async function loadScheduleRows(tx: Tx): Promise<ScheduleRows & { readonly seen: Record<string, string> }> {
  const now = await worksClock(tx);
  // First: what changes while the others are read is told as changed, though it may be in.
  const seen = await loadSeen(tx);
  const today = now.slice(0, 10) as PlainDate;
  const [centers, calendars, operations, pins, alternatives, ties, materials, running] = await settleAll([
    loadCenters(tx),
    loadCalendars(tx, addDays(today, DAY_BEFORE), addDays(today, SCHEDULE_DAYS)),
    loadOpenOperations(tx, today),
    loadPins(tx),
    loadAlternativeCenters(tx),
    loadOrderTies(tx),
    loadMaterialDays(tx),
    loadRunningPlaces(tx),
  ]);
  return { seen, now, centers, calendars, operations, pins, alternatives, ties, materials, running };
}
