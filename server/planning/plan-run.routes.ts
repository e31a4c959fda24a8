import { planRunInputShape, planRunShape, planRunsShape } from "../../domain/planning/index.ts";
import { ok } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { startPlanRun } from "./plan-run.service.ts";
import { findLatestRuns } from "./plan-run.store.ts";

export const planRunRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/plan-runs/latest",
    kind: "read",
    permission: "planning.read",
    summary: { en: "The current plan, and the run on its way", ja: "現在の計画と実行中の計算" },
    response: planRunsShape,
    handler: async ({ tx }) => ok(await findLatestRuns(tx)),
  }),
  defineRoute({
    method: "POST",
    url: "/plan-runs",
    kind: "command",
    permission: "planning.plan",
    summary: { en: "Plan requirements anew, in the background", ja: "所要量計算を実行する" },
    status: 202,
    body: planRunInputShape,
    response: planRunShape,
    handler: ({ tx, body, today }) =>
      startPlanRun(tx, { planFrom: body.planFrom ?? today, horizonDays: body.horizonDays }),
  }),
];
