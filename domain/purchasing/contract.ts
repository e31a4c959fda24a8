import { z } from "zod";
import { idShape, noteShape, pageShape, plainDateShape, positiveQuantityShape, versionShape } from "../shared/index.ts";
import { draftRowShape } from "../trade/index.ts";

/** Goods of a supplier outside the platform arrive: its delivery is written by the receiver. */
export const receiveOutsideShape = z.object({
  receivedOn: plainDateShape,
  supplierNumber: z.string().trim().max(60, { error: "TOO_LONG" }).default(""),
  note: noteShape.default(""),
  lines: z
    .array(
      z.object({
        tradeId: idShape,
        lineNumber: z.int().min(1),
        quantity: positiveQuantityShape,
        lotCode: z.string().trim().max(60, { error: "TOO_LONG" }).optional(),
      }),
    )
    .min(1)
    .max(1000),
});
export const receivedOutsideShape = z.object({ deliveryId: idShape, number: z.string(), isAccepted: z.boolean() });

const looseText = z.string().max(200, { error: "TOO_LONG" });
/** What somebody in the company asks purchasing to buy. Kept as typed; judged when it is approved. */
export const purchaseRequestShape = z.object({
  title: z.string().trim().max(200, { error: "TOO_LONG" }),
  reason: noteShape,
  lines: z
    .array(
      z.object({
        item: looseText,
        description: looseText,
        quantity: looseText,
        unit: looseText,
        wantedOn: looseText,
        /** The supplier; empty: the item's usual one. */
        partnerId: idShape.nullable(),
      }),
    )
    .max(500),
});
export type PurchaseRequestBody = z.infer<typeof purchaseRequestShape>;
export const purchaseRequestDocumentShape = z.object({
  id: idShape,
  number: z.string(),
  state: z.enum(["draft", "approved", "sent", "discarded"]),
  sentId: idShape.nullable(),
  createdBy: z.string(),
  updatedAt: z.string(),
  version: versionShape,
  body: purchaseRequestShape,
});
export const purchaseRequestListShape = pageShape(draftRowShape);
export const orderRequestsShape = z.object({
  requests: z
    .array(z.object({ id: idShape, version: versionShape }))
    .min(1)
    .max(100),
});
export const orderedRequestsShape = z.object({
  drafts: z.array(z.object({ id: idShape, number: z.string(), partnerName: z.string(), lineCount: z.int() })),
});
