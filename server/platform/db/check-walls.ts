import pg from "pg";

/** What the catalog must say before the server may serve anybody. Each query lists what is wrong; its message is told with it. */
const WALLS: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: "a login role may do more than log in",
    sql: "select rolname as found from pg_roles where rolname = any($1::text[]) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)",
  },
  {
    name: "a login role is a member of another role",
    sql: "select m.member::regrole::text as found from pg_auth_members m where m.member::regrole::text = any($1::text[])",
  },
  {
    name: "a login role owns a table",
    sql: "select relname as found from pg_class where relowner::regrole::text = any($1::text[])",
  },
  {
    name: "a login role may make temporary tables",
    sql: "select r as found from unnest($1::text[]) r where has_database_privilege(r, current_database(), 'temp')",
  },
  {
    name: "a table with a company does not force row-level security",
    sql: `select c.relname as found from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and $1::text[] is not null
      and exists (select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped and (a.attname like '%company_id' or a.attname in ('owner_id', 'seller_id', 'group_id', 'member_id')))
      and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`,
  },
  {
    name: "a definer function is not the guard's, or its path is open",
    sql: `select p.proname as found from pg_proc p where $1::text[] is not null and p.prosecdef and p.pronamespace in ('app'::regnamespace, 'guard'::regnamespace)
      and (p.proowner <> (select proowner from pg_proc where oid = 'guard.current_company()'::regprocedure) or not 'search_path=pg_catalog, pg_temp' = any (p.proconfig))`,
  },
  {
    name: "a view reads with its owner's rights",
    sql: "select relname as found from pg_class where $1::text[] is not null and relnamespace = 'app'::regnamespace and (relkind = 'm' or relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false))",
  },
  {
    name: "a grant of truncate, references or trigger",
    sql: "select table_name as found from information_schema.role_table_grants where grantee = any($1::text[]) and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')",
  },
];

/**
 * Asks the catalog, as the server's own role, whether the walls stand. The server refuses to start where they do not: one role for
 * everything, or a policy switched off by hand, is no wall.
 *
 * @param configs the three login roles; they must be three
 * @returns what is wrong, one sentence fragment each with the names found; empty when all stands
 */
export async function checkWalls(configs: {
  app: pg.ClientConfig;
  auth: pg.ClientConfig;
  job: pg.ClientConfig;
}): Promise<string[]> {
  const roles = [configs.app, configs.auth, configs.job].map((config) => String(config.user));
  if (new Set(roles).size < 3) return [`one role for everything: ${roles.join(", ")}`];
  const client = new pg.Client(configs.app);
  await client.connect();
  try {
    const wrong: string[] = [];
    for (const { name, sql } of WALLS) {
      const { rows } = await client.query<{ found: string }>(sql, [roles]);
      if (rows.length > 0) wrong.push(`${name}: ${rows.map((row) => row.found).join(", ")}`);
    }
    return wrong;
  } finally {
    await client.end();
  }
}
