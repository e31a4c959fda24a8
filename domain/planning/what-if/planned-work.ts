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

const OUTSIDE_DAY_MINUTES = 480;

/**
 * What the planned orders of a calculated plan ask of work centres, summed by centre and days: the routing valid on the day of the start,
 * each operation with its share of the days between start and due, as a work order made of it would get.
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

function validOn(day: PlainDate) {
  return ({ validFrom, validTo }: RoutedOperation) =>
    (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
}

/** A piece of work with the operation it is. */
export interface OperationWork extends LoadPiece {
  readonly operation: RoutedOperation;
}

/**
 * What one planned order asks of work centres.
 *
 * @param routing of the item, by number of the operation; those valid on the start count
 * @param days from start to due
 */
export function workOf(
  routing: readonly RoutedOperation[],
  quantity: number,
  start: PlainDate,
  days: number,
): OperationWork[] {
  const operations = routing.filter(validOn(start));
  const minutesOf = ({ setupMinutes, runMinutesPerUnit }: RoutedOperation) =>
    setupMinutes + runMinutesPerUnit * quantity;
  const weights = operations.map((one) =>
    one.workCenterId === null ? Math.max(one.outsideDays, 1) * OUTSIDE_DAY_MINUTES : Math.max(minutesOf(one), 1),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  // A share that ends exactly with a day must not end before it because of its last binary digit.
  const at = (passed: number) => addDays(start, Math.floor((passed * days) / whole + 1e-9));
  let before = 0;
  return operations.flatMap((one, place): OperationWork[] => {
    const from = at(before);
    before += weights[place]!;
    if (one.workCenterId === null) return [];
    return [
      { workCenterId: one.workCenterId, kind: "plan", from, to: at(before), minutes: minutesOf(one), operation: one },
    ];
  });
}

function add(sums: Map<string, LoadPiece>, piece: LoadPiece): void {
  const key = `${piece.workCenterId} ${piece.from} ${piece.to}`;
  const known = sums.get(key);
  sums.set(key, known ? { ...known, minutes: known.minutes + piece.minutes } : piece);
}
