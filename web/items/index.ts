import type { AreaWeb } from "../platform/index.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

export { findAnyItem } from "./find-items.ts";

const read = "items.read";
const write = "items.write";

export const area: AreaWeb = {
  id: "items",
  messages: { ja, en },
  menu: [
    {
      section: "masters",
      label: "items.items.title",
      to: "items",
      permission: read,
      keywords: "ひんもく 部品表 工順 BOM routing item",
    },
    { section: "masters", label: "items.units.title", to: "items/units", permission: read, keywords: "たんい unit" },
  ],
  actions: [{ label: "items.item.new", to: "items/new", permission: write }],
  routes: [
    { path: "items", title: "items.items.title", permission: read, page: () => import("./item-list.page.tsx") },
    { path: "items/new", title: "items.item.new", permission: write, page: () => import("./item-new.page.tsx") },
    {
      path: "items/import",
      title: "items.import.title",
      permission: write,
      page: () => import("./item-import.page.tsx"),
    },
    { path: "items/units", title: "items.units.title", permission: read, page: () => import("./unit-list.page.tsx") },
    { path: "items/$itemId", title: "items.item.title", permission: read, page: () => import("./item.page.tsx") },
  ],
};
