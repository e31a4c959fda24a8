import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Embedded, openEmbedded } from "../open-embedded.ts";
import { backUpEmbedded } from "./back-up.ts";
import { restoreEmbedded } from "./restore.ts";
import { parseTarHeader, tarHeader } from "./tar.ts";

const quiet = () => {};

async function ask(config: pg.ClientConfig, sql: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("a backup of the running database", () => {
  let home: string;
  let embedded: Embedded;
  const inHome = (name: string) => join(home, name);
  const backUp = (target: string) =>
    backUpEmbedded({ admin: embedded.admin, cluster: inHome("data/postgres"), dataDir: inHome("data"), target });

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "musubi-backup-test-"));
    chmodSync(home, 0o755); // the database has another user when the tests run as root
    embedded = await openEmbedded({ dataDir: inHome("data"), log: quiet, settings: { fsync: "off" } });
    await ask(embedded.admin, "create table paid (n int primary key, amount_yen bigint)");
    await ask(embedded.admin, "insert into paid select n, n * 100 from generate_series(1, 1000) n");
  });
  afterAll(async () => {
    await embedded.stop();
    rmSync(home, { recursive: true, force: true });
  });

  test.each(["folder", "file.tar.gz"])("as a %s holds what was answered before it ended", async (name) => {
    await ask(embedded.admin, "truncate paid; insert into paid select n, n * 100 from generate_series(1, 1000) n");
    const writer = new pg.Client(embedded.admin);
    await writer.connect();
    let busy = true;
    const writing = (async () => {
      for (let n = 2001; busy; n++) await writer.query("insert into paid values ($1, 1)", [n]);
    })();
    const result = await backUp(inHome(name));
    busy = false;
    await writing;
    await writer.end();
    expect(result.files).toBeGreaterThan(500);

    const target = inHome(`restored-${name}`);
    await restoreEmbedded({ source: inHome(name), dataDir: target, log: quiet });
    const again = await openEmbedded({ dataDir: target, log: quiet, settings: { fsync: "off" } });
    const rows = await ask(
      again.admin,
      "select count(*)::int as n, sum(amount_yen)::int as yen from paid where n <= 1000",
    );
    await again.stop();
    expect(rows).toEqual([{ n: 1000, yen: 50_050_000 }]);
    expect(readdirSync(home).filter((entry) => entry.endsWith(".partial"))).toEqual([]);
  });

  test("is not written over another", async () => {
    writeFileSync(inHome("taken.tar.gz"), "");
    await expect(backUp(inHome("taken.tar.gz"))).rejects.toMatchObject({ code: "TARGET_EXISTS" });
  });

  test("is not restored over data", async () => {
    await expect(
      restoreEmbedded({ source: inHome("folder"), dataDir: inHome("data"), log: quiet }),
    ).rejects.toMatchObject({ code: "FOLDER_NOT_EMPTY" });
  });

  test("that was cut off or altered is refused, and leaves the folder empty", async () => {
    const target = inHome("refused");
    truncateSync(inHome("file.tar.gz"), 500_000);
    const restore = (name: string) => restoreEmbedded({ source: inHome(name), dataDir: target, log: quiet });
    await expect(restore("file.tar.gz")).rejects.toMatchObject({ code: "BACKUP_DAMAGED" });
    writeFileSync(inHome("folder/postgres/PG_VERSION"), "18 \n");
    await expect(restore("folder")).rejects.toMatchObject({ code: "BACKUP_DAMAGED" });
    await expect(restore("nothing-here")).rejects.toMatchObject({ code: "NOT_A_BACKUP" });
    expect(readdirSync(target)).toEqual([]);
    expect(existsSync(inHome("data/secrets.json"))).toBe(true);
  });
});

test.each(["secrets.json", `${"a".repeat(90)}/${"b".repeat(60)}/${"c".repeat(80)}`])(
  "a tar header carries the name %s",
  (path) => {
    expect(parseTarHeader(tarHeader(path, 8192, new Date(0)))).toEqual({ path, size: 8192 });
  },
);
