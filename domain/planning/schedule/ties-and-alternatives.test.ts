import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordFaultsOf } from "./check-records.test-data.ts";
import { moveOperation, openSchedule } from "./move-operation.ts";
import { scheduleFromRecords } from "./schedule-from-records.ts";
import type { OperationRecord, OrderRecord, ProgressRecord, ScheduleInput } from "./schedule-records.ts";
import { operation, order, SMALL_WORKS, works } from "./small-works.test-data.ts";

const times = (input: ScheduleInput) =>
  Object.fromEntries(
    scheduleFromRecords(input).operations.map(({ operationId, machineId, start, end }) => [
      operationId,
      `${machineId} ${start.slice(8)} ${end.slice(8)}`,
    ]),
  );

describe("machines that stand in for others", () => {
  const weld = (id: string, timeFactor = "1.5") =>
    operation(id, {
      machineIds: undefined,
      groupId: "weld",
      setupMinutes: "10",
      alternatives: [{ groupId: "lathe", timeFactor }],
    });

  test("are used where that ends sooner, at their factor and their own rate, set-up included", () => {
    // Weld-1 until 9:10; Lathe-2 is twice as fast: 60 × 1.5 ÷ 2 = 45 minutes behind 15 of set-up.
    expect(times(works([order("W-1", [weld("a")]), order("W-2", [weld("b")])]))).toEqual({
      a: "Lathe-2 07T08:15 07T09:00",
      b: "Weld-1 07T08:10 07T09:10",
    });
    expect(times(works([order("W-1", [weld("a", "4")]), order("W-2", [weld("b", "4")])]))["b"]).toContain("Weld-1");
  });

  test("do the work when no own machine can; a factor of nothing is refused", () => {
    const machines = SMALL_WORKS.machines.map((one) => (one.id === "Weld-1" ? { ...one, calendarId: null } : one));
    expect(times(works([order("W", [weld("a")])], { machines }))["a"]).toContain("Lathe-2");
    const refused = scheduleFromRecords(works([order("W", [weld("a", "0")])]));
    expect(refused.troubles).toMatchObject([{ code: "RATE_NOT_POSITIVE", kind: "operation", id: "a" }]);
  });

  test("take a moved operation, and the answer says how much longer it works there", () => {
    const input = works([order("W", [weld("a", "3")])]);
    const moved = moveOperation(
      openSchedule(input, scheduleFromRecords(input).operations),
      "a",
      "Lathe-1",
      "2026-12-07T10:00",
    );
    expect(moved.ok && moved.value).toMatchObject({
      moved: { machineId: "Lathe-1", start: "2026-12-07T10:00", end: "2026-12-07T14:00" },
      workMinutesBefore: 60,
      workMinutes: 180,
    });
  });
});

test("an operation fixed where nobody works is late because of that", () => {
  const input = works([order("W", [operation("a")])]);
  const moved = moveOperation(
    openSchedule(input, scheduleFromRecords(input).operations),
    "a",
    "Lathe-1",
    "2026-12-12T10:00",
  );
  expect(moved.ok && moved.value.orders[0]).toMatchObject({ end: "2026-12-14T09:00", whyLate: [{ code: "PINNED" }] });
});

describe("orders that make what others need", () => {
  const fed = (id: string, ...orders: string[]) =>
    operation(id, { machineIds: ["Weld-1"], fedBy: orders.map((orderId) => ({ orderId, itemId: "part" })) });

  test("come first; why an order is late names the one that feeds it", () => {
    const input = works([
      order("W-2", [operation("b", { machineIds: ["Lathe-2"] }), fed("c", "W-1")]),
      order("W-1", [operation("a", { minutesPerUnit: "48" })], { dueOn: "2026-12-31" }),
    ]);
    const { orders, operations } = scheduleFromRecords(input);
    // Only the consuming operation waits.
    expect(operations.map(({ operationId, start }) => [operationId, start.slice(8)])).toEqual([
      ["b", "07T08:00"],
      ["a", "07T08:00"],
      ["c", "08T08:00"],
    ]);
    expect(orders.find(({ orderId }) => orderId === "W-2")!.whyLate.slice(0, 2)).toMatchObject([
      { code: "WAITS_FOR_ORDER", values: { operation: "c", behindOrder: "W-1", behindOperation: "a" } },
      { code: "STARTS_NOW" },
    ]);
  });

  test("that feed each other in a circle are untied and told; all are scheduled", () => {
    const { orders, troubles } = scheduleFromRecords(
      works([order("W-1", [fed("a", "W-3")]), order("W-2", [fed("b", "W-1")]), order("W-3", [fed("c", "W-2", "W-3")])]),
    );
    expect(troubles).toEqual([{ code: "TIE_CYCLIC", kind: "order", id: "W-1", values: expect.anything() }]);
    expect(String(troubles[0]!.values["orders"]).split(" ").sort()).toEqual(["W-1", "W-2", "W-3"]);
    expect(orders.map(({ orderId }) => orderId)).toEqual(["W-1", "W-2", "W-3"]);
  });

  test("that cannot be scheduled, or are over: the due day counts, or nothing", () => {
    const broken = order("W-1", [operation("a", { machineIds: ["none"] })], { dueOn: "2026-12-09" });
    const { operations, orders } = scheduleFromRecords(works([broken, order("W-2", [fed("b", "W-1")])]));
    expect(operations.map(({ start }) => start)).toEqual(["2026-12-09T08:00"]);
    expect(orders[0]!.whyLate).toMatchObject([{ code: "WAITS_FOR_MATERIAL", values: { item: "part" } }]);
    const over = order("W-1", [
      operation("a", { machineIds: ["none"], progress: { good: "10", scrap: "0", state: "done" } }),
    ]);
    expect(times(works([over, order("W-2", [fed("b", "W-1")])]))["b"]).toContain("07T08:00");
  });
});

describe("work that is begun", () => {
  const progress = (state: ProgressRecord["state"], good = "0", scrap = "0", machineId?: string) => ({
    progress: { good, scrap, state, ...(machineId && { machineId }) },
  });
  test("is scheduled with what is left, without its set-up; scrap does not come to what follows", () => {
    const input = works([
      order("W", [
        operation("a", { setupMinutes: "30", ...progress("begun", "3", "2") }),
        operation("b", { machineIds: ["Weld-1"] }),
        operation("c", { machineIds: ["Lathe-2"], quantity: "4" }),
      ]),
    ]);
    // 5 of 10 are left; 8 can still come to b, 4 are asked of c.
    expect(times(input)).toEqual({
      a: "Lathe-1 07T08:00 07T08:30",
      b: "Weld-1 07T08:30 07T09:18",
      c: "Lathe-2 07T09:18 07T09:30",
    });
  });

  test("goes on now where it runs, before what is more urgent; done operations are gone", () => {
    const either = { machineIds: undefined, groupId: "lathe" };
    const running = order(
      "W-1",
      [
        operation("done", progress("done", "8", "2")),
        operation("open", { machineIds: ["Weld-1"] }),
        operation("a", { ...either, setupMinutes: "30", ...progress("running", "2", "0", "Lathe-1") }),
        operation("next", { machineIds: ["Weld-1"] }),
      ],
      { dueOn: "2026-12-31" },
    );
    const urgent = order("W-2", [operation("b")], { weight: 9 });
    expect(times(works([urgent, running]))).toEqual({
      a: "Lathe-1 07T08:00 07T08:36",
      b: "Lathe-1 07T08:36 07T09:36",
      open: "Weld-1 07T08:00 07T08:48",
      // It waits for what runs and for what that should have waited for.
      next: "Weld-1 07T08:48 07T09:36",
    });
  });

  test("of which nobody knows the machine stays on one of its own group", () => {
    const slow = operation("a", {
      machineIds: undefined,
      groupId: "weld",
      alternatives: [{ groupId: "lathe", timeFactor: "0.1" }],
      ...progress("running"),
    });
    expect(times(works([order("W", [slow])]))["a"]).toContain("Weld-1");
  });
});

describe("any works with ties, alternatives and begun work", () => {
  const groups = ["lathe", "weld", "night"] as const;
  const step = fc.record({
    group: fc.constantFrom(...groups),
    other: fc.constantFrom(...groups),
    factor: fc.constantFrom("0.5", "1", "1.25", "3"),
    minutes: fc.integer({ min: 0, max: 30 }),
    feeders: fc.array(fc.nat(9), { maxLength: 2 }),
    state: fc.constantFrom(null, null, null, "begun", "running", "done"),
    good: fc.nat(12),
    scrap: fc.nat(5),
  });
  const inputs = fc
    .array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 7 })
    .map((jobs): ScheduleInput => {
      const orders = jobs.map((steps, job): OrderRecord => {
        const operations = steps.map(({ group, other, factor, minutes, feeders, state, good, scrap }, at) => ({
          id: `${job}-${at}`,
          groupId: group,
          minutesPerUnit: String(minutes),
          setupMinutes: "15",
          alternatives: other === group ? [] : [{ groupId: other, timeFactor: factor }],
          fedBy: feeders.map((one) => ({ orderId: `W-${one}`, itemId: "part" })),
          ...(state && { progress: { good: String(good), scrap: String(scrap), state } }),
        }));
        return order(`W-${job}`, operations);
      });
      return works(orders, { horizonDays: 90 });
    });

  test("what runs is first on its machine also where another is planned before the rest", () => {
    const begun = { good: "0", scrap: "1", state: "begun" } as const;
    const runs = { good: "0", scrap: "0", state: "running" } as const;
    const one = (id: string, groupId: string, minutesPerUnit: string, more: Partial<OperationRecord> = {}) => ({
      ...{ id, groupId, minutesPerUnit, setupMinutes: "15", alternatives: [], fedBy: [] },
      ...more,
    });
    const orLathe = [{ groupId: "lathe", timeFactor: "0.5" }];
    const all = [
      // Its machine is none of those that are planned first.
      [
        order("W-0", [
          one("a", "weld", "1", { alternatives: orLathe, progress: begun }),
          one("b", "weld", "0", { alternatives: [{ groupId: "night", timeFactor: "0.5" }] }),
          one("c", "lathe", "1", { progress: runs }),
        ]),
      ],
      // Nothing is left of it, so that it starts with what follows.
      [
        order("W-0", [one("a", "night", "1", { alternatives: orLathe, progress: begun })]),
        order("W-1", [one("b", "night", "15"), one("c", "night", "0", { alternatives: orLathe, progress: runs })]),
      ],
    ];
    for (const orders of all) {
      const input = works(orders, { horizonDays: 90 });
      for (const method of ["forward", "bottleneck"] as const)
        expect(recordFaultsOf(input, scheduleFromRecords(input, { method, budgetMoves: 0 }))).toEqual([]);
    }
  });

  test("is scheduled rightly, by a checker that shares no code with the scheduler; moves keep it right", () => {
    fc.assert(
      fc.property(
        inputs,
        fc.constantFrom("forward", "backward", "bottleneck"),
        fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.nat(4000)), { maxLength: 3 }),
        (input, method, moves) => {
          const made = scheduleFromRecords(input, { method: method as "forward", budgetMoves: 200 });
          expect(recordFaultsOf(input, made)).toEqual([]);
          const open = openSchedule(input, made.operations, method === "backward");
          for (const [which, machine, minute] of moves) {
            const one = made.operations[which % Math.max(1, made.operations.length)];
            if (!one) continue;
            const start = open.compiled.clock.moment(480 + minute);
            const moved = moveOperation(open, one.operationId, input.machines[machine]!.id, start);
            const record = input.orders
              .flatMap(({ operations }) => operations)
              .find(({ id }) => id === one.operationId)!;
            const allowed = [record.groupId, ...record.alternatives!.map(({ groupId }) => groupId)];
            if (moved.ok) expect(allowed).toContain(input.machines[machine]!.groupId);
            else expect(["MACHINE_CANNOT_DO_IT", "WAITS_IN_CIRCLE"]).toContain(moved.refusals[0].code);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
