import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { addDays, dayOfWeek } from "./dates.ts";

const anyDay = fc
  .integer({ min: -400_000, max: 2_900_000 })
  .map((days) => Temporal.PlainDate.from("1970-01-01").add({ days }).toString());

test("days reckoned by hand are the calendar's", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, days) => {
      const of = Temporal.PlainDate.from(day);
      expect(addDays(day, days)).toBe(of.add({ days }).toString());
      expect(dayOfWeek(day)).toBe(of.dayOfWeek);
    }),
    { numRuns: 2000 },
  );
});

test("leap days, ends of years and the edges of four digits", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2024-02-29", 1)).toBe("2024-03-01");
  expect(addDays("2100-02-28", 1)).toBe("2100-03-01");
  expect(addDays("2000-02-28", 1)).toBe("2000-02-29");
  expect(addDays("2026-12-28", 4)).toBe("2027-01-01");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  expect(addDays("9999-12-28", 4)).toBe("+010000-01-01");
  expect(dayOfWeek("1970-01-01")).toBe(4);
});

test("what is no day is refused", () => {
  for (const text of ["2026-02-30", "2026-13-01", "2026-00-10", "2026-01-00", "tomorrow"]) {
    expect(() => addDays(text, 1)).toThrow(RangeError);
    expect(() => dayOfWeek(text)).toThrow(RangeError);
  }
});
