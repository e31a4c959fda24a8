import { z } from "zod";
import {
  codeShape,
  idShape,
  listQueryShape,
  noteShape,
  plainDateShape,
  quantityShape,
  versionShape,
  yenShape,
} from "../shared/index.ts";
import { COUNT_CAUSES, STOCKTAKE_STATES } from "./stocktake.ts";

const causeShape = z.enum(COUNT_CAUSES);
const countShape = quantityShape.refine((text) => !text.startsWith("-"), { error: "COUNT_NEGATIVE" });

export const stocktakeRowShape = z
  .object({
    id: idShape,
    number: z.string(),
    countedOn: plainDateShape,
    placeId: idShape.nullable(),
    placeName: z.string().nullable(),
    itemId: idShape.nullable(),
    itemCode: codeShape.nullable().meta({ description: "of a stocktake of one item" }),
    state: z.enum(STOCKTAKE_STATES),
    note: z.string(),
    lineCount: z.int(),
    countedCount: z.int(),
    differenceCount: z.int(),
    version: versionShape,
  })
  .meta({ id: "Stocktake" });
export const stocktakeListQuery = listQueryShape.extend({ state: z.enum(STOCKTAKE_STATES).optional() });
/** With the worth of what differs, for those who may read the books: as booked once posted, before at today's average. */
export const stocktakeShape = stocktakeRowShape
  .extend({
    uncausedCount: z.int(),
    foundYen: yenShape.nullable(),
    missingYen: yenShape.nullable(),
    journal: z.array(z.object({ id: idShape, number: z.string(), postedOn: plainDateShape })),
  })
  .meta({ id: "StocktakeDocument" });
export const openStocktakeShape = z.object({
  countedOn: plainDateShape,
  placeId: idShape.optional().meta({ description: "absent: every place" }),
  itemId: idShape.optional().meta({ description: "absent: every item" }),
  note: noteShape.default(""),
});
export const stocktakeLineShape = z
  .object({
    lineNumber: z.int(),
    itemId: idShape,
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    decimals: z.int(),
    placeId: idShape,
    placeCode: z.string(),
    placeName: z.string(),
    keeperName: z.string().nullable(),
    lotCode: z.string().nullable(),
    theoretical: quantityShape,
    counted: quantityShape.nullable(),
    difference: quantityShape.nullable(),
    cause: causeShape.nullable(),
    version: versionShape,
  })
  .meta({ id: "StocktakeLine" });
export const stocktakeLineQuery = listQueryShape.extend({
  only: z.enum(["uncounted", "different"]).optional(),
  placeId: idShape.optional(),
});
/** Counts of some lines; each with the version it was read at, so that two people never write over each other. */
export const countLinesShape = z.object({
  lines: z
    .array(
      z.object({
        lineNumber: z.int().min(1),
        counted: countShape.nullable(),
        cause: causeShape.nullable().default(null),
        version: versionShape,
      }),
    )
    .min(1, { error: "NO_LINES" })
    .max(1000),
});
/** Goods the ledger did not know there. */
export const addCountShape = z.object({
  item: codeShape,
  placeId: idShape.optional().meta({ description: "absent: the stocktake's own place" }),
  lot: z.string().trim().max(60).optional(),
  counted: countShape,
  cause: causeShape.nullable().default(null),
});
export const addedCountShape = z.object({ lineNumber: z.int() });
export const postStocktakeShape = z.object({
  version: versionShape,
  leavesUncounted: z.boolean().default(false).meta({ description: "lines nobody counted keep what the ledger says" }),
});
export const cancelStocktakeShape = z.object({ version: versionShape });
export const countedAnswerShape = z.object({ counted: z.int() });

export type OpenStocktakeInput = z.output<typeof openStocktakeShape>;
export type CountLinesInput = z.output<typeof countLinesShape>;
export type AddCountInput = z.output<typeof addCountShape>;
