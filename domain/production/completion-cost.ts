import { assert, Decimal, decimal, roundYen } from "../shared/index.ts";
import { completionCostYen } from "./order-cost.ts";

/** What an order holds, in the two portions that go into it at a different pace. */
export interface HeldCost {
  /** Material, and fees of outside processing that were billed per piece. */
  readonly materialYen: bigint;
  /** Labour, machine, outside work. */
  readonly conversionYen: bigint;
}

export interface CompletionInput {
  readonly held: HeldCost;
  readonly goodQuantity: Decimal;
  /** The last good pieces: they take all that is left. */
  readonly isLast: boolean;
  /** Pieces still in work, as finished pieces that would hold as much material, and as much work (完成品換算量). */
  readonly openMaterialQuantity: Decimal;
  readonly openConversionQuantity: Decimal;
  /** With the last pieces: pieces spoiled beyond the normal rate. */
  readonly abnormalQuantity: Decimal;
}

export interface CompletionCost {
  readonly materialYen: bigint;
  readonly conversionYen: bigint;
  /** Of the abnormally spoiled pieces: a loss, no cost of the good ones. */
  readonly lossMaterialYen: bigint;
  readonly lossConversionYen: bigint;
}

/**
 * Cost that good pieces take out of an order: their share of what it holds, measured against the pieces still in work by how much
 * material and how much work those already contain. The last pieces take all, after the abnormally spoiled ones took theirs as a
 * loss. Source: docs/rules/production.md, "Cost of completed pieces".
 */
export function completionCost(input: CompletionInput): CompletionCost {
  const { held, goodQuantity, isLast, abnormalQuantity } = input;
  assert(goodQuantity.greaterThan(0), "good pieces are completed");
  const loss = (heldYen: bigint) =>
    isLast && abnormalQuantity.greaterThan(0)
      ? roundYen(decimal(heldYen).times(abnormalQuantity).dividedBy(abnormalQuantity.plus(goodQuantity)), "down")
      : 0n;
  const lossMaterialYen = loss(held.materialYen);
  const lossConversionYen = loss(held.conversionYen);
  const share = (heldYen: bigint, open: Decimal) =>
    isLast ? heldYen : completionCostYen(heldYen, goodQuantity, Decimal.max(open, 0));
  return {
    materialYen: share(held.materialYen - lossMaterialYen, input.openMaterialQuantity),
    conversionYen: share(held.conversionYen - lossConversionYen, input.openConversionQuantity),
    lossMaterialYen,
    lossConversionYen,
  };
}

export interface InWork {
  /** Good pieces expected of the whole order, and how many of them were completed before. */
  readonly expectedQuantity: Decimal;
  readonly completedQuantity: Decimal;
  readonly goodQuantity: Decimal;
  /** Issued of required per material, and its weight (required × standard cost, or 1 for each where none has a cost). */
  readonly materials: readonly { readonly required: Decimal; readonly issued: Decimal; readonly weight: Decimal }[];
  /** Good pieces of each operation and its weight (minutes per piece, or 1 for each). */
  readonly operations: readonly { readonly good: Decimal; readonly weight: Decimal }[];
}

/**
 * Pieces still in work after these good ones, as finished pieces that would hold as much material and as much work.
 * With no material or no operation that says more, every open piece counts whole.
 */
export function equivalentOpen(work: InWork): { readonly material: Decimal; readonly conversion: Decimal } {
  const done = work.completedQuantity.plus(work.goodQuantity);
  const open = Decimal.max(work.expectedQuantity.minus(done), 0);
  const average = (parts: readonly { value: Decimal; weight: Decimal }[], otherwise: Decimal) => {
    const weighed = parts.some(({ weight }) => weight.greaterThan(0));
    const weightOf = (weight: Decimal) => (weighed ? weight : new Decimal(1));
    const total = parts.reduce((sum, { weight }) => sum.plus(weightOf(weight)), new Decimal(0));
    if (total.isZero()) return otherwise;
    return parts
      .reduce((sum, { value, weight }) => sum.plus(value.times(weightOf(weight))), new Decimal(0))
      .dividedBy(total);
  };
  const material = average(
    work.materials
      .filter(({ required }) => required.greaterThan(0))
      .map(({ required, issued, weight }) => ({
        value: Decimal.max(work.expectedQuantity.times(issued).dividedBy(required).minus(done), 0),
        weight,
      })),
    open,
  );
  const conversion = average(
    work.operations.map(({ good, weight }) => ({ value: Decimal.max(good.minus(done), 0), weight })),
    open,
  );
  return { material, conversion };
}
