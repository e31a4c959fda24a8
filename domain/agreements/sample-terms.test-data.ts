import { decimal } from "../shared/index.ts";
import type { AgreementItem, AgreementTerms, PaymentTerms, PriceBreak } from "./terms.ts";

/** Terms the tests of this area start from. */
export const monthEndNextMonthEnd: PaymentTerms = {
  closingDay: 31,
  paymentMonthOffset: 1,
  paymentDay: 31,
  holidayShift: "previous",
  holidayShiftAgreedInWriting: true,
  closingCountsBy: "receipt",
};

export const priceBreak = (
  validFrom: string,
  fromQuantity: string,
  unitPrice: string,
  change: Partial<PriceBreak> = {},
): PriceBreak => ({
  validFrom,
  validTo: null,
  fromQuantity: decimal(fromQuantity),
  unitPrice: decimal(unitPrice),
  isProvisional: false,
  ...change,
});

export const frame: AgreementItem = {
  code: "frame",
  buyerCode: "B-FRAME",
  sellerCode: "FR-M94B-42",
  nameJa: "フレーム",
  nameEn: "Frame",
  unit: "piece",
  buyerFactor: decimal(1),
  sellerFactor: decimal("0.08"),
  leadTimeDays: 5,
  prices: [
    priceBreak("2026-01-01", "1", "20000"),
    priceBreak("2026-01-01", "100", "19000.5"),
    priceBreak("2026-07-01", "1", "21000"),
  ],
  taxCategory: "taxable_10",
  form: "goods",
  standingQuantity: null,
  minimumQuantity: null,
};

export const sampleTerms: AgreementTerms = {
  items: [frame],
  payment: monthEndNextMonthEnd,
  paymentKinds: ["transfer"],
  deliveryTerms: "",
  bookedAt: "acceptance",
  defaultAcceptanceDays: 7,
  isOneStep: false,
  tolerance: { overPercent: decimal(2), underPercent: decimal("0.5") },
  inspection: "sampling",
  invoiceIssuer: "seller",
  acknowledgedAfterDays: null,
  invoicing: "by_closing",
  taxRounding: "down",
  amountRounding: "down",
  suppliedMaterial: "none",
  lossBorneBy: "buyer",
  standing: { maxQuantity: decimal(50), minLeadTimeDays: 3, allowsProvisionalPrice: false },
  milestonesShown: ["confirmed", "shipped"],
};
