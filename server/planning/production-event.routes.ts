import { z } from "zod";
import {
  productionEventChoicesShape,
  productionEventImportPageShape,
  productionEventListQueryShape,
  productionEventPageShape,
  takeBackPreviewShape,
} from "../../domain/planning/index.ts";
import { idShape, listQueryShape, ok } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import {
  listProductionEventImports,
  listProductionEvents,
  loadProductionEventChoices,
} from "./production-event.store.ts";
import { previewTakeBack, takeBackImport } from "./take-back-import.service.ts";

const params = z.object({ id: idShape });

export const productionEventRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/production-events",
    kind: "read",
    permission: "planning.read",
    summary: { en: "Imported events of production logs", ja: "取り込んだ生産実績" },
    query: productionEventListQueryShape,
    response: productionEventPageShape,
    handler: ({ tx, query }) => listProductionEvents(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/production-events/choices",
    kind: "read",
    permission: "planning.read",
    summary: { en: "What imported events can be narrowed to", ja: "取り込んだ生産実績の絞り込みの候補" },
    response: productionEventChoicesShape,
    handler: async ({ tx }) => ok(await loadProductionEventChoices(tx)),
  }),
  defineRoute({
    method: "GET",
    url: "/production-event-imports",
    kind: "read",
    permission: "planning.read",
    summary: { en: "Imports of production logs", ja: "生産実績の取込履歴" },
    query: listQueryShape,
    response: productionEventImportPageShape,
    handler: ({ tx, query }) => listProductionEventImports(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/production-event-imports/:id/take-back-preview",
    kind: "read",
    permission: "planning.plan",
    summary: { en: "What taking an import back would take away", ja: "取込の取消の確認" },
    params,
    response: takeBackPreviewShape,
    handler: ({ tx, params }) => previewTakeBack(tx, params.id),
  }),
  defineRoute({
    method: "POST",
    url: "/production-event-imports/:id/take-back",
    kind: "command",
    permission: "planning.plan",
    summary: { en: "Take an import of a production log back", ja: "生産実績の取込を取り消す" },
    patienceSeconds: 60,
    params,
    response: z.object({ eventCount: z.int() }),
    handler: ({ tx, params, today }) => takeBackImport(tx, params.id, today),
  }),
];
