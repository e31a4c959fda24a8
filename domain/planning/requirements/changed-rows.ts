import { assert } from "../../shared/index.ts";
import { type Planner, setUsedUpFrom, type UseColumns } from "./planner.ts";

/** `id` is how pegs call it, as the row does in `DemandRows`; it is never used for another one. */
export interface DemandRow {
  readonly id: number;
  /** Before the end of the plan. */
  readonly day: number;
  readonly quantity: number;
  readonly group: number;
}

export interface ReceiptRow extends DemandRow {
  readonly isStep: boolean;
}

export interface ReservationRow {
  readonly quantity: number;
  /** The id of a demand of the same item, or -1. */
  readonly demand: number;
  readonly group: number;
}

/** A line of a bill of material, without its parent. */
export interface LineRow {
  readonly child: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly offsetDays: number;
  /** The child is the parent's successor, no component. */
  readonly isSuccessor: boolean;
}

/** Lists that take the place of an item's lists, in the order of their precedence. */
export interface ChangedRows {
  readonly demands?: readonly DemandRow[];
  readonly receipts?: readonly ReceiptRow[];
  readonly reservations?: readonly ReservationRow[];
  /** Its bill of material. */
  readonly lines?: readonly LineRow[];
}

/** @returns components that are asked otherwise by the new bill of material, and whether they are other ones than before */
export function storeRows(
  planner: Planner,
  { item, demands, receipts, reservations, lines }: ChangedRows & { readonly item: number },
): { touched: ReadonlySet<number>; hasOtherComponents: boolean } {
  if (demands) storeDemands(planner, item, demands);
  if (receipts) storeReceipts(planner, item, receipts);
  if (reservations) storeReservations(planner, item, reservations);
  return lines ? storeLines(planner, item, lines) : { touched: new Set(), hasOtherComponents: false };
}

function storeDemands({ demands, dayCount }: Planner, item: number, rows: readonly DemandRow[]): void {
  demands.reserve(demands.tail + rows.length, item);
  const { columns } = demands;
  let at = demands.tail;
  for (const row of rows) {
    assert(row.day < dayCount, "demands lie within the plan");
    columns.id[at] = row.id;
    columns.day[at] = row.day;
    columns.quantity[at] = row.quantity;
    columns.group[at++] = row.group;
  }
  demands.replace(item, at);
}

function storeReceipts({ receipts }: Planner, item: number, rows: readonly ReceiptRow[]): void {
  receipts.reserve(receipts.tail + rows.length, item);
  const { columns } = receipts;
  let at = receipts.tail;
  for (const row of rows.toSorted((a, b) => a.day - b.day)) {
    columns.id[at] = row.id;
    columns.day[at] = row.day;
    columns.quantity[at] = row.quantity;
    columns.isStep[at] = row.isStep ? 1 : 0;
    columns.group[at++] = row.group;
  }
  receipts.replace(item, at);
}

function storeReservations({ reservations }: Planner, item: number, rows: readonly ReservationRow[]): void {
  reservations.reserve(reservations.tail + rows.length, item);
  const { columns } = reservations;
  let at = reservations.tail;
  for (const row of rows) {
    columns.quantity[at] = row.quantity;
    columns.demand[at] = row.demand;
    columns.group[at++] = row.group;
  }
  reservations.replace(item, at);
}

function storeLines(planner: Planner, parent: number, rows: readonly LineRow[]) {
  const { lines } = planner;
  const before = [...lines.columns.child.subarray(lines.first(parent), lines.end(parent))];
  lines.reserve(lines.tail + rows.length, parent);
  const { columns } = lines;
  let at = lines.tail;
  for (const row of rows) {
    columns.parent[at] = parent;
    columns.child[at] = row.child;
    columns.numerator[at] = row.numerator;
    columns.denominator[at] = row.denominator;
    columns.fromDay[at] = row.fromDay;
    columns.toDay[at] = row.toDay;
    columns.isSuccessor[at] = row.isSuccessor ? 1 : 0;
    columns.offsetDays[at++] = row.offsetDays;
  }
  lines.replace(parent, at);
  setUsedUpFrom(planner, parent);
  const after = rows.map((row) => row.child);
  const touched = new Set([...before, ...after]);
  for (const child of touched) storeUses(planner, child, parent);
  const hasOtherComponents = before.length !== after.length || before.some((child, place) => child !== after[place]);
  return { touched, hasOtherComponents };
}

/** Where a component is used, with the lines of this parent as they are now. */
function storeUses({ uses, lines }: Planner, child: number, parent: number): void {
  const first = uses.first(child);
  const end = uses.end(child);
  const from = lines.first(parent);
  const to = lines.end(parent);
  uses.reserve(uses.tail + end - first + to - from, child);
  let at = uses.tail;
  const copy = (columns: UseColumns, row: number) => {
    for (const name of USE_COLUMNS) uses.columns[name][at] = columns[name][row]!;
    at++;
  };
  let use = first;
  for (; use < end && uses.columns.parent[use]! < parent; use++) copy(uses.columns, use);
  for (let line = from; line < to; line++) if (lines.columns.child[line] === child) copy(lines.columns, line);
  for (; use < end; use++) if (uses.columns.parent[use] !== parent) copy(uses.columns, use);
  uses.replace(child, at);
}

const USE_COLUMNS = ["parent", "numerator", "denominator", "fromDay", "toDay", "offsetDays", "isSuccessor"] as const;
