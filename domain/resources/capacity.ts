import { assert, type Outcome, ok, type PlainDate, refuse } from "../shared/index.ts";
import { isWorkingDay, type WorkingDays } from "./working-calendar.ts";

/** A turn of work 直. Ends on the next day when `endsAt` is not after `startsAt`. */
export interface Shift {
  readonly code: string;
  /** `HH:MM`, 24 hours. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly breakMinutes: number;
}

/** Machines or benches of one kind that work can be given to. */
export interface WorkCenter {
  readonly machineCount: number;
  /** Minutes one machine works on a working day when no shifts are named. */
  readonly minutesPerDay: number;
}

export type ShiftRefusal = "SHIFT_BREAK_TOO_LONG" | "SHIFTS_OVERLAP";

const DAY_MINUTES = 1440;

/** Minutes worked in one shift: from start to end less the break, over midnight where it ends earlier than it starts. */
export function shiftMinutes(shift: Shift): number {
  return spanMinutes(shift) - shift.breakMinutes;
}

/** Refuses a break longer than its shift, and shifts that lie over each other, also over midnight. */
export function checkShifts(shifts: readonly Shift[]): Outcome<readonly Shift[], ShiftRefusal> {
  for (const [index, shift] of shifts.entries()) {
    if (shiftMinutes(shift) < 0) {
      return refuse("SHIFT_BREAK_TOO_LONG", { shift: shift.code }, `shifts.${index}.breakMinutes`);
    }
    const other = shifts.slice(0, index).find((earlier) => overlap(earlier, shift));
    if (other) {
      return refuse("SHIFTS_OVERLAP", { shift: shift.code, other: other.code }, `shifts.${index}.startsAt`);
    }
  }
  return ok(shifts);
}

/**
 * Minutes of work a work centre can give on a day: machines × (sum of the shifts, or its minutes per day without shifts),
 * nothing on a day that is not worked. A shift over midnight counts for the day it starts on.
 */
export function capacityMinutes(
  workCenter: WorkCenter,
  shifts: readonly Shift[],
  days: WorkingDays,
  date: PlainDate,
): number {
  if (!isWorkingDay(days, date)) return 0;
  const perMachine =
    shifts.length === 0
      ? workCenter.minutesPerDay
      : shifts.reduce((sum, shift) => sum + Math.max(0, shiftMinutes(shift)), 0);
  return workCenter.machineCount * perMachine;
}

function spanMinutes(shift: Shift): number {
  const from = minuteOfDay(shift.startsAt);
  const to = minuteOfDay(shift.endsAt);
  return to > from ? to - from : to - from + DAY_MINUTES;
}

function overlap(a: Shift, b: Shift): boolean {
  const startA = minuteOfDay(a.startsAt);
  const startB = minuteOfDay(b.startsAt);
  // On a clock face: one begins before the other has ended.
  return (
    (startB - startA + DAY_MINUTES) % DAY_MINUTES < spanMinutes(a) ||
    (startA - startB + DAY_MINUTES) % DAY_MINUTES < spanMinutes(b)
  );
}

function minuteOfDay(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time);
  assert(match, "a time as HH:MM");
  return Number(match[1]) * 60 + Number(match[2]);
}
