import type { AreaWeb } from "../platform/index.ts";
import { toInspect } from "./home.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

export const area: AreaWeb = {
  id: "quality",
  messages: { ja, en },
  homeTasks: [toInspect],
  menu: [
    {
      section: "quality",
      label: "quality.waiting.title",
      to: "quality/waiting",
      permission: "quality.read",
      keywords: "うけいれけんさ 検収 receiving",
    },
    {
      section: "quality",
      label: "quality.inspections.title",
      to: "quality/inspections",
      permission: "quality.read",
      keywords: "けんさ 最終検査 inspection",
    },
    {
      section: "quality",
      label: "quality.plans.title",
      to: "quality/plans",
      permission: "quality.read",
      keywords: "けんさきじゅん 規格 公差",
    },
    {
      section: "quality",
      label: "quality.lots.title",
      to: "quality/lots",
      permission: "quality.read",
      keywords: "ろっと 系譜 トレーサビリティ trace",
    },
  ],
  routes: [
    {
      path: "quality/waiting",
      title: "quality.waiting.title",
      permission: "quality.read",
      page: () => import("./waiting.page.tsx"),
    },
    {
      path: "quality/waiting/$deliveryId/$lineNumber",
      title: "quality.inspect.title",
      permission: "quality.inspect",
      page: () => import("./inspect.page.tsx"),
    },
    {
      path: "quality/inspections",
      title: "quality.inspections.title",
      permission: "quality.read",
      page: () => import("./inspection-list.page.tsx"),
    },
    {
      path: "quality/inspections/$inspectionId",
      title: "quality.inspection.title",
      permission: "quality.read",
      page: () => import("./inspection.page.tsx"),
    },
    {
      path: "quality/plans",
      title: "quality.plans.title",
      permission: "quality.read",
      page: () => import("./plan-list.page.tsx"),
    },
    {
      path: "quality/plans/new",
      title: "quality.plan.new",
      permission: "quality.inspect",
      page: () => import("./new-plan.page.tsx"),
    },
    {
      path: "quality/plans/$itemId/$kind",
      title: "quality.plan.title",
      permission: "quality.read",
      page: () => import("./plan.page.tsx"),
    },
    {
      path: "quality/lots",
      title: "quality.lots.title",
      permission: "quality.read",
      page: () => import("./lot-list.page.tsx"),
    },
    {
      path: "quality/lots/$lotId",
      title: "quality.lot.title",
      permission: "quality.read",
      page: () => import("./lot.page.tsx"),
    },
  ],
};
