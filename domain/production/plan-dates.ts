import { addDays, Decimal, daysBetween, type PlainDate } from "../shared/index.ts";

export interface DatedOperation {
  readonly setupMinutes: Decimal;
  readonly runMinutesPerUnit: Decimal;
  readonly plannedQuantity: Decimal;
  readonly subcontractPartnerId: string | null;
  readonly subcontractLeadTimeDays: number;
}

const MINUTES_OF_A_DAY = 480;

/**
 * Spreads operations over the days from start to due: each takes its share by minutes (an outside operation a working day for each
 * day of its lead time). Capacity is not looked at: this is the order the floor sees, not a schedule.
 *
 * @returns first and last day of each operation; the last one ends on the due day
 */
export function planDates(
  operations: readonly DatedOperation[],
  startOn: PlainDate,
  dueOn: PlainDate,
): { readonly plannedStartOn: PlainDate; readonly plannedFinishOn: PlainDate }[] {
  const days = Math.max(daysBetween(startOn, dueOn), 0);
  const weights = operations.map((one) =>
    one.subcontractPartnerId
      ? new Decimal(Math.max(one.subcontractLeadTimeDays, 1) * MINUTES_OF_A_DAY)
      : Decimal.max(one.setupMinutes.plus(one.runMinutesPerUnit.times(one.plannedQuantity)), 1),
  );
  const total = weights.reduce((sum, weight) => sum.plus(weight), new Decimal(0));
  let before = new Decimal(0);
  return weights.map((weight) => {
    const at = (passed: Decimal) => addDays(startOn, passed.times(days).dividedBy(total).floor().toNumber());
    const plannedStartOn = at(before);
    before = before.plus(weight);
    return { plannedStartOn, plannedFinishOn: at(before) };
  });
}
