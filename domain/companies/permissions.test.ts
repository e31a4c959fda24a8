import fc from "fast-check";
import { expect, test } from "vitest";
import { PERMISSIONS, permissionsOf, ROLES } from "./permissions.ts";

const cases = [
  { who: "a seller", roles: ["sales"], permission: "sales.confirm", may: true },
  { who: "a seller", roles: ["sales"], permission: "accounting.read", may: false },
  { who: "someone on the floor", roles: ["floor"], permission: "production.report", may: true },
  { who: "someone on the floor", roles: ["floor"], permission: "sales.read", may: false },
  { who: "a seller who also keeps the books", roles: ["sales", "finance"], permission: "accounting.close", may: true },
  { who: "an administrator", roles: ["admin"], permission: "companies.members", may: true },
  { who: "an administrator", roles: ["admin"], permission: "sales.write", may: false },
  { who: "a member without a role", roles: [], permission: "companies.read", may: false },
  { who: "a member with a role nobody knows", roles: ["toString"], permission: "companies.read", may: false },
];
test.each(cases)("$who: $permission is $may", ({ roles, permission, may }) => {
  expect(permissionsOf(roles).has(permission)).toBe(may);
});

test("more roles never take a permission away", () => {
  fc.assert(
    fc.property(fc.subarray([...ROLES]), fc.constantFrom(...ROLES), (roles, more) => {
      const before = permissionsOf(roles);
      const after = permissionsOf([...roles, more]);
      expect([...before].every((permission) => after.has(permission))).toBe(true);
    }),
  );
});

test("every permission is named area.action", () => {
  for (const permission of PERMISSIONS) expect(permission).toMatch(/^[a-z]+\.[a-z]+$/);
});
