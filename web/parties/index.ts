import type { AreaWeb } from "../platform/index.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

export { findPartners } from "./find-partners.ts";

const read = "parties.read";
const write = "parties.write";

export const area: AreaWeb = {
  id: "parties",
  messages: { ja, en },
  menu: [
    {
      section: "masters",
      label: "parties.partners.title",
      to: "parties/partners",
      permission: read,
      keywords: "とりひきさき 得意先 仕入先 customer supplier",
    },
    { section: "network", label: "parties.links.title", to: "parties/links", permission: read, keywords: "れんけい" },
  ],
  actions: [{ label: "parties.partner.new", to: "parties/partners/new", permission: write }],
  routes: [
    {
      path: "parties/partners",
      title: "parties.partners.title",
      permission: read,
      page: () => import("./partner-list.page.tsx"),
    },
    {
      path: "parties/partners/new",
      title: "parties.partner.new",
      permission: write,
      page: () => import("./partner-new.page.tsx"),
    },
    {
      path: "parties/partners/import",
      title: "parties.import.title",
      permission: write,
      page: () => import("./partner-import.page.tsx"),
    },
    {
      path: "parties/partners/$partnerId",
      title: "parties.partner.title",
      permission: read,
      page: () => import("./partner.page.tsx"),
    },
    {
      path: "parties/partners/$partnerId/exchanged",
      title: "parties.exchanged.title",
      permission: "trade.bills",
      page: () => import("./exchanged.page.tsx"),
    },
    {
      path: "parties/partners/$partnerId/exchanged/$paperId",
      title: "parties.exchanged.paper",
      permission: "trade.bills",
      page: () => import("./earlier-paper.page.tsx"),
    },
    { path: "parties/links", title: "parties.links.title", permission: read, page: () => import("./links.page.tsx") },
  ],
};
