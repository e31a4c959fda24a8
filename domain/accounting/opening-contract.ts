import { z } from "zod";
import { idShape, listQueryShape, pageShape, plainDateShape, yenShape } from "../shared/index.ts";
import { OPENING_ITEM_MOVES, OPENING_ITEM_STATES } from "./opening-item.ts";
import { sideShape } from "./reports-contract.ts";

const wordsShape = z.string().trim().max(1000, { error: "TOO_LONG" });

/** Open items from before a link (引継残高), proposed by one side and agreed by both. */
export const openingItemRowShape = z.object({
  id: idShape,
  side: sideShape.meta({ description: "S: the partner owes us; B: we owe the partner" }),
  partnerId: idShape,
  partnerName: z.string(),
  number: z.string().meta({ description: "the paper both know it by" }),
  documentedOn: plainDateShape,
  dueOn: plainDateShape,
  amountYen: yenShape.meta({ description: "minus for a credit note" }),
  state: z.enum(OPENING_ITEM_STATES),
  isMine: z.boolean().meta({ description: "this company proposed it" }),
  round: z.int(),
  proposedAt: z.string().meta({ format: "date-time" }),
  agreedOn: plainDateShape.nullable(),
});
export const openingItemListQueryShape = listQueryShape.extend({
  partnerId: idShape.optional(),
  side: sideShape.optional(),
  state: z.enum(OPENING_ITEM_STATES).optional(),
  waiting: z.stringbool().optional().meta({ description: "only those that wait for this company" }),
});
export const openingItemListShape = pageShape(openingItemRowShape);

const SOURCE_KINDS = ["invoice", "delivery", "ledger"] as const;
export const openingSourceShape = z.object({
  side: sideShape,
  kind: z.enum(SOURCE_KINDS),
  sourceId: idShape.nullable(),
  number: z.string(),
  documentedOn: plainDateShape.nullable(),
  dueOn: plainDateShape.nullable(),
  openYen: yenShape,
  heldYen: yenShape.meta({ description: "in proposals that wait for their answer" }),
});
export const openingSourcesQueryShape = z.object({ partnerId: idShape });
export const openingSourcesShape = z.object({ partnerName: z.string(), rows: z.array(openingSourceShape) });

const openingPartShape = z.object({
  kind: z.enum(SOURCE_KINDS),
  sourceId: idShape.nullable(),
  amountYen: yenShape,
});
const parts = z.array(openingPartShape).min(1, { error: "REQUIRED" }).max(200);
export const openingItemShape = openingItemRowShape
  .extend({
    words: z.string(),
    answerYen: yenShape.nullable(),
    answerWords: z.string(),
    moves: z.array(z.enum(OPENING_ITEM_MOVES)).meta({ description: "what this company may do now" }),
    said: z.array(
      z.object({
        kind: z.enum(OPENING_ITEM_STATES),
        isMine: z.boolean(),
        amountYen: yenShape.nullable(),
        words: z.string(),
        saidAt: z.string().meta({ format: "date-time" }),
      }),
    ),
    sources: z.array(openingSourceShape).meta({ description: "own papers it can stand for, while it is not agreed" }),
    suggested: z.array(openingPartShape).meta({ description: "own papers that fit; the person decides" }),
    parts: z
      .array(openingPartShape.extend({ number: z.string() }))
      .meta({ description: "own papers it stands for; the other side never sees them" }),
  })
  .meta({ id: "OpeningItem" });

export const proposeOpeningItemsShape = z.object({
  partnerId: idShape,
  side: sideShape,
  items: z
    .array(
      z.object({
        number: z.string().trim().min(1, { error: "REQUIRED" }).max(60, { error: "TOO_LONG" }),
        documentedOn: plainDateShape,
        dueOn: plainDateShape,
        amountYen: yenShape,
        words: wordsShape,
        parts,
      }),
    )
    .min(1, { error: "REQUIRED" })
    .max(200),
});
export const proposedOpeningItemsShape = z.object({ ids: z.array(idShape) });
const round = z.int().min(1).meta({ description: "the proposal that was looked at" });
export const agreeOpeningItemShape = z.object({ round, parts });
export const disputeOpeningItemShape = z.object({
  round,
  amountYen: yenShape.nullable().meta({ description: "what own books say; null when words say it" }),
  words: wordsShape,
});
export const reproposeOpeningItemShape = z.object({
  round,
  dueOn: plainDateShape,
  amountYen: yenShape,
  words: wordsShape,
  parts,
});
