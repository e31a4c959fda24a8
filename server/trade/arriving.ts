import {
  type ItemCategory,
  type PlaceKind,
  type StockEnd,
  type StockMove,
  stockAccountRole,
} from "../../domain/inventory/index.ts";
import { type Decimal, type Outcome, ok, type PlainDate, type Refusal, refuseAll } from "../../domain/shared/index.ts";
import { newId } from "../platform/index.ts";
import type { DeliveredLine, DeliveryHead, NewDeliveryEvent } from "./delivery.store.ts";
import type { loadSideFacts } from "./trade.store.ts";

/** Goods of a delivered line that are here now. */
export interface Arriving {
  readonly lineNumber: number;
  readonly quantity: Decimal;
}
export type ArrivingRefusal = "QUANTITY_ABOVE_SHIPPED" | "LINE_UNKNOWN";
export interface ArrivingLine {
  readonly line: DeliveredLine;
  readonly quantity: Decimal;
}

/** What is said to have arrived, against what is on its way. */
export function checkArriving(
  wanted: readonly Arriving[],
  lines: readonly DeliveredLine[],
): Outcome<ArrivingLine[], ArrivingRefusal> {
  const refusals: Refusal<ArrivingRefusal>[] = [];
  const found = wanted.map((one, index) => {
    const line = lines.find((row) => row.lineNumber === one.lineNumber);
    if (!line) refusals.push({ code: "LINE_UNKNOWN", field: `lines.${index}.lineNumber` });
    else if (!one.quantity.greaterThan(0) || one.quantity.greaterThan(line.quantity.minus(line.received))) {
      refusals.push({
        code: "QUANTITY_ABOVE_SHIPPED",
        values: { shipped: line.quantity.minus(line.received).toFixed() },
        field: `lines.${index}.quantity`,
      });
    }
    return { line: line!, quantity: one.quantity };
  });
  return refuseAll(refusals) ?? ok(found);
}

function arrivalMove(
  line: DeliveredLine,
  quantity: Decimal,
  sellerId: string,
  buyerId: string,
  facts: Awaited<ReturnType<typeof loadSideFacts>>,
  deliveryId: string,
  movedOn: PlainDate,
): StockMove[] {
  if (!line.transitPlaceId || !line.fromItemId) return [];
  const seller = facts.find(
    (fact) => fact.companyId === sellerId && fact.tradeId === line.tradeId && fact.lineNumber === line.tradeLineNumber,
  );
  const end = (keeperId: string): StockEnd => ({
    companyId: sellerId,
    itemId: line.fromItemId!,
    accountRole: stockAccountRole((seller?.category ?? "finished") as ItemCategory),
    placeId: line.transitPlaceId!,
    placeKind: "transit" as PlaceKind,
    keeperId,
    quantity: quantity.times(line.shippedFactor ?? 1),
    ...(line.fromLotId && { lotId: line.fromLotId }),
  });
  return [
    {
      id: newId(),
      kind: "arrival",
      movedOn,
      from: end(sellerId),
      to: end(buyerId),
      tradeId: line.tradeId,
      tradeLineNumber: line.tradeLineNumber,
      deliveryId,
      deliveryLineNumber: line.lineNumber,
    },
  ];
}

/** The records of an arrival: an event for each line, and for goods both companies keep in their ledgers the move into the buyer's keeping. */
export function arrivalRecords(
  delivery: DeliveryHead,
  arriving: readonly ArrivingLine[],
  facts: Awaited<ReturnType<typeof loadSideFacts>>,
  receivedOn: PlainDate,
): { readonly events: NewDeliveryEvent[]; readonly moves: StockMove[] } {
  const { id, sellerId, buyerId, outsidePartnerId } = delivery;
  const events = arriving.map(({ line, quantity }) => ({
    id: newId(),
    deliveryId: id,
    lineNumber: line.lineNumber,
    sellerId,
    buyerId,
    outsidePartnerId,
    tradeId: line.tradeId,
    tradeLineNumber: line.tradeLineNumber,
    kind: "received" as const,
    quantity,
    unitPrice: null,
    amountYen: null,
    taxYen: null,
    happenedOn: receivedOn,
    reason: "",
  }));
  const moves =
    sellerId && buyerId
      ? arriving.flatMap(({ line, quantity }) => arrivalMove(line, quantity, sellerId, buyerId, facts, id, receivedOn))
      : [];
  return { events, moves };
}
