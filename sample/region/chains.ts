import { allocateYen, type Decimal } from "../../domain/shared/index.ts";
import {
  isBicycle,
  isFrame,
  type PricedItem,
  type RegionPrices,
  standardCost,
  weightsOf,
  ZERO,
} from "./company-costs.ts";
import type { WorkLocation } from "./routings.ts";

export interface ChainStep {
  readonly location: WorkLocation;
  readonly code: string;
  readonly ownYen: Decimal;
  readonly weight: bigint;
  /** the step's part of the net price of one piece, split by weight to the yen */
  readonly shareYen: bigint;
}

export interface Chain {
  readonly priced: PricedItem;
  readonly netYen: bigint;
  readonly steps: readonly ChainStep[];
}

/**
 * The steps an order of one catalogue item runs through. A bicycle's chain begins with the steps of its frame; the frame's
 * last step and the bicycle's own are done by the same member and are one step of the chain, with all it buys for them.
 * @returns null for the made item without a bill of material: what to do with it, a person decides
 */
export function chainOf(prices: RegionPrices, productId: number): Chain | null {
  const priced = prices.items.get(productId)!;
  const { netYen } = prices.catalogue.get(productId)!;
  if (!priced.item.hasBillOfMaterial) return null;
  const costs = isBicycle(priced.item) ? bicycleCosts(prices, priced) : ownCosts(priced);
  const weights = weightsOf(costs.map(({ ownYen }) => ownYen));
  const shares = allocateYen(netYen, weights);
  return {
    priced,
    netYen,
    steps: costs.map((cost, at) => ({ ...cost, weight: weights[at]!, shareYen: shares[at]! })),
  };
}

/** The one frame of a bicycle. */
export function frameOf(prices: RegionPrices, bicycle: PricedItem): PricedItem {
  for (const { productId } of bicycle.item.steps.flatMap(({ components }) => components)) {
    const component = prices.items.get(productId);
    if (component && isFrame(component.item)) return component;
  }
  throw new Error(`${bicycle.item.product.name} has no frame`);
}

/** What a bicycle costs the assembler: its frame's stage at the bicycle's own split, the rest at what it pays for it. */
export function bicycleCost(chain: Chain): Decimal {
  const bought = chain.steps.slice(0, -1).reduce((sum, { shareYen }) => sum + shareYen, 0n);
  return chain.steps.at(-1)!.ownYen.plus(bought.toString());
}

type Cost = Pick<ChainStep, "location" | "code" | "ownYen">;

function ownCosts({ steps }: PricedItem): Cost[] {
  return steps.map(({ step, ownYen }) => ({ location: step.location, code: step.itemCode, ownYen }));
}

function bicycleCosts(prices: RegionPrices, bicycle: PricedItem): Cost[] {
  const frame = frameOf(prices, bicycle);
  const frameSteps = ownCosts(frame);
  const finishing = frameSteps.pop()!;
  const [assembly] = ownCosts(bicycle);
  // Its own cost holds the frame at the frame's price; in the chain the frame's steps stand for it.
  const withoutFrame = assembly!.ownYen.minus(standardCost(frame.steps.at(-1)!)).plus(finishing.ownYen);
  return [...frameSteps, { ...assembly!, ownYen: withoutFrame }];
}

/** The cost of one piece over the whole chain, yen. */
export function chainCost({ steps }: Chain): Decimal {
  return steps.reduce((sum, { ownYen }) => sum.plus(ownYen), ZERO);
}
