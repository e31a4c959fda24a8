/** An item of a lot problem in whole steps: what a lot is a multiple of. Minutes per step and per set-up. */
export interface WholeItem {
  readonly demand: readonly number[];
  readonly earliest: readonly number[];
  readonly minutesPerStep: number;
  readonly setupMinutes: number;
  /** In steps; 0: none. More than the maximum is made in several lots of one week, each set up. */
  readonly minimum: number;
  readonly maximum: number;
}

/** Minutes that are no work: what sums of fractions are off by. */
const TINY = 1e-6;
/** Each takes load off a week that is too full; so many are a sign that nothing fits. */
const MOST_MOVES = 10_000;

/** Lots that a quantity of one week is made in. */
export function lotCount({ maximum }: Pick<WholeItem, "maximum">, steps: number): number {
  if (steps === 0) return 0;
  return maximum > 0 ? Math.ceil(steps / maximum) : 1;
}

export function minutesOf(item: WholeItem, steps: number): number {
  return lotCount(item, steps) * item.setupMinutes + steps * item.minutesPerStep;
}

/**
 * Lots in whole steps from such in fractions: what is made up to a week is rounded down, which never falls below what is needed by then, since
 * that is whole; weeks that have become too full give steps to others, and lots below their minimum join one before.
 *
 * @param capacity minutes a week
 * @param quantity `[item][week]`, in time, not too early and within capacity
 * @returns the same in whole steps, or `null` where rounding finds no room
 */
export function wholeLots(
  items: readonly WholeItem[],
  capacity: readonly number[],
  quantity: readonly (readonly number[])[],
): number[][] | null {
  const rounding = new Rounding(items, capacity, quantity);
  if (!rounding.fit()) return null;
  rounding.joinSmall();
  return rounding.steps;
}

class Rounding {
  readonly steps: number[][];
  private readonly items: readonly WholeItem[];
  private readonly capacity: readonly number[];
  constructor(items: readonly WholeItem[], capacity: readonly number[], quantity: readonly (readonly number[])[]) {
    this.items = items;
    this.capacity = capacity;
    this.steps = quantity.map((row) => {
      let made = 0;
      let whole = 0;
      return row.map((of) => {
        made += of;
        const until = Math.floor(made + 1e-6);
        const steps = until - whole;
        whole = until;
        return steps;
      });
    });
  }

  /** Takes from weeks that are too full until none is. */
  fit(): boolean {
    for (let moves = 0; moves < MOST_MOVES; moves++) {
      const week = this.capacity.findIndex((_, at) => this.room(at) < -TINY);
      if (week < 0) return true;
      if (!this.relieve(week)) return false;
    }
    return false;
  }

  /** A lot below its minimum is made with the one before, where there is room and all of it may be. */
  joinSmall(): void {
    this.items.forEach((item, at) => {
      const row = this.steps[at]!;
      for (let week = row.length - 1; week > 0; week--) {
        const steps = row[week]!;
        if (steps === 0 || steps >= item.minimum) continue;
        for (let to = week - 1; to >= 0; to--) {
          if (row[to] === 0 || this.mostEarlier(at, week, to) < steps || this.mostInto(at, to) < steps) continue;
          row[to]! += steps;
          row[week] = 0;
          break;
        }
      }
    });
  }

  private room(week: number): number {
    return this.items.reduce((left, item, at) => left - minutesOf(item, this.steps[at]![week]!), this.capacity[week]!);
  }

  private relieve(week: number): boolean {
    for (const [at, item] of this.items.entries()) {
      const row = this.steps[at]!;
      const here = row[week]!;
      if (here === 0) continue;
      const wanted = Math.min(
        here,
        Math.max(1, Math.ceil((-this.room(week) - TINY) / Math.max(item.minutesPerStep, TINY))),
      );
      for (const to of this.nearestWeeks(week)) {
        const most = to < week ? this.mostEarlier(at, week, to) : this.mostLater(at, week, to);
        const steps = Math.min(wanted, most, this.mostInto(at, to));
        if (steps < 1 || minutesOf(item, here) - minutesOf(item, here - steps) < TINY) continue;
        row[week]! -= steps;
        row[to]! += steps;
        return true;
      }
    }
    return false;
  }

  /** The weeks where something is made already come first: they are set up. */
  private nearestWeeks(week: number): number[] {
    const others = Array.from(this.capacity.keys()).filter((at) => at !== week);
    return others.sort((a, b) => Math.abs(a - week) - Math.abs(b - week) || a - b);
  }

  /** Steps that find room in a week. */
  private mostInto(at: number, week: number): number {
    const item = this.items[at]!;
    const now = this.steps[at]![week]!;
    const room = this.room(week) + TINY;
    if (item.minutesPerStep < TINY && lotCount(item, now + 1) === lotCount(item, now)) return Number.MAX_SAFE_INTEGER;
    let most = Math.floor(room / Math.max(item.minutesPerStep, TINY));
    while (most > 0 && minutesOf(item, now + most) - minutesOf(item, now) > room) most--;
    return Math.max(0, most);
  }

  private made(at: number, through: number): number {
    return this.steps[at]!.slice(0, through + 1).reduce((sum, of) => sum + of, 0);
  }

  /** Steps of a week that may be made in an earlier one. */
  private mostEarlier(at: number, week: number, to: number): number {
    const { demand, earliest } = this.items[at]!;
    let most = this.steps[at]![week]!;
    for (let through = to; through < week; through++) {
      const allowed = demand.reduce((sum, of, period) => sum + (earliest[period]! <= through ? of : 0), 0);
      most = Math.min(most, allowed - this.made(at, through));
    }
    return Math.max(0, most);
  }

  /** Steps of a week that are not needed before a later one. */
  private mostLater(at: number, week: number, to: number): number {
    const { demand } = this.items[at]!;
    let most = this.steps[at]![week]!;
    let needed = demand.slice(0, week).reduce((sum, of) => sum + of, 0);
    for (let through = week; through < to; through++) {
      needed += demand[through]!;
      most = Math.min(most, this.made(at, through) - needed);
    }
    return Math.max(0, most);
  }
}
