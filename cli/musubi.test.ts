import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findRunning, projectRoot } from "../server/platform/embedded/index.ts";
import { createTestDatabase, type TestDatabase } from "../tests/support/database.ts";
import { commands } from "./registry.ts";

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "musubi-cli-test-"));
  chmodSync(home, 0o755); // the database has another user when the tests run as root
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Run = { process: ChildProcess; output: () => string; ended: Promise<number | null> };

function musubi(args: string[], env: Record<string, string> = {}): Run {
  const { DATABASE_URL: _own, MUSUBI_DATA: _data, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(projectRoot(), "cli/musubi.mjs"), ...args], {
    cwd: home,
    env: { ...inherited, MUSUBI_LANG: "en", MUSUBI_WITHOUT_WEB: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      text += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { process: child, output: () => text, ended };
}

async function untilAnswering(run: Run, port: number): Promise<void> {
  while (run.process.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health`).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error(run.output());
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const ask = (dataDir: string, text: string) => sql(findRunning(dataDir)?.admin ?? {}, text);

async function sql(config: pg.ClientConfig, text: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe("musubi start", { timeout: 180_000 }, () => {
  test("serves, tells what is in its way, survives kill -9, is backed up while it runs, and stops in good order", async () => {
    const data = join(home, "data");
    const port = await freePort();
    const start = () => musubi(["start", "--no-sample", "--data", data, "--port", String(port)]);
    const first = start();
    await untilAnswering(first, port);
    await ask(data, "create table public.answered (n int); insert into public.answered values (1)");

    const samePort = musubi(["start", "--data", join(home, "other"), "--port", String(port)]);
    expect(await samePort.ended).toBe(1);
    expect(samePort.output()).toContain(`Port ${port} is taken`);
    const sameFolder = musubi(["start", "--data", data, "--port", String(await freePort())], { MUSUBI_LANG: "ja" });
    expect(await sameFolder.ended).toBe(1);
    expect(sameFolder.output()).toContain("別のMusubiが動いています");

    first.process.kill("SIGKILL");
    await first.ended;
    const second = start();
    await untilAnswering(second, port);
    expect(await ask(data, "select n from public.answered")).toEqual([{ n: 1 }]);

    // The database itself killed: the server stays up and answers again.
    process.kill(Number(readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
    await sleep(500);
    await untilAnswering(second, port);
    expect(await ask(data, "select n from public.answered")).toEqual([{ n: 1 }]);

    const backup = musubi(["backup", join(home, "backup.tar.gz"), "--data", data]);
    expect([await backup.ended, backup.output()]).toEqual([0, expect.stringContaining("Backed up to")]);
    second.process.kill("SIGTERM");
    expect(await second.ended).toBe(0);
    expect(findRunning(data)).toBeNull();

    const restore = musubi(["restore", join(home, "backup.tar.gz"), "--data", join(home, "restored")]);
    expect([await restore.ended, restore.output()]).toEqual([0, expect.stringContaining("Restored the backup")]);
  });
});

describe("with DATABASE_URL", () => {
  let db: TestDatabase;
  let url: string;
  beforeAll(async () => {
    db = await createTestDatabase();
    const { host = "", port, user = "", password } = db.admin;
    const login = `${user}:${encodeURIComponent(`${password}`)}`;
    url = `postgres://${login}@/${db.name}_own?host=${encodeURIComponent(host)}&port=${port}`;
    await sql(db.admin, `create database ${db.name}_own template template0 encoding 'UTF8'`);
  });
  afterAll(async () => {
    await sql(db.admin, `drop database ${db.name}_own with (force)`);
    const roles = ["owner", "guard", "app", "auth", "job"].map((role) => `${db.name}_${role}`);
    await sql(db.admin, `drop role ${roles.join(", ")}`);
    await db.drop();
  });

  test("another server's database is migrated once, and its backup asks for pg_dump", async () => {
    const env = () => ({ DATABASE_URL: url, MUSUBI_DB_ROLE_PREFIX: db.name, PATH: home });
    const commands = [["migrate"], ["migrate"], ["backup", join(home, "server.dump")]];
    const answers: [number | null, string][] = [];
    for (const words of commands) {
      const run = musubi([...words, "--data", join(home, "on-server")], env());
      answers.push([await run.ended, run.output()]);
    }
    expect(answers).toEqual([
      [0, expect.stringMatching(/[0-9]+ migrations applied/)],
      [0, expect.stringContaining("up to date")],
      [1, expect.stringContaining("pg_dump was not found")],
    ]);
  });

  test("a server that does not answer is named", async () => {
    const run = musubi(["migrate"], {
      DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
      MUSUBI_SECRET: "x".repeat(32),
    });
    expect([await run.ended, run.output()]).toEqual([
      1,
      expect.stringContaining("cannot be reached (127.0.0.1:1/none)"),
    ]);
  });
});

test.each([
  { name: "an unknown command", args: ["begin"], code: 2, text: "npx musubi help" },
  { name: "an unknown option", args: ["start", "--prot", "1"], code: 2, text: "npx musubi start [--port" },
  { name: "a port that is no number", args: ["start", "--port", "x"], code: 2, text: "--port" },
  { name: "a backup of nothing", args: ["backup", "--data", "nothing-here"], code: 1, text: "There is no database" },
  { name: "help about one command", args: ["help", "restore"], code: 0, text: "npx musubi restore BACKUP" },
  { name: "help as an option", args: ["start", "--help"], code: 0, text: "npx musubi start" },
])("$name is answered with a sentence", async ({ args, code, text }) => {
  const run = musubi(args);
  expect([await run.ended, run.output()]).toEqual([code, expect.stringContaining(text)]);
});

test("every command explains itself in both languages", () => {
  expect(commands.map(({ name }) => name)).toContain("start");
  for (const { summary, options = [] } of commands) {
    for (const text of [summary, ...options.map((option) => option.text)]) {
      expect(text.ja).toMatch(/[ぁ-んァ-ン]/);
      expect(text.en).toMatch(/^[ -~]+$/);
    }
  }
});
