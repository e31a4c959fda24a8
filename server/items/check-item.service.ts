import {
  checkItemUnits,
  checkLotSizing,
  checkReplacement,
  type ItemInput,
  type LotSizing,
} from "../../domain/items/index.ts";
import { type Decimal, decimal, type Refusal } from "../../domain/shared/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { loadBill, lockBills } from "./bill-of-material.store.ts";
import { findCircle } from "./find-circle.ts";
import { itemsWithFixedUnit, type StoredItem } from "./item.store.ts";
import { ownIds, unitDecimals } from "./lookup.store.ts";

/** What an item refers to must be there, and its figures must fit each other. `found` is the item as it is stored. */
export async function checkItem(tx: Tx, input: ItemInput, found: StoredItem | null): Promise<Refusal[]> {
  const [units, partners, places, items] = await settleAll([
    unitDecimals(tx),
    ownIds(tx, "partner", [input.purchasePartnerId]),
    ownIds(tx, "place", [input.defaultPlaceId]),
    ownIds(tx, "item", [input.successorItemId]),
  ]);
  const refusals: Refusal[] = [];
  const mustBeUnit = (unit: string | null, field: string) => {
    if (unit !== null && !units.has(unit)) refusals.push({ code: "UNIT_UNKNOWN", values: { unit }, field });
  };
  mustBeUnit(input.unit, "unit");
  mustBeUnit(input.purchaseUnit, "purchaseUnit");
  mustBeUnit(input.salesUnit, "salesUnit");
  for (const [index, { unit }] of input.unitConversions.entries()) mustBeUnit(unit, `unitConversions.${index}.unit`);
  if (input.purchasePartnerId !== null && !partners.has(input.purchasePartnerId)) {
    refusals.push({ code: "PARTNER_UNKNOWN", field: "purchasePartnerId" });
  }
  if (input.defaultPlaceId !== null && !places.has(input.defaultPlaceId)) {
    refusals.push({ code: "PLACE_UNKNOWN", field: "defaultPlaceId" });
  }
  if (found && found.unit !== input.unit && (await itemsWithFixedUnit(tx, [found.id])).size > 0) {
    refusals.push({ code: "UNIT_FIXED", values: { unit: found.unit }, field: "unit" });
  }
  const { successorItemId } = input;
  if (successorItemId !== null && !items.has(successorItemId))
    refusals.push({ code: "ITEM_NOT_FOUND", field: "successorItemId" });
  else if (successorItemId !== null && found && successorItemId !== found.id) {
    await lockBills(tx);
    const components = (await loadBill(tx, found.id)).map((line) => line.componentItemId);
    const chain = await findCircle(tx, found, [successorItemId, ...components]);
    if (chain) refusals.push({ code: "SUCCESSOR_CYCLIC", values: { chain: chain.text }, field: "successorItemId" });
  }
  const conversions = input.unitConversions.map(({ unit, factor }) => ({ unit, factor: decimal(factor) }));
  return [
    ...refusals,
    ...checkItemUnits({ ...input, conversions }),
    ...checkLotSizing(toLotSizing(input)),
    ...checkReplacement(input, found?.id ?? null),
  ];
}

/** The figures of lot sizing as exact numbers. */
export function toLotSizing(input: {
  readonly lotRule: LotSizing["lotRule"];
  readonly lotFixed: string | null;
  readonly lotPeriodDays: number | null;
  readonly lotMinimum: string | null;
  readonly lotMaximum: string | null;
  readonly setupCostYen: string | null;
  readonly holdingCostYenPerYear: string | null;
}): LotSizing {
  const exact = (text: string | null): Decimal | null => (text === null ? null : decimal(text));
  return {
    lotRule: input.lotRule,
    lotFixed: exact(input.lotFixed),
    lotPeriodDays: input.lotPeriodDays,
    lotMinimum: exact(input.lotMinimum),
    lotMaximum: exact(input.lotMaximum),
    setupCostYen: exact(input.setupCostYen),
    holdingCostYenPerYear: exact(input.holdingCostYenPerYear),
  };
}
