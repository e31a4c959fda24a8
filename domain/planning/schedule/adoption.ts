import { Decimal, type PlainDate } from "../../shared/index.ts";

/** A scheduled operation beside what its work order says of it. */
export interface AdoptionRow {
  readonly workOrderId: string;
  readonly operationNumber: number;
  /** Where and when the schedule has it; no work centre: at a partner. */
  readonly scheduledWorkCenterId: string | null;
  readonly startOn: PlainDate;
  readonly finishOn: PlainDate;
  /** Of the work order. */
  readonly isBegun: boolean;
  readonly plannedStartOn: PlainDate | null;
  readonly plannedFinishOn: PlainDate | null;
  readonly workCenterId: string | null;
  readonly assignedWorkCenterId: string | null;
  readonly timeFactor: Decimal;
  /** Of the scheduled work centre as it stands in for the operation's own today; `null`: it does not. */
  readonly alternativeFactor: Decimal | null;
}

export interface AdoptedOperation {
  readonly workOrderId: string;
  readonly operationNumber: number;
  readonly plannedStartOn: PlainDate;
  readonly plannedFinishOn: PlainDate;
  readonly assignedWorkCenterId: string | null;
  readonly timeFactor: Decimal;
}

/** Operations that go from one work centre to another. */
export interface AdoptionMove {
  readonly fromId: string;
  readonly toId: string;
  readonly count: number;
}

export interface Adoption {
  /** Only what is another than before. */
  readonly changes: readonly AdoptedOperation[];
  /** Orders with an operation that goes to another work centre. */
  readonly movedOrderIds: readonly string[];
  readonly moves: readonly AdoptionMove[];
  /** The board has them elsewhere, but they are begun. */
  readonly begunCount: number;
  /** The board has them at a work centre that does not stand in for their own any more. */
  readonly notAlternativeCount: number;
}

/**
 * What adopting a schedule writes into work orders: its days, and at which work centre each operation that is not begun is to be done. What is begun
 * stays where it is, as does what the board has at a work centre that may not do it any more.
 */
export function adoptionOf(rows: readonly AdoptionRow[]): Adoption {
  const one = new Decimal(1);
  const changes: AdoptedOperation[] = [];
  const moves = new Map<string, AdoptionMove>();
  const movedOrderIds = new Set<string>();
  let begunCount = 0;
  let notAlternativeCount = 0;
  for (const row of rows) {
    const { workCenterId, scheduledWorkCenterId: toId } = row;
    const fromId = row.assignedWorkCenterId ?? workCenterId;
    let { assignedWorkCenterId, timeFactor } = row;
    if (toId !== null && fromId !== null) {
      const factor = toId === workCenterId ? one : row.alternativeFactor;
      if (row.isBegun) begunCount += toId === fromId ? 0 : 1;
      else if (factor === null) notAlternativeCount += toId === fromId ? 0 : 1;
      else {
        assignedWorkCenterId = toId === workCenterId ? null : toId;
        timeFactor = factor;
        if (toId !== fromId) {
          const key = `${fromId} ${toId}`;
          movedOrderIds.add(row.workOrderId);
          moves.set(key, { fromId, toId, count: (moves.get(key)?.count ?? 0) + 1 });
        }
      }
    }
    const isSame =
      row.plannedStartOn === row.startOn &&
      row.plannedFinishOn === row.finishOn &&
      row.assignedWorkCenterId === assignedWorkCenterId &&
      row.timeFactor.equals(timeFactor);
    if (isSame) continue;
    const { workOrderId, operationNumber, startOn: plannedStartOn, finishOn: plannedFinishOn } = row;
    const place = { assignedWorkCenterId, timeFactor };
    changes.push({ workOrderId, operationNumber, plannedStartOn, plannedFinishOn, ...place });
  }
  return { changes, movedOrderIds: [...movedOrderIds], moves: [...moves.values()], begunCount, notAlternativeCount };
}
