import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../../server/platform/db/migrate.ts";
import { type LoginRole, roleConfig } from "../../server/platform/db/roles.ts";
import { openEmbedded } from "../../server/platform/embedded/index.ts";

export interface BenchDatabase {
  readonly admin: pg.ClientConfig;
  readonly app: pg.ClientConfig;
  readonly auth: pg.ClientConfig;
  readonly job: pg.ClientConfig;
  readonly secret: string;
  /** The database's first process. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** A migrated database of its own for one bench, with durable commits, in a temporary folder that is removed afterwards. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), "musubi-bench-"));
  chmodSync(dataDir, 0o755);
  const embedded = await openEmbedded({ dataDir, log: () => undefined });
  await migrate(embedded.admin, { log: () => undefined, passwords: embedded.passwords });
  const role = (name: LoginRole) => roleConfig(embedded.admin, name, embedded.passwords);
  return {
    admin: embedded.admin,
    app: role("app"),
    auth: role("auth"),
    job: role("job"),
    secret: embedded.secret,
    pid: embedded.pid()!,
    async stop() {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What the server says of durability: printed with every figure that depends on it. */
export async function durability(admin: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(admin);
  await client.connect();
  const show = async (name: string) => (await client.query(`show ${name}`)).rows[0][name] as string;
  const text = `PostgreSQL ${await show("server_version")}, fsync ${await show("fsync")}, synchronous_commit ${await show("synchronous_commit")}`;
  await client.end();
  return text;
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits;
