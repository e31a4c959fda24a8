import { type AreaServer, importRoutes, withFiles } from "../platform/index.ts";
import { billOfMaterialRoutes } from "./bill-of-material.routes.ts";
import { loadBillRows } from "./bill-of-material.store.ts";
import { billOfMaterialTarget } from "./bill-of-material-import.ts";
import { itemRoutes } from "./item.routes.ts";
import { loadConversionRows, loadItemRows } from "./item-import.store.ts";
import { itemTarget } from "./item-import.ts";
import { listFiles } from "./list-files.ts";
import { routingRoutes } from "./routing.routes.ts";
import { loadRoutingRows } from "./routing.store.ts";
import { routingTarget } from "./routing-import.ts";
import { unitRoutes } from "./unit.routes.ts";
import { loadUnitRows } from "./unit.store.ts";
import { conversionTarget, unitTarget } from "./unit-import.ts";

export { changeItem } from "./change-item.service.ts";
export { changeTimes, type TimesChange } from "./change-times.service.ts";
export { loadItem } from "./item.store.ts";

const common = {
  area: "items",
  textAreas: ["companies", "parties"],
  permission: { read: "items.read", write: "items.write" },
} as const;

export const area: AreaServer = {
  id: "items",
  title: { ja: "品目・部品表・工順", en: "Items, bills of material, routings" },
  routes: withFiles(
    [
      ...importRoutes({
        ...common,
        path: "/items",
        target: itemTarget,
        rows: async (tx) => (await loadItemRows(tx)).map(({ row }) => row),
        announces: "items.item",
      }),
      ...importRoutes({ ...common, path: "/units", target: unitTarget, rows: loadUnitRows, announces: "items.unit" }),
      ...importRoutes({
        ...common,
        path: "/unit-conversions",
        target: conversionTarget,
        rows: loadConversionRows,
        announces: "items.item",
      }),
      ...importRoutes({
        ...common,
        path: "/bill-of-material-lines",
        target: billOfMaterialTarget,
        rows: async (tx) => (await loadBillRows(tx)).map(({ row }) => row),
        announces: "items.item",
      }),
      ...importRoutes({
        ...common,
        path: "/routing-operations",
        target: routingTarget,
        rows: async (tx) => (await loadRoutingRows(tx)).map(({ row }) => row),
        announces: "items.item",
      }),
      ...itemRoutes,
      ...unitRoutes,
      ...billOfMaterialRoutes,
      ...routingRoutes,
    ],
    listFiles,
  ),
};
