import { addWorkingDays, workingDayFlags, workingDays } from "../resources/index.ts";
import { addDays, daysBetween, decimal, type Outcome, ok, type Refusal, refuseAll } from "../shared/index.ts";
import type { PlanDemand, PlanInput, PlanItem } from "./plan-records.ts";
import { type PlanRefusal, type RecordIndex, refKey } from "./record-index.ts";
import { type DemandRows, type ItemRows, LOT_RULE, NO_GROUP, type PlanData, SUPPLY } from "./requirements/index.ts";
import { componentRatio, scaledText, yieldRatio } from "./scaled-quantity.ts";

const LOT_RULE_CODE = {
  lot_for_lot: LOT_RULE.lotForLot,
  fixed: LOT_RULE.fixed,
  period: LOT_RULE.period,
  min_max: LOT_RULE.minMax,
  economic: LOT_RULE.economic,
  wagner_whitin: LOT_RULE.wagnerWhitin,
} as const;
const ALWAYS_FROM = -2_147_483_648;
const ALWAYS_TO = 2_147_483_647;
/** The data of the calculation, and the demands it holds in their order (those beyond the horizon are left out). */
export interface MappedData {
  readonly data: PlanData;
  readonly demands: readonly PlanDemand[];
  readonly beyondHorizon: readonly PlanDemand[];
  readonly negativeStock: readonly PlanItem[];
}

/** A receipt so many days too early is not worth a message, unless the input says otherwise. */
export const DELAY_TOLERANCE_DAYS = 5;

/** Turns indexed records into typed arrays: quantities into whole numbers of their unit, dates into days of the plan. */
export function recordsToData(input: PlanInput, index: RecordIndex): Outcome<MappedData, PlanRefusal> {
  const { items, itemIndex, decimals } = index;
  const refusals: Refusal<PlanRefusal>[] = [];
  const size: Size = (quantity, item, rounding) => {
    const whole = scaledText(quantity, decimals[item]!, rounding);
    if (whole === null) refusals.push({ code: "QUANTITY_TOO_LARGE", values: { item: items[item]!.code } });
    return whole ?? 0;
  };
  const itemOf = (id: string) => itemIndex.get(id)!;
  const groupIndex = new Map(index.orderKeys.map((key, at) => [key, at]));
  const groupOf = (key: string | null) => (key === null ? NO_GROUP : groupIndex.get(key)!);
  const dayOf = daysFrom(input.planFrom);
  // Demands come by date: those beyond the horizon are the last.
  const late = index.demands.findIndex((demand) => dayOf(demand.neededOn) >= input.horizonDays);
  const demands = late < 0 ? index.demands : index.demands.slice(0, late);
  const { receipts, reservations } = index;
  const demandIndex = new Map(
    reservations.length === 0 ? [] : demands.map((demand, at) => [`${refKey(demand)} ${demand.itemId}`, at]),
  );
  const { calendars, historyDays } = mapCalendars(input, items);

  const data: PlanData = {
    dayCount: input.horizonDays,
    calendars,
    historyDays,
    expediteWithinDays: input.expediteWithinDays ?? 30,
    delayToleranceDays: input.delayToleranceDays ?? DELAY_TOLERANCE_DAYS,
    items: mapItems(input, index, size),
    bom: mapBom(input, index, refusals),
    receipts: {
      item: Uint32Array.from(receipts, (row) => itemOf(row.itemId)),
      day: Int32Array.from(receipts, (row) => dayOf(row.dueOn)),
      quantity: Float64Array.from(receipts, (row) => size(ownText(index, row), itemOf(row.itemId), "down")),
      group: Int32Array.from(receipts, (row) => groupOf(row.orderKey)),
      isStep: Uint8Array.from(receipts, (row) => (row.kind === "step" ? 1 : 0)),
    },
    demands: mapDemands(demands, index, dayOf, groupOf, size),
    reservations: {
      item: Uint32Array.from(reservations, (row) => itemOf(row.itemId)),
      quantity: Float64Array.from(reservations, (row) => size(row.quantity, itemOf(row.itemId), "down")),
      demand: Int32Array.from(reservations, (row) =>
        row.demand === null ? -1 : (demandIndex.get(`${refKey(row.demand)} ${row.itemId}`) ?? -1),
      ),
      group: Int32Array.from(reservations, (row) => groupOf(row.orderKey)),
    },
  };
  return (
    refuseAll(refusals) ??
    ok({
      data,
      demands,
      beyondHorizon: late < 0 ? [] : index.demands.slice(late),
      negativeStock: items.filter((item) => item.onHand.startsWith("-") && !decimal(item.onHand).isZero()),
    })
  );
}

/** Days from the plan's first; a plan names few different days many times. */
export function daysFrom(planFrom: string): (date: string) => number {
  const known = new Map<string, number>();
  return (date) => {
    const found = known.get(date);
    if (found !== undefined) return found;
    const days = daysBetween(planFrom, date);
    known.set(date, days);
    return days;
  };
}

function ownText(index: RecordIndex, row: { itemId: string; quantity: string; unit?: string }): string {
  return row.unit === undefined ? row.quantity : index.inOwnUnit(row.itemId, row.quantity, row.unit).toString();
}

type Size = (quantity: string, item: number, rounding: "up" | "down") => number;

function mapCalendars(input: PlanInput, items: readonly PlanItem[]): { calendars: Uint8Array[]; historyDays: number } {
  // A start before the plan's first day needs a date too: calendars reach back as far as the longest lead time.
  const longest = items.reduce((most, item) => Math.max(most, item.leadTimeDays), 0);
  const reach = input.calendars.map(({ calendar }) =>
    daysBetween(addWorkingDays(workingDays(calendar), input.planFrom, -longest - 1), input.planFrom),
  );
  const historyDays = Math.max(1, ...reach);
  const from = addDays(input.planFrom, -historyDays);
  const calendars = input.calendars.map(({ calendar }) =>
    workingDayFlags(workingDays(calendar), from, historyDays + input.horizonDays),
  );
  return { calendars, historyDays };
}

function mapItems(input: PlanInput, index: RecordIndex, size: Size): ItemRows {
  const { items, calendarIndex } = index;
  const sizes = (text: (item: PlanItem) => string | null, rounding: "up" | "down" = "up") =>
    Float64Array.from(items, (item, at) => Math.max(0, size(text(item) ?? "0", at, rounding)));
  const yields = items.map((item) => yieldRatio(decimal(item.yield))!);
  return {
    count: items.length,
    supply: Uint8Array.from(items, (item) => (item.isPhantom ? SUPPLY.phantom : SUPPLY[item.supply])),
    leadDays: Uint16Array.from(items, (item) => item.leadTimeDays),
    calendar: Uint16Array.from(items, (item) => calendarIndex.get(item.calendarId ?? input.companyCalendarId)!),
    safetyStock: sizes((item) => item.safetyStock),
    lotRule: Uint8Array.from(items, (item) => LOT_RULE_CODE[item.lotRule]),
    lotFixed: sizes((item) => item.lotFixed),
    lotPeriodDays: Uint16Array.from(items, (item) => item.lotPeriodDays ?? 0),
    lotMinimum: sizes((item) => item.lotMinimum),
    lotMaximum: sizes((item) => item.lotMaximum),
    lotMultiple: sizes((item) => item.lotMultiple),
    yieldNumerator: Float64Array.from(yields, (ratio) => ratio.numerator),
    yieldDenominator: Float64Array.from(yields, (ratio) => ratio.denominator),
    setupCost: Float64Array.from(items, (item) => Number(item.setupCostYen ?? 0)),
    // Of the smallest part of the unit, a day.
    holdingCost: Float64Array.from(
      items,
      (item, at) => Number(item.holdingCostYenPerYear ?? 0) / 365 / 10 ** index.decimals[at]!,
    ),
    fenceDays: Uint16Array.from(items, (item) => item.fenceDays ?? 0),
    isOrderBound: Uint8Array.from(items, (item) => (item.isOrderBound ? 1 : 0)),
    onHand: sizes((item) => item.onHand, "down"),
  };
}

function mapBom(input: PlanInput, index: RecordIndex, refusals: Refusal<PlanRefusal>[]): PlanData["bom"] {
  const { bomLines, items, itemIndex, decimals } = index;
  const dayOf = daysFrom(input.planFrom);
  const count = bomLines.length;
  const bom = {
    parent: new Uint32Array(count),
    child: new Uint32Array(count),
    numerator: new Float64Array(count),
    denominator: new Float64Array(count),
    fromDay: new Int32Array(count).fill(ALWAYS_FROM),
    toDay: new Int32Array(count).fill(ALWAYS_TO),
    offsetDays: new Uint16Array(count),
    isSuccessor: Uint8Array.from(bomLines, (line) => (line.isSuccessor ? 1 : 0)),
  };
  for (let at = 0; at < count; at++) {
    const line = bomLines[at]!;
    const parent = itemIndex.get(line.parentItemId)!;
    const child = itemIndex.get(line.componentItemId)!;
    const quantity = index.inOwnUnit(line.componentItemId, line.quantity, line.unit);
    const ratio = componentRatio(quantity, decimal(line.scrapRate), decimals[parent]!, decimals[child]!);
    if (!ratio) refusals.push({ code: "QUANTITY_TOO_LARGE", values: { item: items[child]!.code } });
    bom.parent[at] = parent;
    bom.child[at] = child;
    bom.numerator[at] = ratio?.numerator ?? 1;
    bom.denominator[at] = ratio?.denominator ?? 1;
    if (line.validFrom !== null) bom.fromDay[at] = dayOf(line.validFrom);
    if (line.validTo !== null) bom.toDay[at] = dayOf(line.validTo);
    bom.offsetDays[at] = line.operationOffsetDays ?? 0;
  }
  return bom;
}

function mapDemands(
  demands: readonly PlanDemand[],
  index: RecordIndex,
  dayOf: (date: string) => number,
  groupOf: (key: string | null) => number,
  size: Size,
): DemandRows {
  const count = demands.length;
  const rows = {
    item: new Uint32Array(count),
    day: new Int32Array(count),
    quantity: new Float64Array(count),
    group: new Int32Array(count),
  };
  for (let at = 0; at < count; at++) {
    const demand = demands[at]!;
    const item = index.itemIndex.get(demand.itemId)!;
    rows.item[at] = item;
    rows.day[at] = dayOf(demand.neededOn);
    rows.quantity[at] = size(ownText(index, demand), item, "up");
    rows.group[at] = groupOf(demand.orderKey);
  }
  return rows;
}
