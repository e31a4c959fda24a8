import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { OperatorMessage, projectRoot, type RolePasswords } from "../embedded/index.ts";
import { scramVerifier } from "./scram.ts";

/** The roles that log in: the server, the login library, the jobs. */
export type LoginRole = "app" | "auth" | "job";
const LOGIN_ROLES: readonly LoginRole[] = ["app", "auth", "job"];
const ROLES: readonly string[] = ["owner", "guard", ...LOGIN_ROLES];

/** Roles belong to the cluster: two installations on one server tell them apart by a prefix. */
export const ROLE_PREFIX = "musubi";

const ROLE_NAME = /\bmusubi_(owner|guard|app|auth|job)\b/g;

/** SQL written with the usual role names, for an installation with its own prefix. */
export function withRolePrefix(sql: string, prefix: string): string {
  return prefix === ROLE_PREFIX ? sql : sql.replace(ROLE_NAME, `${prefix}_$1`);
}

/**
 * How one of the login roles connects to the database the administrator connects to.
 * @param admin from `openEmbedded` or `parseDatabaseUrl`
 */
export function roleConfig(
  admin: pg.ClientConfig,
  role: LoginRole,
  passwords: RolePasswords,
  rolePrefix: string = ROLE_PREFIX,
): pg.ClientConfig {
  const { host, port, database, ssl } = admin;
  return { host, port, database, ssl, user: `${rolePrefix}_${role}`, password: passwords[role] };
}

/**
 * Reads a DATABASE_URL into its parts (a socket folder, sslmode, and the usual PG* defaults included), because the
 * other roles connect to the same place under other names.
 */
export function parseDatabaseUrl(url: string): pg.ClientConfig {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url });
  return { host, port, user, password: password ?? undefined, database, ssl };
}

/** Passwords of the login roles derived from one secret, so that every server of an installation finds the same. */
export function derivePasswords(secret: string): RolePasswords {
  const derive = (role: LoginRole) => createHmac("sha256", secret).update(`musubi role ${role}`).digest("base64url");
  return { app: derive("app"), auth: derive("auth"), job: derive("job") };
}

/**
 * Makes the roles and what they may do with this database; leaves them alone when the DBA made them.
 * @throws OperatorMessage ROLES_MISSING, DATABASE_NOT_OURS, SERVER_LOGS_IN_AS_OWNER
 */
export async function ensureRoles(admin: pg.Client, rolePrefix: string): Promise<void> {
  const name = (role: string) => `${rolePrefix}_${role}`;
  const { rows } = await admin.query<{ user: string; createsRoles: boolean; holds: boolean }>(
    `select current_user as "user", rolsuper or rolcreaterole as "createsRoles",
            (select count(*) = 5 and coalesce(bool_and(r.rolname not in ($1, $2) or pg_has_role(current_user, r.oid, 'member')), false)
               from pg_roles r where r.rolname = any ($3)) as holds
       from pg_roles where rolname = current_user`,
    [name("owner"), name("guard"), ROLES.map(name)],
  );
  const me = rows[0];
  if (!me) throw new Error("the current role is not in pg_roles");
  if (ROLES.map(name).includes(me.user)) throw logsInAsRole(me.user);
  if (me.createsRoles) await retryRaces(() => admin.query(rolesSql(rolePrefix)));
  else if (!me.holds) throw rolesMissing(me.user);
  await grantDatabase(admin, rolePrefix);
}

/** Who may connect to and create in this database. Not copied with a template, so test databases ask for it again. */
export async function grantDatabase(admin: pg.Client, rolePrefix: string = ROLE_PREFIX): Promise<void> {
  const { rows } = await admin.query<{ database: string; owns: boolean }>(
    `select datname as database, pg_has_role(current_user, datdba, 'member') as owns
       from pg_database where datname = current_database()`,
  );
  const database = pg.escapeIdentifier(rows[0]?.database ?? "");
  if (rows[0]?.owns) {
    const sql = `revoke all on database ${database} from public;
      revoke all on schema public from public;
      grant connect on database ${database} to musubi_app, musubi_auth, musubi_job;
      grant create, connect on database ${database} to musubi_owner, musubi_guard;`;
    await retryRaces(() => admin.query(withRolePrefix(sql, rolePrefix)));
    return;
  }
  const granted = await admin.query<{ ok: boolean }>(
    `select bool_and(has_database_privilege($1, current_database(), 'create')
                     and has_database_privilege($2, current_database(), 'connect')) as ok`,
    [`${rolePrefix}_owner`, `${rolePrefix}_app`],
  );
  if (!granted.rows[0]?.ok) throw databaseNotOurs(database);
}

/**
 * Gives the login roles their passwords where they cannot log in with them yet.
 * @throws OperatorMessage ROLE_CANNOT_LOG_IN when the migrator may not set them either
 */
export async function ensurePasswords(
  admin: pg.Client,
  config: pg.ClientConfig,
  passwords: RolePasswords,
  rolePrefix: string,
): Promise<void> {
  for (const role of LOGIN_ROLES) {
    const target = roleConfig(config, role, passwords, rolePrefix);
    if (await canLogIn(target)) continue;
    const user = pg.escapeIdentifier(`${rolePrefix}_${role}`);
    const verifier = pg.escapeLiteral(scramVerifier(passwords[role]));
    try {
      await retryRaces(() => admin.query(`alter role ${user} password ${verifier}`));
    } catch (cause) {
      throw cannotLogIn(target.user ?? "", cause);
    }
    if (!(await canLogIn(target))) throw cannotLogIn(target.user ?? "");
  }
}

function rolesSql(rolePrefix: string): string {
  return withRolePrefix(readFileSync(join(projectRoot(), "server/platform/db/roles.sql"), "utf8"), rolePrefix);
}

/** Two migrations of one cluster may touch the same catalog row; the loser of the race asks again. */
async function retryRaces<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const isRace = error instanceof Error && /tuple concurrently (updated|deleted)/.test(error.message);
      if (!isRace || attempt === 10) throw error;
    }
  }
}

async function canLogIn(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(config);
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (["28P01", "28000"].includes((error as { code?: string }).code ?? "")) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

function rolesMissing(user: string): OperatorMessage {
  return new OperatorMessage("ROLES_MISSING", {
    ja: `データベースのロールがありません。管理者に server/platform/db/roles.sql の実行と「grant musubi_owner, musubi_guard to ${user}」を依頼するか、CREATEROLE権限を持つユーザーで DATABASE_URL を指定してください。`,
    en: `The database's roles are missing. Have the DBA run server/platform/db/roles.sql and "grant musubi_owner, musubi_guard to ${user}", or name a user with CREATEROLE in DATABASE_URL.`,
  });
}

function databaseNotOurs(database: string): OperatorMessage {
  return new OperatorMessage("DATABASE_NOT_OURS", {
    ja: `データベース ${database} の所有者ではないため、権限を設定できません。データベースの所有者で DATABASE_URL を指定するか、管理者に「grant create, connect on database ${database} to musubi_owner, musubi_guard」と「grant connect on database ${database} to musubi_app, musubi_auth, musubi_job」を依頼してください。`,
    en: `The user does not own database ${database} and cannot set its privileges. Name its owner in DATABASE_URL, or have the DBA run "grant create, connect on database ${database} to musubi_owner, musubi_guard" and "grant connect on database ${database} to musubi_app, musubi_auth, musubi_job".`,
  });
}

function logsInAsRole(user: string): OperatorMessage {
  return new OperatorMessage("SERVER_LOGS_IN_AS_OWNER", {
    ja: `DATABASE_URL のユーザー ${user} は本プログラム自身のロールです。会社間の壁を守るため、移行用の別のユーザー（データベースの所有者）を指定してください。`,
    en: `DATABASE_URL logs in as ${user}, one of the program's own roles. One role for everything is no wall: name another user, the owner of the database, for migrations.`,
  });
}

function cannotLogIn(user: string, cause?: unknown): OperatorMessage {
  return new OperatorMessage(
    "ROLE_CANNOT_LOG_IN",
    {
      ja: `ロール ${user} でログインできません。管理者がパスワードを管理している場合は、環境変数 MUSUBI_DB_PASSWORD_APP、_AUTH、_JOB に指定してください。`,
      en: `Role ${user} cannot log in. Where the DBA keeps the passwords, give them in MUSUBI_DB_PASSWORD_APP, _AUTH and _JOB.`,
    },
    { cause },
  );
}
