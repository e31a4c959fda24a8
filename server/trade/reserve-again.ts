import type { Decimal } from "../../domain/shared/index.ts";
import { newId, type Tx } from "../platform/index.ts";
import type { DeliveredLine } from "./delivery.store.ts";
import { changeReservations, insertReservations, lockReservations } from "./reservation.store.ts";
import type { TradeLineRow } from "./trade.store.ts";

/**
 * What came back is owed again: the seller's reservation of the line grows by it, or a new one is written where the first was used
 * up. The other side's door must be open when the seller is not acting.
 */
export async function reserveAgain(
  tx: Tx,
  sellerId: string,
  parts: readonly { readonly delivered: DeliveredLine; readonly quantity: Decimal }[],
  lines: readonly TradeLineRow[],
): Promise<void> {
  if (parts.length === 0) return;
  const tradeIds = [...new Set(parts.map((part) => part.delivered.tradeId))].sort();
  const open = await lockReservations(tx, sellerId, tradeIds);
  const owed = new Map<string, { line: TradeLineRow; quantity: Decimal }>();
  for (const { delivered, quantity } of parts) {
    const line = lines.find((one) => one.tradeId === delivered.tradeId && one.lineNumber === delivered.tradeLineNumber);
    if (!line?.sellerItemId || line.state !== "confirmed") continue;
    const key = `${line.tradeId}/${line.lineNumber}`;
    const own = quantity.times(line.sellerFactor);
    owed.set(key, { line, quantity: owed.get(key)?.quantity.plus(own) ?? own });
  }
  const changes = [];
  const first = [];
  for (const { line, quantity } of owed.values()) {
    const known = open.find((row) => row.tradeId === line.tradeId && row.lineNumber === line.lineNumber);
    if (known) changes.push({ ...known, quantity: known.quantity.plus(quantity), state: "open" as const });
    else
      first.push({
        id: newId(),
        itemId: line.sellerItemId!,
        tradeId: line.tradeId,
        lineNumber: line.lineNumber,
        quantity,
        neededOn: line.promisedOn ?? line.wantedOn,
      });
  }
  await changeReservations(tx, sellerId, changes);
  await insertReservations(tx, sellerId, first);
}
