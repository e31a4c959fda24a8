import type { IsTimeUp } from "../schedule/is-time-up.ts";
import { pick, type Random } from "../schedule/random.ts";
import type { CapacitatedLots } from "./capacitated-lots.ts";

const MOVES_PER_STEP = 1_000;
const COOLING = 0.93;
const TINY = 1e-7;

/**
 * The set-ups of a capacitated plan, and what plan they give: from the last period back, each period makes what is set up and still wanted, first what
 * would cost most to make earlier, as far as its time goes; the rest is left to the item's set-up before. A set-up that gets nothing to make is none. What may
 * not be made earlier and finds no time is short.
 */
export class SetupSearch {
  /** Of the best plan found; infinite without one. */
  cost = Number.POSITIVE_INFINITY;
  readonly #problem: CapacitatedLots;
  readonly #items: number;
  readonly #periods: number;
  /** By item and period. */
  readonly #demand: Float64Array;
  readonly #isSet: Uint8Array;
  /** By period and item: made in it, and still wanted of it and later ones after it was planned. */
  readonly #made: Float64Array;
  readonly #open: Float64Array;
  /** By period and item: what was wanted of it, found no time and may not be made earlier; and how much may be left to earlier periods. */
  readonly #missed: Float64Array;
  readonly #mostOpen: Float64Array;
  readonly #periodCost: Float64Array;
  readonly #penalty: number;
  readonly #hasEarliest: boolean;
  #total = 0;
  #short = 0;
  #bestMade: Float64Array | null = null;
  // What a move replaced.
  readonly #undoMade: Float64Array;
  readonly #undoOpen: Float64Array;
  readonly #undoMissed: Float64Array;
  readonly #undoCost: Float64Array;
  readonly #flips: number[] = [];
  readonly #queue: Int32Array;
  readonly #urgency: Float64Array;

  constructor(problem: CapacitatedLots) {
    const { items, capacity } = problem;
    const cells = items.length * capacity.length;
    this.#problem = problem;
    this.#items = items.length;
    this.#periods = capacity.length;
    this.#demand = Float64Array.from(items.flatMap(({ demand }) => demand));
    this.#isSet = new Uint8Array(cells);
    this.#made = new Float64Array(cells);
    this.#open = new Float64Array(cells);
    this.#missed = new Float64Array(cells);
    this.#mostOpen = mostOpen(problem);
    this.#hasEarliest = items.some(({ earliest }) => earliest);
    this.#periodCost = new Float64Array(capacity.length);
    this.#undoMade = new Float64Array(cells);
    this.#undoOpen = new Float64Array(cells);
    this.#undoMissed = new Float64Array(cells);
    this.#undoCost = new Float64Array(capacity.length);
    this.#queue = new Int32Array(items.length);
    this.#urgency = new Float64Array(items.length);
    // A unit that is not made costs more than anything that could be saved by it.
    const dearest = items.reduce(
      (most, item) => Math.max(most, item.setupCost + item.holdingCost * capacity.length),
      1,
    );
    this.#penalty = dearest;
  }

  get isFeasible(): boolean {
    return this.#bestMade !== null;
  }

  /** Plans with these set-ups. @returns the cost, infinite when they do not suffice */
  tryStart(isSet: Uint8Array): number {
    this.#isSet.set(isSet);
    this.#plan(this.#periods - 1, -1);
    this.#note();
    return this.#short > TINY ? Number.POSITIVE_INFINITY : this.#total;
  }

  quantities(): number[][] {
    const made = this.#bestMade!;
    return Array.from({ length: this.#items }, (_, item) =>
      Array.from({ length: this.#periods }, (_, period) => made[period * this.#items + item]!),
    );
  }

  /** Changes set-ups by annealing, beginning anew from the best again and again. */
  improve(starts: readonly Uint8Array[], random: Random, isTimeUp: IsTimeUp): void {
    const { items } = this.#problem;
    if (this.#items === 0 || this.#periods === 0) {
      this.tryStart(new Uint8Array());
      return;
    }
    const all = new Uint8Array(this.#items * this.#periods).fill(1);
    this.tryStart(all);
    const heatFrom = Math.max(1, items.reduce((sum, item) => sum + item.setupCost, 0) / items.length) * 0.5;
    let first = starts.at(-1) ?? all;
    for (let turn = 0; !isTimeUp(); turn++) {
      this.tryStart(first);
      const turnHeat = turn === 0 ? heatFrom : heatFrom * (0.1 + 0.9 * random());
      for (let heat = turnHeat; heat > heatFrom / 300; heat *= COOLING) {
        for (let move = 0; move < MOVES_PER_STEP; move++) this.#anneal(random, heat);
        if (isTimeUp()) break;
      }
      // From the best, or sometimes from another of the first plans: the prices knew several good ones.
      first =
        turn % 4 === 3 && starts.length > 1 ? starts[pick(random, starts.length)]! : (this.#setupsOfBest() ?? first);
    }
  }

  #setupsOfBest(): Uint8Array | null {
    const made = this.#bestMade;
    if (!made) return null;
    return Uint8Array.from({ length: made.length }, (_, at) => {
      const item = Math.floor(at / this.#periods);
      return made[(at % this.#periods) * this.#items + item]! > 0 ? 1 : 0;
    });
  }

  #anneal(random: Random, heat: number): void {
    const before = this.#total + this.#short * this.#penalty;
    const item = pick(random, this.#items);
    const period = pick(random, this.#periods);
    const way = random();
    this.#flips.length = 0;
    this.#flip(item, period);
    if (way < 0.35) {
      // A set-up goes to a period nearby.
      const to = period + (random() < 0.5 ? -1 : 1) * (1 + pick(random, 2));
      if (to >= 0 && to < this.#periods && this.#isSet[item * this.#periods + to] === this.#isSet[this.#flips[0]!])
        this.#flip(item, to);
    } else if (way < 0.6) {
      // Two items change places in it.
      const other = pick(random, this.#items);
      if (other !== item) this.#flip(other, period);
    }
    let from = 0;
    let lowest = this.#periods;
    for (const cell of this.#flips) {
      const changed = Math.floor(cell / this.#periods);
      const at = cell % this.#periods;
      lowest = Math.min(lowest, at);
      // The set-up behind it may now leave its rest to another one.
      let next = at + 1;
      while (next < this.#periods && !this.#isSet[changed * this.#periods + next]) next++;
      from = Math.max(from, next < this.#periods ? next : at);
    }
    const planned = this.#plan(from, lowest);
    const after = this.#total + this.#short * this.#penalty;
    if (after <= before || random() < Math.exp((before - after) / heat)) {
      this.#note();
      return;
    }
    this.#takeBack(planned, from);
  }

  #flip(item: number, period: number): void {
    const cell = item * this.#periods + period;
    this.#isSet[cell] = this.#isSet[cell] ? 0 : 1;
    this.#flips.push(cell);
  }

  #takeBack(to: number, from: number): void {
    for (const cell of this.#flips) this.#isSet[cell] = this.#isSet[cell] ? 0 : 1;
    const low = to * this.#items;
    const high = (from + 1) * this.#items;
    this.#made.set(this.#undoMade.subarray(low, high), low);
    this.#open.set(this.#undoOpen.subarray(low, high), low);
    this.#missed.set(this.#undoMissed.subarray(low, high), low);
    for (let period = to; period <= from; period++) {
      this.#total += this.#undoCost[period]! - this.#periodCost[period]!;
      this.#periodCost[period] = this.#undoCost[period]!;
    }
    this.#short = this.#shortNow();
  }

  #note(): void {
    if (this.#short > TINY || this.#total > this.cost - TINY) return;
    // Summed anew: the running total has seen millions of additions.
    this.#total = this.#periodCost.reduce((sum, cost) => sum + cost, 0);
    if (this.#total > this.cost - TINY) return;
    this.cost = this.#total;
    this.#bestMade = this.#made.slice();
  }

  #shortNow(): number {
    let short = 0;
    for (let item = 0; item < this.#items; item++) short += this.#open[item]!;
    if (this.#hasEarliest) for (const missed of this.#missed) short += missed;
    return short;
  }

  /** Plans period `from` and those before it again, ending early below `lowest` where nothing changes. @returns the last period planned */
  #plan(from: number, lowest: number): number {
    const { items, capacity } = this.#problem;
    const count = this.#items;
    const periods = this.#periods;
    const queue = this.#queue;
    const urgency = this.#urgency;
    const isSet = this.#isSet;
    const made = this.#made;
    const openOf = this.#open;
    const missed = this.#missed;
    const mostOpen = this.#mostOpen;
    let period = from;
    for (; period >= 0; period--) {
      const row = period * count;
      let queued = 0;
      for (let item = 0; item < count; item++) {
        const cell = row + item;
        this.#undoMade[cell] = made[cell]!;
        this.#undoOpen[cell] = openOf[cell]!;
        const later = period + 1 < periods ? openOf[cell + count]! : 0;
        const open = later + this.#demand[item * periods + period]!;
        this.#undoMissed[cell] = missed[cell]!;
        openOf[cell] = open;
        made[cell] = 0;
        missed[cell] = 0;
        if (open <= 0 || !isSet[item * periods + period]) continue;
        let before = period - 1;
        while (before >= 0 && !isSet[item * periods + before]) before--;
        const { holdingCost, timePerUnit } = items[item]!;
        // What has no set-up before, or may not be made before, comes first of all.
        const urgent =
          before < 0 || open > mostOpen[cell]!
            ? Number.MAX_VALUE
            : (holdingCost * (period - before)) / Math.max(timePerUnit, TINY);
        let at = queued++;
        for (; at > 0 && urgency[at - 1]! < urgent; at--) {
          urgency[at] = urgency[at - 1]!;
          queue[at] = queue[at - 1]!;
        }
        urgency[at] = urgent;
        queue[at] = item;
      }
      let time = capacity[period]!;
      let cost = 0;
      for (let at = 0; at < queued; at++) {
        const item = queue[at]!;
        const { setupTime, setupCost, timePerUnit } = items[item]!;
        const left = time - setupTime;
        if (left < 0 || (timePerUnit > 0 && left <= TINY)) continue;
        const open = openOf[row + item]!;
        const isAll = open * timePerUnit <= left;
        const quantity = isAll ? open : left / timePerUnit;
        made[row + item] = quantity;
        openOf[row + item] = isAll ? 0 : open - quantity;
        time = left - quantity * timePerUnit;
        cost += setupCost;
      }
      for (let cell = row; cell < row + count; cell++) {
        if (openOf[cell]! <= mostOpen[cell]!) continue;
        missed[cell] = openOf[cell]! - mostOpen[cell]!;
        openOf[cell] = mostOpen[cell]!;
      }
      if (period > 0) for (let item = 0; item < count; item++) cost += items[item]!.holdingCost * openOf[row + item]!;
      this.#undoCost[period] = this.#periodCost[period]!;
      this.#total += cost - this.#periodCost[period]!;
      this.#periodCost[period] = cost;
      if (period <= lowest && period > 0) {
        let isSame = true;
        for (let item = 0; item < count && isSame; item++) isSame = openOf[row + item] === this.#undoOpen[row + item];
        if (isSame) break;
      }
    }
    const last = Math.max(0, period);
    this.#short = this.#shortNow();
    return last;
  }
}

/** By period and item: the demand of this period and later ones that may be made before it. Without limits nothing holds it back. */
function mostOpen({ items, capacity }: CapacitatedLots): Float64Array {
  const count = items.length;
  const most = new Float64Array(count * capacity.length).fill(Number.POSITIVE_INFINITY);
  items.forEach(({ demand, earliest }, item) => {
    if (!earliest) return;
    for (let period = 0; period < capacity.length; period++) {
      let free = 0;
      for (let at = period; at < capacity.length; at++) if (earliest[at]! < period) free += demand[at]!;
      most[period * count + item] = free;
    }
  });
  return most;
}
