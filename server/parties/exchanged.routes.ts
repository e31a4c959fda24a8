import { z } from "zod";
import {
  exchangedListQueryShape,
  exchangedListShape,
  exchangedQueryShape,
  exchangedShape,
} from "../../domain/parties/index.ts";
import { idShape, ok, refuse } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { listExchanged, loadExchanged } from "./exchanged.store.ts";
import { loadPartner } from "./partner.store.ts";

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
    summary: { en: "One paper exchanged before the link", ja: "連携前の書類" },
    params: z.object({ id: idShape }),
    query: exchangedQueryShape,
    response: exchangedShape,
    handler: async ({ tx, params, query }) => {
      const partner = await loadPartner(tx, query.partnerId);
      const paper = partner && (await loadExchanged(tx, partner.id, params.id));
      return paper ? ok({ ...paper, partnerName: partner.name }) : refuse("NOT_FOUND");
    },
  }),
];
