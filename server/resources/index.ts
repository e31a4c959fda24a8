import { type AreaServer, withFiles } from "../platform/index.ts";
import { calendarRoutes } from "./calendar.routes.ts";
import { calendarImportRoutes } from "./calendar-import.ts";
import { floorPersonRoutes } from "./floor-person.routes.ts";
import { listFiles } from "./list-files.ts";
import { resourceImportRoutes } from "./resource-import.ts";
import { workCenterRoutes } from "./work-center.routes.ts";

export { checkPin } from "./check-pin.service.ts";

export const area: AreaServer = {
  id: "resources",
  title: { ja: "生産資源", en: "Resources" },
  routes: withFiles(
    [...calendarImportRoutes, ...resourceImportRoutes, ...calendarRoutes, ...workCenterRoutes, ...floorPersonRoutes],
    listFiles,
  ),
};
