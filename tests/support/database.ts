import { randomUUID } from "node:crypto";
import type pg from "pg";
import { roleConfig } from "../../server/platform/db/roles.ts";
import { copyTemplate, dropDatabase, type RunningTestCluster, startTestCluster, type TestCluster } from "./cluster.ts";

/** A migrated, empty database of its own, and how each role connects to it. */
export type TestDatabase = {
  name: string;
  /** Superuser: to plant what no role may write, and to look past the walls. */
  admin: pg.ClientConfig;
  app: pg.ClientConfig;
  auth: pg.ClientConfig;
  job: pg.ClientConfig;
  drop(): Promise<void>;
};

/** Where the workers of a run ask for the server (see global-setup.ts). */
export const CLUSTER_VARIABLE = "MUSUBI_TEST_CLUSTER";

let known: Promise<TestCluster> | undefined;
let own: RunningTestCluster | undefined;

/**
 * A fresh database for one test file: `const db = await createTestDatabase()` in beforeAll, `await db.drop()` in
 * afterAll (after ending its pools). Takes some tens of milliseconds, plus the server's start for the first of a run.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  known ??= findCluster();
  const cluster = await known;
  const name = `musubi_test_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  await copyTemplate(cluster, name);
  const admin = { ...cluster.admin, database: name };
  return {
    name,
    admin,
    app: roleConfig(admin, "app", cluster.passwords),
    auth: roleConfig(admin, "auth", cluster.passwords),
    job: roleConfig(admin, "job", cluster.passwords),
    drop: () => dropDatabase(cluster, name),
  };
}

/** Stops the server that a program outside of vitest (a browser run, a bench) started by asking for a database. */
export async function stopOwnCluster(): Promise<void> {
  const running = own;
  own = undefined;
  known = undefined;
  await running?.stop();
}

async function findCluster(): Promise<TestCluster> {
  const address = process.env[CLUSTER_VARIABLE];
  if (address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`The test database did not start: ${await answer.text()}`);
    return (await answer.json()) as TestCluster;
  }
  own = await startTestCluster();
  return own.cluster;
}
