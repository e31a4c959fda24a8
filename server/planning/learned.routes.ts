import { z } from "zod";
import {
  LEAST_ORDERS,
  learnedLeadTimePageShape,
  learnedListQueryShape,
  learnedObservationsShape,
  learnedOperationPageShape,
  learnedPreviewShape,
  learnedQueuesShape,
  learnedRunShape,
  takeOverShape,
} from "../../domain/planning/index.ts";
import { addDays, idShape, ok, plainDateShape } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { USUAL_DAYS } from "./lead-time-history.ts";
import { learnFromWork, observationsOf, previewTakeOver, takeOver } from "./learned.service.ts";
import { findLearnedRun, listLearnedLeadTimes, listLearnedOperations, loadLearnedQueues } from "./learned.store.ts";

export const learnedRoutes: Route[] = [
  defineRoute({
    method: "POST",
    url: "/learned-times",
    kind: "command",
    permission: "planning.plan",
    summary: { en: "Learn times from reports of work", ja: "実績から学ぶ" },
    patienceSeconds: 60,
    body: z.object({ since: plainDateShape.optional().meta({ description: "a year ago when absent" }) }),
    response: learnedRunShape,
    handler: ({ tx, body, today }) => learnFromWork(tx, body.since ?? addDays(today, -USUAL_DAYS), today),
  }),
  defineRoute({
    method: "GET",
    url: "/learned-times",
    kind: "read",
    permission: "planning.read",
    summary: { en: "Queues of work centres, and of what was learned", ja: "学習の状況と作業区の待ち時間" },
    response: learnedQueuesShape,
    handler: async ({ tx }) =>
      ok({ run: await findLearnedRun(tx), queues: await loadLearnedQueues(tx), leastOrders: LEAST_ORDERS }),
  }),
  defineRoute({
    method: "GET",
    url: "/learned-operations",
    kind: "read",
    permission: "planning.read",
    summary: { en: "Learned times of operations beside the routing's", ja: "工程の実績時間" },
    query: learnedListQueryShape,
    response: learnedOperationPageShape,
    handler: ({ tx, query }) => listLearnedOperations(tx, query, LEAST_ORDERS),
  }),
  defineRoute({
    method: "GET",
    url: "/learned-operations/observations",
    kind: "read",
    permission: "planning.read",
    summary: { en: "The work orders an operation's times were learned from", ja: "工程の実績の分布" },
    query: z.object({
      itemId: idShape,
      operationNumber: z.coerce.number().int().min(1).max(2_147_483_647),
      workCenterId: idShape,
    }),
    response: learnedObservationsShape,
    handler: ({ tx, query }) => observationsOf(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/learned-lead-times",
    kind: "read",
    permission: "planning.read",
    summary: { en: "Learned lead times beside the items' own", ja: "品目の実績リードタイム" },
    query: learnedListQueryShape.omit({ workCenterId: true }),
    response: learnedLeadTimePageShape,
    handler: ({ tx, query }) => listLearnedLeadTimes(tx, query, LEAST_ORDERS),
  }),
  defineRoute({
    method: "POST",
    url: "/learned-times/take-over-preview",
    kind: "read",
    permission: "items.read",
    summary: { en: "What taking over would change", ja: "マスタ反映の確認" },
    body: takeOverShape,
    response: learnedPreviewShape,
    handler: ({ tx, body }) => previewTakeOver(tx, body),
  }),
  defineRoute({
    method: "POST",
    url: "/learned-times/take-over",
    kind: "command",
    permission: "items.write",
    summary: { en: "Take learned times over into routings and items", ja: "実績をマスタに反映する" },
    body: takeOverShape,
    response: z.object({ itemCount: z.int() }),
    handler: ({ tx, body }) => takeOver(tx, body),
  }),
];
