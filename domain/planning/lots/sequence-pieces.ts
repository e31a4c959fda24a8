import { type Outcome, ok, refuse } from "../../shared/index.ts";
import type { IsTimeUp } from "../schedule/is-time-up.ts";
import { pick, type Random, seededRandom } from "../schedule/random.ts";

/**
 * One machine makes one piece a period. Pieces have a type and a period by whose end they must be there; a piece made earlier is kept at a cost, and
 * going from one type to another costs what the table says (idle periods between them change nothing). Known as discrete lot sizing with changeovers.
 */
export interface PieceSequencing {
  readonly periodCount: number;
  /** Per piece: its type and its due period, 0-based; pieces of one type may be given in any order. */
  readonly type: readonly number[];
  readonly due: readonly number[];
  /** Per piece and period early. */
  readonly holdingCost: number;
  /** `changeover[from][to]`. */
  readonly changeover: readonly (readonly number[])[];
}

export interface PieceSequence {
  readonly cost: number;
  /** The type made in each period, -1 for none. */
  readonly periods: number[];
}

/** Moves at each temperature, and how it falls; a search starts anew from its best when it has become cold. */
const MOVES_PER_STEP = 2_000;
const COOLING = 0.97;
const LONGEST_BLOCK = 12;

/**
 * Finds a cheap sequence by simulated annealing: a block of pieces moves to another place, or two pieces change places; each sequence is timed as late
 * as its due periods allow, which is the cheapest there is for it.
 *
 * @param isTimeUp asked every few thousand moves; the best so far is answered when it says true
 * @returns the sequence, or the first period by whose end more pieces are due than periods have passed
 */
export function sequencePieces(
  problem: PieceSequencing,
  seed: number,
  isTimeUp: IsTimeUp,
): Outcome<PieceSequence, "NO_ROOM_BEFORE_DUE"> {
  const full = firstFullPeriod(problem);
  if (full >= 0) return refuse("NO_ROOM_BEFORE_DUE", { period: full + 1 });
  const random = seededRandom(seed);
  const search = new Search(problem);
  const scale = averageChangeover(problem);
  let best = search.cost;
  let bestOrder = search.order.slice();
  while (!isTimeUp() && search.count > 1) {
    for (let heat = scale; heat > scale / 400; heat *= COOLING) {
      for (let move = 0; move < MOVES_PER_STEP; move++) {
        const before = search.cost;
        const after = search.tryMove(random);
        if (after === before) continue;
        if (after < before || random() < Math.exp((before - after) / heat)) {
          search.keep();
          if (after < best) {
            best = after;
            bestOrder = search.order.slice();
          }
        } else search.takeBack();
      }
      if (isTimeUp()) break;
    }
    search.reset(bestOrder);
  }
  search.reset(bestOrder);
  return ok({ cost: search.cost, periods: search.periods() });
}

function firstFullPeriod({ periodCount, due }: PieceSequencing): number {
  const perPeriod = new Int32Array(periodCount);
  for (const period of due) {
    if (!Number.isInteger(period) || period < 0 || period >= periodCount) throw new Error(`no period ${period}`);
    perPeriod[period]!++;
  }
  let needed = 0;
  for (let period = 0; period < periodCount; period++) {
    needed += perPeriod[period]!;
    if (needed > period + 1) return period;
  }
  return -1;
}

function averageChangeover({ changeover, holdingCost }: PieceSequencing): number {
  const costs = changeover.flatMap((row, from) => row.filter((_, to) => to !== from));
  return Math.max(holdingCost, costs.reduce((sum, cost) => sum + cost, 0) / Math.max(1, costs.length), 1e-9);
}

/**
 * The state of a search. Pieces of one type stand in the order of their due periods, so an order is a list of types: the n-th of a type is the piece
 * due n-th.
 */
class Search {
  readonly count: number;
  order: Int32Array;
  cost = 0;
  readonly #problem: PieceSequencing;
  readonly #dues: Int32Array[];
  readonly #time: Int32Array;
  readonly #used: Int32Array;
  readonly #trial: Int32Array;
  #isTried = false;
  #trialCost = 0;

  constructor(problem: PieceSequencing) {
    this.#problem = problem;
    this.count = problem.type.length;
    const types = problem.changeover.length;
    const lists: number[][] = Array.from({ length: types }, () => []);
    problem.type.forEach((type, piece) => {
      lists[type]!.push(problem.due[piece]!);
    });
    this.#dues = lists.map((list) => Int32Array.from(list.sort((a, b) => a - b)));
    this.#time = new Int32Array(this.count);
    this.#used = new Int32Array(types);
    this.#trial = new Int32Array(this.count);
    const byDue = [...problem.type.keys()].sort(
      (a, b) => problem.due[a]! - problem.due[b]! || problem.type[a]! - problem.type[b]!,
    );
    this.order = Int32Array.from(byDue, (piece) => problem.type[piece]!);
    this.cost = this.#costOf(this.order);
  }

  reset(order: Int32Array): void {
    this.order = order.slice();
    this.cost = this.#costOf(this.order);
    this.#isTried = false;
  }

  /** The cost after a change by lot, the same as before when it is impossible or none; to be followed by `keep` or `takeBack`. */
  tryMove(random: Random): number {
    const { count, order } = this;
    const trial = this.#trial;
    if (random() < 0.3) {
      const one = pick(random, count);
      const other = pick(random, count);
      if (order[one] === order[other]) return this.cost;
      trial.set(order);
      trial[one] = order[other]!;
      trial[other] = order[one]!;
    } else {
      const from = pick(random, count);
      const size = 1 + pick(random, Math.min(LONGEST_BLOCK, count - from));
      const to = pick(random, count - size + 1);
      if (to === from) return this.cost;
      if (to < from) {
        trial.set(order);
        trial.set(order.subarray(from, from + size), to);
        trial.set(order.subarray(to, from), to + size);
      } else {
        trial.set(order);
        trial.set(order.subarray(from + size, to + size), from);
        trial.set(order.subarray(from, from + size), to);
      }
    }
    const cost = this.#costOf(trial);
    if (cost === Number.POSITIVE_INFINITY) return this.cost;
    this.#isTried = true;
    this.#trialCost = cost;
    return cost;
  }

  keep(): void {
    if (!this.#isTried) return;
    this.order.set(this.#trial);
    this.cost = this.#trialCost;
    this.#isTried = false;
  }

  takeBack(): void {
    this.#isTried = false;
  }

  periods(): number[] {
    this.#costOf(this.order);
    const periods = new Array<number>(this.#problem.periodCount).fill(-1);
    for (let at = 0; at < this.count; at++) periods[this.#time[at]!] = this.order[at]!;
    return periods;
  }

  /** Times an order as late as it can be and answers what it costs; infinite when a piece would have to be made before the first period. */
  #costOf(order: Int32Array): number {
    const { holdingCost, changeover, periodCount } = this.#problem;
    const used = this.#used;
    for (let type = 0; type < used.length; type++) used[type] = this.#dues[type]!.length;
    let cost = 0;
    let early = 0;
    let free = periodCount - 1;
    let next = -1;
    for (let at = order.length - 1; at >= 0; at--) {
      const type = order[at]!;
      const due = this.#dues[type]![--used[type]!]!;
      const time = Math.min(due, free);
      if (time < at) return Number.POSITIVE_INFINITY;
      this.#time[at] = time;
      early += due - time;
      free = time - 1;
      if (next >= 0 && next !== type) cost += changeover[type]![next]!;
      next = type;
    }
    return cost + early * holdingCost;
  }
}
