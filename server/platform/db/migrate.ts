import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { OperatorMessage, projectRoot, type RolePasswords } from "../embedded/index.ts";
import { ensurePasswords, ensureRoles, ROLE_PREFIX, withRolePrefix } from "./roles.ts";

export type MigrateOptions = {
  log: (line: string) => void;
  /** Given: the login roles get these passwords. */
  passwords?: RolePasswords;
  rolePrefix?: string;
  /** Where the files `NNNN_*.sql` lie; the program's own by default. */
  folder?: string;
};

type Migration = { name: string; sql: string; sha256: string };

const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;
/** Any number, but always the same: two programs never migrate one database at once. */
const LOCK = 5_071_824_661n;
const OLDEST_SERVER = 150_000;

/**
 * Brings a database to this program's state: roles, privileges, then each migration file not applied yet, each in one
 * transaction and recorded with its checksum in `musubi_meta.migration`.
 * @param config superuser, or a user with CREATEROLE that owns the database, or its owner where a DBA ran roles.sql
 * @returns the names applied now, in order; none when nothing was to do
 * @throws OperatorMessage DATABASE_NEWER, MIGRATION_EDITED, MIGRATION_OUT_OF_ORDER, SERVER_TOO_OLD, NOT_UTF8 and those of `ensureRoles`
 */
export async function migrate(config: pg.ClientConfig, options: MigrateOptions): Promise<{ applied: string[] }> {
  const rolePrefix = options.rolePrefix ?? ROLE_PREFIX;
  const files = readMigrations(options.folder ?? join(projectRoot(), "db/migrations"));
  const client = new pg.Client(config);
  client.on("error", () => {}); // the running query reports it
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await assertServer(client);
    const recorded = await readRecord(client);
    const pending = comparePlan(files, recorded);
    await ensureRoles(client, rolePrefix);
    await prepareRecord(client, rolePrefix);
    const applied: string[] = [];
    for (const migration of pending) {
      options.log(`migration ${migration.name}`);
      await apply(client, migration, rolePrefix);
      applied.push(migration.name);
    }
    if (options.passwords) await ensurePasswords(client, config, options.passwords, rolePrefix);
    return { applied };
  } finally {
    await client.end().catch(() => {});
  }
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  const seen = new Map<string, string>();
  return names.sort().map((name) => {
    const number = FILE_NAME.exec(name)?.[1];
    if (number === undefined) throw new Error(`A migration is named NNNN_words.sql, not ${name}.`);
    const twin = seen.get(number);
    if (twin !== undefined) throw new Error(`Two migrations have the number ${number}: ${twin} and ${name}.`);
    seen.set(number, name);
    const sql = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n"); // git may have changed line ends
    return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}

async function assertServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; version: string; encoding: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version,
            current_setting('server_encoding') as encoding`,
  );
  const server = rows[0];
  if (!server || Number(server.number) < OLDEST_SERVER) {
    throw new OperatorMessage("SERVER_TOO_OLD", {
      ja: `PostgreSQL ${server?.version} には対応していません。PostgreSQL 15以降を使ってください。`,
      en: `PostgreSQL ${server?.version} is too old. Use PostgreSQL 15 or later.`,
    });
  }
  if (server.encoding !== "UTF8") {
    throw new OperatorMessage("NOT_UTF8", {
      ja: `データベースの文字コードは ${server.encoding} です。「create database … encoding 'UTF8' template template0」で作り直してください。`,
      en: `The database's encoding is ${server.encoding}. Create it with: create database … encoding 'UTF8' template template0.`,
    });
  }
}

async function readRecord(client: pg.Client): Promise<Map<string, string>> {
  const { rows: found } = await client.query("select to_regclass('musubi_meta.migration') is not null as known");
  if (!found[0]?.known) return new Map();
  const { rows } = await client.query<{ name: string; sha256: string }>(
    "select name, sha256 from musubi_meta.migration",
  );
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

/** What is to be applied, after making sure that what was applied is what this program knows. */
function comparePlan(files: Migration[], recorded: Map<string, string>): Migration[] {
  const known = new Set(files.map(({ name }) => name));
  const strangers = [...recorded.keys()].filter((name) => !known.has(name)).sort();
  if (strangers.length > 0) {
    const list = strangers.join(", ");
    throw new OperatorMessage("DATABASE_NEWER", {
      ja: `データベースはこのプログラムより新しい版のものです（このプログラムにない移行: ${list}）。新しい版のMusubiで起動してください。`,
      en: `The database is newer than this program, which does not know: ${list}. Start the newer version of Musubi.`,
    });
  }
  for (const { name, sha256 } of files) {
    const before = recorded.get(name);
    if (before === undefined || before === sha256) continue;
    throw new OperatorMessage("MIGRATION_EDITED", {
      ja: `移行ファイル ${name} は適用後に変更されています。ファイルを元に戻し、変更は新しい番号のファイルに書いてください。`,
      en: `The migration ${name} was edited after it had been applied. Put it back, and write the change into a file with a new number.`,
    });
  }
  const pending = files.filter(({ name }) => !recorded.has(name));
  const newest = [...recorded.keys()].sort().at(-1);
  const late = pending[0];
  if (newest !== undefined && late !== undefined && late.name < newest) {
    throw new OperatorMessage("MIGRATION_OUT_OF_ORDER", {
      ja: `移行 ${late.name} は、適用済みの ${newest} より前の番号です。${newest} より後の番号を付けてください。`,
      en: `The migration ${late.name} comes before ${newest}, which is already applied. Give it a later number.`,
    });
  }
  return pending;
}

async function prepareRecord(client: pg.Client, rolePrefix: string): Promise<void> {
  const sql = `create schema if not exists musubi_meta;
    create table if not exists musubi_meta.migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now());
    grant usage on schema musubi_meta to musubi_app, musubi_job;
    grant select on musubi_meta.migration to musubi_app, musubi_job;`;
  await client.query(withRolePrefix(sql, rolePrefix));
}

async function apply(client: pg.Client, migration: Migration, rolePrefix: string): Promise<void> {
  const sql = withRolePrefix(migration.sql, rolePrefix);
  await client.query("begin");
  try {
    await client.query(sql);
    const { rows } = await client.query<{ back: boolean }>("select current_user = session_user as back");
    if (!rows[0]?.back) throw new Error("the file ends in a role it had set: end it with reset role");
    await client.query("insert into musubi_meta.migration (name, sha256) values ($1, $2)", [
      migration.name,
      migration.sha256,
    ]);
    const done = await client.query("commit");
    if (done.command !== "COMMIT") throw new Error("the transaction was rolled back");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw new Error(`Migration ${migration.name}${lineOf(sql, error)}: ${(error as Error).message}`, { cause: error });
  }
}

function lineOf(sql: string, error: unknown): string {
  const position = Number((error as { position?: string }).position);
  return Number.isInteger(position) && position > 0 ? `, line ${sql.slice(0, position - 1).split("\n").length}` : "";
}
