import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addWorkingDays, USUAL_WEEK, workingDays, workingDaysBetween } from "../resources/index.ts";
import { addDays, maxDate } from "../shared/index.ts";
import { type DatedOrder, latenessByDates } from "./late-order.ts";

/* 2026-05-27 is a Wednesday; 2026-04-29 and 05-04 to 06 are holidays. */

const USUAL = workingDays(USUAL_WEEK);
const lateness = latenessByDates(() => USUAL, "2026-01-01", "2027-06-30");
const order = (startOn: string, dueOn: string, leadTimeDays: number | null = null): DatedOrder => ({
  ...{ startOn, dueOn, leadTimeDays, calendarId: null },
});

describe("an order whose component comes late", () => {
  test.each([
    { name: "takes its days again", of: order("2026-05-25", "2026-05-27"), late: 1, dueOn: "2026-05-28" },
    { name: "is not done on a Saturday", of: order("2026-05-27", "2026-05-29"), late: 1, dueOn: "2026-06-01" },
    { name: "loses one day over a weekend", of: order("2026-05-22", "2026-05-26"), late: 3, dueOn: "2026-05-27" },
    { name: "waits for the holidays", of: order("2026-04-28", "2026-05-01"), late: 2, dueOn: "2026-05-07" },
    {
      name: "takes its lead time, however short its days",
      of: order("2026-05-25", "2026-05-25", 3),
      late: 1,
      dueOn: "2026-05-29",
    },
    {
      name: "is there as planned where that is later",
      of: order("2026-05-25", "2026-06-30", 3),
      late: 1,
      dueOn: "2026-06-30",
    },
  ])("$name", ({ of, late, dueOn }) => expect(lateness(of, late)).toBe(dueOn));

  test("is what counting the working days one by one gives", () => {
    const day = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 40 }),
        fc.option(fc.integer({ min: 0, max: 30 })),
        fc.nat(40),
        (at, days, lead, late) => {
          const startOn = addDays("2026-02-01", at);
          const dueOn = addDays(startOn, days);
          const begins = addWorkingDays(USUAL, startOn, 0);
          const takes = lead ?? Math.max(0, workingDaysBetween(USUAL, begins, dueOn));
          const again = addWorkingDays(USUAL, addWorkingDays(USUAL, addDays(startOn, late), 0), takes);
          expect(lateness(order(startOn, dueOn, lead), late)).toBe(maxDate(dueOn, again));
        },
      ),
    );
  });
});
