import type { FastifyInstance } from "fastify";
import { PERMISSIONS_BY_ROLE, permissionsOf } from "../domain/companies/index.ts";
import { type AppOptions, type AreaServer, buildApp as buildPlatformApp } from "./platform/http/index.ts";

/** Who may do what, for the page of permissions. */
export const permissionsByRole = PERMISSIONS_BY_ROLE;

/** The areas of the product, lowest first (checks/areas.cjs). An area joins by a line here. */
export const areas: readonly AreaServer[] = [];

export type ServerOptions = Omit<AppOptions, "areas" | "permissionsByRole" | "permissionsOf"> & {
  /** All areas unless a test wants its own. */
  readonly areas?: readonly AreaServer[];
};

/** Wires the product's areas and permissions into the HTTP server; it does not listen yet. */
export function buildApp(options: ServerOptions): Promise<FastifyInstance> {
  return buildPlatformApp({ areas, ...options, permissionsByRole: PERMISSIONS_BY_ROLE, permissionsOf });
}
