import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sample } from "../cli/sample.ts";
import { projectRoot } from "../server/platform/embedded/index.ts";
import { serverSettings } from "../server/platform/embedded/settings.ts";

const LONGEST_START_MS = 10 * 60 * 1000;

/**
 * How long `npm start` takes from the command to the first answered request: on an empty folder with nothing built
 * (as after `npm ci`: build, new database, migrations, sample), and again. Memory is the server's process after the
 * second start, without the database.
 */
export async function run(): Promise<{ firstStartS: number; nextStartS: number; rssMb: number }> {
  const dataDir = await mkdtemp(join(tmpdir(), "musubi-bench-start-"));
  await chmod(dataDir, 0o755); // run by root, the database has another user
  try {
    await rm(join(projectRoot(), "dist"), { recursive: true, force: true });
    const first = await measureStart(dataDir);
    const { fsync, synchronous_commit } = serverSettings();
    console.log(`embedded PostgreSQL, started with fsync ${fsync}, synchronous_commit ${synchronous_commit}`);
    console.log(`first start, with build, database and sample: ${first.seconds} s`);
    const next = await measureStart(dataDir);
    console.log(`next start: ${next.seconds} s, ${next.rssMb} MB`);
    return { firstStartS: first.seconds, nextStartS: next.seconds, rssMb: next.rssMb };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureStart(dataDir: string): Promise<{ seconds: number; rssMb: number }> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["cli/musubi.mjs", "start", "--data", dataDir, "--port", String(port)], {
    cwd: projectRoot(),
    stdio: ["ignore", "ignore", "inherit"],
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== "DATABASE_URL")),
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  try {
    await untilAnswering(child, port, startedAt + LONGEST_START_MS);
    const seconds = Math.round((performance.now() - startedAt) / 10) / 100;
    await signInToSample(port);
    return { seconds, rssMb: await rssMbOf(child.pid as number) };
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

/** A start without the sample, or that lost it, would measure something else. */
async function signInToSample(port: number): Promise<void> {
  const { email, password } = sample!.users[0]!;
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/login`, {
    method: "POST",
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`the sample's ${email} could not sign in: ${answer.status} ${await answer.text()}`);
}

async function untilAnswering(child: ChildProcess, port: number, giveUpAt: number): Promise<void> {
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health`).catch(() => null);
    if (answer?.ok) return;
    await sleep(20);
  }
  throw new Error("the server did not answer in time");
}

/** Resident memory of a process; 0 where the system does not tell. */
async function rssMbOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
