import type { AreaWeb } from "../platform/index.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

export const area: AreaWeb = {
  id: "accounting",
  messages: { ja, en },
  menu: [
    {
      section: "accounting",
      label: "accounting.journal.title",
      to: "accounting/journal",
      permission: "accounting.read",
      keywords: "しわけ 仕訳帳",
    },
    {
      section: "accounting",
      label: "accounting.trialBalance.title",
      to: "accounting/trial-balance",
      permission: "accounting.read",
      keywords: "しさんひょう",
    },
    {
      section: "accounting",
      label: "accounting.billed.title",
      to: "accounting/invoices",
      permission: "accounting.read",
      keywords: "せいきゅう 請求書",
    },
    {
      section: "accounting",
      label: "accounting.billedToUs.title",
      to: "accounting/bills",
      permission: "accounting.read",
      keywords: "しはらい 支払 買掛",
    },
  ],
  routes: [
    {
      path: "accounting/journal",
      title: "accounting.journal.title",
      permission: "accounting.read",
      page: () => import("./journal-list.page.tsx"),
    },
    {
      path: "accounting/journal/$entryId",
      title: "accounting.entry.title",
      permission: "accounting.read",
      page: () => import("./entry.page.tsx"),
    },
    {
      path: "accounting/trial-balance",
      title: "accounting.trialBalance.title",
      permission: "accounting.read",
      page: () => import("./trial-balance.page.tsx"),
    },
    {
      path: "accounting/invoices",
      title: "accounting.billed.title",
      permission: "accounting.read",
      page: () => import("./invoice-list.page.tsx"),
    },
    {
      path: "accounting/bills",
      title: "accounting.billedToUs.title",
      permission: "accounting.read",
      page: () => import("./bill-list.page.tsx"),
    },
  ],
};
