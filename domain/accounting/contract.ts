import { z } from "zod";
import {
  codeShape,
  idShape,
  listQueryShape,
  nameShape,
  noteShape,
  pageShape,
  plainDateShape,
  TAX_CODES,
  versionShape,
  yenShape,
} from "../shared/index.ts";
import { ACCOUNT_ROLES, isAccountRole } from "./account.ts";
import { ACCOUNT_TYPES, STATEMENT_SECTIONS } from "./statement-section.ts";

/** Request and response shapes of the books. Yen travel as text; debit plus, credit minus unless a field says otherwise. */
export const monthShape = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "MONTH_INVALID" })
  .meta({ description: "a month", example: "2026-11" });

export const accountShape = z
  .object({
    id: idShape,
    code: codeShape,
    nameJa: nameShape,
    nameEn: z.string(),
    kana: z.string(),
    type: z.enum(ACCOUNT_TYPES),
    normalSide: z.enum(["debit", "credit"]),
    section: z.enum(STATEMENT_SECTIONS),
    etaxCode: z.string().max(20),
    roles: z.array(z.string()).meta({ description: "what posting rules use it for" }),
    isActive: z.boolean(),
    version: versionShape,
  })
  .meta({ id: "Account" });
export const newAccountShape = z.object({
  code: codeShape,
  nameJa: nameShape,
  nameEn: z.string().trim().max(200, { error: "TOO_LONG" }).default(""),
  kana: z.string().trim().max(200, { error: "TOO_LONG" }).default(""),
  type: z.enum(ACCOUNT_TYPES),
  normalSide: z.enum(["debit", "credit"]),
  section: z.enum(STATEMENT_SECTIONS),
  etaxCode: z.string().trim().max(20, { error: "TOO_LONG" }).default(""),
});
export const changeAccountShape = newAccountShape
  .omit({ type: true, section: true, normalSide: true })
  .extend({ isActive: z.boolean(), version: versionShape });
export const accountListQueryShape = listQueryShape.extend({
  type: z.enum(ACCOUNT_TYPES).optional(),
  isActive: z.stringbool().optional(),
});

export const accountMapRowShape = z.object({
  role: z.enum(ACCOUNT_ROLES as [string, ...string[]]),
  accountId: idShape,
  accountCode: codeShape,
  accountNameJa: z.string(),
  accountNameEn: z.string(),
  type: z.enum(ACCOUNT_TYPES),
  isInventory: z.boolean(),
});
export const accountMapShape = z.object({ rows: z.array(accountMapRowShape) });
export const mapRoleShape = z.object({ accountCode: codeShape });
export const accountRoleShape = z.string().refine(isAccountRole, { error: "ACCOUNT_ROLE_UNKNOWN" });

const entryHead = {
  id: idShape,
  number: z.string(),
  kind: z.string(),
  eventOn: plainDateShape,
  postingOn: plainDateShape,
  description: z.string(),
  totalYen: yenShape,
  sourceKind: z.string(),
  sourceId: idShape.nullable(),
  tradeId: idShape.nullable(),
  partnerId: idShape.nullable(),
  partnerName: z.string().nullable(),
};
export const journalRowShape = z.object(entryHead);
export const journalLineShape = z.object({
  lineNumber: z.int(),
  accountCode: codeShape,
  accountNameJa: z.string(),
  accountNameEn: z.string(),
  debitYen: yenShape.nullable(),
  creditYen: yenShape.nullable(),
  taxCode: z.string().nullable(),
  deductiblePercent: z.int().nullable(),
  partnerName: z.string().nullable(),
  flow: z.string().nullable(),
  note: z.string(),
  workOrderId: idShape.nullable(),
});
const entryLink = z.object({ id: idShape, number: z.string() });
export const journalEntryShape = z
  .object({
    ...entryHead,
    reference: z.string(),
    enteredBy: z.string(),
    enteredAt: z.string(),
    canReverse: z.boolean(),
    reversedBy: entryLink.nullable(),
    reverses: entryLink.nullable(),
    sourceTo: z
      .object({ label: z.string(), to: z.string() })
      .nullable()
      .meta({ description: "the record it comes from" }),
    lines: z.array(journalLineShape),
  })
  .meta({ id: "JournalEntry" });
const yenBoundShape = z
  .string()
  .transform((text) => text.normalize("NFKC").replaceAll(",", "").trim())
  .pipe(z.string().regex(/^\d{1,15}$/, { error: "YEN_INVALID" }));
export const journalListQueryShape = listQueryShape.extend({
  postingOnFrom: plainDateShape.optional(),
  postingOnTo: plainDateShape.optional(),
  kind: z.string().max(60).optional(),
  sourceKind: z.string().max(40).optional(),
  accountCode: codeShape.optional(),
  partnerId: idShape.optional(),
  partner: z.string().trim().max(100).optional().meta({ description: "part of the partner's name or its code" }),
  amountMin: yenBoundShape.optional(),
  amountMax: yenBoundShape.optional(),
  sourceId: idShape.optional(),
  tradeId: idShape.optional(),
});
export const journalListShape = pageShape(journalRowShape);

export const manualLineShape = z.object({
  account: codeShape,
  debitYen: yenShape.nullable().optional(),
  creditYen: yenShape.nullable().optional(),
  taxCode: z.enum(TAX_CODES).nullable().optional(),
  partner: z.string().trim().max(40).nullable().optional().meta({ description: "the partner's code" }),
  note: z.string().trim().max(200, { error: "TOO_LONG" }).nullable().optional(),
});
export const postManualEntryShape = z.object({
  postingOn: plainDateShape,
  description: z.string().trim().max(400, { error: "TOO_LONG" }),
  lines: z.array(manualLineShape).min(2, { error: "ENTRY_NEEDS_LINES" }).max(500, { error: "TOO_MANY_LINES" }),
});
export const postedEntryShape = z.object({ id: idShape, number: z.string() });
export const reverseEntryShape = z.object({ postingOn: plainDateShape, description: noteShape.optional() });

export const periodShape = z.object({
  month: monthShape,
  year: z.int(),
  number: z.int().min(1).max(12),
  startsOn: plainDateShape,
  endsOn: plainDateShape,
  state: z.enum(["open", "closed"]),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  canClose: z.boolean(),
  canCloseWithEarlier: z.boolean().meta({ description: "this one and every open month before it, in one go" }),
  canReopen: z.boolean(),
});
export const periodListShape = z.object({ rows: z.array(periodShape), nextYear: z.int(), startMonth: z.int() });
export const closeFindingShape = z.object({
  severity: z.enum(["blocks", "warns"]),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  to: z.string().nullable().meta({ description: "the page that helps" }),
});
export const closePreviewShape = z.object({ month: monthShape, findings: z.array(closeFindingShape) });
export const closeSeriesShape = z.object({ months: z.array(closePreviewShape) });
export const reopenPeriodShape = z.object({
  reason: z.string().trim().min(1, { error: "REQUIRED" }).max(400, { error: "TOO_LONG" }),
});
export const newFiscalYearShape = z.object({ year: z.int().min(2000).max(2100) });
