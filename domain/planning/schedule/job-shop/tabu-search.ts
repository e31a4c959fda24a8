import type { IsTimeUp } from "../is-time-up.ts";
import { pick, type Random } from "../random.ts";
import { copyOrder, type JobShop, type MachineOrder, Paths } from "./job-shop.ts";

const ASK_EVERY = 256;

/** The best of the moves offered, by lot among equals. */
class Choice {
  moved = -1;
  beside = -1;
  isForward = true;
  #estimate = Number.POSITIVE_INFINITY;
  #equals = 0;

  clear(): void {
    this.moved = -1;
    this.#estimate = Number.POSITIVE_INFINITY;
    this.#equals = 0;
  }

  offer(estimate: number, moved: number, beside: number, isForward: boolean, random: Random): void {
    if (estimate > this.#estimate) return;
    if (estimate < this.#estimate) {
      this.#estimate = estimate;
      this.#equals = 1;
    } else if (random() * ++this.#equals >= 1) return;
    this.moved = moved;
    this.beside = beside;
    this.isForward = isForward;
  }
}

/**
 * Tabu search on critical blocks: an operation of a block on a longest path is moved to the block's end or start, or the end or start into it
 * (the neighbourhoods N6 and N7), the move with the best estimate that is not tabu is taken, and the pairs it reversed may not be turned back
 * for some time.
 *
 * Sources: Balas and Vazacopoulos (1998) for feasible moves and estimates; Zhang, Li, Guan and Rao (2007) for N7 and the length of the tabu list.
 */
export class TabuSearch {
  readonly #shop: JobShop;
  readonly #random: Random;
  readonly #paths: Paths;
  readonly #tabuUntil: Int32Array;
  readonly #count: number;
  readonly #tenure: number;
  readonly #newHead: Int32Array;
  readonly #newTail: Int32Array;
  readonly #line: Int32Array;
  readonly #block: Int32Array;
  readonly #chosen = new Choice();
  /** One of the tabu moves by lot, should there be no other. */
  readonly #tabu = new Choice();
  #iteration = 0;
  iterations = 0;

  constructor(shop: JobShop, random: Random) {
    const count = shop.machine.length;
    this.#shop = shop;
    this.#random = random;
    this.#count = count;
    this.#paths = new Paths(count);
    this.#tabuUntil = new Int32Array(count * count);
    const jobCount = Math.max(1, shop.jobBefore.filter((before) => before < 0).length);
    this.#tenure = 10 + Math.floor(jobCount / Math.max(1, shop.machineCount));
    this.#newHead = new Int32Array(count);
    this.#newTail = new Int32Array(count);
    this.#line = new Int32Array(count + 1);
    this.#block = new Int32Array(count);
  }

  /**
   * Improves an order until nothing better was found for `patience` moves.
   * @returns the best order met and its makespan; the order given is left as it was
   */
  improve(
    start: MachineOrder,
    patience: number,
    isTimeUp: IsTimeUp,
    bound: number,
  ): { order: MachineOrder; makespan: number } {
    const order = copyOrder(start);
    if (!this.#paths.measure(this.#shop, order)) throw new Error("the order of the machines is a circle");
    const best = { order: copyOrder(order), makespan: this.#paths.makespan };
    let last = this.#iteration;
    while (this.#iteration - last < patience && best.makespan > bound) {
      this.#iteration++;
      this.iterations++;
      if (this.#iteration % ASK_EVERY === 0 && isTimeUp()) break;
      if (!this.#step(order, best.makespan)) break;
      if (this.#paths.makespan < best.makespan) {
        best.makespan = this.#paths.makespan;
        best.order.before.set(order.before);
        best.order.after.set(order.after);
        last = this.#iteration;
      }
    }
    return best;
  }

  /** Takes the best move; false when the order has none, which is then the best there is. */
  #step(order: MachineOrder, bestMakespan: number): boolean {
    const { machine } = this.#shop;
    const block = this.#block;
    this.#chosen.clear();
    this.#tabu.clear();
    // One of the longest paths, chosen by lot where it divides.
    let at = this.#criticalStart(this.#paths.makespan);
    let isFirstBlock = true;
    while (at >= 0) {
      let size = 0;
      const where = machine[at]!;
      let next = at;
      while (next >= 0 && machine[next] === where) {
        block[size++] = next;
        next = this.#criticalNext(order, next);
      }
      if (size > 1) this.#weighBlock(order, size, isFirstBlock, next < 0, bestMakespan);
      isFirstBlock = false;
      at = next;
    }
    const move = this.#chosen.moved >= 0 ? this.#chosen : this.#tabu;
    if (move.moved < 0) return false;
    const { moved, beside, isForward } = move;
    if (isForward) this.#moveForward(order.before, order.after, moved, beside);
    else this.#moveBackward(order.before, order.after, moved, beside);
    if (!this.#paths.measureMove(this.#shop, order, moved, beside, isForward)) throw new Error("a move made a circle");
    return true;
  }

  /** Moves at the very start or end of the path cannot shorten it. */
  #weighBlock(order: MachineOrder, size: number, isFirst: boolean, isLast: boolean, bestMakespan: number): void {
    const block = this.#block;
    const first = block[0]!;
    const last = block[size - 1]!;
    if (!isLast)
      for (let place = 0; place < size - 1; place++) this.#weighForward(order, block[place]!, last, bestMakespan);
    // A block of two that is swapped already needs no second look.
    if (!isFirst)
      for (let place = !isLast && size === 2 ? size : 1; place < size; place++)
        this.#weighBackward(order, first, block[place]!, bestMakespan);
    for (let place = 1; place < size - 1; place++) {
      if (!isFirst) this.#weighForward(order, first, block[place]!, bestMakespan);
      if (!isLast) this.#weighBackward(order, block[place]!, last, bestMakespan);
    }
  }

  /** u right behind v. */
  #weighForward(order: MachineOrder, u: number, v: number, bestMakespan: number): void {
    if (!this.#mayMoveForward(u, v)) return;
    const estimate = this.#estimateForward(order, u, v);
    if (estimate >= bestMakespan && this.#isTabuForward(order, u, v)) this.#tabu.offer(0, u, v, true, this.#random);
    else this.#chosen.offer(estimate, u, v, true, this.#random);
  }

  /** v right before u. */
  #weighBackward(order: MachineOrder, u: number, v: number, bestMakespan: number): void {
    if (!this.#mayMoveBackward(u, v)) return;
    const estimate = this.#estimateBackward(order, u, v);
    if (estimate >= bestMakespan && this.#isTabuBackward(order, u, v)) this.#tabu.offer(0, v, u, false, this.#random);
    else this.#chosen.offer(estimate, v, u, false, this.#random);
  }

  #criticalStart(makespan: number): number {
    const { head, tail } = this.#paths;
    let chosen = -1;
    let found = 0;
    for (let operation = 0; operation < this.#count; operation++)
      if (head[operation] === 0 && tail[operation] === makespan) {
        found++;
        if (this.#random() * found < 1) chosen = operation;
      }
    return chosen;
  }

  /** The next operation of a longest path, by lot where two lie on one. */
  #criticalNext({ after }: MachineOrder, operation: number): number {
    const { duration, jobAfter } = this.#shop;
    const { head, tail, makespan } = this.#paths;
    const end = head[operation]! + duration[operation]!;
    const onMachine = after[operation]!;
    const inJob = jobAfter[operation]!;
    const machineIsOn = onMachine >= 0 && head[onMachine] === end && end + tail[onMachine]! === makespan;
    const jobIsOn = inJob >= 0 && head[inJob] === end && end + tail[inJob]! === makespan;
    if (machineIsOn && jobIsOn) return this.#random() < 0.5 ? onMachine : inJob;
    return machineIsOn ? onMachine : jobIsOn ? inJob : -1;
  }

  /** Moving u right behind v closes no circle when nothing leads from u's successor in its job to v. */
  #mayMoveForward(u: number, v: number): boolean {
    const next = this.#shop.jobAfter[u]!;
    const { tail } = this.#paths;
    return next < 0 || tail[v]! >= tail[next]!;
  }

  #mayMoveBackward(u: number, v: number): boolean {
    const previous = this.#shop.jobBefore[v]!;
    const { duration } = this.#shop;
    const { head } = this.#paths;
    return previous < 0 || head[u]! + duration[u]! >= head[previous]! + duration[previous]!;
  }

  /** The longest path through the moved operations when u goes right behind v; heads and tails of all others are taken as they are. */
  #estimateForward({ before, after }: MachineOrder, u: number, v: number): number {
    const line = this.#line;
    let size = 0;
    for (let at = after[u]!; ; at = after[at]!) {
      line[size++] = at;
      if (at === v) break;
    }
    line[size++] = u;
    return this.#estimate(line, size, before[u]!, after[v]!);
  }

  #estimateBackward({ before, after }: MachineOrder, u: number, v: number): number {
    const line = this.#line;
    let size = 0;
    line[size++] = v;
    for (let at = u; at !== v; at = after[at]!) line[size++] = at;
    return this.#estimate(line, size, before[u]!, after[v]!);
  }

  #estimate(line: Int32Array, size: number, previous: number, following: number): number {
    const { duration, jobBefore, jobAfter } = this.#shop;
    const { head, tail } = this.#paths;
    const newHead = this.#newHead;
    const newTail = this.#newTail;
    let free = previous >= 0 ? head[previous]! + duration[previous]! : 0;
    for (let at = 0; at < size; at++) {
      const operation = line[at]!;
      const inJob = jobBefore[operation]!;
      const ready = inJob >= 0 ? head[inJob]! + duration[inJob]! : 0;
      const start = Math.max(ready, free);
      newHead[at] = start;
      free = start + duration[operation]!;
    }
    let rest = following >= 0 ? tail[following]! : 0;
    let longest = 0;
    for (let at = size - 1; at >= 0; at--) {
      const operation = line[at]!;
      const inJob = jobAfter[operation]!;
      const jobRest = inJob >= 0 ? tail[inJob]! : 0;
      rest = Math.max(jobRest, rest) + duration[operation]!;
      newTail[at] = rest;
      const through = newHead[at]! + rest;
      if (through > longest) longest = through;
    }
    return longest;
  }

  /** u behind v is tabu when one of the pairs it would make had been turned around lately. */
  #isTabuForward({ after }: MachineOrder, u: number, v: number): boolean {
    const now = this.#iteration;
    for (let at = after[u]!; ; at = after[at]!) {
      if (this.#tabuUntil[at * this.#count + u]! > now) return true;
      if (at === v) return false;
    }
  }

  #isTabuBackward({ after }: MachineOrder, u: number, v: number): boolean {
    const now = this.#iteration;
    for (let at = u; at !== v; at = after[at]!) if (this.#tabuUntil[v * this.#count + at]! > now) return true;
    return false;
  }

  #moveForward(before: Int32Array, after: Int32Array, u: number, v: number): void {
    const until = this.#tabuEnd();
    for (let at = after[u]!; ; at = after[at]!) {
      this.#tabuUntil[u * this.#count + at] = until;
      if (at === v) break;
    }
    const previous = before[u]!;
    const next = after[u]!;
    const following = after[v]!;
    if (previous >= 0) after[previous] = next;
    before[next] = previous;
    after[v] = u;
    before[u] = v;
    after[u] = following;
    if (following >= 0) before[following] = u;
  }

  #moveBackward(before: Int32Array, after: Int32Array, v: number, u: number): void {
    const until = this.#tabuEnd();
    for (let at = u; at !== v; at = after[at]!) this.#tabuUntil[at * this.#count + v] = until;
    const previous = before[u]!;
    const last = before[v]!;
    const following = after[v]!;
    if (following >= 0) before[following] = last;
    after[last] = following;
    before[v] = previous;
    if (previous >= 0) after[previous] = v;
    after[v] = u;
    before[u] = v;
  }

  #tabuEnd(): number {
    return this.#iteration + this.#tenure + pick(this.#random, Math.ceil(this.#tenure * 0.5) + 1);
  }
}
