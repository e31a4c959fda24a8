import type { Tx } from "../platform/index.ts";

/** Who wants to know that lines of a trade were answered or changed, in the same transaction; another area hands it in. */
type LinesMoved = (tx: Tx, trade: { readonly id: string; readonly chainId: string | null }) => Promise<void>;

let follower: LinesMoved | undefined;

/** Registers the one follower; called by the wiring (server/app.ts). The trade area knows nothing of chains. */
export function followLinesMoved(follow: LinesMoved): void {
  follower = follow;
}

export async function tellLinesMoved(
  tx: Tx,
  trade: { readonly id: string; readonly chainId: string | null },
): Promise<void> {
  await follower?.(tx, trade);
}
