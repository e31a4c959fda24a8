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
import { type Arriving, arrivalRecords, checkArriving } from "./arriving.ts";
import { insertDelivery, insertDeliveryEvents, loadDelivery, lockDeliveredLines } from "./delivery.store.ts";
import { onePair } from "./delivery-lines.ts";
import { type JudgeRefusal, judge, mayJudge, tellReceived } from "./judge.service.ts";
import { loadShipped } from "./progress.store.ts";
import { loadSideFacts, loadTradeLines, loadTrades, type TradeHead } from "./trade.store.ts";

export interface ReceiveInput {
  readonly deliveryId: string;
  readonly receivedOn: PlainDate;
  /** Absent: everything that is on its way. */
  readonly lines?: readonly Arriving[];
}
export type ReceiveRefusal = JudgeRefusal;

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
  const checked = checkArriving(wanted, lines);
  if (!checked.ok) return checked;
  const tradeIds = [...new Set(checked.value.map(({ line }) => line.tradeId))].sort();
  const isShared = delivery.sellerId !== null && delivery.buyerId !== null;
  // The door first: what is asked after it on the same connection goes through it.
  const [, heads, facts] = await settleAll([
    isShared ? enterCounterparties(tx, tradeIds, "accept") : undefined,
    loadTrades(tx, tradeIds),
    isShared ? loadSideFacts(tx, tradeIds) : [],
  ]);
  if (bookAtReceipt(heads)) {
    const lines = checked.value.map(({ line, quantity }) => ({ lineNumber: line.lineNumber, accepted: quantity }));
    const judged = await judge(
      tx,
      { deliveryId: delivery.id, judgedOn: input.receivedOn, lines, arriving: wanted },
      by,
    );
    return judged.ok ? ok({ isAccepted: true }) : judged;
  }
  const { events, moves } = arrivalRecords(delivery, checked.value, facts, input.receivedOn);
  const moved = await moveStock(tx, moves, () => insertDeliveryEvents(tx, events));
  // Less stands on its way than the papers say: another receipt of the same goods was faster.
  if (!moved.ok) return refuse("QUANTITY_ABOVE_SHIPPED", { shipped: "0" }, "lines");
  tellReceived(tx, delivery);
  return ok({ isAccepted: false });
}

const bookAtReceipt = (heads: ReadonlyMap<string, TradeHead>) =>
  [...heads.values()].every((head) => head.bookedAt !== "acceptance" || head.isOneStep);

/** Whether what arrives of a delivery is accepted in the same step, by the terms of its orders. */
export async function isAcceptedAtReceipt(tx: Tx, deliveryId: string): Promise<boolean> {
  const lines = await lockDeliveredLines(tx, deliveryId);
  return bookAtReceipt(await loadTrades(tx, [...new Set(lines.map((line) => line.tradeId))]));
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
