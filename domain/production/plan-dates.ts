import { addDays, type Decimal, daysBetween, type PlainDate } from "../shared/index.ts";

export interface DatedOperation {
  readonly setupMinutes: Decimal;
  readonly runMinutesPerUnit: Decimal;
  readonly plannedQuantity: Decimal;
  readonly subcontractPartnerId: string | null;
  readonly subcontractLeadTimeDays: number;
}

const MINUTES_OF_A_DAY = 480;

/**
 * What an operation counts for when the days of its order are shared out.
 *
 * @param minutes of set-up and run of the whole quantity
 * @param outsideDays its lead time where it is done outside, `null` in the house
 * @returns minutes: an outside operation counts a working day for each day of its lead time, one without time counts a minute
 */
export function shareOfDays(minutes: number, outsideDays: number | null): number {
  return outsideDays === null ? Math.max(minutes, 1) : Math.max(outsideDays, 1) * MINUTES_OF_A_DAY;
}

/**
 * Shares the days of an order out among its operations, one after the other.
 *
 * @param shares of the operations in their order, each more than nothing (`shareOfDays`)
 * @param days from the order's start to its due day
 * @returns first and last day of each operation, counted from the start; the last one ends with the last day
 */
export function shareOutDays(
  shares: readonly number[],
  days: number,
): { readonly from: number; readonly to: number }[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let passed = 0;
  let from = 0;
  return shares.map((share) => {
    passed += share;
    // A share that ends exactly with a day must not end before it because of its last binary digit.
    const to = Math.floor((passed * days) / whole + 1e-9);
    const piece = { from, to };
    from = to;
    return piece;
  });
}

/**
 * Spreads operations over the days from start to due: each takes its share by minutes. Capacity is not looked at: this is the order the
 * floor sees, not a schedule.
 *
 * @returns first and last day of each operation; the last one ends on the due day
 */
export function planDates(
  operations: readonly DatedOperation[],
  startOn: PlainDate,
  dueOn: PlainDate,
): { readonly plannedStartOn: PlainDate; readonly plannedFinishOn: PlainDate }[] {
  const days = Math.max(daysBetween(startOn, dueOn), 0);
  const shares = operations.map((one) =>
    shareOfDays(
      one.setupMinutes.plus(one.runMinutesPerUnit.times(one.plannedQuantity)).toNumber(),
      one.subcontractPartnerId ? one.subcontractLeadTimeDays : null,
    ),
  );
  return shareOutDays(shares, days).map(({ from, to }) => ({
    plannedStartOn: addDays(startOn, from),
    plannedFinishOn: addDays(startOn, to),
  }));
}
