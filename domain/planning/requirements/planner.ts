import { assert } from "../../shared/index.ts";
import { Blocks, blocksOf } from "./blocks.ts";
import { type DayTable, dayAfter, dayTable } from "./day-table.ts";
import { AT, itemTable, ROW } from "./item-table.ts";
import { type ItemSequence, lowLevelOrder } from "./low-level-order.ts";
import { NeedRows } from "./need-rows.ts";
import type { BomRows, PlanData } from "./plan-data.ts";
import { SupplyRows } from "./supply-rows.ts";

/** All that a calculation shares between its items: what is given, in blocks by item, and what came out of it. */
export interface Planner {
  readonly dayCount: number;
  readonly expediteWithinDays: number;
  readonly delayToleranceDays: number;
  readonly dayTables: readonly DayTable[];
  readonly itemCount: number;
  readonly items: Float64Array;
  sequence: ItemSequence;

  /** By parent. */
  readonly lines: Blocks<LineColumns>;
  /** By component: the same lines once more, by parent, then as the parent has them. What an item asks of its parents lies together. */
  readonly uses: Blocks<UseColumns>;
  readonly demands: Blocks<DemandColumns>;
  /** By day. */
  readonly receipts: Blocks<ReceiptColumns>;
  readonly reservations: Blocks<ReservationColumns>;

  readonly orders: Blocks<OrderColumns>;
  readonly pegs: Blocks<PegColumns>;
  readonly exceptions: Blocks<ExceptionColumns>;
  /** What phantoms hand on to their components, and items that run out to their successors. */
  readonly passes: Blocks<PassColumns>;

  readonly work: Work;
}

/** Rows of the item at hand, used again for the next one. */
export interface Work {
  readonly needs: NeedRows;
  /** Receipts and by-products that are netted, by day, those of a group next to each other. */
  readonly supplies: SupplyRows;
  passAt: number;
  /** Supplies in the order in which they may be used up. */
  readonly queue: { supply: Int32Array; quantity: Float64Array; count: number };
  /** What reservations leave open of each demand of the item. */
  open: Float64Array;
  /** Behind the last row written of each. */
  orderAt: number;
  pegAt: number;
  exceptionAt: number;
  isNoBomTold: boolean;
  /** The least an order of the item at hand is for, by its costs; 0 with other lot rules. */
  economicLot: number;
}

export type LineColumns = { parent: Uint32Array } & {
  -readonly [name in Exclude<keyof BomRows, "parent">]: BomRows[name];
};

export type UseColumns = Omit<LineColumns, "child">;

export interface DemandColumns {
  id: Uint32Array;
  day: Int32Array;
  quantity: Float64Array;
  group: Int32Array;
}

export interface ReceiptColumns extends DemandColumns {
  isStep: Uint8Array;
}

export interface ReservationColumns {
  quantity: Float64Array;
  demand: Int32Array;
  group: Int32Array;
}

export interface OrderColumns {
  item: Uint32Array;
  quantity: Float64Array;
  output: Float64Array;
  startDay: Int32Array;
  dueDay: Int32Array;
  wantedStartDay: Int32Array;
  group: Int32Array;
}

export interface PegColumns {
  supply: Int32Array;
  demand: Int32Array;
  quantity: Float64Array;
  day: Int32Array;
}

/** `source` as a peg's `demand`: who needs what is handed on. */
export interface PassColumns {
  quantity: Float64Array;
  source: Int32Array;
  day: Int32Array;
  group: Int32Array;
}

export interface ExceptionColumns {
  kind: Uint8Array;
  subject: Int32Array;
  group: Int32Array;
  quantity: Float64Array;
  day: Int32Array;
  wantedDay: Int32Array;
}

/** Brings the data into blocks by item, with the sequence in which items are planned. */
export function preparePlanner(data: PlanData): Planner {
  const { items, demands, reservations } = data;
  const { count } = items;
  const dayTables = data.calendars.map((flags) => {
    assert(flags.length >= data.historyDays + data.dayCount, "calendars cover the plan");
    return dayTable(flags, data.historyDays);
  });
  for (const day of demands.day) assert(day < data.dayCount, "demands lie within the plan");
  const lines = blocksOf<LineColumns>(count, data.bom.parent, { ...data.bom });
  const rows = demands.item.length;
  const planner: Planner = {
    dayCount: data.dayCount,
    expediteWithinDays: data.expediteWithinDays,
    delayToleranceDays: data.delayToleranceDays,
    dayTables,
    itemCount: count,
    items: itemTable(items),
    sequence: lowLevelOrder(lines, count),
    lines,
    uses: usesOf(lines.columns, count),
    demands: blocksOf<DemandColumns>(count, demands.item, {
      id: numbers(rows),
      day: demands.day,
      quantity: demands.quantity,
      group: demands.group,
    }),
    receipts: receiptBlocks(data),
    reservations: blocksOf<ReservationColumns>(count, reservations.item, {
      quantity: reservations.quantity,
      demand: reservations.demand,
      group: reservations.group,
    }),
    orders: new Blocks(orderColumns(rows * 4 + 1024), count),
    pegs: new Blocks(pegColumns(rows * 16 + 1024), count),
    exceptions: new Blocks(exceptionColumns(rows + 1024), count),
    passes: new Blocks<PassColumns>(
      { quantity: new Float64Array(0), source: new Int32Array(0), day: new Int32Array(0), group: new Int32Array(0) },
      count,
    ),
    work: {
      needs: new NeedRows(data.dayCount),
      supplies: new SupplyRows(),
      passAt: 0,
      queue: { supply: new Int32Array(256), quantity: new Float64Array(256), count: 0 },
      open: new Float64Array(64),
      orderAt: 0,
      pegAt: 0,
      exceptionAt: 0,
      isNoBomTold: false,
      economicLot: 0,
    },
  };
  for (let item = 0; item < count; item++) {
    setEarliestDay(planner, item);
    setUsedUpFrom(planner, item);
  }
  return planner;
}

/** To be called when an item's lead time or calendar is another. */
export function setEarliestDay({ dayTables, items, dayCount }: Planner, item: number): void {
  const row = item * ROW;
  const table = dayTables[items[row + AT.calendar]!]!;
  items[row + AT.earliestDay] = dayAfter(
    table,
    Math.min(dayCount - 1, items[row + AT.fenceDays]!),
    items[row + AT.leadDays]!,
    dayCount,
  );
}

/** To be called when an item's lines are others. */
export function setUsedUpFrom({ items, lines, dayCount }: Planner, item: number): void {
  const { isSuccessor, fromDay } = lines.columns;
  let from = dayCount;
  for (let at = lines.first(item); at < lines.end(item); at++) {
    if (isSuccessor[at] === 1) from = Math.min(from, Math.max(0, fromDay[at]!));
  }
  items[item * ROW + AT.usedUpFrom] = from;
}

/** Puts a supply at the end of the queue of the item at hand. */
export function enqueue({ queue }: Work, supply: number, quantity: number): void {
  if (queue.count === queue.supply.length) {
    const supplies = new Int32Array(queue.count * 2);
    const quantities = new Float64Array(queue.count * 2);
    supplies.set(queue.supply);
    quantities.set(queue.quantity);
    queue.supply = supplies;
    queue.quantity = quantities;
  }
  queue.supply[queue.count] = supply;
  queue.quantity[queue.count++] = quantity;
}

/** Room must have been reserved. */
export function pushPeg({ pegs, work }: Planner, supply: number, demand: number, quantity: number, day: number): void {
  const at = work.pegAt++;
  const { columns } = pegs;
  columns.supply[at] = supply;
  columns.demand[at] = demand;
  columns.quantity[at] = quantity;
  columns.day[at] = day;
}

export function pushException(
  { exceptions, work }: Planner,
  item: number,
  kind: number,
  subject: number,
  group: number,
  quantity: number,
  day: number,
  wantedDay: number,
): void {
  const at = work.exceptionAt++;
  exceptions.reserve(at + 1, item);
  const { columns } = exceptions;
  columns.kind[at] = kind;
  columns.subject[at] = subject;
  columns.group[at] = group;
  columns.quantity[at] = quantity;
  columns.day[at] = day;
  columns.wantedDay[at] = wantedDay;
}

function usesOf({ child, ...columns }: LineColumns, itemCount: number): Blocks<UseColumns> {
  return blocksOf<UseColumns>(itemCount, child, columns);
}

function receiptBlocks({ receipts, items }: PlanData): Blocks<ReceiptColumns> {
  const byDay = numbers(receipts.item.length).sort((a, b) => receipts.day[a]! - receipts.day[b]! || a - b);
  return blocksOf<ReceiptColumns>(
    items.count,
    byDay.map((row) => receipts.item[row]!),
    {
      id: byDay,
      day: Int32Array.from(byDay, (row) => receipts.day[row]!),
      quantity: Float64Array.from(byDay, (row) => receipts.quantity[row]!),
      group: Int32Array.from(byDay, (row) => receipts.group[row]!),
      isStep: Uint8Array.from(byDay, (row) => receipts.isStep[row]!),
    },
  );
}

function numbers(count: number): Uint32Array {
  const column = new Uint32Array(count);
  for (let at = 0; at < count; at++) column[at] = at;
  return column;
}

function orderColumns(rows: number): OrderColumns {
  return {
    item: new Uint32Array(rows),
    quantity: new Float64Array(rows),
    output: new Float64Array(rows),
    startDay: new Int32Array(rows),
    dueDay: new Int32Array(rows),
    wantedStartDay: new Int32Array(rows),
    group: new Int32Array(rows),
  };
}

function pegColumns(rows: number): PegColumns {
  return {
    supply: new Int32Array(rows),
    demand: new Int32Array(rows),
    quantity: new Float64Array(rows),
    day: new Int32Array(rows),
  };
}

function exceptionColumns(rows: number): ExceptionColumns {
  return {
    kind: new Uint8Array(rows),
    subject: new Int32Array(rows),
    group: new Int32Array(rows),
    quantity: new Float64Array(rows),
    day: new Int32Array(rows),
    wantedDay: new Int32Array(rows),
  };
}
