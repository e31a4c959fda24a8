import type { Side } from "../../domain/trade/index.ts";
import { announce, audit, settleAll, type Tx, withCommit } from "../platform/index.ts";
import type { Pair } from "./trade.store.ts";

/** The hats the acting company wears in a trade: one, or both where the other side stands outside the platform. */
export function mySides(tx: Tx, pair: Pair): Side[] {
  const sides: Side[] = [];
  if (pair.sellerId === null || pair.sellerId === tx.companyId) sides.push("seller");
  if (pair.buyerId === null || pair.buyerId === tx.companyId) sides.push("buyer");
  return sides;
}

/** The companies a shared record concerns. */
export function companiesOf(pair: Pair): string[] {
  return [pair.sellerId, pair.buyerId].filter((id) => id !== null);
}

export const isShared = (pair: Pair): boolean => pair.sellerId !== null && pair.buyerId !== null;

/** Tells both sides' records and screens of one thing that happened, with the commit; the other side's only while its door is open. */
export function tellBothSides(
  tx: Tx,
  pair: Pair,
  told: { readonly command: string; readonly kind: string; readonly subjectKind: string; readonly subjectId: string },
  details: Record<string, unknown> = {},
): void {
  const companies = companiesOf(pair);
  const { command, kind, subjectKind, subjectId } = told;
  withCommit(tx, () =>
    settleAll([
      audit(
        tx,
        companies.map((companyId) => ({ companyId, command, subjectKind, subjectId, details })),
      ),
      announce(
        tx,
        companies.map((companyId) => ({ companyId, kind, subjectId })),
      ),
    ]),
  );
}
