import type { AreaWeb } from "../platform/index.ts";
import { stockValue } from "./home.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

export const area: AreaWeb = {
  id: "inventory",
  messages: { ja, en },
  homeCards: [stockValue],
  menu: [
    {
      section: "inventory",
      label: "inventory.stock.title",
      to: "inventory/stock",
      permission: "inventory.read",
      keywords: "ざいこ zaiko",
    },
    {
      section: "inventory",
      label: "inventory.ledger.title",
      to: "inventory/ledger",
      permission: "inventory.read",
      keywords: "うけはらい 入出庫",
    },
    {
      section: "inventory",
      label: "inventory.kept.title",
      to: "inventory/kept",
      permission: "inventory.read",
      keywords: "あずかり",
    },
    {
      section: "inventory",
      label: "inventory.stocktakes.title",
      to: "inventory/stocktakes",
      permission: "inventory.read",
      keywords: "たなおろし 実地棚卸 stocktake",
    },
    {
      section: "settings",
      label: "inventory.places.title",
      to: "inventory/places",
      permission: "inventory.read",
      keywords: "おきば 倉庫",
    },
  ],
  actions: [
    { label: "inventory.transfer.title", to: "inventory/transfer", permission: "inventory.move" },
    { label: "inventory.adjust.title", to: "inventory/adjust", permission: "inventory.adjust" },
    { label: "inventory.opening.import", to: "inventory/opening-stock/import", permission: "inventory.adjust" },
  ],
  routes: [
    {
      path: "inventory/stocktakes",
      title: "inventory.stocktakes.title",
      permission: "inventory.read",
      page: () => import("./stocktake-list.page.tsx"),
    },
    {
      path: "inventory/stocktakes/$stocktakeId",
      title: "inventory.stocktake.title",
      permission: "inventory.read",
      page: () => import("./stocktake.page.tsx"),
    },
    {
      path: "inventory/opening-stock/import",
      title: "inventory.opening.import",
      permission: "inventory.adjust",
      page: () => import("./opening-stock-import.page.tsx"),
    },
    {
      path: "inventory/stock",
      title: "inventory.stock.title",
      permission: "inventory.read",
      page: () => import("./stock-list.page.tsx"),
    },
    {
      path: "inventory/stock/$itemId",
      title: "inventory.stock.one",
      permission: "inventory.read",
      page: () => import("./stock.page.tsx"),
    },
    {
      path: "inventory/ledger",
      title: "inventory.ledger.title",
      permission: "inventory.read",
      page: () => import("./ledger.page.tsx"),
    },
    {
      path: "inventory/kept",
      title: "inventory.kept.title",
      permission: "inventory.read",
      page: () => import("./kept.page.tsx"),
    },
    {
      path: "inventory/places",
      title: "inventory.places.title",
      permission: "inventory.read",
      page: () => import("./place-list.page.tsx"),
    },
    {
      path: "inventory/places/import",
      title: "inventory.places.import",
      permission: "inventory.adjust",
      page: () => import("./place-import.page.tsx"),
    },
    {
      path: "inventory/transfer",
      title: "inventory.transfer.title",
      permission: "inventory.move",
      page: () => import("./transfer.page.tsx"),
    },
    {
      path: "inventory/adjust",
      title: "inventory.adjust.title",
      permission: "inventory.adjust",
      page: () => import("./adjust.page.tsx"),
    },
  ],
};
