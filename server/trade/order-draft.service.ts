import { type Outcome, type PlainDate, type Refusal, refuse } from "../../domain/shared/index.ts";
import {
  isBlankLine,
  type OrderDraftBody,
  type OrderDraftKind,
  orderTotal,
  readDraftLine,
  readDraftLines,
} from "../../domain/trade/index.ts";
import { closeDraft, openDraft, type Tx } from "../platform/index.ts";
import type { PlaceRefusal, PlaceTradeInput } from "./order-input.ts";
import { type PlacedTrade, placeTrade, prepareOrder } from "./place-trade.service.ts";
import { loadOwnTaxStatus } from "./trade.store.ts";

/** Which side a kind of draft becomes, and in which state it begins. */
const BECOMES = {
  sales_order: { side: "S", firstState: "placed" },
  quotation: { side: "S", firstState: "quoted" },
  purchase_order: { side: "B", firstState: "placed" },
  enquiry: { side: "B", firstState: "enquiry" },
} as const satisfies Record<OrderDraftKind, Pick<PlaceTradeInput, "side" | "firstState">>;

export interface PreviewLine {
  readonly index: number;
  readonly isStanding: boolean;
  readonly reasons: readonly Refusal[];
  readonly refusals: readonly Refusal[];
  readonly [more: string]: unknown;
}

/**
 * What a draft would become: each line's item, unit and price with its reason, what stands in the way, totals with tax. Writes nothing;
 * lines that are not right yet are left out of the totals.
 */
export async function previewOrder(tx: Tx, kind: OrderDraftKind, body: OrderDraftBody, today: PlainDate) {
  const lines: PreviewLine[] = [];
  const readable: { index: number; line: PlaceTradeInput["lines"][number] }[] = [];
  body.lines.forEach((line, index) => {
    if (isBlankLine(line)) return;
    const read = readDraftLine(line, index);
    if (read.ok) readable.push({ index, line: read.value });
    else {
      // A line half typed still shows its price, when only the date is missing.
      const guessed = readDraftLine({ ...line, quantity: line.quantity || "1" }, index, body.orderedOn);
      if (guessed.ok) readable.push({ index, line: guessed.value });
      lines.push({ index, isStanding: false, reasons: [], refusals: read.refusals });
    }
  });
  const empty = { lines, netYen: 0n, taxYen: 0n, taxes: [], partnerName: null, isShared: false };
  if (!body.partnerId) return { ...empty, refusals: [{ code: "REQUIRED", field: "partnerId" }] };
  const prepared = await prepareOrder(tx, {
    ...inputOf(kind, body, today),
    partnerId: body.partnerId,
    lines: readable.map(({ line }) => line),
  });
  if (!prepared.ok) return { ...empty, refusals: prepared.refusals };
  const { partner, agreement, other } = prepared.value;
  const counted: Parameters<typeof orderTotal>[0][number][] = [];
  prepared.value.lines.forEach((outcome, place) => {
    const { index } = readable[place]!;
    const known = lines.findIndex((line) => line.index === index);
    const own = known >= 0 ? lines.splice(known, 1)[0]! : undefined;
    if (!outcome.ok) {
      lines.push({
        index,
        isStanding: false,
        reasons: [],
        refusals: own ? own.refusals : moved(outcome.refusals, place, index),
      });
      return;
    }
    const { line, priceReason, reasons } = outcome.value;
    if (!own) counted.push(line);
    lines.push({
      index,
      code: line.code,
      description: line.description,
      unit: line.unit,
      unitPrice: line.unitPrice,
      ...(!own && { amountYen: line.amountYen }),
      priceReason,
      isStanding: other !== null && line.state === "confirmed",
      reasons: moved(reasons, place, index),
      refusals: own?.refusals ?? [],
    });
  });
  const tax = await loadOwnTaxStatus(tx);
  const totals = orderTotal(counted, {
    sellerTaxStatus:
      BECOMES[kind].side === "S" ? tax.taxStatus : (agreement?.head.sellerTaxStatus ?? partner.taxStatus),
    taxRounding: agreement?.head.taxRounding ?? (BECOMES[kind].side === "S" ? tax.taxRounding : partner.taxRounding),
  });
  return {
    lines: lines.sort((a, b) => a.index - b.index),
    refusals: [] as Refusal[],
    ...totals,
    partnerName: partner.name,
    isShared: other !== null,
  };
}

/** Refusals name the place among the readable lines; the user sees the draft's. */
function moved(refusals: readonly Refusal[], place: number, index: number): Refusal[] {
  return refusals.map((refusal) =>
    refusal.field ? { ...refusal, field: refusal.field.replace(`lines.${place}.`, `lines.${index}.`) } : refusal,
  );
}

function inputOf(
  kind: OrderDraftKind,
  body: OrderDraftBody,
  today: PlainDate,
): Omit<PlaceTradeInput, "partnerId" | "lines"> {
  return {
    ...BECOMES[kind],
    orderedOn: body.orderedOn || today,
    ...(body.validUntil && { validUntil: body.validUntil }),
    outsideNumber: body.outsideNumber,
    title: body.title,
    deliverTo: body.deliverTo,
    form: body.form,
  };
}

export type SendRefusal =
  | PlaceRefusal
  | "NOT_FOUND"
  | "STALE_VERSION"
  | "DRAFT_CLOSED"
  | "REQUIRED"
  | "QUANTITY_INVALID"
  | "QUANTITY_NOT_POSITIVE"
  | "PRICE_INVALID"
  | "DATE_INVALID"
  | "VALID_UNTIL_PAST";

/**
 * Sends a draft: it becomes a trade, and with a company on the platform the other side's order at that instant.
 *
 * @param isConfirmed for a customer outside the platform: its order is confirmed as it is entered, for the wanted dates
 */
export async function sendOrderDraft(
  tx: Tx,
  input: {
    readonly id: string;
    readonly version: number;
    readonly kinds: readonly OrderDraftKind[];
    readonly isConfirmed: boolean;
    readonly today: PlainDate;
  },
): Promise<Outcome<PlacedTrade, SendRefusal>> {
  const draft = await openDraft<OrderDraftBody>(tx, input.id, input.kinds, input.version);
  if (!draft.ok) return draft;
  const { body } = draft.value;
  const kind = draft.value.kind as OrderDraftKind;
  if (!body.partnerId) return refuse("REQUIRED", undefined, "partnerId");
  if (kind === "quotation" && body.validUntil && body.validUntil < input.today)
    return refuse("VALID_UNTIL_PAST", { date: body.validUntil }, "validUntil");
  const lines = readDraftLines(body.lines);
  if (!lines.ok) return lines;
  const order = inputOf(kind, body, input.today);
  const placed = await placeTrade(tx, {
    ...order,
    ...(kind === "sales_order" && input.isConfirmed && { firstState: "confirmed" as const }),
    partnerId: body.partnerId,
    // Blank rows between the lines leave no gap in the order.
    lines: lines.value.map((line, index) => ({ ...line, lineNumber: index + 1 })),
  });
  if (!placed.ok) return { ok: false, refusals: withDraftRows(placed.refusals, lines.value) };
  const closed = await closeDraft(tx, draft.value.id, input.version, placed.value.tradeId);
  return closed.ok ? placed : closed;
}

function withDraftRows<Code extends string>(
  refusals: readonly [Refusal<Code>, ...Refusal<Code>[]],
  lines: readonly { readonly lineNumber: number }[],
): readonly [Refusal<Code>, ...Refusal<Code>[]] {
  const [first, ...rest] = refusals.map((refusal): Refusal<Code> => {
    const place = /^lines\.(\d+)\.(.*)$/.exec(refusal.field ?? "");
    const line = place && lines[Number(place[1])];
    return line ? { ...refusal, field: `lines.${line.lineNumber - 1}.${place[2]}` } : refusal;
  });
  return [first!, ...rest];
}
