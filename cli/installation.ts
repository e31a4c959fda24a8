import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { migrate } from "../server/platform/db/migrate.ts";
import {
  derivePasswords,
  type LoginRole,
  parseDatabaseUrl,
  ROLE_PREFIX,
  roleConfig,
} from "../server/platform/db/roles.ts";
import {
  answers,
  findRunning,
  OperatorMessage,
  openEmbedded,
  type RolePasswords,
  writePrivate,
} from "../server/platform/embedded/index.ts";

/** Where an installation keeps its data. */
export type Place = { dataDir: string; databaseUrl: string | null };

/** An installation with its database running. */
export type Installation = Place & {
  /** For migrations, backup and doctor; the server never gets it. */
  admin: pg.ClientConfig;
  passwords: RolePasswords;
  /** What sessions are signed with; the same in every server process of the installation. */
  secret: string;
  app: pg.ClientConfig;
  auth: pg.ClientConfig;
  job: pg.ClientConfig;
  /** The folder of the embedded cluster; null with DATABASE_URL. */
  cluster: string | null;
  stop(): Promise<void>;
};

type Log = (line: string) => void;

/** The place a command works on: `--data`, MUSUBI_DATA, else ./musubi-data; with DATABASE_URL a server elsewhere. */
export function placeOf(dataOption: string | undefined, env: NodeJS.ProcessEnv): Place {
  return {
    dataDir: resolve(dataOption || env["MUSUBI_DATA"] || "musubi-data"),
    databaseUrl: env["DATABASE_URL"] || null,
  };
}

/** Opens the database for this process alone (embedded), or connects to the server of DATABASE_URL. Does not migrate. */
export async function openInstallation(place: Place, env: NodeJS.ProcessEnv, log: Log): Promise<Installation> {
  if (place.databaseUrl) return onServer(place, place.databaseUrl, env);
  const embedded = await openEmbedded({ dataDir: place.dataDir, log });
  return describe(place, { ...embedded, cluster: join(place.dataDir, "postgres") }, ROLE_PREFIX);
}

/** The same for a command beside a running program: uses the database it runs, and opens it only where none runs. */
export async function reachInstallation(place: Place, env: NodeJS.ProcessEnv, log: Log): Promise<Installation> {
  const found = place.databaseUrl ? null : findRunning(place.dataDir);
  // One that is just being stopped refuses; then the folder's lock says who has it.
  const running = found && (await answers(found.admin)) === "yes" ? found : null;
  if (!running) return openInstallation(place, env, log);
  return describe(place, { ...running, stop: async () => {} }, ROLE_PREFIX);
}

/** Brings the installation's database to this program's state. @returns the migrations applied now */
export async function migrateInstallation(
  installation: Installation,
  env: NodeJS.ProcessEnv,
  log: Log,
): Promise<string[]> {
  const { admin, passwords, databaseUrl } = installation;
  const rolePrefix = databaseUrl ? prefixOf(env) : ROLE_PREFIX;
  return (await migrate(admin, { passwords, rolePrefix, log })).applied;
}

async function onServer(place: Place, url: string, env: NodeJS.ProcessEnv): Promise<Installation> {
  const admin = parseDatabaseUrl(url);
  const client = new pg.Client({ ...admin, connectionTimeoutMillis: 15_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (cause) {
    throw unreachable(admin, cause as Error);
  } finally {
    await client.end().catch(() => {});
  }
  const secret = env["MUSUBI_SECRET"] || ownSecret(place.dataDir);
  const passwords = serverPasswords(secret, env);
  return describe(place, { admin, passwords, secret, cluster: null, stop: async () => {} }, prefixOf(env));
}

/** Passwords of the roles on a server of one's own: those the DBA gave out, else derived from the secret. */
function serverPasswords(secret: string, env: NodeJS.ProcessEnv): RolePasswords {
  const derived = derivePasswords(env["MUSUBI_DB_PASSWORD_SECRET"] || secret);
  return {
    app: env["MUSUBI_DB_PASSWORD_APP"] || derived.app,
    auth: env["MUSUBI_DB_PASSWORD_AUTH"] || derived.auth,
    job: env["MUSUBI_DB_PASSWORD_JOB"] || derived.job,
  };
}

/** Several servers share MUSUBI_SECRET; a single one keeps its own in the data folder. */
function ownSecret(dataDir: string): string {
  const path = join(dataDir, "installation-secret");
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw folderTrouble(path, error as Error);
  }
  const secret = randomBytes(32).toString("base64url");
  try {
    mkdirSync(dataDir, { recursive: true });
    writePrivate(path, `${secret}\n`);
  } catch (error) {
    throw folderTrouble(path, error as Error);
  }
  return secret;
}

type Opened = Pick<Installation, "admin" | "passwords" | "secret" | "cluster" | "stop">;

function describe(place: Place, opened: Opened, prefix: string): Installation {
  const { admin, passwords, secret, cluster, stop } = opened;
  const config = (role: LoginRole) => roleConfig(admin, role, passwords, prefix);
  const roles = { app: config("app"), auth: config("auth"), job: config("job") };
  return { ...place, admin, passwords, secret, cluster, stop, ...roles };
}

function prefixOf(env: NodeJS.ProcessEnv): string {
  const prefix = env["MUSUBI_DB_ROLE_PREFIX"] || ROLE_PREFIX;
  if (/^[a-z][a-z0-9_]{0,40}$/.test(prefix)) return prefix;
  throw new OperatorMessage("ROLE_PREFIX_WRONG", {
    ja: `MUSUBI_DB_ROLE_PREFIX は英小文字で始まる英小文字・数字・下線で指定してください: ${prefix}`,
    en: `MUSUBI_DB_ROLE_PREFIX has lower-case letters, digits and underscores only, a letter first: ${prefix}`,
  });
}

function unreachable(admin: pg.ClientConfig, cause: Error): OperatorMessage {
  const where = `${admin.host}:${admin.port}/${admin.database}`;
  const why = cause.message || (cause as NodeJS.ErrnoException).code || "";
  return new OperatorMessage(
    "DATABASE_UNREACHABLE",
    {
      ja: `DATABASE_URL のデータベースに接続できません（${where}）: ${why}`,
      en: `The database of DATABASE_URL cannot be reached (${where}): ${why}`,
    },
    { cause },
  );
}

function folderTrouble(path: string, cause: Error): OperatorMessage {
  return new OperatorMessage(
    "SECRET_NOT_KEPT",
    {
      ja: `この環境の秘密鍵を保存できません: ${path}（${cause.message}）。書き込める「--data フォルダー」か、環境変数 MUSUBI_SECRET を指定してください。`,
      en: `The secret of this installation cannot be kept: ${path} (${cause.message}). Choose a writable folder with --data DIR, or set MUSUBI_SECRET.`,
    },
    { cause },
  );
}
