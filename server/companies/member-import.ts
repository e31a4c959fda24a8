import { type Member, type MemberTableRow, memberTable, ROLES, type Role } from "../../domain/companies/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import {
  decideRows,
  type ImportTarget,
  importRoutes,
  type Route,
  type RowDecision,
  type RowProblem,
  type Tx,
} from "../platform/index.ts";
import { hasAdministrator } from "./last-administrator.ts";
import { listMembers, setMember, todayOf } from "./member.store.ts";

interface MemberWrite {
  readonly email: string;
  readonly roles: readonly Role[];
  readonly endsOn: PlainDate | null;
}
type Decision = RowDecision<MemberTableRow, MemberWrite>;

function toRow({ email, roles, endsOn }: Member): MemberTableRow {
  return { email, ...Object.fromEntries(ROLES.map((role) => [role, roles.includes(role)])), endsOn } as MemberTableRow;
}

/**
 * Roles of the company's people from a file. New people are added one by one on the screen: whether somebody has an account is told
 * to nobody before they are added. Somebody who may give roles must stay.
 */
const memberTarget: ImportTarget<MemberTableRow, Tx, MemberWrite> = {
  spec: memberTable,
  async resolve(tx, rows, context) {
    const members = await listMembers(tx);
    const stored = new Map(members.map((member) => [member.email, { row: toRow(member) }]));
    const read = rows.map((row) => ({ ...row, values: { ...row.values, email: row.values.email.toLowerCase() } }));
    const day = await todayOf(tx);
    const decisions: Decision[] = decideRows(
      {
        spec: memberTable,
        find: (values) => stored.get(values.email),
        defaults: Object.fromEntries(ROLES.map((role) => [role, false])),
        problems: (wanted, found): RowProblem<MemberTableRow>[] => {
          const problems: RowProblem<MemberTableRow>[] = [];
          if (!found) problems.push({ field: "email", code: "MEMBER_UNKNOWN", values: { email: wanted.email } });
          if (!ROLES.some((role) => wanted[role])) problems.push({ field: "president", code: "ROLE_REQUIRED" });
          if (wanted.endsOn && wanted.endsOn < day) problems.push({ field: "endsOn", code: "ENDS_IN_PAST" });
          return problems;
        },
        action: (wanted) => ({
          email: wanted.email,
          roles: ROLES.filter((role) => wanted[role]),
          endsOn: wanted.endsOn ?? null,
        }),
      },
      read,
      context,
    );
    const changes = decisions.flatMap((decision) =>
      decision.does === "insert" || decision.does === "update" ? [decision.action] : [],
    );
    if (hasAdministrator(members, changes, day)) return decisions;
    // The row that takes the right away is the one to look at.
    return decisions.map((decision): Decision => {
      if (decision.does !== "update" || decision.action.roles.includes("admin")) return decision;
      if (!members.some((one) => one.email === decision.action.email && one.roles.includes("admin"))) return decision;
      return { does: "problem", problems: [{ field: "admin", code: "LAST_ADMINISTRATOR" }] };
    });
  },
  async apply(tx, actions) {
    for (const { action } of actions) await setMember(tx, action.email, action.roles, action.endsOn);
  },
};

export const memberImportRoutes: Route[] = importRoutes({
  area: "companies",
  path: "/members",
  // Who is administrator is read by everybody; the file is for those who decide it.
  permission: { read: "companies.members", write: "companies.members" },
  target: memberTarget,
  rows: async (tx) => (await listMembers(tx)).map(toRow),
  announces: "companies.member",
});
