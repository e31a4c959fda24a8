import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../shared/index.ts";
import {
  addWorkingDays,
  bankDayOnOrAfter,
  bankDayOnOrBefore,
  calendarInputShape,
  capacityMinutes,
  checkCalendar,
  checkShifts,
  isBankDay,
  isWorkingDay,
  JAPANESE_PUBLIC_HOLIDAYS,
  nextWorkingDay,
  PUBLIC_HOLIDAYS_KNOWN_UNTIL,
  previousWorkingDay,
  type Shift,
  shiftMinutes,
  USUAL_WEEK,
  type WorkingCalendar,
  withHours,
  workingDayFlags,
  workingDays,
  workingDaysBetween,
  workingHours,
} from "./index.ts";

const WEEK: WorkingCalendar = { worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] };
const OWN: WorkingCalendar = {
  ...WEEK,
  days: [
    { onDate: "2026-12-29", isWorking: false, reason: "年末休業" },
    { onDate: "2026-11-28", isWorking: true, reason: "振替出勤" },
  ],
};

describe("national holidays", () => {
  test.each([
    { date: "2026-09-21", name: "敬老の日" },
    { date: "2026-09-22", name: "休日" },
    { date: "2026-09-23", name: "秋分の日" },
    { date: "2026-05-06", name: "休日" },
    { date: "2027-03-22", name: "休日" },
  ])("$date is $name", ({ date, name }) => expect(JAPANESE_PUBLIC_HOLIDAYS.get(date)).toBe(name));
  test("the list is whole: 1,067 days from 1955 to the day it is known until", () => {
    const dates = [...JAPANESE_PUBLIC_HOLIDAYS.keys()];
    expect(dates).toHaveLength(1067);
    expect(dates).toEqual([...dates].sort());
    expect(dates[0]).toBe("1955-01-01");
    expect(dates.at(-1)! <= PUBLIC_HOLIDAYS_KNOWN_UNTIL).toBe(true);
  });
});

describe("working days", () => {
  test.each([
    { name: "Friday and one is Monday", calendar: WEEK, from: "2026-11-13", count: 1, expected: "2026-11-16" },
    { name: "Saturday and one is Monday too", calendar: WEEK, from: "2026-11-14", count: 1, expected: "2026-11-16" },
    { name: "over the silver week", calendar: WEEK, from: "2026-09-18", count: 1, expected: "2026-09-24" },
    { name: "back over the silver week", calendar: WEEK, from: "2026-09-24", count: -1, expected: "2026-09-18" },
    { name: "none on a closed day moves on", calendar: WEEK, from: "2026-11-21", count: 0, expected: "2026-11-24" },
    { name: "an own closure is jumped", calendar: OWN, from: "2026-12-28", count: 1, expected: "2026-12-30" },
    { name: "a worked Saturday counts", calendar: OWN, from: "2026-11-27", count: 1, expected: "2026-11-28" },
    {
      name: "a works that runs through holidays",
      calendar: { ...WEEK, keepsPublicHolidays: false },
      from: "2026-09-18",
      count: 1,
      expected: "2026-09-21",
    },
    { name: "ten days back", calendar: WEEK, from: "2026-11-24", count: -10, expected: "2026-11-09" },
  ])("$name", ({ calendar, from, count, expected }) => {
    expect(addWorkingDays(workingDays(calendar), from, count)).toBe(expected);
  });
  test("a closed day says why", () => {
    const days = workingDays(OWN);
    expect(days.reasonOf("2026-12-29")).toEqual({ isWorking: false, because: "own_day", text: "年末休業" });
    expect(days.reasonOf("2026-11-23")).toEqual({ isWorking: false, because: "public_holiday", text: "勤労感謝の日" });
    expect(days.reasonOf("2026-11-22")).toEqual({ isWorking: false, because: "week", text: "" });
  });
  test("flags hold one byte a day", () => {
    expect([...workingDayFlags(workingDays(WEEK), "2026-09-18", 7)]).toEqual([1, 0, 0, 0, 0, 0, 1]);
  });
  test("a week without a working day and a day named twice are refused", () => {
    expect(checkCalendar({ ...WEEK, worksOn: [] })).toMatchObject({ refusals: [{ code: "CALENDAR_NEVER_WORKS" }] });
    expect(checkCalendar({ ...OWN, days: [...OWN.days, OWN.days[0]!] })).toMatchObject({
      refusals: [{ code: "CALENDAR_DAY_TWICE", values: { date: "2026-12-29" }, field: "days.2.onDate" }],
    });
    expect(checkCalendar(OWN).ok).toBe(true);
  });

  const calendars = fc.record({
    worksOn: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    keepsPublicHolidays: fc.boolean(),
    days: fc.array(
      fc.record({
        onDate: fc.integer({ min: 0, max: 120 }).map((day) => addDays("2026-08-01", day)),
        isWorking: fc.boolean(),
        reason: fc.constant(""),
      }),
      { maxLength: 20 },
    ),
  });
  const dates = fc.integer({ min: 0, max: 120 }).map((day) => addDays("2026-08-01", day));
  test("forth and back meet, and the days between are those counted", () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: 1, max: 25 }), (calendar, date, count) => {
        const days = workingDays(calendar);
        const later = addWorkingDays(days, date, count);
        expect(isWorkingDay(days, later)).toBe(true);
        expect(workingDaysBetween(days, date, later)).toBe(count);
        expect(workingDaysBetween(days, later, date)).toBe(-count);
        if (isWorkingDay(days, date)) expect(addWorkingDays(days, later, -count)).toBe(date);
        expect(previousWorkingDay(days, nextWorkingDay(days, later))).toBe(later);
      }),
    );
  });
});

describe("hours of work centres", () => {
  const shift: Shift = { code: "D", startsAt: "08:00", endsAt: "17:00", breakMinutes: 60 };
  const all = [
    { ...OWN, id: "first", shifts: [shift] },
    { ...WEEK, id: "sunday", worksOn: [7], shifts: [] },
  ];
  const isOpen = (hours: ReturnType<ReturnType<typeof workingHours>>, date: string) => isWorkingDay(hours.days, date);
  test("a centre works by its own calendar, else by the company's first one, else Monday to Friday", () => {
    const hoursOf = workingHours(all);
    expect([isOpen(hoursOf("sunday"), "2026-12-27"), hoursOf("sunday").shifts]).toEqual([true, []]);
    for (const id of [null, "gone"])
      expect([isOpen(hoursOf(id), "2026-12-29"), hoursOf(id).shifts]).toEqual([false, [shift]]);
    const usual = workingHours([])(null);
    expect([isOpen(usual, "2026-12-29"), isOpen(usual, "2026-12-27"), isOpen(usual, "2026-11-23")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(USUAL_WEEK).toEqual(WEEK);
  });
});

describe("bank days", () => {
  test.each([
    { date: "2026-12-31", before: "2026-12-30", after: "2027-01-04" },
    { date: "2027-01-31", before: "2027-01-29", after: "2027-02-01" },
    { date: "2027-01-03", before: "2026-12-30", after: "2027-01-04" },
    { date: "2026-11-24", before: "2026-11-24", after: "2026-11-24" },
    { date: "2026-09-22", before: "2026-09-18", after: "2026-09-24" },
  ])("$date moves back to $before and on to $after", ({ date, before, after }) => {
    expect(bankDayOnOrBefore(date)).toBe(before);
    expect(bankDayOnOrAfter(date)).toBe(after);
    expect(isBankDay(date)).toBe(before === after);
  });
});

describe("capacity", () => {
  const day: Shift = { code: "D", startsAt: "08:00", endsAt: "17:00", breakMinutes: 60 };
  const night: Shift = { code: "N", startsAt: "20:00", endsAt: "05:00", breakMinutes: 60 };
  test.each([
    { shift: day, minutes: 480 },
    { shift: night, minutes: 480 },
    { shift: { ...day, startsAt: "08:00", endsAt: "08:00", breakMinutes: 0 }, minutes: 1440 },
  ])("a shift gives $minutes minutes", ({ shift, minutes }) => expect(shiftMinutes(shift)).toBe(minutes));
  test.each([
    { name: "without shifts, minutes per day", shifts: [], date: "2026-11-24", expected: 900 },
    { name: "two shifts add up", shifts: [day, night], date: "2026-11-24", expected: 1920 },
    { name: "nothing on a holiday", shifts: [day], date: "2026-11-23", expected: 0 },
  ])("$name", ({ shifts, date, expected }) => {
    expect(capacityMinutes({ machineCount: 2, minutesPerDay: 450 }, shifts, workingDays(WEEK), date)).toBe(expected);
  });
  test.each([
    { name: "a break longer than the shift", shifts: [{ ...day, breakMinutes: 600 }], code: "SHIFT_BREAK_TOO_LONG" },
    {
      name: "shifts over each other",
      shifts: [day, { ...day, code: "E", startsAt: "16:00", endsAt: "18:00" }],
      code: "SHIFTS_OVERLAP",
    },
    {
      name: "a night that reaches into the morning",
      shifts: [night, { ...day, startsAt: "04:00" }],
      code: "SHIFTS_OVERLAP",
    },
  ])("$name is refused", ({ shifts, code }) => expect(checkShifts(shifts)).toMatchObject({ refusals: [{ code }] }));
  test("day and night beside each other are fine", () => expect(checkShifts([day, night]).ok).toBe(true));
});

test("a calendar from a form is checked in shape", () => {
  const input = { code: "STD", name: "標準", ...WEEK, shifts: [] };
  expect(calendarInputShape.safeParse(input).success).toBe(true);
  expect(calendarInputShape.safeParse({ ...input, worksOn: [8] }).success).toBe(false);
});

describe("when a work centre works", () => {
  const week = { worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [], shifts: [] };
  const calendars = [
    { ...week, id: "first" },
    { ...week, id: "own", worksOn: [6] },
  ];
  const center = { machineCount: 2, minutesPerDay: 300, calendarId: null as string | null };
  // A Monday and a Saturday.
  const minutes = (calendarId: string | null, kept = calendars) =>
    withHours([{ ...center, calendarId }], kept).map((one) => [
      one.hasCalendar,
      ...["2026-12-07", "2026-12-12"].map((day) => capacityMinutes(one, one.shifts, one.days, day)),
    ]);

  test("by its own calendar, else by the company's first; of a company without any nothing is assumed", () => {
    expect(minutes("own")).toEqual([[true, 0, 600]]);
    expect(minutes(null)).toEqual([[true, 600, 0]]);
    expect(minutes(null, [])).toEqual([[false, 0, 0]]);
  });
});
