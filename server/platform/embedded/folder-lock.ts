import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { OperatorMessage } from "./operator-message.ts";

/** Who holds a data folder. `started` tells a living holder from another process that was given the same number. */
type Holder = { pid: number; started: string | null; host: string };

const FILE = "musubi.lock";
/** Ended, but still listed: in a container nobody may fetch its exit. */
const ZOMBIE = "zombie";

/**
 * Takes a data folder for this process, so that two programs never run on one folder.
 * A lock left by a killed program is taken over.
 * @param answers whether the folder's database answers: asked when the holder ran on another host (a shared disk),
 *   where its process cannot be looked up
 * @returns gives the folder back
 * @throws OperatorMessage ANOTHER_COPY_RUNNING
 */
export async function lockFolder(dataDir: string, answers: () => Promise<boolean>): Promise<() => void> {
  const path = join(dataDir, FILE);
  const mine = JSON.stringify({ pid: process.pid, started: startedOf(process.pid), host: hostname() } satisfies Holder);
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(path, mine, { flag: "wx", mode: 0o644 });
      return () => {
        if (readText(path) === mine) rmSync(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const seen = readText(path);
    if (seen === null) continue; // given back in this moment
    const holder = parseHolder(seen);
    // An unreadable lock is either being written right now or was cut off by a crash: wait before calling it dead.
    if (holder === null && attempt < 10) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      continue;
    }
    if (holder && (await isHeld(holder, answers))) throw anotherCopy(dataDir, holder);
    takeAway(path, seen);
  }
}

/** The process number of the running program that holds a folder; null when none does. */
export function folderHolder(dataDir: string): number | null {
  const text = readText(join(dataDir, FILE));
  const holder = text === null ? null : parseHolder(text);
  return holder && holder.host === hostname() && isAlive(holder.pid, holder.started) ? holder.pid : null;
}

/** Whether a process lives, and is the one that was started then. */
export function isAlive(pid: number, started: string | null = null): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = startedOf(pid);
  if (now === ZOMBIE) return false;
  return started === null || now === null || now === started;
}

async function isHeld(holder: Holder, answers: () => Promise<boolean>): Promise<boolean> {
  return holder.host === hostname() ? isAlive(holder.pid, holder.started) : answers();
}

function takeAway(path: string, seen: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    // Two starts may find the same dead lock; the slower one must not remove the quicker one's new lock.
    const taken = readText(aside);
    if (taken !== null && taken !== seen) writeFileSync(path, taken, { flag: "wx" });
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
  rmSync(aside, { force: true });
}

function anotherCopy(dataDir: string, holder: Holder): OperatorMessage {
  const where = holder.host === hostname() ? `${holder.pid}` : `${holder.pid}@${holder.host}`;
  return new OperatorMessage("ANOTHER_COPY_RUNNING", {
    ja: `このデータフォルダーでは別のMusubiが動いています（プロセス ${where}）: ${dataDir}。先にそちらを止めるか、「--data フォルダー」で別のフォルダーを指定してください。`,
    en: `Another copy of Musubi is running on this data folder (process ${where}): ${dataDir}. Stop it first, or choose another folder with --data DIR.`,
  });
}

function parseHolder(text: string): Holder | null {
  try {
    const holder = JSON.parse(text);
    return typeof holder?.pid === "number" ? holder : null;
  } catch {
    return null;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** When a process was started, in the kernel's ticks; null where the system does not tell. */
function startedOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name in brackets may hold spaces
    return fields[0] === "Z" ? ZOMBIE : (fields[19] ?? null);
  } catch {
    return null;
  }
}
