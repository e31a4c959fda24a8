import { z } from "zod";
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
import { ROLES } from "./permissions.ts";

/** Request and response shapes of companies: settings, members, mandates, who looked, history, views, jump. */
const shortText = (maximum: number) => z.string().trim().max(maximum, { error: "TOO_LONG" });
export const roundingShape = z.enum(["down", "half_up", "up"]);
export const registrationNumberShape = z.string().regex(/^T\d{13}$/, { error: "REGISTRATION_NUMBER_FORMAT" });
export const corporateNumberShape = z.string().regex(/^\d{13}$/, { error: "CORPORATE_NUMBER_FORMAT" });
const notNegativeYenShape = z
  .string()
  .regex(/^\d{1,15}$/, { error: "YEN_INVALID" })
  .meta({ description: "whole yen as text", example: "10000000" });
const rolesShape = z.array(z.enum(ROLES)).min(1, { error: "ROLE_REQUIRED" });

export const companySettingsInputShape = z.object({
  name: nameShape,
  nameEn: shortText(200),
  kana: shortText(200),
  corporateNumber: corporateNumberShape.nullable(),
  registrationNumber: registrationNumberShape.nullable(),
  taxStatus: z.enum(SELLER_TAX_STATUSES),
  postalCode: shortText(20),
  address: shortText(300),
  phone: shortText(40),
  capitalYen: notNegativeYenShape.nullable(),
  employeeCount: z.int().min(0).max(1_000_000).nullable(),
  color: z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: "COLOR_INVALID" }),
  taxRounding: roundingShape,
  amountRounding: roundingShape,
  fiscalYearStartMonth: z.int().min(1).max(12),
  isPublished: z.boolean().meta({ description: "name, reading and address can be found by other companies" }),
});
/** A finding that does not stop anything; the sentence stands under the code. */
export const warningShape = z.object({ code: z.string(), field: z.string() });
export const companySettingsShape = companySettingsInputShape.extend({
  companyId: idShape,
  code: codeShape,
  isWindow: z.boolean(),
  version: versionShape,
  /** The fiscal year is fixed once something was booked. */
  isFiscalYearFixed: z.boolean(),
  warnings: z.array(warningShape),
});
export const companySettingsUpdateShape = companySettingsInputShape.extend({ version: versionShape });

export const memberShape = z.object({
  userId: idShape,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  validFrom: plainDateShape,
  /** The first day without access; null: without end. */
  endsOn: plainDateShape.nullable(),
  isSelf: z.boolean(),
});
export const memberPageShape = pageShape(memberShape);
export const memberInputShape = z.object({
  email: z.email({ error: "EMAIL_INVALID" }).max(200),
  roles: rolesShape,
  endsOn: plainDateShape.nullable(),
});

export const mandateShape = z.object({
  id: idShape,
  userId: idShape,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  purpose: z.string(),
  validFrom: plainDateShape,
  /** The first day without access; null: without end. */
  endsOn: plainDateShape.nullable(),
});
export const mandatePageShape = pageShape(mandateShape);
export const mandateInputShape = z.object({
  email: z.email({ error: "EMAIL_INVALID" }).max(200),
  roles: rolesShape,
  purpose: nameShape,
  validFrom: plainDateShape,
  endsOn: plainDateShape.nullable(),
});
export const mandateEndShape = z.object({ endsOn: plainDateShape });

/** Another company's command or enquiry that reached into this company's records. */
export const accessShape = z.object({
  id: z.string(),
  at: z.string().meta({ format: "date-time" }),
  kind: z.enum(["reaction", "precheck"]),
  byCompanyId: idShape,
  /** As this company knows it; null when it neither is a partner nor publishes its name. */
  byName: z.string().nullable(),
  /** place, ship, accept … for a reaction; the answer given for a pre-check. */
  what: z.string(),
  tradeId: idShape.nullable(),
  tradeNumber: z.string().nullable(),
  /** As what this company takes part in the trade. */
  tradeSide: z.enum(["seller", "buyer"]).nullable(),
  /** Code and quantity asked for, of a pre-check. */
  code: z.string().nullable(),
  quantity: z.string().nullable(),
});
export const accessListQueryShape = listQueryShape.extend({
  kind: z.enum(["reaction", "precheck"]).default("reaction"),
  byCompanyId: idShape.optional(),
  atFrom: plainDateShape.optional(),
  atTo: plainDateShape.optional(),
});
export const accessPageShape = pageShape(accessShape);

export const historyEntryShape = z.object({
  id: idShape,
  at: z.string().meta({ format: "date-time" }),
  command: z.string(),
  /** Null for a job, or for a person of another company. */
  userName: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});
export const historyQueryShape = listQueryShape.extend({ subjectId: idShape });
export const historyPageShape = pageShape(historyEntryShape);

export const savedViewShape = z.object({
  id: idShape,
  page: z.string(),
  name: z.string(),
  query: z.string(),
  isShared: z.boolean(),
  isOwn: z.boolean(),
});
export const savedViewPageShape = pageShape(savedViewShape);
export const savedViewQueryShape = z.object({ page: z.string().max(100).optional() });
export const savedViewInputShape = z.object({
  page: z.string().min(1).max(100),
  name: nameShape,
  query: noteShape.meta({ description: "the query string of the list's address" }),
  isShared: z.boolean(),
});

export const JUMP_KINDS = ["item", "partner", "sales", "purchasing", "workOrder", "invoice", "delivery"] as const;
export const jumpQueryShape = z.object({ q: z.string().trim().min(1, { error: "REQUIRED" }).max(100) });
export const jumpHitShape = z.object({
  kind: z.enum(JUMP_KINDS),
  label: z.string(),
  detail: z.string().nullable(),
  href: z.string(),
});
export const jumpAnswerShape = z.object({ rows: z.array(jumpHitShape) });

export type CompanySettings = z.infer<typeof companySettingsShape>;
export type CompanySettingsInput = z.infer<typeof companySettingsInputShape>;
export type Member = z.infer<typeof memberShape>;
export type Mandate = z.infer<typeof mandateShape>;
export type Access = z.infer<typeof accessShape>;
export type JumpHit = z.infer<typeof jumpHitShape>;
