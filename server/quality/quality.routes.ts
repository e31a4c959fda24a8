import { z } from "zod";
import {
  genealogyShape,
  INSPECTION_KINDS,
  inspectionListQuery,
  inspectionPlanShape,
  inspectionRowShape,
  inspectionShape,
  inspectMadeShape,
  inspectReceivedShape,
  lotListQuery,
  lotRowShape,
  planListQuery,
  savePlanShape,
  waitingListQuery,
  waitingShape,
} from "../../domain/quality/index.ts";
import { idShape, ok, pageShape, refuse, versionShape } from "../../domain/shared/index.ts";
import { defineRoute, type Route, type Tx } from "../platform/index.ts";
import { readGenealogy } from "./genealogy.service.ts";
import { inspectMade } from "./inspect-made.service.ts";
import { inspectReceived } from "./inspect-received.service.ts";
import { findInspection, type InspectionRow, listInspections, listWaiting } from "./inspection.store.ts";
import { removePlan, savePlan } from "./inspection-plan.service.ts";
import { findPlan, listPlans, type PlanRow } from "./inspection-plan.store.ts";
import { listLots } from "./lot.store.ts";

const byId = z.object({ id: idShape });
const byPlan = z.object({ itemId: idShape, kind: z.enum(INSPECTION_KINDS) });

const showPlan = (plan: PlanRow) => ({ ...plan, characteristics: [...plan.characteristics] });
const showRow = (row: InspectionRow) => ({
  ...row,
  quantity: row.quantity.toFixed(),
  accepted: row.accepted.toFixed(),
  special: row.special.toFixed(),
  rejected: row.rejected.toFixed(),
});
async function showInspection(tx: Tx, id: string) {
  const found = await findInspection(tx, id);
  if (!found) return refuse("NOT_FOUND");
  const plan = found.itemId ? await findPlan(tx, found.itemId, found.kind) : undefined;
  return ok({ ...showRow(found), readings: found.measurements, plan: plan ? showPlan(plan) : null });
}

export const qualityRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/inspections/waiting",
    kind: "read",
    permission: "quality.read",
    summary: { en: "Received lines that wait for inspection", ja: "受入検査待ち" },
    query: waitingListQuery,
    response: pageShape(waitingShape),
    handler: async ({ tx, query }) => {
      const page = await listWaiting(tx, query);
      if (!page.ok) return page;
      return ok({
        ...page.value,
        rows: page.value.rows.map((row) => ({
          ...row,
          unitPrice: row.unitPrice.toFixed(),
          quantity: row.quantity.toFixed(),
          toJudge: row.toJudge.toFixed(),
        })),
      });
    },
  }),
  defineRoute({
    method: "POST",
    url: "/inspections/receiving",
    kind: "command",
    permission: "quality.inspect",
    summary: {
      en: "Inspect a received line: readings, and accept, accept specially or reject",
      ja: "受入検査を記録し、合格・特採・不合格を決める",
    },
    body: inspectReceivedShape,
    response: inspectionShape,
    status: 201,
    handler: async ({ tx, body }) => {
      const done = await inspectReceived(tx, body);
      return done.ok ? showInspection(tx, done.value.id) : done;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/inspections",
    kind: "read",
    permission: "quality.read",
    summary: { en: "Inspections", ja: "検査一覧" },
    query: inspectionListQuery,
    response: pageShape(inspectionRowShape),
    handler: async ({ tx, query }) => {
      const page = await listInspections(tx, query);
      return page.ok ? ok({ ...page.value, rows: page.value.rows.map(showRow) }) : page;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/inspections/:id",
    kind: "read",
    permission: "quality.read",
    summary: { en: "One inspection", ja: "検査" },
    params: byId,
    response: inspectionShape,
    handler: ({ tx, params }) => showInspection(tx, params.id),
  }),
  defineRoute({
    method: "POST",
    url: "/inspections/:id/judge",
    kind: "command",
    permission: "quality.inspect",
    summary: { en: "Judge pieces a work order finished", ja: "完成品の検査を記録する" },
    params: byId,
    body: inspectMadeShape,
    response: inspectionShape,
    handler: async ({ tx, params, body }) => {
      const done = await inspectMade(tx, params.id, body);
      return done.ok ? showInspection(tx, params.id) : done;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/inspection-plans",
    kind: "read",
    permission: "quality.read",
    summary: { en: "Inspection plans", ja: "検査基準一覧" },
    query: planListQuery,
    response: pageShape(inspectionPlanShape),
    handler: async ({ tx, query }) => {
      const page = await listPlans(tx, query);
      return page.ok ? ok({ ...page.value, rows: page.value.rows.map(showPlan) }) : page;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/inspection-plans/:itemId/:kind",
    kind: "read",
    permission: "quality.read",
    summary: { en: "One inspection plan", ja: "検査基準" },
    params: byPlan,
    response: inspectionPlanShape,
    handler: async ({ tx, params }) => {
      const plan = await findPlan(tx, params.itemId, params.kind);
      return plan ? ok(showPlan(plan)) : refuse("NOT_FOUND");
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/inspection-plans/:itemId/:kind",
    kind: "command",
    permission: "quality.inspect",
    summary: { en: "Write an inspection plan", ja: "検査基準を登録・変更する" },
    params: byPlan,
    body: savePlanShape,
    response: inspectionPlanShape,
    handler: async ({ tx, params, body }) => {
      const saved = await savePlan(tx, params.itemId, params.kind, body);
      return saved.ok ? ok(showPlan(saved.value)) : saved;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/inspection-plans/:itemId/:kind/remove",
    kind: "command",
    permission: "quality.inspect",
    summary: { en: "Take an inspection plan away", ja: "検査基準を削除する" },
    params: byPlan,
    body: z.object({ version: versionShape }),
    response: z.object({ removed: z.literal(true) }),
    handler: async ({ tx, params, body }) => {
      const gone = await removePlan(tx, params.itemId, params.kind, body.version);
      return gone.ok ? ok({ removed: true as const }) : gone;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/lots",
    kind: "read",
    permission: "quality.read",
    summary: { en: "Lots", ja: "ロット一覧" },
    query: lotListQuery,
    response: pageShape(lotRowShape),
    handler: async ({ tx, query }) => {
      const page = await listLots(tx, query);
      if (!page.ok) return page;
      return ok({ ...page.value, rows: page.value.rows.map((row) => ({ ...row, onHand: row.onHand.toFixed() })) });
    },
  }),
  defineRoute({
    method: "GET",
    url: "/lots/:id/genealogy",
    kind: "read",
    permission: "quality.read",
    summary: { en: "Where a lot comes from and where it went", ja: "ロットの系譜（遡及・追跡）" },
    params: byId,
    response: genealogyShape,
    handler: ({ tx, params }) => readGenealogy(tx, params.id),
  }),
];
