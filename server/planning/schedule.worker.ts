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
      readonly input: ScheduleInput;
      readonly method: ScheduleMethod;
      readonly seconds: number;
    }
  | (OpenedSchedule & Place & { readonly kind: "preview"; readonly key: string })
  | (OpenedSchedule & Place & WithOrders & { readonly kind: "move" })
  | (OpenedSchedule & WithOrders & { readonly kind: "settle" });

interface Place {
  readonly operationId: string;
  readonly machineId: string;
  readonly start: string;
}
interface OpenedSchedule {
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
export interface MovedSchedule extends ScheduleChange {
  readonly answer: MoveAnswer;
}
export type ScheduleAnswer<Job extends ScheduleJob> = Job extends { kind: "make" }
  ? ScheduleResult
  : Job extends { kind: "preview" }
    ? Outcome<MoveAnswer, MoveRefusal>
    : Job extends { kind: "move" }
      ? Outcome<MovedSchedule, MoveRefusal>
      : ScheduleChange;

/** More moves than any time allows: time ends it. */
const MANY_MOVES = 100_000_000;

/** Links of a chain of reasons that are kept. */
const REASONS = 8;
const told = (order: ScheduledOrder): ScheduledOrder => ({ ...order, whyLate: order.whyLate.slice(0, REASONS) });

/** The schedule somebody tries moves on; a preview leaves it as it was. */
let tried: { readonly key: string; readonly open: OpenSchedule } | undefined;

export default function scheduleInWorker(job: ScheduleJob): ScheduleAnswer<ScheduleJob> {
  if (job.kind === "make") {
    const until = performance.now() + job.seconds * 1000;
    const made = scheduleFromRecords(job.input, {
      method: job.method,
      budgetMoves: job.seconds > 0 ? MANY_MOVES : 0,
      shouldStop: () => performance.now() > until,
    });
    return { ...made, orders: made.orders.map(told) };
  }
  if (job.kind === "preview") {
    if (tried?.key !== job.key) tried = { key: job.key, open: opened(job) };
    return moveOperation(tried.open, job.operationId, job.machineId, job.start, { isPreview: true });
  }
  const open = opened(job);
  if (job.kind === "settle") return changeOf(open, job);
  const moved = moveOperation(open, job.operationId, job.machineId, job.start);
  return moved.ok ? { ...moved, value: { answer: moved.value, ...changeOf(open, job) } } : moved;
}

const opened = ({ input, operations, method }: OpenedSchedule) =>
  openSchedule(input, operations, method === "backward");

/** Rows that differ from those that were given; orders also where they wait for something else now. */
function changeOf({ compiled, table }: OpenSchedule, given: OpenedSchedule & WithOrders): ScheduleChange {
  const now = { ...compiled, factory: { ...compiled.factory, ...pinsOf(table.factory) } };
  const before = new Map(given.operations.map((one) => [one.operationId, one]));
  const orderBefore = new Map(given.orders.map((one) => [one.orderId, one]));
  const operations = compiled.operations
    .map((_, at) => operationRow(now, table, at))
    .filter((row) => {
      const was = before.get(row.operationId);
      return was && (was.start !== row.start || was.end !== row.end || was.machineId !== row.machineId);
    });
  const orders = compiled.orders
    .map((_, job) => told(orderRow(now, table, job)))
    .filter((row) => {
      const was = orderBefore.get(row.orderId);
      return was?.end !== row.end || !areSame(was.whyLate, row.whyLate);
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
