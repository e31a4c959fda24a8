import type { AppPages, AreaWeb } from "../platform/index.ts";
import { CompanySwitcher } from "./company-switcher.tsx";
import { LoginAgain, LoginPage } from "./login.page.tsx";
import en from "./messages.en.json";
import ja from "./messages.ja.json";
import { NoCompanyPage } from "./no-company.page.tsx";
import { NotificationBell } from "./notification-bell.tsx";
import { UserMenu } from "./user-menu.tsx";

export { HistoryPanel } from "./history-panel.tsx";
export { useTargets } from "./use-targets.ts";

export const area: AreaWeb = {
  id: "companies",
  menu: [
    { section: "settings", label: "companies.profile.title", to: "settings/profile", keywords: "パスワード password" },
    {
      section: "settings",
      label: "companies.settings.title",
      to: "settings/company",
      permission: "companies.read",
      keywords: "かいしゃ 登録番号 company",
    },
    {
      section: "settings",
      label: "companies.target.title",
      to: "settings/targets",
      permission: "companies.read",
      keywords: "もくひょう KPI target",
    },
    {
      section: "settings",
      label: "companies.members.title",
      to: "settings/members",
      permission: "companies.read",
      keywords: "りようしゃ 権限 代行 users roles mandate",
    },
    {
      section: "settings",
      label: "companies.accesses.title",
      to: "settings/accesses",
      permission: "companies.read",
      keywords: "アクセス access",
    },
  ],
  routes: [
    { path: "settings/profile", title: "companies.profile.title", page: () => import("./profile.page.tsx") },
    {
      path: "settings/company",
      title: "companies.settings.title",
      permission: "companies.read",
      page: () => import("./company-settings.page.tsx"),
    },
    {
      path: "settings/targets",
      title: "companies.target.title",
      permission: "companies.read",
      page: () => import("./targets.page.tsx"),
    },
    {
      path: "settings/members",
      title: "companies.members.title",
      permission: "companies.read",
      page: () => import("./members.page.tsx"),
    },
    {
      path: "settings/members/import",
      title: "companies.members.import",
      permission: "companies.members",
      page: () => import("./member-import.page.tsx"),
    },
    {
      path: "settings/accesses",
      title: "companies.accesses.title",
      permission: "companies.read",
      page: () => import("./accesses.page.tsx"),
    },
  ],
  messages: { ja, en },
};

/** Pages and parts of the frame this area gives to the platform. */
export const appPages: AppPages = {
  login: LoginPage,
  loginAgain: LoginAgain,
  noCompany: NoCompanyPage,
  home: () => import("./home.page.tsx"),
  frame: { CompanySwitcher, NotificationBell, UserMenu },
};
