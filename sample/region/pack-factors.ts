import { type Decimal, decimal } from "../../domain/shared/index.ts";
import type { SourceProduct, SourceVendorPrice } from "./adventureworks.ts";

/**
 * ASSUMED. How many pieces (ounces, inches) one unit of the vendor's price list holds, per class of part.
 *
 * The data prices cases, cans, dozens, packs and sheets, the bills of material count pieces, and no factor is given.
 * `contents` comes from `fitPackFactors` (fit-pack-factors.ts): least squares of the rolled-up cost against
 * `Product.StandardCost` of 220 made items, within what such packs hold and so that what is sold earns its cost.
 * A test runs the fit again and compares. `from` and `to` are the bounds it was given.
 */
export const PACK_CLASSES = [
  { code: "metal", name: "metal cut from a sheet or bar", contents: 10, from: 1, to: 12 },
  { code: "nipple", name: "spoke nipples in a can", contents: 500, from: 1, to: 500 },
  { code: "spoke", name: "spokes in boxes of dozens", contents: 144, from: 12, to: 144 },
  { code: "reflector", name: "reflectors in boxes of dozens", contents: 144, from: 12, to: 144 },
  { code: "chainring", name: "chainrings in boxes of dozens", contents: 144, from: 12, to: 144 },
  { code: "bolt", name: "bolts and nuts in a can", contents: 500, from: 1, to: 500 },
  { code: "seat", name: "seat bolts and lugs in a case", contents: 100, from: 1, to: 100 },
  { code: "tape", name: "inches of grip tape in a pack", contents: 40, from: 40, to: 1000 },
  { code: "bearing", name: "balls, races and rings in a case", contents: 1000, from: 1, to: 1000 },
] as const;
export type PackClass = (typeof PACK_CLASSES)[number]["code"];

/** Contents by definition: a dozen is 12, a US gallon 128 fluid ounces. */
const DEFINED_CONTENTS: Readonly<Record<string, number>> = { EA: 1, DZ: 12, GAL: 128 };

/** The class whose factor is fitted; null where the unit says what it holds or the part carries a standard cost of its own. */
export function packClassOf(product: SourceProduct, vendorUnit: string): PackClass | null {
  if (hasStandardCost(product)) return null;
  if (product.name.startsWith("Metal ")) return "metal";
  if (product.name.endsWith("Nipple")) return "nipple";
  if (product.name === "Spokes") return "spoke";
  if (product.name === "Reflector") return "reflector";
  if (product.name === "Chainring") return "chainring";
  if (product.name === "Chainring Bolts" || product.name === "Chainring Nut") return "bolt";
  if (product.name === "Pinch Bolt" || product.name === "Seat Lug") return "seat";
  if (product.name.endsWith("Grip Tape")) return "tape";
  // A lock ring's "dozen" costs what the other bearing cases cost and is ordered one to five at a time like them.
  if (vendorUnit === "CS" || vendorUnit === "CTN" || product.name === "Lock Ring") return "bearing";
  return null;
}

/** How many of the bill's units one of the vendor's units holds. */
export function contentsOf(product: SourceProduct, vendorUnit: string): number {
  const code = packClassOf(product, vendorUnit);
  const fitted = PACK_CLASSES.find((row) => row.code === code)?.contents;
  const contents = fitted ?? DEFINED_CONTENTS[vendorUnit];
  if (contents === undefined) throw new Error(`nobody knows what a ${vendorUnit} of ${product.name} holds`);
  return contents;
}

/**
 * ASSUMED. Trade discount (掛率) off the vendors' standard prices: the ratio of standard cost to standard price of the 19
 * brakes, saddles, pedals and the chain, where the data has both. The dealers of the source pay the same 60 % of list.
 */
export const TRADE_RATE = decimal("0.5994");

export function hasStandardCost(product: SourceProduct): boolean {
  return decimal(product.standardCost).gt(0);
}

/**
 * Dollars for one of the vendor's units. A part that carries a standard cost costs that at its usual vendor, the others
 * in proportion; all others cost the standard price at the trade rate.
 */
export function dollarsPerVendorUnit(
  product: SourceProduct,
  price: SourceVendorPrice,
  usual: SourceVendorPrice,
): Decimal {
  if (!hasStandardCost(product)) return decimal(price.standardPrice).times(TRADE_RATE);
  return decimal(product.standardCost)
    .times(contentsOf(product, price.unit))
    .times(price.standardPrice)
    .div(usual.standardPrice);
}
