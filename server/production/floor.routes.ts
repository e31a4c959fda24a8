import { z } from "zod";
import {
  boardShape,
  floorJobsQueryShape,
  floorJobsShape,
  floorPeopleShape,
  floorReportShape,
  floorSignedInShape,
  floorSignInShape,
  madeItemsShape,
  makeLinesShape,
  reportedShape,
  unmadeLinesShape,
  workOrderMadeShape,
} from "../../domain/production/index.ts";
import { decimal, ok } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { readBoard, readFloorJobs } from "./board.service.ts";
import { createWorkOrders } from "./create-work-orders.service.ts";
import { loadSoldLines } from "./explosion.store.ts";
import { reportFromFloor, signInOnFloor } from "./floor.service.ts";
import { listFloorPeople } from "./floor.store.ts";
import { findMadeItems, listUnmadeLines } from "./work-order-list.store.ts";

export const floorRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/production/board",
    kind: "read",
    permission: "production.read",
    summary: { en: "Queue of every work centre by due day", ja: "作業区別の仕掛・待ち" },
    response: boardShape,
    handler: ({ tx, today }) => readBoard(tx, today),
  }),
  defineRoute({
    method: "GET",
    url: "/production/unmade-lines",
    kind: "read",
    permission: "production.read",
    summary: { en: "Sold lines without a work order", ja: "指図のない受注明細" },
    response: unmadeLinesShape,
    handler: async ({ tx }) => ({ rows: await listUnmadeLines(tx) }),
  }),
  defineRoute({
    method: "POST",
    url: "/production/make-lines",
    kind: "command",
    permission: "production.write",
    summary: { en: "Make work orders for sold lines", ja: "受注明細から製造指図を作る" },
    status: 201,
    body: makeLinesShape,
    response: workOrderMadeShape,
    handler: async ({ tx, body, today }) => {
      const sold = await loadSoldLines(tx, [...new Set(body.lines.map((line) => line.tradeId))]);
      const made = await createWorkOrders(
        tx,
        body.lines.map((line) => {
          const found = sold.find((row) => row.tradeId === line.tradeId && row.lineNumber === line.lineNumber);
          const dueOn = found && found.dueOn > today ? found.dueOn : today;
          return {
            itemId: found?.itemId ?? line.tradeId,
            quantity: decimal(line.quantity),
            dueOn,
            tradeId: line.tradeId,
            tradeLineNumber: line.lineNumber,
          };
        }),
        today,
      );
      return made.ok ? ok({ workOrders: made.value }) : made;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/production/items",
    kind: "read",
    permission: "production.read",
    summary: { en: "Items that can be made, for type-ahead", ja: "作れる品目の候補" },
    query: z.object({ search: z.string().trim().max(100).default("") }),
    response: madeItemsShape,
    handler: async ({ tx, query }) => ({ rows: await findMadeItems(tx, query.search) }),
  }),
  defineRoute({
    method: "GET",
    url: "/floor/workers",
    kind: "read",
    permission: "production.report",
    summary: { en: "People of the floor", ja: "作業者一覧" },
    response: floorPeopleShape,
    handler: async ({ tx }) => ({ people: await listFloorPeople(tx) }),
  }),
  defineRoute({
    method: "POST",
    url: "/floor/sign-in",
    kind: "command",
    permission: "production.report",
    summary: { en: "Sign a person in on a shared tablet by PIN", ja: "作業者がPINで入る" },
    body: floorSignInShape,
    response: floorSignedInShape,
    gate: "login",
    handler: ({ tx, body, now }) => signInOnFloor(tx, body.personId, body.pin, now),
  }),
  defineRoute({
    method: "GET",
    url: "/floor/jobs",
    kind: "read",
    permission: "production.report",
    summary: { en: "Jobs for the floor, or the scanned one", ja: "現場の作業一覧" },
    query: floorJobsQueryShape,
    response: floorJobsShape,
    handler: async ({ tx, query, today }) => ({ jobs: await readFloorJobs(tx, query, today) }),
  }),
  defineRoute({
    method: "POST",
    url: "/floor/report",
    kind: "command",
    permission: "production.report",
    summary: { en: "Report work from the floor", ja: "現場から実績を報告する" },
    body: floorReportShape,
    response: reportedShape.extend({ at: z.string() }),
    handler: async ({ tx, body, today, now }) => {
      const { token, ...report } = body;
      const reported = await reportFromFloor(tx, token, report, today);
      if (!reported.ok) return reported;
      const { good, scrap, completed, shortages, ...rest } = reported.value;
      return ok({
        ...rest,
        good: good.toFixed(),
        scrap: scrap.toFixed(),
        completed: completed.toFixed(),
        shortages: [...shortages],
        at: now,
      });
    },
  }),
];
