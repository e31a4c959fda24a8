import { z } from "zod";
import {
  alternativesInputShape,
  workCenterInputShape,
  workCenterListQueryShape,
  workCenterPageShape,
  workCenterShape,
  workCenterUpdateShape,
  workCenterWithAlternativesShape,
} from "../../domain/resources/index.ts";
import { idShape, ok, refuse, refuseAll } from "../../domain/shared/index.ts";
import {
  announce,
  audit,
  defineRoute,
  newId,
  type Route,
  requireSaved,
  requireVersion,
  type Tx,
} from "../platform/index.ts";
import { findWorkCenterIds, loadAlternatives, replaceAlternatives } from "./alternative.store.ts";
import { loadCalendar } from "./calendar.store.ts";
import { checkAlternatives } from "./check-alternatives.ts";
import { insertWorkCenter, listWorkCenters, loadWorkCenter, updateWorkCenter } from "./work-center.store.ts";

const params = z.object({ id: idShape });

export const workCenterRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/work-centers",
    kind: "read",
    permission: "resources.read",
    summary: { en: "Work centres", ja: "作業区一覧" },
    query: workCenterListQueryShape,
    response: workCenterPageShape,
    handler: ({ tx, query }) => listWorkCenters(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/work-centers/:id",
    kind: "read",
    permission: "resources.read",
    summary: { en: "One work centre, with those that can do its work", ja: "作業区" },
    params,
    response: workCenterWithAlternativesShape,
    handler: async ({ tx, params }) => {
      const found = await loadWorkCenter(tx, params.id);
      return found ? ok({ ...found, alternatives: await loadAlternatives(tx, params.id) }) : refuse("NOT_FOUND");
    },
  }),
  defineRoute({
    method: "POST",
    url: "/work-centers",
    kind: "command",
    permission: "resources.write",
    summary: { en: "Add a work centre", ja: "作業区を登録する" },
    status: 201,
    body: workCenterInputShape,
    response: workCenterShape,
    handler: async ({ tx, body }) => {
      if (!(await isCalendar(tx, body.calendarId))) return refuse("CALENDAR_UNKNOWN", undefined, "calendarId");
      const id = newId();
      await insertWorkCenter(tx, id, body);
      await record(tx, "resources.add-work-center", id, { code: body.code });
      return (await loadWorkCenter(tx, id))!;
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/work-centers/:id",
    kind: "command",
    permission: "resources.write",
    summary: { en: "Change a work centre", ja: "作業区を変更する" },
    params,
    body: workCenterUpdateShape,
    response: workCenterShape,
    handler: async ({ tx, params, body }) => {
      const found = requireVersion(await loadWorkCenter(tx, params.id), body.version);
      if (!found.ok) return found;
      if (!(await isCalendar(tx, body.calendarId))) return refuse("CALENDAR_UNKNOWN", undefined, "calendarId");
      const saved = requireSaved(await updateWorkCenter(tx, params.id, body.version, body));
      if (!saved.ok) return saved;
      await record(tx, "resources.change-work-center", params.id, { code: body.code });
      return (await loadWorkCenter(tx, params.id))!;
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/work-centers/:id/alternatives",
    kind: "command",
    permission: "resources.write",
    summary: { en: "Say which work centres can do its work", ja: "代替作業区を決める" },
    params,
    body: alternativesInputShape,
    response: workCenterWithAlternativesShape,
    handler: async ({ tx, params, body: { version, alternatives } }) => {
      const found = requireVersion(await loadWorkCenter(tx, params.id), version);
      if (!found.ok) return found;
      const ids = alternatives.map((one) => one.workCenterId);
      const refused = refuseAll(checkAlternatives(params.id, alternatives, await findWorkCenterIds(tx, ids)));
      if (refused) return refused;
      const saved = requireSaved(await replaceAlternatives(tx, params.id, version, alternatives));
      if (!saved.ok) return saved;
      await record(tx, "resources.change-alternatives", params.id, { count: alternatives.length });
      return { ...(await loadWorkCenter(tx, params.id))!, alternatives: await loadAlternatives(tx, params.id) };
    },
  }),
];

async function isCalendar(tx: Tx, id: string | null): Promise<boolean> {
  return id === null || (await loadCalendar(tx, id)) !== null;
}

async function record(tx: Tx, command: string, subjectId: string, details: Record<string, unknown>): Promise<void> {
  await audit(tx, [{ command, subjectKind: "work_center", subjectId, details }]);
  await announce(tx, [{ kind: "resources.work_center", subjectId }]);
}
