import { addDays, daysBetween } from "../../shared/index.ts";
import type { ScheduleInput, ScheduleResult } from "./schedule-records.ts";

/** A Monday. */
const FIRST = "2026-11-30";
const minute = (moment: string) =>
  daysBetween(FIRST, moment.slice(0, 10)) * 1440 + Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));

/**
 * What is wrong with a schedule made of records, in words: quantities left, machines and their factors, ties between orders, work that runs. Shares no
 * code with the scheduler; for works whose orders are chains of operations, without people, splitting, overlap or partners.
 */
export function recordFaultsOf(input: ScheduleInput, made: ScheduleResult): string[] {
  const faults: string[] = [];
  const at = new Map(made.operations.map((one) => [one.operationId, one]));
  const leftOut = new Set(made.troubles.filter(({ code }) => code !== "TIE_CYCLIC").map(({ id }) => id));
  const untied = made.troubles
    .filter(({ code }) => code === "TIE_CYCLIC")
    .map(({ values }) => new Set(String(values["orders"]).split(" ")));
  const machines = new Map(input.machines.map((one) => [one.id, one]));
  const ends = new Map<string, number>();
  for (const { id, operations } of input.orders)
    for (const one of operations)
      ends.set(id, Math.max(ends.get(id) ?? 0, minute(at.get(one.id)?.end ?? `${FIRST}T00:00`)));
  for (const order of input.orders) {
    let comes = Number(order.quantity);
    let behind = 0;
    for (const one of order.operations) {
      const { progress } = one;
      comes = Math.max(0, Math.min(comes, Number(one.quantity ?? order.quantity)));
      const left = Math.max(0, comes - Number(progress?.good ?? 0) - Number(progress?.scrap ?? 0));
      comes -= Number(progress?.scrap ?? 0);
      const placed = at.get(one.id);
      if (progress?.state === "done") {
        if (placed) faults.push(`${one.id}: scheduled though done`);
        continue;
      }
      if (!placed) {
        const row = made.orders.find(({ orderId }) => orderId === order.id);
        if (row && row.end !== null) faults.push(`${one.id}: missing`);
        if (!row && !leftOut.has(order.id) && !leftOut.has(one.id)) faults.push(`${one.id}: missing without a reason`);
        break;
      }
      const machine = machines.get(placed.machineId!)!;
      const factor =
        machine.groupId === one.groupId
          ? "1"
          : one.alternatives?.find(({ groupId }) => groupId === machine.groupId)?.timeFactor;
      if (factor === undefined) faults.push(`${one.id}: on a machine that cannot do it`);
      const minutes = Math.ceil((Number(one.minutesPerUnit) * left * Number(factor)) / Number(machine.rate) - 1e-9);
      const worked = workedMinutes(input, machine.calendarId!, placed.start, placed.end);
      if (worked !== minutes) faults.push(`${one.id}: works ${worked} of ${minutes} minutes`);
      const isBegun = progress && (progress.state === "running" || Number(progress.good) + Number(progress.scrap) > 0);
      const setup = workedMinutes(input, machine.calendarId!, placed.setupStart, placed.start);
      const setupNeeded = isBegun ? 0 : Math.ceil(Number(one.setupMinutes) * Number(factor) - 1e-9);
      if (setup < setupNeeded) faults.push(`${one.id}: not set up`);
      if (progress?.state === "running") {
        // Others that run on the same machine may be before it, nothing else.
        const blocked = made.operations.some(
          (other) =>
            other !== placed &&
            other.machineId === placed.machineId &&
            minute(other.end) > minute(input.now) &&
            minute(other.setupStart) < minute(placed.start) &&
            !isRunningRecord(input, other.operationId),
        );
        if (blocked) faults.push(`${one.id}: runs, and is made to wait`);
      } else {
        if (minute(placed.start) < behind) faults.push(`${one.id}: before what it waits for`);
        for (const { orderId } of one.fedBy ?? []) {
          if (orderId === order.id || untied.some((circle) => circle.has(orderId) && circle.has(order.id))) continue;
          if (minute(placed.start) < (ends.get(orderId) ?? 0)) faults.push(`${one.id}: before ${orderId} is finished`);
        }
      }
      behind = Math.max(behind, minute(placed.end));
    }
  }
  for (const one of made.operations)
    for (const other of made.operations)
      if (
        one !== other &&
        one.machineId === other.machineId &&
        minute(one.setupStart) < minute(other.end) &&
        minute(other.setupStart) < minute(one.end)
      )
        faults.push(`${one.operationId}: meets ${other.operationId}`);
  return faults;
}

const isRunningRecord = (input: ScheduleInput, id: string) =>
  input.orders.some(({ operations }) => operations.some((one) => one.id === id && one.progress?.state === "running"));

/** Minutes of the shifts of a calendar between two moments, day by day; holidays are kept by the calendars of this test only. */
function workedMinutes(input: ScheduleInput, calendarId: string, from: string, to: string): number {
  const calendar = input.calendars.find(({ id }) => id === calendarId)!;
  const start = minute(from);
  const end = minute(to);
  let sum = 0;
  for (let day = Math.floor(start / 1440) - 1; day * 1440 < end; day++) {
    if (!calendar.days.worksOn.includes((((day % 7) + 7) % 7) + 1)) continue;
    if (calendar.days.keepsPublicHolidays && HOLIDAYS.has(addDays(FIRST, day))) continue;
    for (const shift of calendar.shifts) {
      const meets = (a: number, b: number) =>
        Math.max(0, Math.min(end, day * 1440 + b) - Math.max(start, day * 1440 + a));
      const over = (value: number) => (value < shift.from ? value + 1440 : value);
      sum += meets(shift.from, shift.to <= shift.from ? shift.to + 1440 : shift.to);
      for (const pause of shift.breaks) sum -= meets(over(pause.from), over(pause.to));
    }
  }
  return sum;
}

/** Public holidays on weekdays between December 2026 and March 2027. */
const HOLIDAYS = new Set(["2027-01-01", "2027-01-11", "2027-02-11", "2027-02-23", "2027-03-22"]);
