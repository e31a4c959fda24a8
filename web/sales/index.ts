import type { AreaWeb } from "../platform/index.ts";
import { sideCards, sideTasks } from "../trade/index.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

/** The seller's side of trades. */
export const area: AreaWeb = {
  id: "sales",
  messages: { ja, en },
  homeTasks: sideTasks("S"),
  homeCards: sideCards("S"),
  menu: [
    {
      section: "sales",
      label: "sales.orders.title",
      to: "sales/orders",
      permission: "sales.read",
      keywords: "じゅちゅう order",
    },
    {
      section: "sales",
      label: "sales.lines.title",
      to: "sales/lines",
      permission: "sales.read",
      keywords: "じゅちゅうざん backlog",
    },
    {
      section: "sales",
      label: "sales.ship.title",
      to: "sales/ship",
      permission: "sales.ship",
      keywords: "しゅっか shipment",
    },
    {
      section: "sales",
      label: "sales.deliveries.title",
      to: "sales/deliveries",
      permission: "sales.read",
      keywords: "のうひん delivery",
    },
    {
      section: "sales",
      label: "sales.drafts.title",
      to: "sales/drafts",
      permission: "sales.read",
      keywords: "したがき draft",
    },
  ],
  actions: [
    { label: "sales.order.new", to: "sales/orders/new", permission: "sales.write" },
    { label: "sales.quotation.new", to: "sales/quotations/new", permission: "sales.write" },
  ],
  routes: [
    {
      path: "sales/orders",
      title: "sales.orders.title",
      permission: "sales.read",
      page: () => import("./order-list.page.tsx"),
    },
    {
      path: "sales/orders/new",
      title: "sales.order.new",
      permission: "sales.write",
      page: () => import("./new-order.page.tsx"),
    },
    {
      path: "sales/orders/import",
      title: "sales.orders.import",
      permission: "sales.write",
      page: () => import("./order-import.page.tsx"),
    },
    {
      path: "sales/orders/$id",
      title: "sales.order.title",
      permission: "sales.read",
      page: () => import("./order.page.tsx"),
    },
    {
      path: "sales/orders/$id/print",
      title: "sales.order.title",
      permission: "sales.read",
      page: () => import("./order-print.page.tsx"),
      frame: "bare",
    },
    {
      path: "sales/lines",
      title: "sales.lines.title",
      permission: "sales.read",
      page: () => import("./order-lines.page.tsx"),
    },
    {
      path: "sales/drafts",
      title: "sales.drafts.title",
      permission: "sales.read",
      page: () => import("./draft-list.page.tsx"),
    },
    {
      path: "sales/drafts/$id",
      title: "sales.draft.title",
      permission: "sales.write",
      page: () => import("./draft.page.tsx"),
    },
    {
      path: "sales/quotations/new",
      title: "sales.quotation.new",
      permission: "sales.write",
      page: () => import("./new-quotation.page.tsx"),
    },
    {
      path: "sales/ship",
      title: "sales.ship.title",
      permission: "sales.ship",
      page: () => import("./ship.page.tsx"),
    },
    {
      path: "sales/deliveries",
      title: "sales.deliveries.title",
      permission: "sales.read",
      page: () => import("./delivery-list.page.tsx"),
    },
    {
      path: "sales/deliveries/$id",
      title: "sales.delivery.title",
      permission: "sales.read",
      page: () => import("./delivery.page.tsx"),
    },
    {
      path: "sales/deliveries/$id/print",
      title: "sales.delivery.title",
      permission: "sales.read",
      page: () => import("./delivery-print.page.tsx"),
      frame: "bare",
    },
  ],
};
