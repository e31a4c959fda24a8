import type { PlanDemand } from "./plan-records.ts";
import type { MappedData } from "./records-to-data.ts";
import { type DemandRows, FOR_SAFETY, outsideCode, type Plan, SUPPLY } from "./requirements/index.ts";

export interface ToldDemands {
  readonly rows: DemandRows;
  /** What each row is; a demand that was handed on stands again for each item it came to. */
  readonly demands: readonly PlanDemand[];
  readonly pegs: Plan["pegs"];
}

/**
 * Demands by the items they are pegged in: what a phantom or an item that runs out hands on is a demand of the next item too, of so much as
 * is pegged there. Without such items everything stays what it is.
 */
export function withHandedOnDemands({ data, demands }: MappedData, { pegs }: Plan): ToldDemands {
  const handsOn = data.items.supply.includes(SUPPLY.phantom) || data.bom.isSuccessor.includes(1);
  if (!handsOn) return { rows: data.demands, demands, pegs };
  const { item: ownItem, group } = data.demands;
  const own = demands.length;
  const more: { item: number; day: number; quantity: number; of: number }[] = [];
  const demand = pegs.demand.slice();
  pegs.first.forEach((first, item) => {
    const placeOf = new Map<number, number>();
    for (let at = first; at < pegs.end[item]!; at++) {
      const of = outsideCode(demand[at]!);
      if (demand[at]! >= FOR_SAFETY || ownItem[of] === item) continue;
      let place = placeOf.get(of);
      if (place === undefined) {
        place = more.length;
        placeOf.set(of, place);
        more.push({ item, day: pegs.day[at]!, quantity: 0, of });
      }
      more[place]!.quantity += pegs.quantity[at]!;
      demand[at] = outsideCode(own + place);
    }
  });
  const rows: DemandRows = {
    item: Uint32Array.from([...ownItem, ...more.map((row) => row.item)]),
    day: Int32Array.from([...data.demands.day, ...more.map((row) => row.day)]),
    quantity: Float64Array.from([...data.demands.quantity, ...more.map((row) => row.quantity)]),
    group: Int32Array.from([...group, ...more.map((row) => group[row.of]!)]),
  };
  return { rows, demands: [...demands, ...more.map((row) => demands[row.of]!)], pegs: { ...pegs, demand } };
}
