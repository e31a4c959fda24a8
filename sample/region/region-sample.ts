import { linkedPartners } from "../partners.ts";
import { floorPersons, sampleUsers } from "../people.ts";
import type { CompanyRows, RegionSample } from "../records.ts";
import { UNITS } from "../units.ts";
import type { AdventureWorks } from "./adventureworks.ts";
import { ASKS_A_PERSON, regionAgreements } from "./agreements.ts";
import { GROUP_NAME, MEMBERS, type MemberCompany, memberAt, WINDOW } from "./companies.ts";
import { priceRegion } from "./company-costs.ts";
import { regionDates } from "./dates.ts";
import { dispatchRules } from "./dispatch-rules.ts";
import { memberItems } from "./member-items.ts";
import { CALENDAR, memberBillOfMaterial, memberRouting, memberWorkCenter, PLACES } from "./member-structure.ts";
import { openingStock } from "./opening-stock.ts";
import { purchaseHistory, supplierPartners, supplierPrices } from "./purchases.ts";
import { salesOrders } from "./sales-orders.ts";
import { buildStructure } from "./structure.ts";
import { OPENING_CASH_YEN, windowRows } from "./window.ts";

/**
 * The sample region: AdventureWorks as seven member companies, their window and a maker.
 * Pure: the same source and day give the same value. Each rule and each assumption is told in sample/README.md.
 * @param today the newest of the maker's orders is of the day before
 */
export function buildRegionSample(source: AdventureWorks, today: string): RegionSample {
  const structure = buildStructure(source);
  const prices = priceRegion(source, structure);
  const dates = regionDates(source, structure, today);
  const agreements = regionAgreements(source, structure, prices, dates.openingOn);
  const companies = [WINDOW, ...MEMBERS.map(companyRow)];

  const memberRows = ({ location }: MemberCompany): CompanyRows => {
    const company = companyRow(memberAt(location));
    const items = memberItems(source, structure, prices, location);
    return {
      company,
      partners: [
        ...linkedPartners(company, companies, agreements, WINDOW.code),
        ...supplierPartners(source, structure, location),
      ],
      units: UNITS,
      items,
      billOfMaterialLines: memberBillOfMaterial(structure, location, dates.history),
      calendars: [CALENDAR],
      workCenters: [memberWorkCenter(source, location)],
      routingOperations: memberRouting(structure, location),
      places: PLACES,
      supplierPrices: supplierPrices(source, structure, location),
      openingStock: openingStock(source, structure, location, items),
      openingCashYen: OPENING_CASH_YEN,
      purchaseHistory: purchaseHistory(source, structure, location, dates.history),
      floorPersons: floorPersons(location),
    };
  };

  return {
    code: "bicycle",
    name: "自転車の地域（AdventureWorks から換算）",
    nameEn: "Bicycle region (converted from AdventureWorks)",
    isInvented: false,
    today,
    openingOn: dates.openingOn,
    companies: [
      windowRows(prices, linkedPartners(WINDOW, companies, agreements, WINDOW.code)),
      ...MEMBERS.map(memberRows),
    ],
    group: {
      name: GROUP_NAME.ja,
      nameEn: GROUP_NAME.en,
      purpose: "完成車メーカーの注文を共同で受け、工程ごとに分担する",
      windowCompanyCode: WINDOW.code,
      members: MEMBERS.map(({ code, processCode, location }) => ({
        companyCode: code,
        processCodes: [processCode],
        answersDates: location !== ASKS_A_PERSON,
      })),
    },
    agreements,
    dispatchRules: dispatchRules(prices),
    salesOrders: salesOrders(source, dates.sales),
    users: sampleUsers(
      companies,
      {
        email: "kyodo-keiri@yuinowa.example",
        companyCodes: ([30, 40, 45] as const).map((location) => memberAt(location).code),
      },
      0,
    ),
  };
}

function companyRow({ processCode, processNameEn, stageWord, stageKana, stageEn, location, ...row }: MemberCompany) {
  return row;
}
