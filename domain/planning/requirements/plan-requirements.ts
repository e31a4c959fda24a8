import type { Blocks, Column, Columns } from "./blocks.ts";
import { FROM_STOCK, isAboutAnOrder, type Plan, type PlanData } from "./plan-data.ts";
import { planItem } from "./plan-item.ts";
import { type Planner, preparePlanner } from "./planner.ts";

/**
 * Material requirements planning over all levels: what to start and order, when, for whom.
 *
 * Pure, and the same input gives the same plan byte for byte. Data in and out are typed arrays, so the call can be handed to a
 * worker as it is. Items whose bill of material contains itself are left out and named. Rules: docs/rules/planning.md.
 *
 * @throws PlanLimit when a quantity leaves the exact integers or lots are absurdly small
 */
export function planRequirements(data: PlanData): Plan {
  const planner = preparePlanner(data);
  planAll(planner);
  return planOf(planner, (blocks, _order, rows) => shared(blocks, rows));
}

/** Plans every item, parents before components. */
export function planAll(planner: Planner): void {
  const { work, orders, pegs, exceptions, passes } = planner;
  for (const item of planner.sequence.order) {
    planItem(planner, item);
    orders.append(item, work.orderAt);
    pegs.append(item, work.pegAt);
    exceptions.append(item, work.exceptionAt);
    passes.append(item, work.passAt);
  }
}

/**
 * The plan of a planner that goes on working, with orders numbered in the sequence of items: plans of the same data have the same
 * numbers, however they came about.
 */
export function copyOfPlan(planner: Planner): Plan {
  const plan = planOf(planner, copied);
  const { orders, pegs, exceptions } = plan;
  const { columns } = planner.orders;
  const numberOf = (order: number) => {
    const item = columns.item[order]!;
    return order - planner.orders.first(item) + orders.first[item]!;
  };
  for (let at = 0; at < pegs.count; at++) {
    if (pegs.supply[at]! > FROM_STOCK) pegs.supply[at] = numberOf(pegs.supply[at]!);
    if (pegs.demand[at]! > FROM_STOCK) pegs.demand[at] = numberOf(pegs.demand[at]!);
  }
  for (let at = 0; at < exceptions.count; at++) {
    if (isAboutAnOrder(exceptions.kind[at]!) && exceptions.subject[at]! >= 0)
      exceptions.subject[at] = numberOf(exceptions.subject[at]!);
  }
  return plan;
}

type Take = <C extends Columns<C>>(blocks: Blocks<C>, order: Uint32Array, rows: number) => C;

function planOf({ sequence, itemCount, ...planner }: Planner, take: Take): Plan {
  const { order } = sequence;
  const orders = placesOf(planner.orders, order, itemCount);
  const pegs = placesOf(planner.pegs, order, itemCount);
  const exceptions = placesOf(planner.exceptions, order, itemCount);
  const item = new Uint32Array(exceptions.count);
  for (const of of order) item.fill(of, exceptions.first[of]!, exceptions.end[of]!);
  return {
    orders: { ...orders, ...take(planner.orders, order, orders.count) },
    pegs: { ...pegs, ...take(planner.pegs, order, pegs.count) },
    exceptions: { count: exceptions.count, item, ...take(planner.exceptions, order, exceptions.count) },
    cycles: sequence.cycles,
  };
}

/** Where the rows of each item begin and end when they follow each other in this order. */
function placesOf<C extends Columns<C>>(blocks: Blocks<C>, order: Uint32Array, itemCount: number) {
  const first = new Uint32Array(itemCount);
  const end = new Uint32Array(itemCount);
  let count = 0;
  for (const item of order) {
    first[item] = count;
    count += blocks.end(item) - blocks.first(item);
    end[item] = count;
  }
  return { count, first, end };
}

/** After one run over all items, blocks lie in their order already. */
function shared<C extends Columns<C>>({ columns }: Blocks<C>, rows: number): C {
  const taken: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns as Record<string, Column>))
    taken[name] = column.subarray(0, rows);
  return taken as C;
}

function copied<C extends Columns<C>>(blocks: Blocks<C>, order: Uint32Array, rows: number): C {
  const taken: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(blocks.columns as Record<string, Column>)) {
    const copy = new (column.constructor as new (length: number) => Column)(rows);
    let to = 0;
    for (const item of order) {
      for (let from = blocks.first(item), end = blocks.end(item); from < end; from++) copy[to++] = column[from]!;
    }
    taken[name] = copy;
  }
  return taken as C;
}
