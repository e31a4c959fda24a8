import { type AreaServer, type HttpStatus, withFiles } from "../platform/index.ts";
import { accessRoutes } from "./access.routes.ts";
import { jumpRoutes } from "./jump.routes.ts";
import { listFiles } from "./list-files.ts";
import { memberRoutes } from "./member.routes.ts";
import { memberImportRoutes } from "./member-import.ts";
import { notificationRoutes } from "./notification.routes.ts";
import { savedViewRoutes } from "./saved-view.routes.ts";
import { settingsRoutes } from "./settings.routes.ts";
import { targetRoutes } from "./target.routes.ts";

const refusalStatus = { LAST_ADMINISTRATOR: 409, MANDATE_ENDED: 409 } satisfies Record<string, HttpStatus>;

export const area: AreaServer = {
  id: "companies",
  title: { ja: "会社・利用者", en: "Companies and people" },
  routes: withFiles(
    [
      ...settingsRoutes,
      ...targetRoutes,
      ...memberImportRoutes,
      ...memberRoutes,
      ...accessRoutes,
      ...savedViewRoutes,
      ...jumpRoutes,
      ...notificationRoutes,
    ],
    listFiles,
  ),
  refusalStatus,
};
