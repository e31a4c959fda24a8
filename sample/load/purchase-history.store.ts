import { decimal, roundYen } from "../../domain/shared/index.ts";
import { insertAll } from "../../server/platform/db/index.ts";
import { newId, settleAll, type Tx } from "../../server/platform/index.ts";
import type { PurchaseHistoryRow } from "../records.ts";
import { groupBy } from "../region/group-by.ts";
import type { OwnCodes } from "./masters.store.ts";
import { found } from "./must.ts";
import { sampleId } from "./sample-id.ts";

interface PastOrder {
  readonly tradeId: string;
  readonly number: string;
  readonly partnerId: string;
  readonly orderedOn: string;
  readonly rows: readonly PurchaseHistoryRow[];
}
/** What arrived of one order on one day. */
interface PastDelivery {
  readonly id: string;
  readonly number: string;
  readonly order: PastOrder;
  readonly rows: readonly PurchaseHistoryRow[];
}

/** Orders per statement: each statement's triggers make the faces of all its rows at once. */
const CHUNK_ORDERS = 250;

/**
 * Purchases settled before the books opened, for prices, lead times and quality: what was ordered, what arrived when, and how
 * much of it was sent back. They move no stock and post nothing.
 */
export async function insertPurchaseHistory(tx: Tx, rows: readonly PurchaseHistoryRow[], own: OwnCodes): Promise<void> {
  const orders = [...groupBy(rows, (row) => row.number)].map(
    ([number, lines]): PastOrder => ({
      tradeId: sampleId(tx.companyId, "history", number),
      number,
      partnerId: found(own.partners, lines[0]!.partnerCode, "partner").id,
      orderedOn: lines[0]!.orderedOn,
      rows: lines,
    }),
  );
  for (let at = 0; at < orders.length; at += CHUNK_ORDERS) {
    const chunk = orders.slice(at, at + CHUNK_ORDERS);
    await insertOrders(tx, chunk, own);
    await insertDeliveries(tx, chunk.flatMap(deliveriesOf));
  }
}

const pairOf = (tx: Tx) => ({ seller_id: null, buyer_id: tx.companyId });
const amountOf = (row: PurchaseHistoryRow) => roundYen(decimal(row.orderedQuantity).times(row.unitPrice), "down");

async function insertOrders(tx: Tx, orders: readonly PastOrder[], own: OwnCodes): Promise<void> {
  await settleAll([
    insertAll(
      tx,
      "trade",
      orders.map((order) => ({
        id: order.tradeId,
        ...pairOf(tx),
        outside_partner_id: order.partnerId,
        number: order.number,
        first_state: "confirmed",
        ordered_on: order.orderedOn,
        wanted_on: order.rows.map(({ dueOn }) => dueOn).sort()[0]!,
        total_yen: order.rows.reduce((sum, row) => sum + amountOf(row), 0n),
        is_history: true,
      })),
    ),
    insertAll(
      tx,
      "trade_line",
      orders.flatMap((order) =>
        order.rows.map((row) => {
          const item = found(own.items, row.itemCode, "item");
          return {
            trade_id: order.tradeId,
            line_number: row.lineNumber,
            ...pairOf(tx),
            code: item.code,
            description: item.name,
            buyer_item_id: item.id,
            buyer_factor: row.unit === item.unit ? "1" : (item.factors[row.unit] ?? "1"),
            quantity: row.orderedQuantity,
            unit: row.unit,
            unit_price: row.unitPrice,
            amount_yen: amountOf(row),
            wanted_on: row.dueOn,
            promised_on: row.dueOn,
            state: "confirmed",
          };
        }),
      ),
    ),
  ]);
}

function deliveriesOf(order: PastOrder): PastDelivery[] {
  const arrived = order.rows.filter(
    (row) => decimal(row.receivedQuantity).isPositive() && row.receivedQuantity !== "0",
  );
  return [...groupBy(arrived, (row) => row.receivedOn)].map(([receivedOn, rows], at) => ({
    id: sampleId(order.tradeId, "delivery", receivedOn),
    number: `${order.number}-${at + 1}`,
    order,
    rows,
  }));
}

async function insertDeliveries(tx: Tx, deliveries: readonly PastDelivery[]): Promise<void> {
  const lines = deliveries.flatMap((delivery) =>
    delivery.rows.map((row, at) => ({ delivery, row, lineNumber: at + 1 })),
  );
  const lineKey = ({ delivery, row, lineNumber }: (typeof lines)[number]) => ({
    delivery_id: delivery.id,
    line_number: lineNumber,
    trade_id: delivery.order.tradeId,
    trade_line_number: row.lineNumber,
    ...pairOf(tx),
  });
  const events = lines.flatMap((line) => {
    const { row } = line;
    const accepted = decimal(row.receivedQuantity).minus(row.rejectedQuantity);
    const head = { ...lineKey(line), happened_on: row.receivedOn };
    return [
      { ...head, kind: "received", quantity: row.receivedQuantity },
      { ...head, kind: "accepted", quantity: accepted.toFixed() },
      { ...head, kind: "rejected", quantity: row.rejectedQuantity },
    ].filter(({ quantity }) => !decimal(quantity).isZero());
  });
  await settleAll([
    insertAll(
      tx,
      "delivery",
      deliveries.map(({ id, number, order, rows }) => ({
        id,
        ...pairOf(tx),
        outside_partner_id: order.partnerId,
        number,
        shipped_on: rows[0]!.receivedOn,
      })),
    ),
    insertAll(
      tx,
      "delivery_line",
      lines.map((line) => ({ ...lineKey(line), quantity: line.row.receivedQuantity })),
    ),
    insertAll(
      tx,
      "delivery_event",
      events.map((event) => ({ id: newId(), ...event })),
    ),
  ]);
}
