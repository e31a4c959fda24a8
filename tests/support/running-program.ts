import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RunningProgram {
  /** `http://localhost:PORT` */
  readonly address: string;
  stop(): Promise<void>;
}

/** Where the data folder of a first start with the sample lies, for every story to have a copy of. */
const SAMPLE_VARIABLE = "MUSUBI_TEST_SAMPLE_DATA";

/**
 * Starts the program once as a newcomer does, on an empty folder, until the sample stands, and ends it: each story begins
 * with a copy of that folder instead of loading the sample anew.
 */
export default async function prepareSample(): Promise<() => void> {
  const dataDir = newFolder();
  const program = await startOn(dataDir);
  await program.stop();
  process.env[SAMPLE_VARIABLE] = dataDir;
  return () => rmSync(dataDir, { recursive: true, force: true });
}

/** The built program with the sample as it stands after the first start, on a folder of its own, listening on a free port. */
export async function startProgram(): Promise<RunningProgram> {
  const dataDir = newFolder();
  // With its owners: run by root, the database has another user.
  execFileSync("cp", ["-a", `${process.env[SAMPLE_VARIABLE]}/.`, dataDir]);
  const program = await startOn(dataDir);
  return {
    address: program.address,
    stop: async () => {
      await program.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function newFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), "musubi-data-"));
  chmodSync(dataDir, 0o755);
  return dataDir;
}

async function startOn(dataDir: string): Promise<RunningProgram> {
  // Before anything waits: opening the browser beside this changes the environment for a moment.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== "DATABASE_URL" && name !== "NODE_ENV" && name !== "VITEST"),
  );
  const port = await freePort();
  const child = spawn(process.execPath, ["cli/musubi.mjs", "start", "--data", dataDir, "--port", String(port)], {
    cwd: join(import.meta.dirname, "../.."),
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const listen = (text: Buffer) => {
      said += text.toString();
      if (/Musubi is running|Musubi が起動しました/.test(said)) resolve();
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (code) => reject(new Error(`the program ended with ${code}:\n${said.slice(-2000)}`)));
  });
  return {
    address: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners("exit");
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
