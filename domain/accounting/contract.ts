import { z } from "zod";
import {
  codeShape,
  idShape,
  listQueryShape,
  nameShape,
  noteShape,
  pageShape,
  plainDateShape,
  TAX_CATEGORIES,
  TAX_CODES,
  versionShape,
  yenShape,
} from "../shared/index.ts";
import { isAccountRole } from "./account.ts";
import { AGEING_BUCKETS } from "./ageing.ts";
import { COST_FLOWS } from "./journal.ts";
import { ACCOUNT_TYPES, STATEMENT_SECTIONS } from "./statement-section.ts";

/** Request and response shapes of accounting. Yen travel as text; debit plus, credit minus unless a field says otherwise. */
export const accountShape = z.object({
  id: idShape,
  code: codeShape,
  nameJa: nameShape,
  nameEn: nameShape,
  type: z.enum(ACCOUNT_TYPES),
  normalSide: z.enum(["debit", "credit"]),
  section: z.enum(STATEMENT_SECTIONS),
  etaxCode: z.string().max(20),
  roles: z.array(z.string().refine(isAccountRole, { error: "ACCOUNT_ROLE_UNKNOWN" })),
  active: z.boolean(),
  version: versionShape,
});
export const saveAccountShape = accountShape.omit({ id: true, roles: true, version: true });
export const mapRoleShape = z.object({ accountCode: codeShape });

export const periodShape = z.object({
  id: idShape,
  year: z.int(),
  number: z.int().min(1).max(12),
  startsOn: plainDateShape,
  endsOn: plainDateShape,
  state: z.enum(["open", "closed"]),
  version: versionShape,
});
export const closeFindingShape = z.object({
  severity: z.enum(["blocks", "warns"]),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export const closePreviewShape = z.object({ period: periodShape, findings: z.array(closeFindingShape) });
export const changePeriodShape = z.object({ version: versionShape });

export const journalLineShape = z.object({
  lineNumber: z.int(),
  accountCode: codeShape,
  accountNameJa: z.string(),
  accountNameEn: z.string(),
  debitYen: yenShape,
  creditYen: yenShape,
  taxCode: z.enum(TAX_CODES).optional(),
  deductiblePercent: z.int().min(0).max(100).optional(),
  partnerId: idShape.optional(),
  partnerName: z.string().optional(),
  flow: z.enum(COST_FLOWS).optional(),
});
export const journalEntryShape = z.object({
  id: idShape,
  number: z.string(),
  kind: z.string(),
  eventOn: plainDateShape,
  postingOn: plainDateShape,
  sourceId: z.string(),
  note: z.string(),
  totalYen: yenShape,
  reversedById: idShape.optional(),
  reversesId: idShape.optional(),
  lines: z.array(journalLineShape),
});
export const journalListQueryShape = listQueryShape.extend({
  from: plainDateShape.optional(),
  to: plainDateShape.optional(),
  kind: z.string().max(60).optional(),
  accountCode: codeShape.optional(),
  partnerId: idShape.optional(),
  sourceId: z.string().max(60).optional(),
});
export const journalListShape = pageShape(journalEntryShape.omit({ lines: true }));

export const postManualEntryShape = z.object({
  postingOn: plainDateShape,
  note: noteShape,
  lines: z
    .array(
      z.object({
        accountCode: codeShape,
        amountYen: yenShape.meta({ description: "debit plus, credit minus" }),
        taxCode: z.enum(TAX_CODES).optional(),
        partnerId: idShape.optional(),
      }),
    )
    .min(2, { error: "ENTRY_NEEDS_LINES" })
    .max(500, { error: "TOO_MANY_LINES" }),
});
export const reverseEntryShape = z.object({ postingOn: plainDateShape, note: noteShape });

export const trialBalanceQueryShape = z.object({ from: plainDateShape, to: plainDateShape });
export const trialBalanceShape = z.object({
  from: plainDateShape,
  to: plainDateShape,
  rows: z.array(
    z.object({
      accountCode: codeShape,
      nameJa: z.string(),
      nameEn: z.string(),
      section: z.enum(STATEMENT_SECTIONS),
      openingYen: yenShape,
      debitYen: yenShape,
      creditYen: yenShape,
      closingYen: yenShape,
      isUnusual: z.boolean(),
    }),
  ),
  debitYen: yenShape,
  creditYen: yenShape,
});

export const ledgerQueryShape = z.object({ accountCode: codeShape, from: plainDateShape, to: plainDateShape });
export const ledgerShape = z.object({
  accountCode: codeShape,
  openingYen: yenShape,
  closingYen: yenShape,
  rows: z.array(
    z.object({
      entryId: idShape,
      entryNumber: z.string(),
      lineNumber: z.int(),
      postingOn: plainDateShape,
      kind: z.string(),
      counterAccountCode: codeShape.nullable(),
      partnerName: z.string().optional(),
      debitYen: yenShape,
      creditYen: yenShape,
      balanceYen: yenShape,
    }),
  ),
});

export const ageingQueryShape = z.object({ side: z.enum(["receivable", "payable"]), asOf: plainDateShape });
export const ageingShape = z.object({
  side: z.enum(["receivable", "payable"]),
  asOf: plainDateShape,
  rows: z.array(
    z.object({
      partnerId: idShape,
      partnerName: z.string(),
      amounts: z.record(z.enum(AGEING_BUCKETS), yenShape),
      totalYen: yenShape,
    }),
  ),
  totalYen: yenShape,
});

export const proposeMatchesShape = z.object({
  partnerId: idShape.optional(),
  payerName: z.string().max(200),
  remittanceText: z.string().max(500),
  amountYen: yenShape,
});
export const matchProposalShape = z.object({
  reason: z.enum(["invoice_number", "exact_amount", "several_invoices", "fee_taken_off", "part_payment"]),
  parts: z.array(z.object({ invoiceId: idShape, number: z.string(), amountYen: yenShape })),
  feeTakenOffYen: yenShape,
  isAmbiguous: z.boolean(),
});
export const matchProposalsShape = z.object({ proposals: z.array(matchProposalShape) });

export const taxDefaultsShape = z.object({
  fiscalYearStartMonth: z.int().min(1).max(12),
  taxRounding: z.enum(["down", "half_up", "up"]),
  /** `exempt` 免税事業者, `unregistered` a taxable company without a registration number. */
  taxStatus: z.enum(["registered", "unregistered", "exempt"]),
  registrationNumber: z
    .string()
    .regex(/^T\d{13}$/, { error: "REGISTRATION_NUMBER_FORMAT" })
    .nullable(),
  defaultTaxCategory: z.enum(TAX_CATEGORIES),
  version: versionShape,
});

export const costOfGoodsManufacturedShape = z.object({
  from: plainDateShape,
  to: plainDateShape,
  material: z.object({
    openingYen: yenShape,
    purchasedYen: yenShape,
    otherDecreaseYen: yenShape,
    closingYen: yenShape,
    usedYen: yenShape,
  }),
  otherStockUsedYen: yenShape,
  labourYen: yenShape,
  outsideProcessingYen: yenShape,
  machineYen: yenShape,
  expensesYen: yenShape,
  totalManufacturingYen: yenShape,
  openingWorkInProcessYen: yenShape,
  closingWorkInProcessYen: yenShape,
  transferredYen: yenShape,
  manufacturedYen: yenShape,
});
