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
import { LINE_STATES } from "./line-state.ts";

/** Request and answer shapes of trades, as both the seller's and the buyer's pages use them. */
export const sideShape = z.enum(["S", "B"]).meta({ description: "S: what I sell, B: what I buy" });
export const lineStateShape = z.enum(LINE_STATES);
const refusalShape = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  field: z.string().optional(),
});

// ── lists ──────────────────────────────────────────────────────────────────────────────────────────────────────────
export const tradeListQueryShape = listQueryShape.extend({
  side: sideShape,
  state: lineStateShape.optional(),
  partnerId: idShape.optional(),
  dayFrom: plainDateShape.optional().meta({ description: "ordered on or after" }),
  dayTo: plainDateShape.optional().meta({ description: "ordered on or before" }),
  open: z.enum(["yes", "no"]).optional(),
  history: z.enum(["yes", "no"]).default("no"),
});
export const tradeRowShape = z.object({
  id: idShape,
  side: sideShape,
  number: z.string().meta({ description: "the issuer's number, as both sides say it" }),
  ownNumber: z.string(),
  outsideNumber: z.string(),
  state: lineStateShape,
  partnerId: idShape.nullable(),
  partnerName: z.string(),
  orderedOn: plainDateShape,
  wantedOn: plainDateShape.nullable(),
  promisedOn: plainDateShape.nullable(),
  totalYen: yenShape,
  isDone: z.boolean(),
  isLate: z.boolean(),
  chainId: idShape.nullable(),
});
export const tradeListShape = pageShape(tradeRowShape);

export const tradeLineListQueryShape = listQueryShape.extend({
  side: sideShape,
  state: lineStateShape.optional(),
  partnerId: idShape.optional(),
  itemId: idShape.optional(),
  dayFrom: plainDateShape.optional().meta({ description: "wanted on or after" }),
  dayTo: plainDateShape.optional().meta({ description: "wanted on or before" }),
  show: z.enum(["all", "open", "late", "to_ship", "to_receive"]).default("all"),
});
export const tradeLineRowShape = z.object({
  tradeId: idShape,
  lineNumber: z.int(),
  number: z.string(),
  ownNumber: z.string(),
  partnerId: idShape.nullable(),
  partnerName: z.string(),
  itemId: idShape.nullable(),
  code: z.string(),
  description: z.string(),
  quantity: quantityShape,
  unit: z.string(),
  unitPrice: priceShape,
  amountYen: yenShape,
  wantedOn: plainDateShape,
  promisedOn: plainDateShape.nullable(),
  state: lineStateShape,
  shipped: quantityShape,
  received: quantityShape,
  accepted: quantityShape,
  isOpen: z.boolean(),
  isLate: z.boolean(),
});
export const tradeLineListShape = pageShape(tradeLineRowShape);

// ── one trade ──────────────────────────────────────────────────────────────────────────────────────────────────────
const changeLineShape = z.object({
  lineNumber: z.int(),
  isCancel: z.boolean(),
  newQuantity: quantityShape.nullable(),
  newUnitPrice: priceShape.nullable(),
  newAmountYen: yenShape.nullable(),
  newWantedOn: plainDateShape.nullable(),
  newPromisedOn: plainDateShape.nullable(),
});
export const changeShape = z.object({
  id: idShape,
  number: z.string(),
  state: z.enum(["proposed", "agreed", "declined", "countered", "expired", "withdrawn"]),
  isMine: z.boolean(),
  isOfChain: z.boolean(),
  reason: z.string(),
  answer: z.string(),
  costYen: yenShape,
  proposedAt: z.string(),
  answeredAt: z.string().nullable(),
  expiresOn: plainDateShape.nullable(),
  lines: z.array(changeLineShape),
});
export const tradeDocumentLineShape = z.object({
  lineNumber: z.int(),
  code: z.string(),
  description: z.string(),
  itemId: idShape.nullable(),
  quantity: quantityShape,
  unit: z.string(),
  unitPrice: priceShape,
  isProvisional: z.boolean(),
  amountYen: yenShape,
  taxCategory: z.string(),
  wantedOn: plainDateShape,
  promisedOn: plainDateShape.nullable(),
  validUntil: plainDateShape.nullable(),
  state: lineStateShape,
  answer: z.string(),
  revision: z.int(),
  shipped: quantityShape,
  received: quantityShape,
  accepted: quantityShape,
  rejected: quantityShape,
  returned: quantityShape,
  invoiced: quantityShape,
  purpose: z.string(),
  note: z.string(),
  isOpen: z.boolean(),
  moves: z.array(lineStateShape).meta({ description: "what this side may do next" }),
});
export const tradeDocumentShape = z
  .object({
    id: idShape,
    side: sideShape,
    number: z.string(),
    ownNumber: z.string(),
    outsideNumber: z.string(),
    state: lineStateShape,
    isOutside: z.boolean().meta({ description: "the other side has no account: this side says both words" }),
    partnerId: idShape.nullable(),
    partnerName: z.string(),
    partnerAddress: z.string(),
    company: z
      .object({ name: z.string(), address: z.string(), phone: z.string(), registrationNumber: z.string().nullable() })
      .meta({ description: "the own company, for the head of papers" }),
    agreementId: idShape.nullable(),
    agreementName: z.string().nullable(),
    bookedAt: z.string(),
    isOneStep: z.boolean(),
    orderedOn: plainDateShape,
    validUntil: plainDateShape.nullable(),
    title: z.string(),
    deliverTo: z.string(),
    form: z.enum(["goods", "processing"]),
    totalYen: yenShape,
    taxYen: yenShape,
    isDone: z.boolean(),
    isHistory: z.boolean(),
    note: z.string(),
    chainId: idShape.nullable(),
    lines: z.array(tradeDocumentLineShape),
    changes: z.array(changeShape),
    revisions: z.array(
      z.object({
        lineNumber: z.int(),
        revision: z.int(),
        quantity: quantityShape,
        unitPrice: priceShape,
        amountYen: yenShape,
        wantedOn: plainDateShape,
        promisedOn: plainDateShape.nullable(),
        replacedAt: z.string(),
      }),
    ),
    deliveries: z.array(
      z.object({
        id: idShape,
        number: z.string(),
        shippedOn: plainDateShape,
        state: z.enum(["shipped", "received", "judged"]),
      }),
    ),
    invoices: z.array(
      z.object({ id: idShape, number: z.string(), issuedOn: plainDateShape, totalYen: yenShape, state: z.string() }),
    ),
    stockMoves: z.array(
      z.object({
        moveId: idShape,
        kind: z.string(),
        movedOn: plainDateShape,
        itemCode: z.string(),
        placeName: z.string(),
        quantity: quantityShape,
      }),
    ),
    journal: z.array(
      z.object({ id: idShape, number: z.string(), postedOn: plainDateShape, kind: z.string(), debitYen: yenShape }),
    ),
    history: z.array(
      z.object({
        at: z.string(),
        who: z.string(),
        isAutomatic: z.boolean(),
        command: z.string(),
        words: z.string().nullable().meta({ description: "what was written with it" }),
      }),
    ),
    pages: z.array(
      z.object({
        id: idShape,
        createdAt: z.string(),
        expiresAt: z.string(),
        openedAt: z.string().nullable(),
        answeredAt: z.string().nullable(),
        answer: z.string().nullable(),
        withdrawn: z.boolean(),
      }),
    ),
  })
  .meta({ id: "TradeDocument" });

// ── moves, changes ─────────────────────────────────────────────────────────────────────────────────────────────────
export const moveLinesShape = z.object({
  lines: z
    .array(
      z.object({
        lineNumber: z.int().min(1),
        /** The state the user saw; another one means somebody was quicker. */
        seen: lineStateShape,
        to: lineStateShape,
        promisedOn: plainDateShape.optional(),
        validUntil: plainDateShape.optional(),
        unitPrice: priceShape.optional(),
        reason: z.string().trim().max(400, { error: "TOO_LONG" }).optional(),
      }),
    )
    .min(1)
    .max(2000),
});
export const movedLinesShape = z.object({
  lines: z.array(z.object({ lineNumber: z.int(), state: lineStateShape })),
});
export const proposeChangeShape = z.object({
  reason: z.string().trim().max(400, { error: "TOO_LONG" }),
  costYen: yenShape.default("0"),
  expiresOn: plainDateShape.nullable().default(null),
  lines: z
    .array(
      z.object({
        lineNumber: z.int().min(1),
        /** The revision the user saw. */
        seenRevision: z.int().min(1),
        isCancel: z.boolean().optional(),
        quantity: positiveQuantityShape.optional(),
        unitPrice: priceShape.optional(),
        wantedOn: plainDateShape.optional(),
        promisedOn: plainDateShape.optional(),
      }),
    )
    .min(1)
    .max(2000),
});
export const proposedChangeShape = z.object({
  changeId: idShape,
  number: z.string(),
  state: z.enum(["proposed", "agreed"]),
});
export const answerChangeShape = z.object({
  answer: z.enum(["agreed", "declined", "countered", "withdrawn"]),
  words: z.string().trim().max(400, { error: "TOO_LONG" }).default(""),
});

// ── preview of an order ────────────────────────────────────────────────────────────────────────────────────────────
const priceReasonShape = z.object({
  source: z.enum(["agreement", "master", "typed", "open"]),
  listFrom: plainDateShape.optional(),
  fromQuantity: quantityShape.optional(),
  nextBreak: z.object({ fromQuantity: quantityShape, unitPrice: priceShape }).nullable().optional(),
});
export const orderPreviewShape = z.object({
  lines: z.array(
    z.object({
      /** Place in the draft, from 0. */
      index: z.int(),
      code: z.string().optional(),
      description: z.string().optional(),
      unit: z.string().optional(),
      unitPrice: priceShape.optional(),
      amountYen: yenShape.optional(),
      priceReason: priceReasonShape.optional(),
      /** True when the agreement's standing rule confirms it with no person at the seller. */
      isStanding: z.boolean(),
      reasons: z.array(refusalShape),
      refusals: z.array(refusalShape),
    }),
  ),
  refusals: z.array(refusalShape),
  netYen: yenShape,
  taxYen: yenShape,
  taxes: z.array(z.object({ ratePercent: z.int(), netYen: yenShape, taxYen: yenShape })),
  partnerName: z.string().nullable(),
  /** Whether the other side sees it the moment it is sent. */
  isShared: z.boolean(),
});
export const placedTradeShape = z.object({
  tradeId: idShape,
  number: z.string(),
  state: lineStateShape,
  lines: z.array(z.object({ lineNumber: z.int(), state: lineStateShape, reasons: z.array(refusalShape) })),
});

// ── drafts ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export const draftListQueryShape = listQueryShape.extend({
  kind: z.string().max(30).optional(),
  state: z.enum(["draft", "approved", "sent", "discarded"]).default("draft"),
});
export const draftRowShape = z.object({
  id: idShape,
  kind: z.string(),
  number: z.string(),
  partnerId: idShape.nullable(),
  partnerName: z.string(),
  title: z.string(),
  lineCount: z.int(),
  state: z.enum(["draft", "approved", "sent", "discarded"]),
  sentId: idShape.nullable(),
  updatedAt: z.string(),
  createdBy: z.string(),
  version: z.int(),
});
export const draftListShape = pageShape(draftRowShape);

// ── type-ahead ─────────────────────────────────────────────────────────────────────────────────────────────────────
export const orderItemQueryShape = z.object({
  side: sideShape,
  partnerId: idShape.optional(),
  search: z.string().trim().max(100).default(""),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const orderItemHitsShape = z.object({
  rows: z.array(z.object({ id: idShape, code: z.string(), name: z.string(), unit: z.string(), isAgreed: z.boolean() })),
});

/** One side's orders in figures; a share is null while nothing was delivered. */
export const tradeFiguresShape = z
  .object({
    openLines: z.int(),
    lateLines: z.int(),
    openYen: yenShape,
    onTimePercent: z.number().nullable(),
    onTimeTrend: z.array(z.number()).meta({ description: "per week with deliveries, oldest first" }),
  })
  .meta({ id: "TradeFigures" });
