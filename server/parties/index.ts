import { type AreaServer, type HttpStatus, withFiles } from "../platform/index.ts";
import { linkRoutes } from "./link.routes.ts";
import { listFiles } from "./list-files.ts";
import { partnerRoutes } from "./partner.routes.ts";
import { partnerImportRoutes } from "./partner-import.ts";

const refusalStatus = { LINK_EXISTS: 409, LINK_ANSWERED: 409 } satisfies Record<string, HttpStatus>;

export const area: AreaServer = {
  id: "parties",
  title: { ja: "取引先", en: "Parties" },
  routes: withFiles([...partnerImportRoutes, ...partnerRoutes, ...linkRoutes], listFiles),
  refusalStatus,
};
