import type { FastifyInstance } from "fastify";
import { PERMISSIONS_BY_ROLE, permissionsOf } from "../domain/companies/index.ts";
import { area as accounting, postHappenings } from "./accounting/index.ts";
import { area as agreements } from "./agreements/index.ts";
import { area as companies } from "./companies/index.ts";
import { area as inventory } from "./inventory/index.ts";
import { area as items } from "./items/index.ts";
import { followMember, area as network } from "./network/index.ts";
import { area as parties } from "./parties/index.ts";
import { connectPlanner, area as planning } from "./planning/index.ts";
import { type AppOptions, type AreaServer, buildApp as buildPlatformApp } from "./platform/http/index.ts";
import { reactTo } from "./platform/index.ts";
import { followTrades, area as production } from "./production/index.ts";
import { area as purchasing } from "./purchasing/index.ts";
import { area as quality } from "./quality/index.ts";
import { area as resources } from "./resources/index.ts";
import { area as sales } from "./sales/index.ts";
import { followLinesMoved, area as trade } from "./trade/index.ts";

/** Who may do what, for the page of permissions. */
export const permissionsByRole = PERMISSIONS_BY_ROLE;

/** The areas of the product, lowest first (checks/areas.cjs). An area joins by a line here. */
export const areas: readonly AreaServer[] = [
  companies,
  parties,
  items,
  resources,
  agreements,
  inventory,
  trade,
  sales,
  purchasing,
  production,
  planning,
  quality,
  accounting,
  network,
];

export type ServerOptions = Omit<AppOptions, "areas" | "permissionsByRole" | "permissionsOf"> & {
  /** All areas unless a test wants its own. */
  readonly areas?: readonly AreaServer[];
};

/** Who reacts to what happened in other areas; called once before anything is served, and by tests and loaders that use the services directly. */
export function wireReactions(): void {
  reactTo("accounting", postHappenings);
  reactTo("production", followTrades);
  followLinesMoved(followMember);
}

/** Wires the product's areas and permissions into the HTTP server; it does not listen yet. */
export function buildApp(options: ServerOptions): Promise<FastifyInstance> {
  wireReactions();
  connectPlanner(options.databases);
  return buildPlatformApp({ areas, ...options, permissionsByRole: PERMISSIONS_BY_ROLE, permissionsOf });
}
