import { decimal, type Outcome, ok, type PlainDate, type Refusal, refuse, refuseAll } from "../../shared/index.ts";
import { planCapacitatedLots } from "../lots/index.ts";
import { unscaled } from "../scaled-quantity.ts";
import { type CenterItem, type CenterProblem, type CenterRefusal, centerProblem } from "./center-problem.ts";
import { figuresOf, type ItemCosts, type LotFigures } from "./lot-figures.ts";
import { isAsPlanned, type LotOrder, ordersOfItem, stayingOrders } from "./lot-orders.ts";
import type { CenterRecords, LotsQuestion } from "./records.ts";
import { lotCount, minutesOf, type WholeItem, wholeLots } from "./whole-lots.ts";

export interface ItemLots {
  readonly itemId: string;
  /** By week, in the item's unit. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly isOther: boolean;
}

export interface CenterLots {
  readonly weeks: readonly { readonly from: PlainDate; readonly to: PlainDate; readonly capacityMinutes: number }[];
  readonly before: LotFigures;
  readonly after: LotFigures;
  /** No lots within capacity cost less, by the same reckoning. */
  readonly leastYen: string;
  /** How far what was found can be above the cheapest possible at most, in percent with one decimal. */
  readonly gapPercent: number;
  readonly items: readonly ItemLots[];
  /** Of items whose lots are others than before. */
  readonly orders: readonly LotOrder[];
  /** Proposals of those items that are no more when the lots are firm. */
  readonly gone: readonly { readonly itemId: string; readonly seq: number }[];
}

export type CenterLotsRefusal =
  | CenterRefusal
  | "LOTS_NOTHING_CHOSEN"
  | "LOTS_TOO_MANY"
  | "LOTS_SETUP_COST_MISSING"
  | "LOTS_HOLDING_COST_MISSING"
  | "CAPACITY_SHORT"
  | "LOTS_WEEKS_SHORT"
  | "NO_LOTS_FOUND";

/** Items times weeks that are answered within seconds. */
const MOST_CELLS = 2_000;
/** Steps of the search: by number and not by the clock, so that the same question has the same answer on any machine. */
const MOST_ASKS = 160;
const SEED = 1;
const WEEKS_PER_YEAR = 365 / 7;
const HOUR_MINUTES = 60;

/**
 * Puts the lots of a work centre together so that they fit its capacity, cost least in set-ups and stock, and nothing comes later than it is needed
 * or is started before its material can be there. Pure and repeatable. Rule: docs/rules/planning.md, "Capacity-aware lots".
 *
 * @returns refused: what lacks of the costs, at the item; `LOTS_WEEKS_SHORT` with the first weeks that lack minutes, whatever the lots;
 * `NO_LOTS_FOUND` when the search ended without lots that fit
 */
export function centerLots(records: CenterRecords, question: LotsQuestion): Outcome<CenterLots, CenterLotsRefusal> {
  const made = centerProblem(records, new Set(question.keptItemIds));
  if (!made.ok) return made;
  const problem = made.value;
  const { items, weeks, capacityMinutes, fixedMinutes } = problem;
  if (items.length === 0) return refuse("LOTS_NOTHING_CHOSEN");
  if (items.length * weeks.length > MOST_CELLS) return refuse("LOTS_TOO_MANY", { count: items.length });
  const costs = costsOf(items, question);
  if (!costs.ok) return costs;
  const whole = items.map((item) => wholeItem(item, weeks.length));
  const free = weeks.map((_, week) => Math.max(0, capacityMinutes[week]! - fixedMinutes[week]!));
  const found = search(whole, costs.value, free);
  if (!found.ok) return shortInWords(found, problem);
  const { steps, lowerBound } = found.value;
  return ok(answer(problem, whole, costs.value, steps, lowerBound));
}

function costsOf(items: readonly CenterItem[], question: LotsQuestion): Outcome<ItemCosts[], CenterLotsRefusal> {
  const refusals: Refusal<CenterLotsRefusal>[] = [];
  const rate = question.setupYenPerHour === null ? null : decimal(question.setupYenPerHour);
  const costs = items.map(({ item, setupMinutes, step, decimals }): ItemCosts => {
    const told = question.costs.find(({ itemId }) => itemId === item.id);
    const own = told?.setupCostYen ?? item.setupCostYen;
    const setup = own != null ? decimal(own) : rate?.times(setupMinutes).dividedBy(HOUR_MINUTES);
    const holding = told?.holdingCostYenPerYear ?? item.holdingCostYenPerYear;
    const lack = (code: CenterLotsRefusal, field: string) =>
      refusals.push({ code, values: { item: item.code }, field: `costs.${item.id}.${field}` });
    if (setup === undefined) lack("LOTS_SETUP_COST_MISSING", "setupCostYen");
    if (holding == null || !decimal(holding).greaterThan(0)) lack("LOTS_HOLDING_COST_MISSING", "holdingCostYenPerYear");
    return {
      setup: setup?.toNumber() ?? 0,
      holding: (Number(holding ?? 0) / WEEKS_PER_YEAR) * (step / 10 ** decimals),
    };
  });
  return refuseAll(refusals) ?? ok(costs);
}

function wholeItem(
  { needs, step, decimals, setupMinutes, runMinutesPerUnit, ...sizes }: CenterItem,
  weeks: number,
): WholeItem {
  const demand = Array<number>(weeks).fill(0);
  const earliest = Array<number>(weeks).fill(0);
  for (const { week, quantity, earliestWeek } of needs) {
    demand[week]! += quantity / step;
    earliest[week] = Math.max(earliest[week]!, earliestWeek);
  }
  for (let week = 1; week < weeks; week++) earliest[week] = Math.max(earliest[week]!, earliest[week - 1]!);
  return {
    demand,
    earliest,
    setupMinutes,
    minutesPerStep: runMinutesPerUnit * (step / 10 ** decimals),
    minimum: Math.ceil(sizes.minimum / step),
    maximum: Math.floor(sizes.maximum / step),
  };
}

/** Lots in whole steps. Where rounding finds no room, once more with as much left free as it may need. */
function search(
  items: readonly WholeItem[],
  costs: readonly ItemCosts[],
  free: readonly number[],
): Outcome<{ readonly steps: number[][]; readonly lowerBound: number }, CenterLotsRefusal> {
  const most = items.reduce((sum, item) => sum + minutesOf(item, 1), 0);
  let lowerBound: number | undefined;
  for (const margin of [0, most]) {
    let asks = 0;
    const found = planCapacitatedLots(
      {
        items: items.map(({ demand, earliest, minutesPerStep, setupMinutes }, at) => ({
          ...{ demand, earliest, timePerUnit: minutesPerStep, setupTime: setupMinutes },
          ...{ setupCost: costs[at]!.setup, holdingCost: costs[at]!.holding },
        })),
        capacity: free.map((minutes) => Math.max(0, minutes - margin)),
      },
      SEED,
      () => ++asks > MOST_ASKS,
    );
    if (!found.ok) {
      if (margin === 0) return found;
      break;
    }
    lowerBound ??= found.value.lowerBound;
    const steps = wholeLots(items, free, found.value.quantity);
    if (steps) return ok({ steps, lowerBound });
  }
  return refuse("NO_LOTS_FOUND");
}

/** Weeks by their days, and hours. */
function shortInWords(
  refused: {
    readonly ok: false;
    readonly refusals: readonly [Refusal<CenterLotsRefusal>, ...Refusal<CenterLotsRefusal>[]];
  },
  { weeks }: CenterProblem,
): Outcome<never, CenterLotsRefusal> {
  const [{ code, values }] = refused.refusals;
  if (code !== "CAPACITY_SHORT") return refused;
  const from = weeks[Number(values!["from"]) - 1]!;
  const to = weeks[Number(values!["period"]) - 1]!;
  const hours = decimal(Number(values!["lacking"]).toFixed(3)).dividedBy(HOUR_MINUTES);
  return refuse("LOTS_WEEKS_SHORT", { from: from.from, to: to.to, hours: hours.toDecimalPlaces(1, 0).toFixed() });
}

function answer(
  problem: CenterProblem,
  whole: readonly WholeItem[],
  costs: readonly ItemCosts[],
  steps: readonly (readonly number[])[],
  lowerBound: number,
): CenterLots {
  const { items, weeks } = problem;
  const orders: LotOrder[] = [];
  const gone: { itemId: string; seq: number }[] = [];
  const lots: ItemLots[] = items.map((item, at) => {
    const text = (row: readonly number[]) => row.map((of) => unscaled(of * item.step, item.decimals));
    const ordersOf = ordersOfItem(problem, item, whole[at]!, steps[at]!);
    const isOther = !isAsPlanned(item, ordersOf);
    if (isOther) {
      orders.push(...ordersOf, ...stayingOrders(item, ordersOf));
      const taken = new Set(ordersOf.map(({ seq }) => seq));
      for (const { proposal } of item.needs)
        if (!taken.has(proposal.seq)) gone.push({ itemId: item.item.id, seq: proposal.seq });
    }
    return { itemId: item.item.id, before: text(whole[at]!.demand), after: text(steps[at]!), isOther };
  });
  // Each proposal is set up for itself, also where a week has several.
  const proposals = items.map(({ needs }) =>
    weeks.map((_, week) => needs.reduce((count, need) => count + (need.week === week ? 1 : 0), 0)),
  );
  const counts = steps.map((row, at) => row.map((of) => lotCount(whole[at]!, of)));
  const demand = whole.map((item) => item.demand);
  const before = figuresOf(problem, costs, whole, demand, proposals);
  const after = figuresOf(problem, costs, whole, steps, counts);
  const cost = decimal(after.totalYen);
  const least = decimal(Math.max(0, lowerBound).toFixed(0));
  const gap = least.isZero() || cost.lessThan(least) ? decimal(0) : cost.minus(least).dividedBy(least).times(100);
  return {
    weeks: weeks.map(({ from, to }, week) => ({ from, to, capacityMinutes: problem.capacityMinutes[week]! })),
    before,
    after,
    leastYen: least.toFixed(),
    gapPercent: gap.toDecimalPlaces(1, 0).toNumber(),
    items: lots,
    orders,
    gone,
  };
}
