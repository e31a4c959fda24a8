import {
  construct,
  improve,
  median,
  moveOperation,
  openSchedule,
  scheduleFromRecords,
  Timetable,
} from "../domain/planning/index.ts";
import { busyWorks } from "../domain/planning/schedule/busy-works.test-data.ts";
import { randomFactory } from "../domain/planning/schedule/random-factory.test-data.ts";

/**
 * A large factory: 20,000 operations on 200 machines with shifts, set-ups from group to group, machines of other speed, outside work and overlaps.
 * Machines are to be busy nine tenths of the time until the last due date, so that orders are late. Tardiness is weighted, in days.
 * Then a planner's hand: how long the preview of one moved operation takes among `moveOperations` others.
 *
 * @param args `--operations N`, `--machines N`, `--seconds S` for improving
 */
export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const option = (name: string, otherwise: number) =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise;
  const seconds = option("--seconds", 20);
  const operations = option("--operations", 20_000);
  const factory = randomFactory({
    seed: 20_261_123,
    jobs: Math.floor(operations / 10),
    operationsPerJob: 10,
    machines: option("--machines", 200),
    load: 0.9,
  });
  const startedAt = performance.now();
  const first = construct(factory);
  const constructMs = performance.now() - startedAt;
  const constructed = new Timetable(factory, first);
  console.log(
    `${factory.operationCount} operations placed in ${Math.round(constructMs)} ms, ${days(constructed.tardiness)} weighted days late`,
  );
  const until = performance.now() + seconds * 1000;
  const improved = new Timetable(
    factory,
    improve(factory, first, 1, () => performance.now() >= until),
  );
  const totalMs = performance.now() - startedAt;
  console.log(`improved for ${seconds} s: ${days(improved.tardiness)} weighted days late`);
  const moves = timeMoves();
  console.log(`an operation moved among ${moves.moveOperations}: ${moves.moveP50Ms} ms`);
  return {
    operations: factory.operationCount,
    constructMs: Math.round(constructMs),
    totalMs: Math.round(totalMs),
    tardinessConstructed: days(constructed.tardiness),
    tardinessFinal: days(improved.tardiness),
    ...moves,
  };
}

const MOVES = 100;

/** Operations from all over the schedule, each previewed two days later. */
function timeMoves(): { readonly moveP50Ms: number; readonly moveOperations: number } {
  const works = busyWorks(1000, 50);
  const { operations } = scheduleFromRecords(works);
  const schedule = openSchedule(works, operations);
  const { table, compiled } = schedule;
  const took: number[] = [];
  for (let nth = 0; nth < MOVES; nth++) {
    const at = Math.floor((nth * operations.length) / MOVES);
    const { id } = compiled.operations[at]!.checked.record;
    const machine = compiled.machineIds[table.machineOf(at)]!;
    const start = compiled.clock.moment(table.start[at]! + 2880);
    const startedAt = performance.now();
    const moved = moveOperation(schedule, id, machine, start, { isPreview: true });
    took.push(performance.now() - startedAt);
    if (!moved.ok) throw new Error(`a move was refused: ${JSON.stringify(moved.refusals)}`);
  }
  return { moveP50Ms: Math.round(median(took) * 10) / 10, moveOperations: operations.length };
}

function days(minutes: number): number {
  return Math.round(minutes / 14.4) / 100;
}
