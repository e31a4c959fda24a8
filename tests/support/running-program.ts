import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RunningProgram {
  /** `http://localhost:PORT` */
  readonly address: string;
  stop(): Promise<void>;
}

/** The program as a newcomer starts it: built, on an empty data folder, with the sample, listening on a free port. */
export async function startProgram(): Promise<RunningProgram> {
  // Before anything waits: opening the browser beside this changes the environment for a moment.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== "DATABASE_URL" && name !== "NODE_ENV" && name !== "VITEST"),
  );
  const dataDir = mkdtempSync(join(tmpdir(), "musubi-data-"));
  chmodSync(dataDir, 0o755);
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
        child.once("exit", () => {
          rmSync(dataDir, { recursive: true, force: true });
          resolve();
        });
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
