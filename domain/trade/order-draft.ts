import { z } from "zod";
import type { Decimal, Outcome, Refusal } from "../shared/index.ts";
import {
  decimal,
  idShape,
  isPlainDate,
  ok,
  type PlainDate,
  plainDateShape,
  positiveQuantityShape,
  priceShape,
  refuseAll,
} from "../shared/index.ts";

/** Kinds of drafts that become trades. */
export const ORDER_DRAFT_KINDS = ["sales_order", "quotation", "purchase_order", "enquiry"] as const;
export type OrderDraftKind = (typeof ORDER_DRAFT_KINDS)[number];

const looseText = z.string().max(200, { error: "TOO_LONG" });

/** A draft keeps whatever was typed, also what is not right yet: nothing typed is lost. It is judged when it is sent. */
export const orderDraftLineShape = z.object({
  /** Own code, or the agreement's. */
  item: looseText,
  description: looseText,
  quantity: looseText,
  unit: looseText,
  /** Empty: the agreed or the master's price. */
  unitPrice: looseText,
  wantedOn: looseText,
});
export const orderDraftShape = z.object({
  partnerId: idShape.nullable(),
  orderedOn: plainDateShape,
  validUntil: plainDateShape.nullable(),
  outsideNumber: z.string().trim().max(60, { error: "TOO_LONG" }),
  title: z.string().trim().max(200, { error: "TOO_LONG" }),
  deliverTo: z.string().trim().max(400, { error: "TOO_LONG" }),
  form: z.enum(["goods", "processing"]),
  lines: z.array(orderDraftLineShape).max(2000),
});
export type OrderDraftBody = z.infer<typeof orderDraftShape>;
export type OrderDraftLine = z.infer<typeof orderDraftLineShape>;

/** A draft's line with exact numbers. */
export interface ReadLine {
  readonly lineNumber: number;
  readonly item: string;
  readonly description: string;
  readonly quantity: Decimal;
  readonly unit?: string;
  readonly unitPrice?: Decimal;
  readonly wantedOn: PlainDate;
}

export type DraftLineRefusal =
  | "REQUIRED"
  | "QUANTITY_INVALID"
  | "QUANTITY_NOT_POSITIVE"
  | "PRICE_INVALID"
  | "DATE_INVALID";

/** A line nobody has typed anything into. */
export function isBlankLine(line: OrderDraftLine): boolean {
  return [line.item, line.description, line.quantity, line.unitPrice].every((text) => text.trim() === "");
}

/**
 * Reads one typed line, or says cell by cell what is wrong. `index` is its place in the draft, for the field's name.
 *
 * @param defaultWantedOn taken when no date was typed
 */
export function readDraftLine(
  line: OrderDraftLine,
  index: number,
  defaultWantedOn?: PlainDate,
): Outcome<ReadLine, DraftLineRefusal> {
  const refusals: Refusal<DraftLineRefusal>[] = [];
  const at = (name: string) => `lines.${index}.${name}`;
  const quantity = line.quantity.trim().replaceAll(",", "");
  const unitPrice = line.unitPrice.trim().replaceAll(",", "");
  const wantedOn = line.wantedOn.trim() || (defaultWantedOn ?? "");
  if (!line.item.trim()) refusals.push({ code: "REQUIRED", field: at("item") });
  if (!quantity) refusals.push({ code: "REQUIRED", field: at("quantity") });
  else if (!positiveQuantityShape.safeParse(quantity).success)
    refusals.push({
      code: /^-?[\d.]+$/.test(quantity) ? "QUANTITY_NOT_POSITIVE" : "QUANTITY_INVALID",
      field: at("quantity"),
    });
  if (unitPrice && !priceShape.safeParse(unitPrice).success)
    refusals.push({ code: "PRICE_INVALID", field: at("unitPrice") });
  if (!wantedOn) refusals.push({ code: "REQUIRED", field: at("wantedOn") });
  else if (!isPlainDate(wantedOn)) refusals.push({ code: "DATE_INVALID", field: at("wantedOn") });
  return (
    refuseAll(refusals) ??
    ok({
      lineNumber: index + 1,
      item: line.item.trim(),
      description: line.description.trim(),
      quantity: decimal(quantity),
      ...(line.unit.trim() && { unit: line.unit.trim() }),
      ...(unitPrice && { unitPrice: decimal(unitPrice) }),
      wantedOn,
    })
  );
}

/** All lines of a draft that hold something; every mistake at once. */
export function readDraftLines(lines: readonly OrderDraftLine[]): Outcome<ReadLine[], DraftLineRefusal> {
  const refusals: Refusal<DraftLineRefusal>[] = [];
  const read: ReadLine[] = [];
  lines.forEach((line, index) => {
    if (isBlankLine(line)) return;
    const outcome = readDraftLine(line, index);
    if (outcome.ok) read.push(outcome.value);
    else refusals.push(...outcome.refusals);
  });
  return refuseAll(refusals) ?? ok(read);
}
