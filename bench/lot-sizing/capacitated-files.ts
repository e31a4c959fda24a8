import type { CapacitatedLots } from "../../domain/planning/index.ts";

/**
 * An instance of Trigeiro, Thomas and McClain: items and periods, an unused number, the capacity of every period, a line per item (time per unit, holding
 * cost, set-up time, set-up cost), then a row of demands per period; more than 15 items come in blocks of columns.
 *
 * @throws when the numbers do not fit together
 */
export function parseCapacitated(text: string): CapacitatedLots {
  const rows = text
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    // Free text may follow.
    .filter((row) => row.every((value) => Number.isFinite(value)) && row.length > 0);
  const [items, periods] = rows[0]!;
  const capacity = rows[2]![0];
  if (!items || !periods || capacity === undefined) throw new Error("this is no instance of capacitated lot sizing");
  const figures = rows.slice(3, 3 + items);
  const demand: number[][] = Array.from({ length: items }, () => []);
  let at = 3 + items;
  for (let item = 0; item < items; ) {
    const width = rows[at]?.length ?? 0;
    for (let period = 0; period < periods; period++, at++) {
      const row = rows[at];
      if (!row || row.length !== width || item + width > items)
        throw new Error(`the demand of period ${period + 1} is not whole`);
      row.forEach((quantity, column) => {
        demand[item + column]!.push(quantity);
      });
    }
    item += width;
  }
  return {
    capacity: Array.from({ length: periods }, () => capacity),
    items: figures.map((row, item) => {
      const [timePerUnit, holdingCost, setupTime, setupCost] = row as [number, number, number, number];
      if (row.length !== 4) throw new Error(`item ${item + 1} has not four figures`);
      return { demand: demand[item]!, timePerUnit, holdingCost, setupTime, setupCost };
    }),
  };
}

/**
 * What a plan costs, counted from its quantities alone.
 * @throws when a demand is not met in its period or a period has not the time
 */
export function costOfLots({ items, capacity }: CapacitatedLots, quantity: readonly (readonly number[])[]): number {
  let cost = 0;
  const time = capacity.map(() => 0);
  items.forEach((item, at) => {
    let stock = 0;
    for (let period = 0; period < capacity.length; period++) {
      const made = quantity[at]![period]!;
      if (made < 0) throw new Error(`item ${at + 1}: less than nothing in period ${period + 1}`);
      if (made > 0) {
        cost += item.setupCost;
        time[period]! += item.setupTime + made * item.timePerUnit;
      }
      stock += made - item.demand[period]!;
      if (stock < -1e-6) throw new Error(`item ${at + 1}: ${-stock} lack in period ${period + 1}`);
      cost += stock * item.holdingCost;
    }
  });
  time.forEach((used, period) => {
    if (used > capacity[period]! + 1e-6) throw new Error(`period ${period + 1}: ${used} of ${capacity[period]}`);
  });
  return cost;
}
