import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Embedded, findRunning, openEmbedded } from "./open-embedded.ts";
import { projectRoot } from "./project-root.ts";

const quiet = () => {};
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "musubi-embedded-test-"));
  chmodSync(home, 0o755); // the database has another user when the tests run as root
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  client.on("error", quiet);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(quiet);
  }
}

/** Asks until the database answers; it is being brought back meanwhile. */
async function eventually<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await withClient(config, work);
    } catch (error) {
      if (attempt === 300) throw error;
      await sleep(50);
    }
  }
}

const countPaid = async (client: pg.Client) => (await client.query("select count(*)::int as n from paid")).rows[0].n;

describe("the embedded database", () => {
  let embedded: Embedded;
  const dataDir = () => join(home, "data");
  beforeAll(async () => {
    embedded = await openEmbedded({ dataDir: dataDir(), log: quiet });
    await withClient(embedded.admin, (client) => client.query("create table paid (n int primary key)"));
  });
  afterAll(() => embedded.stop());

  test("waits for the disk, keeps secrets out of its log, and knows Japanese letters and days", async () => {
    const { rows } = await withClient(embedded.admin, (client) =>
      client.query(
        `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
                current_setting('log_parameter_max_length') as logged, current_setting('TimeZone') as zone,
                current_setting('listen_addresses') as network, upper('ａ') as letter`,
      ),
    );
    expect(rows).toEqual([{ fsync: "on", commit: "on", logged: "0", zone: "Asia/Tokyo", network: "", letter: "Ａ" }]);
  });

  test("comes back after kill -9 with everything it had answered", async () => {
    const before = embedded.pid();
    const answered: number[] = [];
    await withClient(embedded.admin, async (client) => {
      const writing = (async () => {
        for (let n = 1; ; n++) {
          await client.query("insert into paid values ($1)", [n]);
          answered.push(n);
          if (n === 50) process.kill(before, "SIGKILL");
        }
      })();
      await expect(writing).rejects.toThrow();
    });
    const kept = await eventually(embedded.admin, countPaid);
    expect(kept).toBeGreaterThanOrEqual(answered.length);
    await expect.poll(() => embedded.pid()).not.toBe(before);
  });

  test("is not opened by a second copy", async () => {
    await expect(openEmbedded({ dataDir: dataDir(), log: quiet })).rejects.toMatchObject({
      code: "ANOTHER_COPY_RUNNING",
    });
    expect(await withClient(embedded.admin, countPaid)).toBeGreaterThan(0);
  });

  test("is found by commands beside the program", async () => {
    const found = findRunning(dataDir());
    expect(found?.admin.host).toBe(embedded.admin.host);
    expect(await withClient(found?.admin ?? {}, countPaid)).toBeGreaterThan(0);
  });
});

test("a program killed with kill -9 is followed by one that takes its database over", async () => {
  const dataDir = join(home, "killed");
  const child = openInChild(dataDir, {});
  await child.ready;
  const running = findRunning(dataDir);
  await withClient(running?.admin ?? {}, async (client) => {
    await client.query("create table paid (n int primary key)");
    await client.query("insert into paid values (1), (2)");
  });
  child.process.kill("SIGKILL");
  await child.ended;

  const lines: string[] = [];
  const embedded = await openEmbedded({ dataDir, log: (line) => lines.push(line) });
  const count = await withClient(embedded.admin, countPaid);
  await embedded.stop();
  expect({ count, lines }).toEqual({ count: 2, lines: ["the database is still running: taking it over"] });
  expect(findRunning(dataDir)).toBeNull();
});

test("a process number that another program got after a restart of the machine stops nothing", async () => {
  const dataDir = join(home, "rebooted");
  const first = await openEmbedded({ dataDir, log: quiet });
  const pidFile = join(dataDir, "postgres/postmaster.pid");
  const left = readFileSync(pidFile, "utf8").split("\n");
  await first.stop();
  const stranger = spawn("sleep", ["60"]);
  onTestFinished(() => void stranger.kill());
  writeFileSync(pidFile, [stranger.pid, ...left.slice(1)].join("\n"));
  writeFileSync(join(dataDir, "musubi.lock"), JSON.stringify({ pid: stranger.pid, started: "1", host: "elsewhere" }));

  const second = await openEmbedded({ dataDir, log: quiet });
  await second.stop();
  expect(stranger.exitCode).toBeNull();
});

test("a data folder below a closed home works all the same, though the database may have another user", async () => {
  const closed = join(home, "closed-home");
  mkdirSync(closed, { mode: 0o700 });
  const embedded = await openEmbedded({ dataDir: join(closed, "data"), log: quiet, settings: { fsync: "off" } });
  const files = realpathSync(join(closed, "data/postgres"));
  onTestFinished(async () => {
    await embedded.stop();
    rmSync(files, { recursive: true, force: true });
  });
  expect(await withClient(embedded.admin, async (client) => (await client.query("select 1")).rowCount)).toBe(1);
});

test("a long path to the data folder is no obstacle for the socket", async () => {
  const dataDir = join(home, "a-folder-with-a-long-name-".repeat(5));
  const embedded = await openEmbedded({ dataDir, log: quiet, settings: { fsync: "off" } });
  onTestFinished(() => embedded.stop());
  expect(embedded.admin.host?.length).toBeLessThan(80);
  expect(await withClient(embedded.admin, async (client) => (await client.query("select 1")).rowCount)).toBe(1);
});

test("a folder that cannot be written is refused with a sentence, and nothing is made", async () => {
  writeFileSync(join(home, "a-file"), "");
  await expect(openEmbedded({ dataDir: join(home, "a-file/data"), log: quiet })).rejects.toMatchObject({
    code: "FOLDER_NOT_WRITABLE",
  });
  if (process.getuid?.() !== 0) chmodSync(home, 0o555);
  onTestFinished(() => chmodSync(home, 0o755));
  // Root may write everywhere, so the attempt is made as somebody else.
  const child = openInChild(join(home, "closed"), process.getuid?.() === 0 ? { uid: 65533, gid: 65533 } : {});
  await expect(child.ready).rejects.toThrow("FOLDER_NOT_WRITABLE");
  await child.ended;
});

test("secrets that do not fit the database are named as the cause", async () => {
  const dataDir = join(home, "mixed-up");
  const first = await openEmbedded({ dataDir, log: quiet, settings: { fsync: "off" } });
  await first.stop();
  const path = join(dataDir, "secrets.json");
  const secrets = readFileSync(path, "utf8");
  writeFileSync(path, JSON.stringify({ ...JSON.parse(secrets), postgres: "another" }));
  await expect(openEmbedded({ dataDir, log: quiet })).rejects.toMatchObject({ code: "SECRETS_DO_NOT_FIT" });
  writeFileSync(path, secrets);
  const again = await openEmbedded({ dataDir, log: quiet });
  await again.stop();
});

/** Opens a data folder in a process of its own, which then waits to be killed. */
function openInChild(dataDir: string, user: { uid?: number; gid?: number }) {
  const module = join(projectRoot(), "server/platform/embedded/index.ts");
  const program = `import { openEmbedded } from ${JSON.stringify(module)};
    openEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} }).then(
      () => { console.log("READY"); setInterval(() => {}, 1000); },
      (error) => { console.log(error.code ?? error.stack); process.exitCode = 1; });`;
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    ...user,
    cwd: projectRoot(),
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, TSX_DISABLE_CACHE: "1" },
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (text) => (`${text}`.includes("READY") ? resolve() : reject(new Error(`${text}`))));
  });
  return { process: child, ready, ended };
}
