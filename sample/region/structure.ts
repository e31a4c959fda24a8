import { type Decimal, decimal } from "../../domain/shared/index.ts";
import type { AdventureWorks, SourceBomLine, SourceProduct, SourceVendorPrice } from "./adventureworks.ts";
import { groupBy } from "./group-by.ts";
import { type RoutingStep, routingOf, type WorkLocation } from "./routings.ts";
import { type LotFacts, lotFactsByItem } from "./usual-lot.ts";

export interface Component {
  readonly productId: number;
  readonly quantity: Decimal;
  readonly validFrom: string;
  /** last day the line held; null while it holds */
  readonly validTo: string | null;
}

/** One step of a made item: what goes in, how long it takes, and the item that comes out. */
export interface MadeStep extends RoutingStep {
  /** the item number itself at the last step, else the item number and the step: a stage item */
  readonly itemCode: string;
  readonly isLast: boolean;
  readonly components: readonly Component[];
}

export interface MadeItem {
  readonly product: SourceProduct;
  /** none for the one made item without a bill of material beyond its last step */
  readonly hasBillOfMaterial: boolean;
  readonly lot: LotFacts;
  readonly steps: readonly [MadeStep, ...MadeStep[]];
  /** the member of the last step: it owns the item, the others buy it there */
  readonly owner: WorkLocation;
}

export interface BoughtPart {
  readonly product: SourceProduct;
  /** unit the bills of material count it in: EA, OZ or IN */
  readonly unit: string;
  /** at least one; the usual vendor first: still active, then cheapest, then the lower number */
  readonly vendorPrices: readonly [SourceVendorPrice, ...SourceVendorPrice[]];
}

/** The items of the region: everything made, and what is bought for it. Nothing else of the source comes along. */
export interface Structure {
  readonly made: ReadonlyMap<number, MadeItem>;
  readonly parts: ReadonlyMap<number, BoughtPart>;
}

const NO_WORK_ORDERS: LotFacts = {
  usualLotCount: 1,
  middleOrderCount: 1,
  orderCount: 0,
  orderedPieces: 0,
  scrappedPieces: 0,
};

/** Turns the source into made items with steps and bought parts. Lines of the past stay, with their last day. */
export function buildStructure(source: AdventureWorks): Structure {
  const madeProducts = [...source.products.values()].filter((product) => product.isMade);
  const madeIds = new Set(madeProducts.map((product) => product.id));
  const lines = source.bomLines.filter((line) => madeIds.has(line.parentId));
  const partIds = new Set(lines.flatMap((line) => (line.endOn === null ? [line.componentId] : [])));
  for (const id of madeIds) partIds.delete(id);
  const linesOf = groupBy(
    lines.filter((line) => madeIds.has(line.componentId) || partIds.has(line.componentId)),
    (line) => line.parentId,
  );
  const lots = lotFactsByItem(source.workOrders);
  const made = madeProducts.map(
    (product) =>
      [
        product.id,
        buildMadeItem(source, product, linesOf.get(product.id) ?? [], lots.get(product.id) ?? NO_WORK_ORDERS),
      ] as const,
  );
  const parts = [...partIds]
    .sort((a, b) => a - b)
    .map((id) => [id, buildPart(source, id, lines.find((line) => line.componentId === id)!.unit)] as const);
  return { made: new Map(made), parts: new Map(parts) };
}

/** The step a component goes into: tubes and whatever nothing else is said of at the first, paint at paint, decals, forks and grip tape at subassembly, the saddle at the end. */
export function stepTaking(component: SourceProduct, locations: readonly WorkLocation[]): WorkLocation {
  const at = (...wanted: WorkLocation[]) => locations.find((location) => wanted.includes(location));
  const first = locations[0]!;
  if (component.name.startsWith("Paint ")) return at(40, 45) ?? first;
  if (component.name.startsWith("Decal ") || component.name.includes("Grip Tape")) return at(50) ?? first;
  if (component.subcategory === "Forks") return at(50) ?? first;
  if (component.subcategory === "Saddles") return locations.at(-1)!;
  return first;
}

function buildMadeItem(
  source: AdventureWorks,
  product: SourceProduct,
  lines: readonly SourceBomLine[],
  lot: LotFacts,
): MadeItem {
  const hasBillOfMaterial = lines.some((line) => line.endOn === null);
  const routing = routingOf(source, product, lot.usualLotCount);
  const kept = hasBillOfMaterial ? routing : routing.slice(-1);
  const locations = kept.map((step) => step.location);
  const steps = kept.map((step, index): MadeStep => {
    const isLast = index === kept.length - 1;
    return {
      ...step,
      isLast,
      itemCode: isLast ? product.number : `${product.number}-${step.location}`,
      components: lines
        .filter((line) => stepTaking(source.products.get(line.componentId)!, locations) === step.location)
        .map((line) => ({
          productId: line.componentId,
          quantity: decimal(line.quantity),
          validFrom: line.startOn,
          validTo: line.endOn,
        })),
    };
  });
  const [first, ...rest] = steps;
  return { product, hasBillOfMaterial, lot, steps: [first!, ...rest], owner: locations.at(-1)! };
}

function buildPart(source: AdventureWorks, id: number, unit: string): BoughtPart {
  const isActive = (price: SourceVendorPrice) => source.vendors.get(price.vendorId)!.isActive;
  const [main, ...others] = source.vendorPrices
    .filter((price) => price.productId === id)
    .sort(
      (a, b) =>
        Number(isActive(b)) - Number(isActive(a)) ||
        decimal(a.standardPrice).cmp(decimal(b.standardPrice)) ||
        a.vendorId - b.vendorId,
    );
  const product = source.products.get(id)!;
  if (!main) throw new Error(`nobody sells ${product.name}`);
  return { product, unit, vendorPrices: [main, ...others] };
}
