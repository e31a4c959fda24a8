import { NO_GROUP, type PlanData } from "../../domain/planning/index.ts";

/*
 * The invented factory of the `mrp` figure: items on 6 levels (of twenty one end item, the others on 5 levels alike), bill of material
 * lines each one level down, demands of end items on every fifth day from day 30. Fixed seed.
 */

export interface FactorySize {
  readonly items: number;
  readonly bomLines: number;
  readonly demands: number;
  readonly days: number;
}

export const USUAL_SIZE: FactorySize = { items: 20_000, bomLines: 100_000, demands: 100_000, days: 365 };
export const HISTORY_DAYS = 60;
const LEVEL_COUNT = 6;
const FIRST_DEMAND_DAY = 30;

export const COMPANY_CALENDAR = 1;

/** The mix of lot rules: of ten items so many are lot for lot (0), fixed (1), period (2), minimum-maximum-multiple (3). */
const LOT_RULE_OF_TEN = [0, 1, 1, 1, 2, 2, 2, 3, 3, 3];

/** A factory as rows: what stands in the database's tables before the run. */
export interface Factory {
  readonly size: FactorySize;
  readonly items: {
    readonly lead_days: Int32Array;
    readonly calendar: Int32Array;
    readonly supply: Int32Array;
    readonly safety_stock: Float64Array;
    readonly lot_rule: Int32Array;
    readonly lot_fixed: Float64Array;
    readonly lot_period_days: Int32Array;
    readonly lot_minimum: Float64Array;
    readonly lot_maximum: Float64Array;
    readonly lot_multiple: Float64Array;
    readonly yield_percent: Int32Array;
    readonly on_hand: Float64Array;
  };
  readonly bom: { readonly parent: Int32Array; readonly child: Int32Array; readonly per: Int32Array };
  readonly demands: { readonly item: Int32Array; readonly day: Int32Array; readonly quantity: Float64Array };
}

export function makeFactory(seed: number, size: FactorySize): Factory {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const endItems = endItemCount(size);
  const levelStart = [0, endItems];
  for (let level = 1; level < LEVEL_COUNT; level++) {
    levelStart.push(levelStart[level]! + (size.items - endItems) / (LEVEL_COUNT - 1));
  }
  const bom = makeBom(below, levelStart, size);
  const demands = makeDemands(below, size);
  return { size, items: makeItems(below, levelStart[LEVEL_COUNT - 1]!, usualNeeds(bom, demands, size)), bom, demands };
}

export function endItemCount({ items }: FactorySize): number {
  return items / 20;
}

/** What is needed of each item in five days on average: lots are chosen in proportion to it, as a planner would. */
function usualNeeds(bom: Factory["bom"], demands: Factory["demands"], size: FactorySize): Float64Array {
  const needs = new Float64Array(size.items);
  demands.quantity.forEach((quantity, row) => {
    needs[demands.item[row]!]! += quantity / ((size.days - FIRST_DEMAND_DAY) / 5);
  });
  // Components have larger numbers than their parents, so going through lines by parent every sum is ready when it is used.
  const lines = [...bom.parent.keys()].sort((a, b) => bom.parent[a]! - bom.parent[b]!);
  for (const line of lines) needs[bom.child[line]!]! += needs[bom.parent[line]!]! * bom.per[line]!;
  return needs;
}

function makeItems(below: (limit: number) => number, firstBought: number, needs: Float64Array): Factory["items"] {
  const numbers = (value: (item: number) => number) =>
    Int32Array.from({ length: needs.length }, (_, item) => value(item));
  const lots = (ofRule: number, lotsOfNeed: () => number) =>
    Float64Array.from(needs, (need, item) => {
      const size = Math.max(1, Math.ceil(need * lotsOfNeed()));
      return rule[item] === ofRule ? size : 0;
    });
  const rule = numbers(() => LOT_RULE_OF_TEN[below(10)]!);
  const multiple = lots(3, () => 1);
  return {
    lead_days: numbers(() => 5 * (1 + below(3))),
    // What is bought keeps the company's days, what is made those of its works.
    calendar: numbers((item) => (item >= firstBought ? COMPANY_CALENDAR : below(3))),
    supply: numbers((item) => (item >= firstBought ? 1 : 0)),
    safety_stock: Float64Array.from(needs, (need) => (below(4) === 0 ? Math.ceil(need) : 0)),
    lot_rule: rule,
    lot_fixed: lots(1, () => 4 + below(5)),
    lot_period_days: numbers((item) => (rule[item] === 2 ? 20 + 10 * below(2) : 0)),
    lot_minimum: multiple.map((size) => size * (4 + below(3))),
    lot_maximum: multiple.map((size) => size * (10 + below(10))),
    lot_multiple: multiple,
    yield_percent: numbers(() => (below(3) === 0 ? 95 + below(5) : 100)),
    on_hand: Float64Array.from(numbers(() => below(50))),
  };
}

/** Every component has a parent one level above it; the remaining lines are spread evenly over all parents. No line twice. */
function makeBom(below: (limit: number) => number, levelStart: readonly number[], size: FactorySize): Factory["bom"] {
  const bom = {
    parent: new Int32Array(size.bomLines),
    child: new Int32Array(size.bomLines),
    per: new Int32Array(size.bomLines),
  };
  const known = new Set<number>();
  let count = 0;
  const add = (parent: number, child: number) => {
    const key = parent * size.items + child;
    if (known.has(key)) return;
    known.add(key);
    bom.parent[count] = parent;
    bom.child[count] = child;
    bom.per[count++] = below(4) === 0 ? 2 : 1;
  };
  const within = (level: number) => levelStart[level]! + below(levelStart[level + 1]! - levelStart[level]!);
  for (let level = 1; level < LEVEL_COUNT; level++) {
    for (let child = levelStart[level]!; child < levelStart[level + 1]!; child++) add(within(level - 1), child);
  }
  while (count < size.bomLines) {
    const parent = below(levelStart[LEVEL_COUNT - 1]!);
    add(parent, within(levelStart.findIndex((_, level) => parent < levelStart[level + 1]!) + 1));
  }
  return bom;
}

function makeDemands(below: (limit: number) => number, size: FactorySize): Factory["demands"] {
  const days = Math.floor((size.days - 1 - FIRST_DEMAND_DAY) / 5) + 1;
  const numbers = (value: (row: number) => number) => Int32Array.from({ length: size.demands }, (_, row) => value(row));
  return {
    item: numbers((row) => row % endItemCount(size)),
    day: numbers(() => FIRST_DEMAND_DAY + 5 * below(days)),
    quantity: Float64Array.from(numbers(() => 1 + below(20))),
  };
}

/** A Monday, so that the days of `makeCalendars` are those of the calendar. */
export const FIRST_DAY = "2026-04-06";
/** Days the third works is closed, as days of the plan. */
export const CLOSED_DAYS = [130, 131, 132, 133, 134, 135, 136, 275, 276, 277, 278, 279, 280, 281];
/** Days of the week each works is open. */
export const WORKS_ON = [
  [1, 2, 3, 4, 5, 6, 7],
  [1, 2, 3, 4, 5],
  [1, 2, 3, 4, 5, 6],
];

/** Three works: one that never rests, one of five days a week, one of six with a closed week in summer and at new year. */
export function makeCalendars(days: number): Uint8Array[] {
  const length = HISTORY_DAYS + days;
  const flags = (isWorked: (day: number) => boolean) =>
    Uint8Array.from({ length }, (_, at) => (isWorked(at - HISTORY_DAYS) ? 1 : 0));
  const weekDay = (day: number) => (((day % 7) + 7) % 7) + 1;
  const closed = new Set(CLOSED_DAYS);
  return WORKS_ON.map((open, works) =>
    flags((day) => open.includes(weekDay(day)) && !(works === 2 && closed.has(day))),
  );
}

/** The factory as the calculation takes it. */
export function planData(factory: Factory): PlanData {
  const { size, items, bom, demands } = factory;
  const none = new Int32Array(0);
  const ratios = items.yield_percent.map((percent) => greatestCommonDivisor(percent, 100));
  return {
    dayCount: size.days,
    calendars: makeCalendars(size.days),
    historyDays: HISTORY_DAYS,
    expediteWithinDays: 30,
    delayToleranceDays: 5,
    items: {
      count: items.lead_days.length,
      supply: Uint8Array.from(items.supply),
      leadDays: Uint16Array.from(items.lead_days),
      calendar: Uint16Array.from(items.calendar),
      safetyStock: items.safety_stock,
      lotRule: Uint8Array.from(items.lot_rule),
      lotFixed: items.lot_fixed,
      lotPeriodDays: Uint16Array.from(items.lot_period_days),
      lotMinimum: items.lot_minimum,
      lotMaximum: items.lot_maximum,
      lotMultiple: items.lot_multiple,
      yieldNumerator: Float64Array.from(items.yield_percent, (percent, item) => percent / ratios[item]!),
      yieldDenominator: Float64Array.from(ratios, (divisor) => 100 / divisor),
      isOrderBound: new Uint8Array(items.lead_days.length),
      setupCost: new Float64Array(items.lead_days.length),
      holdingCost: new Float64Array(items.lead_days.length),
      fenceDays: new Uint16Array(items.lead_days.length),
      onHand: items.on_hand,
    },
    bom: {
      parent: Uint32Array.from(bom.parent),
      child: Uint32Array.from(bom.child),
      numerator: Float64Array.from(bom.per),
      denominator: new Float64Array(bom.per.length).fill(1),
      fromDay: new Int32Array(bom.per.length).fill(-2_147_483_648),
      toDay: new Int32Array(bom.per.length).fill(2_147_483_647),
      offsetDays: new Uint16Array(bom.per.length),
      isSuccessor: new Uint8Array(bom.per.length),
    },
    receipts: {
      item: new Uint32Array(0),
      day: none,
      quantity: new Float64Array(0),
      group: none,
      isStep: new Uint8Array(0),
    },
    demands: {
      item: Uint32Array.from(demands.item),
      day: demands.day,
      quantity: demands.quantity,
      group: new Int32Array(demands.item.length).fill(NO_GROUP),
    },
    reservations: { item: new Uint32Array(0), quantity: new Float64Array(0), demand: none, group: none },
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Numerical Recipes' linear congruence: the same numbers on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
