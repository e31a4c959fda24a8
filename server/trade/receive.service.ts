import {
  type ItemCategory,
  type PlaceKind,
  type StockEnd,
  type StockMove,
  stockAccountRole,
} from "../../domain/inventory/index.ts";
import {
  type Decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  refuse,
  refuseAll,
} from "../../domain/shared/index.ts";
import { moveStock } from "../inventory/index.ts";
import { enterCounterparties, newId, nextNumber, settleAll, type Tx } from "../platform/index.ts";
import {
  type DeliveredLine,
  insertDelivery,
  insertDeliveryEvents,
  loadDelivery,
  lockDeliveredLines,
} from "./delivery.store.ts";
import { onePair } from "./delivery-lines.ts";
import { type JudgeRefusal, judge, mayJudge } from "./judge.service.ts";
import { loadShipped } from "./progress.store.ts";
import { tellBothSides } from "./sides.ts";
import { loadSideFacts, loadTradeLines, loadTrades } from "./trade.store.ts";

export interface ReceiveInput {
  readonly deliveryId: string;
  readonly receivedOn: PlainDate;
  /** Absent: everything that is on its way. */
  readonly lines?: readonly { readonly lineNumber: number; readonly quantity: Decimal }[];
}
export type ReceiveRefusal =
  | "DELIVERY_UNKNOWN"
  | "NOT_BUYER"
  | "QUANTITY_ABOVE_SHIPPED"
  | "LINE_UNKNOWN"
  | JudgeRefusal;

/**
 * The goods are here: in my keeping, still the seller's. Where the agreement books at receipt, or names no inspection, they are
 * accepted in the same step.
 *
 * @param by the sender only where title passes with its shipment, or one scan hands over; the database checks it
 */
export async function receive(
  tx: Tx,
  input: ReceiveInput,
  by: "receiver" | "sender" = "receiver",
): Promise<Outcome<{ readonly isAccepted: boolean }, ReceiveRefusal>> {
  const [delivery, lines] = await settleAll([
    loadDelivery(tx, input.deliveryId),
    lockDeliveredLines(tx, input.deliveryId),
  ]);
  if (!delivery) return refuse("DELIVERY_UNKNOWN", undefined, "deliveryId");
  if (!mayJudge(tx, delivery, by)) return refuse("NOT_BUYER", undefined, "deliveryId");
  const wanted =
    input.lines ??
    lines
      .map((line) => ({ lineNumber: line.lineNumber, quantity: line.quantity.minus(line.received) }))
      .filter((line) => line.quantity.greaterThan(0));
  // Everything is here already: a second press of the button receives nothing twice.
  if (wanted.length === 0) return refuse("QUANTITY_ABOVE_SHIPPED", { shipped: "0" }, "lines");
  const checked = checkReceived(wanted, lines);
  if (!checked.ok) return checked;
  const tradeIds = [...new Set(checked.value.map(({ line }) => line.tradeId))].sort();
  const isShared = delivery.sellerId !== null && delivery.buyerId !== null;
  // The door first: what is asked after it on the same connection goes through it.
  const [, heads, facts] = await settleAll([
    isShared ? enterCounterparties(tx, tradeIds, "accept") : undefined,
    loadTrades(tx, tradeIds),
    isShared ? loadSideFacts(tx, tradeIds) : [],
  ]);
  const events = checked.value.map(({ line, quantity }) => ({
    id: newId(),
    deliveryId: delivery.id,
    lineNumber: line.lineNumber,
    sellerId: delivery.sellerId,
    buyerId: delivery.buyerId,
    outsidePartnerId: delivery.outsidePartnerId,
    tradeId: line.tradeId,
    tradeLineNumber: line.tradeLineNumber,
    kind: "received" as const,
    quantity,
    unitPrice: null,
    amountYen: null,
    taxYen: null,
    happenedOn: input.receivedOn,
    reason: "",
  }));
  const arrivals = isShared
    ? checked.value.flatMap(({ line, quantity }) =>
        arrival(line, quantity, delivery.sellerId!, delivery.buyerId!, facts, delivery.id, input.receivedOn),
      )
    : [];
  const moved = await moveStock(tx, arrivals, () => insertDeliveryEvents(tx, events));
  // Less stands on its way than the papers say: another receipt of the same goods was faster.
  if (!moved.ok) return refuse("QUANTITY_ABOVE_SHIPPED", { shipped: "0" }, "lines");
  tellBothSides(tx, delivery, {
    command: "trade.received",
    kind: "delivery.received",
    subjectKind: "delivery",
    subjectId: delivery.id,
  });
  const booksAtReceipt = [...heads.values()].every((head) => head.bookedAt !== "acceptance" || head.isOneStep);
  if (!booksAtReceipt) return ok({ isAccepted: false });
  const judged = await judge(
    tx,
    {
      deliveryId: delivery.id,
      judgedOn: input.receivedOn,
      lines: checked.value.map(({ line, quantity }) => ({ lineNumber: line.lineNumber, accepted: quantity })),
    },
    by,
  );
  return judged.ok ? ok({ isAccepted: true }) : judged;
}

function checkReceived(
  wanted: readonly { readonly lineNumber: number; readonly quantity: Decimal }[],
  lines: readonly DeliveredLine[],
): Outcome<{ line: DeliveredLine; quantity: Decimal }[], ReceiveRefusal> {
  const refusals: Refusal<ReceiveRefusal>[] = [];
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

function arrival(
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

export interface ReceiveOutsideInput {
  readonly receivedOn: PlainDate;
  /** The supplier's delivery note, if it has a number. */
  readonly supplierNumber?: string;
  readonly note?: string;
  readonly lines: readonly {
    readonly tradeId: string;
    readonly lineNumber: number;
    readonly quantity: Decimal;
    readonly lotCode?: string;
  }[];
}

/** Goods of a supplier outside the platform arrive: its delivery is written here, received, and waits for inspection or is accepted, as its terms say. */
export async function receiveFromOutside(
  tx: Tx,
  input: ReceiveOutsideInput,
): Promise<
  Outcome<
    { readonly deliveryId: string; readonly number: string; readonly isAccepted: boolean },
    ReceiveRefusal | "NO_LINES" | "TRADE_UNKNOWN" | "NOT_ONE_PARTNER" | "QUANTITY_ABOVE_OPEN" | "LINE_NOT_CONFIRMED"
  >
> {
  if (input.lines.length === 0) return refuse("NO_LINES", undefined, "lines");
  const tradeIds = [...new Set(input.lines.map((line) => line.tradeId))].sort();
  const [heads, lines, open] = await settleAll([
    loadTrades(tx, tradeIds),
    loadTradeLines(tx, tradeIds, true),
    loadShipped(tx, tradeIds),
  ]);
  const pair = onePair(tradeIds, heads);
  if (!pair.ok) return pair;
  if (pair.value.sellerId !== null) return refuse("NOT_BUYER", undefined, "lines");
  const refusals = input.lines.flatMap(
    (wanted, index): Refusal<"QUANTITY_ABOVE_OPEN" | "LINE_NOT_CONFIRMED" | "LINE_UNKNOWN">[] => {
      const line = lines.find((row) => row.tradeId === wanted.tradeId && row.lineNumber === wanted.lineNumber);
      if (!line) return [{ code: "LINE_UNKNOWN", field: `lines.${index}.lineNumber` }];
      if (line.state !== "confirmed") return [{ code: "LINE_NOT_CONFIRMED", field: `lines.${index}.lineNumber` }];
      const left = line.quantity.minus(open.get(`${line.tradeId}/${line.lineNumber}`) ?? 0);
      return wanted.quantity.greaterThan(left) || !wanted.quantity.greaterThan(0)
        ? [{ code: "QUANTITY_ABOVE_OPEN", values: { open: left.toFixed() }, field: `lines.${index}.quantity` }]
        : [];
    },
  );
  const refused = refuseAll(refusals);
  if (refused) return refused;
  const deliveryId = newId();
  const number = input.supplierNumber || (await nextNumber(tx, "rc"));
  await insertDelivery(tx, {
    id: deliveryId,
    ...pair.value,
    number,
    shippedOn: input.receivedOn,
    expectedOn: null,
    carrier: "",
    note: input.note ?? "",
    directFromId: null,
    lines: input.lines.map((line, index) => ({
      lineNumber: index + 1,
      tradeId: line.tradeId,
      tradeLineNumber: line.lineNumber,
      quantity: line.quantity,
      lotCode: line.lotCode ?? "",
    })),
  });
  const received = await receive(tx, { deliveryId, receivedOn: input.receivedOn });
  return received.ok ? ok({ deliveryId, number, isAccepted: received.value.isAccepted }) : received;
}
