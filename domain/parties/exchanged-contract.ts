import { z } from "zod";
import { idShape, listQueryShape, pageShape, plainDateShape, yenShape } from "../shared/index.ts";

/** Papers exchanged with a partner before both companies were linked: readable by both, changed by nobody, posting nothing. */
const EXCHANGED_KINDS = ["order", "delivery", "invoice"] as const;

export const exchangedRowShape = z.object({
  id: idShape,
  kind: z.enum(EXCHANGED_KINDS),
  isOwn: z.boolean().meta({ description: "kept in our own books; else the partner has it of us" }),
  side: z.enum(["S", "B"]).meta({ description: "S: we sold; B: we bought" }),
  number: z.string().meta({ description: "the number of the company that keeps it" }),
  otherNumber: z.string().meta({ description: "what its keeper noted as the other side's number" }),
  datedOn: plainDateShape,
  totalYen: yenShape.nullable().meta({ description: "without tax for an order, with tax for an invoice; none for a delivery" }),
  state: z.string().meta({ description: "as its keeper has it" }),
});
export const exchangedListQueryShape = listQueryShape.extend({
  partnerId: idShape,
  kind: z.enum(EXCHANGED_KINDS).optional(),
  side: z.enum(["S", "B"]).optional(),
  keptBy: z.enum(["us", "them"]).optional(),
});
export const exchangedListShape = pageShape(exchangedRowShape);
export const exchangedQueryShape = z.object({ partnerId: idShape });
export const exchangedShape = exchangedRowShape
  .extend({
    partnerName: z.string(),
    netYen: yenShape.nullable(),
    taxYen: yenShape.nullable(),
    dueOn: plainDateShape.nullable(),
    lines: z.array(
      z.object({
        lineNumber: z.int(),
        code: z.string(),
        description: z.string(),
        quantity: z.string(),
        unit: z.string(),
        unitPrice: z.string().nullable(),
        amountYen: yenShape.nullable(),
        wantedOn: plainDateShape.nullable(),
        promisedOn: plainDateShape.nullable(),
        state: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "ExchangedPaper" });
export type ExchangedRow = z.infer<typeof exchangedRowShape>;
export type ExchangedPaper = z.infer<typeof exchangedShape>;
