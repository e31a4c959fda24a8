import { z } from "zod";
import { itemInputShape } from "../../items/index.ts";
import {
  codeShape,
  idShape,
  plainDateShape,
  quantityShape,
  versionShape,
  wantedQuantityShape,
} from "../../shared/index.ts";
import { plannedRefShape, recordRefShape } from "../contract.ts";
import { PLAN_EXCEPTION_KINDS } from "../plan-records.ts";

/** Request and response shapes of "what if". A question is a list of assumptions; nothing is written by it. */
const receiptKindShape = z.enum(["purchase", "work_order", "step"]);

const needShape = z.object({
  kind: z.literal("need"),
  itemId: idShape,
  quantity: wantedQuantityShape.meta({ description: "in the item's own unit" }),
  neededOn: plainDateShape,
  partnerId: idShape.nullable().default(null).meta({ description: "the customer" }),
});
const receiptShape = z.object({
  kind: z.literal("receipt"),
  record: z.object({ kind: receiptKindShape, id: idShape, line: z.int().nullable() }),
  daysLater: z.int().min(-366).max(366).meta({ description: "calendar days; of what is overdue, from today" }),
  quantity: quantityShape.nullable().default(null).meta({ description: "what would still come; null: as it stands" }),
});
const { lotRule, lotPeriodDays, setupCostYen, holdingCostYenPerYear } = itemInputShape.shape;
const itemChangeShape = z.object({
  kind: z.literal("item"),
  itemId: idShape,
  parameters: z.object({
    leadTimeDays: z.int().optional(),
    safetyStock: quantityShape.optional(),
    lotRule: lotRule.optional(),
    lotFixed: quantityShape.nullable().optional(),
    lotPeriodDays: lotPeriodDays.optional(),
    lotMinimum: quantityShape.nullable().optional(),
    lotMaximum: quantityShape.nullable().optional(),
    lotMultiple: quantityShape.nullable().optional(),
    setupCostYen: setupCostYen.removeDefault().unwrap().optional(),
    holdingCostYenPerYear: holdingCostYenPerYear.removeDefault().unwrap().optional(),
  }),
});
const capacityShape = z.object({
  kind: z.literal("capacity"),
  workCenterId: idShape,
  from: plainDateShape,
  to: plainDateShape,
  overtimeMinutes: z.int().min(1).max(1440).nullable().meta({
    description: "of each machine on each working day; null: closed",
  }),
});
export const whatIfChangeShape = z
  .discriminatedUnion("kind", [needShape, receiptShape, itemChangeShape, capacityShape])
  .meta({ id: "WhatIfChange" });
export const whatIfQuestionShape = z.object({
  changes: z.array(whatIfChangeShape).min(1, { error: "NOTHING_CHOSEN" }).max(50),
});

const recordShape = z.object({
  kind: z.string(),
  id: idShape,
  line: z.int().nullable(),
  number: z.string(),
  partnerName: z.string().nullable(),
  side: z.enum(["S", "B"]).nullable(),
});
const comparedOrderShape = z
  .object({ quantity: quantityShape, startOn: plainDateShape, dueOn: plainDateShape, isPastDue: z.boolean() })
  .nullable();
const supplyShape = z.enum(["make", "buy", "subcontract"]);
const lateDaysShape = z.int().nullable().meta({ description: "0: in time; null: not covered in full" });
const named = { itemId: idShape, itemCode: codeShape, itemName: z.string(), unit: codeShape };
const totalShape = z.int().meta({ description: "the rows are cut; this counts all" });
const pointsShape = z.array(z.object({ onDate: plainDateShape, balance: quantityShape }));
const sumsShape = z.object({
  orders: z.object({ make: z.int(), buy: z.int(), subcontract: z.int() }),
  pastDueOrders: z.int(),
  exceptions: z.int(),
  lateDemands: z.int(),
});
const weekLoadShape = z.array(z.object({ orderMinutes: z.int(), planMinutes: z.int(), capacityMinutes: z.int() }));

export const whatIfAnswerShape = z
  .object({
    planFrom: plainDateShape,
    horizonDays: z.int(),
    elapsedMs: z.int(),
    needs: z.array(z.object({ change: z.int(), lateDays: lateDaysShape })),
    orders: z.object({
      total: totalShape,
      comes: z.int(),
      goes: z.int(),
      changes: z.int(),
      rows: z.array(
        z.object({
          ...named,
          supply: supplyShape,
          orderKey: idShape.nullable(),
          was: comparedOrderShape,
          now: comparedOrderShape,
        }),
      ),
    }),
    exceptions: z.object({
      total: totalShape,
      comes: z.int(),
      goes: z.int(),
      rows: z.array(
        z.object({
          ...named,
          kind: z.enum(PLAN_EXCEPTION_KINDS),
          becomes: z.enum(["comes", "goes", "changed"]),
          subject: z
            .union([plannedRefShape, recordRefShape])
            .nullable()
            .meta({ description: "a record outside the plan, or a firm planned order; null: the item" }),
          orderKey: idShape.nullable(),
          quantity: quantityShape,
          onDate: plainDateShape,
          wantedDate: plainDateShape.nullable(),
        }),
      ),
    }),
    demands: z.object({
      total: totalShape,
      worse: z.int().meta({ description: "orders with a line that is later than before" }),
      better: z.int(),
      customers: z.int().meta({ description: "whose orders come later than before" }),
      rows: z.array(
        z.object({
          ...named,
          record: recordShape,
          quantity: quantityShape,
          neededOn: plainDateShape,
          lateDaysBefore: lateDaysShape,
          lateDaysAfter: lateDaysShape,
        }),
      ),
    }),
    stocks: z.array(
      z.object({
        ...named,
        safetyStock: z.object({ before: quantityShape, after: quantityShape }),
        before: pointsShape,
        after: pointsShape,
      }),
    ),
    sums: z.object({ before: sumsShape, after: sumsShape }),
    load: z.object({
      weeks: z.array(z.object({ from: plainDateShape, to: plainDateShape })),
      centers: z.array(
        z.object({
          id: idShape,
          code: z.string(),
          name: z.string(),
          nameEn: z.string(),
          before: weekLoadShape,
          after: weekLoadShape,
        }),
      ),
    }),
  })
  .meta({ id: "WhatIfAnswer" });

/** As what an assumed need enters the records. */
const NEED_AS = ["forecast", "sales_draft"] as const;
const choicesShape = z
  .array(z.object({ change: z.int().min(0), as: z.enum(NEED_AS) }))
  .max(50)
  .default([])
  .meta({ description: "what a need becomes; a forecast unless said" });
const refusalShape = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  field: z.string().optional(),
});
export const whatIfApplyPreviewInputShape = whatIfQuestionShape.extend({ needsAs: choicesShape });
export const whatIfApplyPreviewShape = z.object({
  steps: z.array(
    z.object({
      change: z.int(),
      does: z.enum([
        "add_forecast",
        "raise_forecast",
        "sales_draft",
        "move_work_order",
        "change_purchase",
        "change_item",
        "nothing",
      ]),
      subject: z.string().meta({ description: "the record's number, or the item's code" }),
      partnerName: z.string().nullable(),
      isAsked: z.boolean().meta({ description: "the other company is asked first; nothing changes before it agrees" }),
      values: z.array(
        z.object({
          field: z.string(),
          was: z.string().nullable(),
          now: z.string().nullable(),
        }),
      ),
      page: z.string().nullable().meta({ description: "where the record stands, or where it is done by hand" }),
      notes: z.array(refusalShape),
      refusals: z.array(refusalShape),
      version: z.int().nullable().meta({ description: "of the record, as it was looked at" }),
    }),
  ),
});
export const whatIfApplyInputShape = whatIfApplyPreviewInputShape.extend({
  seen: z
    .array(z.object({ change: z.int().min(0), version: versionShape }))
    .max(50)
    .meta({ description: "versions of the preview; what somebody changed since is refused" }),
});
export const whatIfAppliedShape = z.object({
  done: z.array(
    z.object({
      change: z.int(),
      does: z.string(),
      number: z.string(),
      page: z.string(),
      isAsked: z.boolean(),
    }),
  ),
});
export type WhatIfAnswer = z.infer<typeof whatIfAnswerShape>;
export type WhatIfApplyPreview = z.infer<typeof whatIfApplyPreviewShape>;
export type WhatIfApplyWish = z.infer<typeof whatIfApplyPreviewInputShape>;
export type WhatIfApplied = z.infer<typeof whatIfAppliedShape>;
