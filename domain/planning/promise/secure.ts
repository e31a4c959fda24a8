import { dayAfter } from "../requirements/day-table.ts";
import { timesRatioUp, upToMultiple } from "../requirements/exact-ratio.ts";
import type { PromiseState, StateItem, StateOperation } from "./promise-state.ts";
import { giveBack, markOf, type TakeLog, takeMinutes, takeSupply } from "./take-log.ts";

/** Not within the horizon. */
export const NEVER = Number.POSITIVE_INFINITY;

/**
 * How a quantity of one item is had, and the link that decides when. Times are days from today with their part of the day: 3.5 is the
 * middle of the fourth.
 */
export interface Secured {
  readonly item: number;
  readonly because: "stock" | "receipt" | "make" | "buy" | "subcontract" | "none" | "lacks";
  readonly quantity: number;
  readonly from: number;
  readonly ready: number;
  readonly operations: readonly SecuredOperation[];
  /** What it waited for before it could begin. */
  readonly waitedFor: Secured | null;
}

export interface SecuredOperation {
  readonly operation: StateOperation;
  readonly center: number;
  readonly from: number;
  readonly ready: number;
  /** When it would be ready if its work centre had nothing else to do. */
  readonly unloaded: number;
}

/** The day on which it is there: work that fills a day to its end is done on that day. */
export function readyDay({ ready, from, operations }: Secured): number {
  const isWorked = (operations.at(-1)?.center ?? -1) >= 0 && ready > from;
  return isWorked ? Math.ceil(ready) - 1 : Math.floor(ready);
}

/** One question under way. */
export interface Asking {
  readonly state: PromiseState;
  readonly log: TakeLog;
  /** Work centres whose work another does instead. */
  readonly instead: ReadonlyMap<number, { readonly center: number; readonly timeFactor: number }>;
  /** Items being made above the one in question: one that comes again contains itself. */
  readonly above: Set<number>;
}

/**
 * The earliest way to have a quantity: what is free now, then what comes before the rest could be made or bought, the rest new. Takes it
 * from the state and writes it into the log.
 *
 * @param notBefore the day before which nothing of it may be begun
 */
export function secure(asking: Asking, item: number, quantity: number, notBefore: number): Secured {
  const { state, log } = asking;
  const { day, free } = state.items[item]!.supply;
  let left = quantity;
  let place = 0;
  for (; place < day.length && day[place]! <= notBefore && left > 0; place++) {
    const taken = Math.min(left, free[place]!);
    if (taken > 0) takeSupply(state, log, item, place, taken);
    left -= taken;
  }
  if (left === 0) return had(item, "stock", quantity, notBefore, notBefore);
  while (place < day.length && (day[place]! <= notBefore || free[place] === 0)) place++;
  const before = markOf(log);
  const fresh = obtain(asking, item, left, notBefore);
  if (place === day.length || day[place]! >= fresh.ready) return fresh;

  // Something comes before that: it is used, and only what it leaves is made.
  giveBack(state, log, before);
  let ready = notBefore;
  for (; place < day.length && day[place]! < fresh.ready && left > 0; place++) {
    const taken = Math.min(left, free[place]!);
    if (taken === 0) continue;
    takeSupply(state, log, item, place, taken);
    left -= taken;
    ready = day[place]!;
  }
  const received = had(item, "receipt", quantity, notBefore, ready);
  if (left === 0) return received;
  const rest = obtain(asking, item, left, notBefore);
  return rest.ready >= ready ? rest : received;
}

const had = (item: number, because: Secured["because"], quantity: number, from: number, ready: number): Secured => ({
  item,
  because,
  quantity,
  from,
  ready,
  operations: [],
  waitedFor: null,
});

/** All of it new: made, bought, or worked on by a partner. */
function obtain(asking: Asking, item: number, quantity: number, notBefore: number): Secured {
  const { state, above } = asking;
  const one = state.items[item]!;
  if (above.has(item)) return had(item, "none", quantity, notBefore, NEVER);
  if (one.record.supply === "buy") {
    const ready = workingDaysAfter(state, one, notBefore, one.record.leadTimeDays);
    return had(item, "buy", quantity, notBefore, ready);
  }
  if (one.lacks) return had(item, "lacks", quantity, notBefore, NEVER);
  const isPhantom = one.record.isPhantom === true;
  const started = isPhantom
    ? timesRatioUp(quantity, one.yield.denominator, one.yield.numerator, item)
    : startQuantity(one, quantity, item);
  above.add(item);
  let waitedFor: Secured | null = null;
  let from = notBefore;
  for (const { item: component, per } of one.components) {
    const needed = timesRatioUp(started, per.numerator, per.denominator, component);
    const secured = secure(asking, component, needed, notBefore);
    if (secured.ready > from || (waitedFor === null && secured.ready >= from)) {
      from = secured.ready;
      waitedFor = secured;
    }
    if (from === NEVER) break;
  }
  above.delete(item);
  const because = one.record.supply;
  if (from === NEVER) return { ...had(item, because, quantity, notBefore, NEVER), waitedFor };
  // It is not made by itself: with its components it is there.
  if (isPhantom) return { ...had(item, because, quantity, notBefore, from), waitedFor };
  if (one.operations.length === 0) {
    const ready = workingDaysAfter(state, one, from, one.record.leadTimeDays);
    return { ...had(item, because, quantity, from, ready), waitedFor };
  }
  const operations: SecuredOperation[] = [];
  let at = from;
  for (const operation of one.operations) {
    const done = work(asking, one, operation, started, at);
    operations.push(done);
    at = done.ready;
    if (at === NEVER) break;
  }
  const made = { ...had(item, because, quantity, from, at), operations, waitedFor };
  if (because === "make") asking.log.made.push({ item, started, from, readyDay: readyDay(made) });
  return made;
}

/** What is started so that enough is good, in whole lots. */
function startQuantity(one: StateItem, quantity: number, item: number): number {
  const started = Math.max(timesRatioUp(quantity, one.yield.denominator, one.yield.numerator, item), one.lotMinimum);
  return one.lotMultiple > 0 ? upToMultiple(started, one.lotMultiple) : started;
}

/** Orders and subcontractors count whole working days; a day that has begun counts as begun. */
function workingDaysAfter(state: PromiseState, one: StateItem, from: number, days: number): number {
  const begun = Math.ceil(from);
  if (begun >= state.horizonDays) return NEVER;
  const ready = dayAfter(one.days, begun, days, state.horizonDays);
  return ready >= state.horizonDays ? NEVER : ready;
}

/** Lays an operation into the free minutes of its work centre; a lot is worked on one machine. */
function work(asking: Asking, one: StateItem, operation: StateOperation, quantity: number, from: number) {
  const { state, log, instead } = asking;
  if (operation.center < 0) {
    const ready = workingDaysAfter(state, one, from, operation.subcontractDays);
    return { operation, center: -1, from, ready, unloaded: ready };
  }
  const other = instead.get(operation.center);
  const place = other?.center ?? operation.center;
  const center = state.centers[place]!;
  const minutes = Math.ceil((operation.setupMinutes + operation.minutesPerPart * quantity) * (other?.timeFactor ?? 1));
  const { capacity, free, machineCount } = center;
  const unloaded = runsUntil(capacity, capacity, machineCount, from, minutes, null);
  const ready = runsUntil(capacity, free, machineCount, from, minutes, (day, taken) =>
    takeMinutes(center, place, log, day, taken),
  );
  return { operation, center: place, from, ready, unloaded };
}

/** When so many minutes are worked, beginning at `from`, a machine giving at most its own share of each day. */
function runsUntil(
  capacity: Int32Array,
  free: Int32Array,
  machineCount: number,
  from: number,
  minutes: number,
  take: ((day: number, minutes: number) => void) | null,
): number {
  if (minutes === 0) return from;
  let left = minutes;
  let day = Math.floor(from);
  let passed = from - day;
  for (; day < free.length; day++, passed = 0) {
    const machine = Math.floor(capacity[day]! / machineCount);
    const room = Math.min(Math.floor(machine * (1 - passed)), free[day]!);
    if (room <= 0) continue;
    const taken = Math.min(left, room);
    // Within a day work stands in the order it was given: it ends when the day is as full as it is then.
    const filled = 1 - (free[day]! - taken) / capacity[day]!;
    take?.(day, taken);
    left -= taken;
    if (left === 0) return day + Math.min(1, Math.max(passed + taken / machine, filled));
  }
  return NEVER;
}
