import type { CompanyRows, ItemRow, PartnerRow, RegionSample } from "../../../sample/records.ts";

type Supply = ItemRow["supply"];

/** The example as `input.json` gives it: only what the arithmetic in `why.md` needs. */
export interface ExampleInput {
  readonly orderedOn: string;
  readonly wantedOn: string;
  readonly cashYen: string;
  readonly companies: readonly {
    readonly code: string;
    readonly name: string;
    readonly isWindow?: boolean;
    readonly process?: string;
    readonly yenPerHour?: string;
    readonly stock?: readonly { readonly item: string; readonly quantity: string; readonly unitCost: string }[];
    readonly items: readonly {
      readonly code: string;
      readonly supply: Supply;
      readonly category: ItemRow["category"];
      readonly unit?: string;
      readonly setupMinutes?: string;
      readonly runMinutes?: string;
      readonly yield?: string;
      readonly uses?: readonly (readonly [item: string, quantity: string])[];
    }[];
  }[];
  readonly agreements: readonly {
    readonly seller: string;
    readonly buyer: string;
    readonly prices: Readonly<Record<string, string>>;
  }[];
  readonly steps: readonly {
    readonly process: string;
    readonly member: string;
    readonly suffix: string;
    readonly yield: string;
    readonly leadTimeDays: number;
  }[];
  readonly order: readonly { readonly item: string; readonly quantity: string; readonly unitPrice: string }[];
  readonly events: readonly {
    readonly on: string;
    readonly company: string;
    readonly make?: string;
    readonly scrap?: string;
    readonly good?: string;
    readonly to?: string;
    readonly deliver?: Readonly<Record<string, string>>;
    readonly acceptedOn?: string;
  }[];
  readonly closingOn: string;
  readonly paidOn: string;
}

const OPENING_ON = "2026-11-01";
const MONTH_END = { closingDay: 31, paymentMonthOffset: 1, paymentDay: 31 } as const;

/** The small region as a sample, so that it is loaded exactly as the big ones are. */
export function toSample(input: ExampleInput): RegionSample {
  const windowCode = input.companies.find(({ isWindow }) => isWindow)!.code;
  return {
    code: "machining",
    name: "手計算の例",
    nameEn: "worked example",
    isInvented: true,
    today: input.orderedOn,
    openingOn: OPENING_ON,
    companies: input.companies.map((company) => companyRows(company, input)),
    group: {
      name: "手計算の会",
      nameEn: "Worked example group",
      purpose: "手計算の例",
      windowCompanyCode: windowCode,
      members: input.companies.flatMap(({ code, process }) =>
        process === undefined ? [] : [{ companyCode: code, processCodes: [process], answersDates: false }],
      ),
    },
    agreements: input.agreements.map(({ seller, buyer, prices }) => ({
      name: `${seller} ${buyer}`,
      sellerCompanyCode: seller,
      buyerCompanyCode: buyer,
      buyerPartnerCode: null,
      validFrom: OPENING_ON,
      ...MONTH_END,
      isOneStep: false,
      pricesByWeight: false,
      lines: Object.entries(prices).map(([code, unitPrice]) => ({
        code,
        description: code,
        unit: "EA",
        form: "goods",
        sellerItemCode: code,
        buyerItemCode: code,
        leadTimeDays: 3,
        standingQuantity: "500",
        prices: [{ fromQuantity: "0", unitPrice }],
        freeIssue: [],
      })),
    })),
    dispatchRules: input.order.map(({ item }) => ({
      name: item,
      itemCode: item,
      form: "relay",
      earning: "agreed_price",
      choice: "by_process",
      feePercent: "0",
      isAutomatic: true,
      steps: input.steps.map((step, at) => ({
        stepNumber: at + 1,
        feedsStepNumber: at + 1 < input.steps.length ? at + 2 : null,
        quantityPer: "1",
        processCode: step.process,
        processName: step.process,
        memberCode: step.member,
        code: `${item}${step.suffix}`,
        yield: step.yield,
        leadTimeDays: step.leadTimeDays,
        weight: 0n,
      })),
    })),
    salesOrders: [
      {
        sellerCompanyCode: windowCode,
        buyerPartnerCode: "MAKER",
        customerOrderNumber: "M-1",
        sourceNumber: "M-1",
        orderedOn: input.orderedOn,
        wantedOn: input.wantedOn,
        lines: input.order.map((line, at) => ({
          lineNumber: at + 1,
          itemCode: line.item,
          quantity: line.quantity,
          unitPrice: line.unitPrice,
        })),
      },
    ],
    users: input.companies.map(({ code }) => ({
      email: `shacho@${code.toLowerCase()}.example`,
      name: code,
      kana: "",
      memberships: [{ companyCode: code, roles: ["president"] }],
    })),
  };
}

function companyRows(company: ExampleInput["companies"][number], input: ExampleInput): CompanyRows {
  const stockYen = (company.stock ?? []).reduce((sum, row) => sum + BigInt(row.quantity) * BigInt(row.unitCost), 0n);
  const openingCashYen = BigInt(input.cashYen);
  const linked = input.agreements.flatMap(({ seller, buyer }) =>
    seller === company.code ? [buyer] : buyer === company.code ? [seller] : [],
  );
  const made = company.items.filter(({ runMinutes }) => runMinutes !== undefined);
  return {
    company: {
      code: company.code,
      name: company.name,
      nameEn: company.code,
      kana: "",
      isWindow: company.isWindow ?? false,
      registrationNumber: "T1990000000008",
      corporateNumber: "1990000000008",
      postalCode: "",
      address: "",
      phone: "",
      employeeCount: 1,
      // What opens is what was paid in: no other line is needed.
      capitalYen: openingCashYen + stockYen,
      process: company.process ?? "",
    },
    partners: [...linked.map((code) => partner(code, code)), ...(company.isWindow ? [partner("MAKER", null)] : [])],
    units: [
      { code: "EA", nameJa: "個", nameEn: "each", decimals: 0 },
      { code: "KG", nameJa: "kg", nameEn: "kg", decimals: 1 },
    ],
    items: company.items.map((item) => itemRow(item, input)),
    billOfMaterialLines: company.items.flatMap((item) =>
      (item.uses ?? []).map(([componentCode, quantity]) => ({
        parentCode: item.code,
        componentCode,
        operationNumber: 10,
        quantity,
        scrapRate: "0",
        validFrom: null,
        validTo: null,
      })),
    ),
    calendars: [{ code: "STD", name: "標準", worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, shifts: [] }],
    workCenters:
      company.yenPerHour === undefined
        ? []
        : [
            {
              code: "WC",
              name: company.name,
              nameEn: company.code,
              calendarCode: "STD",
              machineCount: 1,
              minutesPerDay: 480,
              costRateYenPerHour: company.yenPerHour,
            },
          ],
    routingOperations: made.map((item) => ({
      itemCode: item.code,
      operationNumber: 10,
      name: company.name,
      workCenterCode: "WC",
      setupMinutes: item.setupMinutes!,
      runMinutesPerUnit: item.runMinutes!,
      yield: item.yield!,
      subcontractPartnerCode: null,
      subcontractItemCode: null,
      subcontractLeadTimeDays: 0,
      isDerived: false,
    })),
    places: [
      { code: "RCV", name: "受入場", nameEn: "Receiving", kind: "receiving", partnerCode: null },
      { code: "MAT", name: "資材倉庫", nameEn: "Material store", kind: "storage", partnerCode: null },
      { code: "FG", name: "製品倉庫", nameEn: "Finished goods store", kind: "storage", partnerCode: null },
      { code: "WIP", name: "製造現場", nameEn: "Shop floor", kind: "production", partnerCode: null },
    ],
    supplierPrices: [],
    openingStock: (company.stock ?? []).map((row) => ({
      itemCode: row.item,
      placeCode: "MAT",
      quantity: row.quantity,
      unitCost: row.unitCost,
      lotCode: null,
    })),
    openingCashYen,
    purchaseHistory: [],
    floorPersons: [],
  };
}

function partner(code: string, linkedCompanyCode: string | null): PartnerRow {
  return {
    code,
    name: code,
    nameEn: code,
    kana: "",
    isCustomer: true,
    isSupplier: true,
    linkedCompanyCode,
    taxStatus: "registered",
    registrationNumber: null,
    ...MONTH_END,
    isActive: true,
    note: "",
  };
}

function itemRow(item: ExampleInput["companies"][number]["items"][number], input: ExampleInput): ItemRow {
  return {
    code: item.code,
    name: item.code,
    nameEn: item.code,
    kana: "",
    supply: item.supply,
    category: item.category,
    groupCode: "",
    specification: "",
    unit: item.unit ?? "EA",
    purchaseUnit: null,
    purchaseFactor: null,
    taxCategory: "taxable_10",
    isLotTracked: false,
    isStocked: true,
    isOrderBound: item.category === "stage",
    isDispatched: false,
    leadTimeDays: 3,
    safetyStock: "0",
    lotRule: "lot_for_lot",
    lotMinimum: null,
    lotMaximum: null,
    lotMultiple: null,
    yield: "1",
    standardCost: "0",
    salesPrice: input.order.find((line) => line.item === item.code)?.unitPrice ?? null,
    purchasePrice: null,
    purchasePartnerCode: null,
    note: "",
  };
}
