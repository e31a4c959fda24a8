/*
 * Checks a plan without the planner: it reads the raw rows and the proposed orders, and reckons again with code of its own
 * (big integers, plain loops) what is on hand on each day. It shares nothing with domain/planning.
 */

export interface CheckedFactory {
  readonly dayCount: number;
  readonly historyDays: number;
  readonly calendars: readonly Uint8Array[];
  readonly items: {
    readonly lead_days: ArrayLike<number>;
    readonly calendar: ArrayLike<number>;
    readonly supply: ArrayLike<number>;
    readonly lot_rule: ArrayLike<number>;
    readonly lot_fixed: ArrayLike<number>;
    readonly lot_minimum: ArrayLike<number>;
    readonly lot_maximum: ArrayLike<number>;
    readonly lot_multiple: ArrayLike<number>;
    readonly yield_percent: ArrayLike<number>;
    readonly on_hand: ArrayLike<number>;
  };
  readonly bom: {
    readonly parent: ArrayLike<number>;
    readonly child: ArrayLike<number>;
    readonly per: ArrayLike<number>;
  };
  readonly demands: {
    readonly item: ArrayLike<number>;
    readonly day: ArrayLike<number>;
    readonly quantity: ArrayLike<number>;
  };
}

export interface CheckedPlan {
  readonly orders: {
    readonly count: number;
    readonly item: ArrayLike<number>;
    readonly quantity: ArrayLike<number>;
    readonly output: ArrayLike<number>;
    readonly startDay: ArrayLike<number>;
    readonly dueDay: ArrayLike<number>;
    readonly wantedStartDay: ArrayLike<number>;
  };
  readonly pegs: {
    readonly count: number;
    readonly item: ArrayLike<number>;
    readonly supply: ArrayLike<number>;
    readonly demand: ArrayLike<number>;
    readonly quantity: ArrayLike<number>;
  };
}

/** What was looked at; an error names the first thing that is wrong. */
export interface CheckReport {
  readonly stockDays: number;
  readonly orders: number;
  readonly pegs: number;
  readonly pastDueOrders: number;
}

/**
 * @throws Error on the first day an item's stock falls below zero without a past-due order that explains it, an order that breaks
 * its lead time, calendar, lot rule or yield, or pegs that do not add up
 */
export function checkPlan(factory: CheckedFactory, plan: CheckedPlan): CheckReport {
  const pastDueOrders = checkOrders(factory, plan);
  const stockDays = checkStock(factory, plan);
  checkPegs(factory, plan);
  return { stockDays, orders: plan.orders.count, pegs: plan.pegs.count, pastDueOrders };
}

function checkOrders(factory: CheckedFactory, { orders }: CheckedPlan): number {
  const { items, calendars, historyDays, dayCount } = factory;
  let pastDue = 0;
  for (let order = 0; order < orders.count; order++) {
    const item = orders.item[order]!;
    const calendar = calendars[items.calendar[item]!]!;
    const due = orders.dueDay[order]!;
    const wanted = orders.wantedStartDay[order]!;
    const quantity = orders.quantity[order]!;
    const name = `order ${order} of item ${item}`;
    if (due < 0 || due >= dayCount) throw new Error(`${name} is due outside the plan`);
    if (due > 0 && calendar[historyDays + due] !== 1) throw new Error(`${name} is due on a closed day`);
    let worked = 0;
    for (let day = wanted; day < due; day++) if (calendar[historyDays + day + 1] === 1) worked++;
    // On day 0 an order may be due on a closed day: then its lead time ends on the working day before.
    const leeway = due === 0 && calendar[historyDays] !== 1 ? lastWorked(calendar, historyDays) - wanted : 0;
    if (worked !== items.lead_days[item] && leeway === 0) throw new Error(`${name} takes ${worked} working days`);
    if (orders.startDay[order] !== Math.max(0, wanted)) throw new Error(`${name} does not start when it should`);
    if (wanted < 0) pastDue++;
    if (!(Number.isSafeInteger(quantity) && quantity > 0)) throw new Error(`${name} has quantity ${quantity}`);
    const good = Number((BigInt(quantity) * BigInt(items.yield_percent[item]!)) / 100n);
    if (orders.output[order] !== good) throw new Error(`${name} expects ${orders.output[order]} good, not ${good}`);
    const rule = items.lot_rule[item];
    const fits =
      rule === 1
        ? quantity % items.lot_fixed[item]! === 0
        : rule !== 3 ||
          (quantity >= items.lot_minimum[item]! &&
            quantity <= items.lot_maximum[item]! &&
            quantity % items.lot_multiple[item]! === 0);
    if (!fits) throw new Error(`${name} breaks its lot rule with ${quantity}`);
  }
  return pastDue;
}

function lastWorked(calendar: Uint8Array, historyDays: number): number {
  let day = 0;
  while (calendar[historyDays + day] !== 1) day--;
  return day;
}

/**
 * Goes through every day of every item. As planned, stock never falls below zero. With orders arriving when they really can
 * (started today, lead time later, where they should have started before today), it falls below zero only until the last
 * past-due order of the item is there.
 */
function checkStock(factory: CheckedFactory, { orders }: CheckedPlan): number {
  const { items, bom, demands, calendars, historyDays, dayCount } = factory;
  const count = items.on_hand.length;
  const planned = new Float64Array(count * dayCount);
  const real = new Float64Array(count * dayCount);
  const excusedUntil = new Int32Array(count).fill(-1);
  const lines: number[][] = Array.from({ length: count }, () => []);
  for (let line = 0; line < bom.parent.length; line++) lines[bom.parent[line]!]!.push(line);
  const change = (item: number, day: number, quantity: number) => {
    planned[item * dayCount + day]! += quantity;
    real[item * dayCount + day]! += quantity;
  };
  for (let demand = 0; demand < demands.item.length; demand++) {
    change(demands.item[demand]!, demands.day[demand]!, -demands.quantity[demand]!);
  }
  for (let order = 0; order < orders.count; order++) {
    const item = orders.item[order]!;
    const start = orders.startDay[order]!;
    planned[item * dayCount + orders.dueDay[order]!]! += orders.output[order]!;
    let arrives = orders.dueDay[order]!;
    if (orders.wantedStartDay[order]! < 0) {
      const calendar = calendars[items.calendar[item]!]!;
      arrives = 0;
      while (arrives < dayCount && calendar[historyDays + arrives] !== 1) arrives++;
      for (let left = items.lead_days[item]!; left > 0 && arrives < dayCount; ) {
        arrives++;
        if (calendar[historyDays + arrives] === 1) left--;
      }
      excusedUntil[item] = Math.max(excusedUntil[item]!, arrives);
    }
    if (arrives < dayCount) real[item * dayCount + arrives]! += orders.output[order]!;
    if (items.supply[item] === 1) continue;
    for (const line of lines[item]!) change(bom.child[line]!, start, -orders.quantity[order]! * bom.per[line]!);
  }
  for (let item = 0; item < count; item++) {
    let asPlanned = items.on_hand[item]!;
    let asCan = asPlanned;
    for (let day = 0; day < dayCount; day++) {
      asPlanned += planned[item * dayCount + day]!;
      asCan += real[item * dayCount + day]!;
      if (asPlanned < 0) throw new Error(`item ${item} falls to ${asPlanned} on day ${day}`);
      if (asCan < 0 && day >= excusedUntil[item]!) {
        throw new Error(`item ${item} falls to ${asCan} on day ${day}, and no order is reported past due`);
      }
      if (!Number.isSafeInteger(asPlanned)) throw new Error(`item ${item} leaves exact numbers on day ${day}`);
    }
  }
  return count * dayCount;
}

/** Per supply no more than it brings, per demand exactly what it needs, every order for something. */
function checkPegs(factory: CheckedFactory, { orders, pegs }: CheckedPlan): void {
  const { items, bom, demands } = factory;
  const ofOrder = new Float64Array(orders.count);
  const ofStock = new Float64Array(items.on_hand.length);
  const forDemand = new Float64Array(demands.item.length);
  const forOrderItem = new Map<number, number>();
  const count = items.on_hand.length;
  for (let peg = 0; peg < pegs.count; peg++) {
    const item = pegs.item[peg]!;
    const quantity = pegs.quantity[peg]!;
    const supply = pegs.supply[peg]!;
    const demand = pegs.demand[peg]!;
    if (!(quantity > 0)) throw new Error(`peg ${peg} is empty`);
    if (supply >= 0 && orders.item[supply] !== item) throw new Error(`peg ${peg} takes another item's order`);
    if (supply >= 0) ofOrder[supply]! += quantity;
    else ofStock[item]! += quantity;
    if (demand <= -2) {
      if (demands.item[-2 - demand] !== item) throw new Error(`peg ${peg} serves another item's demand`);
      forDemand[-2 - demand]! += quantity;
    } else if (demand >= 0) {
      forOrderItem.set(demand * count + item, (forOrderItem.get(demand * count + item) ?? 0) + quantity);
    }
  }
  for (let order = 0; order < orders.count; order++) {
    if (!(ofOrder[order]! > 0)) throw new Error(`order ${order} is for nobody`);
    if (ofOrder[order]! > orders.output[order]!) throw new Error(`order ${order} is given away twice`);
  }
  for (let item = 0; item < count; item++) {
    if (ofStock[item]! > items.on_hand[item]!) throw new Error(`stock of item ${item} is given away twice`);
  }
  for (let demand = 0; demand < forDemand.length; demand++) {
    if (forDemand[demand] !== demands.quantity[demand]) throw new Error(`demand ${demand} is not covered`);
  }
  const lines: number[][] = Array.from({ length: count }, () => []);
  for (let line = 0; line < bom.parent.length; line++) lines[bom.parent[line]!]!.push(line);
  let needs = 0;
  for (let order = 0; order < orders.count; order++) {
    if (items.supply[orders.item[order]!] === 1) continue;
    for (const line of lines[orders.item[order]!]!) {
      needs++;
      const needed = orders.quantity[order]! * bom.per[line]!;
      if (forOrderItem.get(order * count + bom.child[line]!) !== needed) {
        throw new Error(`component ${bom.child[line]} of order ${order} is not covered`);
      }
    }
  }
  if (needs !== forOrderItem.size) throw new Error("pegs name components no order has");
}
