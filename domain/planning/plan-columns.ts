import type { Outcome, Refusal } from "../shared/index.ts";
import { ok } from "../shared/index.ts";
import { withHandedOnDemands } from "./handed-on-demands.ts";
import { calculatePlan, exceptionsOf, leftOut } from "./plan-from-records.ts";
import type { DemandKind, ItemSupply, PlanException, PlanInput, ReceiptKind } from "./plan-records.ts";
import type { PlanRefusal, RecordIndex } from "./record-index.ts";
import type { MappedData } from "./records-to-data.ts";
import { NO_GROUP, outsideCode, type Plan } from "./requirements/index.ts";

/** The codes of kinds in stored columns: the place in these lists. */
export const RECEIPT_KINDS: readonly ReceiptKind[] = ["purchase", "work_order", "step"];
export const DEMAND_KINDS: readonly DemandKind[] = ["sales", "forecast", "work_order", "step"];

/** Receipts or demands, those of one item next to each other; `first[item] .. first[item + 1]` are the item's. */
export interface RecordColumns {
  readonly first: Uint32Array;
  readonly kind: Uint8Array;
  readonly id: readonly string[];
  /** 0: none. */
  readonly line: Int32Array;
  readonly day: Int32Array;
  readonly quantity: Float64Array;
  readonly group: Int32Array;
}

type OrderColumns = Omit<Plan["orders"], "first" | "end">;

/**
 * A plan in columns of numbers, made to be stored: a large company's has millions of pegs, too many for objects. Quantities are
 * whole numbers of the smallest part of the item's unit, days count from the plan's first.
 */
export interface PlanColumns {
  /** Orders (value chains) that supply and demand are bound to; the place is the `group`. */
  readonly orderKeys: readonly string[];
  readonly items: {
    readonly id: readonly string[];
    readonly supply: readonly ItemSupply[];
    readonly partnerId: readonly (string | null)[];
    readonly decimals: readonly number[];
    readonly onHand: Float64Array;
    readonly safetyStock: Float64Array;
  };
  readonly orders: OrderColumns;
  readonly receipts: RecordColumns;
  /** With those another item handed on: so much of this item is pegged to them. */
  readonly demands: RecordColumns;
  /**
   * `first[item] .. end[item]` are the item's. `supply`: -1 stock, >= 0 a planned order, else the item's receipt -2 - n, counted
   * within the item; `demand`: -1 safety stock, >= 0 a planned order, else the item's demand -2 - n.
   */
  readonly pegs: {
    readonly first: Uint32Array;
    readonly end: Uint32Array;
    readonly supply: Int32Array;
    readonly demand: Int32Array;
    readonly quantity: Float64Array;
    readonly day: Int32Array;
  };
  readonly exceptions: readonly PlanException[];
  /** Circles of bills of material; their items are not planned. */
  readonly leftOut: readonly Refusal<"BOM_CYCLIC">[];
}

/**
 * The same plan as `planFromRecords` makes, in columns. Orders are numbered by their start, as people read them, so that a list
 * needs no order of its own.
 */
export function planColumns(input: PlanInput): Outcome<PlanColumns, PlanRefusal> {
  const calculated = calculatePlan(input);
  if (!calculated.ok) return calculated;
  const { index, mapped, plan } = calculated.value;
  const told = withHandedOnDemands(mapped, plan);
  const count = index.items.length;
  const receipts = groupByItem(count, mapped.data.receipts, index.receipts, RECEIPT_KINDS);
  const demands = groupByItem(count, told.rows, told.demands, DEMAND_KINDS);
  const renumbered = numbersByStart(plan.orders, input.horizonDays);
  return ok({
    orderKeys: index.orderKeys,
    items: itemColumns(index, mapped),
    orders: ordersByStart(plan.orders, renumbered),
    receipts: receipts.columns,
    demands: demands.columns,
    pegs: pegColumns(told.pegs, receipts.placeOf, demands.placeOf, renumbered),
    exceptions: exceptionsOf(input, calculated.value).map((exception) =>
      exception.subject && "seq" in exception.subject
        ? { ...exception, subject: { ...exception.subject, seq: renumbered[exception.subject.seq]! } }
        : exception,
    ),
    leftOut: leftOut(index, plan),
  });
}

function itemColumns(index: RecordIndex, mapped: MappedData): PlanColumns["items"] {
  return {
    id: index.items.map((item) => item.id),
    supply: index.items.map((item) => item.supply),
    partnerId: index.items.map((item) => item.partnerId),
    decimals: index.decimals,
    onHand: mapped.data.items.onHand,
    safetyStock: mapped.data.items.safetyStock,
  };
}

/** The number of each order when they are counted by start day; those of one day keep their order. */
function numbersByStart({ count, startDay }: Plan["orders"], dayCount: number): Uint32Array {
  const next = new Uint32Array(dayCount + 1);
  for (let order = 0; order < count; order++) next[startDay[order]! + 1]!++;
  for (let day = 0; day < dayCount; day++) next[day + 1]! += next[day]!;
  const numbers = new Uint32Array(count);
  for (let order = 0; order < count; order++) numbers[order] = next[startDay[order]!]!++;
  return numbers;
}

function ordersByStart(orders: Plan["orders"], numbers: Uint32Array): OrderColumns {
  const moved = <A extends Uint32Array | Int32Array | Float64Array>(values: A): A => {
    const result = values.slice(0, orders.count) as A;
    for (let order = 0; order < orders.count; order++) result[numbers[order]!] = values[order]!;
    return result;
  };
  return {
    count: orders.count,
    item: moved(orders.item),
    quantity: moved(orders.quantity),
    output: moved(orders.output),
    startDay: moved(orders.startDay),
    dueDay: moved(orders.dueDay),
    wantedStartDay: moved(orders.wantedStartDay),
    group: moved(orders.group),
  };
}

interface Rows {
  readonly item: Uint32Array;
  readonly day: Int32Array;
  readonly quantity: Float64Array;
  readonly group: Int32Array;
}

/** Sorts rows by item, keeping their order within one; `placeOf` says which of its item's rows a row is. */
function groupByItem<Kind extends string>(
  itemCount: number,
  rows: Rows,
  records: readonly { readonly kind: Kind; readonly id: string; readonly line: number | null }[],
  kinds: readonly Kind[],
): { columns: RecordColumns; placeOf: Uint32Array } {
  const count = rows.item.length;
  const first = new Uint32Array(itemCount + 1);
  for (const item of rows.item) first[item + 1]!++;
  for (let item = 0; item < itemCount; item++) first[item + 1]! += first[item]!;
  const next = first.slice(0, itemCount);
  const placeOf = new Uint32Array(count);
  const columns = {
    first,
    kind: new Uint8Array(count),
    id: new Array<string>(count),
    line: new Int32Array(count),
    day: new Int32Array(count),
    quantity: new Float64Array(count),
    group: new Int32Array(count).fill(NO_GROUP),
  };
  for (let row = 0; row < count; row++) {
    const item = rows.item[row]!;
    const at = next[item]!++;
    const record = records[row]!;
    placeOf[row] = at - first[item]!;
    columns.kind[at] = kinds.indexOf(record.kind);
    columns.id[at] = record.id;
    columns.line[at] = record.line ?? 0;
    columns.day[at] = rows.day[row]!;
    columns.quantity[at] = rows.quantity[row]!;
    columns.group[at] = rows.group[row]!;
  }
  return { columns, placeOf };
}

/** Pegs come item by item, in the order of calculation; their codes of receipts and demands become places within the item. */
function pegColumns(
  pegs: Plan["pegs"],
  receiptPlace: Uint32Array,
  demandPlace: Uint32Array,
  numbers: Uint32Array,
): PlanColumns["pegs"] {
  const { count, first, end } = pegs;
  const supply = pegs.supply.slice(0, count);
  const demand = pegs.demand.slice(0, count);
  for (let at = 0; at < count; at++) {
    if (supply[at]! >= 0) supply[at] = numbers[supply[at]!]!;
    else if (supply[at]! < -1) supply[at] = outsideCode(receiptPlace[outsideCode(supply[at]!)]!);
    if (demand[at]! >= 0) demand[at] = numbers[demand[at]!]!;
    else if (demand[at]! < -1) demand[at] = outsideCode(demandPlace[outsideCode(demand[at]!)]!);
  }
  return { first, end, supply, demand, quantity: pegs.quantity.subarray(0, count), day: pegs.day.subarray(0, count) };
}
