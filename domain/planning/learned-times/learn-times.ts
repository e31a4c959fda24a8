import { robustLine, type Spread, spreadOf } from "./robust.ts";
import type { WorkEvent } from "./work-event.ts";

/** How long an operation takes on a machine: `setupMinutes + minutesPerUnit × units`. */
export interface OperationTimes {
  readonly operation: string;
  readonly machine: string;
  readonly setupMinutes: number;
  readonly minutesPerUnit: number;
  /** What it really took ÷ what these times say; 1 is as said. */
  readonly ratio: Spread;
  /** Work orders it was learned from. */
  readonly orderCount: number;
}

/** How long a work order waits before an operation on a machine, since the end of what was done before. */
export interface QueueTimes {
  readonly operation: string;
  readonly machine: string;
  readonly minutes: Spread;
  readonly orderCount: number;
}

/** How long work waits before a machine, whichever operation. */
export type MachineQueue = Omit<QueueTimes, "operation">;

export interface PartLeadTimes {
  readonly part: string;
  readonly days: Spread;
  readonly orderCount: number;
}

/** A work order from its first start to its last end. */
export interface WorkedOrder {
  readonly order: string;
  readonly part: string;
  readonly quantity: number;
  readonly firstOperation: string;
  readonly startAt: number;
  readonly endAt: number;
}

export interface LearnedTimes {
  readonly operations: readonly OperationTimes[];
  readonly queues: readonly QueueTimes[];
  readonly machineQueues: readonly MachineQueue[];
  readonly leadTimes: readonly PartLeadTimes[];
  /** By their start. */
  readonly orders: readonly WorkedOrder[];
}

const DAY = 1440;

/**
 * Learns standard times, queues and lead times from reports of work, whatever order they come in. Robust: neither a forgotten report over a weekend nor
 * a mistyped quantity moves a figure (medians, and a line by the median of slopes).
 *
 * Rules: docs/rules/scheduling.md, "Learned times". An operation reported several times in a work order counts as one of all its minutes and units;
 * without units reported it is taken to be for the whole order.
 */
export function learnTimes(events: readonly WorkEvent[]): LearnedTimes {
  const visits = workVisits(events);
  const orders = workedOrders(events);
  const operations: OperationTimes[] = [];
  const queues: QueueTimes[] = [];
  const places = groups(visits, ({ operation, machine }) => JSON.stringify([operation, machine]));
  for (const [, list] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { operation, machine } = list[0]!;
    const times = standardTimes(list);
    if (times) operations.push({ operation, machine, ...times, orderCount: list.length });
    const waits = list.flatMap(({ waited }) => (waited === null ? [] : [waited]));
    if (waits.length > 0) queues.push({ operation, machine, minutes: spreadOf(waits), orderCount: waits.length });
  }
  const machineQueues = [...groups(visits, ({ machine }) => machine)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([machine, list]) => {
      const waits = list.flatMap(({ waited }) => (waited === null ? [] : [waited]));
      return waits.length === 0 ? [] : [{ machine, minutes: spreadOf(waits), orderCount: waits.length }];
    });
  const parts = [...groups(orders, ({ part }) => part)].sort(([a], [b]) => (a < b ? -1 : 1));
  const leadTimes = parts.map(([part, list]) => ({
    part,
    days: spreadOf(list.map(({ startAt, endAt }) => (endAt - startAt) / DAY)),
    orderCount: list.length,
  }));
  return { operations, queues, machineQueues, leadTimes, orders };
}

/** Work orders from their first start to their last end, by their start; whatever order the reports come in. */
export function workedOrders(events: readonly WorkEvent[]): WorkedOrder[] {
  return [...groups(events.toSorted(byTime), ({ order }) => order).values()]
    .map((list) => {
      const first = list[0]!;
      return {
        order: first.order,
        part: first.part,
        quantity: first.orderQuantity,
        firstOperation: first.operation,
        startAt: first.startAt,
        endAt: list.reduce((latest, { endAt }) => Math.max(latest, endAt), first.endAt),
      };
    })
    .sort((a, b) => a.startAt - b.startAt || (a.order < b.order ? -1 : 1));
}

/** One operation of a work order on one machine, all reports together. */
export interface WorkVisit {
  readonly order: string;
  readonly operation: string;
  readonly machine: string;
  minutes: number;
  units: number;
  readonly orderQuantity: number;
  /** Minutes from the end of what was done before; null for the first of an order. */
  readonly waited: number | null;
}

/** The observations an operation's times are learned from: one for each work order. */
export function workVisits(events: readonly WorkEvent[]): WorkVisit[] {
  return [...groups(events.toSorted(byTime), ({ order }) => order).values()].flatMap(visitsOf);
}

function visitsOf(events: readonly WorkEvent[]): WorkVisit[] {
  const known = new Map<string, WorkVisit>();
  let lastEnd: number | null = null;
  for (const event of events) {
    const key = JSON.stringify([event.operation, event.machine]);
    let visit = known.get(key);
    if (!visit) {
      visit = {
        order: event.order,
        operation: event.operation,
        machine: event.machine,
        minutes: 0,
        units: 0,
        orderQuantity: event.orderQuantity,
        waited: lastEnd === null ? null : Math.max(0, event.startAt - lastEnd),
      };
      known.set(key, visit);
    }
    visit.minutes += event.endAt - event.startAt;
    visit.units += event.good + event.rejected;
    lastEnd = Math.max(lastEnd ?? event.endAt, event.endAt);
  }
  return [...known.values()];
}

/** Too few quantities tell set-up and work apart; then all of it is work. */
const QUANTITIES_FOR_A_LINE = 4;

function standardTimes(
  visits: readonly WorkVisit[],
): Omit<OperationTimes, "operation" | "machine" | "orderCount"> | null {
  const points = visits
    .map(({ units, orderQuantity, minutes }) => [units > 0 ? units : orderQuantity, minutes] as const)
    .filter(([units, minutes]) => units > 0 && minutes > 0);
  if (points.length === 0) return null;
  const quantities = new Set(points.map(([units]) => units)).size;
  const line = quantities >= QUANTITIES_FOR_A_LINE ? robustLine(points) : null;
  const perUnit = spreadOf(points.map(([units, minutes]) => minutes / units)).median;
  const setupMinutes = line?.intercept ?? 0;
  const minutesPerUnit = line?.slope ?? perUnit;
  const ratios = points.map(([units, minutes]) => minutes / (setupMinutes + minutesPerUnit * units));
  return { setupMinutes, minutesPerUnit, ratio: spreadOf(ratios) };
}

function byTime(a: WorkEvent, b: WorkEvent): number {
  if (a.startAt !== b.startAt) return a.startAt - b.startAt;
  if (a.endAt !== b.endAt) return a.endAt - b.endAt;
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function groups<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of list) {
    const group = found.get(keyOf(one));
    if (group) group.push(one);
    else found.set(keyOf(one), [one]);
  }
  return found;
}
