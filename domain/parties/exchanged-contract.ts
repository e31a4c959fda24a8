import { z } from "zod";
import { idShape, listQueryShape, pageShape, plainDateShape, yenShape } from "../shared/index.ts";

const EXCHANGED_KINDS = ["order", "delivery", "invoice"] as const;

/** Papers of own books exchanged with a partner while it was off the platform: readable by the one that has them, never by the partner. */
const exchangedRowShape = z.object({
  id: idShape,
  kind: z.enum(EXCHANGED_KINDS),
  side: z.enum(["S", "B"]).meta({ description: "S: we sold; B: we bought" }),
  number: z.string(),
  outsideNumber: z.string().meta({ description: "the partner's number, as noted" }),
  datedOn: plainDateShape,
  totalYen: yenShape
    .nullable()
    .meta({ description: "before tax for an order, with tax for an invoice; none for a delivery" }),
});
export const exchangedListQueryShape = listQueryShape.extend({
  partnerId: idShape,
  kind: z.enum(EXCHANGED_KINDS).optional(),
  side: z.enum(["S", "B"]).optional(),
});
export const exchangedListShape = pageShape(exchangedRowShape);
export type ExchangedRow = z.infer<typeof exchangedRowShape>;
