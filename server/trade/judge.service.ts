import type { PlaceKind, StockEnd, StockMove } from "../../domain/inventory/index.ts";
import {
  type BusinessEvent,
  Decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  refuseAll,
  type Supply,
  splitPurchase,
} from "../../domain/shared/index.ts";
import { judgeAmounts } from "../../domain/trade/index.ts";
import { type AgreementHead, loadAgreementHeads, loadAgreementOf } from "../agreements/index.ts";
import { type ArrivingAt, lotCardsFor, moveStock } from "../inventory/index.ts";
import { enterCounterparties, newId, settleAll, type Tx, tell } from "../platform/index.ts";
import { type Arriving, type ArrivingRefusal, arrivalRecords, checkArriving } from "./arriving.ts";
import {
  type DeliveredLine,
  type DeliveryHead,
  insertDeliveryEvents,
  loadAcceptedBefore,
  loadDelivery,
  lockDeliveredLines,
  type NewDeliveryEvent,
} from "./delivery.store.ts";
import { factsOf, goesIntoStock, purposeOf, roleOf, supplyKindOf } from "./delivery-lines.ts";
import { reserveAgain } from "./reserve-again.ts";
import { tellBothSides } from "./sides.ts";
import { findPartner, loadSideFacts, loadTradeLines, type SideFacts, type TradeLineRow } from "./trade.store.ts";

export interface JudgeInput {
  readonly deliveryId: string;
  readonly judgedOn: PlainDate;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly accepted?: Decimal;
    /** 特採: taken at a cut price. */
    readonly specially?: { readonly quantity: Decimal; readonly unitPrice: Decimal; readonly reason: string };
    readonly rejected?: { readonly quantity: Decimal; readonly reason: string };
  }[];
  /** What arrives in the same step, on the same day: received and judged are written together. */
  readonly arriving?: readonly Arriving[];
}

export type JudgeRefusal =
  | ArrivingRefusal
  | "DELIVERY_UNKNOWN"
  | "NOT_BUYER"
  | "JUDGED_ABOVE_RECEIVED"
  | "SPECIAL_PRICE_ABOVE_ORDER"
  | "REASON_MISSING"
  | "NOTHING_JUDGED"
  | "PLACE_MISSING"
  | "STOCK_SHORT"
  | "STOCK_PROMISED"
  | "PERIOD_CLOSED"
  | "PERIOD_MISSING";

/** One accepted part of a delivered line, priced. */
interface Accepted {
  readonly key: string;
  readonly delivered: DeliveredLine;
  readonly line: TradeLineRow;
  readonly kind: "accepted" | "specially_accepted";
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly reason: string;
}

/**
 * Accepts, specially accepts and rejects what was received. Title passes, both sides' stock and books follow in this transaction:
 * the seller's at the cost the goods left with, the buyer's at the price. What is rejected goes back to the seller.
 */
export async function judge(
  tx: Tx,
  input: JudgeInput,
  by: "receiver" | "sender" = "receiver",
): Promise<Outcome<{ readonly acceptedYen: bigint; readonly taxYen: bigint }, JudgeRefusal>> {
  const [delivery, known] = await settleAll([
    loadDelivery(tx, input.deliveryId),
    lockDeliveredLines(tx, input.deliveryId),
  ]);
  if (!delivery) return refuse("DELIVERY_UNKNOWN", undefined, "deliveryId");
  if (!mayJudge(tx, delivery, by)) return refuse("NOT_BUYER", undefined, "deliveryId");
  const arrived = checkArriving(input.arriving ?? [], known);
  if (!arrived.ok) return arrived;
  const delivered = known.map((line) => {
    const now = arrived.value.find((one) => one.line === line);
    return now ? { ...line, received: line.received.plus(now.quantity) } : line;
  });
  const tradeIds = [...new Set(delivered.map((line) => line.tradeId))].sort();
  const isShared = delivery.sellerId !== null && delivery.buyerId !== null;
  // The door first: what is asked after it on the same connection goes through it.
  const [, lines, facts, before, agreement] = await settleAll([
    isShared ? enterCounterparties(tx, tradeIds, "accept") : undefined,
    loadTradeLines(tx, tradeIds),
    loadSideFacts(tx, tradeIds),
    loadAcceptedBefore(tx, tradeIds),
    loadAgreementOf(tx, tradeIds[0]!),
  ]);
  const checked = checkJudged(input, delivered, lines);
  if (!checked.ok) return checked;
  const { accepted, rejected } = checked.value;

  const terms = await termsUnder(tx, delivery, facts, agreement, input.judgedOn);
  const { supply, amounts } = judgeAmounts(
    accepted.map((part) => ({
      lineId: part.key,
      taxCategory: part.line.taxCategory,
      unitPrice: part.unitPrice,
      quantity: part.quantity,
      quantityBefore:
        before.find(
          (row) =>
            row.tradeId === part.line.tradeId &&
            row.tradeLineNumber === part.line.lineNumber &&
            row.unitPrice.equals(part.unitPrice),
        )?.quantity ?? new Decimal(0),
    })),
    terms,
  );
  const buyer = facts.find((fact) => fact.companyId === delivery.buyerId);
  const costs = new Map(
    splitPurchase(supply, buyer?.taxStatus !== "exempt").lines.map((line) => [line.lineId, line.amountYen]),
  );
  const lots = await arrivingLots(tx, delivery, accepted, facts);
  const moveOf = new Map(
    accepted.flatMap((part) =>
      acceptanceMove(delivery, part, facts, costs.get(part.key) ?? 0n, input.judgedOn, lots).map(
        (move) => [part.key, move] as const,
      ),
    ),
  );
  const arrival = arrivalRecords(delivery, arrived.value, facts, input.judgedOn);
  const judgedMoves = [
    ...moveOf.values(),
    ...rejected.flatMap((part) => rejectionMove(delivery, part, facts, input.judgedOn)),
  ];
  const missing = judgedMoves.find((move) => !move.to.placeId || !move.from.placeId);
  if (missing) return refuse("PLACE_MISSING", undefined, "lines");
  const eventOf = (
    part: { delivered: DeliveredLine; quantity: Decimal; reason: string },
    kind: NewDeliveryEvent["kind"],
    more: Partial<NewDeliveryEvent> = {},
  ): NewDeliveryEvent => ({
    id: newId(),
    deliveryId: delivery.id,
    lineNumber: part.delivered.lineNumber,
    sellerId: delivery.sellerId,
    buyerId: delivery.buyerId,
    outsidePartnerId: delivery.outsidePartnerId,
    tradeId: part.delivered.tradeId,
    tradeLineNumber: part.delivered.tradeLineNumber,
    kind,
    quantity: part.quantity,
    unitPrice: null,
    amountYen: null,
    taxYen: null,
    happenedOn: input.judgedOn,
    reason: part.reason,
    ...more,
  });
  const events = [
    ...accepted.map((part, i) =>
      eventOf(part, part.kind, {
        unitPrice: part.unitPrice,
        amountYen: amounts[i]!.amountYen,
        taxYen: amounts[i]!.taxYen,
      }),
    ),
    ...rejected.map((part) => eventOf(part, "rejected")),
  ];
  let told: Outcome<null> = ok(null);
  const moved = await moveStock(tx, [...arrival.moves, ...judgedMoves], ({ costYen }) =>
    settleAll([
      insertDeliveryEvents(tx, [...arrival.events, ...events]),
      tell(
        tx,
        judgedEvents(
          delivery,
          accepted,
          rejected.length > 0,
          supply,
          facts,
          judgedMoves,
          moveOf,
          costYen,
          input.judgedOn,
        ),
        "judgedOn",
      ).then((outcome) => {
        told = outcome;
      }),
    ]),
  );
  if (!moved.ok) {
    const [refusal] = moved.refusals;
    // Less stands on its way than the papers say: another receipt of the same goods was faster.
    return Number(refusal.field?.split(".")[1]) < arrival.moves.length
      ? refuse("QUANTITY_ABOVE_SHIPPED", { shipped: "0" }, "lines")
      : refuse(refusal.code, refusal.values, "lines");
  }
  if (!told.ok) return told as Outcome<never, JudgeRefusal>;
  if (delivery.sellerId)
    await reserveAgain(
      tx,
      delivery.sellerId,
      rejected.map((part) => ({ delivered: part.delivered, quantity: part.quantity })),
      lines,
    );
  if (arrived.value.length > 0) tellReceived(tx, delivery);
  tellBothSides(tx, delivery, {
    command: "trade.judged",
    kind: rejected.length > 0 ? "delivery.rejected" : "delivery.judged",
    subjectKind: "delivery",
    subjectId: delivery.id,
  });
  return ok({
    acceptedYen: amounts.reduce((sum, a) => sum + a.amountYen, 0n),
    taxYen: amounts.reduce((sum, a) => sum + a.taxYen, 0n),
  });
}

/** Both sides hear that the goods are here. */
export function tellReceived(tx: Tx, delivery: DeliveryHead): void {
  tellBothSides(tx, delivery, {
    command: "trade.received",
    kind: "delivery.received",
    subjectKind: "delivery",
    subjectId: delivery.id,
  });
}

/**
 * The seller writes for a customer outside the platform; a company on it says itself what arrived and what it takes, unless title
 * passes with the shipment: then the sender's command says it.
 */
export function mayJudge(tx: Tx, delivery: DeliveryHead, by: "receiver" | "sender"): boolean {
  if (delivery.buyerId === null || delivery.buyerId === tx.companyId) return true;
  return by === "sender" && delivery.sellerId === tx.companyId;
}

interface Rejected {
  readonly delivered: DeliveredLine;
  readonly quantity: Decimal;
  readonly reason: string;
}

function checkJudged(
  input: JudgeInput,
  delivered: readonly DeliveredLine[],
  lines: readonly TradeLineRow[],
): Outcome<{ accepted: Accepted[]; rejected: Rejected[] }, JudgeRefusal> {
  const refusals: Refusal<JudgeRefusal>[] = [];
  const accepted: Accepted[] = [];
  const rejected: Rejected[] = [];
  for (const [index, wanted] of input.lines.entries()) {
    const field = `lines.${index}`;
    const row = delivered.find((one) => one.lineNumber === wanted.lineNumber);
    const line = row && lines.find((one) => one.tradeId === row.tradeId && one.lineNumber === row.tradeLineNumber);
    if (!row || !line) {
      refusals.push({ code: "LINE_UNKNOWN", field: `${field}.lineNumber` });
      continue;
    }
    const zero = new Decimal(0);
    const total = (wanted.accepted ?? zero)
      .plus(wanted.specially?.quantity ?? zero)
      .plus(wanted.rejected?.quantity ?? zero);
    const open = row.received.minus(row.accepted).minus(row.specially).minus(row.rejected);
    if (total.greaterThan(open) || total.isNegative())
      refusals.push({
        code: "JUDGED_ABOVE_RECEIVED",
        values: { received: open.toFixed() },
        field: `${field}.accepted`,
      });
    if (wanted.specially?.unitPrice.greaterThan(line.unitPrice))
      refusals.push({
        code: "SPECIAL_PRICE_ABOVE_ORDER",
        values: { price: line.unitPrice.toFixed() },
        field: `${field}.unitPrice`,
      });
    if ((wanted.specially && !wanted.specially.reason.trim()) || (wanted.rejected && !wanted.rejected.reason.trim()))
      refusals.push({ code: "REASON_MISSING", field: `${field}.reason` });
    const part = { delivered: row, line };
    if (wanted.accepted?.greaterThan(0))
      accepted.push({
        ...part,
        key: `${row.lineNumber}a`,
        kind: "accepted",
        quantity: wanted.accepted,
        unitPrice: line.unitPrice,
        reason: "",
      });
    if (wanted.specially?.quantity.greaterThan(0))
      accepted.push({ ...part, key: `${row.lineNumber}s`, kind: "specially_accepted", ...wanted.specially });
    if (wanted.rejected?.quantity.greaterThan(0)) rejected.push({ delivered: row, ...wanted.rejected });
  }
  if (refusals.length === 0 && accepted.length + rejected.length === 0)
    refusals.push({ code: "NOTHING_JUDGED", field: "lines" });
  return refuseAll(refusals) ?? ok({ accepted, rejected });
}

/** How the supply is taxed and rounded: by the agreement, else by my own settings and what my card says of the seller. */
export async function supplyTerms(
  tx: Tx,
  pair: { sellerId: string | null; buyerId: string | null; outsidePartnerId: string | null },
  facts: readonly SideFacts[],
  agreementId: string | null,
  suppliedOn: PlainDate,
) {
  const agreement = agreementId ? (await loadAgreementHeads(tx, [agreementId])).get(agreementId) : undefined;
  return termsUnder(tx, pair, facts, agreement, suppliedOn);
}

async function termsUnder(
  tx: Tx,
  pair: { sellerId: string | null; buyerId: string | null; outsidePartnerId: string | null },
  facts: readonly SideFacts[],
  agreement: AgreementHead | undefined,
  suppliedOn: PlainDate,
) {
  const own = facts.find((fact) => fact.companyId === tx.companyId);
  const seller = facts.find((fact) => fact.companyId === pair.sellerId);
  const card =
    pair.sellerId === null && pair.outsidePartnerId ? await findPartner(tx, pair.outsidePartnerId) : undefined;
  return {
    amountRounding: agreement?.amountRounding ?? ("down" as const),
    taxRounding: agreement?.taxRounding ?? card?.taxRounding ?? own?.taxRounding ?? ("down" as const),
    sellerTaxStatus: seller?.taxStatus ?? card?.taxStatus ?? agreement?.sellerTaxStatus ?? ("registered" as const),
    suppliedOn,
  };
}

/**
 * The buyer's own lot cards for what it accepts, by delivered line, where it keeps the item by lot. The seller's number is written on the
 * card; of the seller's own card the buyer learns nothing else, and the seller nothing of the buyer's.
 */
async function arrivingLots(
  tx: Tx,
  delivery: DeliveryHead,
  accepted: readonly Accepted[],
  facts: readonly SideFacts[],
): Promise<ReadonlyMap<number, string>> {
  const arriving = new Map<number, ArrivingAt>();
  for (const { delivered } of accepted) {
    const buyer = factsOf(facts, delivery.buyerId, delivered);
    if (goesIntoStock(buyer) && buyer.isLotTracked && buyer.partnerId)
      arriving.set(delivered.lineNumber, {
        companyId: buyer.companyId,
        itemId: buyer.itemId!,
        supplierId: buyer.partnerId,
        supplierLotCode: delivered.lotCode,
        deliveryNumber: delivery.number,
        deliveryLineNumber: delivered.lineNumber,
      });
  }
  const ids = await lotCardsFor(tx, [...arriving.values()]);
  return new Map([...arriving.keys()].map((lineNumber, index) => [lineNumber, ids[index]!]));
}

/** Where accepted goods go: from the seller's transit to the buyer's receiving place; for one outside the platform, to or from the place that stands for it. */
function acceptanceMove(
  delivery: DeliveryHead,
  part: Accepted,
  facts: readonly SideFacts[],
  costYen: bigint,
  movedOn: PlainDate,
  lots: ReadonlyMap<number, string>,
): StockMove[] {
  const { delivered, line } = part;
  const seller = factsOf(facts, delivery.sellerId, delivered);
  const buyer = factsOf(facts, delivery.buyerId, delivered);
  const base = {
    id: newId(),
    movedOn,
    tradeId: line.tradeId,
    tradeLineNumber: line.lineNumber,
    deliveryId: delivery.id,
    deliveryLineNumber: delivered.lineNumber,
  };
  const intoStock = goesIntoStock(buyer);
  const lotId = lots.get(delivered.lineNumber);
  const to = (kind: PlaceKind, place: string | null, facts: SideFacts, factor: Decimal): StockEnd => ({
    companyId: facts.companyId,
    itemId: facts.itemId!,
    accountRole: roleOf(facts),
    placeId: place!,
    placeKind: kind,
    quantity: part.quantity.times(factor),
    ...(lotId && { lotId }),
  });
  if (delivery.sellerId && delivered.transitPlaceId && seller) {
    const from: StockEnd = {
      companyId: delivery.sellerId,
      itemId: delivered.fromItemId!,
      accountRole: roleOf(seller),
      placeId: delivered.transitPlaceId,
      placeKind: "transit",
      keeperId: delivery.buyerId ?? delivery.sellerId,
      quantity: part.quantity.times(delivered.shippedFactor ?? 1),
      ...(delivered.fromLotId && { lotId: delivered.fromLotId }),
    };
    if (intoStock)
      return [
        {
          ...base,
          kind: "acceptance",
          from,
          to: to("receiving", buyer.places.receiving, buyer, line.buyerFactor),
          valueInYen: costYen,
        },
      ];
    // The buyer takes it as cost, or stands outside: the goods leave the seller's ledger through the place for customers.
    const out: StockMove = {
      ...base,
      kind: "acceptance",
      from,
      to: { ...from, placeId: seller.places.customer!, placeKind: "customer", keeperId: delivery.sellerId },
    };
    return [out];
  }
  if (intoStock) {
    return [
      {
        ...base,
        kind: "receipt",
        from: to("supplier", buyer.places.supplier, buyer, line.buyerFactor),
        to: to("receiving", buyer.places.receiving, buyer, line.buyerFactor),
        valueInYen: costYen,
      },
    ];
  }
  return [];
}

function rejectionMove(
  delivery: DeliveryHead,
  part: Rejected,
  facts: readonly SideFacts[],
  movedOn: PlainDate,
): StockMove[] {
  const { delivered } = part;
  if (!delivery.sellerId || !delivered.transitPlaceId) return [];
  const seller = factsOf(facts, delivery.sellerId, delivered);
  const end = (placeId: string, placeKind: PlaceKind, keeperId: string): StockEnd => ({
    companyId: delivery.sellerId!,
    itemId: delivered.fromItemId!,
    accountRole: roleOf(seller),
    placeId,
    placeKind,
    keeperId,
    quantity: part.quantity.times(delivered.shippedFactor ?? 1),
    ...(delivered.fromLotId && { lotId: delivered.fromLotId }),
  });
  return [
    {
      id: newId(),
      kind: "rejection",
      movedOn,
      from: end(delivered.transitPlaceId, "transit", delivery.buyerId ?? delivery.sellerId),
      to: end(delivered.fromPlaceId!, "storage", delivery.sellerId),
      tradeId: delivered.tradeId,
      tradeLineNumber: delivered.tradeLineNumber,
      deliveryId: delivery.id,
      deliveryLineNumber: delivered.lineNumber,
      reason: part.reason,
    },
  ];
}

function judgedEvents(
  delivery: DeliveryHead,
  accepted: readonly Accepted[],
  anyRejected: boolean,
  supply: Supply,
  facts: readonly SideFacts[],
  moves: readonly StockMove[],
  moveOf: ReadonlyMap<string, StockMove>,
  costYen: ReadonlyMap<string, bigint>,
  eventOn: PlainDate,
): BusinessEvent[] {
  const tradeId = accepted[0]?.line.tradeId ?? moves[0]?.tradeId;
  const head = (companyId: string) => {
    const partnerId = facts.find((fact) => fact.companyId === companyId)?.partnerId;
    return {
      companyId,
      eventOn,
      sourceKind: "delivery",
      sourceId: delivery.id,
      description: delivery.number,
      ...(tradeId && { tradeId }),
      ...(partnerId && { partnerId }),
    };
  };
  const events: BusinessEvent[] = [];
  const special = accepted.some((part) => part.kind === "specially_accepted");
  const acceptance = special ? ("special" as const) : ("normal" as const);
  if (delivery.sellerId && accepted.length > 0) {
    events.push({
      ...head(delivery.sellerId),
      kind: "goods_accepted_sold",
      acceptance,
      supply,
      lines: accepted.map((part) => {
        // By its own part: of one line two parts may be taken in equal quantities at two prices, each at its own cost.
        const move = moveOf.get(part.key);
        const seller = factsOf(facts, delivery.sellerId, part.delivered);
        return {
          lineId: part.key,
          supplyKind: supplyKindOf(seller),
          costYen: move ? (costYen.get(move.id) ?? 0n) : 0n,
          costFrom: "goodsShipped",
        };
      }),
    });
  }
  if (delivery.buyerId && accepted.length > 0) {
    const workOrderId = accepted
      .map((part) => factsOf(facts, delivery.buyerId, part.delivered)?.workOrderId)
      .find((id) => id);
    const isExempt = facts.some((fact) => fact.companyId === delivery.buyerId && fact.taxStatus === "exempt");
    events.push({
      ...head(delivery.buyerId),
      kind: "goods_accepted_bought",
      acceptance,
      supply,
      ...(isExempt && { deductsInputTax: false }),
      ...(workOrderId && { workOrderId }),
      lines: accepted.map((part) => ({
        lineId: part.key,
        purpose: purposeOf(factsOf(facts, delivery.buyerId, part.delivered)),
      })),
    });
  }
  if (delivery.sellerId && anyRejected) {
    const back = moves.filter((move) => move.kind === "rejection");
    if (back.length > 0)
      events.push({
        ...head(delivery.sellerId),
        kind: "goods_rejected",
        lines: back.map((move) => ({
          lineId: `${move.deliveryLineNumber}`,
          stockRole: move.to.accountRole,
          costYen: costYen.get(move.id) ?? 0n,
        })),
      });
  }
  return events;
}
