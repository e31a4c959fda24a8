import { NO_GROUP } from "./plan-data.ts";

/** What comes of the item at hand without a new order of its own; one buffer serves all items one after the other. */
export class SupplyRows {
  count = 0;
  /** As ordered: before day 0 when overdue. */
  day: number[] = [];
  /** As a peg's `supply`: a receipt, or the order of another item whose by-product it is. */
  code: number[] = [];
  quantity: number[] = [];
  group: number[] = [];
  isStep: boolean[] = [];

  push(day: number, code: number, quantity: number, group: number, isStep: boolean): void {
    const at = this.count++;
    this.day[at] = day;
    this.code[at] = code;
    this.quantity[at] = quantity;
    this.group[at] = group;
    this.isStep[at] = isStep;
  }

  /** Into the order of groups, then days; on one day they keep theirs. */
  sort(): void {
    const rows = Array.from({ length: this.count }, (_, at) => at);
    rows.sort((a, b) => this.group[a]! - this.group[b]! || this.day[a]! - this.day[b]! || a - b);
    this.day = rows.map((row) => this.day[row]!);
    this.code = rows.map((row) => this.code[row]!);
    this.quantity = rows.map((row) => this.quantity[row]!);
    this.isStep = rows.map((row) => this.isStep[row]!);
    this.group = rows.map((row) => this.group[row]!);
  }

  /** Where the rows of each group begin and end, once sorted. */
  parts(): Map<number, { from: number; to: number }> {
    const parts = new Map([[NO_GROUP, { from: 0, to: 0 }]]);
    for (let at = 0; at < this.count; at++) {
      const part = parts.get(this.group[at]!);
      if (part && part.to > part.from) part.to++;
      else parts.set(this.group[at]!, { from: at, to: at + 1 });
    }
    return parts;
  }
}
