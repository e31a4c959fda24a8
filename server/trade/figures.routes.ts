import { z } from "zod";
import { lastWeeks, ok, percentOf, percentPerWeek } from "../../domain/shared/index.ts";
import { tradeFiguresShape } from "../../domain/trade/index.ts";
import { defineRoute, type Route, settleAll } from "../platform/index.ts";
import { loadOrderBook, loadPunctuality } from "./figures.store.ts";

const WEEKS = 8;

export const figureRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/trade-figures",
    kind: "read",
    permission: "trade.read",
    summary: { en: "Order book, late lines and on-time delivery of one side", ja: "受注残・納期遅れ・納期遵守率" },
    query: z.object({ side: z.enum(["S", "B"]) }),
    response: tradeFiguresShape,
    handler: async ({ tx, query: { side }, today }) => {
      const weeks = lastWeeks(today, WEEKS);
      const [book, days] = await settleAll([loadOrderBook(tx, side, today), loadPunctuality(tx, side, weeks[0]!.from)]);
      return ok({
        openLines: book.lines,
        lateLines: book.late,
        openYen: book.yen.toString(),
        onTimePercent: percentOf(days),
        onTimeTrend: percentPerWeek(days, weeks),
      });
    },
  }),
];
