import type { AreaWeb } from "../platform/index.ts";
import { lateWork, scrap } from "./home.ts";
import { lateOrders } from "./late-orders.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

export const area: AreaWeb = {
  id: "production",
  messages: { ja, en },
  menu: [
    {
      section: "production",
      label: "production.orders.title",
      to: "production/orders",
      permission: "production.read",
      keywords: "せいぞうしじ 指図 work order",
    },
    {
      section: "production",
      label: "production.unmade.title",
      to: "production/unmade",
      permission: "production.write",
      keywords: "じゅちゅう 受注",
    },
    {
      section: "production",
      label: "production.board.title",
      to: "production/board",
      permission: "production.read",
      keywords: "ふか しかかり 仕掛",
    },
    {
      section: "production",
      label: "production.floor.title",
      to: "floor",
      permission: "production.report",
      keywords: "げんば 実績 tablet",
    },
  ],
  routes: [
    {
      path: "production/orders",
      title: "production.orders.title",
      permission: "production.read",
      page: () => import("./work-order-list.page.tsx"),
    },
    {
      path: "production/orders/$orderId",
      title: "production.order.title",
      permission: "production.read",
      page: () => import("./work-order.page.tsx"),
    },
    {
      path: "production/orders/$orderId/card",
      title: "production.card.title",
      permission: "production.read",
      frame: "bare",
      page: () => import("./job-card.page.tsx"),
    },
    {
      path: "production/unmade",
      title: "production.unmade.title",
      permission: "production.write",
      page: () => import("./unmade.page.tsx"),
    },
    {
      path: "production/board",
      title: "production.board.title",
      permission: "production.read",
      page: () => import("./board.page.tsx"),
    },
    {
      path: "floor",
      title: "production.floor.title",
      permission: "production.report",
      frame: "bare",
      page: () => import("./floor.page.tsx"),
    },
  ],
  homeTasks: [lateOrders],
  homeCards: [lateWork, scrap],
};
