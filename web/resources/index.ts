import type { AreaWeb } from "../platform/index.ts";
import en from "./messages.en.json";
import ja from "./messages.ja.json";

export { findWorkCenters } from "./find-work-centers.ts";

const read = "resources.read";

export const area: AreaWeb = {
  id: "resources",
  messages: { ja, en },
  menu: [
    {
      section: "masters",
      label: "resources.centers.title",
      to: "resources/work-centers",
      permission: read,
      keywords: "さぎょうく 機械 machine",
    },
    {
      section: "masters",
      label: "resources.calendars.title",
      to: "resources/calendars",
      permission: read,
      keywords: "かどう 休日 シフト holiday shift",
    },
    {
      section: "masters",
      label: "resources.people.title",
      to: "resources/people",
      permission: read,
      keywords: "さぎょうしゃ 暗証番号 PIN",
    },
  ],
  routes: [
    {
      path: "resources/work-centers",
      title: "resources.centers.title",
      permission: read,
      page: () => import("./work-center-list.page.tsx"),
    },
    {
      path: "resources/calendars",
      title: "resources.calendars.title",
      permission: read,
      page: () => import("./calendar-list.page.tsx"),
    },
    {
      path: "resources/calendars/$calendarId",
      title: "resources.calendar.title",
      permission: read,
      page: () => import("./calendar.page.tsx"),
    },
    {
      path: "resources/people",
      title: "resources.people.title",
      permission: read,
      page: () => import("./people-list.page.tsx"),
    },
    {
      path: "resources/work-centers/import",
      title: "resources.centers.import",
      permission: "resources.write",
      page: () => import("./work-center-import.page.tsx"),
    },
    {
      path: "resources/work-centers/$workCenterId",
      title: "resources.center.title",
      permission: read,
      page: () => import("./work-center.page.tsx"),
    },
    {
      path: "resources/calendars/import",
      title: "resources.days.import",
      permission: "resources.write",
      page: () => import("./calendar-day-import.page.tsx"),
    },
    {
      path: "resources/people/import",
      title: "resources.people.import",
      permission: "resources.write",
      page: () => import("./people-import.page.tsx"),
    },
  ],
};
