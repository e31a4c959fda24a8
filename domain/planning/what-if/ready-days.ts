import { componentsFirst, dayTablesOf } from "../components-first.ts";
import { dueWhenLate } from "../late-order.ts";
import type { CalculatedPlan } from "../plan-from-records.ts";
import { FROM_STOCK, outsideCode, type Plan, type PlanData, SUPPLY } from "../requirements/index.ts";

/** Not all of it is covered by anything. */
export const NEVER = 2_147_483_647;

/**
 * On which day each demand can be there in full, by its pegs: a component that comes late delays the order it is for (`dueWhenLate`), and
 * that in turn what it is for. A receipt counts on the day it is said to come, also where planning asks to hurry it: nobody has said yet
 * that it can.
 *
 * @returns a day of the plan for each of `mapped.demands`, or `NEVER`
 */
export function readyDays({
  mapped,
  plan,
}: Pick<CalculatedPlan, "plan"> & { readonly mapped: Pick<CalculatedPlan["mapped"], "data"> }): Int32Array {
  const { data } = mapped;
  const { orders, pegs } = plan;
  const due = orders.dueDay.slice(0, orders.count);
  const delay = new Int32Array(orders.count);
  const tables = dayTablesOf(data);
  const dayOf = (supply: number) => {
    if (supply === FROM_STOCK) return 0;
    return supply >= 0 ? due[supply]! : Math.max(0, data.receipts.day[outsideCode(supply)]!);
  };
  componentsFirst(plan, (item) => {
    let isChanged = false;
    for (let order = orders.first[item]!; order < orders.end[item]!; order++) {
      // Past due it keeps the day it is needed on, but its time it takes all the same.
      const isPressed = orders.wantedStartDay[order]! < orders.startDay[order]!;
      if (delay[order] === 0 && !isPressed) continue;
      const table = tables[data.items.calendar[item]!]!;
      const days = { startDay: orders.startDay[order]!, dueDay: due[order]!, leadDays: data.items.leadDays[item]! };
      const possible = dueWhenLate(table, days, delay[order]!, data.dayCount);
      if (possible === due[order]) continue;
      due[order] = possible;
      // What comes out beside it was looked at before.
      isChanged = true;
    }
    for (let at = pegs.first[item]!; at < pegs.end[item]!; at++) {
      const needer = pegs.demand[at]!;
      if (needer < 0) continue;
      const late = dayOf(pegs.supply[at]!) - pegs.day[at]!;
      if (late <= delay[needer]!) continue;
      delay[needer] = late;
      isChanged = true;
    }
    return isChanged;
  });
  return demandDays(data, pegs, dayOf);
}

function demandDays({ demands, items, bom }: PlanData, pegs: Plan["pegs"], dayOf: (supply: number) => number) {
  const count = demands.item.length;
  const ready = new Int32Array(count);
  const covered = new Float64Array(count);
  pegs.first.forEach((first, item) => {
    for (let at = first; at < pegs.end[item]!; at++) {
      const code = pegs.demand[at]!;
      if (code > -2) continue;
      const demand = outsideCode(code);
      ready[demand] = Math.max(ready[demand]!, dayOf(pegs.supply[at]!));
      // What another item gives for it is counted in that one's unit.
      if (demands.item[demand] === item) covered[demand]! += pegs.quantity[at]!;
    }
  });
  // What a phantom or an item that runs out does not cover itself, it has handed on, and that is covered there.
  const handsOn = handingOn({ items, bom });
  for (let demand = 0; demand < count; demand++)
    if (covered[demand]! < demands.quantity[demand]! && !handsOn(demands.item[demand]!)) ready[demand] = NEVER;
  return ready;
}

/** Whether what an item lacks is asked of other items instead of being proposed. */
export function handingOn({ items, bom }: Pick<PlanData, "items" | "bom">): (item: number) => boolean {
  const runsOut = new Set(bom.parent.filter((_, line) => bom.isSuccessor[line] === 1));
  return (item) => items.supply[item] === SUPPLY.phantom || runsOut.has(item);
}
