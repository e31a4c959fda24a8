import { decimal } from "../../domain/shared/index.ts";
import type { BillOfMaterialRow, CalendarRow, PlaceRow, RoutingOperationRow, WorkCenterRow } from "../records.ts";
import type { AdventureWorks } from "./adventureworks.ts";
import { memberAt } from "./companies.ts";
import type { WorkLocation } from "./routings.ts";
import { YEN_PER_DOLLAR } from "./sales-prices.ts";
import type { MadeItem, Structure } from "./structure.ts";

/** A member's bill of material lines: what its steps take in, and the stage item of the step before. */
export function memberBillOfMaterial(
  structure: Structure,
  member: WorkLocation,
  shiftDate: (sourceDate: string) => string,
): BillOfMaterialRow[] {
  const codeOf = (id: number) => (structure.made.get(id) ?? structure.parts.get(id))!.product.number;
  return [...structure.made.values()].flatMap(({ steps }) =>
    steps.flatMap((step, at) => {
      if (step.location !== member) return [];
      const common = { parentCode: step.itemCode, operationNumber: step.location, scrapRate: "0" };
      const before = steps[at - 1];
      const stage = before
        ? [{ ...common, componentCode: before.itemCode, quantity: "1", validFrom: null, validTo: null }]
        : [];
      const components = step.components.map((component) => ({
        ...common,
        componentCode: codeOf(component.productId),
        quantity: component.quantity.toFixed(),
        validFrom: shiftDate(component.validFrom),
        validTo: component.validTo === null ? null : shiftDate(component.validTo),
      }));
      return [...stage, ...components];
    }),
  );
}

/**
 * A member's routing: one operation per item it makes. Yield is what the data's work orders stocked of what they ordered,
 * for items that are made for stock; in an order of a few pieces the data's 0.2 % of scrap would be a whole piece more.
 */
export function memberRouting(structure: Structure, member: WorkLocation): RoutingOperationRow[] {
  return [...structure.made.values()].flatMap((item) =>
    item.steps
      .filter((step) => step.location === member)
      .map((step) => ({
        itemCode: step.itemCode,
        operationNumber: step.location,
        name: memberAt(member).process,
        workCenterCode: workCenterCode(member),
        setupMinutes: step.setupMinutes.toFixed(),
        runMinutesPerUnit: step.runMinutesPerUnit.toFixed(),
        yield: step.isLast && isMadeForStock(item) ? measuredYield(item) : "1",
        subcontractPartnerCode: null,
        subcontractItemCode: null,
        subcontractLeadTimeDays: 0,
        isDerived: step.isDerived,
      })),
  );
}

/** Machines × minutes a day are the hours a day the data calls available, in shifts of eight hours or a little more. */
export function memberWorkCenter(source: AdventureWorks, member: WorkLocation): WorkCenterRow {
  const { costRate, availableHours } = source.locations.get(member)!;
  const minutes = availableHours * 60;
  let machineCount = Math.floor(availableHours / 8);
  while (minutes % machineCount !== 0) machineCount--;
  const { process, processNameEn } = memberAt(member);
  return {
    code: workCenterCode(member),
    name: `${process}職場`,
    nameEn: processNameEn,
    calendarCode: "STD",
    machineCount,
    minutesPerDay: minutes / machineCount,
    costRateYenPerHour: decimal(costRate).times(YEN_PER_DOLLAR).toFixed(),
  };
}

/** ASSUMED. Monday to Friday, public holidays off, one shift. */
export const CALENDAR: CalendarRow = {
  code: "STD",
  name: "標準稼働日",
  worksOn: [1, 2, 3, 4, 5],
  keepsPublicHolidays: true,
  shifts: [{ code: "DAY", name: "日勤", startsAt: "08:00", endsAt: "17:00", breakMinutes: 60 }],
};

export const PLACES: readonly PlaceRow[] = [
  { code: "RCV", name: "受入場", nameEn: "Receiving", kind: "receiving", partnerCode: null },
  { code: "MAT", name: "資材倉庫", nameEn: "Material store", kind: "storage", partnerCode: null },
  { code: "WIP", name: "製造現場", nameEn: "Shop floor", kind: "production", partnerCode: null },
  { code: "FG", name: "製品倉庫", nameEn: "Finished goods store", kind: "storage", partnerCode: null },
];

function workCenterCode(member: WorkLocation): string {
  return `WC${member}`;
}

/** Tubes, hubs, bearings, seats: what no order of the maker names. */
function isMadeForStock({ product }: MadeItem): boolean {
  return !product.isFinishedGood;
}

function measuredYield({ lot }: MadeItem): string {
  if (lot.orderedPieces === 0) return "1";
  return decimal(lot.orderedPieces - lot.scrappedPieces)
    .div(lot.orderedPieces)
    .toDecimalPlaces(4)
    .toFixed();
}
