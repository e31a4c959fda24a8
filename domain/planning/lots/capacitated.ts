import { type Outcome, ok, refuse } from "../../shared/index.ts";
import type { IsTimeUp } from "../schedule/is-time-up.ts";
import { seededRandom } from "../schedule/random.ts";
import type { CapacitatedLots } from "./capacitated-lots.ts";
import { SetupSearch } from "./setup-search.ts";
import { wagnerWhitin } from "./wagner-whitin.ts";

export interface CapacitatedPlan {
  readonly cost: number;
  /** No plan can cost less. */
  readonly lowerBound: number;
  /** What the cheapest plan would cost if the machine had no limit: a weaker bound. */
  readonly uncapacitatedCost: number;
  /** `quantity[item][period]`. */
  readonly quantity: readonly (readonly number[])[];
}

export type CapacitatedRefusal = "CAPACITY_SHORT" | "NO_LOTS_FOUND";

const ROUNDS = 400;
const PATIENCE = 15;

/**
 * Plans lots within capacity: prices on the machine's time (Lagrangean relaxation, subgradient steps) make each item plan for itself by Wagner and Whitin,
 * which gives a lower bound and set-ups to begin with; these are smoothed into a plan within capacity, and the set-ups are improved by annealing.
 *
 * Source: Trigeiro, Thomas and McClain, "Capacitated Lot Sizing with Setup Times", Management Science 35 (1989). Whether any plan fits is itself a hard
 * question once set-ups take time: `CAPACITY_SHORT` is certain (from the one period to the other more time is needed than there is, by so much,
 * whatever the lots), `NO_LOTS_FOUND` only says that the time for searching was over.
 *
 * @param seed the same seed and number of asks give the same plan
 * @param isTimeUp ends the search; the bound is reckoned in any case
 * @throws assertion when lists differ in length, a figure is below zero or an earliest period is later than its own
 */
export function planCapacitatedLots(
  problem: CapacitatedLots,
  seed: number,
  isTimeUp: IsTimeUp,
): Outcome<CapacitatedPlan, CapacitatedRefusal> {
  check(problem);
  const short = firstShortStretch(problem);
  if (short) return refuse("CAPACITY_SHORT", { from: short.from + 1, period: short.to + 1, lacking: short.lacking });
  const search = new SetupSearch(problem);
  const { uncapacitatedCost, lowerBound, starts } = priceCapacity(problem, search);
  search.improve(starts, seededRandom(seed), isTimeUp);
  if (!search.isFeasible) return refuse("NO_LOTS_FOUND");
  return ok({ cost: search.cost, lowerBound, uncapacitatedCost, quantity: search.quantities() });
}

/** Raises prices on periods that lack time and lowers the others, so that the bound rises. @returns also the set-ups that made the cheapest plans */
function priceCapacity({ items, capacity }: CapacitatedLots, search: SetupSearch) {
  const count = capacity.length;
  let price: Float64Array = new Float64Array(count);
  let best: Float64Array = price;
  let uncapacitatedCost = 0;
  let lowerBound = Number.NEGATIVE_INFINITY;
  let step = 1;
  let sinceBetter = 0;
  let cheapest = Number.POSITIVE_INFINITY;
  const starts: Uint8Array[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const lack = Float64Array.from(capacity, (time) => -time);
    const isMade = new Uint8Array(items.length * count);
    let bound = 0;
    items.forEach((item, at) => {
      const { cost, lots } = wagnerWhitin({
        demand: item.demand,
        ...(item.earliest && { earliest: item.earliest }),
        setupCost: Array.from(price, (of) => item.setupCost + of * item.setupTime),
        unitCost: Array.from(price, (of) => of * item.timePerUnit),
        holdingCost: item.demand.map(() => item.holdingCost),
      });
      bound += cost;
      for (const { period, quantity } of lots) {
        isMade[at * count + period] = 1;
        lack[period]! += item.setupTime + item.timePerUnit * quantity;
      }
    });
    for (let period = 0; period < count; period++) bound -= price[period]! * capacity[period]!;
    if (round === 0) uncapacitatedCost = bound;
    const planned = search.tryStart(isMade);
    if (planned < cheapest) {
      cheapest = planned;
      starts.push(isMade);
    }
    if (bound > lowerBound + 1e-9) {
      lowerBound = bound;
      best = price;
      sinceBetter = 0;
    } else if (++sinceBetter > PATIENCE) {
      step /= 2;
      sinceBetter = 0;
      price = best;
      if (step < 1e-4) break;
    }
    let length = 0;
    for (let period = 0; period < count; period++)
      if (price[period]! > 0 || lack[period]! > 0) length += lack[period]! ** 2;
    if (length === 0) break;
    const aim = Number.isFinite(cheapest) ? cheapest : lowerBound * 1.1 + 1;
    const stride = (step * Math.max(aim - bound, aim * 1e-4)) / length;
    price = price.map((of, period) => Math.max(0, of + stride * lack[period]!));
  }
  return { uncapacitatedCost, lowerBound, starts };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Time that lacks, in the unit of the capacity. */
  readonly lacking: number;
}

/** The first periods in which what can only be made there, and one set-up of each item of it, need more time than there is. */
function firstShortStretch({ items, capacity }: CapacitatedLots): Stretch | undefined {
  for (let to = 0; to < capacity.length; to++)
    for (let from = 0; from <= to; from++) {
      let free = 0;
      for (let period = from; period <= to; period++) free += capacity[period]!;
      for (const { demand, earliest, timePerUnit, setupTime } of items) {
        let wanted = 0;
        for (let period = from; period <= to; period++)
          if ((earliest?.[period] ?? 0) >= from) wanted += demand[period]!;
        if (wanted > 0) free -= setupTime + wanted * timePerUnit;
      }
      if (free < -1e-9) return { from, to, lacking: -free };
    }
  return undefined;
}

function check({ items, capacity }: CapacitatedLots): void {
  const isFigure = (value: number) => Number.isFinite(value) && value >= 0;
  for (const { demand, earliest, timePerUnit, holdingCost, setupCost, setupTime } of items) {
    if (demand.length !== capacity.length) throw new Error("assertion: a demand for every period");
    if (earliest && !earliest.every((first, period) => first <= period && first >= (earliest[period - 1] ?? 0)))
      throw new Error("assertion: earliest periods never fall and are not later than their own");
    if (![...demand, timePerUnit, holdingCost, setupCost, setupTime].every(isFigure))
      throw new Error("assertion: no figure below zero");
  }
  if (!capacity.every(isFigure)) throw new Error("assertion: no capacity below zero");
}
