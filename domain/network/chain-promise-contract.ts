import { z } from "zod";
import {
  codeShape,
  idShape,
  listQueryShape,
  pageShape,
  plainDateShape,
  positiveQuantityShape,
  priceShape,
  quantityShape,
  versionShape,
} from "../shared/index.ts";
import { STEP_DATE_ANSWERS } from "./chain-promise-ask.ts";
import { FORMS } from "./dispatch-rule.ts";

/** Requests and answers of dates asked for, held and confirmed along a chain. */

const chosenShape = z
  .array(
    z.object({
      stepNumber: z.int().min(1).max(9999),
      members: z
        .array(
          z.object({
            memberId: idShape,
            sharePercent: z.string().regex(/^\d{1,3}(\.\d{1,6})?$/, { error: "PERCENT_INVALID" }),
          }),
        )
        .min(1)
        .max(20),
    }),
  )
  .max(200)
  .default([])
  .meta({ description: "members a person named for steps, in place of the rule's" });

export const chainQuestionShape = z.object({
  itemId: idShape,
  quantity: positiveQuantityShape,
  wantedOn: plainDateShape,
  members: chosenShape,
  compare: z
    .boolean()
    .default(false)
    .meta({ description: "ask every member that can do a step, not only the one the rule names" }),
});
export type ChainQuestion = z.output<typeof chainQuestionShape>;

const reasonShape = z.object({
  code: z.string().meta({ description: "as in refusals: its text stands in the message files" }),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** All a member's answer says: whether, and when. */
const dateAnswerShape = z.object({
  answer: z.enum(STEP_DATE_ANSWERS),
  readyOn: plainDateShape.nullable(),
  isInTime: z.boolean(),
  leadTimeDays: z.int().nullable().meta({ description: "agreed; where a person has to be asked" }),
  reason: reasonShape.nullable().meta({ description: "why it is not possible: only what the agreement says" }),
});
const stepShape = dateAnswerShape.extend({
  stepNumber: z.int(),
  part: z.int(),
  feedsStepNumber: z.int().nullable(),
  processName: z.string(),
  code: z.string(),
  sellerId: idShape,
  sellerName: z.string().meta({ description: "empty: the window itself" }),
  buyerName: z.string().meta({ description: "empty: the window itself" }),
  quantity: quantityShape,
  notBefore: plainDateShape.nullable().meta({ description: "when the steps before it are ready" }),
  wantedOn: plainDateShape.meta({ description: "the latest day by lead times, for the whole to be in time" }),
});

export const chainAnswerShape = z
  .object({
    itemId: idShape,
    itemCode: codeShape,
    itemName: z.string(),
    unit: z.string(),
    quantity: quantityShape,
    wantedOn: plainDateShape,
    ruleName: z.string(),
    form: z.enum(FORMS),
    readyOn: plainDateShape.nullable(),
    isInTime: z.boolean(),
    personCount: z.int().meta({ description: "steps whose member has to be asked by a person" }),
    steps: z.array(
      stepShape.extend({
        others: z.array(dateAnswerShape.extend({ memberId: idShape, memberName: z.string() })),
      }),
    ),
  })
  .meta({ id: "ChainAnswer" });
export type ChainAnswer = z.input<typeof chainAnswerShape>;
export type ChainAnswerStep = ChainAnswer["steps"][number];

/** Two days unless said, a month at most. */
export const chainHoldShape = chainQuestionShape.omit({ compare: true }).extend({
  hours: z.int().min(1).max(720).default(48),
  latestOn: plainDateShape
    .optional()
    .meta({ description: "refused when it cannot be kept by then; absent: any day is taken" }),
});
export type ChainHoldInput = z.output<typeof chainHoldShape>;

const STATES = ["held", "confirmed", "released", "expired"] as const;
const rowShape = z.object({
  id: idShape,
  number: z.string(),
  itemId: idShape,
  itemCode: codeShape,
  itemName: z.string(),
  unit: z.string(),
  quantity: quantityShape,
  wantedOn: plainDateShape,
  promisedOn: plainDateShape,
  state: z.enum(STATES),
  expiresAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  heldCount: z.int().meta({ description: "steps held at their companies" }),
  stepCount: z.int(),
  tradeId: idShape.nullable(),
  tradeNumber: z.string().nullable(),
  chainId: idShape.nullable(),
  version: versionShape,
});
export const chainPromiseRowShape = rowShape.meta({ id: "ChainPromiseRow" });
export const chainPromisePageShape = pageShape(chainPromiseRowShape);
export const chainPromiseListQueryShape = listQueryShape.extend({
  state: z.enum(["all", ...STATES]).default("all"),
});
export const chainPromiseShape = rowShape
  .extend({
    steps: z.array(
      stepShape.extend({
        standing: z
          .enum(["held", "confirmed", "released", "expired", "done"])
          .nullable()
          .meta({ description: "how the step's promise stands at its company; null: nothing is held there" }),
      }),
    ),
  })
  .meta({ id: "ChainPromise" });
export type ChainPromiseStep = z.input<typeof stepShape>;

export const chainConfirmShape = z.object({
  version: versionShape,
  partnerId: idShape.meta({ description: "the maker's card" }),
  unitPrice: priceShape.optional().meta({ description: "the agreed price unless said" }),
  outsideNumber: z.string().trim().max(60).default(""),
  deliverTo: z.string().trim().max(200).default(""),
});
export type ChainConfirmInput = z.output<typeof chainConfirmShape>;
export const chainConfirmedShape = z.object({
  tradeId: idShape,
  number: z.string(),
  chainId: idShape,
  chainNumber: z.string(),
  tradeCount: z.int(),
  waitingCount: z.int().meta({ description: "steps that wait for their member's confirmation" }),
  promisedOn: plainDateShape,
});
