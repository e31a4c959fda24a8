import {
  caredShape,
  exceptionCountsShape,
  planExceptionListQueryShape,
  planExceptionPageShape,
  remedyInputShape,
  remedyPreviewInputShape,
  remedyPreviewShape,
  remedyResultShape,
  setAsideShape,
  takeBackShape,
} from "../../domain/planning/index.ts";
import { ok } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { applyRemedies } from "./apply-remedies.service.ts";
import { countByOwner, readInbox, setAside, takeBack } from "./exception.service.ts";
import { previewRemedies } from "./remedy-preview.service.ts";

/**
 * The exception inbox. Whoever may look at the plan may set aside; what a remedy does asks for the permission of that work: a work order
 * for production's, a purchase for purchasing's, a customer's day for sales'.
 */
export const exceptionRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/plan-exceptions",
    kind: "read",
    permission: "planning.read",
    summary: { en: "What a person should look at", ja: "計画の例外一覧" },
    query: planExceptionListQueryShape,
    response: planExceptionPageShape,
    handler: ({ tx, query, today }) => readInbox(tx, query, today),
  }),
  defineRoute({
    method: "GET",
    url: "/plan-exceptions/counts",
    kind: "read",
    permission: "planning.read",
    summary: { en: "How many exceptions wait for whom", ja: "担当別の例外件数" },
    response: exceptionCountsShape,
    handler: async ({ tx, today }) => ok(await countByOwner(tx, today)),
  }),
  defineRoute({
    method: "POST",
    url: "/plan-exceptions/remedy-preview",
    kind: "read",
    permission: "planning.read",
    summary: { en: "What remedies would change", ja: "例外への対応の確認" },
    patienceSeconds: 60,
    body: remedyPreviewInputShape,
    response: remedyPreviewShape,
    handler: async ({ tx, body, today }) => ok(await previewRemedies(tx, body.choices, today)),
  }),
  defineRoute({
    method: "POST",
    url: "/plan-exceptions/remedies",
    kind: "command",
    permission: "planning.read",
    summary: { en: "Apply the remedies of exceptions, all or none", ja: "例外に対応する" },
    patienceSeconds: 60,
    body: remedyInputShape,
    response: remedyResultShape,
    handler: ({ tx, body, today }) => applyRemedies(tx, body.choices, body.reason, today),
  }),
  defineRoute({
    method: "POST",
    url: "/plan-exceptions/set-aside",
    kind: "command",
    permission: "planning.read",
    summary: { en: "Look at exceptions later", ja: "例外を後で見る" },
    body: setAsideShape,
    response: caredShape,
    handler: ({ tx, body, today }) => setAside(tx, body, today),
  }),
  defineRoute({
    method: "POST",
    url: "/plan-exceptions/take-back",
    kind: "command",
    permission: "planning.read",
    summary: { en: "Take set-aside exceptions back", ja: "後で見る例外を戻す" },
    body: takeBackShape,
    response: caredShape,
    handler: ({ tx, body }) => takeBack(tx, body.exceptions),
  }),
];
