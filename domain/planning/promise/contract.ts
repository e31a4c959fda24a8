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
} from "../../shared/index.ts";

/** Request and response shapes of promised dates. */
export const promiseQuestionShape = z.object({
  itemId: idShape,
  quantity: positiveQuantityShape,
  wantedOn: plainDateShape,
  workCenterId: idShape.optional().meta({ description: "with `otherWorkCenterId`: who does its work instead" }),
  otherWorkCenterId: idShape.optional(),
});

export const promiseReasonShape = z
  .object({
    code: z.enum(["STOCK", "RECEIPT", "MAKE", "BUY", "SUBCONTRACT", "CAPACITY"]),
    itemId: idShape,
    itemCode: codeShape,
    quantity: quantityShape,
    from: plainDateShape,
    readyOn: plainDateShape.nullable(),
    leadTimeDays: z.int(),
    workCenterId: idShape.nullable(),
    workCenterCode: codeShape.nullable(),
    operationNumber: z.int().nullable(),
    waitDays: z.int(),
  })
  .meta({ id: "PromiseReason" });

const promisedOrderShape = z.object({
  itemId: idShape,
  startQuantity: quantityShape,
  startOn: plainDateShape,
  dueOn: plainDateShape,
});

export const promiseAnswerShape = z
  .object({
    itemId: idShape,
    quantity: quantityShape,
    readyOn: plainDateShape,
    isInTime: z.boolean(),
    binding: promiseReasonShape.meta({ description: "what decides the date" }),
    chain: z.array(promiseReasonShape).meta({ description: "the item first, then what it waits for" }),
    uses: z.object({
      capacity: z.array(z.object({ workCenterId: idShape, onDate: plainDateShape, minutes: z.int() })),
      supply: z.array(z.object({ itemId: idShape, onDate: plainDateShape, quantity: quantityShape })),
    }),
    orders: z.array(promisedOrderShape).meta({ description: "what would be made, components first" }),
    alternatives: z.array(
      z.discriminatedUnion("kind", [
        z.object({
          kind: z.literal("split"),
          quantity: quantityShape,
          readyOn: plainDateShape,
          restReadyOn: plainDateShape,
        }),
        z.object({
          kind: z.literal("overtime"),
          workCenterId: idShape,
          minutesPerDay: z.int(),
          readyOn: plainDateShape,
        }),
        z.object({
          kind: z.literal("other_work_center"),
          workCenterId: idShape,
          otherWorkCenterId: idShape,
          readyOn: plainDateShape,
        }),
      ]),
    ),
    items: z
      .array(z.object({ id: idShape, code: codeShape, name: z.string(), unit: codeShape }))
      .meta({ description: "the items spoken of, by name" }),
    workCenters: z.array(z.object({ id: idShape, code: codeShape, name: z.string(), nameEn: z.string() })),
  })
  .meta({ id: "PromiseAnswer" });

/** How long a promise may be held, in hours: two days unless said, a month at most. */
export const promiseInputShape = promiseQuestionShape.extend({
  partnerId: idShape.optional(),
  hours: z.int().min(1).max(720).default(48),
  latestOn: plainDateShape
    .optional()
    .meta({ description: "refused when it cannot be kept by then; absent: any day is taken" }),
});

export const promiseShape = z
  .object({
    id: idShape,
    number: z.string(),
    itemId: idShape,
    itemCode: codeShape,
    itemName: z.string(),
    unit: codeShape,
    quantity: quantityShape,
    wantedOn: plainDateShape,
    promisedOn: plainDateShape,
    startOn: plainDateShape,
    partnerId: idShape.nullable(),
    partnerName: z.string().nullable(),
    isOfOther: z.boolean().meta({ description: "held by another company, for an order of its own" }),
    state: z.enum(["held", "confirmed", "released", "expired", "done"]),
    expiresAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    tradeId: idShape.nullable(),
    tradeNumber: z.string().nullable(),
    orders: z.array(promisedOrderShape.extend({ itemCode: codeShape, itemName: z.string(), unit: codeShape })),
    workOrders: z
      .array(z.object({ id: idShape, number: z.string() }))
      .meta({ description: "what was made of it when it became an order" }),
    version: versionShape,
  })
  .meta({ id: "Promise" });
export const promisePageShape = pageShape(promiseShape);
export const promiseListQueryShape = listQueryShape.extend({
  state: z.enum(["all", "held", "confirmed", "over"]).default("all"),
  itemId: idShape.optional(),
});

/** The order a held promise becomes: a customer's who is not on the platform, by which it was asked for. */
export const promiseConfirmShape = z.object({
  version: versionShape,
  partnerId: idShape.optional().meta({ description: "needed when the promise names none" }),
  unitPrice: priceShape.optional(),
  outsideNumber: z.string().max(60).default(""),
});
export const promiseConfirmedShape = z.object({
  tradeId: idShape,
  number: z.string(),
  workOrders: z.array(z.object({ id: idShape, number: z.string() })),
});

/** A line of a customer's order that a held promise might be attached to; `misfit` says why it cannot be. */
export const promiseLineShape = z
  .object({
    tradeId: idShape,
    number: z.string(),
    lineNumber: z.int(),
    quantity: quantityShape.meta({ description: "as ordered, in the order's unit" }),
    unit: codeShape,
    wantedOn: plainDateShape,
    promisedOn: plainDateShape.nullable(),
    state: z.string(),
    misfit: z.object({ code: z.string(), values: z.record(z.string(), z.string()) }).nullable(),
  })
  .meta({ id: "PromiseLine" });
export const promiseLinesQueryShape = z.object({
  partnerId: idShape.optional().meta({ description: "whose orders, when the promise names nobody" }),
});
export const promiseLinesShape = z.object({
  partnerName: z.string(),
  isLinked: z.boolean().meta({ description: "its orders arrive from it" }),
  rows: z.array(promiseLineShape).meta({ description: "open lines of the item, those that fit first; at most 50" }),
});

/** Held promises that fit lines of one order, and whose order it is. */
export const orderPromisesShape = z.object({
  partnerName: z.string(),
  isLinked: z.boolean(),
  rows: z.array(
    z.object({
      promiseId: idShape,
      number: z.string(),
      version: versionShape,
      lineNumber: z.int(),
      state: z.string().meta({ description: "of the line: placed lines are confirmed with it" }),
      itemCode: codeShape,
      itemName: z.string(),
      quantity: quantityShape,
      unit: codeShape,
      promisedOn: plainDateShape,
      wantedOn: plainDateShape,
      expiresAt: z.iso.datetime(),
    }),
  ),
});

export const promiseAttachShape = z.object({ version: versionShape, tradeId: idShape, lineNumber: z.int().min(1) });
