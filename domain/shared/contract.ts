import { z } from "zod";
import { isPlainDate } from "./dates.ts";

/** Shapes every area's requests and answers are built from. Yen, prices and quantities travel as decimal text, never as floats. */
export const idShape = z.uuid();
export const plainDateShape = z
  .string()
  .refine(isPlainDate, { error: "DATE_INVALID" })
  .meta({ format: "date", example: "2026-11-23" });
export const yenShape = z
  .string()
  .regex(/^-?\d{1,15}$/, { error: "YEN_INVALID" })
  .meta({ description: "whole yen as text", example: "1200" });
export const quantityShape = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,6})?$/, { error: "QUANTITY_INVALID" })
  .meta({ description: "exact decimal as text, up to 6 decimals", example: "12.5" });
/** A quantity above zero. */
export const positiveQuantityShape = quantityShape.refine((text) => !text.startsWith("-") && /[1-9]/.test(text), {
  error: "QUANTITY_NOT_POSITIVE",
});
/** The most of an item that is entered at once: beyond it stands a slip of the pen, and times quantities per parent it is more than can be kept. */
export const MOST_QUANTITY = "1000000000";
/** A quantity above zero that a person wants made, bought or planned with. */
export const wantedQuantityShape = positiveQuantityShape.refine((text) => !(Number(text) > Number(MOST_QUANTITY)), {
  error: "QUANTITY_BEYOND_MOST",
});
export const priceShape = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,6})?$/, { error: "PRICE_INVALID" })
  .meta({ description: "yen per unit, exact decimal as text", example: "148.25" });
export const codeShape = z
  .string()
  .trim()
  .min(1, { error: "REQUIRED" })
  .max(40, { error: "TOO_LONG" })
  .meta({ description: "a code people type, unique within its company" });
export const nameShape = z.string().trim().min(1, { error: "REQUIRED" }).max(200, { error: "TOO_LONG" });
export const noteShape = z.string().max(4000, { error: "TOO_LONG" });
export const versionShape = z
  .int()
  .min(1)
  .meta({ description: "counts the changes of a record; send back the one you read" });

/** Query of every list: keyset paging by an opaque cursor, one sort, free filters are added by the area. */
export const listQueryShape = z.object({
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  sort: z
    .string()
    .max(60)
    .optional()
    .meta({ description: "a column; a leading minus turns it round", example: "-orderedOn" }),
  search: z.string().trim().max(100).optional(),
});

/** A page of a list. `nextCursor` is absent on the last page; `totalCount` counts at most 10,000 rows and is then marked as more. */
export function pageShape<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    nextCursor: z.string().optional(),
    totalCount: z.int().optional(),
    totalIsMore: z.boolean().optional(),
  });
}
