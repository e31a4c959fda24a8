import { z } from "zod";
import { ok, refuse } from "../../domain/shared/index.ts";
import { answerPartnerPageShape, partnerPageQueryShape, partnerPageShape } from "../../domain/trade/index.ts";
import { asAnswer, definePublicRoute, type Route } from "../platform/index.ts";
import { answerPage, openPage } from "./partner-page.store.ts";

/**
 * The page of a partner without an account: whoever holds the link's secret reads one order and may say one word. An unknown, expired
 * or withdrawn link answers alike. The secret travels in the query or the body, which no log keeps.
 */
export const partnerPageRoutes: Route[] = [
  definePublicRoute({
    method: "GET",
    url: "/partner-page",
    summary: { en: "An order, for a partner without an account", ja: "取引先向けの注文ページ" },
    query: partnerPageQueryShape,
    response: partnerPageShape,
    handler: async ({ query, withoutCompany }) => {
      const page = await withoutCompany((tx) => openPage(tx, query.token));
      return page ? ok(asAnswer(page)) : refuse("LINK_INVALID");
    },
  }),
  definePublicRoute({
    method: "POST",
    url: "/partner-page/answer",
    summary: { en: "The partner's word on the order", ja: "取引先からの回答" },
    body: answerPartnerPageShape,
    response: z.object({ taken: z.boolean() }),
    handler: async ({ body, withoutCompany }) => {
      const { token, ...words } = body;
      const taken = await withoutCompany((tx) => answerPage(tx, token, words));
      return taken ? ok({ taken }) : refuse("LINK_INVALID");
    },
  }),
];
