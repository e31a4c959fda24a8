import { z } from "zod";
import {
  idShape,
  listQueryShape,
  pageShape,
  plainDateShape,
  priceShape,
  quantityShape,
  yenShape,
} from "../shared/index.ts";

const EXCHANGED_KINDS = ["order", "delivery", "invoice"] as const;

/** Papers exchanged with a partner while it was off the platform: all of own books, and of the partner's those it had sent to us. */
const exchangedRowShape = z.object({
  id: idShape,
  kind: z.enum(EXCHANGED_KINDS),
  side: z.enum(["S", "B"]).meta({ description: "S: we sold; B: we bought" }),
  isTheirs: z.boolean().meta({ description: "the partner had sent it to us; it stands in the partner's books" }),
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
  theirs: z.stringbool().optional().meta({ description: "only what the partner had sent; false: only own papers" }),
});
export const exchangedListShape = pageShape(exchangedRowShape);
export type ExchangedRow = z.infer<typeof exchangedRowShape>;

/** What a paper the partner had sent before the link says: as it was sent, nothing of the partner's own books beside it. */
export const earlierPaperQueryShape = z.object({ partnerId: idShape });
export const earlierPaperShape = z
  .object({
    kind: z.enum(EXCHANGED_KINDS),
    id: idShape,
    side: z.enum(["S", "B"]),
    partnerName: z.string(),
    number: z.string(),
    datedOn: plainDateShape,
    totalYen: yenShape.nullable(),
    dueOn: plainDateShape.nullable(),
    netYen: yenShape.nullable(),
    taxYen: yenShape.nullable(),
    lines: z.array(
      z.object({
        lineNumber: z.int(),
        dueOn: plainDateShape.nullable().meta({ description: "wanted on for an order, supplied on for an invoice" }),
        code: z.string(),
        description: z.string(),
        quantity: quantityShape,
        unit: z.string(),
        unitPrice: priceShape.nullable(),
        amountYen: yenShape.nullable(),
      }),
    ),
  })
  .meta({ id: "EarlierPaper" });
export type EarlierPaper = z.infer<typeof earlierPaperShape>;
