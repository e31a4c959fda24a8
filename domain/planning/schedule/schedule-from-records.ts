import { type CompiledFactory, compileFactory, dueMinutes } from "./compile.ts";
import { improve } from "./improve.ts";
import type { IsTimeUp } from "./is-time-up.ts";
import { constructWith, type ScheduleMethod } from "./methods.ts";
import type { ScheduledOperation, ScheduledOrder, ScheduleInput, ScheduleResult } from "./schedule-records.ts";
import { Timetable } from "./timetable.ts";
import { whyLate } from "./why-late.ts";
import { NEVER } from "./working-time.ts";

export interface ScheduleOptions {
  readonly method?: ScheduleMethod;
  /** How many moves improving may try; 0 answers the first schedule. A schedule constructed anew counts as 16. */
  readonly budgetMoves?: number;
  /** Asked now and then; true ends improving with the best schedule so far. */
  readonly shouldStop?: IsTimeUp;
  /** The same records, method, moves and seed give the same schedule. */
  readonly seed?: number;
}

const MOVES_PER_ASK = 16;

/**
 * Schedules a factory from its records: who does what on which machine and when, when every order ends, and for late ones why.
 *
 * @example
 * const planned = scheduleFromRecords(input, { method: "forward", budgetMoves: 20_000 });
 * planned.orders.filter(({ lateMinutes }) => lateMinutes > 0).map(({ orderId, whyLate }) => [orderId, whyLate[0]]);
 *
 * @throws assertion when `now` is no moment
 */
export function scheduleFromRecords(input: ScheduleInput, options: ScheduleOptions = {}): ScheduleResult {
  const { method = "forward", budgetMoves = 0, shouldStop = () => false, seed = 1 } = options;
  const compiled = compileFactory(input);
  const first = constructWith(compiled.factory, method);
  let asked = 0;
  const isTimeUp = () => ++asked * MOVES_PER_ASK > budgetMoves || shouldStop();
  const sequence = budgetMoves > 0 ? improve(first.factory, first.sequence, seed, isTimeUp) : first.sequence;
  const table = new Timetable(first.factory, sequence);
  return {
    operations: operationRows(compiled, table),
    orders: compiled.orders.map((_, job) => orderRow(compiled, table, job)),
    troubles: compiled.troubles,
    tardiness: table.tardiness,
  };
}

/** Every operation that finds its time within the horizon, by start. */
function operationRows(compiled: CompiledFactory, table: Timetable): ScheduledOperation[] {
  return [...table.order]
    .filter((at) => table.end[at]! < NEVER)
    .sort((a, b) => table.start[a]! - table.start[b]! || table.rank[a]! - table.rank[b]!)
    .map((at) => operationRow(compiled, table, at));
}

export function operationRow(
  { operations, orders, clock, machineIds, personIds, factory }: CompiledFactory,
  table: Timetable,
  at: number,
): ScheduledOperation {
  const { checked, part, partCount } = operations[at]!;
  const person = table.person[at]!;
  return {
    orderId: orders[factory.job[at]!]!.id,
    operationId: checked.record.id,
    part,
    partCount,
    machineId: machineIds[table.machineOf(at)]!,
    partnerId: checked.record.subcontract?.partnerId ?? null,
    personId: person < 0 ? null : personIds[person - factory.machineCount]!,
    setupStart: clock.moment(Math.min(table.setupAt[at]!, table.start[at]!)),
    start: clock.moment(table.start[at]!),
    end: clock.moment(table.end[at]!),
    isPinned: factory.pinStart[at]! >= 0,
  };
}

export function orderRow(compiled: CompiledFactory, table: Timetable, job: number): ScheduledOrder {
  const { orders, clock } = compiled;
  const end = table.jobEnd[job]!;
  const lateMinutes = table.latenessOf(job);
  return {
    orderId: orders[job]!.id,
    end: end >= NEVER ? null : clock.moment(end),
    dueAt: clock.moment(dueMinutes(orders[job]!, clock)),
    lateMinutes,
    whyLate: lateMinutes > 0 || end >= NEVER ? whyLate(compiled, table, job) : [],
  };
}
