import { Decimal, type Outcome, ok, refuse } from "../shared/index.ts";
import type { OperationState } from "./work-order.ts";

/** Where an operation is done instead of at its own work centre. */
export interface Assignment {
  /** `null`: at its own. */
  readonly assignedWorkCenterId: string | null;
  /** How many times as long it takes there; 1 at its own. */
  readonly timeFactor: Decimal;
}

export interface AssignableOperation extends Assignment {
  /** Its own: the one the routing names; `null` for work at a partner. */
  readonly workCenterId: string | null;
  readonly state: OperationState;
}

/** Set-up and run minutes where the operation is done: those of the routing × the factor of the work centre that stands in. */
export function minutesWhereDone(
  operation: Pick<Assignment, "timeFactor"> & {
    readonly setupMinutes: Decimal;
    readonly runMinutesPerUnit: Decimal;
  },
): { readonly setupMinutes: Decimal; readonly runMinutesPerUnit: Decimal } {
  const { setupMinutes, runMinutesPerUnit, timeFactor } = operation;
  return { setupMinutes: setupMinutes.times(timeFactor), runMinutesPerUnit: runMinutesPerUnit.times(timeFactor) };
}

/** Whether somebody began it: from then on a schedule leaves it where it is. */
export function isBegun(operation: {
  readonly state: OperationState;
  readonly good: Decimal;
  readonly scrap: Decimal;
}): boolean {
  const { state, good, scrap } = operation;
  return (state !== "waiting" && state !== "ready") || good.plus(scrap).greaterThan(0);
}

/**
 * Gives an operation to its own work centre or to one that stands in for it. One that is begun may be given too: the floor sometimes works
 * elsewhere than planned, and times and cost of what comes should be those of the place.
 *
 * @param alternatives work centres that stand in for its own, with their factors
 */
export function assignWorkCenter(
  operation: AssignableOperation,
  workCenterId: string,
  alternatives: readonly { readonly workCenterId: string; readonly timeFactor: Decimal }[],
): Outcome<Assignment, "OPERATION_WITHOUT_WORK_CENTER" | "OPERATION_DONE" | "WORK_CENTER_NOT_ALTERNATIVE"> {
  if (operation.workCenterId === null) return refuse("OPERATION_WITHOUT_WORK_CENTER");
  if (operation.state === "done") return refuse("OPERATION_DONE");
  if (workCenterId === operation.workCenterId) return ok({ assignedWorkCenterId: null, timeFactor: new Decimal(1) });
  const other = alternatives.find((one) => one.workCenterId === workCenterId);
  if (!other) return refuse("WORK_CENTER_NOT_ALTERNATIVE", undefined, "workCenterId");
  return ok({ assignedWorkCenterId: workCenterId, timeFactor: other.timeFactor });
}
