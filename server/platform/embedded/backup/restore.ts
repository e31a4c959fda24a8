import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { findBinaries } from "../binaries.ts";
import { giveTo, installCluster, newClusterFolder } from "../cluster.ts";
import { explainFailure } from "../failures.ts";
import { databaseIdentity, type Identity } from "../identity.ts";
import { openEmbedded } from "../open-embedded.ts";
import { OperatorMessage } from "../operator-message.ts";
import { writePrivate } from "../secrets.ts";
import { readArchive, writeFile } from "./archive.ts";
import { MANIFEST, type Manifest, manifestShape, measured } from "./manifest.ts";

export type RestoreOptions = { source: string; dataDir: string; log: (line: string) => void };

/**
 * Restores a backup into an empty data folder and starts it once to see that it comes up.
 * @returns when the backup was made, and how many migrations the restored database records
 * @throws OperatorMessage FOLDER_NOT_EMPTY, NOT_A_BACKUP, BACKUP_DAMAGED, OTHER_DATABASE_VERSION
 */
export async function restoreEmbedded(options: RestoreOptions): Promise<{ madeAt: string; migrations: number }> {
  const dataDir = resolve(options.dataDir);
  const { source } = options;
  if (!existsSync(source)) throw notABackup(source);
  const identity = databaseIdentity();
  const programs = findBinaries(identity);
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw explainFailure(String(error), dataDir);
  }
  if (readdirSync(dataDir).length > 0) throw folderNotEmpty(dataDir);
  const half = newClusterFolder(dataDir, identity, "restoring");
  const asideSecrets: Buffer[] = [];
  let madeAt: string;
  try {
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { mode: 0o700 });
    const manifest = await unpack(source, half, asideSecrets);
    if (manifest.postgresMajor !== programs.major) throw otherVersion(manifest.postgresMajor, programs.major);
    for (const folder of manifest.folders) mkdirSync(join(half, safe(folder)), { recursive: true, mode: 0o700 });
    handOver(half, identity);
    flush(programs.initdb, half, identity);
    writePrivate(join(dataDir, "secrets.json"), Buffer.concat(asideSecrets).toString("utf8"));
    installCluster(dataDir, half, identity);
    madeAt = manifest.madeAt;
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    rmSync(join(dataDir, "secrets.json"), { force: true });
    const isSystemError = error instanceof Error && "syscall" in error;
    throw isSystemError ? explainFailure(error.message, dataDir) : error;
  }
  return { madeAt, migrations: await startOnce(dataDir, options.log) };
}

async function unpack(source: string, half: string, secrets: Buffer[]): Promise<Manifest> {
  const found: Manifest["files"] = {};
  const manifestText: Buffer[] = [];
  try {
    for await (const entry of readArchive(source)) {
      if (entry.path === MANIFEST) {
        for await (const chunk of entry.content) manifestText.push(chunk);
        continue;
      }
      const counted = measured(entry.content);
      if (entry.path === "secrets.json") for await (const chunk of counted.content) secrets.push(chunk);
      else if (entry.path.startsWith("postgres/"))
        await writeFile(join(half, safe(entry.path.slice("postgres/".length))), counted.content);
      else continue; // something a person laid beside it
      found[entry.path] = counted.result();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (error instanceof Error && "syscall" in error) throw error;
    if (code.startsWith("Z_") || error instanceof Error) throw damaged(source, (error as Error).message);
    throw error;
  }
  const manifest = parseManifest(Buffer.concat(manifestText).toString("utf8"));
  if (!manifest) throw notABackup(source);
  for (const [path, file] of Object.entries(manifest.files)) {
    if (found[path]?.sha256 !== file.sha256) throw damaged(source, path);
  }
  return manifest;
}

function parseManifest(text: string): Manifest | null {
  try {
    return manifestShape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** No name in an archive may lead out of the folder it is unpacked to. */
function safe(path: string): string {
  if (path.split("/").includes("..") || path.startsWith("/")) throw new Error(`the name leads elsewhere: ${path}`);
  return path;
}

function handOver(folder: string, identity: Identity): void {
  giveTo(folder, identity);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    giveTo(path, identity);
    if (entry.isDirectory()) chmodSync(path, 0o700);
  }
}

/** Waits until everything unpacked is on disk; the server assumes so of its files. */
function flush(initdb: string, folder: string, identity: Identity): void {
  const done = spawnSync(initdb, ["--sync-only", "-D", folder], { ...identity, cwd: "/", encoding: "utf8" });
  if (done.status !== 0) throw explainFailure(`${done.stderr ?? ""}${done.error?.message ?? ""}`, folder);
}

async function startOnce(dataDir: string, log: (line: string) => void): Promise<number> {
  const embedded = await openEmbedded({ dataDir, log });
  try {
    const client = new pg.Client(embedded.admin);
    await client.connect();
    try {
      const known = await client.query("select to_regclass('musubi_meta.migration') is not null as known");
      if (!known.rows[0]?.known) return 0;
      const { rows } = await client.query("select count(*)::int as count from musubi_meta.migration");
      await client.query("checkpoint");
      return rows[0].count;
    } finally {
      await client.end();
    }
  } finally {
    await embedded.stop();
  }
}

function folderNotEmpty(dataDir: string): OperatorMessage {
  return new OperatorMessage("FOLDER_NOT_EMPTY", {
    ja: `復元先のフォルダーが空ではありません: ${dataDir}。空のフォルダーか、新しい名前を指定してください。`,
    en: `The folder to restore into is not empty: ${dataDir}. Choose an empty folder or a new name.`,
  });
}

function notABackup(source: string): OperatorMessage {
  return new OperatorMessage("NOT_A_BACKUP", {
    ja: `Musubiのバックアップではありません: ${source}。「musubi backup」で作ったフォルダーか .tar.gz を指定してください。`,
    en: `This is no backup of Musubi: ${source}. Name a folder or .tar.gz that "musubi backup" made.`,
  });
}

function damaged(source: string, what: string): OperatorMessage {
  return new OperatorMessage("BACKUP_DAMAGED", {
    ja: `バックアップが壊れているか、足りないファイルがあります: ${source}（${what}）。別のバックアップを使ってください。`,
    en: `The backup is damaged or incomplete: ${source} (${what}). Use another backup.`,
  });
}

function otherVersion(theirs: number, ours: number): OperatorMessage {
  return new OperatorMessage("OTHER_DATABASE_VERSION", {
    ja: `バックアップはPostgreSQL ${theirs} のもので、このプログラムはPostgreSQL ${ours} を含みます。作成した版のMusubiで復元してください。`,
    en: `The backup was made by PostgreSQL ${theirs}, and this program brings PostgreSQL ${ours}. Restore it with the version of Musubi that made it.`,
  });
}
