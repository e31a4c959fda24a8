import type { AreaWeb } from "../platform/index.ts";
import { farEndTasks } from "./far-end-tasks.ts";
import { inboxTasks } from "./inbox-tasks.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";
import { reportTasks } from "./report-tasks.ts";
import { stuckTasks } from "./stuck-tasks.ts";
import { waitingTasks } from "./waiting-tasks.ts";

const read = "network.read";

export const area: AreaWeb = {
  id: "network",
  messages: { ja, en },
  menu: [
    {
      section: "network",
      label: "network.chains.title",
      to: "network/chains",
      permission: read,
      keywords: "ちぇーん 進捗 納期",
    },
    {
      section: "network",
      label: "network.chainPromise.ask",
      to: "network/chain-promises/ask",
      permission: "network.dispatch",
      keywords: "のうき 納期回答 仮押さえ といあわせ",
    },
    {
      section: "network",
      label: "network.chainPromise.title",
      to: "network/chain-promises",
      permission: "network.dispatch",
      keywords: "かりおさえ 納期",
    },
    {
      section: "network",
      label: "network.waiting.title",
      to: "network/orders",
      permission: "network.dispatch",
      keywords: "ふりわけ",
    },
    {
      section: "network",
      label: "network.farEnd.title",
      to: "network/far-end",
      permission: "network.dispatch",
      keywords: "ちょくそう けんしゅう 直送",
    },
    {
      section: "network",
      label: "network.report.title",
      to: "network/far-end-reports",
      permission: "sales.ship",
      keywords: "ちょくそう けんしゅう ほうこく 直送",
    },
    {
      section: "network",
      label: "network.stuck.title",
      to: "network/stuck",
      permission: "network.dispatch",
      keywords: "ことわり 納期遅れ 頼み直し",
    },
    { section: "network", label: "network.inbox.title", to: "network/changes", permission: read, keywords: "へんこう" },
    {
      section: "network",
      label: "network.rules.title",
      to: "network/rules",
      permission: read,
      keywords: "ふりわけ ルール",
    },
    {
      section: "network",
      label: "network.groups.title",
      to: "network/groups",
      permission: read,
      keywords: "だんたい 組合",
    },
  ],
  actions: [
    {
      label: "network.orders.import",
      to: "network/orders/import",
      permission: "network.dispatch",
      keywords: "とりこみ csv xlsx",
    },
    {
      label: "network.order.new",
      to: "network/orders/new",
      permission: "network.dispatch",
      keywords: "じゅちゅう 受注",
    },
  ],
  routes: [
    {
      path: "network/chains",
      title: "network.chains.title",
      permission: read,
      page: () => import("./chain-list.page.tsx"),
    },
    {
      path: "network/chains/$chainId",
      title: "network.chain.title",
      permission: read,
      page: () => import("./chain.page.tsx"),
    },
    {
      path: "network/chain-promises",
      title: "network.chainPromise.title",
      permission: read,
      page: () => import("./chain-promise-list.page.tsx"),
    },
    {
      path: "network/chain-promises/ask",
      title: "network.chainPromise.ask",
      permission: "network.dispatch",
      page: () => import("./chain-promise-ask.page.tsx"),
    },
    {
      path: "network/chain-promises/$promiseId",
      title: "network.chainPromise.one",
      permission: read,
      page: () => import("./chain-promise.page.tsx"),
    },
    {
      path: "network/orders",
      title: "network.waiting.title",
      permission: "network.dispatch",
      page: () => import("./waiting-list.page.tsx"),
    },
    {
      path: "network/orders/new",
      title: "network.order.new",
      permission: "network.dispatch",
      page: () => import("./order-new.page.tsx"),
    },
    {
      path: "network/orders/import",
      title: "network.orders.import",
      permission: "network.dispatch",
      page: () => import("./order-import.page.tsx"),
    },
    {
      path: "network/orders/$tradeId",
      title: "network.dispatch.title",
      permission: "network.dispatch",
      page: () => import("./dispatch.page.tsx"),
    },
    {
      path: "network/far-end",
      title: "network.farEnd.title",
      permission: "network.dispatch",
      page: () => import("./far-end.page.tsx"),
    },
    {
      path: "network/far-end-reports",
      title: "network.report.title",
      permission: "trade.read",
      page: () => import("./report-list.page.tsx"),
    },
    {
      path: "network/stuck",
      title: "network.stuck.title",
      permission: "network.dispatch",
      page: () => import("./stuck-list.page.tsx"),
    },
    { path: "network/changes", title: "network.inbox.title", permission: read, page: () => import("./inbox.page.tsx") },
    {
      path: "network/rules",
      title: "network.rules.title",
      permission: read,
      page: () => import("./rule-list.page.tsx"),
    },
    {
      path: "network/rules/import",
      title: "network.rules.import",
      permission: "network.manage",
      page: () => import("./rule-import.page.tsx"),
    },
    {
      path: "network/rules/$ruleId",
      title: "network.rule.title",
      permission: read,
      page: () => import("./rule.page.tsx"),
    },
    { path: "network/groups", title: "network.groups.title", permission: read, page: () => import("./group.page.tsx") },
  ],
  homeTasks: [waitingTasks, stuckTasks, farEndTasks, reportTasks, inboxTasks],
};
