import type { PlainDate } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { moveLines } from "./move-lines.service.ts";
import { findExpiredQuotes } from "./move-lines.store.ts";

/** The daily run of a seller: quotations past their last day are expired, and both sides see it. Answers how many lines. */
export async function expireQuotes(tx: Tx, today: PlainDate): Promise<number> {
  const lines = await findExpiredQuotes(tx, today);
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
