import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { Locale, Person } from "../http/route.ts";

/** A company a person may enter, with the roles held there. */
export interface MyCompany {
  readonly companyId: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly color: string;
  readonly roles: readonly string[];
}

export async function personOf(pool: Pool, token: string): Promise<Person | null> {
  const { rows } = await pool.query<Person>({
    name: "login_person_of",
    text: `select u.id as "userId", u.name, u.email, u.locale from auth.session s join auth."user" u on u.id = s.user_id
            where s.token = $1 and s.expires_at > statement_timestamp()`,
    values: [token],
  });
  return rows[0] ?? null;
}

export async function companiesOf(pool: Pool, token: string): Promise<readonly MyCompany[]> {
  const { rows } = await pool.query<MyCompany>({
    name: "login_companies_of",
    text: `select company_id as "companyId", code, name, name_en as "nameEn", color, roles from guard.my_companies($1)`,
    values: [token],
  });
  return mergeRoles(rows);
}

/** One entry per company: a member who also holds a mandate there has the roles of both. */
function mergeRoles(rows: readonly MyCompany[]): MyCompany[] {
  const merged = new Map<string, MyCompany>();
  for (const row of rows) {
    const known = merged.get(row.companyId);
    merged.set(row.companyId, known ? { ...known, roles: [...new Set([...known.roles, ...row.roles])] } : row);
  }
  return [...merged.values()];
}

/** Sets the end anew when a day has gone by since it was set last; true when it did. */
export async function prolongSession(pool: Pool, token: string, days: number): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: "login_prolong",
    text: `update auth.session set expires_at = statement_timestamp() + make_interval(days => $2), updated_at = statement_timestamp()
            where token = $1 and expires_at > statement_timestamp() and updated_at < statement_timestamp() - interval '1 day'`,
    values: [token, days],
  });
  return rowCount === 1;
}

export async function endSession(pool: Pool, token: string): Promise<void> {
  await pool.query("delete from auth.session where token = $1", [token]);
}

export async function endOtherSessions(pool: Pool, userId: string, keptToken: string): Promise<void> {
  await pool.query("delete from auth.session where user_id = $1 and token <> $2", [userId, keptToken]);
}

export async function setLocale(pool: Pool, userId: string, locale: Locale): Promise<void> {
  await pool.query(`update auth."user" set locale = $2, updated_at = statement_timestamp() where id = $1`, [
    userId,
    locale,
  ]);
}

/** Person and password in one statement: never one without the other. Returns the known id when the e-mail is known. */
export async function insertPerson(
  pool: Pool,
  person: { id: string; email: string; name: string; locale: Locale },
  passwordHash: string,
): Promise<string> {
  await pool.query(
    `with made as (
       insert into auth."user" (id, name, email, email_verified, locale) values ($1, $2, $3, true, $4)
         on conflict (email) do nothing returning id)
     insert into auth.account (id, account_id, provider_id, user_id, password)
       select $5, id::text, 'credential', id, $6 from made`,
    [person.id, person.name, person.email, person.locale, randomUUID(), passwordHash],
  );
  const { rows } = await pool.query<{ id: string }>(`select id from auth."user" where email = $1`, [person.email]);
  return rows[0]!.id;
}
