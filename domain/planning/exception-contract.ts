import { z } from "zod";
import { codeShape, idShape, listQueryShape, pageShape, plainDateShape, quantityShape } from "../shared/index.ts";
import { EXCEPTION_OWNERS } from "./advise-on-exception.ts";
import { plannedRefShape, recordRefShape, refusalShape } from "./contract.ts";
import { PLAN_EXCEPTION_KINDS } from "./plan-records.ts";

/** Request and response shapes of the exception inbox. */
const kindShape = z.enum(PLAN_EXCEPTION_KINDS);
export const exceptionOwnerShape = z.enum(EXCEPTION_OWNERS);
export const REMEDY_KINDS = [
  "move_receipt",
  "change_quantity",
  "cancel",
  "give_back",
  "start_now",
  "promise_new_date",
  "ask_for_delivery",
  "count_stock",
  "complete_bill_of_material",
  "plan_longer",
] as const;
const remedyShape = z.object({
  kind: z.enum(REMEDY_KINDS),
  on: plainDateShape.nullable().meta({ description: "the day it would be moved to, ready on, or promised for" }),
  by: quantityShape.nullable().meta({ description: "how much more; below zero: less" }),
});
const extentShape = z.object({
  quantity: quantityShape,
  onDate: plainDateShape,
  wantedDate: plainDateShape.nullable(),
});

/** What was done about an exception, while it rests. */
const careShape = z.object({
  state: z.enum(["aside", "applied"]),
  untilOn: plainDateShape.meta({ description: "it comes back on this day, or as soon as it has become worse" }),
  reason: z.string(),
  by: z.string().meta({ description: "who set it aside or applied the remedy" }),
  documentKind: z.enum(["", "change_request", "work_order", "trade", "stocktake"]),
  documentId: idShape.nullable(),
  documentNumber: z.string(),
});

export const planExceptionShape = extentShape.extend({
  runId: idShape,
  seq: z.int(),
  kind: kindShape,
  itemId: idShape,
  itemCode: codeShape,
  itemName: z.string(),
  unit: codeShape,
  subject: z.union([plannedRefShape, recordRefShape]).nullable(),
  orderKey: idShape.nullable(),
  owner: exceptionOwnerShape,
  isMine: z.boolean().meta({ description: "the signed-in person's roles see to it" }),
  remedy: remedyShape.nullable(),
  need: recordRefShape
    .extend({ neededOn: plainDateShape })
    .nullable()
    .meta({ description: "the first customer's need behind it" }),
  moreNeeds: z.int().meta({ description: "needs behind it beside the first" }),
  customers: z
    .array(
      recordRefShape.extend({
        neededOn: plainDateShape,
        isAsked: z.boolean().meta({ description: "a change of its order is on the table already" }),
      }),
    )
    .meta({
      description: "lines of customers that may be late with it and may be given a new date; the first of them",
    }),
  care: careShape.nullable(),
});
export const planExceptionPageShape = pageShape(planExceptionShape);
export type PlanExceptionAnswer = z.input<typeof planExceptionShape>;
export const planExceptionListQueryShape = listQueryShape.extend({
  kind: kindShape.optional(),
  itemId: idShape.optional(),
  owner: z
    .enum([...EXCEPTION_OWNERS, "mine", "all"])
    .default("mine")
    .meta({ description: "mine: what the signed-in person's roles see to; all, where they see to nothing" }),
  show: z
    .enum(["open", "aside", "applied", "all"])
    .default("open")
    .meta({ description: "open: neither set aside nor settled by a remedy the plan does not know of yet" }),
});

export const exceptionCountsShape = z.object({
  mine: z.int(),
  owners: z.array(z.object({ owner: exceptionOwnerShape, isMine: z.boolean(), count: z.int() })),
  aside: z.int(),
  applied: z.int(),
});

/** What an exception is about; its place in the plan is not part of it, because the plan is renewed. */
export const exceptionKeyShape = z.object({
  kind: kindShape,
  itemId: idShape,
  subject: z.union([plannedRefShape, recordRefShape.pick({ kind: true, id: true, line: true })]).nullable(),
  orderKey: idShape.nullable(),
});
export type ExceptionKey = z.output<typeof exceptionKeyShape>;
const choiceShape = exceptionKeyShape.extend({
  seen: extentShape.meta({ description: "as the person saw it" }),
  on: plainDateShape.optional().meta({ description: "another day than the remedy's own" }),
  customer: recordRefShape
    .pick({ kind: true, id: true, line: true })
    .optional()
    .meta({ description: "give this customer's line a new date, in the place of the remedy" }),
});
export const remedyPreviewInputShape = z.object({
  choices: z.array(choiceShape).min(1, { error: "NOTHING_CHOSEN" }).max(200),
});
export type RemedyChoice = z.output<typeof choiceShape>;
export const remedyInputShape = remedyPreviewInputShape.extend({
  reason: z
    .string()
    .trim()
    .max(400, { error: "TOO_LONG" })
    .default("")
    .meta({ description: "what the other side reads with a request" }),
});

export const remedyPreviewShape = z.object({
  rows: z.array(
    z.object({
      kind: z.enum(REMEDY_KINDS).nullable(),
      on: plainDateShape.nullable().meta({ description: "the day that would be taken" }),
      document: z
        .object({
          kind: z.enum(["work_order", "trade"]),
          id: idShape,
          line: z.int().nullable(),
          number: z.string(),
          partnerName: z.string().nullable(),
          side: z.enum(["S", "B"]).nullable(),
        })
        .nullable()
        .meta({ description: "what is changed; a planned order is the exception's own" }),
      reach: z.enum(["inside", "asked", "at_once", "told", "noted"]).meta({
        description:
          "inside: nobody outside hears of it; asked: the other side must agree; at_once: its word was given elsewhere and is recorded; told: the other side is told; noted: only noted here",
      }),
      changes: z.array(
        z.object({
          field: z.enum(["quantity", "startOn", "dueOn", "wantedOn", "promisedOn", "state"]),
          from: z.string().nullable(),
          to: z.string(),
          unit: z.string().nullable(),
        }),
      ),
      refusals: z.array(refusalShape).meta({ description: "why it cannot be done as it is" }),
      group: z.string().meta({ description: "rows of one group are applied with one request, all or none" }),
    }),
  ),
});
export type RemedyPreview = z.input<typeof remedyPreviewShape>;
export const remedyResultShape = z.object({
  rows: z.array(
    z.object({
      documentKind: careShape.shape.documentKind,
      documentId: idShape.nullable(),
      documentNumber: z.string(),
      side: z.enum(["S", "B"]).nullable(),
      isAsked: z.boolean().meta({ description: "it waits for the other side's answer" }),
    }),
  ),
});
export type RemedyResult = z.input<typeof remedyResultShape>;

export const setAsideShape = z.object({
  exceptions: z.array(exceptionKeyShape).min(1, { error: "NOTHING_CHOSEN" }).max(200),
  untilOn: plainDateShape,
  reason: z.string().trim().min(1, { error: "REASON_MISSING" }).max(400, { error: "TOO_LONG" }),
});
export const takeBackShape = setAsideShape.pick({ exceptions: true });
export const caredShape = z.object({ count: z.int() });
