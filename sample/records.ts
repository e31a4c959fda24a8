import type { Role } from "../domain/companies/index.ts";

/**
 * What a sample consists of: rows in the shape of the import templates, per company, and what several companies share.
 * Quantities, factors, prices and rates are exact decimal texts, amounts whole yen, days ISO text. Everything refers to
 * other rows by code, as an import file does.
 */
export interface RegionSample {
  readonly code: "bicycle" | "machining";
  readonly name: string;
  readonly nameEn: string;
  /** true where the whole sample is made up, false where it is converted from published data */
  readonly isInvented: boolean;
  readonly today: string;
  /** first day of the books; everything before it is settled history */
  readonly openingOn: string;
  readonly companies: readonly CompanyRows[];
  readonly group: GroupRow;
  readonly agreements: readonly AgreementRow[];
  readonly dispatchRules: readonly DispatchRuleRow[];
  readonly salesOrders: readonly SalesOrderRow[];
  readonly users: readonly UserRow[];
}

/** A company and all its own masters. */
export interface CompanyRows {
  readonly company: CompanyRow;
  readonly partners: readonly PartnerRow[];
  readonly units: readonly UnitRow[];
  readonly items: readonly ItemRow[];
  readonly billOfMaterialLines: readonly BillOfMaterialRow[];
  readonly calendars: readonly CalendarRow[];
  readonly workCenters: readonly WorkCenterRow[];
  readonly routingOperations: readonly RoutingOperationRow[];
  readonly places: readonly PlaceRow[];
  readonly supplierPrices: readonly SupplierPriceRow[];
  readonly openingStock: readonly OpeningStockRow[];
  readonly openingCashYen: bigint;
  readonly purchaseHistory: readonly PurchaseHistoryRow[];
  readonly floorPersons: readonly FloorPersonRow[];
}

export interface CompanyRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kana: string;
  readonly isWindow: boolean;
  readonly registrationNumber: string;
  readonly corporateNumber: string;
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
  readonly employeeCount: number;
  readonly capitalYen: bigint;
  /** what the company does in the chain, for people */
  readonly process: string;
}

export interface PartnerRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kana: string;
  readonly isCustomer: boolean;
  readonly isSupplier: boolean;
  /** the company on the platform this card is linked to; null for an outsider */
  readonly linkedCompanyCode: string | null;
  readonly taxStatus: "registered" | "unregistered" | "exempt";
  readonly registrationNumber: string | null;
  readonly closingDay: number;
  readonly paymentMonthOffset: number;
  readonly paymentDay: number;
  readonly isActive: boolean;
  readonly note: string;
}

export interface UnitRow {
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly decimals: number;
}

export interface ItemRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kana: string;
  readonly supply: "make" | "buy" | "subcontract";
  readonly category:
    | "finished"
    | "assembly"
    | "part"
    | "material"
    | "merchandise"
    | "consumable"
    | "stage"
    | "processing";
  readonly groupCode: string;
  readonly specification: string;
  readonly unit: string;
  readonly purchaseUnit: string | null;
  /** stock units one purchase unit holds */
  readonly purchaseFactor: string | null;
  readonly taxCategory: "taxable_10";
  readonly isLotTracked: boolean;
  readonly isStocked: boolean;
  readonly isOrderBound: boolean;
  readonly isDispatched: boolean;
  readonly leadTimeDays: number;
  readonly safetyStock: string;
  readonly lotRule: "lot_for_lot";
  readonly lotMinimum: string | null;
  readonly lotMaximum: string | null;
  readonly lotMultiple: string | null;
  readonly yield: string;
  /** yen per stock unit, rolled up within the company: what it buys at the price agreed */
  readonly standardCost: string;
  readonly salesPrice: string | null;
  /** yen per purchase unit (per stock unit where there is none), from the usual supplier */
  readonly purchasePrice: string | null;
  readonly purchasePartnerCode: string | null;
  readonly note: string;
}

export interface BillOfMaterialRow {
  readonly parentCode: string;
  readonly componentCode: string;
  readonly operationNumber: number;
  readonly quantity: string;
  readonly scrapRate: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface CalendarRow {
  readonly code: string;
  readonly name: string;
  /** 1 Monday … 7 Sunday */
  readonly worksOn: readonly number[];
  readonly keepsPublicHolidays: boolean;
  readonly shifts: readonly {
    readonly code: string;
    readonly name: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly breakMinutes: number;
  }[];
}

export interface WorkCenterRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly calendarCode: string;
  readonly machineCount: number;
  readonly minutesPerDay: number;
  /** labour and machine together: the data has one rate */
  readonly costRateYenPerHour: string;
}

export interface RoutingOperationRow {
  readonly itemCode: string;
  readonly operationNumber: number;
  readonly name: string;
  readonly workCenterCode: string | null;
  readonly setupMinutes: string;
  readonly runMinutesPerUnit: string;
  readonly yield: string;
  readonly subcontractPartnerCode: string | null;
  readonly subcontractItemCode: string | null;
  readonly subcontractLeadTimeDays: number;
  /** true where the data has no routing for the item and a like item's was taken */
  readonly isDerived: boolean;
}

export interface PlaceRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: "storage" | "receiving" | "production" | "at_partner";
  readonly partnerCode: string | null;
}

export interface SupplierPriceRow {
  readonly partnerCode: string;
  readonly itemCode: string;
  readonly unit: string;
  /** yen per `unit` */
  readonly unitPrice: string;
  readonly minimumQuantity: string;
  readonly maximumQuantity: string;
  readonly leadTimeDays: number;
  readonly isUsual: boolean;
}

export interface OpeningStockRow {
  readonly itemCode: string;
  readonly placeCode: string;
  readonly quantity: string;
  readonly unitCost: string;
  /** for items tracked by lot */
  readonly lotCode: string | null;
}

/** A settled purchase of before the opening: read for prices, lead times and quality, never posted. */
export interface PurchaseHistoryRow {
  readonly number: string;
  readonly lineNumber: number;
  readonly partnerCode: string;
  readonly itemCode: string;
  readonly orderedOn: string;
  readonly dueOn: string;
  readonly receivedOn: string;
  readonly unit: string;
  readonly unitPrice: string;
  readonly orderedQuantity: string;
  readonly receivedQuantity: string;
  readonly rejectedQuantity: string;
}

export interface FloorPersonRow {
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly pin: string;
}

export interface GroupRow {
  readonly name: string;
  readonly nameEn: string;
  readonly purpose: string;
  readonly windowCompanyCode: string;
  readonly members: readonly {
    readonly companyCode: string;
    readonly processCodes: readonly string[];
    /** its plan answers the window's questions for dates; else a person there has to be asked */
    readonly answersDates: boolean;
  }[];
}

/** Terms between two companies, or between a company and an outsider: exactly one of code and partner on each side. */
export interface AgreementRow {
  readonly name: string;
  readonly sellerCompanyCode: string;
  readonly buyerCompanyCode: string | null;
  /** the outside customer, as the seller's partner card */
  readonly buyerPartnerCode: string | null;
  readonly validFrom: string;
  readonly closingDay: number;
  readonly paymentMonthOffset: number;
  readonly paymentDay: number;
  /** one scan is shipped, received and accepted: firms in one building */
  readonly isOneStep: boolean;
  /** a dispatch may price a step by its share of the order instead of by this price list */
  readonly pricesByWeight: boolean;
  readonly lines: readonly AgreementLineRow[];
}

export interface AgreementLineRow {
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly form: "goods" | "processing";
  readonly sellerItemCode: string;
  readonly buyerItemCode: string | null;
  readonly leadTimeDays: number;
  /** up to this quantity no person needs to confirm; null: a person always does */
  readonly standingQuantity: string | null;
  readonly prices: readonly { readonly fromQuantity: string; readonly unitPrice: string }[];
  /** what the buyer hands over free of charge for one piece (無償支給) */
  readonly freeIssue: readonly { readonly itemCode: string; readonly quantity: string }[];
}

export interface DispatchRuleRow {
  readonly name: string;
  /** the window's item the rule splits */
  readonly itemCode: string;
  readonly form: "relay" | "processing";
  readonly earning: "agreed_price" | "weights";
  readonly choice: "by_process";
  readonly feePercent: string;
  readonly isAutomatic: boolean;
  readonly steps: readonly DispatchStepRow[];
}

export interface DispatchStepRow {
  readonly stepNumber: number;
  /** the step its goods go into; null: the window */
  readonly feedsStepNumber: number | null;
  readonly quantityPer: string;
  readonly processCode: string;
  readonly processName: string;
  readonly memberCode: string;
  /** the agreement's code of what this step delivers */
  readonly code: string;
  readonly yield: string;
  readonly leadTimeDays: number;
  /** the step's own cost for one piece, whole yen: its share of the price where earnings go by weight */
  readonly weight: bigint;
}

export interface SalesOrderRow {
  readonly sellerCompanyCode: string;
  readonly buyerPartnerCode: string;
  /** the customer's own number */
  readonly customerOrderNumber: string;
  readonly sourceNumber: string;
  readonly orderedOn: string;
  readonly wantedOn: string;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly itemCode: string;
    readonly quantity: string;
    readonly unitPrice: string;
  }[];
}

export interface UserRow {
  readonly email: string;
  readonly name: string;
  readonly kana: string;
  readonly memberships: readonly { readonly companyCode: string; readonly roles: readonly Role[] }[];
}

/** The password of every sample user. Printed at the first start; a sample is no place for secrets. */
export const SAMPLE_PASSWORD = "musubi-sample";
