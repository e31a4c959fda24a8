import { PlanLimit } from "./exact-ratio.ts";

/** More rows than this is a wrong lot size, not a plan: no person could read it, no machine hold it. */
const MOST_ROWS = 1 << 25;

/** The next size of columns that must hold `needed` rows. */
function nextCapacity(needed: number, item: number): number {
  if (needed > MOST_ROWS) throw new PlanLimit("rows", item);
  return Math.min(MOST_ROWS, Math.max(1024, needed + (needed >> 1)));
}

function longer<A extends Float64Array | Int32Array | Uint32Array | Uint8Array>(column: A, capacity: number): A {
  const copy = new (column.constructor as new (length: number) => A)(capacity);
  copy.set(column as never);
  return copy;
}

/** Planned orders while they are being made. */
export class OrderRows {
  count = 0;
  item: Uint32Array;
  quantity: Float64Array;
  output: Float64Array;
  startDay: Int32Array;
  dueDay: Int32Array;
  wantedStartDay: Int32Array;
  group: Int32Array;
  constructor(capacity: number) {
    this.item = new Uint32Array(capacity);
    this.quantity = new Float64Array(capacity);
    this.output = new Float64Array(capacity);
    this.startDay = new Int32Array(capacity);
    this.dueDay = new Int32Array(capacity);
    this.wantedStartDay = new Int32Array(capacity);
    this.group = new Int32Array(capacity);
  }
  reserve(more: number, item: number): void {
    const needed = this.count + more;
    if (needed <= this.item.length) return;
    const capacity = nextCapacity(needed, item);
    this.item = longer(this.item, capacity);
    this.quantity = longer(this.quantity, capacity);
    this.output = longer(this.output, capacity);
    this.startDay = longer(this.startDay, capacity);
    this.dueDay = longer(this.dueDay, capacity);
    this.wantedStartDay = longer(this.wantedStartDay, capacity);
    this.group = longer(this.group, capacity);
  }
}

/** What is needed of items, from outside and from planned orders, each item's rows in a list of its own. */
export class NeedRows {
  count = 0;
  /** The row of the same item that was added before, or -1. */
  previous: Int32Array;
  day: Int32Array;
  /** As a peg's `demand`. */
  source: Int32Array;
  quantity: Float64Array;
  constructor(capacity: number) {
    this.previous = new Int32Array(capacity);
    this.day = new Int32Array(capacity);
    this.source = new Int32Array(capacity);
    this.quantity = new Float64Array(capacity);
  }
  reserve(more: number, item: number): void {
    const needed = this.count + more;
    if (needed <= this.day.length) return;
    const capacity = nextCapacity(needed, item);
    this.previous = longer(this.previous, capacity);
    this.day = longer(this.day, capacity);
    this.source = longer(this.source, capacity);
    this.quantity = longer(this.quantity, capacity);
  }
}

export class PegRows {
  count = 0;
  item: Uint32Array;
  supply: Int32Array;
  demand: Int32Array;
  quantity: Float64Array;
  day: Int32Array;
  constructor(capacity: number) {
    this.item = new Uint32Array(capacity);
    this.supply = new Int32Array(capacity);
    this.demand = new Int32Array(capacity);
    this.quantity = new Float64Array(capacity);
    this.day = new Int32Array(capacity);
  }
  reserve(more: number, item: number): void {
    const needed = this.count + more;
    if (needed <= this.item.length) return;
    const capacity = nextCapacity(needed, item);
    this.item = longer(this.item, capacity);
    this.supply = longer(this.supply, capacity);
    this.demand = longer(this.demand, capacity);
    this.quantity = longer(this.quantity, capacity);
    this.day = longer(this.day, capacity);
  }
  /** Room must have been reserved. */
  push(item: number, supply: number, demand: number, quantity: number, day: number): void {
    const at = this.count++;
    this.item[at] = item;
    this.supply[at] = supply;
    this.demand[at] = demand;
    this.quantity[at] = quantity;
    this.day[at] = day;
  }
}

export class ExceptionRows {
  count = 0;
  kind = new Uint8Array(1024);
  item = new Uint32Array(1024);
  subject = new Int32Array(1024);
  group = new Int32Array(1024);
  quantity = new Float64Array(1024);
  day = new Int32Array(1024);
  wantedDay = new Int32Array(1024);
  push(kind: number, item: number, subject: number, group: number, quantity: number, day: number, wantedDay: number) {
    const at = this.count++;
    if (at === this.kind.length) {
      const capacity = nextCapacity(at + 1, item);
      this.kind = longer(this.kind, capacity);
      this.item = longer(this.item, capacity);
      this.subject = longer(this.subject, capacity);
      this.group = longer(this.group, capacity);
      this.quantity = longer(this.quantity, capacity);
      this.day = longer(this.day, capacity);
      this.wantedDay = longer(this.wantedDay, capacity);
    }
    this.kind[at] = kind;
    this.item[at] = item;
    this.subject[at] = subject;
    this.group[at] = group;
    this.quantity[at] = quantity;
    this.day[at] = day;
    this.wantedDay[at] = wantedDay;
  }
}
