import { daysBetween, decimal, type PlainDate } from "../../shared/index.ts";
import { type DayTable, dayTable } from "../requirements/day-table.ts";
import { componentRatio, scaledText, yieldRatio } from "../scaled-quantity.ts";
import { freeCapacity } from "./free-capacity.ts";
import { type FreeSupply, freeSupply } from "./free-supply.ts";
import type {
  CenterWork,
  ItemDay,
  PromiseBomLine,
  PromiseFacts,
  PromiseItem,
  PromiseOperation,
} from "./promise-facts.ts";

type Ratio = { readonly numerator: number; readonly denominator: number };

/** One item made ready; quantities are whole numbers of the smallest part of its unit. */
export interface StateItem {
  readonly record: PromiseItem;
  readonly yield: Ratio;
  readonly lotMinimum: number;
  readonly lotMultiple: number;
  readonly days: DayTable;
  readonly components: readonly { readonly item: number; readonly per: Ratio }[];
  readonly operations: readonly StateOperation[];
  /** Why no work order can be made of it: beyond stock and receipts there is none. */
  readonly lacks: "NO_ROUTING" | "NO_BILL" | null;
  supply: FreeSupply;
  /** What is free before promises hold of it, by the same places. */
  unheld: Float64Array;
}

export interface StateOperation {
  readonly operationNumber: number;
  /** -1: at a partner. */
  readonly center: number;
  readonly setupMinutes: number;
  /** Per smallest part of the item's unit. */
  readonly minutesPerPart: number;
  readonly subcontractDays: number;
}

export interface StateCenter {
  readonly id: string;
  readonly code: string;
  readonly machineCount: number;
  readonly hasCalendar: boolean;
  capacity: Int32Array;
  readonly alternatives: readonly { readonly center: number; readonly timeFactor: number }[];
  free: Int32Array;
  /** Free minutes before promises hold of them. */
  unheld: Int32Array;
}

/** A company's free supply and capacity, ready for questions. It is a cache: rebuilt from records at any time. */
export interface PromiseState {
  readonly today: PlainDate;
  readonly horizonDays: number;
  readonly items: readonly StateItem[];
  readonly itemAt: ReadonlyMap<string, number>;
  readonly centers: readonly StateCenter[];
  readonly centerAt: ReadonlyMap<string, number>;
}

/** Makes a company's records ready. What refers to an unknown item or work centre is left out, as is what lies behind the horizon. */
export function openPromises(facts: PromiseFacts): PromiseState {
  const itemAt = new Map(facts.items.map((item, at) => [item.id, at]));
  const centerAt = new Map(facts.workCenters.map((center, at) => [center.id, at]));
  const tables = new Map([...facts.calendars].map(([id, flags]) => [id, dayTable(flags, 0)]));
  const company = tables.get(facts.companyCalendarId)!;
  const linesOf = grouped(facts.bomLines, (line) => line.parentItemId);
  const operationsOf = grouped(facts.operations, (operation) => operation.itemId);
  const suppliesOf = grouped(facts.supplies, (one) => one.itemId);
  const demandsOf = grouped(facts.demands, (one) => one.itemId);
  const workOf = grouped(facts.work, (one) => one.workCenterId);
  const decimalsOf = (id: string) => facts.items[itemAt.get(id)!]!.decimals;
  return {
    today: facts.today,
    horizonDays: facts.horizonDays,
    itemAt,
    centerAt,
    items: facts.items.map((record) => ({
      record,
      lacks: lackOf(record, linesOf.has(record.id), operationsOf.has(record.id)),
      yield: yieldRatio(decimal(record.yield)) ?? { numerator: 1, denominator: 1 },
      lotMinimum: record.lotMinimum === null ? 0 : (scaledText(record.lotMinimum, record.decimals, "up") ?? 0),
      lotMultiple: record.lotMultiple === null ? 0 : (scaledText(record.lotMultiple, record.decimals, "up") ?? 0),
      days: (record.calendarId === null ? undefined : tables.get(record.calendarId)) ?? company,
      components: (linesOf.get(record.id) ?? []).flatMap((line) => componentOf(line, record, itemAt, decimalsOf)),
      operations: (operationsOf.get(record.id) ?? []).map((operation) => stateOperation(operation, record, centerAt)),
      ...supplyOf(facts.today, record, suppliesOf.get(record.id) ?? [], demandsOf.get(record.id) ?? []),
    })),
    centers: facts.workCenters.map((center) => ({
      id: center.id,
      code: center.code,
      machineCount: center.machineCount,
      hasCalendar: center.hasCalendar,
      capacity: center.capacityMinutes,
      alternatives: center.alternatives.flatMap(({ workCenterId, timeFactor }) =>
        centerAt.has(workCenterId) ? [{ center: centerAt.get(workCenterId)!, timeFactor }] : [],
      ),
      ...minutesOf(facts.today, center.capacityMinutes, workOf.get(center.id) ?? []),
    })),
  };
}

/** Replaces what is known of one item's supplies and demands. */
export function setItemDays(
  state: PromiseState,
  itemId: string,
  supplies: readonly ItemDay[],
  demands: readonly ItemDay[],
): void {
  const item = state.items[state.itemAt.get(itemId) ?? -1];
  if (item) Object.assign(item, supplyOf(state.today, item.record, supplies, demands));
}

/** Replaces what is known of one work centre's work. */
export function setCenterWork(state: PromiseState, workCenterId: string, work: readonly CenterWork[]): void {
  const center = state.centers[state.centerAt.get(workCenterId) ?? -1];
  if (center) Object.assign(center, minutesOf(state.today, center.capacity, work));
}

/** Everything questions for these items can touch: the items, what goes into it on all levels, and the work centres of their operations. */
export function reachOf(state: PromiseState, itemIds: readonly string[]): { items: string[]; workCenters: string[] } {
  const items = new Set<number>();
  const centers = new Set<number>();
  const open = itemIds.map((id) => state.itemAt.get(id) ?? -1).filter((at) => at >= 0);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (items.has(at)) continue;
    items.add(at);
    for (const { item } of state.items[at]!.components) open.push(item);
    for (const { center } of state.items[at]!.operations) {
      if (center < 0) continue;
      centers.add(center);
      for (const other of state.centers[center]!.alternatives) centers.add(other.center);
    }
  }
  return {
    items: [...items].map((at) => state.items[at]!.record.id),
    workCenters: [...centers].map((at) => state.centers[at]!.id),
  };
}

/** What a work order of it would be refused for, in the same order (domain/production/explode.ts). A phantom is only as good as its components. */
function lackOf(item: PromiseItem, hasLines: boolean, hasOperations: boolean): StateItem["lacks"] {
  if (item.isPhantom) return hasLines ? null : "NO_BILL";
  if (item.supply !== "make") return null;
  if (!hasOperations) return "NO_ROUTING";
  return item.lacksBill ? "NO_BILL" : null;
}

function componentOf(
  line: PromiseBomLine,
  parent: PromiseItem,
  itemAt: ReadonlyMap<string, number>,
  decimalsOf: (id: string) => number,
) {
  const item = itemAt.get(line.componentItemId);
  if (item === undefined) return [];
  const per = componentRatio(
    decimal(line.quantity),
    decimal(line.scrapRate),
    parent.decimals,
    decimalsOf(line.componentItemId),
  );
  return per ? [{ item, per }] : [];
}

function stateOperation(
  operation: PromiseOperation,
  item: PromiseItem,
  centerAt: ReadonlyMap<string, number>,
): StateOperation {
  return {
    operationNumber: operation.operationNumber,
    center: operation.workCenterId === null ? -1 : (centerAt.get(operation.workCenterId) ?? -1),
    setupMinutes: operation.setupMinutes,
    minutesPerPart: operation.minutesPerUnit / 10 ** item.decimals,
    subcontractDays: operation.subcontractDays,
  };
}

function supplyOf(today: PlainDate, item: PromiseItem, supplies: readonly ItemDay[], demands: readonly ItemDay[]) {
  const pairs = (days: readonly ItemDay[], rounding: "up" | "down") =>
    days.map(
      (one) => [daysBetween(today, one.onDate), scaledText(one.quantity, item.decimals, rounding) ?? 0] as const,
    );
  const supply = freeSupply(pairs(supplies, "down"), pairs(demands, "up"));
  return { supply, unheld: supply.free.slice() };
}

function minutesOf(today: PlainDate, capacity: Int32Array, work: readonly CenterWork[]) {
  const free = freeCapacity(capacity, piecesOf(today, work));
  return { free, unheld: free.slice() };
}

function piecesOf(today: PlainDate, work: readonly CenterWork[]) {
  return work.map((one) => ({
    from: daysBetween(today, one.from),
    to: daysBetween(today, one.to),
    minutes: one.minutes,
  }));
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
