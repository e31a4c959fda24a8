import { DEMAND_KINDS, type PlanColumns, RECEIPT_KINDS, type RecordColumns } from "../plan-columns.ts";
import { type ExceptionFacts, exceptionsOf } from "../plan-exceptions.ts";
import { leftOut } from "../plan-from-records.ts";
import type { PlanDemand, PlanException, PlanReceipt } from "../plan-records.ts";
import { AT, NO_GROUP, outsideCode, ROW, SUPPLY } from "../requirements/index.ts";
import type { LivingPlan } from "./plan-memory.ts";

/**
 * What the plan says of these items, in columns, as it is stored; all of them when none are named. Orders come by their numbers. A firm
 * planned order is a record to the calculation; here it is an order like any other, named by its number and not among the receipts.
 */
export function columnsOf(plan: LivingPlan, items: readonly number[] = allItems(plan)): PlanColumns {
  const { planner } = plan.state;
  const receipts = recordColumns(items, planner.receipts, plan.receiptById, RECEIPT_KINDS);
  const demands = recordColumns(items, planner.demands, plan.demandById, DEMAND_KINDS, handedOn(plan, items));
  const values = (at: number) => Float64Array.from(items, (item) => planner.items[item * ROW + at]!);
  return {
    orderKeys: plan.orderKeys,
    items: {
      id: items.map((item) => plan.index.items[item]!.id),
      supply: items.map((item) => plan.index.items[item]!.supply),
      partnerId: items.map((item) => plan.index.items[item]!.partnerId),
      decimals: items.map((item) => plan.index.decimals[item]!),
      onHand: values(AT.onHand),
      safetyStock: values(AT.safetyStock),
    },
    orders: orderColumns(plan, items),
    receipts: receipts.columns,
    demands: demands.columns,
    pegs: pegColumns(plan, items, receipts.codeOf, demands.codeOf),
    exceptions: exceptionsOfItems(plan, items),
    leftOut: leftOut(plan.index, planner.sequence),
  };
}

function allItems(plan: LivingPlan): number[] {
  return Array.from(plan.index.items.keys());
}

function orderColumns({ state, seqs, renewed }: LivingPlan, items: readonly number[]): PlanColumns["orders"] {
  const { orders } = state.planner;
  let count = 0;
  for (const item of items) count += orders.end(item) - orders.first(item);
  const row = new Uint32Array(count);
  const itemAt = new Uint32Array(count);
  const seqAt = new Int32Array(count);
  let to = 0;
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    const first = orders.first(item);
    for (let from = first; from < orders.end(item); from++, to++) {
      row[to] = from;
      itemAt[to] = at;
      seqAt[to] = seqs[item]![from - first]!;
    }
  }
  // By their numbers, so that they are stored one after the other.
  const places = placesBySize(seqAt);
  const { columns } = orders;
  const picked: Omit<PlanColumns["orders"], "count"> = {
    seq: new Int32Array(count),
    isRenewed: new Uint8Array(count),
    item: new Uint32Array(count),
    quantity: new Float64Array(count),
    output: new Float64Array(count),
    startDay: new Int32Array(count),
    dueDay: new Int32Array(count),
    wantedStartDay: new Int32Array(count),
    group: new Int32Array(count),
  };
  for (let place = 0; place < count; place++) {
    const at = places[place]!;
    const from = row[at]!;
    picked.seq[place] = seqAt[at]!;
    picked.item[place] = itemAt[at]!;
    if (renewed.size > 0 && renewed.has(items[itemAt[at]!]!)) picked.isRenewed[place] = 1;
    picked.quantity[place] = columns.quantity[from]!;
    picked.output[place] = columns.output[from]!;
    picked.startDay[place] = columns.startDay[from]!;
    picked.dueDay[place] = columns.dueDay[from]!;
    picked.wantedStartDay[place] = columns.wantedStartDay[from]!;
    picked.group[place] = columns.group[from]!;
  }
  return { count, ...picked };
}

/** The places of these numbers, of which no two are the same, from the smallest number on. */
function placesBySize(numbers: Int32Array): Uint32Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  const places = new Uint32Array(numbers.length);
  if (most - least < numbers.length * 8) {
    // Each to a seat of its own number, and then through the seats once.
    const seats = new Uint32Array(numbers.length === 0 ? 0 : most - least + 1);
    for (let place = 0; place < numbers.length; place++) seats[numbers[place]! - least] = place + 1;
    let to = 0;
    for (const place of seats) if (place > 0) places[to++] = place - 1;
    return places;
  }
  // Number and place in one value sort many times faster than by a comparison.
  const keys = new Float64Array(numbers.length);
  for (let place = 0; place < numbers.length; place++) keys[place] = numbers[place]! * PLACES + place;
  keys.sort();
  for (let place = 0; place < numbers.length; place++) places[place] = keys[place]! % PLACES;
  return places;
}

/** More than a plan has rows. */
const PLACES = 2 ** 26;

interface Rows {
  first(item: number): number;
  end(item: number): number;
  readonly columns: {
    readonly id: Uint32Array;
    readonly day: Int32Array;
    readonly quantity: Float64Array;
    readonly group: Int32Array;
  };
}

/** The records of the items, and by which number pegs are to name each: its place among its item's, or a firm planned order. */
function recordColumns<Kind extends string>(
  items: readonly number[],
  rows: Rows,
  recordById: readonly (PlanReceipt | PlanDemand)[],
  kinds: readonly Kind[],
  others: ReadonlyMap<number, readonly HandedOn[]> = new Map(),
): { readonly columns: RecordColumns; readonly codeOf: (item: number, id: number) => number } {
  const first = new Uint32Array(items.length + 1);
  const { columns } = rows;
  // Of a record of these items by its id, of one of another item by both.
  const codes = new Int32Array(recordById.length);
  const otherCodes = new Map<string, number>();
  let most = 0;
  for (const item of items) most += rows.end(item) - rows.first(item) + (others.get(item)?.length ?? 0);
  const ids = new Uint32Array(most);
  const told = { day: new Int32Array(most), quantity: new Float64Array(most), group: new Int32Array(most) };
  let to = 0;
  const tell = (id: number, day: number, quantity: number, group: number) => {
    ids[to] = id;
    told.day[to] = day;
    told.quantity[to] = quantity;
    told.group[to++] = group;
  };
  items.forEach((item, at) => {
    for (let row = rows.first(item); row < rows.end(item); row++) {
      const id = columns.id[row]!;
      const { kind, id: name } = recordById[id]!;
      if (kind === "firm") codes[id] = Number(name);
      else {
        codes[id] = outsideCode(to - first[at]!);
        tell(id, columns.day[row]!, columns.quantity[row]!, columns.group[row]!);
      }
    }
    for (const { id, day, quantity, group } of others.get(item) ?? []) {
      otherCodes.set(`${item} ${id}`, outsideCode(to - first[at]!));
      tell(id, day, quantity, group);
    }
    first[at + 1] = to;
  });
  const named = { kind: new Uint8Array(to), id: new Array<string>(to), line: new Int32Array(to) };
  for (let at = 0; at < to; at++) {
    const { kind, id, line } = recordById[ids[at]!]!;
    named.kind[at] = kinds.indexOf(kind as Kind);
    named.id[at] = id;
    named.line[at] = line ?? 0;
  }
  return {
    codeOf: (item, id) => (otherCodes.size > 0 ? otherCodes.get(`${item} ${id}`) : undefined) ?? codes[id]!,
    columns: {
      first,
      ...named,
      day: told.day.subarray(0, to),
      quantity: told.quantity.subarray(0, to),
      group: told.group.subarray(0, to),
    },
  };
}

/** A demand of another item that came to this one: so much of it is pegged here. */
interface HandedOn {
  readonly id: number;
  readonly day: number;
  quantity: number;
  readonly group: number;
}

/**
 * Demands by the items they are pegged in: what a phantom or an item that runs out hands on is a demand of the next item too, of so much as is
 * pegged there. Without such items there are none.
 */
function handedOn(
  { state, index, demandById, groupOf }: LivingPlan,
  items: readonly number[],
): Map<number, HandedOn[]> {
  const { pegs, items: table, lines } = state.planner;
  const found = new Map<number, HandedOn[]>();
  const hasPhantom = index.items.some((_, item) => table[item * ROW + AT.supply] === SUPPLY.phantom);
  if (!hasPhantom && !lines.columns.isSuccessor.includes(1)) return found;
  for (const item of items) {
    const byId = new Map<number, HandedOn>();
    const own = index.items[item]!.id;
    for (let at = pegs.first(item); at < pegs.end(item); at++) {
      const code = pegs.columns.demand[at]!;
      if (code >= -1) continue;
      const id = outsideCode(code);
      const demand = demandById[id]!;
      if (demand.itemId === own || demand.kind === "firm") continue;
      const known = byId.get(id);
      if (known) known.quantity += pegs.columns.quantity[at]!;
      else
        byId.set(id, {
          id,
          day: pegs.columns.day[at]!,
          quantity: pegs.columns.quantity[at]!,
          group: demand.orderKey === null ? NO_GROUP : groupOf.get(demand.orderKey)!,
        });
    }
    if (byId.size > 0) found.set(item, [...byId.values()]);
  }
  return found;
}

function pegColumns(
  { state, seqs }: LivingPlan,
  items: readonly number[],
  receiptCode: (item: number, id: number) => number,
  demandCode: (item: number, id: number) => number,
): PlanColumns["pegs"] {
  const { pegs, orders } = state.planner;
  const first = new Uint32Array(items.length);
  const end = new Uint32Array(items.length);
  let count = 0;
  items.forEach((item, at) => {
    first[at] = count;
    count += pegs.end(item) - pegs.first(item);
    end[at] = count;
  });
  const columns = {
    supply: new Int32Array(count),
    demand: new Int32Array(count),
    quantity: new Float64Array(count),
    day: new Int32Array(count),
  };
  const from = pegs.columns;
  const seqOf = (order: number) => {
    const item = orders.columns.item[order]!;
    return seqs[item]![order - orders.first(item)]!;
  };
  let to = 0;
  for (const item of items) {
    for (let row = pegs.first(item); row < pegs.end(item); row++, to++) {
      const supply = from.supply[row]!;
      const demand = from.demand[row]!;
      columns.supply[to] = supply >= 0 ? seqOf(supply) : supply === -1 ? -1 : receiptCode(item, outsideCode(supply));
      columns.demand[to] = demand >= 0 ? seqOf(demand) : demand === -1 ? -1 : demandCode(item, outsideCode(demand));
      columns.quantity[to] = from.quantity[row]!;
      columns.day[to] = from.day[row]!;
    }
  }
  return { first, end, ...columns };
}

/** What people should look at of these items. */
function exceptionsOfItems(plan: LivingPlan, items: readonly number[]): PlanException[] {
  const { planner } = plan.state;
  const { orders, exceptions, demands } = planner;
  const row: number[] = [];
  const item: number[] = [];
  const orderRow: number[] = [];
  const orderItem: number[] = [];
  const overdue: PlanDemand[] = [];
  const isOf = new Set(items);
  for (const of of items) {
    for (let at = exceptions.first(of); at < exceptions.end(of); at++) {
      row.push(at);
      item.push(of);
    }
    if (plan.besides.requests.has(of))
      for (let at = orders.first(of); at < orders.end(of); at++) {
        orderRow.push(at);
        orderItem.push(of);
      }
    for (let at = demands.first(of); at < demands.end(of); at++)
      if (demands.columns.day[at]! < 0) overdue.push(plan.demandById[demands.columns.id[at]!]!);
  }
  const { columns } = exceptions;
  const part: ExceptionFacts["plan"] = {
    exceptions: {
      count: row.length,
      item: Uint32Array.from(item),
      kind: Uint8Array.from(row, (at) => columns.kind[at]!),
      subject: Int32Array.from(row, (at) => columns.subject[at]!),
      group: Int32Array.from(row, (at) => columns.group[at]!),
      quantity: Float64Array.from(row, (at) => columns.quantity[at]!),
      day: Int32Array.from(row, (at) => columns.day[at]!),
      wantedDay: Int32Array.from(row, (at) => columns.wantedDay[at]!),
    },
    orders: {
      count: orderRow.length,
      item: Uint32Array.from(orderItem),
      dueDay: Int32Array.from(orderRow, (at) => orders.columns.dueDay[at]!),
    },
    cycles: planner.sequence.cycles.map((cycle) => cycle.filter((of) => isOf.has(of))),
  };
  return exceptionsOf(
    { ...plan.input, requests: items.flatMap((of) => plan.besides.requests.get(of) ?? []) },
    {
      index: { ...plan.index, receipts: plan.receiptById, orderKeys: plan.orderKeys },
      plan: part,
      mapped: {
        demands: overdue.sort((a, b) => (a.neededOn < b.neededOn ? -1 : a.neededOn > b.neededOn ? 1 : 0)),
        beyondHorizon: items.flatMap((of) => plan.besides.beyondHorizon.get(of) ?? []),
        negativeStock: items.flatMap((of) => {
          const onHand = plan.besides.negativeStock.get(of);
          return onHand === undefined ? [] : [{ ...plan.index.items[of]!, onHand }];
        }),
      },
      seqOf: (order) => {
        const of = orders.columns.item[order]!;
        return plan.seqs[of]![order - orders.first(of)]!;
      },
    },
  );
}
