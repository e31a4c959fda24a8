import { type Instant, type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import { announce, audit, settleAll, type Tx } from "../platform/index.ts";
import { insertPartnerPage, withdrawPage } from "./partner-page.store.ts";
import { loadTrades } from "./trade.store.ts";

/** Makes a link that shows one order to a partner without an account; nothing else of the company, and nothing moves by it alone. */
export async function createPartnerPage(
  tx: Tx,
  input: { readonly tradeId: string; readonly expiresAt: Instant },
): Promise<
  Outcome<
    { readonly id: string; readonly token: string; readonly expiresAt: string },
    "TRADE_UNKNOWN" | "PARTNER_ON_PLATFORM"
  >
> {
  const trade = (await loadTrades(tx, [input.tradeId])).get(input.tradeId);
  if (!trade) return refuse("TRADE_UNKNOWN");
  if (trade.outsidePartnerId === null) return refuse("PARTNER_ON_PLATFORM");
  const page = await insertPartnerPage(tx, trade.id, input.expiresAt);
  await audit(tx, [{ command: "trade.linkMade", subjectKind: "trade", subjectId: trade.id }]);
  return ok(page);
}

/** Takes a link back: from now on it shows nothing. */
export async function withdrawPartnerPage(
  tx: Tx,
  input: { readonly tradeId: string; readonly pageId: string },
): Promise<Outcome<null, "NOT_FOUND">> {
  if (!(await withdrawPage(tx, input.tradeId, input.pageId))) return refuse("NOT_FOUND");
  await settleAll([
    audit(tx, [{ command: "trade.linkWithdrawn", subjectKind: "trade", subjectId: input.tradeId }]),
    announce(tx, [{ kind: "trade.moved", subjectId: input.tradeId }]),
  ]);
  return ok(null);
}
