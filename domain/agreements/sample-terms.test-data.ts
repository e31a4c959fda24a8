import { decimal } from "../shared/index.ts";
import type { AgreementItem, AgreementTerms, PaymentTerms, PriceBreak } from "./terms.ts";

/** Terms the tests of this area start from. */
export const monthEndNextMonthEnd: PaymentTerms = {
  closingDay: "end",
  paymentMonths: 1,
  paymentDay: "end",
  holidayShift: "previous",
  holidayShiftAgreedInWriting: true,
  closingCounts: "receipt",
};

export const priceBreak = (
  validFrom: string,
  fromQuantity: string,
  unitPriceYen: string,
  change: Partial<PriceBreak> = {},
): PriceBreak => ({
  validFrom,
  validTo: null,
  fromQuantity: decimal(fromQuantity),
  unitPriceYen: decimal(unitPriceYen),
  isProvisional: false,
  ...change,
});

export const frame: AgreementItem = {
  itemKey: "frame",
  buyerCode: "B-FRAME",
  sellerCode: "FR-M94B-42",
  nameJa: "フレーム",
  nameEn: "Frame",
  unit: "piece",
  perBuyerUnit: decimal(1),
  perSellerUnit: decimal(12),
  leadTimeDays: 5,
  prices: [
    priceBreak("2026-01-01", "1", "20000"),
    priceBreak("2026-01-01", "100", "19000.5"),
    priceBreak("2026-07-01", "1", "21000"),
  ],
  standingMaxQuantity: null,
};

export const sampleTerms: AgreementTerms = {
  items: [frame],
  payment: monthEndNextMonthEnd,
  paymentKinds: ["bank_transfer"],
  deliveryTerms: "",
  booking: "acceptance",
  defaultAcceptanceDays: 7,
  handOverInOneStep: false,
  tolerance: { overPercent: decimal(2), underPercent: decimal("0.5") },
  inspection: "sampling",
  invoiceIssuer: "seller",
  acknowledgedAfterDays: null,
  invoicing: "by_closing",
  taxRounding: "down",
  lineRounding: "down",
  suppliedMaterial: "none",
  lossBorneBy: "buyer",
  standing: { maxQuantity: decimal(50), minLeadTimeDays: 3, allowsProvisionalPrice: false },
  milestonesShown: ["confirmed", "shipped"],
};
