import { z } from "zod";
import {
  promiseAnswerShape,
  promiseConfirmedShape,
  promiseConfirmShape,
  promiseInputShape,
  promiseListQueryShape,
  promisePageShape,
  promiseQuestionShape,
  promiseShape,
} from "../../domain/planning/index.ts";
import { decimal, idShape, ok, refuse } from "../../domain/shared/index.ts";
import { asAnswer, defineRoute, type Route, requireVersion } from "../platform/index.ts";
import { answerPromise, confirmPromise, holdPromise, releasePromise } from "./promise.service.ts";
import { findPromise, listPromises } from "./promise.store.ts";
import { nameAnswer } from "./promise-names.store.ts";

const params = z.object({ id: idShape });

const questionOf = (asked: z.output<typeof promiseQuestionShape>) => ({
  itemId: asked.itemId,
  quantity: decimal(asked.quantity),
  wantedOn: asked.wantedOn,
  ...(asked.workCenterId && asked.otherWorkCenterId && { instead: { [asked.workCenterId]: asked.otherWorkCenterId } }),
});

export const promiseRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/promise-answer",
    kind: "read",
    permission: "planning.read",
    summary: { en: "When can we have it?", ja: "いつできるか" },
    query: promiseQuestionShape,
    response: promiseAnswerShape,
    patienceSeconds: 30,
    handler: async ({ tx, query, today }) => {
      const answer = await answerPromise(tx, questionOf(query), today);
      return answer.ok ? ok(asAnswer({ ...answer.value, ...(await nameAnswer(tx, answer.value)) })) : answer;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/promises",
    kind: "read",
    permission: "planning.read",
    summary: { en: "Promised dates", ja: "納期回答一覧" },
    query: promiseListQueryShape,
    response: promisePageShape,
    handler: async ({ tx, query }) => {
      const page = await listPromises(tx, query);
      return page.ok ? ok(asAnswer(page.value)) : page;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/promises/:id",
    kind: "read",
    permission: "planning.read",
    summary: { en: "One promised date", ja: "納期回答" },
    params,
    response: promiseShape,
    handler: async ({ tx, params }) => {
      const row = await findPromise(tx, params.id);
      return row ? ok(asAnswer(row)) : refuse("NOT_FOUND");
    },
  }),
  defineRoute({
    method: "POST",
    url: "/promises",
    kind: "command",
    inTurn: "promises",
    permission: "planning.promise",
    summary: { en: "Hold a date", ja: "納期を仮押さえする" },
    status: 201,
    body: promiseInputShape,
    response: promiseShape,
    patienceSeconds: 30,
    handler: async ({ tx, body, today }) => {
      const held = await holdPromise(
        tx,
        {
          ...questionOf(body),
          partnerId: body.partnerId ?? null,
          hours: body.hours,
          latestOn: body.latestOn ?? null,
        },
        today,
        Date.now(),
      );
      return held.ok ? ok(asAnswer(held.value)) : held;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/promises/:id/release",
    kind: "command",
    inTurn: "promises",
    permission: "planning.promise",
    summary: { en: "Give a held date back", ja: "仮押さえを解く" },
    params,
    response: promiseShape,
    handler: async ({ tx, params }) => {
      const released = await releasePromise(tx, params.id);
      return released.ok ? ok(asAnswer(released.value)) : released;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/promises/:id/confirm",
    kind: "command",
    inTurn: "promises",
    permission: "planning.promise",
    summary: { en: "Make a held date an order", ja: "仮押さえを受注にする" },
    params,
    body: promiseConfirmShape,
    response: promiseConfirmedShape,
    handler: async ({ tx, params, body, today }) => {
      const found = requireVersion(await findPromise(tx, params.id), body.version);
      if (!found.ok) return found;
      const { partnerId, unitPrice, outsideNumber } = body;
      const confirmed = await confirmPromise(
        tx,
        params.id,
        { partnerId: partnerId ?? null, unitPrice: unitPrice ?? null, outsideNumber },
        today,
      );
      return confirmed.ok ? ok(asAnswer(confirmed.value)) : confirmed;
    },
  }),
];
