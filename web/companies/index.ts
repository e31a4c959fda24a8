import type { AppPages, AreaWeb } from "../platform/index.ts";
import { CompanySwitcher } from "./company-switcher.tsx";
import { LoginAgain, LoginPage } from "./login.page.tsx";
import en from "./messages.en.json";
import ja from "./messages.ja.json";
import { NoCompanyPage } from "./no-company.page.tsx";
import { UserMenu } from "./user-menu.tsx";

export const area: AreaWeb = {
  id: "companies",
  menu: [
    { section: "settings", label: "companies.profile.title", to: "settings/profile", keywords: "パスワード password" },
  ],
  routes: [{ path: "settings/profile", title: "companies.profile.title", page: () => import("./profile.page.tsx") }],
  messages: { ja, en },
};

/** Pages and parts of the frame this area gives to the platform. */
export const appPages: AppPages = {
  login: LoginPage,
  loginAgain: LoginAgain,
  noCompany: NoCompanyPage,
  home: () => import("./home.page.tsx"),
  frame: { CompanySwitcher, UserMenu },
};
