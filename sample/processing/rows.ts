import type { CompanyRows, ItemRow, PartnerRow } from "../records.ts";
import { CALENDAR, PLACES } from "../region/member-structure.ts";
import { UNITS } from "../units.ts";
import { MACHINE_MAKER, type Operation, PROCESSES, PROCESSING_WINDOW, STEEL_MERCHANT, WORKSHOPS } from "./companies.ts";
import { costAfter, freeIssueOf, processingCode, processOf, stageCode, workshopCost } from "./parts.ts";
import { MACHINED_PARTS, type MachinedPart, type PartStep, STEELS } from "./products.ts";

const EMPTY = {
  units: UNITS,
  calendars: [CALENDAR],
  openingCashYen: 20_000_000n,
  purchaseHistory: [],
} as const;

const STOCKED = {
  groupCode: "",
  specification: "",
  unit: "EA",
  purchaseUnit: null,
  purchaseFactor: null,
  taxCategory: "taxable_10",
  isLotTracked: false,
  isStocked: true,
  isOrderBound: false,
  isDispatched: false,
  leadTimeDays: 0,
  safetyStock: "0",
  lotRule: "lot_for_lot",
  lotMinimum: null,
  lotMaximum: null,
  lotMultiple: null,
  yield: "1",
  salesPrice: null,
  purchasePrice: null,
  purchasePartnerCode: null,
  note: "",
} as const satisfies Partial<ItemRow>;

const stepsOf = (part: MachinedPart) => part.steps.map((step) => ({ part, step }));
const ALL_STEPS = MACHINED_PARTS.flatMap(stepsOf);

/** The window owns steel, stages and finished parts; every operation of its routing is done outside. */
export function processingWindowRows(linked: readonly PartnerRow[]): CompanyRows {
  return {
    ...EMPTY,
    company: PROCESSING_WINDOW,
    partners: [...linked, outsider(MACHINE_MAKER, true), outsider(STEEL_MERCHANT, false)],
    items: [
      ...ALL_STEPS.map(({ part, step }) => stageItem(part, step)),
      ...ALL_STEPS.map(({ part, step }) => processingItem(part, step, "buy")),
      ...STEELS.map(steelItem),
    ],
    billOfMaterialLines: ALL_STEPS.map(({ part, step }) => {
      const { itemCode, quantity } = freeIssueOf(part, step);
      return {
        parentCode: stageCode(part, step),
        componentCode: itemCode,
        operationNumber: step.operation,
        quantity,
        scrapRate: "0",
        validFrom: null,
        validTo: null,
      };
    }),
    workCenters: [],
    routingOperations: ALL_STEPS.map(({ part, step }) => ({
      itemCode: stageCode(part, step),
      operationNumber: step.operation,
      name: processOf(step).name,
      workCenterCode: null,
      setupMinutes: "0",
      runMinutesPerUnit: "0",
      yield: step.yield,
      subcontractPartnerCode: WORKSHOPS[step.operation].code,
      subcontractItemCode: processingCode(part, step),
      subcontractLeadTimeDays: step.leadTimeDays,
      isDerived: false,
    })),
    places: [
      ...PLACES,
      ...PROCESSES.map(({ operation }) => ({
        code: `AT-${operation}`,
        name: `支給先：${WORKSHOPS[operation].name}`,
        nameEn: `At ${WORKSHOPS[operation].nameEn}`,
        kind: "at_partner" as const,
        partnerCode: WORKSHOPS[operation].code,
      })),
    ],
    supplierPrices: STEELS.map(({ code, yenPerKilogram }) => ({
      partnerCode: STEEL_MERCHANT.code,
      itemCode: code,
      unit: "KG",
      unitPrice: yenPerKilogram,
      minimumQuantity: "100",
      maximumQuantity: "5000",
      leadTimeDays: 7,
      isUsual: true,
    })),
    openingStock: STEELS.map(({ code, yenPerKilogram, openingKilograms }) => ({
      itemCode: code,
      placeCode: "MAT",
      quantity: openingKilograms,
      unitCost: yenPerKilogram,
      lotCode: `${code}-H0001`,
    })),
    floorPersons: [],
  };
}

/** A workshop sells processing and owns no material of its customers. */
export function workshopRows(
  operation: Operation,
  linked: readonly PartnerRow[],
  floor: CompanyRows["floorPersons"],
): CompanyRows {
  const process = PROCESSES.find((candidate) => candidate.operation === operation)!;
  const own = ALL_STEPS.filter(({ step }) => step.operation === operation);
  return {
    ...EMPTY,
    company: WORKSHOPS[operation],
    partners: linked,
    items: own.map(({ part, step }) => processingItem(part, step, "make")),
    billOfMaterialLines: [],
    workCenters: [
      {
        code: `WC${operation}`,
        name: `${process.name}職場`,
        nameEn: process.nameEn,
        calendarCode: CALENDAR.code,
        machineCount: process.machineCount,
        minutesPerDay: 480,
        costRateYenPerHour: String(process.rateYenPerHour),
      },
    ],
    routingOperations: own.map(({ part, step }) => ({
      itemCode: processingCode(part, step),
      operationNumber: operation,
      name: process.name,
      workCenterCode: `WC${operation}`,
      setupMinutes: step.setupMinutes,
      runMinutesPerUnit: step.runMinutesPerUnit,
      yield: step.yield,
      subcontractPartnerCode: null,
      subcontractItemCode: null,
      subcontractLeadTimeDays: 0,
      isDerived: false,
    })),
    places: PLACES,
    supplierPrices: [],
    openingStock: [],
    floorPersons: floor,
  };
}

function stageItem(part: MachinedPart, step: PartStep): ItemRow {
  const isLast = step === part.steps.at(-1);
  const { stageWord, stageKana, nameEn } = processOf(step);
  return {
    ...STOCKED,
    code: stageCode(part, step),
    name: isLast ? part.name : `${part.name} ${stageWord}`,
    nameEn: isLast ? part.nameEn : `${part.nameEn} after ${nameEn.toLowerCase()}`,
    kana: isLast ? part.kana : `${part.kana}${stageKana}`,
    supply: "subcontract",
    category: isLast ? "finished" : "stage",
    specification: part.drawing,
    isOrderBound: !isLast,
    leadTimeDays: step.leadTimeDays,
    standardCost: costAfter(part, step).toFixed(),
    salesPrice: isLast ? String(part.priceYen) : null,
  };
}

/** Processing is a service: the window buys it, the workshop makes it; neither stocks it. */
function processingItem(part: MachinedPart, step: PartStep, supply: "make" | "buy"): ItemRow {
  const { name, nameEn, stageKana } = processOf(step);
  const isBought = supply === "buy";
  return {
    ...STOCKED,
    code: processingCode(part, step),
    name: `${part.name} ${name}`,
    nameEn: `${nameEn} of ${part.nameEn.toLowerCase()}`,
    kana: `${part.kana}${stageKana}`,
    supply,
    category: "processing",
    specification: part.drawing,
    isStocked: false,
    leadTimeDays: step.leadTimeDays,
    standardCost: isBought ? String(step.feeYen) : workshopCost(step).toFixed(),
    salesPrice: isBought ? null : String(step.feeYen),
    purchasePrice: isBought ? String(step.feeYen) : null,
    purchasePartnerCode: isBought ? WORKSHOPS[step.operation].code : null,
  };
}

function steelItem({ code, name, nameEn, kana, yenPerKilogram }: (typeof STEELS)[number]): ItemRow {
  return {
    ...STOCKED,
    code,
    name,
    nameEn,
    kana,
    supply: "buy",
    category: "material",
    unit: "KG",
    isLotTracked: true,
    leadTimeDays: 7,
    lotMinimum: "100",
    standardCost: yenPerKilogram,
    purchasePrice: yenPerKilogram,
    purchasePartnerCode: STEEL_MERCHANT.code,
  };
}

function outsider(
  { code, name, nameEn, kana, registrationNumber }: typeof MACHINE_MAKER | typeof STEEL_MERCHANT,
  isCustomer: boolean,
): PartnerRow {
  return {
    code,
    name,
    nameEn,
    kana,
    isCustomer,
    isSupplier: !isCustomer,
    linkedCompanyCode: null,
    taxStatus: "registered",
    registrationNumber,
    closingDay: 20,
    paymentMonthOffset: 1,
    paymentDay: 31,
    isActive: true,
    note: "",
  };
}
