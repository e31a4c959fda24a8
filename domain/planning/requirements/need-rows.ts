import { NO_GROUP } from "./plan-data.ts";

const SMALLEST = 1024;
const NO_DAY = 2_147_483_647;

interface Rows {
  day: Int32Array;
  /** As a peg's `demand`. */
  source: Int32Array;
  quantity: Float64Array;
  /** Filled only where some need belongs to a group. */
  group: Int32Array;
}

/** What is needed of the item at hand; one buffer serves all items one after the other. */
export class NeedRows {
  count = 0;
  /** The needs, by day once sorted. */
  rows: Rows = emptyRows(SMALLEST);
  private spare: Rows = emptyRows(SMALLEST);
  private readonly nextOfDay: Int32Array;
  /** The first and the last day pushed, and whether every day pushed came after those before. */
  private firstDay = 0;
  private lastDay = -1;
  private isAscending = true;
  hasGroups = false;

  constructor(dayCount: number) {
    this.nextOfDay = new Int32Array(dayCount + 2);
  }

  clear(): void {
    this.count = 0;
    this.firstDay = NO_DAY;
    this.lastDay = -1;
    this.isAscending = true;
    this.hasGroups = false;
  }

  /** Makes room for so many more; `rows` may be other arrays afterwards. */
  reserve(more: number): void {
    const needed = this.count + more;
    if (needed <= this.rows.day.length) return;
    const longer = emptyRows(needed * 2);
    longer.day.set(this.rows.day);
    longer.source.set(this.rows.source);
    longer.quantity.set(this.rows.quantity);
    longer.group.set(this.rows.group);
    this.rows = longer;
    this.spare = emptyRows(needed * 2);
  }

  /** Room must have been reserved. */
  push(day: number, source: number, quantity: number, group: number): void {
    const at = this.count;
    const { rows } = this;
    rows.day[at] = day;
    rows.source[at] = source;
    rows.quantity[at] = quantity;
    this.count = at + 1;
    if (this.hasGroups || group !== NO_GROUP) this.noteGroup(at, group);
    this.noteDays(day, day, day, true);
  }

  /** To be called for every need that is pushed while some need belongs to a group. */
  noteGroup(at: number, group: number): void {
    if (!this.hasGroups) this.rows.group.fill(NO_GROUP, 0, at);
    this.hasGroups = true;
    this.rows.group[at] = group;
  }

  /** Of needs written straight into the rows: the smallest and the largest of their days, and whether they came in the order of days. */
  noteDays(from: number, to: number, first: number, isAscending: boolean): void {
    if (!isAscending || first < this.lastDay) this.isAscending = false;
    if (from < this.firstDay) this.firstDay = from;
    if (to > this.lastDay) this.lastDay = to;
  }

  /** Into the order of days; within a day they keep theirs. */
  sortByDay(): void {
    if (this.isAscending) return;
    const { rows, spare, count, nextOfDay, firstDay, lastDay, hasGroups } = this;
    const { day, source, quantity, group } = rows;
    for (let at = 0; at < count; at++) nextOfDay[day[at]! + 1]!++;
    // Counts of days become places; every field used is cleared again for the next item.
    let place = 0;
    let onThisDay = nextOfDay[firstDay + 1]!;
    for (let onDay = firstDay; onDay <= lastDay; onDay++) {
      nextOfDay[onDay] = place;
      place += onThisDay;
      onThisDay = nextOfDay[onDay + 2]!;
    }
    const { day: dayTo, source: sourceTo, quantity: quantityTo, group: groupTo } = spare;
    for (let at = 0; at < count; at++) {
      const onDay = day[at]!;
      const to = nextOfDay[onDay]!++;
      dayTo[to] = onDay;
      sourceTo[to] = source[at]!;
      quantityTo[to] = quantity[at]!;
      if (hasGroups) groupTo[to] = group[at]!;
    }
    nextOfDay.fill(0, firstDay, lastDay + 2);
    this.rows = spare;
    this.spare = rows;
  }

  /**
   * Puts the needs of each group next to each other, keeping their order.
   *
   * @returns where the needs of each group begin and end
   */
  splitByGroup(): Map<number, { from: number; to: number }> {
    const { rows, spare, count } = this;
    if (!this.hasGroups) rows.group.fill(NO_GROUP, 0, count);
    const parts = new Map<number, { from: number; to: number }>();
    for (let at = 0; at < count; at++) {
      const part = parts.get(rows.group[at]!);
      if (part) part.to++;
      else parts.set(rows.group[at]!, { from: 0, to: 1 });
    }
    let place = 0;
    for (const part of parts.values()) {
      part.from = place;
      place += part.to;
      part.to = part.from;
    }
    for (let at = 0; at < count; at++) move(rows, at, spare, parts.get(rows.group[at]!)!.to++);
    this.rows = spare;
    this.spare = rows;
    return parts;
  }
}

function move(from: Rows, at: number, to: Rows, place: number): void {
  to.day[place] = from.day[at]!;
  to.source[place] = from.source[at]!;
  to.quantity[place] = from.quantity[at]!;
  to.group[place] = from.group[at]!;
}

function emptyRows(length: number): Rows {
  return {
    day: new Int32Array(length),
    source: new Int32Array(length),
    quantity: new Float64Array(length),
    group: new Int32Array(length),
  };
}
