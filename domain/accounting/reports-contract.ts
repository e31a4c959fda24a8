import { z } from "zod";
import { codeShape, idShape, listQueryShape, pageShape, plainDateShape, yenShape } from "../shared/index.ts";
import { AGEING_BUCKETS } from "./ageing.ts";
import { monthShape } from "./contract.ts";
import { ACCOUNT_TYPES, STATEMENT_SECTIONS } from "./statement-section.ts";

/** Shapes of what is read out of the books. */
export const monthRangeShape = z.object({ from: monthShape, to: monthShape });

export const trialBalanceShape = z.object({
  from: monthShape,
  to: monthShape,
  rows: z.array(
    z.object({
      accountCode: codeShape,
      nameJa: z.string(),
      nameEn: z.string(),
      type: z.enum(ACCOUNT_TYPES),
      section: z.enum(STATEMENT_SECTIONS),
      openingYen: yenShape,
      debitYen: yenShape,
      creditYen: yenShape,
      closingYen: yenShape,
      isUnusual: z.boolean(),
    }),
  ),
  openingYen: yenShape,
  debitYen: yenShape,
  creditYen: yenShape,
  /** Profit of the range, plus; from the accounts of revenue and expense. */
  profitYen: yenShape,
});

export const ledgerQueryShape = listQueryShape.extend({
  accountCode: codeShape,
  postedOnFrom: plainDateShape,
  postedOnTo: plainDateShape,
});
export const ledgerShape = pageShape(
  z.object({
    entryId: idShape,
    entryNumber: z.string(),
    lineNumber: z.int(),
    postingOn: plainDateShape,
    kind: z.string(),
    description: z.string(),
    counterAccount: z.string().nullable().meta({ description: "null: several (諸口)" }),
    partnerName: z.string().nullable(),
    debitYen: yenShape.nullable(),
    creditYen: yenShape.nullable(),
    balanceYen: yenShape,
  }),
).extend({
  accountCode: codeShape,
  accountNameJa: z.string(),
  accountNameEn: z.string(),
  accountType: z.enum(ACCOUNT_TYPES),
  openingYen: yenShape.meta({ description: "before the first row of this page" }),
  closingYen: yenShape.meta({ description: "at the end of the range" }),
});

export const SIDES = ["S", "B"] as const;
export const sideShape = z.enum(SIDES).meta({ description: "S: what customers owe, B: what I owe suppliers" });

export const partnerLedgerQueryShape = listQueryShape.extend({
  side: sideShape,
  partnerId: idShape,
  postedOnFrom: plainDateShape,
  postedOnTo: plainDateShape,
});
/** 得意先元帳・仕入先元帳: what a partner owes, or is owed, line by line; the balance is owed plus. */
export const partnerLedgerShape = pageShape(
  z.object({
    entryId: idShape,
    entryNumber: z.string(),
    lineNumber: z.int(),
    postingOn: plainDateShape,
    kind: z.string(),
    description: z.string(),
    counterAccount: z.string().nullable(),
    debitYen: yenShape.nullable(),
    creditYen: yenShape.nullable(),
    balanceYen: yenShape,
  }),
).extend({
  partnerCode: z.string(),
  partnerName: z.string(),
  openingYen: yenShape.meta({ description: "before the first row of this page" }),
  closingYen: yenShape.meta({ description: "at the end of the range" }),
});

export const openItemsQueryShape = z.object({ side: sideShape });
export const openItemsShape = z.object({
  side: sideShape,
  asOf: plainDateShape,
  rows: z.array(
    z.object({
      partnerId: idShape.nullable(),
      partnerCode: z.string(),
      partnerName: z.string(),
      unbilledYen: yenShape,
      otherYen: yenShape.meta({ description: "opening balances and entries by hand" }),
      amounts: z.object(
        Object.fromEntries(AGEING_BUCKETS.map((b) => [b, yenShape])) as Record<
          (typeof AGEING_BUCKETS)[number],
          typeof yenShape
        >,
      ),
      totalYen: yenShape,
      nextDueOn: plainDateShape.nullable(),
    }),
  ),
  totalYen: yenShape,
  overdueYen: yenShape,
  accountYen: yenShape.meta({ description: "balance of the control account, owed plus" }),
});

export const taxSummaryShape = z.object({
  from: monthShape,
  to: monthShape,
  rows: z.array(
    z.object({
      taxCode: z.string(),
      side: z.enum(["sale", "purchase"]),
      deductiblePercent: z.int().nullable(),
      baseYen: yenShape,
      taxYen: yenShape,
    }),
  ),
  receivedYen: yenShape,
  paidYen: yenShape,
  differenceYen: yenShape,
});

export const costStatementShape = z.object({
  from: monthShape,
  to: monthShape,
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

export const cashForecastShape = z.object({
  asOf: plainDateShape,
  cashYen: yenShape,
  weeks: z.array(
    z.object({
      startsOn: plainDateShape,
      endsOn: plainDateShape,
      isOverdue: z.boolean().meta({ description: "what is past its day and still open" }),
      inYen: yenShape,
      inUnbilledYen: yenShape,
      outYen: yenShape,
      outUnbilledYen: yenShape,
      balanceYen: yenShape,
    }),
  ),
  laterInYen: yenShape,
  laterOutYen: yenShape,
});

export const accountingSummaryShape = z.object({
  cashYen: yenShape.nullable(),
  receivableOverdueYen: yenShape.nullable(),
  overdueCount: z.int(),
  monthProfitYen: yenShape.nullable(),
  profitTrend: z.array(yenShape).meta({ description: "profit of the last six months, this one last" }),
  monthSalesYen: yenShape.nullable().meta({ description: "sales of this month so far, less returns and allowances" }),
  salesTrend: z.array(yenShape).meta({ description: "sales of the last six months, this one last" }),
  stockDays: z.number().nullable().meta({
    description:
      "stock at its value over the daily cost of sales of the last three whole months; null without such cost",
  }),
  monthToClose: monthShape.nullable().meta({ description: "the earliest open month that is over" }),
});
