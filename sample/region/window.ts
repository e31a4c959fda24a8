import type { CompanyRows, ItemRow, PartnerRow } from "../records.ts";
import { UNITS } from "../units.ts";
import { MAKER, memberAt, WINDOW } from "./companies.ts";
import type { RegionPrices } from "./company-costs.ts";
import { japaneseName } from "./japanese-names.ts";
import { groupCode } from "./member-items.ts";
import { CALENDAR, PLACES } from "./member-structure.ts";

/** ASSUMED. Cash every company opens its books with. */
export const OPENING_CASH_YEN = 30_000_000n;

/** The window's own rows: the catalogue as merchandise it buys from members and sells to the maker, and the maker's card. */
export function windowRows(prices: RegionPrices, linked: readonly PartnerRow[]): CompanyRows {
  return {
    company: WINDOW,
    partners: [...linked, makerPartner()],
    units: UNITS,
    items: [...prices.catalogue.values()].map(({ item, priceYen, netYen }): ItemRow => {
      const name = japaneseName(item.product.name);
      return {
        code: item.product.number,
        name: name.ja,
        nameEn: name.en,
        kana: name.kana,
        supply: "buy",
        category: "merchandise",
        groupCode: groupCode(item.product),
        specification: "",
        unit: "EA",
        purchaseUnit: null,
        purchaseFactor: null,
        taxCategory: "taxable_10",
        isLotTracked: false,
        isStocked: true,
        isOrderBound: false,
        isDispatched: false,
        leadTimeDays: item.product.daysToManufacture,
        safetyStock: "0",
        lotRule: "lot_for_lot",
        lotMinimum: null,
        lotMaximum: null,
        lotMultiple: null,
        yield: "1",
        standardCost: String(netYen),
        salesPrice: String(priceYen),
        purchasePrice: String(netYen),
        purchasePartnerCode: memberAt(item.owner).code,
        note: item.hasBillOfMaterial ? "" : "部品表なし（振り分けは人が決める）",
      };
    }),
    billOfMaterialLines: [],
    calendars: [CALENDAR],
    workCenters: [],
    routingOperations: [],
    places: PLACES,
    supplierPrices: [],
    openingStock: [],
    openingCashYen: OPENING_CASH_YEN,
    purchaseHistory: [],
    floorPersons: [],
  };
}

function makerPartner(): PartnerRow {
  return {
    code: MAKER.code,
    name: MAKER.name,
    nameEn: MAKER.nameEn,
    kana: MAKER.kana,
    isCustomer: true,
    isSupplier: false,
    linkedCompanyCode: null,
    taxStatus: "registered",
    registrationNumber: MAKER.registrationNumber,
    closingDay: 31,
    paymentMonthOffset: 1,
    paymentDay: 31,
    isActive: true,
    note: "",
  };
}
