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

  readonly #isDirty: Uint8Array;
  readonly #held: Int32Array;
  readonly #marks: Int32Array;
  #mark = 0;
  readonly #pairs: PairTimes;
  /** What the change under way replaced, newest last. */
  readonly #log: (() => void)[] = [];
  #times: number[] = [];

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
    this.#held = new Int32Array(count);
    this.#marks = new Int32Array(count);
    sequence.lists.forEach((list, resource) => {
      if (factory.isUnlimited[resource]) return;
      const [before, after] =
        resource < factory.machineCount
          ? [this.machineBefore, this.machineAfter]
          : [this.personBefore, this.personAfter];
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
   * @returns false, and nothing has changed, when operations would then wait for each other in a circle
   */
  put(operation: number, mode: number, behind: number): boolean {
    const { machineBefore: before, machineAfter: after } = this;
    const oldMode = this.mode[operation]!;
    const oldBefore = before[operation]!;
    const oldAfter = after[operation]!;
    const machine = this.factory.modeMachine[mode]!;
    const isUnlimited = this.factory.isUnlimited[machine] === 1;
    this.#unlink(before, after, operation);
    let next = -1;
    if (!isUnlimited) {
      next = behind >= 0 ? after[behind]! : this.#firstOn(machine, operation);
      this.#link(before, after, operation, behind, next);
    }
    this.mode[operation] = mode;
    this.#log.push(() => {
      this.#unlink(before, after, operation);
      this.mode[operation] = oldMode;
      this.#link(before, after, operation, oldBefore, oldAfter);
    });
    const isSorted =
      (isUnlimited || behind < 0 || this.#waitsFor(operation, behind)) && (next < 0 || this.#waitsFor(next, operation));
    if (!isSorted) {
      this.undo();
      return false;
    }
    for (const touched of [operation, oldAfter, next]) if (touched >= 0) this.#isDirty[touched] = 1;
    this.#settle();
    return true;
  }

  /** Gives an operation to another person, behind one of their operations (-1: as the first). Like `put`. */
  give(operation: number, person: number, behind: number): boolean {
    const { personBefore: before, personAfter: after } = this;
    const oldPerson = this.person[operation]!;
    const oldBefore = before[operation]!;
    const oldAfter = after[operation]!;
    this.#unlink(before, after, operation);
    const next = behind >= 0 ? after[behind]! : this.#firstWith(person, operation);
    this.#link(before, after, operation, behind, next);
    this.person[operation] = person;
    this.#log.push(() => {
      this.#unlink(before, after, operation);
      this.person[operation] = oldPerson;
      this.#link(before, after, operation, oldBefore, oldAfter);
    });
    if (!((behind < 0 || this.#waitsFor(operation, behind)) && (next < 0 || this.#waitsFor(next, operation)))) {
      this.undo();
      return false;
    }
    for (const touched of [operation, oldAfter, next]) if (touched >= 0) this.#isDirty[touched] = 1;
    this.#settle();
    return true;
  }

  /** What was changed since the last `keep` stays. */
  keep(): void {
    this.#log.length = 0;
    this.#times = [];
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
    for (let at = this.#log.length - 1; at >= 0; at--) this.#log[at]!();
    this.keep();
  }

  /** Why an operation does not start sooner: the last of what it had to wait for. */
  bindingOf(operation: number): Binding {
    const { factory } = this;
    const time = this.workingTimeOf(operation);
    const start = this.start[operation]!;
    const isIt = (ready: number) => ready > 0 && time.next(ready) >= start;
    for (let wait = factory.waitFirst[operation]!; wait < factory.waitFirst[operation + 1]!; wait++)
      if (isIt(this.#readyBehind(wait))) return { kind: "operation", behind: factory.waitFor[wait]! };
    const machineBefore = this.machineBefore[operation]!;
    const personBefore = this.personBefore[operation]!;
    const setup = this.#setupOf(operation);
    const isSetUp = (free: number) => isIt(time.end(time.next(free), setup));
    if (machineBefore >= 0 && isSetUp(this.end[machineBefore]!)) return { kind: "machine", behind: machineBefore };
    if (personBefore >= 0 && isSetUp(this.end[personBefore]!)) return { kind: "person", behind: personBefore };
    if (factory.pinStart[operation]! >= 0 && factory.pinStart[operation] === start) return { kind: "pin" };
    if (isIt(factory.releaseAt[operation]!)) return { kind: "release" };
    return { kind: "none" };
  }

  /** The operation on a machine that others come behind; -1 when it has none. */
  #firstOn(machine: number, but: number): number {
    const { factory } = this;
    for (const operation of this.order)
      if (
        operation !== but &&
        this.machineBefore[operation]! < 0 &&
        factory.modeMachine[this.mode[operation]!] === machine
      )
        return operation;
    return -1;
  }

  #firstWith(person: number, but: number): number {
    for (const operation of this.order)
      if (operation !== but && this.personBefore[operation]! < 0 && this.person[operation] === person) return operation;
    return -1;
  }

  #link(before: Int32Array, after: Int32Array, operation: number, previous: number, next: number): void {
    before[operation] = previous;
    after[operation] = next;
    if (previous >= 0) after[previous] = operation;
    if (next >= 0) before[next] = operation;
  }

  #unlink(before: Int32Array, after: Int32Array, operation: number): void {
    const previous = before[operation]!;
    const next = after[operation]!;
    if (previous >= 0) after[previous] = next;
    if (next >= 0) before[next] = previous;
    before[operation] = -1;
    after[operation] = -1;
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

  /** Brings `later` behind `earlier` in the order; what waits for `later` moves along. False when `earlier` itself waits for it. */
  #waitsFor(later: number, earlier: number): boolean {
    const { order, rank, factory } = this;
    const low = rank[later]!;
    const high = rank[earlier]!;
    if (low > high) return true;
    const held = this.#held;
    const marks = this.#marks;
    const mark = ++this.#mark;
    const was = order.slice(low, high + 1);
    let heldCount = 0;
    let to = low;
    let isCircle = false;
    for (let at = low; at <= high; at++) {
      const operation = order[at]!;
      let isHeld = operation === later;
      if (!isHeld) {
        const onMachine = this.machineBefore[operation]!;
        const byPerson = this.personBefore[operation]!;
        isHeld = (onMachine >= 0 && marks[onMachine] === mark) || (byPerson >= 0 && marks[byPerson] === mark);
        for (let wait = factory.waitFirst[operation]!; !isHeld && wait < factory.waitFirst[operation + 1]!; wait++)
          isHeld = marks[factory.waitFor[wait]!] === mark;
      }
      if (isHeld) {
        if (operation === earlier) {
          isCircle = true;
          break;
        }
        marks[operation] = mark;
        held[heldCount++] = operation;
      } else {
        rank[operation] = to;
        order[to++] = operation;
      }
    }
    const restore = () => {
      order.set(was, low);
      for (let at = low; at <= high; at++) rank[order[at]!] = at;
    };
    if (isCircle) {
      restore();
      return false;
    }
    for (let at = 0; at < heldCount; at++) {
      rank[held[at]!] = to;
      order[to++] = held[at]!;
    }
    this.#log.push(restore);
    return true;
  }

  /** Re-reckons what is marked, and what changes with it. */
  #settle(): void {
    const { order, rank, followers } = this;
    const isDirty = this.#isDirty;
    let from = order.length;
    let open = 0;
    for (let at = 0; at < order.length; at++)
      if (isDirty[order[at]!]) {
        if (from === order.length) from = at;
        open++;
      }
    for (let at = from; open > 0; at++) {
      const operation = order[at]!;
      if (!isDirty[operation]) continue;
      isDirty[operation] = 0;
      open--;
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
      const touch = (next: number) => {
        if (next < 0 || isDirty[next]) return;
        if (rank[next]! < at) throw new Error("the order of operations is broken");
        isDirty[next] = 1;
        open++;
      };
      for (let next = followers.first[operation]!; next < followers.first[operation + 1]!; next++)
        touch(followers.operation[next]!);
      touch(this.machineAfter[operation]!);
      touch(this.personAfter[operation]!);
    }
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
