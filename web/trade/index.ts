import type { AreaWeb } from "../platform/index.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

/** What seller and buyer share; its pages stand in the menus of sales and purchasing. */
export const area: AreaWeb = {
  id: "trade",
  messages: { ja, en },
  menu: [],
  routes: [],
  outside: [{ path: "p/$secret", page: () => import("./partner.page.tsx") }],
};

export { DeliveryListView } from "./delivery-list-view.tsx";
export { DeliveryView } from "./delivery-view.tsx";
export { DraftListView } from "./draft-list-view.tsx";
export { DraftPageView } from "./draft-page-view.tsx";
export { DraftView } from "./draft-view.tsx";
export { GoodsView } from "./goods-view.tsx";
export { arrivals, sideCards, sideTasks } from "./home.ts";
export { LineListView } from "./line-list-view.tsx";
export { itemLookup, partnerLookup } from "./lookups.ts";
export { PrintDeliveryView, PrintOrderView } from "./print-view.tsx";
export { TradeListView } from "./trade-list-view.tsx";
export { TradeView } from "./trade-view.tsx";
