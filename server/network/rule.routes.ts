import { z } from "zod";
import {
  dispatchRuleChangeShape,
  dispatchRuleInputShape,
  dispatchRuleRowShape,
  dispatchRuleShape,
  farEndPermissionShape,
  groupShape,
} from "../../domain/network/index.ts";
import { idShape, listQueryShape, ok, pageShape } from "../../domain/shared/index.ts";
import { defineRoute, importRoutes, type Route, readCursor, readSort, toPage } from "../platform/index.ts";
import { wayOf } from "./chain.store.ts";
import { permitFarEnd } from "./far-end-report.service.ts";
import { signGroupDispatch } from "./group.service.ts";
import { listGroups } from "./group.store.ts";
import { changeRule, createRule, readRule } from "./rule.service.ts";
import { listRules } from "./rule.store.ts";
import { ruleImport, ruleRows } from "./rule-import.ts";

const byId = z.object({ id: idShape });

export const ruleRoutes: Route[] = [
  ...importRoutes({
    area: "network",
    path: "/network/rules",
    permission: { read: "network.read", write: "network.manage" },
    target: ruleImport,
    rows: ruleRows,
    announces: "network.rule",
  }),
  defineRoute({
    method: "GET",
    url: "/network/rules",
    kind: "read",
    permission: "network.read",
    summary: { en: "Dispatch rules in the order they are tried", ja: "振分ルール一覧" },
    query: listQueryShape.extend({ isActive: z.stringbool().optional() }),
    response: pageShape(dispatchRuleRowShape),
    handler: async ({ tx, query }) => {
      const sort = readSort(query.sort, ["priority"], "priority");
      if (!sort.ok) return sort;
      const after = readCursor(query.cursor, sort.value.text, ["integer", "uuid"]);
      if (!after.ok) return after;
      const key = after.value ? ([Number(after.value[0]), after.value[1]!] as const) : null;
      const filter = { search: query.search ?? "", isActive: query.isActive ?? null };
      const rows = await listRules(tx, filter, key, query.limit + 1, wayOf(sort.value));
      return ok(toPage(rows, query.limit, sort.value.text, (row) => [row.priority, row.id]));
    },
  }),
  defineRoute({
    method: "GET",
    url: "/network/rules/:id",
    kind: "read",
    permission: "network.read",
    summary: { en: "One dispatch rule", ja: "振分ルールの詳細" },
    params: byId,
    response: dispatchRuleShape,
    handler: ({ tx, params }) => readRule(tx, params.id),
  }),
  defineRoute({
    method: "POST",
    url: "/network/rules",
    kind: "command",
    permission: "network.manage",
    summary: { en: "Create a dispatch rule", ja: "振分ルールを作る" },
    body: dispatchRuleInputShape,
    response: dispatchRuleShape,
    status: 201,
    handler: async ({ tx, body }) => {
      const created = await createRule(tx, body);
      return created.ok ? readRule(tx, created.value) : created;
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/network/rules/:id",
    kind: "command",
    permission: "network.manage",
    summary: { en: "Change a dispatch rule", ja: "振分ルールを変える" },
    params: byId,
    body: dispatchRuleChangeShape,
    response: dispatchRuleShape,
    handler: async ({ tx, params, body }) => {
      const changed = await changeRule(tx, params.id, body);
      return changed.ok ? readRule(tx, changed.value) : changed;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/network/groups",
    kind: "read",
    permission: "network.read",
    summary: { en: "Our groups with their members", ja: "所属する団体" },
    response: z.object({ rows: z.array(groupShape) }),
    handler: async ({ tx, today }) => ({ rows: (await listGroups(tx, today)).map((group) => ({ ...group })) }),
  }),
  defineRoute({
    method: "POST",
    url: "/network/groups/:id/sign",
    kind: "command",
    permission: "agreements.write",
    summary: {
      en: "Sign that the window may place, change and cancel trades between members within their own agreements",
      ja: "窓口による振分に同意する",
    },
    params: byId,
    response: z.null(),
    handler: ({ tx, params, today }) => signGroupDispatch(tx, params.id, today),
  }),
  defineRoute({
    method: "PUT",
    url: "/network/groups/:id/far-end-permission",
    kind: "command",
    permission: "network.manage",
    summary: {
      en: "Let a member report what the maker took of its direct deliveries, or end it",
      ja: "会員に直送先の検収の報告を許可する／取り消す",
    },
    params: byId,
    body: farEndPermissionShape,
    response: z.null(),
    handler: ({ tx, params, body, today }) => permitFarEnd(tx, params.id, body, today),
  }),
];
