import { allocateYen, Decimal, decimal, roundYen } from "../../domain/shared/index.ts";
import type { AdventureWorks } from "./adventureworks.ts";
import { contentsOf, dollarsPerVendorUnit } from "./pack-factors.ts";
import { processingDollars } from "./rolled-up-cost.ts";
import type { WorkLocation } from "./routings.ts";
import { type CataloguePrice, catalogue, YEN_PER_DOLLAR, yenOf } from "./sales-prices.ts";
import type { BoughtPart, MadeItem, MadeStep, Structure } from "./structure.ts";

/** ASSUMED. What a member adds to its own cost when it sells to another member outside an order of the maker. */
export const INTERNAL_MARKUP = decimal("1.03");

export interface PricedStep {
  readonly step: MadeStep;
  /** what the step itself costs its member for one piece: material, bought-in components, labour and machine; yen */
  readonly ownYen: Decimal;
  /** agreed price of the stage item that comes in; 0 at the first step */
  readonly incomingYen: bigint;
  /** agreed price to the next member, or of the finished item to other members */
  readonly priceYen: bigint;
}

export interface PricedItem {
  readonly item: MadeItem;
  readonly steps: readonly [PricedStep, ...PricedStep[]];
}

export interface RegionPrices {
  readonly items: ReadonlyMap<number, PricedItem>;
  readonly catalogue: ReadonlyMap<number, CataloguePrice>;
  /** yen for one of the bill's units of a bought part, from its usual vendor */
  readonly partYen: ReadonlyMap<number, Decimal>;
}

/** Whole yen for one of the vendor's units, at least 1. */
export function yenPerVendorUnit(part: BoughtPart, vendorPrice: BoughtPart["vendorPrices"][number]): bigint {
  const yen = yenOf(dollarsPerVendorUnit(part.product, vendorPrice, part.vendorPrices[0]));
  return yen > 0n ? yen : 1n;
}

/**
 * Costs and agreed prices of every step of every item, members in their own names.
 *
 * Rule: a step's price is the earnings of all steps up to it. A frame's earnings are its net price split by step cost, to
 * the yen; every other item moves between members at step cost and a small markup. What the maker pays for those is split
 * per order, by weight (dispatch-rules.ts), because the same handlebar also goes into bicycles that leave less for it.
 */
export function priceRegion(source: AdventureWorks, structure: Structure): RegionPrices {
  const prices = new Map(catalogue(source, structure).map((price) => [price.item.product.id, price]));
  const partYen = new Map(
    [...structure.parts].map(([id, part]) => {
      const [usual] = part.vendorPrices;
      const perUnit = decimal(yenPerVendorUnit(part, usual));
      return [id, perUnit.div(contentsOf(part.product, usual.unit)).toDecimalPlaces(6)];
    }),
  );
  const items = new Map<number, PricedItem>();
  const itemOf = (productId: number): PricedItem => {
    const known = items.get(productId);
    if (known) return known;
    const priced = priceItem(structure.made.get(productId)!);
    items.set(productId, priced);
    return priced;
  };
  const costAt = (member: WorkLocation, productId: number): Decimal => {
    const part = partYen.get(productId);
    if (part) return part;
    const { item, steps } = itemOf(productId);
    const last = steps.at(-1)!;
    return item.owner === member ? standardCost(last) : decimal(last.priceYen);
  };
  const priceItem = (item: MadeItem): PricedItem => {
    const ownYen = item.steps.map((step) =>
      step.components
        .filter((component) => component.validTo === null)
        .reduce(
          (sum, { productId, quantity }) => sum.plus(costAt(step.location, productId).times(quantity)),
          processingDollars(source, item, step).times(YEN_PER_DOLLAR),
        )
        .toDecimalPlaces(6),
    );
    const price = prices.get(item.product.id);
    const earnings =
      isFrame(item) && item.hasBillOfMaterial
        ? allocateYen(price!.netYen, weightsOf(ownYen))
        : ownYen.map((yen) => roundYen(yen.times(INTERNAL_MARKUP), "up"));
    let sumYen = 0n;
    const steps = item.steps.map((step, at): PricedStep => {
      const incomingYen = sumYen;
      sumYen += earnings[at]!;
      return { step, ownYen: ownYen[at]!, incomingYen, priceYen: sumYen };
    });
    return { item, steps: [steps[0]!, ...steps.slice(1)] };
  };
  for (const id of structure.made.keys()) itemOf(id);
  return { items, catalogue: prices, partYen };
}

/** What a piece has cost its member after the step: the stage bought and the step's own cost. */
export function standardCost({ incomingYen, ownYen }: PricedStep): Decimal {
  return ownYen.plus(decimal(incomingYen));
}

/** Step costs as weights of a split: whole yen, at least 1 each. */
export function weightsOf(costs: readonly Decimal[]): bigint[] {
  return costs.map((yen) => {
    const whole = roundYen(yen, "half_up");
    return whole > 0n ? whole : 1n;
  });
}

export function isFrame(item: MadeItem): boolean {
  return item.product.subcategory.endsWith("Frames");
}

export function isBicycle(item: MadeItem): boolean {
  return item.product.subcategory.endsWith("Bikes");
}

export const ZERO = new Decimal(0);
