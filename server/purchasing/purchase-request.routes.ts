import { z } from "zod";
import {
  orderedRequestsShape,
  orderRequestsShape,
  purchaseRequestDocumentShape,
  purchaseRequestListShape,
  purchaseRequestShape,
} from "../../domain/purchasing/index.ts";
import { idShape, ok, refuse, versionShape } from "../../domain/shared/index.ts";
import { draftListQueryShape } from "../../domain/trade/index.ts";
import {
  asAnswer,
  createDraft,
  defineRoute,
  discardDraft,
  listDrafts,
  loadDraft,
  type Route,
  saveDraft,
} from "../platform/index.ts";
import { approveRequest, orderRequests } from "./purchase-request.service.ts";
import { findCreator } from "./purchase-request.store.ts";

const byId = z.object({ id: idShape });
const KINDS = ["purchase_request"] as const;

/** Asking for something to be bought: anyone asks, purchasing approves and orders. */
export const purchaseRequestRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/purchase-requests",
    kind: "read",
    permission: "purchasing.request",
    summary: { en: "Purchase requests, the last touched first", ja: "購買依頼の一覧" },
    query: draftListQueryShape,
    response: purchaseRequestListShape,
    handler: async ({ tx, query }) => {
      const page = await listDrafts(tx, KINDS, query);
      return page.ok ? ok(asAnswer(page.value)) : page;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/purchase-requests",
    kind: "command",
    permission: "purchasing.request",
    status: 201,
    summary: { en: "Ask for something to be bought", ja: "購買を依頼する" },
    body: purchaseRequestShape,
    response: z.object({ id: idShape, number: z.string(), version: versionShape }),
    handler: async ({ tx, body }) => ok(await createDraft(tx, { kind: "purchase_request", partnerId: null, body })),
  }),
  defineRoute({
    method: "GET",
    url: "/purchase-requests/:id",
    kind: "read",
    permission: "purchasing.request",
    summary: { en: "One purchase request", ja: "購買依頼" },
    params: byId,
    response: purchaseRequestDocumentShape,
    handler: async ({ tx, params }) => {
      const draft = await loadDraft(tx, params.id);
      if (draft?.kind !== "purchase_request") return refuse("NOT_FOUND");
      return ok(asAnswer({ ...draft, createdBy: await findCreator(tx, draft.id) }));
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/purchase-requests/:id",
    kind: "command",
    permission: "purchasing.request",
    summary: { en: "Change a request that is not approved yet", ja: "購買依頼を修正する" },
    params: byId,
    body: z.object({ version: versionShape, body: purchaseRequestShape }),
    response: z.object({ version: versionShape }),
    handler: async ({ tx, params, body }) =>
      saveDraft(tx, params.id, KINDS, { version: body.version, partnerId: null, body: body.body }),
  }),
  defineRoute({
    method: "POST",
    url: "/purchase-requests/:id/approve",
    kind: "command",
    permission: "purchasing.write",
    summary: { en: "Approve a request", ja: "購買依頼を承認する" },
    params: byId,
    body: z.object({ version: versionShape }),
    response: z.object({ version: versionShape }),
    handler: async ({ tx, params, body }) => approveRequest(tx, params.id, body.version),
  }),
  defineRoute({
    method: "POST",
    url: "/purchase-requests/:id/discard",
    kind: "command",
    permission: "purchasing.request",
    summary: { en: "Take a request back, or turn it down", ja: "購買依頼を取り下げる" },
    params: byId,
    body: z.object({ version: versionShape }),
    response: z.object({ done: z.boolean() }),
    handler: async ({ tx, params, body }) => {
      const discarded = await discardDraft(tx, params.id, KINDS, body.version);
      return discarded.ok ? ok({ done: true }) : discarded;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/purchase-requests/order",
    kind: "command",
    permission: "purchasing.write",
    summary: {
      en: "Combine approved requests into one order draft per supplier",
      ja: "承認済みの依頼を仕入先別にまとめる",
    },
    body: orderRequestsShape,
    response: orderedRequestsShape,
    handler: async ({ tx, body, today }) => orderRequests(tx, body.requests, today),
  }),
];
