import { z } from "zod";
import {
  idShape,
  listQueryShape,
  pageShape,
  plainDateShape,
  positiveQuantityShape,
  priceShape,
  quantityShape,
  yenShape,
} from "../shared/index.ts";
import { sideShape } from "./contract.ts";

/** Request and answer shapes of deliveries. */
export const deliveryStateShape = z.enum(["shipped", "received", "judged"]);
export const deliveryListQueryShape = listQueryShape.extend({
  side: sideShape,
  state: deliveryStateShape.optional(),
  partnerId: idShape.optional(),
  dayFrom: plainDateShape.optional(),
  dayTo: plainDateShape.optional(),
});
export const deliveryRowShape = z.object({
  id: idShape,
  side: sideShape,
  number: z.string(),
  ownNumber: z.string(),
  partnerId: idShape.nullable(),
  partnerName: z.string(),
  shippedOn: plainDateShape,
  expectedOn: plainDateShape.nullable(),
  receivedOn: plainDateShape.nullable(),
  judgedOn: plainDateShape.nullable(),
  state: deliveryStateShape,
});
export const deliveryListShape = pageShape(deliveryRowShape);

const deliveryLineShape = z.object({
  lineNumber: z.int(),
  tradeId: idShape,
  tradeLineNumber: z.int(),
  tradeNumber: z.string(),
  outsideNumber: z.string(),
  itemId: idShape.nullable(),
  code: z.string(),
  description: z.string(),
  unit: z.string(),
  unitPrice: priceShape,
  quantity: quantityShape,
  lotCode: z.string(),
  received: quantityShape,
  accepted: quantityShape,
  specially: quantityShape,
  rejected: quantityShape,
  returned: quantityShape,
  /** Received and not judged yet. */
  toJudge: quantityShape,
});
export const deliveryDocumentShape = deliveryRowShape
  .extend({
    carrier: z.string(),
    note: z.string(),
    isOutside: z.boolean(),
    company: z.object({
      name: z.string(),
      address: z.string(),
      phone: z.string(),
      registrationNumber: z.string().nullable(),
    }),
    partnerAddress: z.string(),
    /** 納入先, where the orders name one. */
    deliverTo: z.string(),
    lines: z.array(deliveryLineShape),
    events: z.array(
      z.object({
        id: idShape,
        lineNumber: z.int(),
        kind: z.enum(["received", "accepted", "specially_accepted", "rejected", "returned", "price_settled"]),
        quantity: quantityShape,
        unitPrice: priceShape.nullable(),
        amountYen: yenShape.nullable(),
        taxYen: yenShape.nullable(),
        happenedOn: plainDateShape,
        reason: z.string(),
        recordedAt: z.string(),
      }),
    ),
    journal: z.array(
      z.object({ id: idShape, number: z.string(), postedOn: plainDateShape, kind: z.string(), debitYen: yenShape }),
    ),
  })
  .meta({ id: "DeliveryDocument" });

const reasonShape = z.string().trim().max(400, { error: "TOO_LONG" });
export const receiveShape = z.object({
  receivedOn: plainDateShape,
  lines: z
    .array(z.object({ lineNumber: z.int().min(1), quantity: positiveQuantityShape }))
    .max(1000)
    .optional(),
});
export const receivedShape = z.object({ deliveryId: idShape, isAccepted: z.boolean() });
export const judgeShape = z.object({
  judgedOn: plainDateShape,
  lines: z
    .array(
      z.object({
        lineNumber: z.int().min(1),
        accepted: positiveQuantityShape.optional(),
        specially: z.object({ quantity: positiveQuantityShape, unitPrice: priceShape, reason: reasonShape }).optional(),
        rejected: z.object({ quantity: positiveQuantityShape, reason: reasonShape }).optional(),
      }),
    )
    .min(1)
    .max(1000),
});
export const judgedShape = z.object({ acceptedYen: yenShape, taxYen: yenShape });
export const returnShape = z.object({
  returnedOn: plainDateShape,
  lines: z
    .array(
      z.object({
        lineNumber: z.int().min(1),
        quantity: positiveQuantityShape,
        reason: reasonShape,
        placeId: idShape.optional(),
      }),
    )
    .min(1)
    .max(1000),
});
export const returnedShape = z.object({ returnedYen: yenShape, taxYen: yenShape });

/** Lines that can leave for, or come from, one partner now. */
export const openLineShape = z.object({
  tradeId: idShape,
  lineNumber: z.int(),
  number: z.string(),
  outsideNumber: z.string(),
  partnerId: idShape.nullable(),
  partnerName: z.string(),
  isOutside: z.boolean(),
  /** One scan hands over: shipped is received and accepted. */
  isOneStep: z.boolean(),
  itemId: idShape.nullable(),
  code: z.string(),
  description: z.string(),
  unit: z.string(),
  quantity: quantityShape,
  open: quantityShape,
  wantedOn: plainDateShape,
  promisedOn: plainDateShape.nullable(),
  isLotTracked: z.boolean(),
  /** Free stock at storage places, in the line's unit; null where the item is not stocked. */
  available: quantityShape.nullable(),
  lots: z.array(
    z.object({ lotId: idShape, code: z.string(), placeId: idShape, placeName: z.string(), quantity: quantityShape }),
  ),
});
export const openLineQueryShape = z.object({ partnerId: idShape.optional(), side: sideShape });
