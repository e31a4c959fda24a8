import { z } from "zod";
import { idShape, noteShape, plainDateShape, positiveQuantityShape } from "../shared/index.ts";

/** The seller's own requests. Orders, quotations and deliveries are trades (domain/trade); only the seller ships. */
export const shipShape = z.object({
  shippedOn: plainDateShape,
  expectedOn: plainDateShape.nullable().default(null),
  carrier: z.string().trim().max(200, { error: "TOO_LONG" }).default(""),
  note: noteShape.default(""),
  lines: z
    .array(
      z.object({
        tradeId: idShape,
        lineNumber: z.int().min(1),
        quantity: positiveQuantityShape,
        lotId: idShape.optional(),
        placeId: idShape.optional(),
      }),
    )
    .min(1)
    .max(1000),
});
export const shippedShape = z.object({ deliveryId: idShape, number: z.string() });
