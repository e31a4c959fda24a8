import { query } from "../../server/platform/db/index.ts";
import type { Databases, Tx } from "../../server/platform/index.ts";
import type { CompanyRow, GroupRow } from "../records.ts";

/** Taking companies and groups on is the operator's act, done with the login role; loading is the only caller here. */
export async function foundCompany(databases: Databases, id: string, company: CompanyRow): Promise<void> {
  try {
    await databases.auth.query("select guard.found_company($1, $2, $3, $4, $5, $6)", [
      id,
      company.code,
      company.name,
      company.nameEn,
      company.kana,
      company.isWindow,
    ]);
  } catch (error) {
    if (!isKnown(error, "company_pkey")) throw error;
  }
}

export async function foundMember(
  databases: Databases,
  member: { readonly userId: string; readonly companyId: string; readonly roles: readonly string[] },
): Promise<void> {
  await databases.auth.query("select guard.found_member($1, $2, $3)", [member.userId, member.companyId, member.roles]);
}

/** @param members company, the name it joins under, and its processes */
export async function foundGroup(
  databases: Databases,
  group: { readonly id: string; readonly windowId: string } & Pick<GroupRow, "name" | "nameEn" | "purpose">,
  members: readonly { readonly companyId: string; readonly name: string; readonly processCodes: readonly string[] }[],
): Promise<void> {
  try {
    await databases.auth.query("select guard.found_group($1, $2, $3, $4, $5)", [
      group.id,
      group.name,
      group.nameEn,
      group.windowId,
      group.purpose,
    ]);
  } catch (error) {
    if (!isKnown(error, "company_group_pkey")) throw error;
  }
  for (const { companyId, name, processCodes } of members)
    await databases.auth.query("select guard.join_group($1, $2, $3, $4)", [group.id, companyId, name, processCodes]);
}

/** Already there under the same id: made by the same load before it was interrupted. */
function isKnown(error: unknown, constraint: string): boolean {
  const { code, constraint: broken } = error as { code?: string; constraint?: string };
  return code === "23505" && broken === constraint;
}

/** What a company says of itself beyond its name, and that others may find it. */
export async function describeCompany(tx: Tx, company: CompanyRow): Promise<void> {
  await query(
    tx,
    `update app.company set corporate_number = $2, registration_number = $3, postal_code = $4, address = $5, phone = $6, capital_yen = $7, employee_count = $8, published = true, version = version + 1
      where company_id = $1`,
    [
      tx.companyId,
      company.corporateNumber,
      company.registrationNumber,
      company.postalCode,
      company.address,
      company.phone,
      company.capitalYen,
      company.employeeCount,
    ],
  );
}

/** A member signs for itself that the window may place, change and cancel trades between members within their agreements. */
export async function signDispatch(tx: Tx, groupId: string): Promise<void> {
  await query(tx, "select guard.sign_dispatch($1)", [groupId]);
}

/** A company's plan answers the window's questions for dates, and lets it hold what it answers. */
export async function answerDates(tx: Tx, windowId: string): Promise<void> {
  await query(tx, "update app.partner set answers_dates = true where company_id = $1 and linked_company_id = $2", [
    tx.companyId,
    windowId,
  ]);
}

/** Whether people work here who are not of a sample: their addresses end in `.example`, which no mail server has. */
export async function holdsOtherPeople(databases: Databases): Promise<boolean> {
  const { rows } = await databases.auth.query<{ found: boolean }>(
    `select exists (select from auth."user" where email not like '%.example') found`,
  );
  return rows[0]!.found;
}

/** The id of a person an interrupted load has made already; undefined for a new one. */
export async function findPerson(databases: Databases, email: string): Promise<string | undefined> {
  const { rows } = await databases.auth.query<{ id: string }>('select id from auth."user" where email = $1', [email]);
  return rows[0]?.id;
}
