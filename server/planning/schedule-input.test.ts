import { describe, expect, test } from "vitest";
import { scheduleFromRecords } from "../../domain/planning/index.ts";
import type { CalendarRow, CenterRow } from "./load.store.ts";
import { calendarFor, scheduleInputOf } from "./schedule-input.ts";
import { leftOutOf } from "./schedule-troubles.ts";

const WEEK = { worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] };
const day: CalendarRow = { ...WEEK, id: "day", shifts: [] };
const night: CalendarRow = {
  ...WEEK,
  id: "night",
  shifts: [{ code: "N", startsAt: "22:00", endsAt: "06:00", breakMinutes: 0 }],
};
const lathe: CenterRow = {
  ...{ id: "L", code: "L1", name: "旋盤", nameEn: "Lathe", machineCount: 1, minutesPerDay: 480, calendarId: null },
};
const span = (center: CenterRow, calendars: readonly CalendarRow[]) =>
  calendarFor(center, calendars)?.shifts.map(({ from, to }) => [from, to]);

describe("the calendar a work centre works by", () => {
  test("its own, else the company's first; shifts go before its minutes a day", () => {
    expect(span({ ...lathe, calendarId: "night" }, [day, night])).toEqual([[22 * 60, 6 * 60]]);
    expect(span(lathe, [day, night])).toEqual([[480, 960]]);
    expect(span({ ...lathe, minutesPerDay: 0 }, [night])).toEqual([[22 * 60, 6 * 60]]);
    expect(span({ ...lathe, minutesPerDay: 0 }, [day])).toEqual([]);
  });

  test("none where the company has none: its orders are left out, told at the work centre", () => {
    const rows = {
      ...{
        now: "2026-12-01T08:00",
        centers: [lathe],
        calendars: [],
        alternatives: [],
        ties: [],
        running: [],
        pins: [],
      },
      operations: [
        {
          ...{ workOrderId: "o", operationNumber: 10, orderState: "released", orderQuantity: "1", quantity: "1" },
          ...{ startOn: "2026-12-01", dueOn: "2026-12-04", state: "ready", good: "0", scrap: "0" },
          ...{ workCenterId: "L", partnerId: null, minutesPerUnit: "10", setupMinutes: "0" },
          ...{ daysToPartner: null, leadTimeDays: 0 },
        },
      ],
    } as unknown as Parameters<typeof scheduleInputOf>[0];
    const { troubles } = scheduleFromRecords(scheduleInputOf(rows));
    expect(leftOutOf(troubles, rows)).toEqual([
      { code: "WITHOUT_CALENDAR", kind: "workCenter", subjectId: "L", orderCount: 1 },
    ]);
  });
});
