/** An item made on a machine that others share. Costs and quantities in any unit, times in the unit of the capacity. */
export interface CapacitatedItem {
  readonly demand: readonly number[];
  /** The first period in which each period's demand may be made, at most that period and never falling; absent: any. */
  readonly earliest?: readonly number[];
  readonly timePerUnit: number;
  /** Per unit that is still there at the end of a period. */
  readonly holdingCost: number;
  /** Of every period in which the item is made: lost on the machine, and paid. */
  readonly setupTime: number;
  readonly setupCost: number;
}

/** Lots of several items on one machine with set-up times: which items are made in which period, so that nobody waits and set-ups and stock cost least. */
export interface CapacitatedLots {
  readonly items: readonly CapacitatedItem[];
  /** Machine time per period. */
  readonly capacity: readonly number[];
}
