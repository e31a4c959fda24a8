import { addDays, type PlainDate } from "../../shared/index.ts";
import type { CalculatedPlan } from "../plan-from-records.ts";
import type { ItemSupply } from "../plan-records.ts";
import { NO_GROUP, type Plan } from "../requirements/index.ts";
import { unscaled } from "../scaled-quantity.ts";
import { type Difference, pairUp } from "./pair-up.ts";

/** A planned order as far as a comparison needs it. */
export interface ComparedOrder {
  /** What is started or ordered. */
  readonly quantity: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly isPastDue: boolean;
}

export interface OrderDifference extends Difference<ComparedOrder> {
  readonly itemId: string;
  readonly itemCode: string;
  readonly supply: ItemSupply;
  readonly unit: string;
  readonly orderKey: string | null;
}

type Columns = Plan["orders"];

/** Planned orders that come, go, or change. Within an item, one of the same day stands in the place of the old one, then one of the same quantity. */
export function compareOrders(before: CalculatedPlan, after: CalculatedPlan, planFrom: PlainDate): OrderDifference[] {
  const found: OrderDifference[] = [];
  before.index.items.forEach((item, at) => {
    if (isSame(before.plan.orders, after.plan.orders, at)) return;
    const old = rowsOf(before.plan.orders, at);
    const fresh = rowsOf(after.plan.orders, at);
    for (const { was, now } of pairUp(old, fresh, KEYS)) {
      const told = (row: Row | null) =>
        row && {
          quantity: unscaled(row.quantity, before.index.decimals[at]!),
          startOn: addDays(planFrom, row.start),
          dueOn: addDays(planFrom, row.due),
          isPastDue: row.wantedStart < 0,
        };
      const group = (was ?? now)!.group;
      found.push({
        itemId: item.id,
        itemCode: item.code,
        supply: item.supply,
        unit: item.unit,
        orderKey: group === NO_GROUP ? null : before.index.orderKeys[group]!,
        was: told(was),
        now: told(now),
      });
    }
  });
  return found;
}

interface Row {
  readonly group: number;
  readonly quantity: number;
  readonly start: number;
  readonly due: number;
  readonly wantedStart: number;
}

const KEYS: readonly ((row: Row) => string)[] = [
  (row) => [row.group, row.quantity, row.start, row.due, Math.min(0, row.wantedStart) < 0].join(" "),
  (row) => [row.group, row.due].join(" "),
  (row) => [row.group, row.quantity].join(" "),
  (row) => String(row.group),
];

function rowsOf(orders: Columns, item: number): Row[] {
  const rows: Row[] = [];
  for (let at = orders.first[item]!; at < orders.end[item]!; at++)
    rows.push({
      group: orders.group[at]!,
      quantity: orders.quantity[at]!,
      start: orders.startDay[at]!,
      due: orders.dueDay[at]!,
      wantedStart: orders.wantedStartDay[at]!,
    });
  return rows.sort((a, b) => a.due - b.due || a.start - b.start || a.quantity - b.quantity);
}

const COMPARED = ["quantity", "startDay", "dueDay", "wantedStartDay", "group"] as const;

/** Most items are the same, and need no rows to see it. */
function isSame(a: Columns, b: Columns, item: number): boolean {
  const from = a.first[item]!;
  const count = a.end[item]! - from;
  const shift = b.first[item]! - from;
  if (b.end[item]! - b.first[item]! !== count) return false;
  for (let at = from; at < from + count; at++)
    for (const name of COMPARED) if (a[name][at] !== b[name][at + shift]) return false;
  return true;
}
