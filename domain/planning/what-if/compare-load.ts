import { isWorkingDay, type KeptCalendar, type WorkingDays, withHours } from "../../resources/index.ts";
import { addDays, type PlainDate } from "../../shared/index.ts";
import { type CenterLoad, type LoadedCenter, type LoadPiece, type LoadWeek, loadByWeek } from "../load-by-week.ts";
import type { CalculatedPlan } from "../plan-from-records.ts";
import type { WhatIfCapacity } from "./changes.ts";
import { plannedWork, type RoutedOperation } from "./planned-work.ts";

/** Work centres with what they have to do; plain data, so that a worker can be handed it. */
export interface Works {
  readonly weeks: readonly LoadWeek[];
  readonly centers: readonly {
    readonly id: string;
    readonly machineCount: number;
    readonly minutesPerDay: number;
    readonly calendarId: string | null;
  }[];
  /** The company's own first. Without any, the centres give nothing. */
  readonly calendars: readonly KeptCalendar[];
  readonly routing: readonly RoutedOperation[];
  /** What open work orders and firm planned orders ask: as they stand, and with their assumed days and quantities. */
  readonly orderWork: { readonly before: readonly LoadPiece[]; readonly after: readonly LoadPiece[] };
}

export interface LoadComparison {
  readonly weeks: readonly LoadWeek[];
  readonly centers: readonly {
    readonly id: string;
    readonly before: CenterLoad["weeks"];
    readonly after: CenterLoad["weeks"];
  }[];
}

/** Load of each work centre and week by both plans. Lost days and overtime change what a centre can give, never when something is planned. */
export function compareLoad(
  works: Works,
  capacity: readonly WhatIfCapacity[],
  before: CalculatedPlan,
  after: CalculatedPlan,
  planFrom: PlainDate,
): LoadComparison {
  const { weeks, orderWork, routing } = works;
  const until = weeks.at(-1)!.to;
  const centers = withHours(works.centers, works.calendars);
  const changed = centers.map((center) => withoutClosedDays(center, capacity));
  const loadBefore = loadByWeek(
    centers,
    [...orderWork.before, ...plannedWork(before, routing, planFrom, until)],
    weeks,
  );
  const loadAfter = loadByWeek(changed, [...orderWork.after, ...plannedWork(after, routing, planFrom, until)], weeks);
  return {
    weeks,
    centers: centers.map(({ id }, at) => ({
      id,
      before: loadBefore[at]!.weeks,
      after: loadAfter[at]!.weeks.map((week, place) => ({
        ...week,
        capacityMinutes: week.capacityMinutes + overtimeIn(weeks[place]!, changed[at]!, capacity),
      })),
    })),
  };
}

function withoutClosedDays(center: LoadedCenter, capacity: readonly WhatIfCapacity[]): LoadedCenter {
  const closed = capacity.filter((one) => one.workCenterId === center.id && one.overtimeMinutes === null);
  if (closed.length === 0) return center;
  const days: WorkingDays = {
    reasonOf: (date) =>
      closed.some(({ from, to }) => date >= from && date <= to)
        ? { isWorking: false, because: "own_day", text: "" }
        : center.days.reasonOf(date),
  };
  return { ...center, days };
}

/** Of all machines, on the days that are worked. */
function overtimeIn(week: LoadWeek, center: LoadedCenter, capacity: readonly WhatIfCapacity[]): number {
  let minutes = 0;
  for (const { workCenterId, from, to, overtimeMinutes } of capacity) {
    if (workCenterId !== center.id || overtimeMinutes === null) continue;
    for (let day = week.from; day <= week.to; day = addDays(day, 1))
      if (day >= from && day <= to && isWorkingDay(center.days, day)) minutes += overtimeMinutes * center.machineCount;
  }
  return minutes;
}
