import { z } from "zod";
import {
  conversionInputShape,
  conversionPreviewShape,
  conversionResultShape,
  endangeredQuestionShape,
  endangeredShape,
  itemTimelineShape,
  pegLevelShape,
  pegQuestionShape,
  plannedOrderDiscardShape,
  plannedOrderEditShape,
  plannedOrderExplanationShape,
  plannedOrderListQueryShape,
  plannedOrderPageShape,
  plannedOrderShape,
} from "../../domain/planning/index.ts";
import { idShape } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { convertChoices, previewChoices } from "./convert.service.ts";
import { endangeredBy } from "./delay.service.ts";
import { explainOrder } from "./explain.service.ts";
import { pegLevel } from "./peg-tree.service.ts";
import { discardOrders, editPlannedOrder, restoreOrders } from "./planned-order.service.ts";
import { listPlannedOrders } from "./planned-order.store.ts";
import { timelineOf } from "./timeline.service.ts";

const params = z.object({ runId: idShape, seq: z.coerce.number().int().min(0).max(2_147_483_647) });

export const plannedOrderRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/planned-orders",
    kind: "read",
    permission: "planning.read",
    summary: { en: "Proposals of the current plan", ja: "計画オーダー一覧" },
    query: plannedOrderListQueryShape,
    response: plannedOrderPageShape,
    handler: ({ tx, query }) => listPlannedOrders(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/planned-orders/:runId/:seq/explanation",
    kind: "read",
    permission: "planning.read",
    summary: { en: "Why is this to be made or bought?", ja: "計画オーダーの理由" },
    params,
    response: plannedOrderExplanationShape,
    handler: ({ tx, params }) => explainOrder(tx, params.seq),
  }),
  defineRoute({
    method: "PATCH",
    url: "/planned-orders/:runId/:seq",
    kind: "command",
    permission: "planning.plan",
    summary: { en: "Set a proposal by hand: a firm planned order", ja: "計画オーダーを変更して確定計画にする" },
    params,
    body: plannedOrderEditShape,
    response: plannedOrderShape,
    handler: ({ tx, params, body }) => editPlannedOrder(tx, params.seq, body),
  }),
  defineRoute({
    method: "POST",
    url: "/planned-orders/discard",
    kind: "command",
    permission: "planning.plan",
    summary: { en: "Take proposals out until their need is another", ja: "計画オーダーを破棄する" },
    body: plannedOrderDiscardShape,
    response: z.object({ count: z.int() }),
    handler: ({ tx, body }) => discardOrders(tx, body.seqs),
  }),
  defineRoute({
    method: "POST",
    url: "/planned-orders/restore",
    kind: "command",
    permission: "planning.plan",
    summary: { en: "Give firm or discarded orders back to planning", ja: "確定計画・破棄を解除して計算に戻す" },
    body: plannedOrderDiscardShape,
    response: z.object({ count: z.int() }),
    handler: ({ tx, body }) => restoreOrders(tx, body.seqs),
  }),
  defineRoute({
    method: "POST",
    url: "/planned-orders/conversion-preview",
    kind: "read",
    permission: "planning.read",
    summary: { en: "What converting would make", ja: "計画オーダー確定の確認" },
    body: conversionInputShape,
    response: conversionPreviewShape,
    handler: ({ tx, body, today }) => previewChoices(tx, body.choices, today),
  }),
  defineRoute({
    method: "POST",
    url: "/planned-orders/convert",
    kind: "command",
    permission: "planning.plan",
    summary: { en: "Convert into work orders and purchase orders", ja: "計画オーダーを確定する" },
    patienceSeconds: 60,
    body: conversionInputShape,
    response: conversionResultShape,
    handler: ({ tx, body, today }) => convertChoices(tx, body.choices, today),
  }),
  defineRoute({
    method: "GET",
    url: "/plan-items/:itemId/timeline",
    kind: "read",
    permission: "planning.read",
    summary: { en: "What comes and goes of an item, and the stock after it", ja: "品目の在庫推移予定" },
    params: z.object({ itemId: idShape }),
    response: itemTimelineShape,
    handler: ({ tx, params }) => timelineOf(tx, params.itemId),
  }),
  defineRoute({
    method: "GET",
    url: "/plan-items/:itemId/pegs",
    kind: "read",
    permission: "planning.read",
    summary: { en: "One level of the pegging tree", ja: "ペギングの一段" },
    params: z.object({ itemId: idShape }),
    query: pegQuestionShape,
    response: pegLevelShape,
    handler: ({ tx, params, query }) => pegLevel(tx, params.itemId, query),
  }),
  defineRoute({
    method: "GET",
    url: "/plan-items/:itemId/endangered",
    kind: "read",
    permission: "planning.read",
    summary: { en: "Customers' orders a late receipt endangers", ja: "受入の遅れが影響する受注" },
    params: z.object({ itemId: idShape }),
    query: endangeredQuestionShape,
    response: endangeredShape,
    handler: ({ tx, params, query: { arrivesOn, line, ...receipt } }) =>
      endangeredBy(tx, params.itemId, { ...receipt, line: line || null }, arrivesOn),
  }),
];
