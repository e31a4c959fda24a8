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
  | (OpenedSchedule & {
      readonly kind: "move";
      readonly operationId: string;
      readonly machineId: string;
      readonly start: string;
    })
  | (OpenedSchedule & { readonly kind: "settle" });

interface OpenedSchedule {
  readonly input: ScheduleInput;
  readonly operations: readonly ScheduledOperation[];
  readonly orders: readonly Pick<ScheduledOrder, "orderId" | "end" | "lateMinutes">[];
  readonly method: ScheduleMethod;
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
  : Job extends { kind: "move" }
    ? Outcome<MovedSchedule, MoveRefusal>
    : ScheduleChange;

/** More moves than any time allows: time ends it. */
const MANY_MOVES = 100_000_000;

export default function scheduleInWorker(job: ScheduleJob): ScheduleAnswer<ScheduleJob> {
  if (job.kind === "make") {
    const until = performance.now() + job.seconds * 1000;
    return scheduleFromRecords(job.input, {
      method: job.method,
      budgetMoves: job.seconds > 0 ? MANY_MOVES : 0,
      shouldStop: () => performance.now() > until,
    });
  }
  const open = openSchedule(job.input, job.operations, job.method === "backward");
  if (job.kind === "settle") return changeOf(open, job);
  const moved = moveOperation(open, job.operationId, job.machineId, job.start);
  return moved.ok ? { ...moved, value: { answer: moved.value, ...changeOf(open, job) } } : moved;
}

/** Rows that differ from those that were given; of late orders all, because what they wait for may be another now. */
function changeOf({ compiled, table }: OpenSchedule, given: OpenedSchedule): ScheduleChange {
  const told = { ...compiled, factory: { ...compiled.factory, ...pinsOf(table.factory) } };
  const before = new Map(given.operations.map((one) => [one.operationId, one]));
  const orderBefore = new Map(given.orders.map((one) => [one.orderId, one]));
  const operations = compiled.operations
    .map((_, at) => operationRow(told, table, at))
    .filter((row) => {
      const was = before.get(row.operationId);
      return was && (was.start !== row.start || was.end !== row.end || was.machineId !== row.machineId);
    });
  const orders = compiled.orders
    .map((_, job) => orderRow(told, table, job))
    .filter((row) => {
      const was = orderBefore.get(row.orderId);
      return row.lateMinutes > 0 || was?.end !== row.end || was.lateMinutes !== row.lateMinutes;
    });
  return { operations, orders };
}

const pinsOf = ({ pinStart, pinMode }: OpenSchedule["table"]["factory"]) => ({ pinStart, pinMode });
