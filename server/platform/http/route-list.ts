import type { Route } from "./route.ts";

/** A route as the page of permissions lists it. */
export interface ListedRoute {
  readonly areaId: string;
  readonly method: string;
  /** With the prefix: `/api/v1/sales-orders/:id`. */
  readonly url: string;
  readonly kind: Route["kind"];
  /** `area.action`, or one of the words for routes outside a company. */
  readonly needs: string;
}

export const NEEDS_MEMBERSHIP = "member";

export function listed(areaId: string, { method, url, kind, access }: Route): ListedRoute {
  const needs = access.kind === "permission" ? access.permission : access.kind;
  return { areaId, method, url: `/api/v1${url}`, kind, needs };
}

/** The page docs/permissions.md: who may call what. */
export function permissionsPage(
  routes: readonly ListedRoute[],
  permissionsByRole: Readonly<Record<string, readonly string[]>>,
): string {
  const rolesOf = (needs: string) =>
    Object.entries(permissionsByRole)
      .flatMap(([role, granted]) => (granted.includes(needs) ? [role] : []))
      .join(", ") || "–";
  const permissions = [...new Set(Object.values(permissionsByRole).flat())].sort();
  const lines = [
    "# Permissions",
    "",
    "Written by `npm run api:types` from the routes and from domain/companies/permissions.ts.",
    "",
    "`public`: everybody; `signedIn`: anybody signed in; `member`: anybody who may act for the company named.",
    "",
  ];
  for (const areaId of [...new Set(routes.map((route) => route.areaId))]) {
    lines.push(`## ${areaId}`, "", "| route | kind | needs | roles |", "|---|---|---|---|");
    for (const { method, url, kind, needs } of routes.filter((route) => route.areaId === areaId)) {
      lines.push(`| \`${method} ${url}\` | ${kind} | ${needs} | ${rolesOf(needs)} |`);
    }
    lines.push("");
  }
  lines.push("## Roles", "", "| permission | roles |", "|---|---|");
  for (const permission of permissions) lines.push(`| ${permission} | ${rolesOf(permission)} |`);
  return `${lines.join("\n")}\n`;
}
