import { productionFiguresShape } from "../../domain/production/index.ts";
import { lastWeeks, ok, percentOf, percentPerWeek } from "../../domain/shared/index.ts";
import { defineRoute, type Route, settleAll } from "../platform/index.ts";
import { loadOpenOrders, loadScrap } from "./figures.store.ts";

const WEEKS = 8;

export const figureRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/production-figures",
    kind: "read",
    permission: "production.read",
    summary: { en: "Late work orders and the share of scrap", ja: "製造指図の遅れと不良率" },
    response: productionFiguresShape,
    handler: async ({ tx, today }) => {
      const weeks = lastWeeks(today, WEEKS);
      const [orders, days] = await settleAll([loadOpenOrders(tx, today), loadScrap(tx, weeks[0]!.from)]);
      return ok({
        openOrders: orders.open,
        lateOrders: orders.late,
        scrapPercent: percentOf(days),
        scrapTrend: percentPerWeek(days, weeks),
      });
    },
  }),
];
