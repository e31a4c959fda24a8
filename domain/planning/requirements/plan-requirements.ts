import { assert } from "../../shared/index.ts";
import { lowLevelOrder } from "./low-level-order.ts";
import { type Netting, net } from "./netting.ts";
import { judgeReceipts, peg } from "./pegging.ts";
import { NO_GROUP, type Plan, type PlanData } from "./plan-data.ts";
import { type Planner, preparePlanner } from "./planner.ts";

export type RequirementsOutcome =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly cycle: number[] };

/**
 * Material requirements planning over all levels: what to start and order, when, for whom.
 *
 * Pure, and the same input gives the same plan byte for byte. Data in and out are typed arrays, so the call can be handed to a
 * worker as it is. Rules: docs/rules/planning.md.
 *
 * @returns the plan, or the item indices of a bill of material that contains itself
 * @throws PlanLimit when a quantity leaves the exact integers or lots are absurdly small
 */
export function planRequirements(data: PlanData): RequirementsOutcome {
  const planner = preparePlanner(data);
  const sequence = lowLevelOrder(data.bom, planner.bomIndex, data.items.count);
  if ("cycle" in sequence) return { ok: false, cycle: sequence.cycle };
  const byDay = new NeedsByDay(data.dayCount);
  for (const item of sequence.order) {
    byDay.collect(planner, item);
    if (planner.hasGroups[item] === 1) planGroups(planner, item, byDay);
    else planOne(planner, free(planner, item, byDay));
  }
  return { ok: true, plan: finished(planner) };
}

function planOne(planner: Planner, netting: Netting): void {
  net(planner, netting);
  peg(planner, netting);
  if (netting.receiptCount > 0) judgeReceipts(planner, netting);
}

function free(planner: Planner, item: number, byDay: NeedsByDay): Netting {
  const { offset, row } = planner.receiptIndex;
  return {
    item,
    group: NO_GROUP,
    need: byDay.row,
    needCount: byDay.count,
    receipt: offset[item] === offset[item + 1] ? NO_ROWS : row.subarray(offset[item]!, offset[item + 1]!),
    receiptCount: offset[item + 1]! - offset[item]!,
    stock: planner.freeStock[item]!,
    isSuppliedByStep: false,
  };
}

/** An item of which some is bound to orders: first what is free, then each group by itself. */
function planGroups(planner: Planner, item: number, byDay: NeedsByDay): void {
  const { data, needs, orders, receiptIndex } = planner;
  const isOrderBound = data.items.isOrderBound[item] === 1;
  const needsOf = new Map<number, number[]>([[NO_GROUP, []]]);
  const receiptsOf = new Map<number, number[]>();
  const add = (map: Map<number, number[]>, group: number, row: number) => {
    const rows = map.get(group);
    if (rows) rows.push(row);
    else map.set(group, [row]);
  };
  for (let at = 0; at < byDay.count; at++) {
    const row = byDay.row[at]!;
    const source = needs.source[row]!;
    const inherited = source >= 0 && isOrderBound ? orders.group[source]! : NO_GROUP;
    add(needsOf, source < 0 ? data.demands.group[-2 - source]! : inherited, row);
  }
  for (let at = receiptIndex.offset[item]!; at < receiptIndex.offset[item + 1]!; at++) {
    const row = receiptIndex.row[at]!;
    add(receiptsOf, data.receipts.group[row]!, row);
  }
  const stocks = planner.groupStock.get(item);
  const groups = new Set([...needsOf.keys(), ...receiptsOf.keys(), ...(stocks?.keys() ?? [])]);
  for (const group of [...groups].sort((a, b) => a - b)) {
    const need = Uint32Array.from(needsOf.get(group) ?? []);
    const receipt = Uint32Array.from(receiptsOf.get(group) ?? []);
    planOne(planner, {
      item,
      group,
      need,
      needCount: need.length,
      receipt,
      receiptCount: receipt.length,
      stock: group === NO_GROUP ? planner.freeStock[item]! : (stocks?.get(group) ?? 0),
      isSuppliedByStep: group !== NO_GROUP && receipt.some((row) => data.receipts.isStep[row] === 1),
    });
  }
}

const NO_ROWS = new Uint32Array(0);

/** The needs of one item, brought from the order of arrival into the order of days; within a day they keep their order. */
class NeedsByDay {
  row = new Uint32Array(1024);
  count = 0;
  private readonly lastOfDay: Int32Array;
  constructor(dayCount: number) {
    this.lastOfDay = new Int32Array(dayCount).fill(-1);
  }
  collect(planner: Planner, item: number): void {
    const { day, previous } = planner.needs;
    const { lastOfDay } = this;
    let first = lastOfDay.length;
    let last = -1;
    let total = 0;
    // The list runs backwards, so pushing on each day's list turns it round again.
    for (let at = planner.lastNeed[item]!; at >= 0; ) {
      const next = previous[at]!;
      const onDay = day[at]!;
      previous[at] = lastOfDay[onDay]!;
      lastOfDay[onDay] = at;
      if (onDay < first) first = onDay;
      if (onDay > last) last = onDay;
      total++;
      at = next;
    }
    if (total > this.row.length) this.row = new Uint32Array(total * 2);
    let count = 0;
    for (let onDay = first; onDay <= last; onDay++) {
      for (let at = lastOfDay[onDay]!; at >= 0; at = previous[at]!) this.row[count++] = at;
      lastOfDay[onDay] = -1;
    }
    this.count = count;
    assert(count === total, "every need lies on a day of the plan");
  }
}

function finished(planner: Planner): Plan {
  const { orders, pegs, exceptions } = planner;
  return {
    orders: {
      count: orders.count,
      item: orders.item.slice(0, orders.count),
      quantity: orders.quantity.slice(0, orders.count),
      output: orders.output.slice(0, orders.count),
      startDay: orders.startDay.slice(0, orders.count),
      dueDay: orders.dueDay.slice(0, orders.count),
      wantedStartDay: orders.wantedStartDay.slice(0, orders.count),
      group: orders.group.slice(0, orders.count),
    },
    pegs: {
      count: pegs.count,
      item: pegs.item.slice(0, pegs.count),
      supply: pegs.supply.slice(0, pegs.count),
      demand: pegs.demand.slice(0, pegs.count),
      quantity: pegs.quantity.slice(0, pegs.count),
      day: pegs.day.slice(0, pegs.count),
    },
    exceptions: {
      count: exceptions.count,
      kind: exceptions.kind.slice(0, exceptions.count),
      item: exceptions.item.slice(0, exceptions.count),
      subject: exceptions.subject.slice(0, exceptions.count),
      group: exceptions.group.slice(0, exceptions.count),
      quantity: exceptions.quantity.slice(0, exceptions.count),
      day: exceptions.day.slice(0, exceptions.count),
      wantedDay: exceptions.wantedDay.slice(0, exceptions.count),
    },
  };
}
