import { type Decimal, decimal } from "../../domain/shared/index.ts";
import type { AdventureWorks, SourceProduct } from "./adventureworks.ts";

/** The work locations, one member company each; the number doubles as the operation number. */
export const WORK_LOCATIONS = [10, 20, 30, 40, 45, 50, 60] as const;
export type WorkLocation = (typeof WORK_LOCATIONS)[number];

/** Share of an order's hours that is set-up. Assumed: the data has none. */
export const SETUP_SHARE = decimal("0.1");

export interface RoutingStep {
  readonly location: WorkLocation;
  /** true where the data has no routing for the item and a like item's was taken */
  readonly isDerived: boolean;
  readonly setupMinutes: Decimal;
  readonly runMinutesPerUnit: Decimal;
}

/**
 * The steps of a made item in order: its own where the data has them, else those of like items.
 * Rule: frames by colour (silver → special paint, others → paint), other items by subcategory; sample/README.md, "Routings".
 */
export function locationsOf(source: AdventureWorks, product: SourceProduct): readonly WorkLocation[] {
  const own = source.routings.get(product.id);
  if (own) return own.map((step) => workLocation(step.location));
  if (product.subcategory.endsWith("Frames")) return [10, 20, 30, product.color === "Silver" ? 45 : 40, 50, 60];
  if (product.subcategory.endsWith("Bikes")) return [60];
  if (product.subcategory === "Handlebars") return [10, 20, 50];
  if (product.name.endsWith("Seat Assembly")) return [50, 60];
  const components = source.bomLines.filter((line) => line.parentId === product.id && line.endOn === null);
  const isCutFromMetal = components.every((line) => source.products.get(line.componentId)!.name.startsWith("Metal "));
  return [isCutFromMetal && components.length > 0 ? 10 : 50];
}

/**
 * Hours of one work order at a location. The data has one figure per location, whatever the item and the quantity.
 * @throws when the data has no step at that location
 */
export function hoursPerOrder(source: AdventureWorks, location: WorkLocation): Decimal {
  for (const steps of source.routings.values()) {
    const step = steps.find((candidate) => candidate.location === location);
    if (step) return decimal(step.hours);
  }
  throw new Error(`no hours at location ${location}`);
}

/**
 * Times of one step: hours ÷ usual lot = hours per piece, a tenth of the order's hours being set-up. At the usual lot,
 * set-up and run together are the data's hours again.
 * @param lotCount pieces of the item's usual order, at least 1
 */
export function stepTimes(
  hours: Decimal,
  lotCount: number,
): { readonly setupMinutes: Decimal; readonly runMinutesPerUnit: Decimal } {
  const minutes = hours.times(60);
  const setupMinutes = minutes.times(SETUP_SHARE).toDecimalPlaces(3);
  return { setupMinutes, runMinutesPerUnit: minutes.minus(setupMinutes).div(lotCount).toDecimalPlaces(6) };
}

export function routingOf(source: AdventureWorks, product: SourceProduct, lotCount: number): RoutingStep[] {
  const isDerived = !source.routings.has(product.id);
  return locationsOf(source, product).map((location) => ({
    location,
    isDerived,
    ...stepTimes(hoursPerOrder(source, location), lotCount),
  }));
}

function workLocation(id: number): WorkLocation {
  const location = WORK_LOCATIONS.find((candidate) => candidate === id);
  if (!location) throw new Error(`location ${id} is no work location`);
  return location;
}
