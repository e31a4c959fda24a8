import { z } from "zod";
import {
  earlierPaperQueryShape,
  earlierPaperShape,
  exchangedListQueryShape,
  exchangedListShape,
} from "../../domain/parties/index.ts";
import { idShape, ok, refuse } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { listExchanged, loadEarlierPaper } from "./exchanged.store.ts";

export const exchangedRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/exchanged-papers",
    kind: "read",
    permission: "trade.bills",
    summary: { en: "Papers exchanged with a partner before the link", ja: "連携前のやりとり" },
    query: exchangedListQueryShape,
    response: exchangedListShape,
    handler: ({ tx, query }) => listExchanged(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/exchanged-papers/:id",
    kind: "read",
    permission: "trade.bills",
    summary: { en: "A paper the partner had sent before the link", ja: "連携前に相手から届いた書類" },
    params: z.object({ id: idShape }),
    query: earlierPaperQueryShape,
    response: earlierPaperShape,
    handler: async ({ tx, params, query }) => {
      const paper = await loadEarlierPaper(tx, query.partnerId, params.id);
      return paper ? ok(paper) : refuse("NOT_FOUND");
    },
  }),
];
