import { allocateYen, type Decimal, roundYen } from "../shared/index.ts";
import type { DispatchForm } from "./dispatch-rule.ts";
import type { AssignedStep, StepFlow } from "./step-quantities.ts";

export interface ChainAmounts {
  /** What the window keeps before anybody else. */
  readonly feeYen: bigint;
  /** What each flow costs its buyer, in the order of the flows. */
  readonly amountYen: readonly bigint[];
  /** What each flow's seller earns with it: relay without what it paid for the goods. */
  readonly earningYen: readonly bigint[];
}

/**
 * Amounts of all flows of an order line by weights (取り分): the window's fee first, the rest over the steps by weight, each step's
 * share over its members by quantity, everything to the yen. In relay a flow costs the earnings of all steps up to it, in processing
 * its own step's.
 *
 * Rule: fee rounded down; the rest by largest remainder (allocateYen), earlier steps first. Earnings and fee add up to the origin amount.
 *
 * @param amountYen of the origin line, without tax, >= 0
 * @param flows of flowQuantities: a step before those that feed it
 */
export function earningsByWeight(
  amountYen: bigint,
  feePercent: Decimal,
  steps: readonly AssignedStep[],
  flows: readonly StepFlow[],
  form: DispatchForm,
): ChainAmounts {
  const feeYen = roundYen(feePercent.times(amountYen.toString()).dividedBy(100), "down");
  const ordered = [...steps].sort((a, b) => a.stepNumber - b.stepNumber);
  const shares = allocateYen(
    amountYen - feeYen,
    ordered.map((step) => step.weight),
  );
  const amount = flows.map(() => 0n);
  const earning = flows.map(() => 0n);
  // From the beginning to the end: what a company paid for its goods is known before what it takes for them.
  for (const step of deepestFirst(ordered)) {
    const own = flows.map((flow, index) => ({ flow, index })).filter(({ flow }) => flow.stepNumber === step.stepNumber);
    const sellers = [...new Set(own.map(({ flow }) => flow.sellerId))];
    const byFlow = allocateYen(
      shares[ordered.indexOf(step)]!,
      own.map(({ flow }) => scaled(flow.quantity)),
    );
    for (const [place, { index }] of own.entries()) earning[index] = byFlow[place]!;
    for (const sellerId of sellers) {
      const sold = own.filter(({ flow }) => flow.sellerId === sellerId);
      const fed = ordered.filter((one) => one.feedsStepNumber === step.stepNumber).map((one) => one.stepNumber);
      const paid =
        form === "processing"
          ? 0n
          : flows.reduce(
              (total, flow, index) =>
                fed.includes(flow.stepNumber) && flow.buyerId === sellerId ? total + amount[index]! : total,
              0n,
            );
      const passedOn = allocateYen(
        paid,
        sold.map(({ flow }) => scaled(flow.quantity)),
      );
      for (const [place, { index }] of sold.entries()) amount[index] = earning[index]! + passedOn[place]!;
    }
  }
  return { feeYen, amountYen: amount, earningYen: earning };
}

const scaled = (quantity: Decimal) => BigInt(quantity.times(1_000_000).toFixed(0));

/** Steps so that each comes after all that feed it. */
function deepestFirst(steps: readonly AssignedStep[]): AssignedStep[] {
  const visit = (step: AssignedStep): AssignedStep[] => [
    ...steps.filter((one) => one.feedsStepNumber === step.stepNumber).flatMap(visit),
    step,
  ];
  return steps.filter((step) => step.feedsStepNumber === null).flatMap(visit);
}
