import type { ScheduleInput } from "./schedule-records.ts";
import { operation, order, works } from "./small-works.test-data.ts";

/** A works where everything hangs together: orders of five operations each, spread over so many machines in ways that cross. */
export function busyWorks(orderCount: number, machineCount: number): ScheduleInput {
  return works(
    Array.from({ length: orderCount }, (_, at) =>
      order(
        `W-${at}`,
        Array.from({ length: 5 }, (_, step) =>
          operation(`${at}-${step}`, {
            machineIds: [`M-${(at * 7 + step * 13) % machineCount}`],
            minutesPerUnit: "10",
          }),
        ),
        { dueOn: "2027-01-29" },
      ),
    ),
    {
      horizonDays: 200,
      machines: Array.from({ length: machineCount }, (_, at) => ({
        id: `M-${at}`,
        groupId: "all",
        calendarId: "day",
        rate: "1",
      })),
    },
  );
}
