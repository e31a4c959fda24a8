import { z } from "zod";
import { comingWeeks, loadByWeek, loadShape } from "../../domain/planning/index.ts";
import { withHours } from "../../domain/resources/index.ts";
import { ok } from "../../domain/shared/index.ts";
import { defineRoute, type Route, settleAll } from "../platform/index.ts";
import { loadCalendars, loadCenters, loadOrderWork } from "./load.store.ts";
import { loadPlannedWork } from "./planned-work.store.ts";

export const loadRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/load",
    kind: "read",
    permission: "planning.read",
    summary: { en: "Load of the work centres in the coming weeks", ja: "作業区の負荷（これからの数週間）" },
    query: z.object({ weeks: z.coerce.number().int().min(1).max(12).default(4) }),
    response: loadShape,
    patienceSeconds: 30,
    handler: async ({ tx, query, today }) => {
      const weeks = comingWeeks(today, query.weeks);
      const until = weeks.at(-1)!.to;
      const [centers, calendars, orders, plans] = await settleAll([
        loadCenters(tx),
        loadCalendars(tx, today, until),
        loadOrderWork(tx, until),
        loadPlannedWork(tx, until),
      ]);
      const ready = withHours(centers, calendars);
      const load = loadByWeek(ready, [...orders, ...plans], weeks);
      return ok({
        weeks,
        centers: ready.map(({ id, code, name, nameEn, hasCalendar }, at) => ({
          id,
          code,
          name,
          nameEn,
          hasCalendar,
          weeks: load[at]!.weeks.map((week) => ({ ...week })),
        })),
      });
    },
  }),
];
