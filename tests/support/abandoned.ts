import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { folderHolder, runningServer } from "../../server/platform/embedded/index.ts";

const SETTLED_MS = 60_000;

/** Whether the test run that made this folder was killed: its server still runs and nobody will stop it. */
export function abandonedBy(dataDir: string): boolean {
  try {
    if (Date.now() - statSync(dataDir).mtimeMs < SETTLED_MS) return false; // perhaps just being made
    readFileSync(join(dataDir, "musubi.lock"));
    return folderHolder(dataDir) === null;
  } catch {
    return false;
  }
}

/** Ends the server of an abandoned test folder and removes the folder. */
export async function endAbandoned(dataDir: string): Promise<void> {
  const running = runningServer(join(dataDir, "postgres"));
  try {
    if (running) process.kill(running.pid, "SIGQUIT");
    for (let wait = 0; wait < 100 && runningServer(join(dataDir, "postgres")); wait++) await sleep(20);
    rmSync(dataDir, { recursive: true, force: true });
  } catch {
    // Another user's run, or another start is clearing it: not ours to insist.
  }
}
