import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, decimal } from "../shared/index.ts";
import type { StockEvent } from "./item-timeline.ts";
import { BUCKETS, timePhase } from "./time-phase.ts";

test("weeks run from Monday, the first from the plan's first day; a release stands where it is started", () => {
  // 2026-04-01 is a Wednesday.
  const table = timePhase(
    "2",
    [
      { onDate: "2026-04-03", what: "demand", quantity: "-5" },
      { onDate: "2026-04-03", what: "receipt", quantity: "4" },
      { onDate: "2026-04-06", what: "planned_need", quantity: "-3.5" },
      { onDate: "2026-04-12", what: "planned_receipt", quantity: "9" },
    ],
    [{ onDate: "2026-04-02", quantity: "10" }],
    { from: "2026-04-01", to: "2026-04-14" },
    "week",
  );
  expect(table).toEqual([
    {
      from: "2026-04-01",
      to: "2026-04-05",
      grossRequirements: "5",
      scheduledReceipts: "4",
      projectedOnHand: "1",
      plannedReceipts: "0",
      plannedReleases: "10",
    },
    {
      from: "2026-04-06",
      to: "2026-04-12",
      grossRequirements: "3.5",
      scheduledReceipts: "0",
      projectedOnHand: "6.5",
      plannedReceipts: "9",
      plannedReleases: "0",
    },
    expect.objectContaining({ from: "2026-04-13", to: "2026-04-14", projectedOnHand: "6.5" }),
  ]);
});

test("whatever the length, buckets join without a gap, add up to the same, and end with the same stock", () => {
  const event = fc.record({
    onDate: fc.nat(80).map((day) => addDays("2026-01-28", day)),
    what: fc.constantFrom<StockEvent<null>["what"]>("receipt", "demand", "planned_receipt", "planned_need"),
    quantity: fc.integer({ min: 1, max: 9000 }).map((n) => decimal(n).dividedBy(100).toFixed()),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), fc.integer({ min: 0, max: 90 }), (events, length) => {
      const days = { from: "2026-02-01", to: addDays("2026-02-01", length) };
      const releases = events.filter(({ what }) => what === "planned_receipt");
      const tables = BUCKETS.map((bucket) => timePhase("7", events, releases, days, bucket));
      for (const table of tables) {
        expect([table[0]!.from, table.at(-1)!.to]).toEqual([days.from, days.to]);
        table.slice(1).forEach(({ from }, at) => {
          expect(from).toBe(addDays(table[at]!.to, 1));
        });
        for (const column of ["grossRequirements", "scheduledReceipts", "plannedReceipts", "plannedReleases"] as const)
          expect(sum(table.map((one) => one[column]))).toBe(sum(tables[0]!.map((one) => one[column])));
        expect(table.at(-1)!.projectedOnHand).toBe(tables[0]!.at(-1)!.projectedOnHand);
      }
    }),
  );
});

function sum(values: readonly string[]): string {
  return values.reduce((total, value) => total.plus(value), decimal(0)).toFixed();
}
