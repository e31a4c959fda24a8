import type { Refusal } from "../shared/index.ts";
import { isTurnedRound, type Validity, validitiesOverlap } from "./validity.ts";

/** What the rules ask of an operation. */
export interface OperationPlan extends Validity {
  readonly operationNumber: number;
  readonly workCenterId: string | null;
  readonly subcontractPartnerId: string | null;
  readonly subcontractItemId: string | null;
}

export type RoutingRefusal =
  | "OPERATION_NEEDS_ONE_PLACE"
  | "OPERATION_NUMBER_TWICE"
  | "OPERATION_ITEM_WITHOUT_PARTNER"
  | "VALIDITY_TURNED_ROUND";

/**
 * Looks at the operations of one item: each is done at an own work centre or by a partner, and no number stands twice on
 * one day.
 */
export function checkRouting(operations: readonly OperationPlan[]): Refusal<RoutingRefusal>[] {
  const refusals: Refusal<RoutingRefusal>[] = [];
  for (const [index, operation] of operations.entries()) {
    const at = (field: string) => `operations.${index}.${field}`;
    if ((operation.workCenterId === null) === (operation.subcontractPartnerId === null)) {
      refusals.push({ code: "OPERATION_NEEDS_ONE_PLACE", field: at("workCenterId") });
    } else if (operation.subcontractPartnerId === null && operation.subcontractItemId !== null) {
      refusals.push({ code: "OPERATION_ITEM_WITHOUT_PARTNER", field: at("subcontractItemId") });
    }
    if (isTurnedRound(operation)) refusals.push({ code: "VALIDITY_TURNED_ROUND", field: at("validTo") });
    const isTwice = operations.some(
      (other, place) =>
        place < index && other.operationNumber === operation.operationNumber && validitiesOverlap(other, operation),
    );
    if (isTwice) {
      const values = { number: operation.operationNumber };
      refusals.push({ code: "OPERATION_NUMBER_TWICE", values, field: at("operationNumber") });
    }
  }
  return refusals;
}
