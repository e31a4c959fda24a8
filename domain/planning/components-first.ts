import { type DayTable, dayTable } from "./requirements/day-table.ts";
import type { Plan, PlanData } from "./requirements/index.ts";

/** A by-product comes from an order that is looked at after what needs it; then all is looked at once more. */
const MOST_PASSES = 20;

/**
 * Looks at the items of a plan that have pegs, components first, so that what an order waits for is known before the order; again until nothing
 * changes.
 *
 * @param look answers whether it changed anything another item looks at
 */
export function componentsFirst({ pegs }: Plan, look: (item: number) => boolean): void {
  const items = [...pegs.first.keys()].filter((item) => pegs.first[item]! < pegs.end[item]!);
  items.sort((a, b) => pegs.first[b]! - pegs.first[a]!);
  for (let pass = 0, isSettled = false; !isSettled && pass < MOST_PASSES; pass++) {
    isSettled = true;
    for (const item of items) if (look(item)) isSettled = false;
  }
}

/** The calendars of a plan, each as a table of its working days. */
export function dayTablesOf({ calendars, historyDays }: PlanData): readonly DayTable[] {
  return calendars.map((flags) => dayTable(flags, historyDays));
}
