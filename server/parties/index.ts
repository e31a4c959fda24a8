import type { AreaServer, HttpStatus } from "../platform/index.ts";
import { linkRoutes } from "./link.routes.ts";
import { partnerRoutes } from "./partner.routes.ts";
import { partnerImportRoutes } from "./partner-import.ts";

const refusalStatus = { LINK_EXISTS: 409, LINK_ANSWERED: 409 } satisfies Record<string, HttpStatus>;

export const area: AreaServer = {
  id: "parties",
  title: { ja: "取引先", en: "Parties" },
  routes: [...partnerImportRoutes, ...partnerRoutes, ...linkRoutes],
  refusalStatus,
};
