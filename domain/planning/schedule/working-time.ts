/** Later than any plan reaches: what finds no working time any more ends here. */
export const NEVER = 1_073_741_823;

/**
 * When somebody or something works: spans of minutes, counted from the first of the plan. Work that is longer than a span goes on in the next one
 * (breaks, nights and holidays only interrupt it).
 */
export class WorkingTime {
  /** Begin and end of each span, in order, never touching. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Working minutes before each span. */
  readonly #before: Int32Array;
  readonly isAlways: boolean;

  /**
   * @param spans pairs of minutes, in any order; overlapping ones become one
   * @throws assertion when a span ends before it begins
   */
  constructor(spans: readonly (readonly [from: number, to: number])[]) {
    const merged: [number, number][] = [];
    for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
      if (to < from) throw new Error(`a span from ${from} to ${to}`);
      if (to === from) continue;
      const last = merged.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else merged.push([from, to]);
    }
    this.from = Int32Array.from(merged, ([from]) => from);
    this.to = Int32Array.from(merged, ([, to]) => to);
    this.#before = new Int32Array(merged.length);
    for (let at = 1; at < merged.length; at++)
      this.#before[at] = this.#before[at - 1]! + this.to[at - 1]! - this.from[at - 1]!;
    this.isAlways = merged.length === 1 && this.from[0] === 0 && this.to[0] === NEVER;
  }

  static always(): WorkingTime {
    return new WorkingTime([[0, NEVER]]);
  }

  /** Only where both work: a machine and the person who runs it. */
  and(other: WorkingTime): WorkingTime {
    if (this.isAlways) return other;
    if (other.isAlways) return this;
    const spans: [number, number][] = [];
    let a = 0;
    let b = 0;
    while (a < this.from.length && b < other.from.length) {
      const from = Math.max(this.from[a]!, other.from[b]!);
      const to = Math.min(this.to[a]!, other.to[b]!);
      if (from < to) spans.push([from, to]);
      if (this.to[a]! < other.to[b]!) a++;
      else b++;
    }
    return new WorkingTime(spans);
  }

  /** The first working minute at or after a time. */
  next(time: number): number {
    if (this.isAlways) return time;
    const at = this.#spanEndingAfter(time);
    if (at === this.from.length) return NEVER;
    return Math.max(time, this.from[at]!);
  }

  /**
   * When work of so many minutes ends that starts at `time` (a working minute, as `next` gives it).
   * @returns NEVER when the working time does not suffice
   */
  end(time: number, minutes: number): number {
    if (this.isAlways) return Math.min(NEVER, time + minutes);
    if (time >= NEVER) return NEVER;
    if (minutes === 0) return time;
    let at = this.#spanEndingAfter(time);
    if (at === this.from.length) return NEVER;
    const start = Math.max(time, this.from[at]!);
    if (start + minutes <= this.to[at]!) return start + minutes;
    const target = this.#before[at]! + (start - this.from[at]!) + minutes;
    at = this.#spanReaching(target, at);
    return at < 0 ? NEVER : this.from[at]! + (target - this.#before[at]!);
  }

  /** The latest start of work of so many minutes that must end by `time`; below 0 when there is none. */
  startFor(time: number, minutes: number): number {
    if (this.isAlways || minutes === 0) return time - minutes;
    const target = this.workedUntil(time) - minutes;
    if (target < 0) return -1;
    let low = 0;
    let high = this.from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#before[middle]! <= target) low = middle;
      else high = middle - 1;
    }
    return this.from[low]! + (target - this.#before[low]!);
  }

  /** Working minutes from the first of the plan up to a time. */
  workedUntil(time: number): number {
    if (this.isAlways) return time;
    const at = this.#spanEndingAfter(time);
    if (at === this.from.length) {
      const last = at - 1;
      return last < 0 ? 0 : this.#before[last]! + this.to[last]! - this.from[last]!;
    }
    return this.#before[at]! + Math.max(0, time - this.from[at]!);
  }

  #spanEndingAfter(time: number): number {
    const { to } = this;
    let low = 0;
    let high = to.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (to[middle]! > time) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The first span from `at` on by whose end so many minutes have been worked; -1 when none. */
  #spanReaching(target: number, at: number): number {
    const { from, to } = this;
    const before = this.#before;
    // Most work ends within the next few spans.
    for (let near = at; near < Math.min(at + 4, from.length); near++)
      if (before[near]! + to[near]! - from[near]! >= target) return near;
    let low = at;
    let high = from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before[middle]! + to[middle]! - from[middle]! >= target) high = middle;
      else low = middle + 1;
    }
    return low === from.length ? -1 : low;
  }
}

/** The working time of a machine together with a person (-1: nobody is needed); each pair is reckoned once. */
export class PairTimes {
  readonly #workingTime: readonly WorkingTime[];
  readonly #known = new Map<number, WorkingTime>();

  /** @param workingTime of all resources, by their number */
  constructor(workingTime: readonly WorkingTime[]) {
    this.#workingTime = workingTime;
  }

  of(machine: number, person: number): WorkingTime {
    if (person < 0) return this.#workingTime[machine]!;
    const key = machine * this.#workingTime.length + person;
    let both = this.#known.get(key);
    if (!both) {
      both = this.#workingTime[machine]!.and(this.#workingTime[person]!);
      this.#known.set(key, both);
    }
    return both;
  }
}
