import {
  compileFactory,
  moveOperation,
  openSchedule,
  type ScheduleInput,
  type ScheduleResult,
  scheduleFromRecords,
} from "../index.ts";

/** Two orders on one lathe, Monday to Friday 8:00 to 17:00 with an hour at noon. */
export const WEEK: ScheduleInput = {
  now: "2026-12-07T08:00",
  horizonDays: 30,
  calendars: [
    {
      id: "DAY",
      days: { worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] },
      shifts: [{ from: 480, to: 1020, breaks: [{ from: 720, to: 780 }] }],
    },
  ],
  machines: [{ id: "L-1", groupId: "LATHE", calendarId: "DAY", rate: "1" }],
  people: [],
  setups: [],
  pins: [],
  orders: ["W-1", "W-2"].map((id) => ({
    id,
    quantity: "10",
    dueOn: "2026-12-07",
    operations: [{ id: `${id}/10`, groupId: "LATHE", minutesPerUnit: "30", setupMinutes: "0" }],
  })),
};

/** @returns W-2 ends on Tuesday at 10:00, late because it waits for L-1 behind W-1 */
export function scheduleAWeek(): ScheduleResult {
  return scheduleFromRecords(WEEK, { method: "forward", budgetMoves: 1000 });
}

/** What would happen if W-2 were put first. @returns the orders that end at another time, and which of them become late */
export function previewAMove(): { readonly orderId: string; readonly becameLate: boolean }[] {
  const schedule = openSchedule(WEEK, scheduleAWeek().operations);
  const answer = moveOperation(schedule, "W-2/10", "L-1", "2026-12-07T08:00", { isPreview: true });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.value.orders.map(({ orderId, becameLate }) => ({ orderId, becameLate }));
}

/** Records can be checked before anything is scheduled. @returns what would be left out: the lathe without its calendar, and the operations on it */
export function checkAWeek(): string[] {
  const machines = WEEK.machines.map((machine) => ({ ...machine, calendarId: null }));
  return compileFactory({ ...WEEK, machines }).troubles.map(({ code, kind, id }) => `${kind} ${id} ${code}`);
}
