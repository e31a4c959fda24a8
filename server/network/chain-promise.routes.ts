import { z } from "zod";
import {
  chainAnswerShape,
  chainConfirmedShape,
  chainConfirmShape,
  chainHoldShape,
  chainPromiseListQueryShape,
  chainPromisePageShape,
  chainPromiseRowShape,
  chainPromiseShape,
  chainQuestionShape,
} from "../../domain/network/index.ts";
import { idShape, ok } from "../../domain/shared/index.ts";
import { asAnswer, defineRoute, type Route, requireVersion } from "../platform/index.ts";
import { confirmChain, holdChain, readChainPromise, releaseChain } from "./chain-promise.service.ts";
import { findChainPromise, listChainPromises } from "./chain-promise.store.ts";
import { askChain } from "./chain-promise-ask.service.ts";

const params = z.object({ id: idShape });

export const chainPromiseRoutes: Route[] = [
  defineRoute({
    method: "POST",
    url: "/network/chain-promises/ask",
    kind: "command",
    permission: "network.dispatch",
    summary: {
      en: "When can the chain have it? Asked of every member's own plan, on record there",
      ja: "いつできるか(連鎖)。各会員の計画に問い合わせ、相手先に記録が残る",
    },
    body: chainQuestionShape,
    response: chainAnswerShape,
    patienceSeconds: 30,
    handler: ({ tx, body, today }) => askChain(tx, body, today),
  }),
  defineRoute({
    method: "GET",
    url: "/network/chain-promises",
    kind: "read",
    permission: "network.read",
    summary: { en: "Dates held along chains", ja: "連鎖の仮押さえ一覧" },
    query: chainPromiseListQueryShape,
    response: chainPromisePageShape,
    handler: async ({ tx, query }) => {
      const page = await listChainPromises(tx, query);
      return page.ok ? ok(asAnswer(page.value)) : page;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/network/chain-promises/:id",
    kind: "read",
    permission: "network.read",
    summary: { en: "One date held along a chain", ja: "連鎖の仮押さえ" },
    params,
    response: chainPromiseShape,
    handler: async ({ tx, params }) => {
      const found = await readChainPromise(tx, params.id);
      return found.ok ? ok(asAnswer(found.value)) : found;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/network/chain-promises",
    kind: "command",
    inTurn: "promises",
    permission: "network.dispatch",
    summary: { en: "Hold a date at all members of a chain", ja: "連鎖の納期を仮押さえする" },
    status: 201,
    body: chainHoldShape,
    response: chainPromiseRowShape,
    patienceSeconds: 30,
    handler: async ({ tx, body, today }) => {
      const held = await holdChain(tx, body, today, Date.now());
      return held.ok ? ok(asAnswer(held.value)) : held;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/network/chain-promises/:id/release",
    kind: "command",
    inTurn: "promises",
    permission: "network.dispatch",
    summary: { en: "Give a held date back at all members", ja: "連鎖の仮押さえを解く" },
    params,
    response: chainPromiseRowShape,
    handler: async ({ tx, params }) => {
      const released = await releaseChain(tx, params.id);
      return released.ok ? ok(asAnswer(released.value)) : released;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/network/chain-promises/:id/confirm",
    kind: "command",
    inTurn: "promises",
    permission: "network.dispatch",
    summary: {
      en: "Make a held date the maker's order, dispatched with the held days",
      ja: "仮押さえを受注にして、押さえた納期で振り分ける",
    },
    params,
    body: chainConfirmShape,
    response: chainConfirmedShape,
    handler: async ({ tx, params, body, today }) => {
      const found = requireVersion(await findChainPromise(tx, params.id), body.version);
      if (!found.ok) return found;
      return confirmChain(tx, params.id, body, today);
    },
  }),
];
