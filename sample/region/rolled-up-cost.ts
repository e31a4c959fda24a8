import { Decimal, decimal } from "../../domain/shared/index.ts";
import type { AdventureWorks } from "./adventureworks.ts";
import type { CostLine, FitInput } from "./fit-pack-factors.ts";
import { contentsOf, dollarsPerVendorUnit, PACK_CLASSES, type PackClass, packClassOf } from "./pack-factors.ts";
import { catalogue, YEN_PER_DOLLAR } from "./sales-prices.ts";
import type { BoughtPart, MadeItem, MadeStep, Structure } from "./structure.ts";

/** Cost over all members, no markup between them: dollars per piece, linear in 1 ÷ contents of each class. */
export interface RolledUpCost {
  readonly fixed: Decimal;
  readonly perClass: ReadonlyMap<PackClass, Decimal>;
}

/** ASSUMED. What is sold should bring this much more than its rolled-up cost, so that every member can earn. */
const EARNING_ROOM = decimal("1.04");

/** Labour and machine of one step, dollars per piece: cost rate × (set-up ÷ usual lot + run). */
export function processingDollars(source: AdventureWorks, item: MadeItem, step: MadeStep): Decimal {
  const rate = source.locations.get(step.location)!.costRate;
  return step.setupMinutes.div(item.lot.usualLotCount).plus(step.runMinutesPerUnit).div(60).times(rate);
}

/** Rolls up every item of the region from its bill of material and its steps. @throws when a bill contains itself */
export function rollUpCosts(source: AdventureWorks, structure: Structure): Map<number, RolledUpCost> {
  const costs = new Map<number, RolledUpCost>();
  const open = new Set<number>();
  const costOf = (productId: number): RolledUpCost => {
    const known = costs.get(productId);
    if (known) return known;
    if (open.has(productId)) throw new Error(`the bill of material of item ${productId} contains itself`);
    open.add(productId);
    const part = structure.parts.get(productId);
    const cost = part ? partCost(part) : madeCost(structure.made.get(productId)!);
    open.delete(productId);
    costs.set(productId, cost);
    return cost;
  };
  const madeCost = (item: MadeItem): RolledUpCost => {
    let fixed = new Decimal(0);
    const perClass = new Map<PackClass, Decimal>();
    for (const step of item.steps) {
      fixed = fixed.plus(processingDollars(source, item, step));
      for (const { productId, quantity, validTo } of step.components) {
        if (validTo !== null) continue;
        const cost = costOf(productId);
        fixed = fixed.plus(cost.fixed.times(quantity));
        for (const [code, amount] of cost.perClass) {
          perClass.set(code, (perClass.get(code) ?? new Decimal(0)).plus(amount.times(quantity)));
        }
      }
    }
    return { fixed, perClass };
  };
  for (const id of [...structure.parts.keys(), ...structure.made.keys()]) costOf(id);
  return costs;
}

/** The cost with the checked-in contents, in dollars. */
export function dollarsOf(cost: RolledUpCost): Decimal {
  return PACK_CLASSES.reduce(
    (sum, { code, contents }) => sum.plus((cost.perClass.get(code) ?? new Decimal(0)).div(contents)),
    cost.fixed,
  );
}

/**
 * What the fit is asked: made items that carry a standard cost are to meet it, what is sold is not to cost more than the
 * net price leaves room for. Goods the data sells off are no limit: no content makes them cheap enough.
 */
export function fitInput(source: AdventureWorks, structure: Structure): FitInput {
  const costs = rollUpCosts(source, structure);
  const line = (productId: number): CostLine => {
    const cost = costs.get(productId)!;
    const perClass = [...cost.perClass].map(([code, amount]) => [code, amount.toNumber()] as const);
    return { fixed: cost.fixed.toNumber(), perClass: new Map(perClass) };
  };
  return {
    targets: [...structure.made.values()]
      .filter((item) => item.hasBillOfMaterial && decimal(item.product.standardCost).gt(0))
      .map(({ product }) => ({ ...line(product.id), target: Number(product.standardCost) })),
    limits: catalogue(source, structure)
      .filter(({ isClearance, item }) => !isClearance && item.hasBillOfMaterial)
      .map(({ item, netYen }) => ({
        ...line(item.product.id),
        limit: decimal(netYen).div(YEN_PER_DOLLAR).div(EARNING_ROOM).toNumber(),
      })),
  };
}

function partCost(part: BoughtPart): RolledUpCost {
  const [usual] = part.vendorPrices;
  const dollars = dollarsPerVendorUnit(part.product, usual, usual);
  const code = packClassOf(part.product, usual.unit);
  if (code) return { fixed: new Decimal(0), perClass: new Map([[code, dollars]]) };
  return { fixed: dollars.div(contentsOf(part.product, usual.unit)), perClass: new Map() };
}
