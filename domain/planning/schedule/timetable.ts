import { type Factory, type Followers, followersOf, setupMinutes } from "./factory.ts";
import { NEVER, PairTimes, type WorkingTime } from "./working-time.ts";

/** Who follows whom: the decision a schedule consists of. */
export interface Sequence {
  /** The way each operation is done. */
  readonly mode: Int32Array;
  /** The person (resource number) who does it, -1 for nobody. */
  readonly person: Int32Array;
  /** Operations of each resource in their order. */
  readonly lists: readonly (readonly number[])[];
}

/** What an operation waits for in the end: the reason it does not start sooner. */
export type Binding =
  | { readonly kind: "none" }
  | { readonly kind: "release" }
  | { readonly kind: "pin" }
  | { readonly kind: "operation" | "machine" | "person"; readonly behind: number };

/**
 * When everything happens for a sequence: each operation as early as what it waits for, its machine, its person and their working times allow.
 * A change re-reckons only what it touches, and can be taken back.
 */
export class Timetable {
  readonly factory: Factory;
  readonly followers: Followers;
  readonly mode: Int32Array;
  readonly person: Int32Array;
  readonly machineBefore: Int32Array;
  readonly machineAfter: Int32Array;
  readonly personBefore: Int32Array;
  readonly personAfter: Int32Array;
  readonly setupAt: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Operations in an order in which none stands before what it waits for. */
  readonly order: Int32Array;
  readonly rank: Int32Array;
  readonly jobEnd: Int32Array;
  /** Minutes late, weighted, over all jobs. */
  tardiness = 0;
  /** A change that re-reckons more operations than this is not made. */
  limit = Number.POSITIVE_INFINITY;

  /** The first operation of each resource, -1 for none. */
  readonly #head: Int32Array;
  readonly #isDirty: Uint8Array;
  readonly #dirty: RankQueue;
  readonly #marks: Int32Array;
  #mark = 0;
  readonly #pairs: PairTimes;
  // What the change under way replaced, newest last, in numbers: closures would cost more than the reckoning.
  readonly #changes: number[] = [];
  readonly #ranks: number[] = [];
  readonly #times: number[] = [];
  readonly #ahead: number[] = [];
  readonly #back: number[] = [];

  /** @throws assertion when the sequence is a circle */
  constructor(factory: Factory, sequence: Sequence) {
    const count = factory.operationCount;
    const none = () => new Int32Array(count).fill(-1);
    this.factory = factory;
    this.#pairs = new PairTimes(factory.workingTime);
    this.followers = followersOf(factory);
    this.mode = sequence.mode.slice();
    this.person = sequence.person.slice();
    this.machineBefore = none();
    this.machineAfter = none();
    this.personBefore = none();
    this.personAfter = none();
    this.setupAt = new Int32Array(count);
    this.start = new Int32Array(count);
    this.end = new Int32Array(count);
    this.order = new Int32Array(count);
    this.rank = new Int32Array(count);
    this.jobEnd = new Int32Array(factory.jobCount);
    this.#isDirty = new Uint8Array(count);
    this.#dirty = new RankQueue(this.rank);
    this.#head = new Int32Array(factory.workingTime.length).fill(-1);
    this.#marks = new Int32Array(count);
    sequence.lists.forEach((list, resource) => {
      if (factory.isUnlimited[resource]) return;
      const [before, after] =
        resource < factory.machineCount
          ? [this.machineBefore, this.machineAfter]
          : [this.personBefore, this.personAfter];
      this.#head[resource] = list[0] ?? -1;
      for (let at = 1; at < list.length; at++) {
        before[list[at]!] = list[at - 1]!;
        after[list[at - 1]!] = list[at]!;
      }
    });
    this.#sort();
    for (const operation of this.order) this.#reckon(operation);
    for (let job = 0; job < factory.jobCount; job++) {
      this.jobEnd[job] = this.#endOf(job);
      this.tardiness += this.#tardinessOf(job);
    }
  }

  sequence(): Sequence {
    const { factory } = this;
    const lists: number[][] = factory.workingTime.map(() => []);
    for (const operation of this.order) {
      lists[factory.modeMachine[this.mode[operation]!]!]!.push(operation);
      if (this.person[operation]! >= 0) lists[this.person[operation]!]!.push(operation);
    }
    return { mode: this.mode.slice(), person: this.person.slice(), lists };
  }

  machineOf(operation: number): number {
    return this.factory.modeMachine[this.mode[operation]!]!;
  }

  /** The working time of an operation: its machine's, and its person's where it needs one. */
  workingTimeOf(operation: number): WorkingTime {
    return this.#pairs.of(this.machineOf(operation), this.person[operation]!);
  }

  /** Minutes a job is late, 0 when it is in time. */
  latenessOf(job: number): number {
    return Math.max(0, this.jobEnd[job]! - this.factory.dueAt[job]!);
  }

  /**
   * Puts an operation behind another one on a machine (-1: as its first), done in the given way.
   * @returns false, and nothing has changed since the last `keep`, when operations would then wait for each other in a circle or more than `limit` would change
   */
  put(operation: number, mode: number, behind: number): boolean {
    const { machineBefore: before, machineAfter: after } = this;
    const { modeMachine, isUnlimited } = this.factory;
    const oldMode = this.mode[operation]!;
    const oldAfter = after[operation]!;
    const machine = modeMachine[mode]!;
    this.#changes.push(ON_MACHINE, operation, oldMode, before[operation]!, oldAfter);
    this.#unlink(before, after, modeMachine[oldMode]!, operation);
    this.mode[operation] = mode;
    if (isUnlimited[machine] === 1) return this.#settleAll(operation, oldAfter, -1);
    const next = behind >= 0 ? after[behind]! : this.#head[machine]!;
    this.#link(before, after, machine, operation, behind, next);
    return this.#sortIn(operation, behind, next) && this.#settleAll(operation, oldAfter, next);
  }

  /** Gives an operation to another person, behind one of their operations (-1: as the first). Like `put`. */
  give(operation: number, person: number, behind: number): boolean {
    const { personBefore: before, personAfter: after } = this;
    const oldPerson = this.person[operation]!;
    const oldAfter = after[operation]!;
    this.#changes.push(BY_PERSON, operation, oldPerson, before[operation]!, oldAfter);
    this.#unlink(before, after, oldPerson, operation);
    this.person[operation] = person;
    const next = behind >= 0 ? after[behind]! : this.#head[person]!;
    this.#link(before, after, person, operation, behind, next);
    return this.#sortIn(operation, behind, next) && this.#settleAll(operation, oldAfter, next);
  }

  /** The first operation of a machine or person in their order; -1 when they have none. */
  firstOf(resource: number): number {
    return this.#head[resource]!;
  }

  /** What was changed since the last `keep` stays. */
  keep(): void {
    this.#changes.length = 0;
    this.#ranks.length = 0;
    this.#times.length = 0;
  }

  /** Takes back what was changed since the last `keep`. */
  undo(): void {
    const times = this.#times;
    for (let at = times.length - 4; at >= 0; at -= 4) {
      const operation = times[at]!;
      this.setupAt[operation] = times[at + 1]!;
      this.start[operation] = times[at + 2]!;
      this.#setEnd(operation, times[at + 3]!);
    }
    const ranks = this.#ranks;
    for (let at = ranks.length - 2; at >= 0; at -= 2) {
      this.rank[ranks[at]!] = ranks[at + 1]!;
      this.order[ranks[at + 1]!] = ranks[at]!;
    }
    const changes = this.#changes;
    const { modeMachine, isUnlimited } = this.factory;
    for (let at = changes.length - 5; at >= 0; at -= 5) {
      const operation = changes[at + 1]!;
      const was = changes[at + 2]!;
      if (changes[at] === ON_MACHINE) {
        const { machineBefore: before, machineAfter: after } = this;
        this.#unlink(before, after, this.machineOf(operation), operation);
        this.mode[operation] = was;
        const machine = modeMachine[was]!;
        if (!isUnlimited[machine]) this.#link(before, after, machine, operation, changes[at + 3]!, changes[at + 4]!);
      } else {
        const { personBefore: before, personAfter: after } = this;
        this.#unlink(before, after, this.person[operation]!, operation);
        this.person[operation] = was;
        this.#link(before, after, was, operation, changes[at + 3]!, changes[at + 4]!);
      }
    }
    this.keep();
  }

  /** Why an operation does not start sooner: the last of what it had to wait for. */
  bindingOf(operation: number): Binding {
    const { factory } = this;
    const time = this.workingTimeOf(operation);
    const start = this.start[operation]!;
    for (let wait = factory.waitFirst[operation]!; wait < factory.waitFirst[operation + 1]!; wait++)
      if (binds(time, this.#readyBehind(wait), start)) return { kind: "operation", behind: factory.waitFor[wait]! };
    const machineBefore = this.machineBefore[operation]!;
    const personBefore = this.personBefore[operation]!;
    const setup = this.#setupOf(operation);
    if (machineBefore >= 0 && binds(time, time.end(time.next(this.end[machineBefore]!), setup), start))
      return { kind: "machine", behind: machineBefore };
    if (personBefore >= 0 && binds(time, time.end(time.next(this.end[personBefore]!), setup), start))
      return { kind: "person", behind: personBefore };
    // A pin outside working time holds until work begins again.
    if (factory.pinStart[operation]! >= 0 && binds(time, factory.pinStart[operation]!, start)) return { kind: "pin" };
    if (binds(time, factory.releaseAt[operation]!, start)) return { kind: "release" };
    return { kind: "none" };
  }

  #link(
    before: Int32Array,
    after: Int32Array,
    resource: number,
    operation: number,
    previous: number,
    next: number,
  ): void {
    before[operation] = previous;
    after[operation] = next;
    if (previous >= 0) after[previous] = operation;
    else this.#head[resource] = operation;
    if (next >= 0) before[next] = operation;
  }

  #unlink(before: Int32Array, after: Int32Array, resource: number, operation: number): void {
    const previous = before[operation]!;
    const next = after[operation]!;
    if (previous >= 0) after[previous] = next;
    else if (this.#head[resource] === operation) this.#head[resource] = next;
    if (next >= 0) before[next] = previous;
    before[operation] = -1;
    after[operation] = -1;
  }

  /** Makes the order of all operations hold for one put between two others; false, and all is as before, when that is a circle. */
  #sortIn(operation: number, behind: number, next: number): boolean {
    if ((behind < 0 || this.#waitsFor(operation, behind)) && (next < 0 || this.#waitsFor(next, operation))) return true;
    this.undo();
    return false;
  }

  #settleAll(operation: number, oldAfter: number, next: number): boolean {
    this.#touch(operation);
    this.#touch(oldAfter);
    this.#touch(next);
    if (this.#settle()) return true;
    this.undo();
    return false;
  }

  #sort(): void {
    const { factory, followers, order } = this;
    const waits = new Int32Array(factory.operationCount);
    let known = 0;
    for (let operation = 0; operation < factory.operationCount; operation++) {
      waits[operation] =
        factory.waitFirst[operation + 1]! -
        factory.waitFirst[operation]! +
        (this.machineBefore[operation]! >= 0 ? 1 : 0) +
        (this.personBefore[operation]! >= 0 ? 1 : 0);
      if (waits[operation] === 0) order[known++] = operation;
    }
    const release = (operation: number) => {
      if (operation >= 0 && --waits[operation]! === 0) order[known++] = operation;
    };
    for (let at = 0; at < known; at++) {
      const operation = order[at]!;
      this.rank[operation] = at;
      for (let next = followers.first[operation]!; next < followers.first[operation + 1]!; next++)
        release(followers.operation[next]!);
      release(this.machineAfter[operation]!);
      release(this.personAfter[operation]!);
    }
    if (known < factory.operationCount) throw new Error("operations wait for each other in a circle");
  }

  /**
   * Brings `later` behind `earlier` in the order, with what stands between them and waits for the one or is waited for by the other. False when
   * `earlier` itself waits for `later`. Source: Pearce and Kelly, "A Dynamic Topological Sort Algorithm", ACM JEA 11 (2006).
   */
  #waitsFor(later: number, earlier: number): boolean {
    const { rank, order, factory, followers } = this;
    const low = rank[later]!;
    const high = rank[earlier]!;
    if (low > high) return true;
    const ahead = this.#ahead;
    const back = this.#back;
    const mark = ++this.#mark;
    ahead.length = 0;
    ahead.push(later);
    this.#marks[later] = mark;
    for (let at = 0; at < ahead.length; at++) {
      const operation = ahead[at]!;
      if (operation === earlier) return false;
      for (let next = followers.first[operation]!; next < followers.first[operation + 1]!; next++)
        this.#collect(ahead, followers.operation[next]!, low, high);
      this.#collect(ahead, this.machineAfter[operation]!, low, high);
      this.#collect(ahead, this.personAfter[operation]!, low, high);
    }
    back.length = 0;
    back.push(earlier);
    this.#marks[earlier] = mark;
    for (let at = 0; at < back.length; at++) {
      const operation = back[at]!;
      for (let wait = factory.waitFirst[operation]!; wait < factory.waitFirst[operation + 1]!; wait++)
        this.#collect(back, factory.waitFor[wait]!, low, high);
      this.#collect(back, this.machineBefore[operation]!, low, high);
      this.#collect(back, this.personBefore[operation]!, low, high);
    }
    this.#sortByRank(back);
    this.#sortByRank(ahead);
    const ranks = new Int32Array(back.length + ahead.length);
    for (let at = 0; at < back.length; at++) ranks[at] = rank[back[at]!]!;
    for (let at = 0; at < ahead.length; at++) ranks[back.length + at] = rank[ahead[at]!]!;
    ranks.sort();
    for (let at = 0; at < ranks.length; at++) {
      const operation = at < back.length ? back[at]! : ahead[at - back.length]!;
      this.#ranks.push(operation, rank[operation]!);
      rank[operation] = ranks[at]!;
      order[ranks[at]!] = operation;
    }
    return true;
  }

  #collect(list: number[], operation: number, low: number, high: number): void {
    if (operation < 0 || this.#marks[operation] === this.#mark) return;
    const rank = this.rank[operation]!;
    if (rank < low || rank > high) return;
    this.#marks[operation] = this.#mark;
    list.push(operation);
  }

  /** Short lists, nearly sorted. */
  #sortByRank(list: number[]): void {
    const { rank } = this;
    for (let at = 1; at < list.length; at++) {
      const operation = list[at]!;
      const own = rank[operation]!;
      let to = at;
      for (; to > 0 && rank[list[to - 1]!]! > own; to--) list[to] = list[to - 1]!;
      list[to] = operation;
    }
  }

  #touch(operation: number): void {
    if (operation < 0 || this.#isDirty[operation]) return;
    this.#isDirty[operation] = 1;
    this.#dirty.push(operation);
  }

  /** Re-reckons what is marked, and what changes with it; false when that is more than the limit, and then not all of it. */
  #settle(): boolean {
    const { followers } = this;
    let left = this.limit;
    for (let operation = this.#dirty.pop(); operation >= 0; operation = this.#dirty.pop()) {
      this.#isDirty[operation] = 0;
      if (--left < 0) {
        for (let open = this.#dirty.pop(); open >= 0; open = this.#dirty.pop()) this.#isDirty[open] = 0;
        return false;
      }
      const setupAt = this.setupAt[operation]!;
      const start = this.start[operation]!;
      const end = this.end[operation]!;
      this.#reckon(operation);
      const newEnd = this.end[operation]!;
      if (setupAt === this.setupAt[operation] && start === this.start[operation] && end === newEnd) continue;
      this.#times.push(operation, setupAt, start, end);
      this.end[operation] = end;
      this.#setEnd(operation, newEnd);
      if (start === this.start[operation] && end === newEnd) continue;
      for (let next = followers.first[operation]!; next < followers.first[operation + 1]!; next++)
        this.#touch(followers.operation[next]!);
      if (end === newEnd) continue;
      this.#touch(this.machineAfter[operation]!);
      this.#touch(this.personAfter[operation]!);
    }
    return true;
  }

  /** Minutes since the first of the plan from which what wait `wait` waits for lets its operation start. */
  #readyBehind(wait: number): number {
    const { factory } = this;
    const other = factory.waitFor[wait]!;
    const overlap = factory.waitOverlap[wait]!;
    if (overlap >= 0) {
      const ahead = this.workingTimeOf(other).end(this.start[other]!, overlap);
      return Math.min(ahead, this.end[other]!) + factory.waitLag[wait]!;
    }
    return Math.min(NEVER, this.end[other]! + factory.waitLag[wait]!);
  }

  #setupOf(operation: number): number {
    return setupMinutes(this.factory, this.mode[operation]!, operation, this.machineBefore[operation]!);
  }

  #reckon(operation: number): void {
    const { factory } = this;
    const time = this.workingTimeOf(operation);
    const machineBefore = this.machineBefore[operation]!;
    const personBefore = this.personBefore[operation]!;
    let free = 0;
    if (machineBefore >= 0) free = this.end[machineBefore]!;
    if (personBefore >= 0 && this.end[personBefore]! > free) free = this.end[personBefore]!;
    const setup = this.#setupOf(operation);
    let ready = time.end(time.next(free), setup);
    if (factory.releaseAt[operation]! > ready) ready = factory.releaseAt[operation]!;
    if (factory.pinStart[operation]! > ready) ready = factory.pinStart[operation]!;
    const first = factory.waitFirst[operation]!;
    const last = factory.waitFirst[operation + 1]!;
    for (let wait = first; wait < last; wait++) {
      const behind = this.#readyBehind(wait);
      if (behind > ready) ready = behind;
    }
    const start = time.next(ready);
    let end = time.end(start, factory.modeMinutes[this.mode[operation]!]!);
    for (let wait = first; wait < last; wait++) {
      const overlap = factory.waitOverlap[wait]!;
      if (overlap < 0) continue;
      const lastParts = time.end(time.next(this.end[factory.waitFor[wait]!]! + factory.waitLag[wait]!), overlap);
      if (lastParts > end) end = lastParts;
    }
    this.start[operation] = start;
    this.end[operation] = end;
    this.setupAt[operation] = setup === 0 || start >= NEVER ? start : Math.max(free, time.startFor(start, setup));
  }

  #setEnd(operation: number, end: number): void {
    const job = this.factory.job[operation]!;
    const was = this.end[operation]!;
    this.end[operation] = end;
    const jobEnd = this.jobEnd[job]!;
    if (end < jobEnd && was < jobEnd) return;
    const newEnd = end >= jobEnd ? end : this.#endOf(job);
    if (newEnd === jobEnd) return;
    this.tardiness -= this.#tardinessOf(job);
    this.jobEnd[job] = newEnd;
    this.tardiness += this.#tardinessOf(job);
  }

  #endOf(job: number): number {
    const { jobFirst } = this.factory;
    let end = 0;
    for (let operation = jobFirst[job]!; operation < jobFirst[job + 1]!; operation++)
      if (this.end[operation]! > end) end = this.end[operation]!;
    return end;
  }

  #tardinessOf(job: number): number {
    return this.factory.weight[job]! * this.latenessOf(job);
  }
}

const ON_MACHINE = 0;
const BY_PERSON = 1;

/** Whether something that is ready then explains a start: with no working time between the two. */
function binds(time: WorkingTime, ready: number, start: number): boolean {
  return ready > 0 && time.next(ready) >= start;
}

/**
 * Operations, the one of the least rank first. Ranks do not change while it holds any. Ranks are compared here and not by a function that is handed in,
 * as in construct.ts: improving a schedule took a quarter longer with one queue for both.
 */
class RankQueue {
  readonly #rank: Int32Array;
  readonly #items: number[] = [];
  constructor(rank: Int32Array) {
    this.#rank = rank;
  }
  push(operation: number): void {
    const items = this.#items;
    const rank = this.#rank;
    let at = items.length;
    items.push(operation);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (rank[items[parent]!]! <= rank[operation]!) break;
      items[at] = items[parent]!;
      at = parent;
    }
    items[at] = operation;
  }
  /** -1 when empty. */
  pop(): number {
    const items = this.#items;
    if (items.length === 0) return -1;
    const rank = this.#rank;
    const least = items[0]!;
    const last = items.pop()!;
    const count = items.length;
    if (count > 0) {
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= count) break;
        if (child + 1 < count && rank[items[child + 1]!]! < rank[items[child]!]!) child++;
        if (rank[last]! <= rank[items[child]!]!) break;
        items[at] = items[child]!;
        at = child;
      }
      items[at] = last;
    }
    return least;
  }
}
