/** A work centre's coming weeks, as far as shares need it. */
export interface LoadedCenter {
  readonly weeks: readonly {
    readonly orderMinutes: number;
    readonly planMinutes: number;
    readonly capacityMinutes: number;
  }[];
}

/** Work against what can be done, in whole percent; null where nothing can be done that week. */
export function loadPercent(week: LoadedCenter["weeks"][number]): number | null {
  const asked = week.orderMinutes + week.planMinutes;
  if (week.capacityMinutes === 0) return null;
  return Math.round((asked * 100) / week.capacityMinutes);
}

/** The tightest week of a centre, in percent. */
export function peakOf({ weeks }: LoadedCenter): number {
  return Math.max(0, ...weeks.map((week) => loadPercent(week) ?? 0));
}

/** The centres with work, the tightest first. */
export function mostLoaded<C extends LoadedCenter>(centers: readonly C[], count: number): C[] {
  return centers
    .filter((center) => center.weeks.some((week) => week.orderMinutes + week.planMinutes > 0))
    .toSorted((a, b) => peakOf(b) - peakOf(a))
    .slice(0, count);
}
