import { exchangedListQueryShape, exchangedListShape } from "../../domain/parties/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { listExchanged } from "./exchanged.store.ts";

export const exchangedRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/exchanged-papers",
    kind: "read",
    permission: "trade.bills",
    summary: { en: "Own papers exchanged with a partner before the link", ja: "連携前のやりとり" },
    query: exchangedListQueryShape,
    response: exchangedListShape,
    handler: ({ tx, query }) => listExchanged(tx, query),
  }),
];
