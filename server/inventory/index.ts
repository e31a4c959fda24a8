import { type AreaServer, withFiles } from "../platform/index.ts";
import { figureRoutes } from "./figures.routes.ts";
import { listFiles } from "./list-files.ts";
import { openingStockRoutes } from "./opening-stock-import.ts";
import { placeRoutes } from "./place.routes.ts";
import { placeImportRoutes } from "./place-import.ts";
import { stockRoutes } from "./stock.routes.ts";
import { stocktakeRoutes } from "./stocktake.routes.ts";

export { type ArrivingAt, lotCardsFor } from "./lot-card.store.ts";
export { moveStock } from "./move-stock.service.ts";
export {
  adjustStock,
  allocate,
  openStock,
  transferStock,
} from "./own-stock.service.ts";
export { findArrivalMoves, lockItemValues, type Revaluation, revalueStock } from "./revalue.store.ts";

export {
  addCount,
  cancelStocktake,
  countLines,
  openStocktake,
  postStocktake,
} from "./stocktake.service.ts";

export const area: AreaServer = {
  id: "inventory",
  title: { ja: "在庫", en: "Inventory" },
  routes: withFiles(
    [...figureRoutes, ...stockRoutes, ...placeImportRoutes, ...placeRoutes, ...stocktakeRoutes, ...openingStockRoutes],
    listFiles,
  ),
  refusalStatus: {
    ALLOCATION_ABOVE_FREE: 409,
    STOCK_SHORT: 409,
    STOCK_PROMISED: 409,
    RESERVATION_UNKNOWN: 404,
    STOCKTAKE_OVERLAPS: 409,
    STOCKTAKE_CLOSED: 409,
  },
};
