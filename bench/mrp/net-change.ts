import {
  changePlan,
  NO_GROUP,
  openPlan,
  type Plan,
  pegsUp,
  planRequirements,
  wholePlan,
} from "../../domain/planning/index.ts";
import { percentile } from "../support/bench-database.ts";
import { endItemCount, type Factory, planData, seededRandom } from "./factory.ts";

const SEED = 7;
/** The first warm the compiler up, since a planner runs for months. */
const WARM_UP = 100;
const COUNTED = 500;
const ASKED = 1000;
const FIRST_DAY = 1;

export interface NetChangeFigures {
  readonly netChangeP50Ms: number;
  readonly netChangeP99Ms: number;
  readonly netChangeMostMs: number;
  readonly netChangeItems: number;
  readonly netChangeEqual: boolean;
  /** Which demands need a random item's stock, and its first planned order. */
  readonly pegsUpP99Ms: number;
}

interface Line {
  readonly id: number;
  readonly day: number;
  readonly quantity: number;
  readonly group: number;
}

/**
 * Random orders on random end items: a new one, another quantity or day, one that goes away. Each is timed from the changed order to
 * the changed plan; at the end the plan is compared with one made anew from all demands, number by number.
 */
export function measureNetChange(factory: Factory): NetChangeFigures {
  const random = seededRandom(SEED);
  const below = (limit: number) => Math.floor(random() * limit);
  const { size, demands } = factory;
  const linesOf: Line[][] = Array.from({ length: size.items }, () => []);
  demands.item.forEach((item, id) => {
    linesOf[item]!.push({ id, day: demands.day[id]!, quantity: demands.quantity[id]!, group: NO_GROUP });
  });
  let nextId = demands.item.length;
  const drawn = () => ({
    day: FIRST_DAY + below(size.days - FIRST_DAY),
    quantity: 1 + below(40),
    group: NO_GROUP,
  });
  const state = openPlan(planData(factory));
  const ms: number[] = [];
  let items = 0;
  for (let number = 0; number < WARM_UP + COUNTED; number++) {
    const item = below(endItemCount(size));
    const lines = linesOf[item]!;
    const at = below(lines.length);
    const kind = below(3);
    const changed =
      kind === 0
        ? [...lines, { ...drawn(), id: nextId++ }]
        : kind === 1
          ? lines.toSpliced(at, 1)
          : lines.with(at, { ...lines[at]!, ...drawn() });
    linesOf[item] = changed;
    const startedAt = performance.now();
    const told = changePlan(state, [{ item, demands: changed }]);
    if (number < WARM_UP) continue;
    ms.push(performance.now() - startedAt);
    items += told.length;
  }
  const upMs: number[] = [];
  for (let number = 0; number < ASKED; number++) {
    const startedAt = performance.now();
    pegsUp(state, { item: below(size.items), kind: "stock" });
    pegsUp(state, { item: below(size.items), kind: "order", number: 0 });
    upMs.push((performance.now() - startedAt) / 2);
  }
  return {
    pegsUpP99Ms: hundredths(percentile(upMs, 0.99)),
    netChangeP50Ms: hundredths(percentile(ms, 0.5)),
    netChangeP99Ms: hundredths(percentile(ms, 0.99)),
    netChangeMostMs: hundredths(Math.max(...ms)),
    netChangeItems: Math.round(items / COUNTED),
    netChangeEqual: isSame(wholePlan(state), linesOf, factory),
  };
}

function isSame(changed: Plan, linesOf: readonly (readonly Line[])[], factory: Factory): boolean {
  const all = linesOf.flatMap((lines, item) => lines.map((line) => ({ ...line, item })));
  const anew = planRequirements(
    planData({
      ...factory,
      demands: {
        item: Int32Array.from(all, (line) => line.item),
        day: Int32Array.from(all, (line) => line.day),
        quantity: Float64Array.from(all, (line) => line.quantity),
      },
    }),
  );
  // The new plan counts demands anew; here they are called by the ids they have.
  const demand = anew.pegs.demand.map((code) => (code < -1 ? -2 - all[-2 - code]!.id : code));
  const { cycles: _, ...columnsAnew } = { ...anew, pegs: { ...anew.pegs, demand } };
  return (Object.keys(columnsAnew) as (keyof typeof columnsAnew)[]).every((part) => {
    const [a, b] = [columnsAnew[part] as unknown as Columns, changed[part] as unknown as Columns];
    return a.count === b.count && Object.keys(a).every((name) => isSameColumn(a[name]!, b[name]!));
  });
}

type Columns = { readonly [name: string]: number | ArrayLike<number> };

function isSameColumn(a: number | ArrayLike<number>, b: number | ArrayLike<number>): boolean {
  if (typeof a === "number" || typeof b === "number") return a === b;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

function hundredths(ms: number): number {
  return Math.round(ms * 100) / 100;
}
