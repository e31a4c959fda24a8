import {
  type Adoption,
  adoptionOf,
  type LateReason,
  type MoveAnswer,
  type MoveRefusal,
  type PinRecord,
  type ScheduledOperation,
} from "../../domain/planning/index.ts";
import { type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import { announce, audit, type Tx } from "../platform/index.ts";
import { movePromisedWork } from "../production/index.ts";
import { goOn, reckonMove, tryMove } from "./opened-schedule.ts";
import {
  findCurrent,
  findRunning,
  insertStep,
  loadCurrentSchedule,
  loadScheduledOperations,
  loadScheduledOrders,
  lockSchedules,
  putOperations,
  putOrders,
  type StoredSchedule,
  stepSchedule,
  takeLastStep,
} from "./schedule.store.ts";
import type { ScheduleChange } from "./schedule.worker.ts";
import { loadAdoptionRows, putAdopted } from "./schedule-adoption.store.ts";
import { machineIdOf, operationIdOf } from "./schedule-input.ts";
import { type ScheduleReason, scheduleWords } from "./schedule-words.ts";
import { reckonSchedule } from "./schedule-workers.ts";

export interface OperationKey {
  readonly workOrderId: string;
  readonly operationNumber: number;
}
export interface MoveWish extends OperationKey {
  readonly workCenterId: string;
  readonly machine: number;
  readonly start: string;
}
export interface Consequence {
  readonly start: string;
  readonly end: string;
  readonly notSooner: ScheduleReason | null;
  readonly workMinutesBefore: number;
  readonly workMinutes: number;
  readonly operationCount: number;
  readonly orderCount: number;
  readonly becameLate: number;
  readonly inTimeAgain: number;
  readonly orders: readonly {
    readonly workOrderId: string;
    readonly number: string;
    readonly endBefore: string | null;
    readonly end: string | null;
    readonly dueAt: string;
    readonly changeMinutes: number;
    readonly lateMinutes: number;
    readonly becameLate: boolean;
    readonly isInTimeAgain: boolean;
    readonly why: ScheduleReason | null;
  }[];
}
/** What adopting changes: operations with other days or another work centre, and where those go that change theirs. */
export interface AdoptionAnswer extends Pick<Adoption, "moves" | "begunCount" | "notAlternativeCount"> {
  readonly operationCount: number;
  readonly orderCount: number;
  readonly movedCount: number;
}
type Changed = Outcome<
  { readonly version: number },
  "NO_SCHEDULE" | "SCHEDULE_RUNNING" | "STALE_VERSION" | MoveRefusal | "NOTHING_TO_UNDO" | "NOT_PINNED"
>;

type Locale = "ja" | "en";

/** What a move would change, in names, without changing anything. */
export async function previewMove(
  tx: Tx,
  wish: MoveWish,
  locale: Locale,
): Promise<Outcome<Consequence, "NO_SCHEDULE" | MoveRefusal>> {
  const schedule = await findCurrent(tx);
  if (!schedule) return refuse("NO_SCHEDULE");
  const moved = await tryMove(tx, schedule, placeOf(wish));
  return moved.ok ? ok(await tell(tx, moved.value, locale)) : await named(tx, moved, locale);
}

/**
 * Puts an operation on a machine at a time, fixes it there, and moves what must give way. Nobody else waits while it is reckoned: whoever was faster
 * meanwhile has made another version of it.
 */
export async function applyMove(
  tx: Tx,
  wish: MoveWish & { readonly version: number },
  locale: Locale,
): Promise<Changed> {
  const schedule = await findCurrent(tx);
  if (!schedule) return refuse("NO_SCHEDULE");
  if (schedule.version !== wish.version) return refuse("STALE_VERSION");
  const place = placeOf(wish);
  const moved = await reckonMove(tx, schedule, place);
  if (!moved.ok) return await named(tx, moved, locale);
  const taken = await takeVersion(tx, schedule);
  if (!taken.ok) return taken;
  const { change, keyAfter } = moved.value;
  goOn(tx, schedule, keyAfter);
  return saveStep(tx, schedule, "move", wish, [...pinsWithout(schedule, place.operationId), place], change);
}

/** Lets an operation go where it can: it moves up to where nothing holds it back. */
export async function unpin(tx: Tx, wish: OperationKey & { readonly version: number }): Promise<Changed> {
  const schedule = await loadCurrentSchedule(tx);
  if (!schedule) return refuse("NO_SCHEDULE");
  if (schedule.version !== wish.version) return refuse("STALE_VERSION");
  const operationId = operationIdOf(wish.workOrderId, wish.operationNumber);
  const pins = pinsWithout(schedule, operationId);
  if (pins.length === schedule.pins.length) return refuse("NOT_PINNED");
  const input = { ...schedule.input, pins: schedule.input.pins.filter((pin) => pin.operationId !== operationId) };
  const { operations, orders, method } = schedule;
  const change = await reckonSchedule({ kind: "settle", input, operations, orders, method });
  const taken = await takeVersion(tx, schedule);
  return taken.ok ? saveStep(tx, schedule, "unpin", wish, pins, change) : taken;
}

/** Holds the company's schedule until the transaction ends, if it is still the version something was reckoned with. */
async function takeVersion(
  tx: Tx,
  { id, version }: Pick<StoredSchedule, "id" | "version">,
): Promise<Outcome<null, "SCHEDULE_RUNNING" | "STALE_VERSION">> {
  await lockSchedules(tx);
  if (await isBeingMade(tx)) return refuse("SCHEDULE_RUNNING");
  const now = await findCurrent(tx);
  return now?.id === id && now.version === version ? ok(null) : refuse("STALE_VERSION");
}

/** Takes the last move or unpinning back: everything stands where it stood. */
export async function undoStep(tx: Tx, version: number): Promise<Changed> {
  await lockSchedules(tx);
  if (await isBeingMade(tx)) return refuse("SCHEDULE_RUNNING");
  const schedule = await findCurrent(tx);
  if (!schedule) return refuse("NO_SCHEDULE");
  if (schedule.version !== version) return refuse("STALE_VERSION");
  const step = await takeLastStep(tx, schedule.id);
  if (!step) return refuse("NOTHING_TO_UNDO");
  await putOperations(tx, schedule.id, step.before.operations);
  await putOrders(tx, schedule.id, step.before.orders);
  await stepSchedule(tx, { ...schedule, pins: step.before.pins });
  await audit(tx, [
    {
      command: "planning.schedule.undo",
      subjectKind: "schedule",
      subjectId: schedule.id,
      details: { workOrderId: step.workOrderId, operationNumber: step.operationNumber },
    },
  ]);
  await announce(tx, [{ kind: "planning.schedule", subjectId: schedule.id }]);
  return ok({ version: version + 1 });
}

/** What adopting would change, without changing anything. */
export async function previewAdoption(tx: Tx): Promise<Outcome<AdoptionAnswer, "NO_SCHEDULE">> {
  const schedule = await findCurrent(tx);
  if (!schedule) return refuse("NO_SCHEDULE");
  return ok(countsOf(adoptionOf(await loadAdoptionRows(tx, schedule.id, { lock: false }))));
}

/**
 * Writes the days of the schedule into the operations of the work orders, and where those that are not begun are to be done: the floor, the load and
 * promised dates follow them.
 */
export async function adoptSchedule(
  tx: Tx,
  version: number,
): Promise<Outcome<AdoptionAnswer, "NO_SCHEDULE" | "STALE_VERSION">> {
  await lockSchedules(tx);
  const schedule = await findCurrent(tx);
  if (!schedule) return refuse("NO_SCHEDULE");
  if (schedule.version !== version) return refuse("STALE_VERSION");
  goOn(tx, schedule);
  const adoption = adoptionOf(await loadAdoptionRows(tx, schedule.id, { lock: true }));
  await putAdopted(tx, schedule.id, adoption.changes);
  if (adoption.movedOrderIds.length > 0) await movePromisedWork(tx, adoption.movedOrderIds);
  const counts = countsOf(adoption);
  const { operationCount, orderCount, movedCount } = counts;
  await audit(tx, [
    {
      command: "planning.schedule.adopt",
      subjectKind: "schedule",
      subjectId: schedule.id,
      details: { operationCount, orderCount, movedCount },
    },
  ]);
  await announce(tx, [
    { kind: "planning.schedule", subjectId: schedule.id },
    ...changedOrders(adoption).map((subjectId) => ({ kind: "production.order", subjectId })),
    // The orders name the work centres their work is at now; who reckons with those it left would not hear of it.
    ...[...new Set(adoption.moves.map(({ fromId }) => fromId))].map((subjectId) => ({ kind: "workload", subjectId })),
  ]);
  return ok(counts);
}

const changedOrders = ({ changes }: Adoption) => [...new Set(changes.map(({ workOrderId }) => workOrderId))];

function countsOf(adoption: Adoption): AdoptionAnswer {
  const { changes, moves, begunCount, notAlternativeCount } = adoption;
  return {
    operationCount: changes.length,
    orderCount: changedOrders(adoption).length,
    movedCount: moves.reduce((sum, { count }) => sum + count, 0),
    ...{ moves, begunCount, notAlternativeCount },
  };
}

/** What a planner fixes while a new one is made would be lost with the old one. */
async function isBeingMade(tx: Tx): Promise<boolean> {
  const running = await findRunning(tx);
  return running !== undefined && !running.isStuck;
}

const pinsWithout = ({ pins }: Pick<StoredSchedule, "pins">, operationId: string) =>
  pins.filter((pin) => pin.operationId !== operationId);

const placeOf = (wish: MoveWish) => ({
  operationId: operationIdOf(wish.workOrderId, wish.operationNumber),
  machineId: machineIdOf(wish.workCenterId, wish.machine),
  start: wish.start,
});

async function saveStep(
  tx: Tx,
  schedule: Pick<StoredSchedule, "id" | "version" | "pins">,
  kind: "move" | "unpin",
  key: OperationKey,
  pins: readonly PinRecord[],
  change: ScheduleChange,
): Promise<Changed> {
  const pinned = new Set(pins.map(({ operationId }) => operationId));
  const operationId = operationIdOf(key.workOrderId, key.operationNumber);
  const { id, version } = schedule;
  const ids = [...new Set([operationId, ...change.operations.map((one) => one.operationId)])];
  const before = await loadScheduledOperations(tx, id, ids);
  const own = before.filter((one) => one.operationId === operationId);
  const changed = new Map<string, ScheduledOperation>();
  for (const row of [...own, ...change.operations])
    changed.set(row.operationId, { ...row, isPinned: pinned.has(row.operationId) });
  const orderIds = change.orders.map(({ orderId }) => orderId);
  await insertStep(tx, id, kind, key, {
    pins: schedule.pins,
    operations: before,
    orders: await loadScheduledOrders(tx, id, orderIds),
  });
  await putOperations(tx, id, [...changed.values()]);
  await putOrders(tx, id, change.orders);
  if ((await stepSchedule(tx, { id, version, pins })) === 0) return refuse("STALE_VERSION");
  const details = { workOrderId: key.workOrderId, operationNumber: key.operationNumber };
  await audit(tx, [{ command: `planning.schedule.${kind}`, subjectKind: "schedule", subjectId: id, details }]);
  await announce(tx, [{ kind: "planning.schedule", subjectId: id }]);
  return ok({ version: version + 1 });
}

async function tell(tx: Tx, answer: MoveAnswer, locale: Locale): Promise<Consequence> {
  const { orders, counts } = answer;
  const reasons = [answer.notSooner, ...orders.map((order) => bindingOf(order.whyLate))].filter((one) => one !== null);
  const ids = orders.map(({ orderId }) => `${orderId}/0`);
  const words = await scheduleWords(tx, locale, reasons, ids);
  return {
    start: answer.moved.start,
    end: answer.moved.end,
    notSooner: answer.notSooner && words.reason(answer.notSooner),
    workMinutesBefore: answer.workMinutesBefore,
    workMinutes: answer.workMinutes,
    operationCount: counts.operations,
    orderCount: counts.orders,
    becameLate: counts.becameLate,
    inTimeAgain: counts.inTimeAgain,
    orders: orders.map((order) => {
      const why = bindingOf(order.whyLate);
      return {
        workOrderId: order.orderId,
        number: words.numberOf(order.orderId),
        endBefore: order.endBefore,
        end: order.end,
        dueAt: order.dueAt,
        changeMinutes: order.changeMinutes,
        lateMinutes: order.lateMinutes,
        becameLate: order.becameLate,
        isInTimeAgain: order.isInTimeAgain,
        why: why && words.reason(why),
      };
    }),
  };
}

/** The first that is more than "the operation before": what somebody could change. */
function bindingOf(reasons: readonly LateReason[]): LateReason | null {
  return reasons.find(({ code }) => code !== "WAITS_FOR_OPERATION") ?? reasons[0] ?? null;
}

/** Refusals of a move speak of ids; people know numbers and names. */
async function named<C extends string>(
  tx: Tx,
  refused: Extract<Outcome<unknown, C>, { readonly ok: false }>,
  locale: Locale,
): Promise<Extract<Outcome<never, C>, { readonly ok: false }>> {
  const [first] = refused.refusals;
  const id = String(first.values?.["operation"] ?? "");
  if (!id) return refused;
  const words = await scheduleWords(tx, locale, [], [id]);
  const operation = `${words.numberOf(id.split("/")[0]!)} ${words.operation(id)}`;
  return refuse(first.code, { ...first.values, operation });
}
