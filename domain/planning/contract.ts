import { z } from "zod";
import {
  codeShape,
  idShape,
  listQueryShape,
  pageShape,
  plainDateShape,
  positiveQuantityShape,
  quantityShape,
} from "../shared/index.ts";
import { PLAN_EXCEPTION_KINDS } from "./plan-records.ts";

/** Request and response shapes of planning. A planned order is named by its run and its number in it. */
const seqShape = z.int().min(0);
const supplyShape = z.enum(["make", "buy", "subcontract"]);

export const planRunInputShape = z.object({
  planFrom: plainDateShape.optional().meta({ description: "today when absent" }),
  horizonDays: z.int().min(7).max(1100).default(365),
});
export const planRunShape = z.object({
  id: idShape,
  number: z.string(),
  planFrom: plainDateShape,
  horizonDays: z.int(),
  startedAt: z.iso.datetime(),
  state: z.enum(["running", "done", "failed"]),
  orderCount: z.int(),
  pastDueCount: z.int(),
  exceptionCount: z.int(),
});

export const plannedOrderShape = z.object({
  seq: seqShape,
  itemId: idShape,
  itemCode: codeShape,
  supply: supplyShape,
  partnerId: idShape.nullable(),
  quantity: quantityShape,
  expectedQuantity: quantityShape,
  unit: codeShape,
  startOn: plainDateShape,
  dueOn: plainDateShape,
  isPastDue: z.boolean(),
  wantedStartOn: plainDateShape,
  orderKey: z.string().nullable(),
});
export const plannedOrderListQueryShape = listQueryShape.extend({
  supply: supplyShape.optional(),
  itemId: idShape.optional(),
  isPastDue: z.stringbool().optional(),
  startTo: plainDateShape.optional(),
});
export const plannedOrderPageShape = pageShape(
  plannedOrderShape.extend({ state: z.enum(["proposed", "edited", "converted", "discarded"]) }),
);

const receiptRefShape = z.object({
  kind: z.enum(["purchase", "work_order", "step"]),
  id: z.string(),
  line: z.int().nullable(),
});
const demandRefShape = z.object({
  kind: z.enum(["sales", "forecast", "work_order", "step"]),
  id: z.string(),
  line: z.int().nullable(),
});
const plannedRefShape = z.object({ kind: z.literal("planned"), seq: seqShape });

export const planExceptionShape = z.object({
  kind: z.enum(PLAN_EXCEPTION_KINDS),
  itemId: idShape,
  itemCode: codeShape,
  subject: z.union([plannedRefShape, receiptRefShape, demandRefShape]).nullable(),
  orderKey: z.string().nullable(),
  quantity: quantityShape,
  onDate: plainDateShape,
  wantedDate: plainDateShape.nullable(),
});
export const planExceptionPageShape = pageShape(planExceptionShape);

/** One step of the answer to "why?"; a planned order has reasons of its own. */
export const pegStepShape = z.object({
  quantity: quantityShape,
  neededOn: plainDateShape,
  reason: z.union([
    z.object({ kind: z.literal("safety") }),
    demandRefShape,
    z.object({
      kind: z.literal("planned"),
      order: plannedOrderShape,
      get because() {
        return z.array(pegStepShape);
      },
    }),
  ]),
});
export const plannedOrderExplanationShape = z.object({
  order: plannedOrderShape,
  because: z.array(pegStepShape),
  beyondNeed: quantityShape,
  demands: z.array(demandRefShape.extend({ itemId: idShape, neededOn: plainDateShape })),
  isCut: z.boolean(),
});

export const conversionInputShape = z.object({
  runId: idShape,
  choices: z
    .array(
      z.object({
        seq: seqShape,
        quantity: positiveQuantityShape.optional(),
        startOn: plainDateShape.optional(),
        dueOn: plainDateShape.optional(),
        partnerId: idShape.optional(),
      }),
    )
    .min(1, { error: "NOTHING_CHOSEN" })
    .max(5000),
});
const noticeShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("starts_in_past"), wantedStartOn: plainDateShape }),
  z.object({ kind: z.literal("less_than_needed"), lacking: quantityShape }),
  z.object({ kind: z.literal("later_than_needed"), neededOn: plainDateShape }),
  z.object({ kind: z.literal("needed_by_unconverted"), seqs: z.array(seqShape) }),
]);
export const conversionPreviewShape = z.object({
  documents: z.array(
    z.object({
      kind: z.enum(["work_order", "purchase_order", "subcontract_order"]),
      partnerId: idShape.nullable(),
      lines: z.array(
        plannedOrderShape
          .pick({
            seq: true,
            itemId: true,
            itemCode: true,
            quantity: true,
            unit: true,
            startOn: true,
            dueOn: true,
            orderKey: true,
          })
          .extend({ notices: z.array(noticeShape) }),
      ),
    }),
  ),
});
