import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workingDays } from "../resources/index.ts";
import { addDays } from "../shared/index.ts";
import { comingWeeks, type LoadedCenter, type LoadPiece, loadByWeek } from "./load-by-week.ts";

const days = workingDays({ worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] });
const center: LoadedCenter = { id: "lathe", machineCount: 2, minutesPerDay: 480, shifts: [], days };
const piece = (from: string, to: string, minutes: number, kind: LoadPiece["kind"] = "order"): LoadPiece => ({
  workCenterId: "lathe",
  kind,
  from,
  to,
  minutes,
});
// 2026-11-26 is a Thursday; the 23rd was a holiday.
const weeks = comingWeeks("2026-11-26", 3);

describe("the coming weeks", () => {
  test("begin today and go on from Monday to Sunday", () => {
    expect(weeks).toEqual([
      { from: "2026-11-26", to: "2026-11-29" },
      { from: "2026-11-30", to: "2026-12-06" },
      { from: "2026-12-07", to: "2026-12-13" },
    ]);
    expect(comingWeeks("2026-11-29", 1)).toEqual([{ from: "2026-11-29", to: "2026-11-29" }]);
  });
  test("give what is left of this week, then whole weeks", () => {
    expect(loadByWeek([center], [], weeks)[0]!.weeks.map((week) => week.capacityMinutes)).toEqual([1920, 4800, 4800]);
  });
  test("work is spread over its working days; orders and the plan's proposals stay apart", () => {
    const load = loadByWeek(
      [center],
      [piece("2026-11-27", "2026-12-02", 400), piece("2026-12-01", "2026-12-01", 60, "plan")],
      weeks,
    );
    expect(load[0]!.weeks.map((week) => [week.orderMinutes, week.planMinutes])).toEqual([
      [100, 0],
      [300, 60],
      [0, 0],
    ]);
  });
  test("what should have been done is work of today; a weekend between is worked on its last day", () => {
    const load = loadByWeek(
      [center],
      [piece("2026-10-01", "2026-11-20", 120), piece("2026-11-28", "2026-11-29", 30)],
      weeks,
    );
    expect(load[0]!.weeks[0]!.orderMinutes).toBe(150);
  });
});

test("no minute is lost or made within the weeks", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          start: fc.integer({ min: -20, max: 15 }),
          length: fc.integer({ min: 0, max: 2 }),
          minutes: fc.nat(10_000),
        }),
      ),
      (drawn) => {
        const pieces = drawn.map(({ start, length, minutes }) => {
          const from = addDays("2026-11-26", start);
          return piece(from, addDays(from, length), minutes);
        });
        const sum = loadByWeek([center], pieces, weeks)[0]!.weeks.reduce((all, week) => all + week.orderMinutes, 0);
        const asked = pieces.reduce((all, one) => all + one.minutes, 0);
        expect(Math.abs(sum - asked)).toBeLessThanOrEqual(weeks.length);
      },
    ),
  );
});
