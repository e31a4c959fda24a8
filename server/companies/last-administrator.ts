import type { Member } from "../../domain/companies/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";

/** Somebody must stay who can give roles, and without an end: otherwise the company locks itself out. */
export function hasAdministrator(
  members: readonly Member[],
  changes: readonly (Pick<Member, "email" | "endsOn"> & { readonly roles: readonly string[] })[],
  today: PlainDate,
): boolean {
  const changed = new Set(changes.map((change) => change.email));
  const after = [
    ...members.filter((member) => !changed.has(member.email)),
    ...changes.map((change) => ({ ...change, validFrom: today })),
  ];
  return after.some((member) => member.roles.includes("admin") && member.endsOn === null && member.validFrom <= today);
}
