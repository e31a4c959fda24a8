import { z } from "zod";
import {
  scheduleAdoptionShape,
  scheduleConsequenceShape,
  scheduleInputShape,
  scheduleMoveShape,
  scheduleOrdersQueryShape,
  scheduleOrdersShape,
  schedulePreviewQueryShape,
  scheduleShape,
  scheduleSpanQueryShape,
  scheduleSpanShape,
  scheduleUnpinShape,
  scheduleVersionShape,
} from "../../domain/planning/index.ts";
import { idShape, ok } from "../../domain/shared/index.ts";
import { asAnswer, defineRoute, type Route } from "../platform/index.ts";
import { adoptSchedule, applyMove, previewAdoption, previewMove, undoStep, unpin } from "./schedule.service.ts";
import { readSchedule, readScheduledOrders, readSpan } from "./schedule-board.service.ts";
import { startSchedule } from "./schedule-run.ts";

const read = { kind: "read", permission: "planning.read" } as const;
const plan = { kind: "command", permission: "planning.plan" } as const;
const changed = scheduleVersionShape;
const PATIENCE = { patienceSeconds: 30 };

export const scheduleRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/schedule",
    ...read,
    summary: { en: "The schedule of the works, and the one on its way", ja: "日程計画と作成中の計画" },
    response: scheduleShape,
    handler: async ({ tx, locale }) => ok(asAnswer(await readSchedule(tx, locale))),
  }),
  defineRoute({
    method: "GET",
    url: "/schedule/operations",
    ...read,
    summary: { en: "Scheduled operations of a span of days", ja: "期間内の作業の日程" },
    query: scheduleSpanQueryShape,
    response: scheduleSpanShape,
    handler: async ({ tx, query }) => readSpan(tx, query.from, query.to),
  }),
  defineRoute({
    method: "GET",
    url: "/schedule/orders",
    ...read,
    summary: {
      en: "Scheduled work orders: late ones with their reasons, or by number and item",
      ja: "日程計画の製造指図",
    },
    query: scheduleOrdersQueryShape,
    response: scheduleOrdersShape,
    handler: async ({ tx, query, locale }) => ok(await readScheduledOrders(tx, query, locale)),
  }),
  defineRoute({
    method: "GET",
    url: "/schedule/preview",
    ...read,
    summary: { en: "What moving an operation would change, and why", ja: "作業を動かした場合の影響" },
    query: schedulePreviewQueryShape,
    response: scheduleConsequenceShape,
    ...PATIENCE,
    handler: async ({ tx, query, locale }) => {
      const told = await previewMove(tx, query, locale);
      return told.ok ? ok(asAnswer(told.value)) : told;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/schedule/adoption",
    ...read,
    summary: { en: "What adopting the schedule would change", ja: "日程計画を確定した場合の変更" },
    response: scheduleAdoptionShape,
    ...PATIENCE,
    handler: async ({ tx }) => {
      const told = await previewAdoption(tx);
      return told.ok ? ok(asAnswer(told.value)) : told;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/schedule",
    ...plan,
    summary: { en: "Make the schedule anew, in the background", ja: "日程計画を作り直す" },
    status: 202,
    body: scheduleInputShape,
    response: z.object({ id: idShape }),
    handler: ({ tx, body }) => startSchedule(tx, body),
  }),
  defineRoute({
    method: "POST",
    url: "/schedule/moves",
    ...plan,
    summary: { en: "Move an operation and fix it there", ja: "作業を動かして固定する" },
    body: scheduleMoveShape,
    response: changed,
    ...PATIENCE,
    handler: ({ tx, body, locale }) => applyMove(tx, body, locale),
  }),
  defineRoute({
    method: "POST",
    url: "/schedule/unpin",
    ...plan,
    summary: { en: "Let an operation go where it can", ja: "作業の固定を外す" },
    body: scheduleUnpinShape,
    response: changed,
    ...PATIENCE,
    handler: ({ tx, body }) => unpin(tx, body),
  }),
  defineRoute({
    method: "POST",
    url: "/schedule/undo",
    ...plan,
    summary: { en: "Take the last move back", ja: "直前の移動を取り消す" },
    body: scheduleVersionShape,
    response: changed,
    ...PATIENCE,
    handler: ({ tx, body }) => undoStep(tx, body.version),
  }),
  defineRoute({
    method: "POST",
    url: "/schedule/adopt",
    ...plan,
    summary: {
      en: "Write scheduled days and work centres into the work orders",
      ja: "日程と作業区を製造指図に反映する",
    },
    body: scheduleVersionShape,
    response: scheduleAdoptionShape,
    ...PATIENCE,
    handler: async ({ tx, body }) => {
      const adopted = await adoptSchedule(tx, body.version);
      return adopted.ok ? ok(asAnswer(adopted.value)) : adopted;
    },
  }),
];
