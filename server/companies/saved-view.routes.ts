import { z } from "zod";
import {
  savedViewInputShape,
  savedViewPageShape,
  savedViewQueryShape,
  savedViewShape,
} from "../../domain/companies/index.ts";
import { idShape, ok, refuse } from "../../domain/shared/index.ts";
import { audit, defineRoute, newId, type Route } from "../platform/index.ts";
import { deleteView, insertView, listViews } from "./saved-view.store.ts";

export const savedViewRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/saved-views",
    kind: "read",
    permission: "companies.read",
    summary: { en: "Saved views of lists, own and shared", ja: "保存した一覧の表示" },
    query: savedViewQueryShape,
    response: savedViewPageShape,
    handler: async ({ tx, query }) => ok({ rows: await listViews(tx, query.page) }),
  }),
  defineRoute({
    method: "POST",
    url: "/saved-views",
    kind: "command",
    permission: "companies.read",
    summary: { en: "Save a view of a list", ja: "一覧の表示を保存する" },
    status: 201,
    body: savedViewInputShape,
    response: savedViewShape,
    handler: async ({ tx, body }) => {
      const id = newId();
      await insertView(tx, { ...body, id });
      await audit(tx, [
        { command: "companies.save-view", subjectKind: "saved_view", subjectId: id, details: { page: body.page } },
      ]);
      return ok({ ...body, id, isOwn: true });
    },
  }),
  defineRoute({
    method: "DELETE",
    url: "/saved-views/:id",
    kind: "command",
    permission: "companies.read",
    summary: { en: "Delete an own view", ja: "保存した表示を削除する" },
    params: z.object({ id: idShape }),
    response: z.object({ isDeleted: z.literal(true) }),
    handler: async ({ tx, params }) => {
      if ((await deleteView(tx, params.id)) === 0) return refuse("NOT_FOUND");
      await audit(tx, [{ command: "companies.delete-view", subjectKind: "saved_view", subjectId: params.id }]);
      return ok({ isDeleted: true as const });
    },
  }),
];
