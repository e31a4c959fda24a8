import { type AreaServer, importRoutes, withFiles } from "../platform/index.ts";
import { deliveryRoutes, draftRoutes, orderImport, sideRoutes } from "../trade/index.ts";
import { listFiles } from "./list-files.ts";
import { shipmentRoutes } from "./shipment.routes.ts";

/** The seller's side: quotations and orders, confirming and shipping. The records themselves are trades. */
export const area: AreaServer = {
  id: "sales",
  title: { ja: "販売", en: "Sales" },
  routes: withFiles(
    [
      ...importRoutes({
        ...orderImport("S"),
        area: "sales",
        textAreas: ["parties", "agreements", "trade"],
        path: "/sales-orders",
        permission: { read: "sales.read", write: "sales.write" },
      }),
      ...draftRoutes({
        base: "/sales-drafts",
        kinds: ["sales_order", "quotation"],
        permission: { read: "sales.read", write: "sales.write", send: "sales.write" },
        words: { en: "Sales draft", ja: "受注・見積の下書き" },
      }),
      ...sideRoutes({
        base: "/sales-orders",
        side: "S",
        permission: "sales.confirm",
        words: { en: "Sales order", ja: "受注" },
      }),
      ...shipmentRoutes,
      ...deliveryRoutes({
        base: "/outgoing-deliveries",
        side: "S",
        permission: "sales.ship",
        words: { en: "Delivery to a customer outside the platform", ja: "得意先への納品" },
      }),
    ],
    listFiles,
  ),
};
