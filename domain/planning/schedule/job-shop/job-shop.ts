/**
 * The classic job shop: every operation has one machine, machines work without pause, one operation at a time, no set-ups; what counts is
 * when the last operation ends. Operations are numbered 0 … n - 1; times are whole numbers of any unit.
 */
export interface JobShop {
  readonly machineCount: number;
  readonly machine: Int32Array;
  readonly duration: Int32Array;
  /** The operation before and after it in its job, -1 for none. */
  readonly jobBefore: Int32Array;
  readonly jobAfter: Int32Array;
}

/** Which operation follows which on each machine: the decision a schedule consists of. */
export interface MachineOrder {
  readonly before: Int32Array;
  readonly after: Int32Array;
}

export interface JobOperation {
  readonly machine: number;
  readonly duration: number;
}

/**
 * @param jobs one list of operations per job, in their order
 * @throws assertion when a machine is not in [0, machineCount) or a duration is negative or no whole number
 */
export function jobShop(machineCount: number, jobs: readonly (readonly JobOperation[])[]): JobShop {
  const count = jobs.reduce((sum, job) => sum + job.length, 0);
  const shop = {
    machineCount,
    machine: new Int32Array(count),
    duration: new Int32Array(count),
    jobBefore: new Int32Array(count).fill(-1),
    jobAfter: new Int32Array(count).fill(-1),
  };
  let at = 0;
  for (const job of jobs) {
    job.forEach(({ machine, duration }, place) => {
      if (!Number.isInteger(machine) || machine < 0 || machine >= machineCount)
        throw new Error(`no machine ${machine}`);
      if (!Number.isInteger(duration) || duration < 0) throw new Error(`no duration: ${duration}`);
      shop.machine[at] = machine;
      shop.duration[at] = duration;
      if (place > 0) shop.jobBefore[at] = at - 1;
      if (place < job.length - 1) shop.jobAfter[at] = at + 1;
      at++;
    });
  }
  return shop;
}

/**
 * Longest paths of a machine order: `head` from the start up to the operation (when it starts at the earliest), `tail` from the operation to the
 * end, its own duration included; `order` lists the operations so that none stands before what it waits for.
 */
export class Paths {
  readonly head: Int32Array;
  readonly tail: Int32Array;
  readonly order: Int32Array;
  readonly rank: Int32Array;
  /** When the last operation ends. */
  makespan = 0;
  readonly #waits: Int32Array;
  readonly #marks: Int32Array;
  #mark = 0;

  constructor(count: number) {
    this.head = new Int32Array(count);
    this.tail = new Int32Array(count);
    this.order = new Int32Array(count);
    this.rank = new Int32Array(count);
    this.#waits = new Int32Array(count);
    this.#marks = new Int32Array(count);
  }

  /** @returns false when operations wait for each other in a circle; the paths are then of no use */
  measure(shop: JobShop, { before, after }: MachineOrder): boolean {
    const { duration, jobBefore, jobAfter } = shop;
    const { head, order, rank } = this;
    const waits = this.#waits;
    const count = order.length;
    let known = 0;
    for (let operation = 0; operation < count; operation++) {
      const waitsFor = (jobBefore[operation]! >= 0 ? 1 : 0) + (before[operation]! >= 0 ? 1 : 0);
      waits[operation] = waitsFor;
      if (waitsFor === 0) order[known++] = operation;
    }
    let makespan = 0;
    for (let at = 0; at < known; at++) {
      const operation = order[at]!;
      rank[operation] = at;
      const inJob = jobBefore[operation]!;
      const onMachine = before[operation]!;
      let start = 0;
      if (inJob >= 0) start = head[inJob]! + duration[inJob]!;
      if (onMachine >= 0) {
        const free = head[onMachine]! + duration[onMachine]!;
        if (free > start) start = free;
      }
      head[operation] = start;
      const end = start + duration[operation]!;
      if (end > makespan) makespan = end;
      const nextInJob = jobAfter[operation]!;
      if (nextInJob >= 0 && --waits[nextInJob]! === 0) order[known++] = nextInJob;
      const nextOnMachine = after[operation]!;
      if (nextOnMachine >= 0 && --waits[nextOnMachine]! === 0) order[known++] = nextOnMachine;
    }
    if (known < count) return false;
    this.makespan = makespan;
    this.#measureTails(shop, after, count - 1);
    return true;
  }

  /**
   * Measures again after `moved` went right behind `beside` (or right before it) on its machine: only the operations in between change their
   * place in the list, and only those behind the first of them their head, before the last of them their tail.
   * @returns false when the move closed a circle; the paths are then of no use
   */
  measureMove(shop: JobShop, machineOrder: MachineOrder, moved: number, beside: number, isForward: boolean): boolean {
    const { rank, order } = this;
    const low = isForward ? rank[moved]! : rank[beside]!;
    const high = isForward ? rank[beside]! : rank[moved]!;
    const isSorted = isForward
      ? this.#putBehind(shop, machineOrder.before, moved, beside, low, high)
      : this.#putBefore(shop, machineOrder.after, moved, beside, low, high);
    if (!isSorted) return false;
    this.#measureHeads(shop, machineOrder.before, low);
    this.#measureTails(shop, machineOrder.after, high);
    let makespan = 0;
    const { head, tail } = this;
    for (let at = 0; at < order.length; at++) {
      const operation = order[at]!;
      if (head[operation] === 0 && tail[operation]! > makespan) makespan = tail[operation]!;
    }
    this.makespan = makespan;
    return true;
  }

  /** What waits for the moved operation goes behind it, the rest of the stretch comes first. */
  #putBehind(
    { jobBefore }: JobShop,
    before: Int32Array,
    moved: number,
    beside: number,
    low: number,
    high: number,
  ): boolean {
    const { order, rank } = this;
    const held = this.#waits;
    let heldCount = 0;
    let to = low;
    this.#mark++;
    const marks = this.#marks;
    const mark = this.#mark;
    for (let at = low; at <= high; at++) {
      const operation = order[at]!;
      const inJob = jobBefore[operation]!;
      const onMachine = before[operation]!;
      if (
        operation === moved ||
        (inJob >= 0 && marks[inJob] === mark) ||
        (operation !== moved && onMachine >= 0 && marks[onMachine] === mark)
      ) {
        if (operation === beside) return false;
        marks[operation] = mark;
        held[heldCount++] = operation;
      } else {
        rank[operation] = to;
        order[to++] = operation;
      }
    }
    for (let at = 0; at < heldCount; at++) {
      rank[held[at]!] = to;
      order[to++] = held[at]!;
    }
    return true;
  }

  /** What the moved operation waits for goes before it, the rest of the stretch behind. */
  #putBefore(
    { jobAfter }: JobShop,
    after: Int32Array,
    moved: number,
    beside: number,
    low: number,
    high: number,
  ): boolean {
    const { order, rank } = this;
    const held = this.#waits;
    let heldCount = 0;
    let to = high;
    this.#mark++;
    const marks = this.#marks;
    const mark = this.#mark;
    for (let at = high; at >= low; at--) {
      const operation = order[at]!;
      const inJob = jobAfter[operation]!;
      const onMachine = after[operation]!;
      if (
        operation === moved ||
        (inJob >= 0 && marks[inJob] === mark) ||
        (onMachine >= 0 && marks[onMachine] === mark)
      ) {
        if (operation === beside) return false;
        marks[operation] = mark;
        held[heldCount++] = operation;
      } else {
        rank[operation] = to;
        order[to--] = operation;
      }
    }
    for (let at = 0; at < heldCount; at++) {
      rank[held[at]!] = to;
      order[to--] = held[at]!;
    }
    return true;
  }

  #measureHeads({ duration, jobBefore }: JobShop, before: Int32Array, from: number): void {
    const { order, head } = this;
    for (let at = from; at < order.length; at++) {
      const operation = order[at]!;
      const inJob = jobBefore[operation]!;
      const onMachine = before[operation]!;
      let start = inJob >= 0 ? head[inJob]! + duration[inJob]! : 0;
      if (onMachine >= 0) {
        const free = head[onMachine]! + duration[onMachine]!;
        if (free > start) start = free;
      }
      head[operation] = start;
    }
  }

  #measureTails({ duration, jobAfter }: JobShop, after: Int32Array, from: number): void {
    const { order, tail } = this;
    for (let at = from; at >= 0; at--) {
      const operation = order[at]!;
      const inJob = jobAfter[operation]!;
      const onMachine = after[operation]!;
      let rest = inJob >= 0 ? tail[inJob]! : 0;
      if (onMachine >= 0 && tail[onMachine]! > rest) rest = tail[onMachine]!;
      tail[operation] = rest + duration[operation]!;
    }
  }
}

export function copyOrder({ before, after }: MachineOrder): MachineOrder {
  return { before: before.slice(), after: after.slice() };
}

/** The operations of each machine in their order. */
export function sequences(shop: JobShop, order: MachineOrder): Int32Array[] {
  const lists: number[][] = Array.from({ length: shop.machineCount }, () => []);
  for (let operation = 0; operation < order.before.length; operation++) {
    if (order.before[operation]! >= 0) continue;
    for (let at = operation; at >= 0; at = order.after[at]!) lists[shop.machine[at]!]!.push(at);
  }
  return lists.map((list) => Int32Array.from(list));
}

export function orderOf(operationCount: number, lists: readonly ArrayLike<number>[]): MachineOrder {
  const before = new Int32Array(operationCount).fill(-1);
  const after = new Int32Array(operationCount).fill(-1);
  for (const list of lists)
    for (let at = 1; at < list.length; at++) {
      before[list[at]!] = list[at - 1]!;
      after[list[at - 1]!] = list[at]!;
    }
  return { before, after };
}
