import {
  checkLotSizing,
  checkReplacement,
  type ItemInput,
  type ItemTableRow,
  itemTable,
} from "../../domain/items/index.ts";
import { decideRows, type ImportTarget, newId, type RowProblem, settleAll, type Tx } from "../platform/index.ts";
import { loadBillRows, lockBills } from "./bill-of-material.store.ts";
import { toLotSizing } from "./check-item.service.ts";
import { type ItemConversion, itemsWithFixedUnit, saveConversions, saveItems } from "./item.store.ts";
import { loadItemRows, type StoredItemRow } from "./item-import.store.ts";
import { type ItemAction, withSuccessors } from "./item-import-successors.ts";
import { idsByCode, unitDecimals } from "./lookup.store.ts";

type ItemHead = Omit<ItemInput, "unitConversions">;

const DEFAULTS: Partial<ItemTableRow> = {
  taxCategory: "taxable_10",
  isLotTracked: false,
  isStocked: true,
  isOrderBound: false,
  isDispatched: false,
  needsInspection: false,
  isBackflushed: true,
  leadTimeDays: 0,
  safetyStock: "0",
  lotRule: "lot_for_lot",
  isPhantom: false,
  fenceDays: 0,
  yield: "1",
  standardCost: "0",
  isActive: true,
};

/** Items from a file: everything is read in a few statements and written in two, however many rows there are. */
export const itemTarget: ImportTarget<ItemTableRow, Tx, ItemAction> = {
  spec: itemTable,
  async resolve(tx, rows, context) {
    const [items, units, partners, places, fixed, lines] = await settleAll([
      loadItemRows(tx),
      unitDecimals(tx),
      idsByCode(tx, "partner"),
      idsByCode(tx, "place"),
      itemsWithFixedUnit(tx, null),
      loadBillRows(tx),
    ]);
    const stored = new Map(items.map((item) => [item.row.code, item]));
    // A successor may stand in the same file: its row has its id before it is written.
    const ids = new Map(items.map((item) => [item.row.code, item.id]));
    for (const { values } of rows) if (!ids.has(values.code)) ids.set(values.code, newId());
    const read = rows.map((row) => ({ ...row, values: withKnownFactors(row.values, stored.get(row.values.code)) }));
    const decisions = decideRows<ItemTableRow, StoredItemRow, ItemAction>(
      {
        spec: itemTable,
        find: (values) => stored.get(values.code),
        defaults: DEFAULTS,
        problems: (wanted, found) => {
          const problems: RowProblem<ItemTableRow>[] = unitProblems(wanted, units);
          if (found && found.row.unit !== wanted.unit && fixed.has(found.id)) {
            problems.push({ field: "unit", code: "UNIT_FIXED", values: { unit: found.row.unit } });
          }
          if (wanted.purchasePartnerCode && !partners.has(wanted.purchasePartnerCode)) {
            problems.push({ field: "purchasePartnerCode", code: "PARTNER_UNKNOWN" });
          }
          if (wanted.defaultPlaceCode && !places.has(wanted.defaultPlaceCode)) {
            problems.push({ field: "defaultPlaceCode", code: "PLACE_UNKNOWN" });
          }
          if (wanted.successorCode && !ids.has(wanted.successorCode))
            problems.push({ field: "successorCode", code: "ITEM_UNKNOWN", values: { item: wanted.successorCode } });
          const successorId = wanted.successorCode ? (ids.get(wanted.successorCode) ?? null) : null;
          const input = toInput(wanted, null, null, successorId);
          const own = [...checkLotSizing(toLotSizing(input)), ...checkReplacement(input, ids.get(wanted.code)!)];
          return [
            ...problems,
            ...own.map(({ code, values, field }) => ({
              code,
              ...(values && { values }),
              field: (field === "successorItemId" ? "successorCode" : field) as keyof ItemTableRow & string,
            })),
          ];
        },
        action: (wanted, found) => {
          const id = found?.id ?? ids.get(wanted.code)!;
          const partnerId = wanted.purchasePartnerCode ? partners.get(wanted.purchasePartnerCode)! : null;
          const placeId = wanted.defaultPlaceCode ? places.get(wanted.defaultPlaceCode)! : null;
          const successorId = wanted.successorCode ? ids.get(wanted.successorCode)! : null;
          const input = toInput(wanted, partnerId, placeId, successorId);
          return { id, input, conversions: factorsOf(wanted, id) };
        },
      },
      read,
      context,
    );
    return withSuccessors(decisions, items, lines);
  },
  async apply(tx, actions) {
    await lockBills(tx);
    const items = actions.map(({ action }) => action);
    await saveItems(tx, items);
    await saveConversions(
      tx,
      items.flatMap((item) => item.conversions),
    );
  },
};

/** A file that names another unit but no factor takes the factor the item already knows for that unit, or none. */
function withKnownFactors(values: ItemTableRow, stored: StoredItemRow | undefined): ItemTableRow {
  const factor = (unit: string | null | undefined, given: string | null | undefined) =>
    given === undefined && unit !== undefined ? ((unit && stored?.conversions.get(unit)) ?? null) : given;
  return {
    ...values,
    purchaseUnitFactor: factor(values.purchaseUnit, values.purchaseUnitFactor),
    salesUnitFactor: factor(values.salesUnit, values.salesUnitFactor),
  };
}

const OTHER_UNITS = [
  ["purchaseUnit", "purchaseUnitFactor"],
  ["salesUnit", "salesUnitFactor"],
] as const;

function unitProblems(wanted: ItemTableRow, units: ReadonlyMap<string, number>): RowProblem<ItemTableRow>[] {
  const problems: RowProblem<ItemTableRow>[] = [];
  if (!units.has(wanted.unit)) problems.push({ field: "unit", code: "UNIT_UNKNOWN", values: { unit: wanted.unit } });
  for (const [unitField, factorField] of OTHER_UNITS) {
    const unit = wanted[unitField];
    const factor = wanted[factorField];
    if (!unit) continue;
    if (!units.has(unit)) problems.push({ field: unitField, code: "UNIT_UNKNOWN", values: { unit } });
    else if (unit === wanted.unit && factor) {
      problems.push({ field: factorField, code: "CONVERSION_OF_OWN_UNIT", values: { unit } });
    } else if (unit !== wanted.unit && !factor) {
      problems.push({ field: factorField, code: "UNIT_WITHOUT_CONVERSION", values: { unit, itemUnit: wanted.unit } });
    }
  }
  const { purchaseUnit, salesUnit, purchaseUnitFactor, salesUnitFactor } = wanted;
  if (purchaseUnit && purchaseUnit === salesUnit && purchaseUnitFactor !== salesUnitFactor) {
    problems.push({ field: "salesUnitFactor", code: "CONVERSION_TWICE", values: { unit: purchaseUnit } });
  }
  return problems;
}

function factorsOf(wanted: ItemTableRow, itemId: string): ItemConversion[] {
  const factors = new Map<string, string>();
  for (const [unitField, factorField] of OTHER_UNITS) {
    const unit = wanted[unitField];
    const factor = wanted[factorField];
    if (unit && factor) factors.set(unit, factor);
  }
  return [...factors].map(([unit, factor]) => ({ itemId, unit, factor }));
}

/** A completed row: what has a default is never null. */
function toInput(
  row: ItemTableRow,
  purchasePartnerId: string | null,
  defaultPlaceId: string | null,
  successorItemId: string | null,
): ItemHead {
  return {
    code: row.code,
    name: row.name,
    nameEn: row.nameEn ?? "",
    kana: row.kana ?? "",
    supply: row.supply,
    category: row.category,
    groupCode: row.groupCode ?? "",
    specification: row.specification ?? "",
    drawingNumber: row.drawingNumber ?? "",
    unit: row.unit,
    purchaseUnit: row.purchaseUnit ?? null,
    salesUnit: row.salesUnit ?? null,
    taxCategory: row.taxCategory!,
    isLotTracked: row.isLotTracked!,
    isStocked: row.isStocked!,
    isOrderBound: row.isOrderBound!,
    isDispatched: row.isDispatched!,
    needsInspection: row.needsInspection!,
    isBackflushed: row.isBackflushed!,
    leadTimeDays: row.leadTimeDays!,
    safetyStock: row.safetyStock!,
    lotRule: row.lotRule!,
    lotFixed: row.lotFixed ?? null,
    lotPeriodDays: row.lotPeriodDays ?? null,
    lotMinimum: row.lotMinimum ?? null,
    lotMaximum: row.lotMaximum ?? null,
    lotMultiple: row.lotMultiple ?? null,
    setupCostYen: row.setupCostYen ?? null,
    holdingCostYenPerYear: row.holdingCostYenPerYear ?? null,
    isPhantom: row.isPhantom!,
    fenceDays: row.fenceDays!,
    successorItemId,
    successorRatio: row.successorRatio ?? null,
    successorFrom: row.successorFrom ?? null,
    yield: row.yield!,
    standardCost: row.standardCost!,
    salesPrice: row.salesPrice ?? null,
    purchasePrice: row.purchasePrice ?? null,
    purchasePartnerId,
    defaultPlaceId,
    note: row.note ?? "",
    isActive: row.isActive!,
  };
}
