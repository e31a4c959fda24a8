import { type Outcome, ok, type PlainDate } from "../../domain/shared/index.ts";
import { enterCounterparties, type Tx } from "../platform/index.ts";
import { answerChangeRequest, loadChange } from "./change.store.ts";
import { moveLines } from "./move-lines.service.ts";
import { findExpiredQuotes } from "./move-lines.store.ts";
import { isShared, tellBothSides } from "./sides.ts";
import { loadTrades } from "./trade.store.ts";

/**
 * The seller's clock: quotations past their last day are expired, and both sides see it.
 *
 * @param tradeId one trade; all of the company when left out
 * @returns how many lines
 */
export async function expireQuotes(tx: Tx, today: PlainDate, tradeId?: string): Promise<number> {
  const lines = (await findExpiredQuotes(tx, today)).filter((line) => !tradeId || line.tradeId === tradeId);
  for (const tradeId of new Set(lines.map((line) => line.tradeId))) {
    const moves = lines.filter((line) => line.tradeId === tradeId);
    const moved = await moveLines(tx, {
      tradeId,
      today,
      lines: moves.map(({ lineNumber }) => ({ lineNumber, seen: "quoted", to: "expired" })),
    });
    if (!moved.ok) throw new Error(`assertion: a quoted line can expire (${moved.refusals[0].code})`);
  }
  return lines.length;
}

/** The proposer's clock: a change request nobody answered in time has expired; the order stands as it was, and both sides see it. */
export async function expireChange(tx: Tx, changeId: string): Promise<Outcome<null>> {
  const change = (await loadChange(tx, changeId))!;
  const trade = (await loadTrades(tx, [change.tradeId])).get(change.tradeId)!;
  await answerChangeRequest(tx, changeId, "expired", "");
  if (isShared(trade)) await enterCounterparties(tx, [trade.id], "change");
  await tellBothSides(tx, trade, {
    command: "trade.change.expired",
    kind: "trade.changeExpired",
    subjectKind: "trade",
    subjectId: trade.id,
  });
  return ok(null);
}
