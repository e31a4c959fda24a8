import {
  type MoveAnswer,
  type MoveRefusal,
  moveOperation,
  type OpenSchedule,
  openSchedule,
  operationRow,
  orderRow,
  type ScheduledOperation,
  type ScheduledOrder,
  type ScheduleInput,
  type ScheduleMethod,
  type ScheduleResult,
  scheduleFromRecords,
} from "../../domain/planning/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";

/** Makes a schedule, or changes one that was made: everything that takes longer than the server's thread may be held. */
export type ScheduleJob =
  | {
      readonly kind: "make";
      /** Under which it stays open for the first move. */
      readonly key: string;
      readonly input: ScheduleInput;
      readonly method: ScheduleMethod;
      readonly seconds: number;
    }
  | (Opening & Place & { readonly kind: "preview" })
  | (Opening & Place & { readonly kind: "move"; readonly newKey: string })
  | (ScheduleRecords & WithOrders & { readonly kind: "settle" });

/** Which schedule, and its records for a worker that has not opened it yet. */
interface Opening {
  readonly key: string;
  readonly records?: ScheduleRecords;
}

interface Place {
  readonly operationId: string;
  readonly machineId: string;
  readonly start: string;
}
export interface ScheduleRecords {
  readonly input: ScheduleInput;
  readonly operations: readonly ScheduledOperation[];
  readonly method: ScheduleMethod;
}
interface WithOrders {
  readonly orders: readonly ScheduledOrder[];
}

/** What stands elsewhere now, and why orders are late now. */
export interface ScheduleChange {
  readonly operations: readonly ScheduledOperation[];
  readonly orders: readonly ScheduledOrder[];
}
/** The worker has not opened it: it must be asked again, with the records. */
export const UNOPENED = "unopened";
export type ScheduleAnswer<Job extends ScheduleJob> = Job extends { kind: "make" }
  ? ScheduleResult
  : Job extends { kind: "preview" }
    ? Outcome<MoveAnswer, MoveRefusal> | typeof UNOPENED
    : Job extends { kind: "move" }
      ? Outcome<ScheduleChange, MoveRefusal> | typeof UNOPENED
      : ScheduleChange;

/** More moves than any time allows: time ends it. */
const MANY_MOVES = 100_000_000;

/** Orders told of a move: more nobody reads, their count says the rest. */
const TOLD = 30;

/** Links of a chain of reasons that are kept. */
const REASONS = 8;
const told = (order: ScheduledOrder): ScheduledOrder => ({ ...order, whyLate: order.whyLate.slice(0, REASONS) });

/** Schedules people try moves on, the one used last at the end; a preview leaves them as they were. */
const kept = new Map<string, OpenSchedule>();
const KEPT = 3;

function keep(key: string, open: OpenSchedule): void {
  kept.delete(key);
  kept.set(key, open);
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
}

export default function scheduleInWorker(job: ScheduleJob): ScheduleAnswer<ScheduleJob> {
  if (job.kind === "make") {
    const until = performance.now() + job.seconds * 1000;
    const made = scheduleFromRecords(job.input, {
      method: job.method,
      budgetMoves: job.seconds > 0 ? MANY_MOVES : 0,
      shouldStop: () => performance.now() > until,
    });
    keep(job.key, opened({ ...job, operations: made.operations }));
    return { ...made, orders: made.orders.map(told) };
  }
  if (job.kind === "settle") {
    const open = opened(job);
    const operations = new Map(job.operations.map((one) => [one.operationId, one]));
    return changeOf(open, operations, new Map(job.orders.map((one) => [one.orderId, one])));
  }
  const open = kept.get(job.key) ?? (job.records && opened(job.records));
  if (!open) return UNOPENED;
  keep(job.key, open);
  const { operationId, machineId, start } = job;
  if (job.kind === "preview")
    return moveOperation(open, operationId, machineId, start, { isPreview: true, most: TOLD });
  const rows = rowsOf(open);
  // As it was stored: what opening it moved up is written as well.
  const operations = job.records?.operations ?? rows.operations;
  const moved = moveOperation(open, operationId, machineId, start, { most: 0 });
  if (!moved.ok) return moved;
  kept.delete(job.key);
  // Just in time nothing starts sooner than it stands: where it stands now only opening it anew knows.
  if (!open.keepsStarts) keep(job.newKey, open);
  const before = new Map(operations.map((one) => [one.operationId, one]));
  return { ...moved, value: changeOf(open, before, new Map(rows.orders.map((one) => [one.orderId, one]))) };
}

const opened = ({ input, operations, method }: ScheduleRecords) =>
  openSchedule(input, operations, method === "backward");

function rowsOf({ compiled, table }: OpenSchedule): ScheduleChange {
  const now = { ...compiled, factory: { ...compiled.factory, ...pinsOf(table.factory) } };
  return {
    operations: compiled.operations.map((_, at) => operationRow(now, table, at)),
    orders: compiled.orders.map((_, job) => told(orderRow(now, table, job))),
  };
}

/** Rows that differ from those before; orders also where they wait for something else now, or an operation of theirs stands elsewhere. */
function changeOf(
  open: OpenSchedule,
  before: ReadonlyMap<string, ScheduledOperation>,
  ordersBefore: ReadonlyMap<string, ScheduledOrder>,
): ScheduleChange {
  const now = rowsOf(open);
  const operations = now.operations.filter((row) => {
    const was = before.get(row.operationId);
    return was && (was.start !== row.start || was.end !== row.end || was.machineId !== row.machineId);
  });
  const touched = new Set(operations.map(({ orderId }) => orderId));
  const orders = now.orders.filter((row) => {
    const was = ordersBefore.get(row.orderId);
    return touched.has(row.orderId) || was?.end !== row.end || !areSame(was.whyLate, row.whyLate);
  });
  return { operations, orders };
}

/** By content: what was stored may have its keys in another order. */
function areSame(a: ScheduledOrder["whyLate"], b: ScheduledOrder["whyLate"]): boolean {
  if (a.length !== b.length) return false;
  return a.every((one, at) => {
    const other = b[at]!;
    return one.code === other.code && Object.keys(one.values).every((key) => one.values[key] === other.values[key]);
  });
}

const pinsOf = ({ pinStart, pinMode }: OpenSchedule["table"]["factory"]) => ({ pinStart, pinMode });
