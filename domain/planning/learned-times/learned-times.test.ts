import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leadTimesOfItems } from "./lead-times-of-items.ts";
import { learnTimes, type WorkedOrder } from "./learn-times.ts";
import { predictLeadTime } from "./predict-lead-time.ts";
import { weightedQuantile } from "./robust.ts";
import { eventsFromLog, minutesOfMoment, momentOfMinutes, type WorkEvent, type WorkLogRow } from "./work-event.ts";

const event = (change: Partial<WorkEvent>): WorkEvent => ({
  order: "W-1",
  part: "shaft",
  orderQuantity: 10,
  operation: "turn",
  machine: "L-1",
  person: null,
  startAt: 0,
  endAt: 60,
  good: 10,
  rejected: 0,
  ...change,
});

describe("learned times", () => {
  test("are exact where work is exact, although one report in five is wrong", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 5, maxLength: 5 }),
        (setup, perUnit, wrong) => {
          const events = Array.from({ length: 25 }, (_, at) =>
            event({
              order: `W-${at}`,
              good: at + 1,
              startAt: at * 10_000,
              endAt: at * 10_000 + (at % 5 === 0 ? wrong[at / 5]! : setup + perUnit * (at + 1)),
            }),
          );
          const [times] = learnTimes(events).operations;
          expect(times!.minutesPerUnit).toBeCloseTo(perUnit, 6);
          expect(times!.setupMinutes).toBeCloseTo(setup, 4);
        },
      ),
    );
  });

  test("do not depend on the order of the reports, and grow with the clock", () => {
    const some = fc.array(
      fc.record({
        order: fc.constantFrom("W-1", "W-2", "W-3"),
        operation: fc.constantFrom("turn", "grind"),
        startAt: fc.nat(5000),
        minutes: fc.nat(500),
        good: fc.nat(20),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(some, fc.nat(), (rows, turn) => {
        const events = rows.map(({ minutes, ...row }) => event({ ...row, endAt: row.startAt + minutes }));
        const turned = events.map((_, at) => events[(at + turn) % events.length]!);
        expect(learnTimes(turned)).toEqual(learnTimes(events));
        const slow = learnTimes(events.map((one) => ({ ...one, startAt: one.startAt * 2, endAt: one.endAt * 2 })));
        learnTimes(events).leadTimes.forEach(({ days }, at) => {
          expect(slow.leadTimes[at]!.days.median).toBeCloseTo(2 * days.median, 9);
        });
      }),
    );
  });

  test("a queue is the time since the operation before; reports of one operation are one", () => {
    const learned = learnTimes([
      event({ endAt: 30, good: 5 }),
      event({ startAt: 100, endAt: 130, good: 5 }),
      event({ operation: "grind", startAt: 400, endAt: 500 }),
    ]);
    expect(learned.queues).toEqual([
      { operation: "grind", machine: "L-1", minutes: { low: 270, median: 270, high: 270 }, orderCount: 1 },
    ]);
    expect(learned.operations.find(({ operation }) => operation === "turn")).toMatchObject({
      minutesPerUnit: 6,
      setupMinutes: 0,
      orderCount: 1,
    });
  });
});

describe("lead times of items", () => {
  const order = (part: string, days: number): WorkedOrder => ({
    order: `${part} ${days}`,
    part,
    quantity: 1,
    firstOperation: "turn",
    startAt: 0,
    endAt: days * 1440,
  });
  const days = ({ startAt, endAt }: WorkedOrder) => (endAt - startAt) / 1440;

  test("are the middle one, and the whole days in which four of five are done", () => {
    const told = leadTimesOfItems(
      [3, 1, 2, 9, 4].map((count) => order("shaft", count)),
      days,
    );
    expect(told).toEqual([{ itemId: "shaft", medianDays: 3, daysOfMost: 4, orderCount: 5 }]);
  });

  test("at least 80 % of the orders keep the days of most, and with a day less they would not", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 }), (list) => {
        const [told] = leadTimesOfItems(
          list.map((count) => order("shaft", count)),
          days,
        );
        const within = (limit: number) => list.filter((one) => one <= limit).length / list.length;
        expect(within(told!.daysOfMost)).toBeGreaterThanOrEqual(0.8 - 1e-9);
        expect(within(told!.daysOfMost - 1)).toBeLessThan(0.8);
      }),
    );
  });
});

describe("a moment", () => {
  test("is written as it is read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000_000 }), fc.constantFrom(0, 0.5), (minute, part) => {
        expect(minutesOfMoment(momentOfMinutes(minute + part))).toBeCloseTo(minute + part, 6);
      }),
    );
    expect(momentOfMinutes(minutesOfMoment("2026/11/02T08:30:15")!)).toBe("2026-11-02 08:30:15");
  });
});

describe("a predicted lead time", () => {
  const order = fc.record({
    order: fc.string(),
    part: fc.constantFrom("a", "b"),
    quantity: fc.integer({ min: 0, max: 500 }),
    firstOperation: fc.constantFrom("turn", "grind"),
    startAt: fc.nat(100_000),
    minutes: fc.nat(50_000),
  });
  const orders = fc
    .array(order, { maxLength: 30 })
    .map((list) => list.map(({ minutes, ...one }): WorkedOrder => ({ ...one, endAt: one.startAt + minutes })));

  test("rests on what was finished before alone", () => {
    fc.assert(
      fc.property(orders, fc.nat(100_000), (list, startAt) => {
        const asked = { part: "a", quantity: 20, firstOperation: "turn", startAt };
        const predicted = predictLeadTime(list, asked);
        const before = list.filter(({ endAt }) => endAt < startAt);
        expect(predicted).toEqual(predictLeadTime(before, asked));
        if (before.length === 0) expect(predicted).toBeNull();
        else {
          const days = before.map((one) => (one.endAt - one.startAt) / 1440);
          expect(predicted!.days.low).toBeGreaterThanOrEqual(Math.min(...days));
          expect(predicted!.days.high).toBeLessThanOrEqual(Math.max(...days));
          expect(predicted!.days.low).toBeLessThanOrEqual(predicted!.days.median);
          expect(predicted!.days.median).toBeLessThanOrEqual(predicted!.days.high);
        }
      }),
    );
  });

  test("a heavier value wins the weighted median", () => {
    expect(weightedQuantile([1, 2, 30], [1, 1, 3], 0.5)).toBe(30);
    expect(weightedQuantile([30, 2, 1], [1, 1, 1], 0.5)).toBe(2);
  });
});

describe("a log", () => {
  const row: WorkLogRow = {
    order: "W-1",
    part: "shaft",
    orderQuantity: "10",
    operation: "turn",
    machine: "L-1",
    person: "",
    startedAt: "",
    completedAt: "2026-03-02 10:30:00",
    minutes: "90",
    good: "9",
    rejected: "1",
  };
  test("is read with its start from the minutes or as it stands", () => {
    const read = eventsFromLog([row, { ...row, startedAt: "2026/03/02 09:00", minutes: "" }]);
    expect(read.ok && read.value[0]).toEqual(read.ok && read.value[1]);
    expect(read.ok && read.value[0]!.endAt - read.value[0]!.startAt).toBe(90);
  });
  test("is refused with every cell that cannot be read", () => {
    const read = eventsFromLog([
      { ...row, completedAt: "yesterday" },
      { ...row, good: "-1", startedAt: "2026-03-03 09:00" },
      { ...row, completedAt: "2026-02-30 10:00", orderQuantity: "" },
    ]);
    expect(!read.ok && read.refusals.map(({ code, field }) => `${field} ${code}`)).toEqual([
      "0.completedAt LOG_TIME_UNREADABLE",
      "1.startedAt LOG_ENDS_BEFORE_START",
      "1.good LOG_NUMBER_UNREADABLE",
      "2.completedAt LOG_TIME_UNREADABLE",
      "2.orderQuantity LOG_NUMBER_UNREADABLE",
    ]);
  });
});
