import { targetsShape } from "../../domain/companies/index.ts";
import { ok } from "../../domain/shared/index.ts";
import { announce, audit, defineRoute, type Route } from "../platform/index.ts";
import { loadTargets, saveTargets } from "./target.store.ts";

export const targetRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/targets",
    kind: "read",
    permission: "companies.read",
    summary: { en: "What the company wants its figures to reach", ja: "目標値" },
    response: targetsShape,
    handler: async ({ tx }) => ok(await loadTargets(tx)),
  }),
  defineRoute({
    method: "PUT",
    url: "/targets",
    kind: "command",
    permission: "companies.settings",
    summary: { en: "Set the targets", ja: "目標値を設定する" },
    body: targetsShape,
    response: targetsShape,
    handler: async ({ tx, body }) => {
      await saveTargets(tx, body);
      await audit(tx, [
        { command: "companies.set-targets", subjectKind: "company", subjectId: tx.companyId, details: body },
      ]);
      await announce(tx, [{ kind: "companies.target", subjectId: null }]);
      return ok(await loadTargets(tx));
    },
  }),
];
