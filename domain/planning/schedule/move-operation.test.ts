import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../shared/index.ts";
import { busyWorks } from "./busy-works.test-data.ts";
import { faultsOf } from "./check-schedule.test-data.ts";
import { moveOperation, openSchedule } from "./move-operation.ts";
import { scheduleFromRecords } from "./schedule-from-records.ts";
import type { ScheduleInput } from "./schedule-records.ts";
import { operation, order, works } from "./small-works.test-data.ts";

const open = (input: ScheduleInput) => openSchedule(input, scheduleFromRecords(input).operations);

describe("an operation that is moved", () => {
  // W-1 is done at 9:00, W-2 at 10:00 and W-3 on the other lathe at 8:30.
  const input = works([
    order("W-1", [operation("a")], { dueOn: "2026-12-07", dueMinute: 600 }),
    order("W-2", [operation("b")], { dueOn: "2026-12-07", dueMinute: 720 }),
    order("W-3", [operation("c", { machineIds: ["Lathe-1", "Lathe-2"] })], { dueOn: "2026-12-07", dueMinute: 900 }),
  ]);

  test("is pinned, makes room for itself and tells who becomes late and why", () => {
    const moved = moveOperation(open(input), "c", "Lathe-1", "2026-12-07T08:00");
    expect(moved.ok && moved.value).toMatchObject({
      moved: { machineId: "Lathe-1", start: "2026-12-07T08:00", end: "2026-12-07T09:00", isPinned: true },
      notSooner: null,
      orders: [
        {
          orderId: "W-1",
          end: "2026-12-07T10:00",
          endBefore: "2026-12-07T09:00",
          changeMinutes: 60,
          becameLate: false,
          lateMinutes: 0,
        },
        { orderId: "W-2", changeMinutes: 60, becameLate: false },
        { orderId: "W-3", changeMinutes: 30, becameLate: false },
      ],
    });
    const later = moveOperation(open(input), "a", "Lathe-1", "2026-12-07T11:00");
    expect(
      later.ok && later.value.orders.map(({ orderId, becameLate, whyLate }) => [orderId, becameLate, whyLate[0]?.code]),
    ).toEqual([
      ["W-1", true, "PINNED"],
      ["W-2", false, undefined],
    ]);
  });

  test("a preview changes nothing; the same move answers the same", () => {
    const schedule = open(input);
    const before = structuredClone({ start: schedule.table.start, end: schedule.table.end });
    const preview = moveOperation(schedule, "b", "Lathe-1", "2026-12-07T08:00", { isPreview: true });
    expect({ start: schedule.table.start, end: schedule.table.end }).toEqual(before);
    expect(schedule.table.factory.pinStart.every((start) => start < 0)).toBe(true);
    expect(moveOperation(schedule, "b", "Lathe-1", "2026-12-07T08:00")).toEqual(preview);
    expect(schedule.table.start).not.toEqual(before.start);
  });

  test("is refused where it, or what follows it, finds no time within the horizon; all stays as it was", () => {
    const chain = works([order("W", [operation("a"), operation("b", { machineIds: ["Weld-1"] })])]);
    const schedule = open(chain);
    const before = structuredClone({ start: schedule.table.start, end: schedule.table.end });
    const until = addDays("2026-12-07", chain.horizonDays - 1);
    for (const [name, operationId, machine, start] of [
      ["far beyond", "a", "Lathe-1", "2099-01-01T08:00"],
      ["the day after", "a", "Lathe-1", `${addDays(until, 1)}T00:00`],
      ["no time for itself", "b", "Weld-1", `${until}T23:59`],
      ["no time for what follows", "a", "Lathe-1", `${until}T16:00`],
    ] as const) {
      const moved = moveOperation(schedule, operationId, machine, start);
      expect([name, moved]).toEqual([
        name,
        { ok: false, refusals: [{ code: "SCHEDULE_HORIZON", values: { until }, field: "start" }] },
      ]);
      expect({ start: schedule.table.start, end: schedule.table.end }).toEqual(before);
      expect(schedule.table.factory.pinStart.every((pin) => pin < 0)).toBe(true);
    }
    expect(moveOperation(schedule, "a", "Lathe-1", "2026-12-08T08:00").ok).toBe(true);
  });

  test("stays behind what it waits for, and says so", () => {
    const chain = works([order("W", [operation("a"), operation("b", { machineIds: ["Weld-1"] })])]);
    const moved = moveOperation(open(chain), "b", "Weld-1", "2026-12-07T08:00");
    expect(moved.ok && moved.value).toMatchObject({
      moved: { start: "2026-12-07T09:00" },
      notSooner: { code: "WAITS_FOR_OPERATION", values: { behindOperation: "a" } },
    });
    const same = works([order("W", [operation("a"), operation("b")])]);
    const behind = moveOperation(open(same), "b", "Lathe-1", "2026-12-07T08:00");
    expect(behind.ok && behind.value.moved.start).toBe("2026-12-07T09:00");
  });

  test.each([
    ["nobody's operation", "x", "Lathe-1", "2026-12-07T09:00", "SCHEDULE_OPERATION_UNKNOWN"],
    ["a machine that cannot do it", "a", "Weld-1", "2026-12-07T09:00", "MACHINE_CANNOT_DO_IT"],
    ["no moment", "a", "Lathe-1", "tomorrow", "MOMENT_UNREADABLE"],
    ["the frozen zone", "b", "Lathe-1", "2026-12-07T08:30", "SCHEDULE_FROZEN"],
  ])("%s is refused", (_, id, machine, start, code) => {
    const moved = moveOperation(open({ ...input, frozenUntil: "2026-12-07T08:45" }), id, machine, start);
    expect(!moved.ok && moved.refusals[0].code).toBe(code);
  });

  const jobs = fc.array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 20 }),
      machine: fc.constantFrom("Lathe-1", "Lathe-2", "Weld-1"),
      skill: fc.boolean(),
      steps: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const worksOf = (list: readonly { minutes: number; machine: string; skill: boolean; steps: number }[]) =>
    works(
      list.map(({ minutes, machine, skill, steps }, at) =>
        order(
          `W-${at}`,
          Array.from({ length: steps }, (_, step) =>
            operation(`${at}-${step}`, {
              machineIds: [machine, step === 0 ? "Lathe-2" : "Weld-1"],
              minutesPerUnit: String(minutes),
              skill: skill && step === 0 ? "TIG" : undefined,
              setupGroup: `g${at % 3}`,
              setupMinutes: "10",
            }),
          ),
        ),
      ),
      { horizonDays: 30 },
    );

  test("leaves a right schedule behind, whatever is moved where, and a preview leaves it as it was", () => {
    fc.assert(
      fc.property(
        jobs,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(3000), fc.boolean()), { maxLength: 6 }),
        (list, moves) => {
          const schedule = open(worksOf(list));
          const { table, compiled } = schedule;
          for (const [which, way, minute, isPreview] of moves) {
            const at = which % table.factory.operationCount;
            const first = table.factory.modeFirst[at]!;
            const mode = first + (way % (table.factory.modeFirst[at + 1]! - first));
            const before = structuredClone({ start: table.start, end: table.end, pins: table.factory.pinStart });
            const moved = moveOperation(
              schedule,
              compiled.operations[at]!.checked.record.id,
              compiled.machineIds[table.factory.modeMachine[mode]!]!,
              compiled.clock.moment(480 + minute),
              { isPreview },
            );
            if (isPreview || !moved.ok)
              expect({ start: table.start, end: table.end, pins: table.factory.pinStart }).toEqual(before);
            else expect(table.mode[at]).toBe(mode);
            expect(faultsOf(table.factory, table)).toEqual([]);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test("looks once at what comes behind the old and the new place, and at nothing else", () => {
    const many = busyWorks(300, 30);
    const { operations } = scheduleFromRecords(many);
    const [free, limited] = [openSchedule(many, operations), openSchedule(many, operations)];
    const { table, compiled } = free;
    const { followers, factory } = table;
    for (let at = 3; at < factory.operationCount; at += 97) {
      const { id } = compiled.operations[at]!.checked.record;
      const movesUp = table.machineAfter[at]!;
      const machine = compiled.machineIds[table.machineOf(at)]!;
      const start = compiled.clock.moment(table.start[at]! + 2880);
      const moved = moveOperation(free, id, machine, start);
      const reached = new Set([at, movesUp].filter((one) => one >= 0));
      for (const one of reached) {
        for (let next = followers.first[one]!; next < followers.first[one + 1]!; next++)
          reached.add(followers.operation[next]!);
        if (table.machineAfter[one]! >= 0) reached.add(table.machineAfter[one]!);
      }
      expect(reached.size).toBeLessThan(factory.operationCount);
      // A change that looks at more operations than the limit is not made.
      limited.table.limit = reached.size;
      expect(moveOperation(limited, id, machine, start)).toEqual(moved);
      expect(moved.ok && moved.value.counts.operations <= reached.size).toBe(true);
    }
  });
});
