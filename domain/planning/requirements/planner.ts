import { assert } from "../../shared/index.ts";
import { type DayTable, dayAfter, dayTable } from "./day-table.ts";
import { type BomIndex, indexBom } from "./low-level-order.ts";
import { FROM_STOCK, NO_GROUP, outsideCode, type PlanData } from "./plan-data.ts";
import { ExceptionRows, NeedRows, OrderRows, PegRows } from "./plan-rows.ts";

/** Firm receipts by item: those of `item` are `row[offset[item] .. offset[item + 1])`, by day, then by index. */
export interface ReceiptIndex {
  readonly offset: Uint32Array;
  readonly row: Uint32Array;
}

/** All that a run of the calculation shares between its steps. */
export interface Planner {
  readonly data: PlanData;
  readonly dayTables: readonly DayTable[];
  /** Per item: the first day on which an order started today can be due. */
  readonly earliestDay: Int32Array;
  readonly bomIndex: BomIndex;
  readonly receiptIndex: ReceiptIndex;
  /** Receipts in day order of arrival as planned with; overdue ones come on day 0. */
  readonly receiptDay: Int32Array;
  /** Stock left for anyone, after reservations. */
  readonly freeStock: Float64Array;
  /** Stock set aside for groups: item → group → quantity. */
  readonly groupStock: Map<number, Map<number, number>>;
  /** 1: the item has supply or demand of a group, and is planned group by group. */
  readonly hasGroups: Uint8Array;
  /** Per item its latest need, or -1. */
  readonly lastNeed: Int32Array;
  readonly needs: NeedRows;
  readonly orders: OrderRows;
  readonly pegs: PegRows;
  readonly exceptions: ExceptionRows;
  /** Supplies of the item at hand in the order in which they may be used up. */
  readonly queue: { supply: Int32Array; quantity: Float64Array; count: number };
  /** 1: a planned order of this item has been reported to have no bill of material. */
  readonly reportedNoBom: Uint8Array;
}

/** Indexes the data, takes reservations off stock and demand, and lists what is needed from outside. */
export function preparePlanner(data: PlanData): Planner {
  const { items, bom, demands, receipts } = data;
  const count = items.count;
  const dayTables = data.calendars.map((flags) => {
    assert(flags.length >= data.historyDays + data.dayCount, "calendars cover the plan");
    return dayTable(flags, data.historyDays);
  });
  const earliestDay = new Int32Array(count);
  for (let item = 0; item < count; item++) {
    earliestDay[item] = dayAfter(dayTables[items.calendar[item]!]!, 0, items.leadDays[item]!, data.dayCount);
  }
  const guess = Math.max(1024, demands.item.length * 4);
  const planner: Planner = {
    data,
    dayTables,
    earliestDay,
    bomIndex: indexBom(bom, count),
    receiptIndex: indexReceipts(data),
    receiptDay: receipts.day.map((day) => Math.max(0, day)),
    freeStock: items.onHand.slice(),
    groupStock: new Map(),
    hasGroups: new Uint8Array(count),
    lastNeed: new Int32Array(count).fill(-1),
    needs: new NeedRows(guess * 4),
    orders: new OrderRows(guess),
    pegs: new PegRows(guess * 4),
    exceptions: new ExceptionRows(),
    queue: { supply: new Int32Array(256), quantity: new Float64Array(256), count: 0 },
    reportedNoBom: new Uint8Array(count),
  };
  for (let row = 0; row < receipts.item.length; row++) {
    if (receipts.group[row]! !== NO_GROUP) planner.hasGroups[receipts.item[row]!] = 1;
  }
  const openDemand = takeReservations(planner);
  for (let demand = 0; demand < demands.item.length; demand++) {
    const item = demands.item[demand]!;
    const day = Math.max(0, demands.day[demand]!);
    assert(day < data.dayCount, "demands lie within the plan");
    if (demands.group[demand]! !== NO_GROUP) planner.hasGroups[item] = 1;
    if (openDemand[demand]! > 0) addNeed(planner, item, day, openDemand[demand]!, outsideCode(demand));
  }
  return planner;
}

/** Adds to what is needed of an item. The item must not have been planned yet. */
export function addNeed(planner: Planner, item: number, day: number, quantity: number, source: number): void {
  const { needs, lastNeed } = planner;
  if (needs.count === needs.day.length) needs.reserve(1, item);
  const at = needs.count++;
  needs.previous[at] = lastNeed[item]!;
  lastNeed[item] = at;
  needs.day[at] = day;
  needs.source[at] = source;
  needs.quantity[at] = quantity;
}

/** Puts a supply at the end of the queue of the item at hand. */
export function enqueue(planner: Planner, supply: number, quantity: number): void {
  const { queue } = planner;
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

function indexReceipts(data: PlanData): ReceiptIndex {
  const { item, day } = data.receipts;
  const row = Uint32Array.from(item.keys());
  row.sort((a, b) => item[a]! - item[b]! || day[a]! - day[b]! || a - b);
  const offset = new Uint32Array(data.items.count + 1);
  for (const owner of item) offset[owner + 1]!++;
  for (let at = 0; at < data.items.count; at++) offset[at + 1]! += offset[at]!;
  return { offset, row };
}

/**
 * A reservation is honoured as far as stock reaches: for a demand it is used at once and pegged, for a group it waits for that
 * group, else it is only not available. So a reserved piece counts once, never as stock and as covered demand both.
 *
 * @returns what is still open of each demand
 */
function takeReservations(planner: Planner): Float64Array {
  const { data, freeStock, pegs } = planner;
  const { item, quantity, demand, group } = data.reservations;
  const open = data.demands.quantity.slice();
  for (let row = 0; row < item.length; row++) {
    const owner = item[row]!;
    const forDemand = demand[row]!;
    const wanted = forDemand >= 0 ? Math.min(quantity[row]!, open[forDemand]!) : quantity[row]!;
    const taken = Math.min(wanted, freeStock[owner]!);
    if (taken <= 0) continue;
    freeStock[owner]! -= taken;
    if (forDemand >= 0) {
      assert(data.demands.item[forDemand] === owner, "a reservation holds the item its demand asks for");
      open[forDemand]! -= taken;
      pegs.reserve(1, owner);
      pegs.push(owner, FROM_STOCK, outsideCode(forDemand), taken, Math.max(0, data.demands.day[forDemand]!));
    } else if (group[row]! !== NO_GROUP) {
      const stocks = planner.groupStock.get(owner) ?? new Map<number, number>();
      stocks.set(group[row]!, (stocks.get(group[row]!) ?? 0) + taken);
      planner.groupStock.set(owner, stocks);
      planner.hasGroups[owner] = 1;
    }
  }
  return open;
}
