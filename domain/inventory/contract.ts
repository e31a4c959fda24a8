import { z } from "zod";
import {
  codeShape,
  idShape,
  listQueryShape,
  nameShape,
  noteShape,
  plainDateShape,
  positiveQuantityShape,
  quantityShape,
  versionShape,
  yenShape,
} from "../shared/index.ts";
import { MOVE_KINDS, PLACE_KINDS } from "./stock-move.ts";

export const placeShape = z
  .object({
    id: idShape,
    code: codeShape,
    name: nameShape,
    nameEn: z.string(),
    kind: z.enum(PLACE_KINDS),
    partnerId: idShape.nullable(),
    isActive: z.boolean(),
    version: versionShape,
  })
  .meta({ id: "Place" });
export const newPlaceShape = z.object({
  code: codeShape,
  name: nameShape,
  nameEn: z.string().max(200).default(""),
  kind: z.enum(PLACE_KINDS),
  partnerId: idShape.optional(),
});
export const changePlaceShape = newPlaceShape
  .pick({ name: true, nameEn: true })
  .extend({ isActive: z.boolean(), version: versionShape });

export const stockRowShape = z
  .object({
    itemId: idShape,
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    category: z.string(),
    onHand: quantityShape,
    keptElsewhere: quantityShape,
    reserved: quantityShape,
    free: quantityShape,
    safetyStock: quantityShape,
    valueYen: yenShape.nullable(),
  })
  .meta({ id: "StockRow" });
export const stockListQuery = listQueryShape.extend({
  category: z.string().max(40).optional(),
  below: z.enum(["safety", "zero"]).optional(),
});

export const balanceShape = z
  .object({
    placeId: idShape,
    placeCode: z.string(),
    placeName: z.string(),
    placeKind: z.enum(PLACE_KINDS),
    lotId: idShape.nullable(),
    lotCode: z.string().nullable(),
    keeperName: z.string().nullable(),
    quantity: quantityShape,
  })
  .meta({ id: "StockBalance" });
export const stockDetailShape = stockRowShape.extend({
  balances: z.array(balanceShape),
  reservations: z.array(
    z.object({
      id: idShape,
      tradeId: idShape.nullable(),
      workOrderId: idShape.nullable(),
      number: z.string(),
      quantity: quantityShape,
      allocated: quantityShape,
      neededOn: plainDateShape.nullable(),
    }),
  ),
});

export const ledgerRowShape = z
  .object({
    moveId: idShape,
    seq: z.int(),
    movedOn: plainDateShape,
    kind: z.enum(MOVE_KINDS),
    itemId: idShape,
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    placeName: z.string(),
    lotCode: z.string().nullable(),
    quantity: quantityShape,
    tradeId: idShape.nullable(),
    number: z.string().nullable(),
    workOrderId: idShape.nullable(),
    reason: z.string(),
  })
  .meta({ id: "StockLedgerRow" });
export const ledgerQuery = listQueryShape.extend({
  itemId: idShape.optional(),
  placeId: idShape.optional(),
  kind: z.enum(MOVE_KINDS).optional(),
  from: plainDateShape.optional(),
  to: plainDateShape.optional(),
});

const movedShape = z.object({ item: codeShape, quantity: positiveQuantityShape, lot: z.string().max(60).optional() });
/** From one own place to another. */
export const transferShape = z.object({
  movedOn: plainDateShape,
  fromPlaceId: idShape,
  toPlaceId: idShape,
  lines: z.array(movedShape).min(1, { error: "NO_LINES" }).max(500),
  note: noteShape.default(""),
});
/** A correction with its reason: plus found, minus missing. */
export const adjustShape = z.object({
  movedOn: plainDateShape,
  placeId: idShape,
  reason: z.string().trim().min(1, { error: "REASON_MISSING" }).max(200),
  lines: z
    .array(movedShape.extend({ quantity: quantityShape }))
    .min(1, { error: "NO_LINES" })
    .max(500),
});
export const movedAnswerShape = z.object({ moveIds: z.array(idShape) });
export const allocateShape = z.object({
  quantity: positiveQuantityShape.optional().meta({ description: "absent: as much as is free" }),
});
export const reservationShape = z
  .object({ id: idShape, quantity: quantityShape, allocated: quantityShape })
  .meta({ id: "Reservation" });
export const keptShape = z
  .object({
    ownerName: z.string(),
    itemId: idShape.nullable().meta({ description: "the keeper's own item, where the agreement maps it" }),
    code: z.string().meta({ description: "own code, else as the shared order names the goods" }),
    name: z.string(),
    unit: z.string(),
    quantity: quantityShape,
    tradeId: idShape.nullable().meta({ description: "the order the goods came for last" }),
    side: z.enum(["S", "B"]).nullable(),
    number: z.string().nullable(),
  })
  .meta({ id: "KeptStock" });

export type AdjustInput = z.output<typeof adjustShape>;
export type TransferInput = z.output<typeof transferShape>;

/** The stock in figures; the trend are whole yen at the end of the last weeks, for a chart. */
export const stockFiguresShape = z
  .object({ itemCount: z.int(), belowSafetyCount: z.int(), valueYen: yenShape, valueTrend: z.array(z.number()) })
  .meta({ id: "StockFigures" });
