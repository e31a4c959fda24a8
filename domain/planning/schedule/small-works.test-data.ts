import type { OperationRecord, OrderRecord, ScheduleInput } from "./schedule-records.ts";

/** A works on weekdays 8:00–12:00 and 13:00–17:00 from Monday 2026-12-07: two lathes (the second twice as fast), a welder and a night machine. */
export const SMALL_WORKS: ScheduleInput = {
  now: "2026-12-07T08:00",
  horizonDays: 60,
  calendars: [
    {
      id: "day",
      days: { worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] },
      shifts: [{ from: 480, to: 1020, breaks: [{ from: 720, to: 780 }] }],
    },
    {
      id: "night",
      days: { worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: false, days: [] },
      shifts: [{ from: 1320, to: 360, breaks: [{ from: 120, to: 180 }] }],
    },
  ],
  machines: [
    { id: "Lathe-1", groupId: "lathe", calendarId: "day", rate: "1" },
    { id: "Lathe-2", groupId: "lathe", calendarId: "day", rate: "2" },
    { id: "Weld-1", groupId: "weld", calendarId: "day", rate: "1" },
    { id: "Night-1", groupId: "night", calendarId: "night", rate: "1" },
  ],
  people: [
    { id: "Sato", calendarId: "day", skills: ["TIG"] },
    { id: "Mori", calendarId: "day", skills: ["crane"] },
  ],
  setups: [],
  orders: [],
  pins: [],
};

export const operation = (id: string, change: Partial<OperationRecord> = {}): OperationRecord => ({
  id,
  machineIds: ["Lathe-1"],
  minutesPerUnit: "6",
  setupMinutes: "0",
  ...change,
});

/** Ten pieces due at the end of Monday. */
export const order = (
  id: string,
  operations: readonly OperationRecord[],
  change: Partial<OrderRecord> = {},
): OrderRecord => ({ id, quantity: "10", dueOn: "2026-12-07", operations, ...change });

export const works = (orders: readonly OrderRecord[], change: Partial<ScheduleInput> = {}): ScheduleInput => ({
  ...SMALL_WORKS,
  orders,
  ...change,
});
