import type { PlanDemand, PlanInput, PlanItem, PlanReceipt } from "../plan-records.ts";
import { indexRecords, refKey } from "../record-index.ts";
import { recordsToData } from "../records-to-data.ts";
import { AT, type ItemChange, type ItemParameters, NO_GROUP, type PlanData, ROW } from "../requirements/index.ts";
import { besidesOf, replaceBesides } from "./besides.ts";
import type { LivingPlan } from "./plan-memory.ts";

/** What differs between a plan and records. */
export interface FoundChanges {
  readonly changes: readonly ItemChange[];
  /** Items of which only something beside the plan is another: a request, an order beyond the horizon. */
  readonly besideItems: ReadonlySet<number>;
}

/**
 * Compares the records with those the plan was made of, item by item. A record that stays keeps the id by which pegs name it.
 *
 * @param only as `followRecords`
 * @returns `null` when they cannot be compared item by item
 */
export function changesOf(plan: LivingPlan, input: PlanInput, only: ReadonlySet<string> | null): FoundChanges | null {
  const { planFrom, horizonDays } = plan.input;
  if (input.planFrom !== planFrom || input.horizonDays !== horizonDays) return null;
  const indexed = indexRecords(only ? restricted(input, only) : input);
  if (!indexed.ok) return null;
  const index = indexed.value;
  const mapped = recordsToData(input, index);
  if (!mapped.ok) return null;
  const itemOf = index.items.map((item) => plan.index.itemIndex.get(item.id) ?? -1);
  if (itemOf.includes(-1)) return null;
  const { data, demands } = mapped.value;
  if (!only && !hasSameFrame(plan, index.items.length, index.decimals, itemOf, data)) return null;
  if (only && index.decimals.some((decimals, at) => decimals !== plan.index.decimals[itemOf[at]!])) return null;
  // Groups are numbered by their keys, and ids that are made later are behind all others.
  const last = plan.orderKeys.at(-1) ?? "";
  if (index.orderKeys.some((key) => key < last && !plan.groupOf.has(key))) return null;
  const groups = Int32Array.from(index.orderKeys, (key) => groupFor(plan, key));
  const groupOf = (group: number) => (group === NO_GROUP ? NO_GROUP : groups[group]!);
  const rows = {
    receipts: byItem(itemOf.length, data.receipts.item),
    demands: byItem(itemOf.length, data.demands.item),
    reservations: byItem(itemOf.length, data.reservations.item),
    lines: byItem(itemOf.length, data.bom.parent),
  };
  const renamed = only ? [] : replaceItems(plan, index.items);
  const changes: ItemChange[] = [];
  for (let at = 0; at < itemOf.length; at++) {
    const item = itemOf[at]!;
    const found = demandsOf(plan, item, rows.demands(at), data, demands, groupOf);
    const change: { -readonly [name in keyof ItemChange]: ItemChange[name] } = { item };
    if (found.isOther) change.demands = found.rows;
    const receipts = receiptsOf(plan, item, rows.receipts(at), data, index.receipts, groupOf);
    if (receipts.isOther) change.receipts = receipts.rows;
    const reservations = reservationsOf(plan, item, rows.reservations(at), data, found.idOf, groupOf);
    if (reservations.isOther) change.reservations = reservations.rows;
    const parameters = parametersOf(plan, item, data.items, at);
    if (parameters) change.parameters = parameters;
    if (!only) {
      const lines = linesOf(plan, item, rows.lines(at), data.bom, itemOf);
      if (lines) change.lines = lines;
    }
    if (Object.keys(change).length > 1) changes.push(change);
  }
  const beside = replaceBesides(plan.besides, besidesOf(input, mapped.value, plan.index), itemOf);
  for (const item of renamed) beside.add(item);
  return { changes, besideItems: beside };
}

/** Whether items, their units and all calendars are those of the plan. */
function hasSameFrame(
  plan: LivingPlan,
  count: number,
  decimals: readonly number[],
  itemOf: readonly number[],
  data: PlanData,
): boolean {
  return (
    count === plan.index.items.length &&
    itemOf.every((item, at) => item === at && decimals[at] === plan.index.decimals[item]) &&
    data.calendars.length === plan.calendars.length &&
    data.calendars.every(
      (flags, at) =>
        flags.length === plan.calendars[at]!.length && flags.every((flag, day) => flag === plan.calendars[at]![day]),
    )
  );
}

/** Takes the items' own records over. @returns those that are told otherwise, though planned the same */
function replaceItems({ index }: LivingPlan, now: readonly PlanItem[]): number[] {
  const items = index.items as PlanItem[];
  const other = now.flatMap((item, at) => {
    const { code, supply, partnerId, needsNoMaterial } = items[at]!;
    const isSame =
      code === item.code &&
      supply === item.supply &&
      partnerId === item.partnerId &&
      needsNoMaterial === item.needsNoMaterial;
    return isSame ? [] : [at];
  });
  now.forEach((item, at) => {
    items[at] = item;
  });
  return other;
}

/** Of some items only their records: bills of material are as they were. */
function restricted(input: PlanInput, only: ReadonlySet<string>): PlanInput {
  const isGiven = (row: { readonly itemId: string }) => only.has(row.itemId);
  return {
    ...input,
    items: input.items.filter((item) => only.has(item.id)),
    bomLines: [],
    receipts: input.receipts.filter(isGiven),
    demands: input.demands.filter(isGiven),
    reservations: input.reservations.filter(isGiven),
  };
}

function groupFor({ orderKeys, groupOf }: LivingPlan, key: string): number {
  const known = groupOf.get(key);
  if (known !== undefined) return known;
  const group = orderKeys.push(key) - 1;
  groupOf.set(key, group);
  return group;
}

/** The rows of each item, in their order. */
function byItem(count: number, item: Uint32Array): (at: number) => number[] {
  const lists: (number[] | undefined)[] = new Array(count);
  for (let row = 0; row < item.length; row++) {
    const list = lists[item[row]!];
    if (list) list.push(row);
    else lists[item[row]!] = [row];
  }
  return (at) => lists[at] ?? [];
}

/** Ids of rows of an item by the record's name; several of one name in their order. */
class IdsByName {
  private readonly ids = new Map<string, number[]>();
  add(name: string, id: number): void {
    const ids = this.ids.get(name);
    if (ids) ids.push(id);
    else this.ids.set(name, [id]);
  }
  take(name: string): number | undefined {
    return this.ids.get(name)?.shift();
  }
}

function demandsOf(
  plan: LivingPlan,
  item: number,
  places: readonly number[],
  { demands: given }: PlanData,
  records: readonly PlanDemand[],
  groupOf: (group: number) => number,
) {
  const { demands } = plan.state.planner;
  const { id, day, quantity, group } = demands.columns;
  const known = new IdsByName();
  for (let row = demands.first(item); row < demands.end(item); row++)
    known.add(refKey(plan.demandById[id[row]!]!), id[row]!);
  const idOf = new Map<number, number>();
  let isOther = places.length !== demands.end(item) - demands.first(item);
  const rows = places.map((place, at) => {
    const record = records[place]!;
    const taken = known.take(refKey(record)) ?? plan.demandById.push(record) - 1;
    // The record itself may say more than its numbers, such as a day before the plan.
    plan.demandById[taken] = record;
    idOf.set(place, taken);
    const row = {
      id: taken,
      day: given.day[place]!,
      quantity: given.quantity[place]!,
      group: groupOf(given.group[place]!),
    };
    const old = demands.first(item) + at;
    isOther ||=
      id[old] !== row.id || day[old] !== row.day || quantity[old] !== row.quantity || group[old] !== row.group;
    return row;
  });
  return { rows, isOther, idOf };
}

function receiptsOf(
  plan: LivingPlan,
  item: number,
  places: readonly number[],
  { receipts: given }: PlanData,
  records: readonly PlanReceipt[],
  groupOf: (group: number) => number,
) {
  const { receipts } = plan.state.planner;
  const { id, day, quantity, group, isStep } = receipts.columns;
  const known = new IdsByName();
  for (let row = receipts.first(item); row < receipts.end(item); row++)
    known.add(refKey(plan.receiptById[id[row]!]!), id[row]!);
  let isOther = places.length !== receipts.end(item) - receipts.first(item);
  const rows = places.map((place, at) => {
    const record = records[place]!;
    const taken = known.take(refKey(record)) ?? plan.receiptById.push(record) - 1;
    plan.receiptById[taken] = record;
    const row = {
      id: taken,
      day: given.day[place]!,
      quantity: given.quantity[place]!,
      group: groupOf(given.group[place]!),
      isStep: given.isStep[place] === 1,
    };
    const old = receipts.first(item) + at;
    isOther ||=
      id[old] !== row.id ||
      day[old] !== row.day ||
      quantity[old] !== row.quantity ||
      group[old] !== row.group ||
      (isStep[old] === 1) !== row.isStep;
    return row;
  });
  return { rows, isOther };
}

function reservationsOf(
  plan: LivingPlan,
  item: number,
  places: readonly number[],
  { reservations: given }: PlanData,
  idOf: ReadonlyMap<number, number>,
  groupOf: (group: number) => number,
) {
  const { reservations } = plan.state.planner;
  const { quantity, demand, group } = reservations.columns;
  let isOther = places.length !== reservations.end(item) - reservations.first(item);
  const rows = places.map((place, at) => {
    const row = {
      quantity: given.quantity[place]!,
      demand: given.demand[place]! < 0 ? -1 : (idOf.get(given.demand[place]!) ?? -1),
      group: groupOf(given.group[place]!),
    };
    const old = reservations.first(item) + at;
    isOther ||= quantity[old] !== row.quantity || demand[old] !== row.demand || group[old] !== row.group;
    return row;
  });
  return { rows, isOther };
}

function parametersOf(
  { state }: LivingPlan,
  item: number,
  { count: _, ...columns }: PlanData["items"],
  at: number,
): Partial<ItemParameters> | undefined {
  const { items } = state.planner;
  const other: Record<string, number> = {};
  for (const [name, column] of Object.entries(columns))
    if (column[at] !== items[item * ROW + AT[name as keyof ItemParameters]]) other[name] = column[at]!;
  return Object.keys(other).length > 0 ? (other as Partial<ItemParameters>) : undefined;
}

function linesOf(
  { state }: LivingPlan,
  item: number,
  places: readonly number[],
  bom: PlanData["bom"],
  itemOf: readonly number[],
) {
  const { lines } = state.planner;
  const { child, numerator, denominator, fromDay, toDay, offsetDays, isSuccessor } = lines.columns;
  let isOther = places.length !== lines.end(item) - lines.first(item);
  const rows = places.map((place, at) => {
    const row = {
      child: itemOf[bom.child[place]!]!,
      numerator: bom.numerator[place]!,
      denominator: bom.denominator[place]!,
      fromDay: bom.fromDay[place]!,
      toDay: bom.toDay[place]!,
      offsetDays: bom.offsetDays[place]!,
      isSuccessor: bom.isSuccessor[place] === 1,
    };
    const old = lines.first(item) + at;
    isOther ||=
      child[old] !== row.child ||
      numerator[old] !== row.numerator ||
      denominator[old] !== row.denominator ||
      fromDay[old] !== row.fromDay ||
      toDay[old] !== row.toDay ||
      offsetDays[old] !== row.offsetDays ||
      (isSuccessor[old] === 1) !== row.isSuccessor;
    return row;
  });
  return isOther ? rows : undefined;
}
