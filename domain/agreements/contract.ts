import { z } from "zod";
import {
  codeShape,
  type Decimal,
  decimal,
  idShape,
  listQueryShape,
  nameShape,
  noteShape,
  pageShape,
  plainDateShape,
  positiveQuantityShape,
  priceShape,
  quantityShape,
  TAX_CATEGORIES,
  versionShape,
} from "../shared/index.ts";
import { AGREEMENT_STATES } from "./agreement.ts";
import {
  type AgreementTerms,
  BOOKING_MOMENTS,
  HOLIDAY_SHIFTS,
  INSPECTION_RULES,
  MILESTONES,
  PAYMENT_KINDS,
} from "./terms.ts";

/** Request and response shapes of agreements. Prices and quantities travel as decimal text. */
const roundingShape = z.enum(["down", "half_up", "up"]);
const dayOfMonthShape = z.int().min(1).max(31).meta({ description: "day of the month; 31 is its last day (末)" });
const percentShape = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/, { error: "PERCENT_INVALID" });
const notNegativeQuantityShape = quantityShape.refine((text) => !text.startsWith("-"), { error: "QUANTITY_INVALID" });

export const paymentTermsShape = z.object({
  closingDay: dayOfMonthShape,
  paymentMonthOffset: z.int().min(0).max(6),
  paymentDay: dayOfMonthShape,
  holidayShift: z.enum(HOLIDAY_SHIFTS),
  holidayShiftAgreedInWriting: z.boolean(),
  closingCountsBy: z.enum(["receipt", "acceptance"]),
});
export const priceBreakShape = z.object({
  validFrom: plainDateShape,
  validTo: plainDateShape.nullable(),
  fromQuantity: notNegativeQuantityShape,
  unitPrice: priceShape,
  isProvisional: z.boolean(),
});
const sideCodeShape = z.string().trim().max(60, { error: "TOO_LONG" });
export const agreementItemShape = z.object({
  code: z.string().min(1).max(60),
  /** Empty while the other side has not mapped its own item. */
  buyerCode: sideCodeShape,
  sellerCode: sideCodeShape,
  nameJa: nameShape,
  nameEn: z.string().max(200, { error: "TOO_LONG" }),
  unit: codeShape,
  buyerFactor: positiveQuantityShape,
  sellerFactor: positiveQuantityShape,
  leadTimeDays: z.int().min(0).max(999),
  taxCategory: z.enum(TAX_CATEGORIES),
  form: z.enum(["goods", "processing"]),
  prices: z.array(priceBreakShape).max(200),
  standingQuantity: positiveQuantityShape.nullable(),
  minimumQuantity: positiveQuantityShape.nullable(),
});
export const standingShape = z.object({
  maxQuantity: positiveQuantityShape.nullable(),
  minLeadTimeDays: z.int().min(0).max(999),
  allowsProvisionalPrice: z.boolean(),
});
export const agreementTermsShape = z.object({
  items: z.array(agreementItemShape).max(5000),
  payment: paymentTermsShape,
  paymentKinds: z.array(z.enum(PAYMENT_KINDS)),
  deliveryTerms: noteShape,
  bookedAt: z.enum(BOOKING_MOMENTS),
  defaultAcceptanceDays: z.int().min(0).max(90).nullable(),
  isOneStep: z.boolean(),
  tolerance: z.object({ overPercent: percentShape, underPercent: percentShape }),
  inspection: z.enum(INSPECTION_RULES),
  invoiceIssuer: z.enum(["seller", "buyer"]),
  acknowledgedAfterDays: z.int().min(1).max(90).nullable(),
  invoicing: z.enum(["by_closing", "single"]),
  taxRounding: roundingShape,
  amountRounding: roundingShape,
  suppliedMaterial: z.enum(["none", "free"]),
  lossBorneBy: z.enum(["buyer", "seller"]),
  standing: standingShape.nullable(),
  milestonesShown: z.array(z.enum(MILESTONES)),
});
/** Terms as they stand in requests, answers and the database. */
export type AgreementTermsBody = z.infer<typeof agreementTermsShape>;

/** Terms with exact numbers, from their text form. */
export function readTerms(body: AgreementTermsBody): AgreementTerms {
  return {
    ...body,
    items: body.items.map((item) => ({
      ...item,
      buyerFactor: decimal(item.buyerFactor),
      sellerFactor: decimal(item.sellerFactor),
      standingQuantity: decimalOrNull(item.standingQuantity),
      minimumQuantity: decimalOrNull(item.minimumQuantity),
      prices: item.prices.map((price) => ({
        ...price,
        fromQuantity: decimal(price.fromQuantity),
        unitPrice: decimal(price.unitPrice),
      })),
    })),
    tolerance: {
      overPercent: decimal(body.tolerance.overPercent),
      underPercent: decimal(body.tolerance.underPercent),
    },
    standing: body.standing && { ...body.standing, maxQuantity: decimalOrNull(body.standing.maxQuantity) },
  };
}

function decimalOrNull(text: string | null): Decimal | null {
  return text === null ? null : decimal(text);
}

/** The text form of terms; `readTerms` gives the same terms back. */
export function writeTerms(terms: AgreementTerms): AgreementTermsBody {
  return {
    ...terms,
    paymentKinds: [...terms.paymentKinds],
    milestonesShown: [...terms.milestonesShown],
    items: terms.items.map((item) => ({
      ...item,
      buyerFactor: item.buyerFactor.toFixed(),
      sellerFactor: item.sellerFactor.toFixed(),
      standingQuantity: item.standingQuantity?.toFixed() ?? null,
      minimumQuantity: item.minimumQuantity?.toFixed() ?? null,
      prices: item.prices.map((price) => ({
        ...price,
        fromQuantity: price.fromQuantity.toFixed(),
        unitPrice: price.unitPrice.toFixed(),
      })),
    })),
    tolerance: {
      overPercent: terms.tolerance.overPercent.toFixed(),
      underPercent: terms.tolerance.underPercent.toFixed(),
    },
    standing: terms.standing && { ...terms.standing, maxQuantity: terms.standing.maxQuantity?.toFixed() ?? null },
  };
}

/** An agreement being prepared, and what is proposed: private until it is sent. */
export const agreementDraftShape = z.object({
  partnerId: idShape,
  mySide: z.enum(["seller", "buyer"]),
  /** Of an existing agreement: the version this one follows. */
  previousId: idShape.nullable(),
  name: nameShape,
  validFrom: plainDateShape,
  terms: agreementTermsShape,
});
export const checkedAgreementShape = z.object({
  applicability: z.enum(["applies", "does_not_apply", "unknown"]),
  findings: z.array(z.lazy(() => termsFindingShape)),
  /** Whether the other side will see it, and answer. */
  isShared: z.boolean(),
  partnerName: z.string(),
});
export type AgreementDraft = z.infer<typeof agreementDraftShape>;
export const answerAgreementShape = z.object({
  accept: z.boolean(),
  /** Own card of the proposer; needed to accept. */
  partnerId: idShape.optional(),
  /** Own items for the agreement's lines; what is left out is mapped later. */
  items: z.array(z.object({ lineNumber: z.int().min(1), itemId: idShape, factor: positiveQuantityShape })).max(5000),
});
export const mapItemsShape = answerAgreementShape.pick({ items: true });
export const agreementDraftDocumentShape = z.object({
  id: idShape,
  number: z.string(),
  state: z.enum(["draft", "approved", "sent", "discarded"]),
  sentId: idShape.nullable(),
  updatedAt: z.string(),
  version: versionShape,
  body: agreementDraftShape,
});
export const endAgreementShape = z.object({ endsOn: plainDateShape });
export const termsFindingShape = z.object({
  severity: z.enum(["error", "warning"]),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  field: z.string().optional(),
});
export const agreementRowShape = z.object({
  id: idShape,
  name: z.string(),
  versionNumber: z.int(),
  state: z.enum(AGREEMENT_STATES),
  mySide: z.enum(["seller", "buyer"]),
  isMyProposal: z.boolean(),
  isOutside: z.boolean(),
  partnerId: idShape.nullable(),
  partnerName: z.string(),
  validFrom: plainDateShape,
  endedOn: plainDateShape.nullable(),
  bookedAt: z.enum(BOOKING_MOMENTS),
  itemCount: z.int(),
  unmappedCount: z.int().meta({ description: "items the acting company has not mapped to its own yet" }),
});
export const agreementListQueryShape = listQueryShape.extend({
  state: z.enum(AGREEMENT_STATES).optional(),
  side: z.enum(["seller", "buyer"]).optional(),
  partnerId: idShape.optional(),
});
export const agreementListShape = pageShape(agreementRowShape);
const agreementDocumentItemShape = agreementItemShape.extend({
  lineNumber: z.int(),
  /** The acting company's own item; null while it is not mapped. */
  ownItemId: idShape.nullable(),
  ownItemCode: z.string().nullable(),
  /** An own item whose code fits, for the side that has not mapped yet. */
  suggestedItemId: idShape.nullable(),
  suggestedItemCode: z.string().nullable(),
});
export const agreementShape = agreementRowShape
  .extend({
    terms: agreementTermsShape.omit({ items: true }),
    items: z.array(agreementDocumentItemShape),
    findings: z.array(termsFindingShape),
    moves: z.array(z.enum(["accept", "decline", "end"])),
    previousId: idShape.nullable(),
    versions: z.array(
      z.object({
        id: idShape,
        versionNumber: z.int(),
        state: z.enum(AGREEMENT_STATES),
        validFrom: plainDateShape,
        endedOn: plainDateShape.nullable(),
      }),
    ),
  })
  .meta({ id: "Agreement" });

export const findPriceQueryShape = z.object({
  itemCode: codeShape,
  quantity: positiveQuantityShape,
  date: plainDateShape,
});
export const foundPriceShape = z.object({
  unitPrice: priceShape,
  isProvisional: z.boolean(),
  listFrom: plainDateShape,
  fromQuantity: quantityShape,
  nextBreak: z.object({ fromQuantity: quantityShape, unitPrice: priceShape }).nullable(),
});
