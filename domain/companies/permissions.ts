/**
 * Who may do what in a company. A member holds one or more roles; a role grants permissions named `area.action`.
 * Every route names one of these permissions, so this table is the whole answer to "may they?".
 */
export const ROLES = [
  "president",
  "sales",
  "production",
  "purchasing",
  "warehouse",
  "floor",
  "finance",
  "secretariat",
  "admin",
] as const;
export type Role = (typeof ROLES)[number];

/** Looking at the masters and at what is going on is open to everyone who plans or trades. */
const LOOK_AROUND = [
  "companies.read",
  "parties.read",
  "items.read",
  "resources.read",
  "inventory.read",
  "production.read",
  "quality.read",
  // Anyone may ask for something to be bought; purchasing approves.
  "purchasing.request",
] as const;
const SEE_TRADE = ["agreements.read", "trade.read", "sales.read", "purchasing.read"] as const;
const SEE_ALL = [
  ...LOOK_AROUND,
  ...SEE_TRADE,
  "trade.bills",
  "planning.read",
  "accounting.read",
  "network.read",
] as const;

/** Permissions by role. To add one, name it here first: a route with an unknown permission does not start. */
export const PERMISSIONS_BY_ROLE = {
  president: [
    ...SEE_ALL,
    "companies.settings",
    "parties.write",
    "agreements.write",
    "sales.write",
    "sales.confirm",
    "purchasing.write",
    "purchasing.order",
    "planning.plan",
    "planning.promise",
    "network.dispatch",
    "network.manage",
  ],
  sales: [
    ...LOOK_AROUND,
    ...SEE_TRADE,
    "planning.read",
    "planning.promise",
    "network.read",
    "parties.write",
    "agreements.write",
    "sales.write",
    "sales.confirm",
    "sales.ship",
    "sales.bill",
    "trade.bills",
    "network.dispatch",
  ],
  production: [
    ...LOOK_AROUND,
    ...SEE_TRADE,
    "planning.read",
    "network.read",
    "items.write",
    "resources.write",
    "inventory.move",
    "production.write",
    "production.report",
    "quality.inspect",
    "planning.plan",
    "planning.promise",
  ],
  purchasing: [
    ...LOOK_AROUND,
    ...SEE_TRADE,
    "planning.read",
    "network.read",
    "parties.write",
    "items.write",
    "agreements.write",
    "inventory.move",
    "purchasing.write",
    "purchasing.order",
    "purchasing.receive",
    "trade.bills",
    "planning.plan",
    "planning.promise",
  ],
  warehouse: [
    ...LOOK_AROUND,
    "trade.read",
    "sales.read",
    "purchasing.read",
    // Stock that cannot be right stands among the plan's exceptions.
    "planning.read",
    "inventory.move",
    "inventory.adjust",
    "sales.ship",
    "purchasing.receive",
    "quality.inspect",
  ],
  floor: ["companies.read", "items.read", "resources.read", "production.read", "production.report", "quality.read"],
  finance: [
    ...SEE_ALL,
    "parties.write",
    "sales.bill",
    "accounting.write",
    "accounting.pay",
    "accounting.close",
    "inventory.adjust",
  ],
  secretariat: [
    ...SEE_ALL,
    "parties.write",
    "agreements.write",
    "sales.write",
    "sales.confirm",
    "network.dispatch",
    "network.manage",
  ],
  admin: ["companies.settings", "companies.members", ...SEE_ALL, "parties.write", "items.write", "resources.write"],
} as const satisfies Record<Role, readonly `${string}.${string}`[]>;

export type Permission = (typeof PERMISSIONS_BY_ROLE)[Role][number];

/** Every permission there is, sorted. */
export const PERMISSIONS: readonly Permission[] = [...new Set(Object.values(PERMISSIONS_BY_ROLE).flat())].sort();

const grantsByRoles = new Map<string, ReadonlySet<string>>();

/**
 * What a member with these roles may do. A role this table does not know grants nothing.
 * The answer is kept per combination of roles, because every request asks.
 */
export function permissionsOf(roles: readonly string[]): ReadonlySet<string> {
  const key = roles.join(" ");
  let grants = grantsByRoles.get(key);
  if (!grants) {
    grants = new Set(roles.flatMap((role) => (isRole(role) ? PERMISSIONS_BY_ROLE[role] : [])));
    grantsByRoles.set(key, grants);
  }
  return grants;
}

function isRole(role: string): role is Role {
  return Object.hasOwn(PERMISSIONS_BY_ROLE, role);
}
