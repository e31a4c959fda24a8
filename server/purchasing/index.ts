import { type AreaServer, importRoutes, withFiles } from "../platform/index.ts";
import { deliveryRoutes, draftRoutes, orderImport, sideRoutes } from "../trade/index.ts";
import { listFiles } from "./list-files.ts";
import { purchaseRequestRoutes } from "./purchase-request.routes.ts";
import { receiptRoutes } from "./receipt.routes.ts";

/** The buyer's side: requests, enquiries and orders, receiving and judging. The records themselves are trades. */
export const area: AreaServer = {
  id: "purchasing",
  title: { ja: "購買・外注", en: "Purchasing" },
  routes: withFiles(
    [
      ...importRoutes({
        ...orderImport("B"),
        area: "purchasing",
        textAreas: ["parties", "agreements", "trade"],
        path: "/purchase-orders",
        permission: { read: "purchasing.read", write: "purchasing.order" },
      }),
      ...draftRoutes({
        base: "/purchase-drafts",
        kinds: ["purchase_order", "enquiry"],
        permission: { read: "purchasing.read", write: "purchasing.write", send: "purchasing.order" },
        words: { en: "Purchase draft", ja: "発注・引合の下書き" },
      }),
      ...sideRoutes({
        base: "/purchase-orders",
        side: "B",
        permission: "purchasing.order",
        words: { en: "Purchase order", ja: "発注" },
      }),
      ...receiptRoutes,
      ...deliveryRoutes({
        base: "/arrivals",
        side: "B",
        permission: "purchasing.receive",
        words: { en: "Arrival", ja: "入荷" },
      }),
      ...purchaseRequestRoutes,
    ],
    listFiles,
  ),
};
