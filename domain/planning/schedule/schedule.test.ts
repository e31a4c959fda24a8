import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultsOf } from "./check-schedule.test-data.ts";
import { construct } from "./construct.ts";
import type { Factory } from "./factory.ts";
import { improve } from "./improve.ts";
import { pick, seededRandom } from "./random.ts";
import { randomFactory } from "./random-factory.test-data.ts";
import { Timetable } from "./timetable.ts";

const factories = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    jobs: fc.integer({ min: 2, max: 14 }),
    operationsPerJob: fc.integer({ min: 1, max: 5 }),
    machines: fc.integer({ min: 3, max: 6 }),
    people: fc.integer({ min: 0, max: 4 }),
  })
  .map((options) => randomFactory({ ...options, days: 8, load: 0.9 }));

const times = (table: Timetable) => ({
  mode: table.mode,
  person: table.person,
  setupAt: table.setupAt,
  start: table.start,
  end: table.end,
});
const counted = (asks: number) => {
  let count = 0;
  return () => ++count > asks;
};

describe("a finite schedule", () => {
  test("keeps working times, waits, set-ups, people and one operation at a time", () => {
    fc.assert(
      fc.property(factories, (factory) => {
        expect(faultsOf(factory, times(new Timetable(factory, construct(factory))))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("is right and no later after it was improved; the same seed and moves give the same schedule", () => {
    fc.assert(
      fc.property(factories, fc.integer(), (factory, seed) => {
        const first = construct(factory);
        const better = new Timetable(factory, improve(factory, first, seed, counted(40)));
        expect(faultsOf(factory, times(better))).toEqual([]);
        expect(better.tardiness).toBeLessThanOrEqual(new Timetable(factory, first).tardiness);
        const again = new Timetable(factory, improve(factory, first, seed, counted(40)));
        expect(times(again)).toEqual(times(better));
      }),
      { numRuns: 30 },
    );
  });

  test("is not improved at the cost of what a person pinned", () => {
    fc.assert(
      fc.property(factories, fc.integer(), (free, seed) => {
        const table = new Timetable(free, construct(free));
        const pinStart = table.start.map((start, at) => (at % 3 === 0 && start < 100_000 ? start : -1));
        const factory = { ...free, pinStart, pinMode: table.mode.map((mode, at) => (pinStart[at]! < 0 ? -1 : mode)) };
        const first = construct(factory);
        const delayOf = (sequence: typeof first) =>
          new Timetable(factory, sequence).start.reduce(
            (sum, start, at) => sum + (pinStart[at]! < 0 ? 0 : start - pinStart[at]!),
            0,
          );
        expect(delayOf(improve(factory, first, seed, counted(60)))).toBeLessThanOrEqual(delayOf(first));
      }),
      { numRuns: 20 },
    );
  });

  test("a change re-reckons to what a full reckoning gives, and taken back leaves all as it was", () => {
    fc.assert(
      fc.property(factories, fc.integer({ min: 1, max: 9999 }), (factory, seed) => {
        const random = seededRandom(seed);
        const table = new Timetable(factory, construct(factory));
        for (let change = 0; change < 20; change++) {
          const before = snapshot(table);
          const isDone = changeSomething(factory, table, random);
          const full = new Timetable(factory, table.sequence());
          expect(times(full)).toEqual(times(table));
          expect(full.tardiness).toBeCloseTo(table.tardiness, 6);
          if (!isDone) expect(snapshot(table)).toEqual(before);
          else if (random() < 0.5) {
            table.undo();
            expect(snapshot(table)).toEqual(before);
          } else table.keep();
        }
      }),
      { numRuns: 30 },
    );
  });
});

function snapshot(table: Timetable) {
  const { machineBefore, machineAfter, personBefore, personAfter, order, rank, jobEnd } = table;
  return structuredClone({
    ...times(table),
    machineBefore,
    machineAfter,
    personBefore,
    personAfter,
    order,
    rank,
    jobEnd,
  });
}

function changeSomething(factory: Factory, table: Timetable, random: () => number): boolean {
  const operation = pick(random, factory.operationCount);
  const first = factory.modeFirst[operation]!;
  const mode = first + pick(random, factory.modeFirst[operation + 1]! - first);
  const same = [...table.order].filter(
    (other) => other !== operation && table.machineOf(other) === factory.modeMachine[mode],
  );
  const behind = same.length === 0 || random() < 0.2 ? -1 : same[pick(random, same.length)]!;
  return table.put(operation, mode, behind);
}
