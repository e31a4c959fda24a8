import { Decimal, type Outcome, ok, refuse, roundUpToUnit } from "../shared/index.ts";

/** An order as it stands: what it was made for, and what has happened to it. */
export interface OrderNow {
  readonly number: string;
  readonly quantity: Decimal;
  readonly unitDecimals: number;
  readonly operations: readonly {
    readonly operationNumber: number;
    readonly name: string;
    readonly yield: Decimal;
    readonly plannedQuantity: Decimal;
    readonly good: Decimal;
  }[];
  readonly materials: readonly {
    readonly lineNumber: number;
    readonly operationNumber: number | null;
    readonly required: Decimal;
    readonly unitDecimals: number;
  }[];
}

export interface Rescaled {
  readonly operations: readonly { readonly operationNumber: number; readonly plannedQuantity: Decimal }[];
  readonly materials: readonly { readonly lineNumber: number; readonly required: Decimal }[];
}

/**
 * Carries a new quantity of good pieces back through an order that exists, with the yields it was made with: the bill and the routing of
 * today may be others. Material follows the pieces that enter its operation, rounded up to its own unit.
 *
 * Refuses WORK_REPORTED_ABOVE when more than that has been reported good already: what was made cannot be changed away.
 */
export function rescaleOrder(order: OrderNow, quantity: Decimal): Outcome<Rescaled, "WORK_REPORTED_ABOVE"> {
  const planned: Decimal[] = [];
  let leaving = quantity;
  for (let index = order.operations.length - 1; index >= 0; index--) {
    const operation = order.operations[index]!;
    if (quantity.lessThan(order.quantity) && operation.good.greaterThan(leaving))
      return refuse("WORK_REPORTED_ABOVE", {
        number: order.number,
        operation: operation.name,
        reported: operation.good.toFixed(),
        quantity: leaving.toFixed(),
      });
    leaving = roundUpToUnit(leaving.dividedBy(operation.yield), order.unitDecimals);
    planned[index] = leaving;
  }
  const first = order.operations[0];
  return ok({
    operations: order.operations.map((one, index) => ({
      operationNumber: one.operationNumber,
      plannedQuantity: planned[index]!,
    })),
    materials: order.materials.map(({ lineNumber, operationNumber, required, unitDecimals }) => {
      const at = order.operations.findIndex(
        (one) => one.operationNumber === (operationNumber ?? first?.operationNumber),
      );
      const before = order.operations[at]?.plannedQuantity ?? order.quantity;
      const after = planned[at] ?? quantity;
      const exact = before.isZero() ? new Decimal(0) : required.times(after).dividedBy(before);
      return { lineNumber, required: roundUpToUnit(exact.toDecimalPlaces(9), unitDecimals) };
    }),
  });
}
