import { z } from "zod";
import {
  centerLotsShape,
  centerOfferQueryShape,
  centerOfferShape,
  lotsAppliedShape,
  lotsApplyShape,
  lotsQuestionShape,
} from "../../domain/planning/index.ts";
import { idShape } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { answerLots, applyLots, offerLots } from "./capacity-lots.service.ts";

const params = z.object({ workCenterId: idShape });
const permission = "planning.plan";
/** Reading all of a large company's records and searching take longer than a page view may. */
const PATIENCE = { patienceSeconds: 120 };

export const capacityLotsRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/capacity-lots/:workCenterId",
    kind: "read",
    permission,
    summary: {
      en: "Weeks of a work centre and the proposals whose lots may be put together",
      ja: "能力を考えたロットまとめ：作業区の週と対象の計画オーダー",
    },
    params,
    query: centerOfferQueryShape,
    response: centerOfferShape,
    ...PATIENCE,
    handler: ({ tx, params, query, today }) => offerLots(tx, params.workCenterId, query.weeks, today),
  }),
  defineRoute({
    method: "POST",
    url: "/capacity-lots/:workCenterId",
    kind: "read",
    permission,
    summary: { en: "Lots that fit a work centre's capacity", ja: "能力を考えたロットまとめ：試算" },
    params,
    body: lotsQuestionShape,
    response: centerLotsShape,
    ...PATIENCE,
    handler: ({ tx, params, body, today }) => answerLots(tx, params.workCenterId, body, today),
  }),
  defineRoute({
    method: "POST",
    url: "/capacity-lots/:workCenterId/apply",
    kind: "command",
    permission,
    summary: { en: "Make the lots firm planned orders", ja: "能力を考えたロットまとめ：確定計画にする" },
    params,
    body: lotsApplyShape,
    response: lotsAppliedShape,
    ...PATIENCE,
    handler: ({ tx, params, body, today }) => applyLots(tx, params.workCenterId, body, today),
  }),
];
