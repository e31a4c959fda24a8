import { JAPANESE_PUBLIC_HOLIDAYS } from "../../domain/resources/index.ts";
import type { Tx } from "../platform/index.ts";
import { followChain } from "./follow-chain.store.ts";

/** National holidays are public knowledge; the database has no list of its own. */
export const HOLIDAYS: readonly string[] = [...JAPANESE_PUBLIC_HOLIDAYS.keys()].filter((day) => day >= "2024-01-01");

/**
 * A member answered a step of a chain. When it was the last answer the maker's line waited for, the line is confirmed in this
 * transaction with the date the chain keeps; a refusal or a later date shows in the window's list. The member learns neither.
 */
export async function followMember(
  tx: Tx,
  trade: { readonly id: string; readonly chainId: string | null },
): Promise<void> {
  if (trade.chainId) await followChain(tx, trade.id, HOLIDAYS);
}
