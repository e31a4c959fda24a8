import { type Outcome, ok, type Refusal, refuse, refuseAll } from "../../domain/shared/index.ts";
import { enterCounterparties, type Tx } from "../platform/index.ts";
import { loadShipped } from "./progress.store.ts";
import { isShared, mySides, tellBothSides } from "./sides.ts";
import { loadTradeLines, loadTrades } from "./trade.store.ts";

export type AskDeliveryRefusal = "TRADE_UNKNOWN" | "LINE_UNKNOWN" | "ASKED_OF_CLOSED_LINE" | "ASKED_AFTER_SHIPPING";

/** What may be asked for: a line that is placed and not on its way already. */
const ASKABLE = new Set(["placed", "confirmed", "countered"]);

/** Whether a buyer may ask where the goods of these lines are, without asking. */
export async function checkAskForDelivery(
  tx: Tx,
  tradeId: string,
  lineNumbers: readonly number[],
): Promise<Outcome<{ readonly isShared: boolean }, AskDeliveryRefusal>> {
  const trade = (await loadTrades(tx, [tradeId])).get(tradeId);
  if (!trade || !mySides(tx, trade).includes("buyer")) return refuse("TRADE_UNKNOWN");
  const lines = await loadTradeLines(tx, [tradeId]);
  const shipped = await loadShipped(tx, [tradeId]);
  const refused = refuseAll(
    lineNumbers.flatMap((number, index): Refusal<AskDeliveryRefusal>[] => {
      const line = lines.find((one) => one.lineNumber === number);
      const field = `lines.${index}`;
      if (!line) return [{ code: "LINE_UNKNOWN", field }];
      if (!ASKABLE.has(line.state)) return [{ code: "ASKED_OF_CLOSED_LINE", values: { line: number }, field }];
      const gone = shipped.get(`${tradeId}/${number}`);
      return gone?.greaterThanOrEqualTo(line.quantity)
        ? [{ code: "ASKED_AFTER_SHIPPING", values: { line: number }, field }]
        : [];
    }),
  );
  return refused ?? ok({ isShared: isShared(trade) });
}

/**
 * The buyer asks the seller for goods that should have come: both sides read it in the history of the order, and the seller's people
 * are told. Of a seller outside the platform it notes that it was asked; the words are sent by other means.
 */
export async function askForDelivery(
  tx: Tx,
  input: { readonly tradeId: string; readonly lineNumbers: readonly number[]; readonly words: string },
): Promise<Outcome<{ readonly isShared: boolean }, AskDeliveryRefusal>> {
  const checked = await checkAskForDelivery(tx, input.tradeId, input.lineNumbers);
  if (!checked.ok) return checked;
  const trade = (await loadTrades(tx, [input.tradeId])).get(input.tradeId)!;
  if (checked.value.isShared) await enterCounterparties(tx, [trade.id], "change");
  tellBothSides(
    tx,
    trade,
    { command: "trade.deliveryAsked", kind: "trade.deliveryAsked", subjectKind: "trade", subjectId: trade.id },
    { lines: input.lineNumbers, words: input.words },
  );
  return checked;
}
