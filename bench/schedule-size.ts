import { construct, improve, Timetable } from "../domain/planning/index.ts";
import { randomFactory } from "../domain/planning/schedule/random-factory.test-data.ts";

/**
 * A large factory: 20,000 operations on 200 machines with shifts, set-ups from group to group, machines of other speed, outside work and overlaps.
 * Machines are to be busy nine tenths of the time until the last due date, so that orders are late. Tardiness is weighted, in days.
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
  return {
    operations: factory.operationCount,
    constructMs: Math.round(constructMs),
    totalMs: Math.round(totalMs),
    tardinessConstructed: days(constructed.tardiness),
    tardinessFinal: days(improved.tardiness),
  };
}

function days(minutes: number): number {
  return Math.round(minutes / 14.4) / 100;
}
