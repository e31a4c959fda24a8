import type { IsTimeUp } from "../is-time-up.ts";
import { pick, type Random, seededRandom } from "../random.ts";
import { firstOrder } from "./first-order.ts";
import { type JobShop, type MachineOrder, orderOf, Paths, sequences } from "./job-shop.ts";
import { TabuSearch } from "./tabu-search.ts";

export interface JobShopSchedule {
  readonly makespan: number;
  /** When each operation starts. */
  readonly start: Int32Array;
  /** Moves tried altogether. */
  readonly iterations: number;
  /** True when no schedule can be shorter. */
  readonly isProven: boolean;
}

/** Schedules kept at once, and how many moves without a gain end one search: from the source below, for shops of any size. */
const POPULATION = 12;
const PATIENCE = 10_000;
/** The share of pairs two schedules differ in that a walk from one to the other leaves untouched at either end. */
const KEEP = 0.2;

/**
 * Schedules a classic job shop: tabu search from several first orders, then from orders half-way between two good ones (path relinking), which
 * takes the place of the worst when it is better and no copy.
 *
 * Source: Peng, Lü and Cheng, "A tabu search/path relinking algorithm to solve the job shop scheduling problem" (2015).
 *
 * @param seed the same seed and number of moves give the same schedule
 * @param isTimeUp asked every few hundred moves; the best so far is answered when it says true
 */
export function solveJobShop(shop: JobShop, seed: number, isTimeUp: IsTimeUp, goal = 0): JobShopSchedule {
  const random = seededRandom(seed);
  const search = new TabuSearch(shop, random);
  const bound = Math.max(goal, lowerBound(shop));
  const elite: { order: MachineOrder; makespan: number }[] = [];
  let best = search.improve(firstOrder(shop, random, 0), PATIENCE, isTimeUp, bound);
  elite.push(best);
  const note = (found: { order: MachineOrder; makespan: number }) => {
    if (found.makespan < best.makespan) best = found;
  };
  while (best.makespan > bound && !isTimeUp()) {
    if (elite.length < POPULATION) {
      const found = search.improve(firstOrder(shop, random, 0.3 + 0.7 * random()), PATIENCE, isTimeUp, bound);
      note(found);
      elite.push(found);
      continue;
    }
    const from = pick(random, elite.length);
    const to = (from + 1 + pick(random, elite.length - 1)) % elite.length;
    const between = walkBetween(shop, elite[from]!.order, elite[to]!.order, random);
    const start = between ?? firstOrder(shop, random, 1);
    const found = search.improve(start, PATIENCE, isTimeUp, bound);
    note(found);
    const isCopy = elite.some(
      ({ order, makespan }) => makespan === found.makespan && differingPairs(shop, order, found.order) === 0,
    );
    if (isCopy) continue;
    let worst = 0;
    for (let at = 1; at < elite.length; at++) if (elite[at]!.makespan >= elite[worst]!.makespan) worst = at;
    if (found.makespan <= elite[worst]!.makespan) elite[worst] = found;
    else if (between === null) elite[worst] = found;
  }
  const paths = new Paths(shop.machine.length);
  paths.measure(shop, best.order);
  return {
    makespan: best.makespan,
    start: paths.head.slice(),
    iterations: search.iterations,
    isProven: best.makespan <= bound,
  };
}

/**
 * No schedule ends sooner than the busiest machine, with the shortest way to and from it, nor than the longest job.
 */
export function lowerBound({ machineCount, machine, duration, jobBefore, jobAfter }: JobShop): number {
  const count = machine.length;
  const head = new Int32Array(count);
  const tail = new Int32Array(count);
  let bound = 0;
  for (let operation = 0; operation < count; operation++) {
    const before = jobBefore[operation]!;
    head[operation] = before >= 0 ? head[before]! + duration[before]! : 0;
  }
  for (let operation = count - 1; operation >= 0; operation--) {
    const after = jobAfter[operation]!;
    tail[operation] = after >= 0 ? tail[after]! + duration[after]! : 0;
    bound = Math.max(bound, head[operation]! + duration[operation]! + tail[operation]!);
  }
  for (let where = 0; where < machineCount; where++) {
    const here = [...machine.keys()].filter((operation) => machine[operation] === where);
    bound = Math.max(bound, oneMachineBound(here, head, duration, tail));
  }
  return bound;
}

/** The one-machine problem with heads and tails where work may be interrupted (Jackson's preemptive schedule): exact, and below the real one. */
function oneMachineBound(
  operations: readonly number[],
  head: Int32Array,
  duration: Int32Array,
  tail: Int32Array,
): number {
  const coming = [...operations].sort((a, b) => head[a]! - head[b]!);
  const rest = new Map(operations.map((operation) => [operation, duration[operation]!]));
  const waiting: number[] = [];
  let now = 0;
  let bound = 0;
  let next = 0;
  while (next < coming.length || waiting.length > 0) {
    if (waiting.length === 0) now = Math.max(now, head[coming[next]!]!);
    while (next < coming.length && head[coming[next]!]! <= now) waiting.push(coming[next++]!);
    let chosen = 0;
    for (let at = 1; at < waiting.length; at++) if (tail[waiting[at]!]! > tail[waiting[chosen]!]!) chosen = at;
    const operation = waiting[chosen]!;
    const until = next < coming.length ? head[coming[next]!]! : Number.POSITIVE_INFINITY;
    const worked = Math.min(rest.get(operation)!, until - now);
    now += worked;
    rest.set(operation, rest.get(operation)! - worked);
    if (rest.get(operation) === 0) {
      bound = Math.max(bound, now + tail[operation]!);
      waiting.splice(chosen, 1);
    }
  }
  return bound;
}

function differingPairs(shop: JobShop, one: MachineOrder, other: MachineOrder): number {
  const place = placesOf(shop, other);
  let count = 0;
  for (const list of sequences(shop, one))
    for (let a = 0; a < list.length; a++)
      for (let b = a + 1; b < list.length; b++) if (place[list[a]!]! > place[list[b]!]!) count++;
  return count;
}

function placesOf(shop: JobShop, order: MachineOrder): Int32Array {
  const place = new Int32Array(shop.machine.length);
  for (const list of sequences(shop, order))
    list.forEach((operation, at) => {
      place[operation] = at;
    });
  return place;
}

/**
 * An order between two: neighbours that stand the other way round in the goal are swapped, by lot, until far enough from both. Swaps of neighbours
 * towards an order without a circle may close one on the way; then the last order without one is taken.
 * @returns null when the two are too near each other to have anything between them
 */
function walkBetween(shop: JobShop, from: MachineOrder, to: MachineOrder, random: Random): MachineOrder | null {
  const lists = sequences(shop, from).map((list) => [...list]);
  const place = placesOf(shop, to);
  const distance = differingPairs(shop, from, to);
  if (distance < 10) return null;
  const least = Math.ceil(distance * KEEP);
  const steps = least + pick(random, Math.max(1, distance - 2 * least));
  const count = shop.machine.length;
  const paths = new Paths(count);
  let good: MachineOrder | null = null;
  for (let step = 1; step <= distance - least; step++) {
    const swaps: [number, number][] = [];
    lists.forEach((list, where) => {
      for (let at = 0; at < list.length - 1; at++)
        if (place[list[at]!]! > place[list[at + 1]!]!) swaps.push([where, at]);
    });
    if (swaps.length === 0) break;
    const [where, at] = swaps[pick(random, swaps.length)]!;
    const list = lists[where]!;
    [list[at], list[at + 1]] = [list[at + 1]!, list[at]!];
    if (step < steps) continue;
    const order = orderOf(count, lists);
    if (paths.measure(shop, order)) {
      good = order;
      break;
    }
  }
  return good;
}
