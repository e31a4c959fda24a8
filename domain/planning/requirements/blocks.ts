import { PlanLimit } from "./exact-ratio.ts";

/** More rows than this is a wrong lot size, not a plan: no person could read it, no machine hold it. */
const MOST_ROWS = 1 << 25;

export type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

export type Columns<C> = { readonly [name in keyof C]: Column };

/**
 * Columns of which every item has a block of rows next to each other. A block is replaced as a whole: the new rows are written behind
 * all others, from `tail` on, and then either stay there or take the place of the old ones when they fit.
 */
export class Blocks<C extends Columns<C>> {
  readonly columns: C;
  private list: Column[];
  /** Of each item where its rows begin and end, and where its room ends: next to each other, as they are read together. */
  private readonly spans: Uint32Array;
  /** Behind all blocks. */
  tail = 0;
  /** Rows that belong to no block any more. */
  holes = 0;
  /** Rows that can be written without making room. */
  capacity: number;

  constructor(columns: C, itemCount: number) {
    this.columns = columns;
    this.spans = new Uint32Array(itemCount * SPAN);
    this.list = Object.values(columns);
    this.capacity = this.list[0]!.length;
  }

  /** The rows of `item` are `first(item) .. end(item)`. */
  first(item: number): number {
    return this.spans[item * SPAN]!;
  }

  end(item: number): number {
    return this.spans[item * SPAN + 1]!;
  }

  /** Makes room so that rows up to `to` can be written. */
  reserve(to: number, item: number): void {
    if (to <= this.capacity) return;
    if (to > MOST_ROWS) throw new PlanLimit("rows", item);
    const capacity = Math.min(MOST_ROWS, Math.max(1024, to + (to >> 1)));
    const columns = this.columns as Record<string, Column>;
    for (const name of Object.keys(columns)) {
      const column = columns[name]!;
      const longer = new (column.constructor as new (length: number) => Column)(capacity);
      longer.set(column.subarray(0, this.capacity) as never);
      columns[name] = longer;
    }
    this.list = Object.values(this.columns);
    this.capacity = capacity;
  }

  /** The rows from `tail` to `to` become the item's, where they are. */
  append(item: number, to: number): void {
    this.span(item, this.tail, to, to);
    this.tail = to;
  }

  /**
   * The rows from `tail` to `to` take the place of the item's rows; where they do not fit they stay, with some room to grow.
   *
   * @returns the place of the first
   */
  replace(item: number, to: number): number {
    const length = to - this.tail;
    const place = this.first(item);
    const roomEnd = this.spans[item * SPAN + 2]!;
    if (place + length <= roomEnd) {
      for (const column of this.list) column.copyWithin(place, this.tail, to);
      this.spans[item * SPAN + 1] = place + length;
      return place;
    }
    this.holes += roomEnd - place;
    const room = to + (length >> 2) + 4;
    this.reserve(room, item);
    const { tail } = this;
    this.span(item, tail, to, room);
    this.tail = room;
    return tail;
  }

  /** The item has no rows any more; its room stays. */
  replaceByNone(item: number): void {
    this.spans[item * SPAN + 1] = this.first(item);
  }

  /** No item has rows any more. */
  clear(): void {
    this.spans.fill(0);
    this.tail = 0;
    this.holes = 0;
  }

  private span(item: number, first: number, end: number, roomEnd: number): void {
    const at = item * SPAN;
    this.spans[at] = first;
    this.spans[at + 1] = end;
    this.spans[at + 2] = roomEnd;
  }

  /** Whether the rows from `tail` to `to` say the same as the item's rows. */
  isSame(item: number, to: number): boolean {
    const from = this.first(item);
    const { tail } = this;
    const length = to - tail;
    if (this.end(item) - from !== length) return false;
    return this.list.every((column) =>
      column instanceof Float64Array
        ? isSameFloat(column, from, tail, length)
        : column instanceof Int32Array
          ? isSameInteger(column, from, tail, length)
          : isSameCode(column, from, tail, length),
    );
  }
}

/** Numbers of an item's span; the fourth only keeps spans from lying across two lines of memory. */
const SPAN = 4;

// One function for each kind of array: a comparison that meets several kinds is many times slower.
function isSameFloat(column: Float64Array, a: number, b: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (column[a + at] !== column[b + at]) return false;
  return true;
}

function isSameInteger(column: Int32Array, a: number, b: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (column[a + at] !== column[b + at]) return false;
  return true;
}

function isSameCode(column: Column, a: number, b: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (column[a + at] !== column[b + at]) return false;
  return true;
}

// One function for each kind of array, as above.
function movedTo(column: Column, place: Uint32Array, count: number): Column {
  if (column instanceof Float64Array) return movedFloats(column, place, count);
  if (column instanceof Int32Array) return movedIntegers(column, place, count);
  if (column instanceof Uint32Array) return movedNumbers(column, place, count);
  return column instanceof Uint16Array ? movedShorts(column, place, count) : movedBytes(column, place, count);
}

function movedFloats(column: Float64Array, place: Uint32Array, count: number): Float64Array {
  const moved = new Float64Array(column.length);
  for (let row = 0; row < count; row++) moved[place[row]!] = column[row]!;
  return moved;
}

function movedIntegers(column: Int32Array, place: Uint32Array, count: number): Int32Array {
  const moved = new Int32Array(column.length);
  for (let row = 0; row < count; row++) moved[place[row]!] = column[row]!;
  return moved;
}

function movedNumbers(column: Uint32Array, place: Uint32Array, count: number): Uint32Array {
  const moved = new Uint32Array(column.length);
  for (let row = 0; row < count; row++) moved[place[row]!] = column[row]!;
  return moved;
}

function movedShorts(column: Uint16Array, place: Uint32Array, count: number): Uint16Array {
  const moved = new Uint16Array(column.length);
  for (let row = 0; row < count; row++) moved[place[row]!] = column[row]!;
  return moved;
}

function movedBytes(column: Uint8Array, place: Uint32Array, count: number): Uint8Array {
  const moved = new Uint8Array(column.length);
  for (let row = 0; row < count; row++) moved[place[row]!] = column[row]!;
  return moved;
}

/** The blocks of rows that lie in any order: item by item, within one in the order of `rows`. */
export function blocksOf<C extends Columns<C>>(itemCount: number, item: Uint32Array, columns: C): Blocks<C> {
  const next = new Uint32Array(itemCount + 1);
  for (let row = 0; row < item.length; row++) next[item[row]! + 1]!++;
  for (let at = 0; at < itemCount; at++) next[at + 1]! += next[at]!;
  const first = next.slice(0, itemCount);
  const place = new Uint32Array(item.length);
  for (let row = 0; row < item.length; row++) place[row] = next[item[row]!]!++;
  const sorted: Record<string, Column> = {};
  for (const [name, column] of Object.entries<Column>(columns)) sorted[name] = movedTo(column, place, item.length);
  const blocks = new Blocks(sorted as C, itemCount);
  for (let at = 0; at < itemCount; at++) {
    blocks.tail = first[at]!;
    blocks.append(at, next[at]!);
  }
  return blocks;
}
