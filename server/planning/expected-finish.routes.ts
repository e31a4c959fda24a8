import { z } from "zod";
import { expectedFinishesShape, leadTimeAnswerShape, leadTimeQuestionShape } from "../../domain/planning/index.ts";
import { idShape, ok } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { answerLeadTime, expectedFinishes } from "./expected-finish.service.ts";

export const expectedFinishRoutes: Route[] = [
  defineRoute({
    method: "POST",
    url: "/expected-finishes",
    kind: "read",
    permission: "planning.read",
    summary: { en: "When work orders are likely to be finished", ja: "製造指図の完成見込み" },
    body: z.object({ workOrderIds: z.array(idShape).max(200) }),
    response: expectedFinishesShape,
    handler: async ({ tx, body, now, today }) =>
      ok({ rows: await expectedFinishes(tx, body.workOrderIds, now, today) }),
  }),
  defineRoute({
    method: "GET",
    url: "/learned-lead-times/prediction",
    kind: "read",
    permission: "planning.read",
    summary: { en: "How long an order is likely to take", ja: "所要日数の見込み" },
    query: leadTimeQuestionShape,
    response: leadTimeAnswerShape,
    handler: ({ tx, query, now, today }) => answerLeadTime(tx, query, now, today),
  }),
];
