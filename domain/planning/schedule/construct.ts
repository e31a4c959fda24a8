import { type Factory, followersOf, setupMinutes } from "./factory.ts";
import type { Sequence } from "./timetable.ts";
import { NEVER, PairTimes } from "./working-time.ts";

/**
 * A first schedule: operations are placed one after the other, what must start soonest first (latest start by its due date and what comes after it),
 * each in the way and with the person that end it soonest, also in gaps that were left. Pinned ones are placed before all others.
 */
export function construct(factory: Factory): Sequence {
  return constructBy(factory, latestStarts(factory));
}

/**
 * As `construct`, what has the least urgency first. A pin may stand before what it waits for on the same machine: then pins only say how early, as
 * everything else does.
 *
 * @param fixed where not all pins are a person's or run already: which of them are (>= 0), and stay so as long as they can
 */
export function constructBy(factory: Factory, urgency: ArrayLike<number>, fixed = factory.pinStart): Sequence {
  const none = new Int32Array(factory.operationCount).fill(-1);
  for (const first of fixed === factory.pinStart ? [fixed] : [factory.pinStart, fixed]) {
    const sequence = new Builder(factory, first).build(urgency);
    if (!isCircle(factory, sequence)) return sequence;
  }
  return new Builder(factory, none).build(urgency);
}

/** The latest time each operation may start so that its job is in time, with no regard to what else its machine does. */
export function latestStarts(factory: Factory): Int32Array {
  const { operationCount, waitFirst, waitFor, waitLag, waitOverlap, pinStart, job, dueAt, modeFirst, workingTime } =
    factory;
  const latestEnd = new Int32Array(operationCount);
  for (let operation = 0; operation < operationCount; operation++) latestEnd[operation] = dueAt[job[operation]!]!;
  const latest = new Int32Array(operationCount);
  const order = byWaiting(factory);
  for (let at = operationCount - 1; at >= 0; at--) {
    const operation = order[at]!;
    const mode = modeFirst[operation]!;
    const time = workingTime[factory.modeMachine[mode]!]!;
    const start =
      pinStart[operation]! >= 0
        ? pinStart[operation]!
        : time.startFor(latestEnd[operation]!, factory.modeMinutes[mode]!);
    latest[operation] = start;
    for (let wait = waitFirst[operation]!; wait < waitFirst[operation + 1]!; wait++) {
      const other = waitFor[wait]!;
      const until = (waitOverlap[wait]! >= 0 ? latestEnd[operation]! : start) - waitLag[wait]!;
      if (until < latestEnd[other]!) latestEnd[other] = until;
    }
  }
  return latest;
}

/** Operations so that none stands before what it waits for. @throws assertion on a circle */
function byWaiting(factory: Factory): Int32Array {
  const { operationCount, waitFirst } = factory;
  const followers = followersOf(factory);
  const waits = Int32Array.from({ length: operationCount }, (_, at) => waitFirst[at + 1]! - waitFirst[at]!);
  const order = new Int32Array(operationCount);
  let known = 0;
  for (let at = 0; at < operationCount; at++) if (waits[at] === 0) order[known++] = at;
  for (let at = 0; at < known; at++)
    for (let next = followers.first[order[at]!]!; next < followers.first[order[at]! + 1]!; next++)
      if (--waits[followers.operation[next]!]! === 0) order[known++] = followers.operation[next]!;
  if (known < operationCount) throw new Error("operations wait for each other in a circle");
  return order;
}

interface Slot {
  readonly mode: number;
  readonly person: number;
  readonly setupAt: number;
  readonly start: number;
  readonly end: number;
}

class Builder {
  readonly #factory: Factory;
  /** Placed before all others are those with a start here. */
  readonly #first: Int32Array;
  readonly #lists: number[][];
  /** What finds no time within the horizon, as it was placed. */
  readonly #beyond: number[] = [];
  readonly #setupAt: Int32Array;
  readonly #start: Int32Array;
  readonly #end: Int32Array;
  readonly #mode: Int32Array;
  readonly #person: Int32Array;
  readonly #times: PairTimes;

  constructor(factory: Factory, first: Int32Array) {
    const count = factory.operationCount;
    this.#factory = factory;
    this.#times = new PairTimes(factory.workingTime);
    this.#first = first;
    this.#lists = factory.workingTime.map(() => []);
    this.#setupAt = new Int32Array(count);
    this.#start = new Int32Array(count);
    this.#end = new Int32Array(count);
    this.#mode = factory.modeFirst.slice(0, count);
    this.#person = new Int32Array(count).fill(-1);
  }

  build(latest: ArrayLike<number>): Sequence {
    const factory = this.#factory;
    const { operationCount, waitFirst } = factory;
    const followers = followersOf(factory);
    const waits = Int32Array.from({ length: operationCount }, (_, at) => waitFirst[at + 1]! - waitFirst[at]!);
    const isPlaced = new Uint8Array(operationCount);
    const pinned = [...isPlaced.keys()].filter((at) => this.#first[at]! >= 0);
    // Of two that start at once on a machine, one takes no time, and comes before the other.
    const length = (at: number) => factory.modeMinutes[Math.max(factory.pinMode[at]!, factory.modeFirst[at]!)]!;
    pinned.sort((a, b) => factory.pinStart[a]! - factory.pinStart[b]! || length(a) - length(b) || a - b);
    for (const operation of pinned) {
      this.#place(operation, factory.pinStart[operation]!);
      isPlaced[operation] = 1;
    }
    const ready = new Heap((a, b) => latest[a]! - latest[b]! || a - b);
    for (let operation = 0; operation < operationCount; operation++) if (waits[operation] === 0) ready.push(operation);
    for (let operation = ready.pop(); operation >= 0; operation = ready.pop()) {
      if (!isPlaced[operation])
        this.#place(operation, Math.max(factory.releaseAt[operation]!, factory.pinStart[operation]!));
      for (let next = followers.first[operation]!; next < followers.first[operation + 1]!; next++)
        if (--waits[followers.operation[next]!]! === 0) ready.push(followers.operation[next]!);
    }
    for (const operation of this.#beyond)
      for (const resource of this.#resourcesOf(operation)) this.#lists[resource]!.push(operation);
    return { mode: this.#mode, person: this.#person, lists: this.#lists };
  }

  #place(operation: number, notBefore: number): void {
    const { modeFirst, personFirst, person, pinMode } = this.#factory;
    let best: Slot | null = null;
    for (let mode = modeFirst[operation]!; mode < modeFirst[operation + 1]!; mode++) {
      if (pinMode[operation]! >= 0 && mode !== pinMode[operation]) continue;
      if (personFirst[operation] === personFirst[operation + 1]) {
        best = sooner(best, this.#slot(operation, mode, -1, notBefore));
      } else {
        for (let at = personFirst[operation]!; at < personFirst[operation + 1]!; at++)
          best = sooner(best, this.#slot(operation, mode, person[at]!, notBefore));
      }
    }
    const slot = best!;
    this.#mode[operation] = slot.mode;
    this.#person[operation] = slot.person;
    this.#setupAt[operation] = slot.setupAt;
    this.#start[operation] = slot.start;
    this.#end[operation] = slot.end;
    if (slot.end >= NEVER) {
      // Behind it nothing would ever start: it takes no time from others, and stands last in the end.
      this.#beyond.push(operation);
      return;
    }
    for (const resource of this.#resourcesOf(operation)) {
      const list = this.#lists[resource]!;
      list.splice(this.#placeAfter(list, slot.start), 0, operation);
    }
  }

  /** The machine and the person of a placed operation, as far as they do one thing at a time. */
  #resourcesOf(operation: number): number[] {
    const { modeMachine, isUnlimited } = this.#factory;
    return [modeMachine[this.#mode[operation]!]!, this.#person[operation]!].filter(
      (resource) => resource >= 0 && !isUnlimited[resource],
    );
  }

  /** Where in a list, sorted by start, something that starts then goes. */
  #placeAfter(list: readonly number[], start: number): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#start[list[middle]!]! <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The soonest slot of an operation, done so and by that person, between what is placed already. */
  #slot(operation: number, mode: number, person: number, notBefore: number): Slot {
    const factory = this.#factory;
    const machine = factory.modeMachine[mode]!;
    const time = this.#times.of(machine, person);
    const { waitFirst, waitFor, waitLag, waitOverlap } = factory;
    let ready = notBefore;
    for (let wait = waitFirst[operation]!; wait < waitFirst[operation + 1]!; wait++) {
      const other = waitFor[wait]!;
      const overlap = waitOverlap[wait]!;
      const otherTime = this.#times.of(factory.modeMachine[this.#mode[other]!]!, this.#person[other]!);
      const free =
        overlap >= 0
          ? Math.min(otherTime.end(this.#start[other]!, overlap), this.#end[other]!) + waitLag[wait]!
          : this.#end[other]! + waitLag[wait]!;
      if (free > ready) ready = free;
    }
    const endFrom = (start: number) => {
      let end = time.end(start, factory.modeMinutes[mode]!);
      for (let wait = waitFirst[operation]!; wait < waitFirst[operation + 1]!; wait++)
        if (waitOverlap[wait]! >= 0)
          end = Math.max(end, time.end(time.next(this.#end[waitFor[wait]!]! + waitLag[wait]!), waitOverlap[wait]!));
      return end;
    };
    const list = factory.isUnlimited[machine] ? [] : this.#lists[machine]!;
    const people = person < 0 ? [] : this.#lists[person]!;
    let setupFrom = 0;
    // The first gap that may do: behind what is under way when the operation becomes ready.
    let place = Math.max(0, this.#placeAfter(list, ready) - 1);
    for (;;) {
      const before = place === 0 ? -1 : list[place - 1]!;
      const next = place < list.length ? list[place]! : -1;
      const setup = setupMinutes(factory, mode, operation, before);
      const free = Math.max(setupFrom, before < 0 ? 0 : this.#end[before]!);
      const start = time.next(Math.max(ready, time.end(time.next(free), setup)));
      const end = endFrom(start);
      if (next >= 0) {
        const nextTime = this.#times.of(machine, this.#person[next]!);
        const nextSetup = setupMinutes(factory, this.#mode[next]!, next, operation);
        const until = nextSetup === 0 ? this.#start[next]! : nextTime.startFor(this.#start[next]!, nextSetup);
        if (end > until || start >= this.#start[next]!) {
          place++;
          continue;
        }
      }
      const setupAt = setup === 0 || start >= NEVER ? start : Math.max(free, time.startFor(start, setup));
      const busyUntil = this.#busy(people, setupAt, end);
      if (busyUntil < 0 || start >= NEVER) return { mode, person, setupAt, start, end };
      setupFrom = busyUntil;
      while (place < list.length && this.#end[list[place]!]! <= busyUntil) place++;
    }
  }

  /** Until when one of a person's operations lasts that meets a span; -1 when none does. */
  #busy(list: readonly number[], from: number, to: number): number {
    const at = this.#placeAfter(list, from);
    if (at > 0 && this.#end[list[at - 1]!]! > from) return this.#end[list[at - 1]!]!;
    if (at < list.length && this.#setupAt[list[at]!]! < to) return this.#end[list[at]!]!;
    return -1;
  }
}

function sooner(one: Slot | null, other: Slot): Slot {
  return !one || other.end < one.end || (other.end === one.end && other.start > one.start) ? other : one;
}

function isCircle(factory: Factory, sequence: Sequence): boolean {
  const { operationCount, waitFirst, waitFor, isUnlimited } = factory;
  const next: number[][] = Array.from({ length: operationCount }, () => []);
  const waits = new Int32Array(operationCount);
  const arc = (from: number, to: number) => {
    next[from]!.push(to);
    waits[to]!++;
  };
  for (let at = 0; at < operationCount; at++)
    for (let wait = waitFirst[at]!; wait < waitFirst[at + 1]!; wait++) arc(waitFor[wait]!, at);
  sequence.lists.forEach((list, resource) => {
    if (!isUnlimited[resource]) for (let at = 1; at < list.length; at++) arc(list[at - 1]!, list[at]!);
  });
  const open = [...waits.keys()].filter((at) => waits[at] === 0);
  let known = 0;
  while (open.length > 0) {
    known++;
    for (const to of next[open.pop()!]!) if (--waits[to]! === 0) open.push(to);
  }
  return known < operationCount;
}

/** A queue that gives the least first. */
class Heap {
  readonly #items: number[] = [];
  readonly #compare: (a: number, b: number) => number;
  constructor(compare: (a: number, b: number) => number) {
    this.#compare = compare;
  }
  push(item: number): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#compare(items[parent]!, item) <= 0) break;
      items[at] = items[parent]!;
      at = parent;
    }
    items[at] = item;
  }
  /** -1 when empty. */
  pop(): number {
    const items = this.#items;
    if (items.length === 0) return -1;
    const least = items[0]!;
    const last = items.pop()!;
    const count = items.length;
    if (count > 0) {
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= count) break;
        if (child + 1 < count && this.#compare(items[child + 1]!, items[child]!) < 0) child++;
        if (this.#compare(last, items[child]!) <= 0) break;
        items[at] = items[child]!;
        at = child;
      }
      items[at] = last;
    }
    return least;
  }
}
