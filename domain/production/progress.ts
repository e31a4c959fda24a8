import { Decimal } from "../shared/index.ts";

export interface OperationProgress {
  readonly plannedQuantity: Decimal;
  readonly good: Decimal;
  readonly scrap: Decimal;
  readonly isDone: boolean;
  /** Minutes of the whole operation as planned; 0 where nothing is known. */
  readonly plannedMinutes: Decimal;
}

/**
 * Share of an order's work that is done, 0 to 1 with four decimals: each operation by pieces worked of pieces planned, weighed by
 * its planned minutes (outside operations and operations without minutes weigh as the average of the others).
 */
export function progressShare(operations: readonly OperationProgress[]): Decimal {
  if (operations.length === 0) return new Decimal(0);
  const known = operations.filter((operation) => operation.plannedMinutes.greaterThan(0));
  const average =
    known.length === 0
      ? new Decimal(1)
      : known.reduce((sum, one) => sum.plus(one.plannedMinutes), new Decimal(0)).dividedBy(known.length);
  let done = new Decimal(0);
  let total = new Decimal(0);
  for (const operation of operations) {
    const weight = operation.plannedMinutes.greaterThan(0) ? operation.plannedMinutes : average;
    const share = operation.isDone
      ? new Decimal(1)
      : operation.plannedQuantity.isZero()
        ? new Decimal(0)
        : Decimal.min(operation.good.plus(operation.scrap).dividedBy(operation.plannedQuantity), 1);
    done = done.plus(weight.times(share));
    total = total.plus(weight);
  }
  return done.dividedBy(total).toDecimalPlaces(4, Decimal.ROUND_DOWN);
}

/** Minutes an operation still asks for: its set-up until the first piece is reported, and every piece that is not. */
export function minutesToDo(operation: {
  readonly setupMinutes: Decimal;
  readonly runMinutesPerUnit: Decimal;
  readonly plannedQuantity: Decimal;
  readonly good: Decimal;
  readonly scrap: Decimal;
}): Decimal {
  const { setupMinutes, runMinutesPerUnit, plannedQuantity, good, scrap } = operation;
  const reported = good.plus(scrap);
  const left = Decimal.max(plannedQuantity.minus(reported), 0);
  return runMinutesPerUnit.times(left).plus(reported.isZero() ? setupMinutes : 0);
}
