import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scheduleFromRecords } from "./schedule-from-records.ts";
import type { OperationRecord } from "./schedule-records.ts";
import { operation, order, works } from "./small-works.test-data.ts";

const codes = (orders: Parameters<typeof works>[0]) =>
  scheduleFromRecords(works(orders)).troubles.map(({ code, kind, id }) => `${kind} ${id} ${code}`);

describe("what does not end within the horizon", () => {
  const cases: [name: string, change: Partial<OperationRecord>, quantity: string][] = [
    ["pieces beyond counting", {}, "999999999999"],
    // 6 minutes × 715,827,883 is what 32 bits take for 2 minutes.
    ["minutes that a whole number of 32 bits would take for few", {}, "715827883"],
    ["a set-up", { setupMinutes: "4294967296" }, "1"],
    ["minutes a piece", { minutesPerUnit: "99999999999999999999" }, "1"],
    ["a wait", { lagMinutes: "4294967296" }, "1"],
    ["a partner's days", { subcontract: { partnerId: "P", leadTimeDays: 2982617, calendarId: "day" } }, "1"],
  ];
  test.each(cases)("is told at an operation that alone is too long: %s", (_, change, quantity) => {
    const ordinary = [operation("b")];
    const both = works([order("W", [operation("a", change)], { quantity }), order("V", ordinary)]);
    const { troubles, ...rest } = scheduleFromRecords(both, { budgetMoves: 200 });
    expect(troubles).toMatchObject([
      { code: "LONGER_THAN_HORIZON", kind: "operation", id: "a", values: { operation: "a", days: 60 } },
    ]);
    const { troubles: none, ...alone } = scheduleFromRecords(works([order("V", ordinary)]), { budgetMoves: 200 });
    expect([none, rest]).toEqual([[], alone]);
  });

  test("is told of what waits for such an order too", () => {
    const long = order("W", [operation("a")], { quantity: "9999999" });
    expect(codes([long, order("V", [operation("b")], { afterOrders: ["W"] })])).toEqual([
      "operation a LONGER_THAN_HORIZON",
      "order V WAITS_FOR_REFUSED",
    ]);
  });

  test("an operation one machine is too slow for goes to the one that is not; one of the horizon's very minutes ends with it", () => {
    // Of 60 days 42 are worked: 20,160 minutes.
    const either = operation("a", { machineIds: undefined, groupId: "lathe", minutesPerUnit: "2017" });
    const fast = scheduleFromRecords(works([order("W", [either])]));
    expect([fast.troubles, fast.operations[0]!.machineId]).toEqual([[], "Lathe-2"]);
    const whole = (minutesPerUnit: string) => codes([order("W", [operation("a", { minutesPerUnit })])]);
    expect([whole("2016"), whole("2016.1")]).toEqual([[], ["operation a LONGER_THAN_HORIZON"]]);
  });

  test("keeps no machine from what is placed after it", () => {
    const input = works([
      order("W-1", [operation("a", { minutesPerUnit: "1500" })], { dueOn: "2026-12-07" }),
      order("W-2", [operation("b", { minutesPerUnit: "1500" })], { dueOn: "2026-12-08" }),
      order("W-3", [operation("c")], { dueOn: "2026-12-09" }),
    ]);
    for (const method of ["forward", "backward", "bottleneck"] as const) {
      const { orders, troubles } = scheduleFromRecords(input, { method, budgetMoves: 500 });
      expect([method, troubles, orders.filter(({ end }) => end !== null).length]).toEqual([method, [], 2]);
      expect(orders.find(({ orderId }) => orderId === "W-3")!.end).not.toBeNull();
      expect(orders.find(({ end }) => end === null)!.whyLate[0]!.code).toBe("NO_WORKING_TIME");
    }
  });

  test("dates of other centuries are far away, not near", () => {
    const made = scheduleFromRecords(
      works([
        order("late", [operation("a")], { dueOn: "9999-12-31" }),
        order("old", [operation("b")], { dueOn: "0001-01-01" }),
        order("later", [operation("c", { materials: [{ itemId: "M", availableOn: "9999-12-31" }] })]),
      ]),
    );
    expect(made.orders.map((row) => [row.orderId, row.end?.slice(0, 10), row.dueAt, row.lateMinutes > 0])).toEqual([
      ["late", "2026-12-07", "9999-12-31T23:59", false],
      ["old", "2026-12-07", "0001-01-02T00:00", true],
      ["later", undefined, "2026-12-08T00:00", true],
    ]);
  });

  const size = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 2 ** 45 }));
  const step = fc.record({ minutes: size, setup: size, lag: fc.oneof(fc.constant(0), size), machine: fc.nat(2) });
  test("whatever the figures, an order ends within the horizon, or is told", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ quantity: size, steps: fc.array(step, { minLength: 1, maxLength: 3 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.constantFrom("forward" as const, "backward" as const, "bottleneck" as const),
        (list, method) => {
          const orders = list.map(({ quantity, steps }, at) =>
            order(
              `W-${at}`,
              steps.map(({ minutes, setup, lag, machine }, number) =>
                operation(`${at}/${number}`, {
                  machineIds: [["Lathe-1", "Lathe-2", "Weld-1"][machine]!],
                  minutesPerUnit: String(minutes),
                  setupMinutes: String(setup),
                  setupGroup: "G",
                  lagMinutes: String(lag),
                }),
              ),
              { quantity: String(quantity) },
            ),
          );
          const made = scheduleFromRecords(works(orders), { method, budgetMoves: 100 });
          const out = new Set(made.troubles.map(({ id }) => `W-${id.split("/")[0]}`));
          expect(made.orders.length + out.size).toBe(orders.length);
          for (const { end, whyLate } of made.orders)
            if (end === null) expect(whyLate[0]!.code).toBe("NO_WORKING_TIME");
          for (const { setupStart, start, end } of made.operations) {
            expect(setupStart >= "2026-12-07T08:00" && setupStart <= start && start < end).toBe(true);
            expect(end <= "2027-02-05T00:00").toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
