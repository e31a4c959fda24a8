import { type Decimal, decimal, type Outcome, ok, type Refusal, refuse } from "../shared/index.ts";

/** The units of an item: its own, in which stock is kept, and what one of each other unit is in it. */
export interface ItemUnits {
  readonly unit: string;
  readonly conversions: readonly { readonly unit: string; readonly factor: Decimal }[];
}

/**
 * A quantity of another unit in the item's own unit, exact.
 *
 * @returns UNIT_WITHOUT_CONVERSION (values: unit, itemUnit) when the item knows no factor for the unit
 */
export function toItemUnit(
  item: ItemUnits,
  quantity: Decimal,
  unit: string,
): Outcome<Decimal, "UNIT_WITHOUT_CONVERSION"> {
  const factor = factorOf(item, unit);
  return factor === null
    ? refuse("UNIT_WITHOUT_CONVERSION", { unit, itemUnit: item.unit }, "unit")
    : ok(quantity.times(factor));
}

/** How much of the item's own unit one of `unit` is; null when nobody said. */
export function factorOf(item: ItemUnits, unit: string): Decimal | null {
  if (unit === item.unit) return decimal(1);
  return item.conversions.find((conversion) => conversion.unit === unit)?.factor ?? null;
}

export type ItemUnitsRefusal = "UNIT_WITHOUT_CONVERSION" | "CONVERSION_OF_OWN_UNIT" | "CONVERSION_TWICE";

/** Looks at an item's units: the units it is bought and sold in must be its own or have a factor. */
export function checkItemUnits(
  item: ItemUnits & { readonly purchaseUnit: string | null; readonly salesUnit: string | null },
): Refusal<ItemUnitsRefusal>[] {
  const refusals: Refusal<ItemUnitsRefusal>[] = [];
  for (const [index, { unit }] of item.conversions.entries()) {
    const field = `unitConversions.${index}.unit`;
    if (unit === item.unit) refusals.push({ code: "CONVERSION_OF_OWN_UNIT", values: { unit }, field });
    if (item.conversions.findIndex((other) => other.unit === unit) < index) {
      refusals.push({ code: "CONVERSION_TWICE", values: { unit }, field });
    }
  }
  for (const field of ["purchaseUnit", "salesUnit"] as const) {
    const unit = item[field];
    if (unit !== null && factorOf(item, unit) === null) {
      refusals.push({ code: "UNIT_WITHOUT_CONVERSION", values: { unit, itemUnit: item.unit }, field });
    }
  }
  return refusals;
}
