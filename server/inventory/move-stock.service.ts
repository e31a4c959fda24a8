import { type StockMove, type StockRefusal, type ValuedMoves, valueStockMoves } from "../../domain/inventory/index.ts";
import { type Outcome, ok } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { lockStock, saveStockMoves } from "./stock-move.store.ts";

const NOTHING: ValuedMoves = { values: [], items: [], balances: [], costYen: new Map() };

/**
 * Carries out physical events: locks the items, values the moves, writes ledger, values and balances. Works for the acting
 * company and, once its door is open, for the other side of a trade.
 *
 * @param withThem inserts of the papers the moves belong to: they go in one statement with the moves, once nothing refused. What else it asks
 *   of the database goes in the same trip, so it is where the books are told.
 * @returns the values written, so that the caller can tell accounting what left and what came in; or a refusal naming the move
 */
export async function moveStock(
  tx: Tx,
  moves: readonly StockMove[],
  withThem: (valued: ValuedMoves) => Promise<unknown> = async () => undefined,
): Promise<Outcome<ValuedMoves, StockRefusal>> {
  if (moves.length === 0) {
    await withThem(NOTHING);
    return ok(NOTHING);
  }
  const state = await lockStock(tx, moves);
  const valued = valueStockMoves(state, moves);
  if (!valued.ok) return valued;
  await saveStockMoves(tx, moves, state, valued.value, () => withThem(valued.value));
  return valued;
}
