import { capacityMinutes, isWorkingDay, type Shift, type WorkCenter, type WorkingDays } from "../resources/index.ts";
import { addDays, dayOfWeek, type PlainDate } from "../shared/index.ts";

/** Seven days from Monday; the first one only from today on. */
export interface LoadWeek {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Work one work centre still has to do, between two days. */
export interface LoadPiece {
  readonly workCenterId: string;
  /** A work order that exists, or a proposal of the plan. */
  readonly kind: "order" | "plan";
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly minutes: number;
}

export interface LoadedCenter extends WorkCenter {
  readonly id: string;
  readonly shifts: readonly Shift[];
  readonly days: WorkingDays;
}

export interface CenterLoad {
  readonly workCenterId: string;
  readonly weeks: readonly {
    /** Minutes of work orders, of the plan's proposals, and what the centre can give. */
    readonly orderMinutes: number;
    readonly planMinutes: number;
    readonly capacityMinutes: number;
  }[];
}

/** The weeks from today: this one's rest, then whole ones. */
export function comingWeeks(today: PlainDate, count: number): LoadWeek[] {
  const sunday = addDays(today, 7 - dayOfWeek(today));
  return Array.from({ length: count }, (_, at) => ({
    from: at === 0 ? today : addDays(sunday, 7 * (at - 1) + 1),
    to: addDays(sunday, 7 * at),
  }));
}

/**
 * What the coming weeks ask of each work centre, and what it can give.
 *
 * A piece is spread evenly over the working days of its centre between its two days; what should have been done before today is work
 * of today. Nothing is moved because a day is full: this shows where it will be tight, it is no schedule.
 * Source: docs/rules/planning.md, "Load of the coming weeks".
 *
 * @param weeks consecutive, the first one beginning today
 * @returns one row per centre, in their order; parts of a piece behind the last week are left out
 */
export function loadByWeek(
  centers: readonly LoadedCenter[],
  pieces: readonly LoadPiece[],
  weeks: readonly LoadWeek[],
): CenterLoad[] {
  const today = weeks[0]!.from;
  const end = weeks.at(-1)!.to;
  return centers.map((center) => {
    const order = weeks.map(() => 0);
    const plan = weeks.map(() => 0);
    const weekOf = (day: PlainDate) => weeks.findIndex(({ to }) => day <= to);
    for (const piece of pieces) {
      if (piece.workCenterId !== center.id || piece.minutes <= 0) continue;
      const sums = piece.kind === "order" ? order : plan;
      const from = laterOf(piece.from, today);
      const to = laterOf(piece.to, from);
      const worked = daysOf(center.days, from, to);
      // Between two days that are not worked, it is done on the last one all the same.
      const spread = worked.length > 0 ? worked : [to];
      for (const day of spread) if (day <= end) sums[weekOf(day)]! += piece.minutes / spread.length;
    }
    return {
      workCenterId: center.id,
      weeks: weeks.map((week, at) => ({
        orderMinutes: Math.round(order[at]!),
        planMinutes: Math.round(plan[at]!),
        capacityMinutes: daysOf(center.days, week.from, week.to).reduce(
          (sum, day) => sum + capacityMinutes(center, center.shifts, center.days, day),
          0,
        ),
      })),
    };
  });
}

function daysOf(days: WorkingDays, from: PlainDate, to: PlainDate): PlainDate[] {
  const found: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(days, day)) found.push(day);
  return found;
}

const laterOf = (one: PlainDate, other: PlainDate): PlainDate => [one, other].toSorted()[1]!;
