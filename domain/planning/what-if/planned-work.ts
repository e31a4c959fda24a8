import { shareOfDays, shareOutDays } from "../../production/index.ts";
import { addDays, type PlainDate } from "../../shared/index.ts";
import type { LoadPiece } from "../load-by-week.ts";
import type { CalculatedPlan } from "../plan-from-records.ts";

/** An operation of an item's routing, as far as it takes time. */
export interface RoutedOperation {
  readonly itemId: string;
  readonly operationNumber: number;
  /** `null`: outside the house. */
  readonly workCenterId: string | null;
  readonly setupMinutes: number;
  readonly runMinutesPerUnit: number;
  readonly outsideDays: number;
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}

/**
 * What the planned orders of a calculated plan ask of work centres, summed by centre and days, as work orders made of them would.
 *
 * @param until orders that start later are left out
 */
export function plannedWork(
  { index, plan }: CalculatedPlan,
  routing: readonly RoutedOperation[],
  planFrom: PlainDate,
  until: PlainDate,
): LoadPiece[] {
  const ofItem = new Map<string, RoutedOperation[]>();
  for (const one of routing) {
    const known = ofItem.get(one.itemId);
    if (known) known.push(one);
    else ofItem.set(one.itemId, [one]);
  }
  for (const operations of ofItem.values()) operations.sort((a, b) => a.operationNumber - b.operationNumber);
  const sums = new Map<string, LoadPiece>();
  const { orders } = plan;
  index.items.forEach((item, at) => {
    const operations = item.supply === "make" ? ofItem.get(item.id) : undefined;
    if (!operations) return;
    const unit = 10 ** index.decimals[at]!;
    for (let order = orders.first[at]!; order < orders.end[at]!; order++) {
      const start = addDays(planFrom, orders.startDay[order]!);
      if (start > until) continue;
      const days = orders.dueDay[order]! - orders.startDay[order]!;
      const quantity = orders.quantity[order]! / unit;
      for (const { operation: _, ...piece } of workOf(operations, quantity, start, days)) add(sums, piece);
    }
  });
  return [...sums.values()];
}

/** A piece of work with the operation it is. */
export interface OperationWork extends LoadPiece {
  readonly operation: RoutedOperation;
}

/**
 * What one planned order asks of work centres: the routing valid on the day it starts, each operation on the days that are its share.
 *
 * @param routing of the item, by number of the operation
 * @param days from start to due
 */
export function workOf(
  routing: readonly RoutedOperation[],
  quantity: number,
  start: PlainDate,
  days: number,
): OperationWork[] {
  const operations = routing.filter(
    ({ validFrom, validTo }) => (validFrom === null || validFrom <= start) && (validTo === null || validTo >= start),
  );
  const minutes = operations.map((one) => one.setupMinutes + one.runMinutesPerUnit * quantity);
  const shares = operations.map((one, at) =>
    shareOfDays(minutes[at]!, one.workCenterId === null ? one.outsideDays : null),
  );
  return shareOutDays(shares, days).flatMap(({ from, to }, at): OperationWork[] => {
    const operation = operations[at]!;
    const { workCenterId } = operation;
    if (workCenterId === null) return [];
    return [
      {
        ...{ workCenterId, kind: "plan", from: addDays(start, from), to: addDays(start, to) },
        ...{ minutes: minutes[at]!, operation },
      },
    ];
  });
}

function add(sums: Map<string, LoadPiece>, piece: LoadPiece): void {
  const key = `${piece.workCenterId} ${piece.from} ${piece.to}`;
  const known = sums.get(key);
  sums.set(key, known ? { ...known, minutes: known.minutes + piece.minutes } : piece);
}
