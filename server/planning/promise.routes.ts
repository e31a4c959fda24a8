import { z } from "zod";
import {
  orderPromisesShape,
  promiseAnswerShape,
  promiseAttachShape,
  promiseConfirmedShape,
  promiseConfirmShape,
  promiseInputShape,
  promiseLinesQueryShape,
  promiseLinesShape,
  promiseListQueryShape,
  promisePageShape,
  promiseQuestionShape,
  promiseShape,
} from "../../domain/planning/index.ts";
import { decimal, idShape, ok, refuse } from "../../domain/shared/index.ts";
import { asAnswer, defineRoute, type Route, requireVersion } from "../platform/index.ts";
import { answerPromise, confirmPromise, holdPromise, releasePromise } from "./promise.service.ts";
import { findPromise, listPromises } from "./promise.store.ts";
import { attachPromise, linesForPromise, promisesForOrder } from "./promise-line.service.ts";
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
  defineRoute({
    method: "GET",
    url: "/promises/:id/order-lines",
    kind: "read",
    permission: "planning.read",
    summary: { en: "Order lines a held date may be attached to", ja: "仮押さえを充てられる受注明細" },
    params,
    query: promiseLinesQueryShape,
    response: promiseLinesShape,
    handler: async ({ tx, params, query }) => {
      const found = await linesForPromise(tx, params.id, query.partnerId ?? null);
      return found.ok ? ok(asAnswer(found.value)) : found;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/order-promises/:id",
    kind: "read",
    permission: "planning.read",
    summary: { en: "Held dates that fit a received order", ja: "受注に使える仮押さえ" },
    params,
    response: orderPromisesShape,
    handler: async ({ tx, params }) => ok(asAnswer(await promisesForOrder(tx, params.id))),
  }),
  // It answers the customer, as the button on the order does, and asks for the same permission.
  defineRoute({
    method: "POST",
    url: "/promises/:id/attach",
    kind: "command",
    inTurn: "promises",
    permission: "sales.confirm",
    summary: { en: "Attach a held date to a received order", ja: "仮押さえを届いた受注に充てる" },
    params,
    body: promiseAttachShape,
    response: promiseConfirmedShape,
    handler: async ({ tx, params, body, today }) => {
      const found = requireVersion(await findPromise(tx, params.id), body.version);
      if (!found.ok) return found;
      const { tradeId, lineNumber } = body;
      const attached = await attachPromise(tx, params.id, { tradeId, lineNumber }, today);
      return attached.ok ? ok(asAnswer(attached.value)) : attached;
    },
  }),
];
