import type { AreaServer } from "../platform/index.ts";
import { placeRoutes } from "./place.routes.ts";
import { stockRoutes } from "./stock.routes.ts";

export { moveStock } from "./move-stock.service.ts";
export {
  adjustStock,
  allocate,
  type OpeningLine,
  type OwnStockRefusal,
  openStock,
  releaseAllocation,
  transferStock,
} from "./own-stock.service.ts";
export { insertPlaces } from "./place.store.ts";

export const area: AreaServer = {
  id: "inventory",
  title: { ja: "在庫", en: "Inventory" },
  routes: [...stockRoutes, ...placeRoutes],
  refusalStatus: { ALLOCATION_ABOVE_FREE: 409, STOCK_SHORT: 409, STOCK_PROMISED: 409, RESERVATION_UNKNOWN: 404 },
};
