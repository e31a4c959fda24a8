import { ok } from "../../domain/shared/index.ts";
import type { Deadline } from "../platform/index.ts";
import { acceptDue } from "./accept-due.service.ts";
import { findExpiredChanges } from "./change.store.ts";
import { findDueForAcceptance } from "./delivery.store.ts";
import { expireChange, expireQuotes } from "./expire.service.ts";
import { findExpiredQuotes } from "./move-lines.store.ts";

/** What happens to trades when a day has passed and nobody said a word. */
export const tradeDeadlines: readonly Deadline[] = [
  {
    name: "quotation expires",
    find: async (tx, today) => distinct((await findExpiredQuotes(tx, today)).map((line) => line.tradeId)),
    act: async (tx, today, tradeId) => ok(await expireQuotes(tx, today, tradeId)),
  },
  {
    name: "change request expires",
    find: findExpiredChanges,
    act: (tx, _today, changeId) => expireChange(tx, changeId),
  },
  {
    name: "goods count as accepted",
    find: async (tx, today) => distinct((await findDueForAcceptance(tx, today)).map((line) => line.deliveryId)),
    act: acceptDue,
  },
];

const distinct = (ids: readonly string[]) => [...new Set(ids)];
