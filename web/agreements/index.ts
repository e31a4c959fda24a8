import type { AreaWeb } from "../platform/index.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

const read = "agreements.read";
const write = "agreements.write";

/** What was agreed with partners before trading: terms, items, prices. */
export const area: AreaWeb = {
  id: "agreements",
  messages: { ja, en },
  menu: [
    {
      section: "masters",
      label: "agreements.title",
      to: "agreements",
      permission: read,
      keywords: "けいやく たんか price",
    },
    { section: "masters", label: "agreements.drafts.title", to: "agreements/drafts", permission: write },
  ],
  actions: [{ label: "agreements.new", to: "agreements/new", permission: write }],
  routes: [
    {
      path: "agreements",
      title: "agreements.title",
      permission: read,
      page: () => import("./agreement-list.page.tsx"),
    },
    { path: "agreements/new", title: "agreements.new", permission: write, page: () => import("./new.page.tsx") },
    {
      path: "agreements/import",
      title: "agreements.prices",
      permission: write,
      page: () => import("./import.page.tsx"),
    },
    {
      path: "agreements/drafts",
      title: "agreements.drafts.title",
      permission: read,
      page: () => import("./draft-list.page.tsx"),
    },
    {
      path: "agreements/drafts/$id",
      title: "agreements.draft",
      permission: write,
      page: () => import("./draft.page.tsx"),
    },
    { path: "agreements/$id", title: "agreements.one", permission: read, page: () => import("./agreement.page.tsx") },
  ],
};
