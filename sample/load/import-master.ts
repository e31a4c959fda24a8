import { billOfMaterialTable, itemTable, routingTable, unitTable } from "../../domain/items/index.ts";
import { partnerTable } from "../../domain/parties/index.ts";
import { floorPersonTable, workCenterTable } from "../../domain/resources/index.ts";
import type { Tx } from "../../server/platform/index.ts";
import type { MasterName, MasterRows } from "../load-sample.ts";
import type { ItemRow, SupplierPriceRow } from "../records.ts";
import { groupBy } from "../region/group-by.ts";
import { agreeWithSuppliers } from "./agreements.store.ts";
import { importTable } from "./import-table.ts";
import * as store from "./masters.store.ts";
import { found } from "./must.ts";
import { sampleId } from "./sample-id.ts";
import { USUAL_PLACES } from "./usual-places.ts";

/** How each master is written; what an area imports from files goes through that import. */
type Writers = { readonly [Name in MasterName]: (tx: Tx, rows: MasterRows[Name], openingOn: string) => Promise<void> };

const WRITERS: Writers = {
  units: (tx, rows) => importTable(tx, "/units", unitTable, rows),
  calendars: store.insertCalendars,
  workCenters: (tx, rows) =>
    importTable(
      tx,
      "/work-centers",
      workCenterTable,
      rows.map(({ costRateYenPerHour, ...row }) => ({
        ...row,
        // The source has one rate for people and machine; it stands as labour.
        laborYenPerHour: costRateYenPerHour,
        machineYenPerHour: "0",
        isActive: true,
      })),
    ),
  partners: (tx, rows) =>
    importTable(
      tx,
      "/partners",
      partnerTable,
      rows.map(({ linkedCompanyCode: _linked, ...row }) => ({
        ...row,
        corporateNumber: null,
        capitalYen: null,
        employeeCount: null,
        postalCode: null,
        address: null,
        phone: null,
        email: null,
        contactName: null,
        holidayShift: "next" as const,
        paymentKind: "transfer" as const,
        taxRounding: "down" as const,
        creditLimitYen: null,
        answersDates: false,
        promiseLimit: 10,
      })),
    ),
  places: async (tx, rows) => store.insertPlaces(tx, [...rows, ...USUAL_PLACES], await store.loadOwnCodes(tx)),
  items: (tx, rows) =>
    importTable(
      tx,
      "/items",
      itemTable,
      rows.map(({ purchaseFactor, ...row }) => ({
        ...row,
        drawingNumber: null,
        purchaseUnitFactor: row.purchaseUnit === row.unit ? null : purchaseFactor,
        salesUnit: null,
        salesUnitFactor: null,
        needsInspection: false,
        isBackflushed: true,
        lotFixed: null,
        lotPeriodDays: null,
        setupCostYen: null,
        holdingCostYenPerYear: null,
        isPhantom: false,
        fenceDays: 0,
        successorCode: null,
        successorRatio: null,
        successorFrom: null,
        defaultPlaceCode: placeOf(row),
        isActive: true,
      })),
    ),
  billOfMaterialLines: (tx, rows) =>
    importTable(
      tx,
      "/bill-of-material-lines",
      billOfMaterialTable,
      rows.map(({ parentCode, ...row }) => ({ ...row, itemCode: parentCode, kind: "component" as const, note: null })),
    ),
  async routingOperations(tx, rows) {
    await importTable(
      tx,
      "/routing-operations",
      routingTable,
      rows.map(({ isDerived: _isDerived, ...row }) => ({
        ...row,
        needsInspection: false,
        validFrom: null,
        validTo: null,
      })),
    );
    await store.markDerived(tx, [...new Set(rows.filter((row) => row.isDerived).map(({ itemCode }) => itemCode))]);
  },
  supplierPrices: async (tx, rows, openingOn) => agreePrices(tx, rows, openingOn, await store.loadOwnCodes(tx)),
  floorPersons: (tx, rows) =>
    importTable(
      tx,
      "/floor-people",
      floorPersonTable,
      rows.map((row) => ({ ...row, isActive: true })),
    ),
};

export function importMaster<Name extends MasterName>(
  tx: Tx,
  master: Name,
  rows: MasterRows[Name],
  openingOn: string,
): Promise<void> {
  return rows.length === 0 && master !== "places" ? Promise.resolve() : WRITERS[master](tx, rows, openingOn);
}

/** Where an item is usually kept: what is bought to be used stands in the material store, everything else with the goods. */
function placeOf(item: Pick<ItemRow, "supply" | "category">): string {
  return item.supply === "buy" && ["part", "material", "consumable"].includes(item.category) ? "MAT" : "FG";
}

/** Suppliers stand outside the platform: what they ask is an agreement only the buyer keeps, one per supplier. */
async function agreePrices(
  tx: Tx,
  rows: readonly SupplierPriceRow[],
  validFrom: string,
  own: store.OwnCodes,
): Promise<void> {
  const suppliers = [...groupBy(rows, (row) => row.partnerCode)].map(([code, prices]) => ({
    id: sampleId(tx.companyId, "supplier", code),
    supplier: found(own.partners, code, "partner"),
    terms: prices.map((price) => {
      const item = found(own.items, price.itemCode, "item");
      return { ...price, item, factor: price.unit === item.unit ? "1" : (item.factors[price.unit] ?? "1") };
    }),
  }));
  await agreeWithSuppliers(tx, validFrom, suppliers);
}
