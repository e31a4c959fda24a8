import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../shared/index.ts";
import { type CashItem, cashForecast } from "./cash-forecast.ts";

const TODAY = "2026-11-24"; // a Tuesday

describe("cash by weeks", () => {
  test("what is overdue stands before this week, this week ends on Sunday, and the balance runs on", () => {
    const { weeks, laterInYen } = cashForecast(
      1000n,
      [
        { dueOn: "2026-11-20", amountYen: 300n, side: "S", isUnbilled: false },
        { dueOn: "2026-11-29", amountYen: 500n, side: "B", isUnbilled: false },
        { dueOn: "2026-11-30", amountYen: 70n, side: "S", isUnbilled: true },
        { dueOn: "2027-03-31", amountYen: 9n, side: "S", isUnbilled: false },
      ],
      TODAY,
      2,
    );
    expect(weeks.map((week) => [week.endsOn, week.inYen + week.inUnbilledYen, week.outYen, week.balanceYen])).toEqual([
      ["2026-11-23", 300n, 0n, 1300n],
      ["2026-11-29", 0n, 500n, 800n],
      ["2026-12-06", 70n, 0n, 870n],
    ]);
    expect(laterInYen).toBe(9n);
  });
  test("every yen owed stands in exactly one week or later", () => {
    const item = fc.record({
      dueOn: fc.integer({ min: -60, max: 200 }).map((days) => addDays(TODAY, days)),
      amountYen: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
      side: fc.constantFrom("S" as const, "B" as const),
      isUnbilled: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 1, max: 13 }), (items: CashItem[], count) => {
        const { weeks, laterInYen, laterOutYen } = cashForecast(0n, items, TODAY, count);
        const owed = (side: "S" | "B") =>
          items.reduce((sum, one) => (one.side === side ? sum + one.amountYen : sum), 0n);
        expect(weeks.reduce((sum, week) => sum + week.inYen + week.inUnbilledYen, laterInYen)).toBe(owed("S"));
        expect(weeks.reduce((sum, week) => sum + week.outYen + week.outUnbilledYen, laterOutYen)).toBe(owed("B"));
        expect(weeks.at(-1)!.balanceYen + laterInYen - laterOutYen).toBe(owed("S") - owed("B"));
      }),
    );
  });
});
