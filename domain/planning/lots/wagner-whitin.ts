/** What a dynamic lot-sizing problem of one item consists of; costs and quantities in any unit, one number per period. */
export interface LotCosts {
  readonly demand: readonly number[];
  /** The first period in which each period's demand may be made, at most that period and never falling; absent: any. */
  readonly earliest?: readonly number[];
  /** Paid once in a period in which something is made. */
  readonly setupCost: readonly number[];
  /** Paid per piece made. */
  readonly unitCost?: readonly number[];
  /** Paid per piece that is still there at the end of the period. */
  readonly holdingCost: readonly number[];
}

export interface Lot {
  /** The period it is made in, and the last one whose demand it covers; 0-based. */
  readonly period: number;
  readonly through: number;
  readonly quantity: number;
}

/**
 * The cheapest lots that cover every period's demand without capacity: exact, since in some cheapest plan nothing is made while stock is left, so that
 * each lot covers whole periods. Where later demand may never be made earlier than earlier demand that is still so, however dear a period is.
 *
 * Source: Wagner and Whitin, "Dynamic Version of the Economic Lot Size Model", Management Science 5 (1958). Periods with nothing to make cost nothing.
 *
 * @returns cost, and lots in the order of their periods; the earlier, longer lot wins a tie
 * @throws assertion when the lists differ in length or a demand is negative
 */
export function wagnerWhitin({ demand, earliest, setupCost, unitCost, holdingCost }: LotCosts): {
  cost: number;
  lots: Lot[];
} {
  const count = demand.length;
  if (setupCost.length !== count || holdingCost.length !== count || (unitCost && unitCost.length !== count))
    throw new Error("the lists are of different length");
  if (demand.some((quantity) => !(quantity >= 0))) throw new Error("a demand below zero");
  // best[t]: the least cost of all periods before t; from[t]: where the last lot that makes it so begins, -1 when there is none.
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(count + 1).fill(-1);
  best[0] = 0;
  for (let period = 0; period < count; period++) {
    if (demand[period] === 0 && best[period]! < best[period + 1]!) {
      best[period + 1] = best[period]!;
      from[period + 1] = -1;
    }
    let cost = best[period]! + setupCost[period]!;
    let held = 0;
    for (let through = period; through < count; through++) {
      if (earliest && demand[through]! > 0 && earliest[through]! > period) break;
      if (through > period) held += holdingCost[through - 1]!;
      cost += demand[through]! * (held + (unitCost?.[period] ?? 0));
      if (cost < best[through + 1]!) {
        best[through + 1] = cost;
        from[through + 1] = period;
      }
    }
  }
  const lots: Lot[] = [];
  for (let end = count; end > 0; ) {
    const period = from[end]!;
    if (period < 0) {
      end--;
      continue;
    }
    const through = end - 1;
    let quantity = 0;
    for (let at = period; at <= through; at++) quantity += demand[at]!;
    lots.unshift({ period, through, quantity });
    end = period;
  }
  return { cost: best[count]!, lots };
}
