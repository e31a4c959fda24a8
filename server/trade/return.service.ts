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
} from "../../domain/shared/index.ts";
import { partOf, returnAmounts } from "../../domain/trade/index.ts";
import { moveStock } from "../inventory/index.ts";
import { enterCounterparties, newId, settleAll, type Tx, tell } from "../platform/index.ts";
import {
  type DeliveredLine,
  type DeliveryHead,
  insertDeliveryEvents,
  loadAcceptedParts,
  loadArrivedLots,
  loadDelivery,
  loadSoldCost,
  lockDeliveredLines,
} from "./delivery.store.ts";
import { factsOf, goesIntoStock, isStocked, purposeOf, roleOf, supplyKindOf } from "./delivery-lines.ts";
import { supplyTerms } from "./judge.service.ts";
import { reserveAgain } from "./reserve-again.ts";
import { findStockToReturn } from "./return.store.ts";
import { isShared, tellBothSides } from "./sides.ts";
import { loadSideFacts, loadTradeLines, loadTrades, type SideFacts, type TradeLineRow } from "./trade.store.ts";

export interface ReturnInput {
  readonly deliveryId: string;
  readonly returnedOn: PlainDate;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly quantity: Decimal;
    readonly reason: string;
    /** Where the buyer takes them from; absent: a place that has enough. */
    readonly placeId?: string;
  }[];
}

export type ReturnRefusal =
  | "DELIVERY_UNKNOWN"
  | "NOT_BUYER"
  | "NO_LINES"
  | "LINE_UNKNOWN"
  | "RETURNED_ABOVE_ACCEPTED"
  | "QUANTITY_NOT_POSITIVE"
  | "REASON_MISSING"
  | "PLACE_MISSING"
  | "STOCK_SHORT"
  | "STOCK_PROMISED"
  | "PERIOD_CLOSED"
  | "PERIOD_MISSING";

/** What comes back of one delivered line at one price it was accepted at. */
interface Part {
  readonly key: string;
  readonly index: number;
  readonly delivered: DeliveredLine;
  readonly line: TradeLineRow;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly acceptedQuantity: Decimal;
  readonly acceptedYen: bigint;
  /** Returned earlier at this price, and of the line at any price. */
  readonly returnedBefore: Decimal;
  readonly lineReturnedBefore: Decimal;
  readonly reason: string;
}

/**
 * Accepted goods go back: title returns to the seller. The buyer gives up stock at its average, the seller takes it back at the cost
 * it left with; receivable, payable and tax are reversed at the price they were accepted at. The line is open again for a replacement.
 */
export async function returnGoods(
  tx: Tx,
  input: ReturnInput,
): Promise<Outcome<{ readonly returnedYen: bigint; readonly taxYen: bigint }, ReturnRefusal>> {
  if (input.lines.length === 0) return refuse("NO_LINES", undefined, "lines");
  const delivery = await loadDelivery(tx, input.deliveryId);
  if (!delivery) return refuse("DELIVERY_UNKNOWN", undefined, "deliveryId");
  if (delivery.buyerId !== tx.companyId && delivery.buyerId !== null)
    return refuse("NOT_BUYER", undefined, "deliveryId");
  const delivered = await lockDeliveredLines(tx, delivery.id);
  const tradeIds = [...new Set(delivered.map((line) => line.tradeId))].sort();
  if (isShared(delivery)) await enterCounterparties(tx, tradeIds, "accept");
  const [lines, facts, accepted, trades, soldCost] = await settleAll([
    loadTradeLines(tx, tradeIds),
    loadSideFacts(tx, tradeIds),
    loadAcceptedParts(tx, delivery.id),
    loadTrades(tx, tradeIds),
    delivery.sellerId
      ? loadSoldCost(tx, delivery.sellerId, delivery.id)
      : new Map<number, { quantity: Decimal; valueYen: bigint }>(),
  ]);
  const checked = checkReturned(input, delivered, lines, accepted);
  if (!checked.ok) return checked;
  const parts = checked.value;
  const terms = await supplyTerms(
    tx,
    delivery,
    facts,
    trades.get(tradeIds[0]!)?.agreementId ?? null,
    // The tax of a return is that of the supply it takes back.
    acceptedOn(accepted, parts) ?? input.returnedOn,
  );
  const { supply, amounts } = returnAmounts(
    parts.map((part) => ({ ...part, lineId: part.key, taxCategory: part.line.taxCategory })),
    terms,
  );
  const moveOf = new Map<string, StockMove>();
  const arrivedLots = await loadArrivedLots(tx, delivery.id);
  for (const part of parts) {
    const move = await returnMove(tx, delivery, part, facts, soldCost, arrivedLots, input);
    if (!move.ok) return move;
    if (move.value) moveOf.set(part.key, move.value);
  }
  await insertDeliveryEvents(
    tx,
    parts.map((part, i) => ({
      id: newId(),
      deliveryId: delivery.id,
      lineNumber: part.delivered.lineNumber,
      sellerId: delivery.sellerId,
      buyerId: delivery.buyerId,
      outsidePartnerId: delivery.outsidePartnerId,
      tradeId: part.delivered.tradeId,
      tradeLineNumber: part.delivered.tradeLineNumber,
      kind: "returned" as const,
      quantity: part.quantity,
      unitPrice: part.unitPrice,
      amountYen: amounts[i]!.amountYen,
      taxYen: amounts[i]!.taxYen,
      happenedOn: input.returnedOn,
      reason: part.reason,
    })),
  );
  const moved = await moveStock(tx, [...moveOf.values()]);
  if (!moved.ok) return refuse(moved.refusals[0].code, moved.refusals[0].values, "lines");
  const told = await tell(
    tx,
    returnedEvents(delivery, parts, supply, facts, soldCost, moveOf, moved.value.costYen, input.returnedOn),
    "returnedOn",
  );
  if (!told.ok) return told as Outcome<never, ReturnRefusal>;
  if (delivery.sellerId) await reserveAgain(tx, delivery.sellerId, parts, lines);
  tellBothSides(tx, delivery, {
    command: "trade.returned",
    kind: "delivery.returned",
    subjectKind: "delivery",
    subjectId: delivery.id,
  });
  return ok({
    returnedYen: amounts.reduce((sum, a) => sum + a.amountYen, 0n),
    taxYen: amounts.reduce((sum, a) => sum + a.taxYen, 0n),
  });
}

type AcceptedPart = Awaited<ReturnType<typeof loadAcceptedParts>>[number];

function checkReturned(
  input: ReturnInput,
  delivered: readonly DeliveredLine[],
  lines: readonly TradeLineRow[],
  accepted: readonly AcceptedPart[],
): Outcome<Part[], ReturnRefusal> {
  const refusals: Refusal<ReturnRefusal>[] = [];
  const parts: Part[] = [];
  for (const [index, wanted] of input.lines.entries()) {
    const at = (name: string) => `lines.${index}.${name}`;
    const row = delivered.find((one) => one.lineNumber === wanted.lineNumber);
    const line = row && lines.find((one) => one.tradeId === row.tradeId && one.lineNumber === row.tradeLineNumber);
    if (!row || !line) {
      refusals.push({ code: "LINE_UNKNOWN", field: at("lineNumber") });
      continue;
    }
    if (!wanted.quantity.greaterThan(0)) refusals.push({ code: "QUANTITY_NOT_POSITIVE", field: at("quantity") });
    if (!wanted.reason.trim()) refusals.push({ code: "REASON_MISSING", field: at("reason") });
    const left = row.accepted.plus(row.specially).minus(row.returned);
    if (wanted.quantity.greaterThan(left))
      refusals.push({ code: "RETURNED_ABOVE_ACCEPTED", values: { accepted: left.toFixed() }, field: at("quantity") });
    let rest = wanted.quantity;
    let lineReturnedBefore = row.returned;
    // The full price first: what was taken at a cut price was known to be poor.
    for (const part of accepted.filter((one) => one.lineNumber === row.lineNumber)) {
      const quantity = Decimal.min(rest, part.quantity.minus(part.returned));
      if (!quantity.greaterThan(0)) continue;
      parts.push({
        key: `${row.lineNumber}@${part.unitPrice.toFixed()}`,
        index,
        delivered: row,
        line,
        quantity,
        unitPrice: part.unitPrice,
        acceptedQuantity: part.quantity,
        acceptedYen: part.amountYen,
        returnedBefore: part.returned,
        lineReturnedBefore,
        reason: wanted.reason.trim(),
      });
      rest = rest.minus(quantity);
      lineReturnedBefore = lineReturnedBefore.plus(quantity);
    }
  }
  return refuseAll(refusals) ?? ok(parts);
}

function acceptedOn(accepted: readonly AcceptedPart[], parts: readonly Part[]): PlainDate | undefined {
  return accepted
    .filter((row) => parts.some((part) => part.delivered.lineNumber === row.lineNumber))
    .map((row) => row.acceptedOn)
    .sort()[0];
}

/** What the goods of this part had cost the seller; parts of a line add up to what left. */
function costOf(part: Part, soldCost: ReadonlyMap<number, { valueYen: bigint }>): bigint {
  const sold = soldCost.get(part.delivered.lineNumber);
  const accepted = part.delivered.accepted.plus(part.delivered.specially);
  return sold ? partOf(sold.valueYen, accepted, part.lineReturnedBefore, part.quantity) : 0n;
}

async function returnMove(
  tx: Tx,
  delivery: DeliveryHead,
  part: Part,
  facts: readonly SideFacts[],
  soldCost: ReadonlyMap<number, { valueYen: bigint }>,
  arrivedLots: ReadonlyMap<number, string>,
  input: ReturnInput,
): Promise<Outcome<StockMove | null, ReturnRefusal>> {
  const { delivered, line } = part;
  const seller = factsOf(facts, delivery.sellerId, delivered);
  const buyer = factsOf(facts, delivery.buyerId, delivered);
  const field = `lines.${part.index}.quantity`;
  const base = {
    id: newId(),
    kind: "return" as const,
    movedOn: input.returnedOn,
    tradeId: line.tradeId,
    tradeLineNumber: line.lineNumber,
    deliveryId: delivery.id,
    deliveryLineNumber: delivered.lineNumber,
    reason: part.reason,
  };
  const backAtSeller: StockEnd | undefined =
    delivery.sellerId && delivered.fromPlaceId && delivered.fromItemId
      ? {
          companyId: delivery.sellerId,
          itemId: delivered.fromItemId,
          accountRole: roleOf(seller),
          placeId: delivered.fromPlaceId,
          placeKind: "storage",
          quantity: part.quantity.times(delivered.shippedFactor ?? 1),
          ...(delivered.fromLotId && { lotId: delivered.fromLotId }),
        }
      : undefined;
  if (goesIntoStock(buyer)) {
    const quantity = part.quantity.times(line.buyerFactor);
    const wanted = input.lines[part.index]!;
    const lotId = buyer.isLotTracked ? (arrivedLots.get(delivered.lineNumber) ?? null) : null;
    const place = await findStockToReturn(tx, buyer.itemId!, quantity, wanted.placeId ?? null, lotId);
    if (!place) return refuse("STOCK_SHORT", { available: "0", wanted: quantity.toFixed() }, field);
    const from: StockEnd = {
      companyId: buyer.companyId,
      itemId: buyer.itemId!,
      accountRole: roleOf(buyer),
      placeId: place.placeId,
      placeKind: place.placeKind,
      quantity,
      ...(place.lotId && { lotId: place.lotId }),
    };
    if (backAtSeller) return ok({ ...base, from, to: backAtSeller, valueInYen: costOf(part, soldCost) });
    if (!buyer.places.supplier) return refuse("PLACE_MISSING", undefined, field);
    return ok({ ...base, from, to: { ...from, placeId: buyer.places.supplier, placeKind: "supplier" } });
  }
  if (!backAtSeller || !seller) return ok(null);
  if (!seller.places.customer) return refuse("PLACE_MISSING", undefined, field);
  const from: StockEnd = { ...backAtSeller, placeId: seller.places.customer, placeKind: "customer" as PlaceKind };
  return ok({ ...base, from, to: backAtSeller, valueInYen: costOf(part, soldCost) });
}

function returnedEvents(
  delivery: DeliveryHead,
  parts: readonly Part[],
  supply: Supply,
  facts: readonly SideFacts[],
  soldCost: ReadonlyMap<number, { valueYen: bigint }>,
  moveOf: ReadonlyMap<string, StockMove>,
  costYen: ReadonlyMap<string, bigint>,
  eventOn: PlainDate,
): BusinessEvent[] {
  const head = (companyId: string) => {
    const partnerId = facts.find((fact) => fact.companyId === companyId)?.partnerId;
    return {
      companyId,
      eventOn,
      sourceKind: "delivery",
      sourceId: delivery.id,
      description: delivery.number,
      tradeId: parts[0]!.line.tradeId,
      ...(partnerId && { partnerId }),
    };
  };
  const events: BusinessEvent[] = [];
  if (delivery.sellerId) {
    events.push({
      ...head(delivery.sellerId),
      kind: "goods_returned_sold",
      supply,
      lines: parts.map((part) => {
        const seller = factsOf(facts, delivery.sellerId, part.delivered);
        return {
          lineId: part.key,
          supplyKind: supplyKindOf(seller),
          costYen: costOf(part, soldCost),
          costFrom: seller && isStocked(seller) ? roleOf(seller) : ("workInProcess" as const),
        };
      }),
    });
  }
  if (delivery.buyerId) {
    const isExempt = facts.some((fact) => fact.companyId === delivery.buyerId && fact.taxStatus === "exempt");
    const workOrderId = parts
      .map((part) => factsOf(facts, delivery.buyerId, part.delivered)?.workOrderId)
      .find((id) => id);
    events.push({
      ...head(delivery.buyerId),
      kind: "goods_returned_bought",
      supply,
      ...(isExempt && { deductsInputTax: false }),
      ...(workOrderId && { workOrderId }),
      lines: parts.map((part) => {
        // By its own part: of one line two parts may come back in equal quantities at two prices, each at its own cost.
        const move = moveOf.get(part.key);
        const stockValueYen = move?.from.companyId === delivery.buyerId ? costYen.get(move.id) : undefined;
        return {
          lineId: part.key,
          purpose: purposeOf(factsOf(facts, delivery.buyerId, part.delivered)),
          ...(stockValueYen !== undefined && { stockValueYen }),
        };
      }),
    });
  }
  return events;
}
