import { rmSync } from "node:fs";
import { chmod, mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../../server/platform/db/migrate.ts";
import { derivePasswords, grantDatabase, parseDatabaseUrl } from "../../server/platform/db/roles.ts";
import { openEmbedded, type RolePasswords } from "../../server/platform/embedded/index.ts";
import { abandonedBy, endAbandoned } from "./abandoned.ts";

/** A server for tests with one migrated, empty database to copy from. Plain data: it travels between processes. */
export type TestCluster = { admin: pg.ClientConfig; passwords: RolePasswords; template: string };
export type RunningTestCluster = {
  cluster: TestCluster;
  stop(): Promise<void>;
  /** Ends it at once, for a process that is about to end itself. */
  abandon(): void;
};

const FOLDER = "musubi-test-";
/** Nobody pulls the plug on a test: without waiting for the disk a run takes a fraction of the time. */
const FORGETFUL = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  shared_buffers: "128MB",
  max_connections: "100",
  max_wal_size: "1GB",
};

/**
 * Starts an embedded server in a temporary folder, or uses the one at MUSUBI_TEST_DATABASE_URL (PostgreSQL 15 or later,
 * as a superuser: tests plant what no role may write), and migrates a template database on it.
 */
export async function startTestCluster(): Promise<RunningTestCluster> {
  const url = process.env["MUSUBI_TEST_DATABASE_URL"];
  return url ? borrowServer(parseDatabaseUrl(url)) : startOwn();
}

async function startOwn(): Promise<RunningTestCluster> {
  const parent = tmpdir();
  for (const name of await readdir(parent)) {
    if (name.startsWith(FOLDER) && abandonedBy(join(parent, name))) await endAbandoned(join(parent, name));
  }
  const dataDir = await mkdtemp(join(parent, FOLDER));
  await chmod(dataDir, 0o755); // run by root, the database has another user, who must get in
  const embedded = await openEmbedded({ dataDir, log: () => {}, settings: FORGETFUL });
  const stop = async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const abandon = () => {
    process.kill(embedded.pid(), "SIGQUIT");
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(embedded.admin, { passwords: embedded.passwords, log: () => {} });
  } catch (error) {
    await stop();
    throw error;
  }
  const { admin, passwords } = embedded;
  const template = admin.database as string;
  return { cluster: { admin: { ...admin, database: "postgres" }, passwords, template }, stop, abandon };
}

async function borrowServer(admin: pg.ClientConfig): Promise<RunningTestCluster> {
  const template = `musubi_test_template_${process.pid}_${Date.now().toString(36)}`;
  // The same in every run: roles belong to the server, and two runs may share it.
  const passwords = derivePasswords("musubi tests");
  await withClient(admin, (client) =>
    client.query(`create database ${template} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`),
  );
  const stop = () => withClient(admin, (client) => client.query(`drop database if exists ${template} with (force)`));
  try {
    await migrate({ ...admin, database: template }, { passwords, log: () => {} });
  } catch (error) {
    await stop();
    throw error;
  }
  return { cluster: { admin, passwords, template }, stop: async () => void (await stop()), abandon: () => {} };
}

/** Makes a database as a copy of the template: migrated, empty, with the privileges a copy does not inherit. */
export async function copyTemplate(cluster: TestCluster, name: string): Promise<void> {
  await withClient(cluster.admin, (client) =>
    client.query(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(cluster.template)}`),
  );
  await withClient({ ...cluster.admin, database: name }, (client) => grantDatabase(client));
}

/** Removes a database, whoever is still connected. */
export async function dropDatabase(cluster: TestCluster, name: string): Promise<void> {
  await withClient(cluster.admin, (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  );
}

async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
