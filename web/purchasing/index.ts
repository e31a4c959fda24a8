import type { AreaWeb } from "../platform/index.ts";
import { arrivals, sideCards, sideTasks } from "../trade/index.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

/** The buyer's side of trades. */
export const area: AreaWeb = {
  id: "purchasing",
  messages: { ja, en },
  homeTasks: [...sideTasks("B"), arrivals],
  homeCards: sideCards("B"),
  menu: [
    {
      section: "purchasing",
      label: "purchasing.orders.title",
      to: "purchasing/orders",
      permission: "purchasing.read",
      keywords: "はっちゅう order",
    },
    {
      section: "purchasing",
      label: "purchasing.lines.title",
      to: "purchasing/lines",
      permission: "purchasing.read",
      keywords: "はっちゅうざん backlog",
    },
    {
      section: "purchasing",
      label: "purchasing.receive.title",
      to: "purchasing/receive",
      permission: "purchasing.receive",
      keywords: "にゅうか receipt",
    },
    {
      section: "purchasing",
      label: "purchasing.arrivals.title",
      to: "purchasing/arrivals",
      permission: "purchasing.read",
      keywords: "けんしゅう acceptance",
    },
    {
      section: "purchasing",
      label: "purchasing.drafts.title",
      to: "purchasing/drafts",
      permission: "purchasing.read",
      keywords: "したがき draft",
    },
    {
      section: "purchasing",
      label: "purchasing.requests.title",
      to: "purchasing/requests",
      permission: "purchasing.request",
      keywords: "こうばいいらい request",
    },
  ],
  actions: [
    { label: "purchasing.order.new", to: "purchasing/orders/new", permission: "purchasing.write" },
    { label: "purchasing.enquiry.new", to: "purchasing/enquiries/new", permission: "purchasing.write" },
  ],
  routes: [
    {
      path: "purchasing/orders",
      title: "purchasing.orders.title",
      permission: "purchasing.read",
      page: () => import("./order-list.page.tsx"),
    },
    {
      path: "purchasing/orders/new",
      title: "purchasing.order.new",
      permission: "purchasing.write",
      page: () => import("./new-order.page.tsx"),
    },
    {
      path: "purchasing/orders/import",
      title: "purchasing.orders.import",
      permission: "purchasing.order",
      page: () => import("./order-import.page.tsx"),
    },
    {
      path: "purchasing/orders/$id",
      title: "purchasing.order.title",
      permission: "purchasing.read",
      page: () => import("./order.page.tsx"),
    },
    {
      path: "purchasing/orders/$id/print",
      title: "purchasing.order.title",
      permission: "purchasing.read",
      page: () => import("./order-print.page.tsx"),
      frame: "bare",
    },
    {
      path: "purchasing/lines",
      title: "purchasing.lines.title",
      permission: "purchasing.read",
      page: () => import("./order-lines.page.tsx"),
    },
    {
      path: "purchasing/drafts",
      title: "purchasing.drafts.title",
      permission: "purchasing.read",
      page: () => import("./draft-list.page.tsx"),
    },
    {
      path: "purchasing/drafts/$id",
      title: "purchasing.draft.title",
      permission: "purchasing.write",
      page: () => import("./draft.page.tsx"),
    },
    {
      path: "purchasing/enquiries/new",
      title: "purchasing.enquiry.new",
      permission: "purchasing.write",
      page: () => import("./new-enquiry.page.tsx"),
    },
    {
      path: "purchasing/receive",
      title: "purchasing.receive.title",
      permission: "purchasing.receive",
      page: () => import("./receive.page.tsx"),
    },
    {
      path: "purchasing/arrivals",
      title: "purchasing.arrivals.title",
      permission: "purchasing.read",
      page: () => import("./arrival-list.page.tsx"),
    },
    {
      path: "purchasing/arrivals/$id",
      title: "purchasing.arrival.title",
      permission: "purchasing.read",
      page: () => import("./arrival.page.tsx"),
    },
    {
      path: "purchasing/arrivals/$id/print",
      title: "purchasing.arrival.title",
      permission: "purchasing.read",
      page: () => import("./arrival-print.page.tsx"),
      frame: "bare",
    },
    {
      path: "purchasing/requests",
      title: "purchasing.requests.title",
      permission: "purchasing.request",
      page: () => import("./request-list.page.tsx"),
    },
    {
      path: "purchasing/requests/new",
      title: "purchasing.request.new",
      permission: "purchasing.request",
      page: () => import("./request-new.page.tsx"),
    },
    {
      path: "purchasing/requests/$id",
      title: "purchasing.request.title",
      permission: "purchasing.request",
      page: () => import("./request.page.tsx"),
    },
  ],
};
