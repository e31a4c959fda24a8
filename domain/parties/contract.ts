import { z } from "zod";
import { corporateNumberShape, registrationNumberShape, roundingShape, warningShape } from "../companies/index.ts";
import {
  codeShape,
  idShape,
  listQueryShape,
  nameShape,
  noteShape,
  pageShape,
  plainDateShape,
  SELLER_TAX_STATUSES,
  versionShape,
} from "../shared/index.ts";

/** Request and response shapes of parties: partners with their sites and bank accounts, and links between companies. */
export const PARTNER_PAYMENT_KINDS = ["transfer", "cash", "claim", "offset"] as const;
export const PARTNER_HOLIDAY_SHIFTS = ["previous", "next"] as const;
export const BANK_ACCOUNT_KINDS = ["ordinary", "current", "savings", "other"] as const;
export const LINK_STATES = ["proposed", "linked", "declined", "withdrawn"] as const;

const shortText = (maximum: number) => z.string().trim().max(maximum, { error: "TOO_LONG" });
const dayOfMonthShape = z.int().min(1).max(31).meta({ description: "day of the month; 31 is its last day (末)" });
const notNegativeYenShape = z.string().regex(/^\d{1,15}$/, { error: "YEN_INVALID" });

export const partnerSiteShape = z.object({
  code: codeShape,
  name: nameShape,
  postalCode: shortText(20),
  address: shortText(300),
  phone: shortText(40),
});
export const partnerBankAccountShape = z.object({
  bankCode: z.string().regex(/^\d{4}$/, { error: "BANK_CODE_INVALID" }),
  branchCode: z.string().regex(/^\d{3}$/, { error: "BRANCH_CODE_INVALID" }),
  accountKind: z.enum(BANK_ACCOUNT_KINDS),
  accountNumber: z.string().regex(/^\d{1,7}$/, { error: "ACCOUNT_NUMBER_INVALID" }),
  holderKana: z
    .string()
    .trim()
    .min(1, { error: "REQUIRED" })
    .max(30, { error: "TOO_LONG" })
    .meta({ description: "the holder in katakana, as bank files take it: at most 30 letters" }),
});

export const partnerInputShape = z.object({
  code: codeShape,
  name: nameShape,
  nameEn: shortText(200),
  kana: shortText(200),
  isCustomer: z.boolean(),
  isSupplier: z.boolean(),
  registrationNumber: registrationNumberShape.nullable(),
  corporateNumber: corporateNumberShape.nullable(),
  taxStatus: z.enum(SELLER_TAX_STATUSES),
  capitalYen: notNegativeYenShape.nullable(),
  employeeCount: z.int().min(0).max(1_000_000).nullable(),
  postalCode: shortText(20),
  address: shortText(300),
  phone: shortText(40),
  email: shortText(200),
  contactName: shortText(100),
  closingDay: dayOfMonthShape,
  paymentMonthOffset: z.int().min(0).max(6),
  paymentDay: dayOfMonthShape,
  holidayShift: z.enum(PARTNER_HOLIDAY_SHIFTS),
  paymentKind: z.enum(PARTNER_PAYMENT_KINDS),
  taxRounding: roundingShape,
  creditLimitYen: notNegativeYenShape.nullable(),
  answersDates: z
    .boolean()
    .default(false)
    .meta({ description: "a linked partner's questions for dates are answered by the own plan, with no person" }),
  promiseLimit: z.int().min(0).max(1000).default(10).meta({ description: "dates that may be held for it at once" }),
  note: noteShape,
  isActive: z.boolean(),
  sites: z.array(partnerSiteShape).max(200),
  bankAccounts: z.array(partnerBankAccountShape).max(20),
});
export const partnerUpdateShape = partnerInputShape.extend({ version: versionShape });
export const partnerShape = partnerInputShape.extend({
  id: idShape,
  linkedCompanyId: idShape.nullable(),
  linkedOn: plainDateShape.nullable(),
  version: versionShape,
  warnings: z.array(warningShape),
});

export const partnerRowShape = partnerInputShape
  .pick({
    code: true,
    name: true,
    nameEn: true,
    kana: true,
    isCustomer: true,
    isSupplier: true,
    registrationNumber: true,
    taxStatus: true,
    phone: true,
    contactName: true,
    closingDay: true,
    paymentMonthOffset: true,
    paymentDay: true,
    isActive: true,
  })
  .extend({ id: idShape, isLinked: z.boolean() });
export const partnerListQueryShape = listQueryShape.extend({
  role: z.enum(["customer", "supplier"]).optional(),
  isActive: z.stringbool().optional(),
  isLinked: z.stringbool().optional(),
});
export const partnerPageShape = pageShape(partnerRowShape);

export const companyProfileShape = z.object({
  companyId: idShape,
  name: z.string(),
  nameEn: z.string(),
  address: z.string(),
});
export const companyProfileQueryShape = z.object({
  search: z.string().trim().min(1, { error: "REQUIRED" }).max(100),
});
export const companyProfilePageShape = pageShape(companyProfileShape);

export const partnerLinkShape = z.object({
  id: idShape,
  state: z.enum(LINK_STATES),
  /** `sent`: this company asked; `received`: it was asked and answers. */
  direction: z.enum(["sent", "received"]),
  otherCompanyId: idShape,
  otherName: z.string(),
  partnerId: idShape.nullable(),
  partnerCode: z.string().nullable(),
  partnerName: z.string().nullable(),
  message: z.string(),
  proposedAt: z.string().meta({ format: "date-time" }),
  answeredAt: z.string().meta({ format: "date-time" }).nullable(),
});
export const partnerLinkPageShape = pageShape(partnerLinkShape);
export const partnerLinkQueryShape = z.object({ state: z.enum(LINK_STATES).optional() });
export const partnerLinkInputShape = z.object({
  companyId: idShape,
  partnerId: idShape.meta({ description: "the own card of that company" }),
  message: shortText(1000),
});
export const partnerLinkAnswerShape = z.object({
  accept: z.boolean(),
  partnerId: idShape.nullable().meta({ description: "the own card of that company, when accepting" }),
});

export type PartnerInput = z.infer<typeof partnerInputShape>;
export type Partner = z.infer<typeof partnerShape>;
export type PartnerRow = z.infer<typeof partnerRowShape>;
export type PartnerSite = z.infer<typeof partnerSiteShape>;
export type PartnerBankAccount = z.infer<typeof partnerBankAccountShape>;
export type PartnerLink = z.infer<typeof partnerLinkShape>;
