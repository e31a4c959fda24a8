import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Binaries } from "./binaries.ts";
import { giveTo } from "./cluster.ts";
import { explainFailure } from "./failures.ts";
import { isAlive } from "./folder-lock.ts";
import type { Identity } from "./identity.ts";
import { OperatorMessage } from "./operator-message.ts";

/** What is needed to run the server of one cluster. */
export type Server = {
  dataDir: string;
  cluster: string;
  programs: Binaries;
  identity: Identity;
  password: string;
  settings: Record<string, string>;
  log: (line: string) => void;
};

/** A running server: where it listens, and its process (with the child, when this program started it). */
export type Running = { pid: number; host: string; port: number; child?: ChildProcess };

const SOCKET_PORT = 5432;
const POLL_MS = 20;
const PATIENCE_MS = 60_000;

/**
 * A running server for the cluster: the one that outlived a killed program is adopted, else a new one is started.
 * Returns when it answers, however long its recovery takes.
 * @throws OperatorMessage when it does not come up
 */
export async function startServer(server: Server): Promise<Running> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const known = runningServer(server.cluster);
    if (known) {
      server.log("the database is still running: taking it over");
      const adopted = await untilReady(server, known, () => !isAlive(known.pid));
      if (adopted) return known;
      continue; // it was on its way down
    }
    disownReusedPid(server.cluster);
    const started = await spawnServer(server);
    if (started.running) return started.running;
    // After a kill -9 the old server's workers need a moment to notice and let go of the shared memory.
    const retry = /pre-existing shared memory block|lock file .* already exists/.test(started.output);
    if (!retry || performance.now() > giveUpAt) throw explainFailure(started.output, server.dataDir);
    await sleep(200);
  }
}

/** The living server of a cluster by its own postmaster.pid; null when there is none. */
export function runningServer(cluster: string): Running | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null;
  // After a restart of the machine the number may belong to any process: a server stands in its own cluster.
  try {
    if (process.platform === "linux" && readlinkSync(`/proc/${pid}/cwd`) !== realpathSync(cluster)) return null;
  } catch {
    return null;
  }
  const socketFolder = lines[4]?.trim();
  const port = Number(lines[3]) || SOCKET_PORT;
  return { pid, host: socketFolder || lines[5]?.trim() || "127.0.0.1", port };
}

/**
 * After a restart of the machine the number in postmaster.pid may belong to any living process, and PostgreSQL would
 * refuse to start. The file itself must stay: by its other lines PostgreSQL notices workers of a killed server that
 * still write. It ignores the number when it is its parent's, so this program's own number is put there.
 */
function disownReusedPid(cluster: string): void {
  const path = join(cluster, "postmaster.pid");
  if (!existsSync(path)) return;
  const [pid, ...rest] = readFileSync(path, "utf8").split("\n");
  if (isAlive(Number(pid))) writeFileSync(path, [process.pid, ...rest].join("\n"));
}

/** Stops a server: open transactions are rolled back, everything answered is on disk. */
export async function stopServer(server: Server, running: Running): Promise<void> {
  if (process.platform === "win32") {
    // A signal would end the process hard there; pg_ctl has another way of asking.
    spawnSync(server.programs.pgCtl, ["stop", "-D", server.cluster, "-m", "fast"], { stdio: "ignore" });
    return;
  }
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    try {
      process.kill(running.pid, signal);
    } catch {
      return; // already gone
    }
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (performance.now() < giveUpAt) {
      if (hasEnded(running)) return;
      await sleep(POLL_MS);
    }
  }
}

/** Whether a server's process is gone. */
export function hasEnded(running: Running): boolean {
  const { child } = running;
  return child ? child.exitCode !== null || child.signalCode !== null : !isAlive(running.pid);
}

/** How to connect as the cluster's superuser. */
export function superuser(server: Server, running: Running, database = "postgres"): pg.ClientConfig {
  return { host: running.host, port: running.port, user: "postgres", password: server.password, database };
}

/** Whether a server answers at an address. */
export async function answers(config: pg.ClientConfig): Promise<"yes" | "not yet" | "wrong password"> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return "yes";
  } catch (error) {
    return (error as { code?: string }).code === "28P01" ? "wrong password" : "not yet";
  } finally {
    await client.end().catch(() => {});
  }
}

type Attempt = { running: Running; output?: undefined } | { running?: undefined; output: string };

async function spawnServer(server: Server): Promise<Attempt> {
  const logFile = join(server.dataDir, "postgres.log");
  const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
  const listen = await listenAddress(server);
  const log = openSync(logFile, "a", 0o600);
  const settings = { ...server.settings, ...listen.settings };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(server.programs.postgres, ["-D", server.cluster, "-p", String(listen.port), ...args], {
    ...server.identity,
    cwd: server.cluster,
    // Its own process group: Ctrl+C in the terminal stops the program, which then stops the database in good order.
    detached: process.platform !== "win32",
    stdio: ["ignore", log, log],
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PG"))),
  });
  closeSync(log);
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  const running: Running = { pid: child.pid ?? 0, host: listen.host, port: listen.port, child };
  if (await untilReady(server, running, () => failure !== undefined || hasEnded(running))) return { running };
  return { output: failure?.message ?? readFileSync(logFile).subarray(logStart).toString("utf8") };
}

/** Waits until the server answers (true) or is gone (false). */
async function untilReady(server: Server, running: Running, isGone: () => boolean): Promise<boolean> {
  const config = superuser(server, running);
  let tellAt = performance.now() + 5000;
  let readySince: number | undefined;
  while (!isGone()) {
    // The server's own word first: connecting while it starts fills its log with refusals.
    if (statusOf(server.cluster) === "ready") {
      const answer = await answers(config);
      if (answer === "yes") return true;
      if (answer === "wrong password") throw secretsDoNotFit(server.dataDir);
      readySince ??= performance.now();
      if (performance.now() - readySince > PATIENCE_MS) {
        throw explainFailure(`process ${running.pid} of postmaster.pid does not answer`, server.dataDir);
      }
    }
    if (performance.now() > tellAt) {
      server.log("the database is checking its files after an unclean stop; this may take some minutes");
      tellAt = performance.now() + 30_000;
    }
    await sleep(POLL_MS);
  }
  return false;
}

function statusOf(cluster: string): string | undefined {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[7]?.trim();
  } catch {
    return undefined;
  }
}

/** A unix socket that only this user (and root) can reach; Windows gets a port of its own on the loopback. */
async function listenAddress(
  server: Server,
): Promise<{ host: string; port: number; settings: Record<string, string> }> {
  if (process.platform === "win32") {
    const port = await freePort();
    const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "" };
    return { host: "127.0.0.1", port, settings };
  }
  const folder = socketFolder(server);
  const settings = { listen_addresses: "", unix_socket_directories: folder };
  return { host: folder, port: SOCKET_PORT, settings };
}

/** In the cluster; a path too long for a socket (107 bytes on Linux, 103 on macOS) gets a short folder elsewhere. */
function socketFolder(server: Server): string {
  if (Buffer.byteLength(server.cluster) + "/.s.PGSQL.5432.lock".length <= 100 && !server.cluster.includes(",")) {
    return server.cluster;
  }
  const hash = createHash("sha256").update(server.cluster).digest("hex").slice(0, 12);
  const runtime = process.getuid?.() === 0 ? "/run" : process.env["XDG_RUNTIME_DIR"];
  const folder = join(runtime && existsSync(runtime) ? runtime : tmpdir(), `musubi-${hash}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(folder, server.identity);
  const owner = statSync(folder).uid;
  if (owner !== (server.identity.uid ?? process.getuid?.())) throw explainFailure("Permission denied", folder);
  chmodSync(folder, 0o700);
  return folder;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address ? address.port : SOCKET_PORT;
}

function secretsDoNotFit(dataDir: string): OperatorMessage {
  return new OperatorMessage("SECRETS_DO_NOT_FIT", {
    ja: `${join(dataDir, "secrets.json")} の内容がデータベースと合いません。バックアップの secrets.json に戻してください。`,
    en: `${join(dataDir, "secrets.json")} does not fit the database. Put back the secrets.json of the backup.`,
  });
}
