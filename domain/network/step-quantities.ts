import { allocateYen, Decimal, decimal, roundUpToUnit } from "../shared/index.ts";
import type { DispatchForm, DispatchStep, StepMember } from "./dispatch-rule.ts";

/** A step with the members that do it for this order. */
export interface AssignedStep extends Omit<DispatchStep, "members"> {
  readonly members: readonly StepMember[];
}

/** Goods of one step that go from one company to one other: a line of a trade, or own work where both are the same. */
export interface StepFlow {
  readonly stepNumber: number;
  /** Counts the flows of a step from 1. */
  readonly part: number;
  readonly sellerId: string;
  readonly buyerId: string;
  /** Good pieces delivered, in the unit of the step. */
  readonly quantity: Decimal;
}

/**
 * Splits a quantity by weights so that the parts add up to it and each is whole in its unit; the largest remainder gets the odd unit.
 *
 * @param quantity whole in `unitDecimals`
 * @param weights one per receiver, >= 0, at least one > 0
 */
export function splitQuantity(quantity: Decimal, weights: readonly Decimal[], unitDecimals: number): Decimal[] {
  const scale = new Decimal(10).pow(unitDecimals);
  const units = BigInt(quantity.times(scale).toFixed(0));
  const parts = allocateYen(
    units,
    weights.map((weight) => BigInt(weight.times(1_000_000).toFixed(0))),
  );
  return parts.map((part) => decimal(part).dividedBy(scale));
}

/** What a company must be given to deliver `quantity` good pieces: more by the yield, rounded up to the unit of what feeds it. */
export function inputFor(
  quantity: Decimal,
  step: Pick<AssignedStep, "yield">,
  fed: Pick<AssignedStep, "quantityPer" | "unitDecimals">,
): Decimal {
  // A quotient that does not end is cut at forty digits; a hair above a whole unit must not become one unit more.
  const needed = quantity.times(fed.quantityPer).dividedBy(step.yield).toDecimalPlaces(12);
  return roundUpToUnit(needed, fed.unitDecimals);
}

/**
 * Quantities of all steps of one order line, from the end to the beginning: each step delivers what the next needs, yields multiply,
 * every step rounds up to its unit, fixed shares are split to the unit.
 *
 * In relay a step's goods go to the companies of the next step: to the same company first (its own work), then in the order of the
 * members, so that as few trades as possible arise. In processing every step sells its work to the window.
 *
 * @param steps a forest without cycle (checkRule)
 * @returns flows, the last step's first; companies without a share are left out
 */
export function flowQuantities(
  steps: readonly AssignedStep[],
  ordered: { readonly quantity: Decimal; readonly windowId: string; readonly form: DispatchForm },
): StepFlow[] {
  const flows: StepFlow[] = [];
  const visit = (step: AssignedStep, needs: ReadonlyMap<string, Decimal>) => {
    const total = sum([...needs.values()]);
    const shares = splitQuantity(
      total,
      step.members.map((member) => member.sharePercent),
      step.unitDecimals,
    );
    const made = new Map(
      step.members
        .map((member, index) => [member.memberId, shares[index]!] as const)
        .filter(([, quantity]) => quantity.greaterThan(0)),
    );
    const pairs =
      ordered.form === "processing"
        ? [...made].map(([sellerId, quantity]) => ({ sellerId, buyerId: ordered.windowId, quantity }))
        : matchPairs(made, needs);
    for (const [index, pair] of pairs.entries()) flows.push({ stepNumber: step.stepNumber, part: index + 1, ...pair });
    for (const fed of steps.filter((one) => one.feedsStepNumber === step.stepNumber)) {
      const needed =
        ordered.form === "processing"
          ? new Map([[ordered.windowId, inputFor(total, step, fed)]])
          : new Map([...made].map(([companyId, quantity]) => [companyId, inputFor(quantity, step, fed)]));
      visit(fed, needed);
    }
  };
  for (const last of steps.filter((one) => one.feedsStepNumber === null))
    visit(
      last,
      new Map([[ordered.windowId, roundUpToUnit(ordered.quantity.times(last.quantityPer), last.unitDecimals)]]),
    );
  return flows;
}

/** Brings what the sellers made to those who need it: own work first, the rest in order (north-west corner). Both sides add up alike. */
function matchPairs(
  made: ReadonlyMap<string, Decimal>,
  needs: ReadonlyMap<string, Decimal>,
): { sellerId: string; buyerId: string; quantity: Decimal }[] {
  const left = new Map(made);
  const open = new Map(needs);
  const pairs: { sellerId: string; buyerId: string; quantity: Decimal }[] = [];
  const take = (sellerId: string, buyerId: string) => {
    const quantity = Decimal.min(left.get(sellerId) ?? 0, open.get(buyerId) ?? 0);
    if (!quantity.greaterThan(0)) return;
    left.set(sellerId, left.get(sellerId)!.minus(quantity));
    open.set(buyerId, open.get(buyerId)!.minus(quantity));
    pairs.push({ sellerId, buyerId, quantity });
  };
  for (const companyId of made.keys()) take(companyId, companyId);
  for (const sellerId of made.keys()) for (const buyerId of needs.keys()) take(sellerId, buyerId);
  return pairs;
}

export function sum(quantities: readonly Decimal[]): Decimal {
  return quantities.reduce((total, quantity) => total.plus(quantity), decimal(0));
}
