import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { explainFailure } from "./failures.ts";
import { canReach, type Identity } from "./identity.ts";
import { OperatorMessage } from "./operator-message.ts";

/** The folder of PostgreSQL's own files inside a data folder. */
export const CLUSTER = "postgres";

/** Where PostgreSQL's own files of a data folder really lie; null when there are none yet. */
export function clusterFolder(dataDir: string): string | null {
  const path = join(dataDir, CLUSTER);
  return existsSync(join(path, "PG_VERSION")) ? realpathSync(path) : null;
}

/**
 * The cluster of a data folder, made when there is none yet. It appears under its name only when complete, so a start
 * that was interrupted leaves nothing that looks like a database.
 * @param sync whether initdb waits for the disk (tests do not)
 * @throws OperatorMessage DISK_FULL, FOLDER_NOT_WRITABLE, OTHER_DATABASE_VERSION, DATABASE_DID_NOT_START
 */
export function openCluster(
  dataDir: string,
  programs: Binaries,
  identity: Identity,
  password: string,
  sync: boolean,
): string {
  const known = clusterFolder(dataDir);
  if (known) {
    assertVersion(known, programs.major);
    return known;
  }
  const half = newClusterFolder(dataDir, identity, "new");
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  giveTo(half, identity);
  initialise(half, dataDir, programs, identity, password, sync);
  return installCluster(dataDir, half, identity);
}

/**
 * Where a cluster in the making lies: beside its final place, on the same disk.
 * @param purpose a word that becomes part of its name
 */
export function newClusterFolder(dataDir: string, identity: Identity, purpose: string): string {
  return `${finalPlace(dataDir, identity)}.${purpose}`;
}

/** Gives a finished cluster its name and returns where it lies. */
export function installCluster(dataDir: string, half: string, identity: Identity): string {
  const place = finalPlace(dataDir, identity);
  renameSync(half, place);
  const name = join(dataDir, CLUSTER);
  if (place !== name) {
    if (lstatSync(name, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(name);
    symlinkSync(place, name);
  }
  return realpathSync(place);
}

/** Hands a file or folder to the database's user. */
export function giveTo(path: string, identity: Identity): void {
  if (identity.uid !== undefined) chownSync(path, identity.uid, identity.gid as number);
}

/**
 * In the data folder, unless the database's user cannot walk there: root's home is closed on most systems, and a first
 * start in it must work all the same. Then the files lie under /var/lib/musubi and the data folder points at them.
 */
function finalPlace(dataDir: string, identity: Identity): string {
  const folder = realpathSync(dataDir);
  if (canReach(join(folder, "."), identity)) return join(folder, CLUSTER);
  const parent = "/var/lib/musubi";
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  if (!canReach(parent, identity)) throw explainFailure("Permission denied", dataDir);
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  return join(parent, `${basename(folder)}-${hash}`);
}

function initialise(
  folder: string,
  dataDir: string,
  programs: Binaries,
  identity: Identity,
  password: string,
  sync: boolean,
): void {
  // The password goes by a file that only the database's user reads: arguments show in every process list.
  const aside = mkdtempSync(join(tmpdir(), "musubi-init-"));
  const passwordFile = join(aside, "password");
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    giveTo(passwordFile, identity);
    giveTo(aside, identity);
    chmodSync(aside, 0o700);
    // Without lc-ctype pg_trgm and upper() know no Japanese letter; the builtin provider sorts the same everywhere.
    const made = spawnSync(
      programs.initdb,
      ["-D", folder, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"].concat(
        ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--lc-ctype=C.UTF-8"],
        sync ? [] : ["--no-sync"],
      ),
      { ...identity, cwd: "/", encoding: "utf8" },
    );
    if (made.status !== 0) {
      throw explainFailure(`${made.stderr ?? ""}${made.error?.message ?? ""}`, dataDir);
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function assertVersion(cluster: string, major: number): void {
  const version = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (version === String(major)) return;
  throw new OperatorMessage("OTHER_DATABASE_VERSION", {
    ja: `データフォルダーはPostgreSQL ${version} のもので、このプログラムはPostgreSQL ${major} を含みます: ${cluster}。元の版のMusubiでバックアップを取り、移行手順に従ってください。`,
    en: `The data folder was made by PostgreSQL ${version}, and this program brings PostgreSQL ${major}: ${cluster}. Start the version of Musubi that made it, and move the data as the upgrade notes say.`,
  });
}
