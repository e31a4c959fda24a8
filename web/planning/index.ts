import type { AreaWeb } from "../platform/index.ts";
import { finishColumns, finishFacts } from "./expected-finish.tsx";
import { exceptionCard } from "./home.tsx";
import { exceptionTasks } from "./home-tasks.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

const read = "planning.read";
const plan = "planning.plan";

export const area: AreaWeb = {
  id: "planning",
  messages: { ja, en },
  homePanels: [
    {
      id: "planning.when",
      permission: read,
      roles: ["sales", "president", "production"],
      title: "planning.when.title",
      panel: () => import("./when.panel.tsx"),
    },
    {
      id: "planning.exceptions",
      permission: read,
      roles: ["president", "production", "purchasing"],
      title: "planning.exceptions.byOwner",
      panel: () => import("./exceptions.panel.tsx"),
    },
    {
      id: "planning.load",
      permission: read,
      roles: ["president", "production", "purchasing", "secretariat"],
      title: "planning.load.title",
      panel: () => import("./load.panel.tsx"),
    },
  ],
  menu: [
    {
      section: "planning",
      label: "planning.when.title",
      to: "planning/when",
      permission: read,
      keywords: "のうき 納期 回答 いつ promise due date CTP ctp",
    },
    {
      section: "planning",
      label: "planning.promises.title",
      to: "planning/promises",
      permission: read,
      keywords: "のうき かりおさえ 仮押さえ hold",
    },
    {
      section: "planning",
      label: "planning.orders.title",
      to: "planning/orders",
      permission: read,
      keywords: "けいかく 所要量計算 MRP mrp",
    },
    {
      section: "planning",
      label: "planning.exceptions.title",
      to: "planning/exceptions",
      permission: read,
      keywords: "れいがい 例外受信箱 納期 前倒し 督促 exception inbox",
    },
    {
      section: "planning",
      label: "planning.whatIf.title",
      to: "planning/what-if",
      permission: plan,
      keywords: "もしも 試算 シミュレーション what if simulation",
    },
    {
      section: "planning",
      label: "planning.lots.title",
      to: "planning/lots",
      permission: plan,
      keywords: "ロット 段取 平準化 山崩し 能力 lot sizing set-up levelling capacity",
    },
    {
      section: "planning",
      label: "planning.board.title",
      to: "planning/board",
      permission: read,
      keywords: "にっていけいかく 日程計画 ガント 負荷 schedule gantt",
    },
    {
      section: "planning",
      label: "planning.learned.title",
      to: "planning/learned",
      permission: read,
      keywords: "じっせき 標準時間 リードタイム 工数 learned standard time",
    },
    {
      section: "planning",
      label: "planning.forecasts.title",
      to: "planning/forecasts",
      permission: read,
      keywords: "ないじ 予測 forecast",
    },
  ],
  actions: [
    { label: "planning.forecast.import", to: "planning/forecasts/import", permission: plan },
    { label: "planning.learned.import", to: "planning/learned/import", permission: plan },
  ],
  routes: [
    {
      path: "planning/when",
      title: "planning.when.title",
      permission: read,
      page: () => import("./when.page.tsx"),
    },
    {
      path: "planning/promises",
      title: "planning.promises.title",
      permission: read,
      page: () => import("./promise-list.page.tsx"),
    },
    {
      path: "planning/promises/$promiseId",
      title: "planning.promise.title",
      permission: read,
      page: () => import("./promise.page.tsx"),
    },
    {
      path: "planning/what-if",
      title: "planning.whatIf.title",
      permission: plan,
      page: () => import("./what-if.page.tsx"),
    },
    {
      path: "planning/lots",
      title: "planning.lots.title",
      permission: plan,
      page: () => import("./capacity-lots.page.tsx"),
    },
    {
      path: "planning/board",
      title: "planning.board.title",
      permission: read,
      page: () => import("./board.page.tsx"),
    },
    {
      path: "planning/orders",
      title: "planning.orders.title",
      permission: read,
      page: () => import("./order-list.page.tsx"),
    },
    {
      path: "planning/orders/$runId/$seq",
      title: "planning.order.title",
      permission: read,
      page: () => import("./planned-order.page.tsx"),
    },
    {
      path: "planning/exceptions",
      title: "planning.exceptions.title",
      permission: read,
      page: () => import("./exception-list.page.tsx"),
    },
    {
      path: "planning/items/$itemId",
      title: "planning.timeline.title",
      permission: read,
      page: () => import("./timeline.page.tsx"),
    },
    {
      path: "planning/learned",
      title: "planning.learned.title",
      permission: read,
      page: () => import("./learned.page.tsx"),
    },
    {
      path: "planning/learned/lead-times",
      title: "planning.learned.leadTimes",
      permission: read,
      page: () => import("./learned-lead-times.page.tsx"),
    },
    {
      path: "planning/learned/queues",
      title: "planning.learned.queues",
      permission: read,
      page: () => import("./learned-queues.page.tsx"),
    },
    {
      path: "planning/learned/events",
      title: "planning.log.title",
      permission: read,
      page: () => import("./production-event-list.page.tsx"),
    },
    {
      path: "planning/learned/imports",
      title: "planning.log.imports",
      permission: read,
      page: () => import("./production-event-imports.page.tsx"),
    },
    {
      path: "planning/learned/import",
      title: "planning.learned.import",
      permission: plan,
      page: () => import("./learned-import.page.tsx"),
    },
    {
      path: "planning/forecasts",
      title: "planning.forecasts.title",
      permission: read,
      page: () => import("./forecast-list.page.tsx"),
    },
    {
      path: "planning/forecasts/import",
      title: "planning.forecast.import",
      permission: plan,
      page: () => import("./forecast-import.page.tsx"),
    },
  ],
  homeTasks: [exceptionTasks],
  homeCards: [exceptionCard],
  addedColumns: finishColumns,
  addedFacts: finishFacts,
};
