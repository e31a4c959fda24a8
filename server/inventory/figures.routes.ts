import { stockFiguresShape } from "../../domain/inventory/index.ts";
import { lastWeeks, levelPerWeek, ok } from "../../domain/shared/index.ts";
import { defineRoute, type Route, settleAll } from "../platform/index.ts";
import { loadStockWorth, loadWorthChanges } from "./figures.store.ts";

const WEEKS = 8;

export const figureRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/stock-figures",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "What the stock is worth, and was at the end of the last weeks", ja: "在庫金額とその推移" },
    response: stockFiguresShape,
    handler: async ({ tx, today }) => {
      const weeks = lastWeeks(today, WEEKS);
      const [worth, changes] = await settleAll([loadStockWorth(tx), loadWorthChanges(tx, weeks[0]!.to)]);
      return ok({
        itemCount: worth.items,
        belowSafetyCount: worth.below,
        valueYen: worth.yen.toString(),
        valueTrend: levelPerWeek(worth.yen, changes, weeks).map(Number),
      });
    },
  }),
];
