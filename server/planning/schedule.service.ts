import type {
  LateReason,
  MoveAnswer,
  MoveRefusal,
  PinRecord,
  ScheduledOperation,
} from "../../domain/planning/index.ts";
import { type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import { announce, audit, type Tx } from "../platform/index.ts";
import {
  adoptDates,
  findRunning,
  insertStep,
  loadCurrentSchedule,
  lockSchedules,
  putOperations,
  putOrders,
  type StoredSchedule,
  stepSchedule,
  takeLastStep,
} from "./schedule.store.ts";
import type { ScheduleChange } from "./schedule.worker.ts";
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
type Changed = Outcome<
  { readonly version: number },
  "NO_SCHEDULE" | "SCHEDULE_RUNNING" | "STALE_VERSION" | MoveRefusal | "NOTHING_TO_UNDO" | "NOT_PINNED"
>;

/** Orders told of a move: more nobody reads, their count says the rest. */
const TOLD = 30;

/** What a move would change, in names, without changing anything. */
export async function previewMove(
  tx: Tx,
  wish: MoveWish,
  locale: "ja" | "en",
): Promise<Outcome<Consequence, "NO_SCHEDULE" | MoveRefusal>> {
  const schedule = await loadCurrentSchedule(tx, { withOrders: false });
  if (!schedule) return refuse("NO_SCHEDULE");
  const { id, version, input, operations, method } = schedule;
  const key = `${id} ${version}`;
  const moved = await reckonSchedule({ kind: "preview", key, input, operations, method, ...placeOf(wish) });
  return moved.ok ? ok(await tell(tx, moved.value, locale)) : await named(tx, moved);
}

/** Puts an operation on a machine at a time, fixes it there, and moves what must give way. */
export async function applyMove(tx: Tx, wish: MoveWish & { readonly version: number }): Promise<Changed> {
  await lockSchedules(tx);
  if (await isBeingMade(tx)) return refuse("SCHEDULE_RUNNING");
  const schedule = await loadCurrentSchedule(tx);
  if (!schedule) return refuse("NO_SCHEDULE");
  if (schedule.version !== wish.version) return refuse("STALE_VERSION");
  const moved = await reckonMove(schedule, wish);
  if (!moved.ok) return await named(tx, moved);
  const operationId = operationIdOf(wish.workOrderId, wish.operationNumber);
  const pin = { operationId, machineId: machineIdOf(wish.workCenterId, wish.machine), start: wish.start };
  return saveStep(tx, schedule, "move", wish, [...pinsWithout(schedule, operationId), pin], moved.value);
}

/** Lets an operation go where it can: it moves up to where nothing holds it back. */
export async function unpin(tx: Tx, wish: OperationKey & { readonly version: number }): Promise<Changed> {
  await lockSchedules(tx);
  if (await isBeingMade(tx)) return refuse("SCHEDULE_RUNNING");
  const schedule = await loadCurrentSchedule(tx);
  if (!schedule) return refuse("NO_SCHEDULE");
  if (schedule.version !== wish.version) return refuse("STALE_VERSION");
  const operationId = operationIdOf(wish.workOrderId, wish.operationNumber);
  const pins = pinsWithout(schedule, operationId);
  if (pins.length === schedule.pins.length) return refuse("NOT_PINNED");
  const input = { ...schedule.input, pins: schedule.input.pins.filter((pin) => pin.operationId !== operationId) };
  const { operations, orders, method } = schedule;
  const change = await reckonSchedule({ kind: "settle", input, operations, orders, method });
  return saveStep(tx, schedule, "unpin", wish, pins, change);
}

/** Takes the last move or unpinning back: everything stands where it stood. */
export async function undoStep(tx: Tx, version: number): Promise<Changed> {
  await lockSchedules(tx);
  if (await isBeingMade(tx)) return refuse("SCHEDULE_RUNNING");
  const schedule = await loadCurrentSchedule(tx);
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

/** Writes the days of the schedule into the operations of the work orders: the floor, the load and promised dates follow them. */
export async function adoptSchedule(
  tx: Tx,
  version: number,
): Promise<Outcome<{ readonly operationCount: number; readonly orderCount: number }, "NO_SCHEDULE" | "STALE_VERSION">> {
  await lockSchedules(tx);
  const schedule = await loadCurrentSchedule(tx);
  if (!schedule) return refuse("NO_SCHEDULE");
  if (schedule.version !== version) return refuse("STALE_VERSION");
  const { orderIds, operationCount } = await adoptDates(tx, schedule.id);
  await audit(tx, [
    {
      command: "planning.schedule.adopt",
      subjectKind: "schedule",
      subjectId: schedule.id,
      details: { operationCount, orderCount: orderIds.length },
    },
  ]);
  await announce(tx, [
    { kind: "planning.schedule", subjectId: schedule.id },
    ...orderIds.map((subjectId) => ({ kind: "production.order", subjectId })),
  ]);
  return ok({ operationCount, orderCount: orderIds.length });
}

/** What a planner fixes while a new one is made would be lost with the old one. */
async function isBeingMade(tx: Tx): Promise<boolean> {
  const running = await findRunning(tx);
  return running !== undefined && !running.isStuck;
}

const pinsWithout = ({ pins }: StoredSchedule, operationId: string) =>
  pins.filter((pin) => pin.operationId !== operationId);

function reckonMove({ input, operations, orders, method }: StoredSchedule, wish: MoveWish) {
  return reckonSchedule({
    kind: "move",
    input,
    operations,
    orders,
    method,
    ...placeOf(wish),
  });
}

const placeOf = (wish: MoveWish) => ({
  operationId: operationIdOf(wish.workOrderId, wish.operationNumber),
  machineId: machineIdOf(wish.workCenterId, wish.machine),
  start: wish.start,
});

async function saveStep(
  tx: Tx,
  schedule: StoredSchedule,
  kind: "move" | "unpin",
  key: OperationKey,
  pins: readonly PinRecord[],
  change: ScheduleChange,
): Promise<Changed> {
  const pinned = new Set(pins.map(({ operationId }) => operationId));
  const operationId = operationIdOf(key.workOrderId, key.operationNumber);
  const own = schedule.operations.filter((one) => one.operationId === operationId);
  const changed = new Map<string, ScheduledOperation>();
  for (const row of [...own, ...change.operations])
    changed.set(row.operationId, { ...row, isPinned: pinned.has(row.operationId) });
  const orderIds = new Set(change.orders.map(({ orderId }) => orderId));
  const { id, version } = schedule;
  await insertStep(tx, id, kind, key, {
    pins: schedule.pins,
    operations: schedule.operations.filter((row) => changed.has(row.operationId)),
    orders: schedule.orders.filter(({ orderId }) => orderIds.has(orderId)),
  });
  await putOperations(tx, id, [...changed.values()]);
  await putOrders(tx, id, change.orders);
  if ((await stepSchedule(tx, { id, version, pins })) === 0) return refuse("STALE_VERSION");
  const details = { workOrderId: key.workOrderId, operationNumber: key.operationNumber };
  await audit(tx, [{ command: `planning.schedule.${kind}`, subjectKind: "schedule", subjectId: id, details }]);
  await announce(tx, [{ kind: "planning.schedule", subjectId: id }]);
  return ok({ version: version + 1 });
}

async function tell(tx: Tx, answer: MoveAnswer, locale: "ja" | "en"): Promise<Consequence> {
  // The worst news first, then the best.
  const orders = answer.orders.slice(0, TOLD);
  const reasons = [answer.notSooner, ...orders.map((order) => bindingOf(order.whyLate))].filter((one) => one !== null);
  const ids = orders.map(({ orderId }) => `${orderId}/0`);
  const words = await scheduleWords(tx, locale, reasons, ids);
  return {
    start: answer.moved.start,
    end: answer.moved.end,
    notSooner: answer.notSooner && words.reason(answer.notSooner),
    workMinutesBefore: answer.workMinutesBefore,
    workMinutes: answer.workMinutes,
    operationCount: answer.operations.length,
    orderCount: answer.orders.length,
    becameLate: answer.orders.filter((order) => order.becameLate).length,
    inTimeAgain: answer.orders.filter((order) => order.isInTimeAgain).length,
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
): Promise<Extract<Outcome<never, C>, { readonly ok: false }>> {
  const [first] = refused.refusals;
  const id = String(first.values?.["operation"] ?? "");
  if (!id) return refused;
  const words = await scheduleWords(tx, "ja", [], [id]);
  const operation = `${words.numberOf(id.split("/")[0]!)} ${words.operation(id)}`;
  return refuse(first.code, { ...first.values, operation });
}
