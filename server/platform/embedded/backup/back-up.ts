import { existsSync } from "node:fs";
import { open, readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import pg from "pg";
import { explainFailure } from "../failures.ts";
import { OperatorMessage } from "../operator-message.ts";
import { type ArchiveWriter, createArchive } from "./archive.ts";
import { MANIFEST, type Manifest, measured } from "./manifest.ts";

export type BackUpOptions = { admin: pg.ClientConfig; cluster: string; dataDir: string; target: string };

/** PostgreSQL makes these anew; their contents are of no use in a copy (manual, "Backing Up The Data Directory"). */
const EMPTY_IN_A_COPY = /^(pg_dynshmem|pg_notify|pg_replslot|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans|pg_wal)\//;
const NOT_COPIED =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?)$|(^|\/)(pgsql_tmp|pg_internal\.init|\.s\.PGSQL)/;
const CONTROL = "global/pg_control";
const WAL_FILE = /^[0-9A-F]{24}$/;

/**
 * Backs up a running embedded database: its files while it works on, and the log that makes them whole. Nobody waits.
 * @param options.target a folder, or a file ending in .tar.gz; it must not exist
 * @returns how much was copied
 * @throws OperatorMessage TARGET_EXISTS, DISK_FULL, FOLDER_NOT_WRITABLE
 */
export async function backUpEmbedded(options: BackUpOptions): Promise<{ files: number; bytes: number }> {
  const { admin, target } = options;
  if (existsSync(target)) {
    throw new OperatorMessage("TARGET_EXISTS", {
      ja: `バックアップ先がすでに存在します: ${target}。別の名前を指定してください。`,
      en: `The target of the backup exists already: ${target}. Choose another name.`,
    });
  }
  const client = new pg.Client(admin);
  client.on("error", () => {}); // the running query reports it
  await client.connect();
  let archive: ArchiveWriter | undefined;
  try {
    archive = createArchive(target);
    const manifest = await copyCluster(client, options, archive);
    const content = Buffer.from(JSON.stringify(manifest, null, 1));
    await archive.add(MANIFEST, content.length, [content]);
    await archive.close();
    const files = Object.values(manifest.files);
    return { files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
  } catch (error) {
    archive?.abort();
    const isSystemError = error instanceof Error && "syscall" in error;
    throw isSystemError ? explainFailure(error.message, target) : error;
  } finally {
    await client.end().catch(() => {}); // also ends a backup that was cut short, and drops the slot
  }
}

async function copyCluster(client: pg.Client, options: BackUpOptions, archive: ArchiveWriter): Promise<Manifest> {
  const { cluster, dataDir } = options;
  const manifest: Manifest = { format: 1, madeAt: new Date().toISOString(), postgresMajor: 0, folders: [], files: {} };
  const add = async (path: string, size: number, content: AsyncIterable<Buffer> | Iterable<Buffer>) => {
    const counted = measured(content);
    await archive.add(path, size, counted.content);
    manifest.files[path] = counted.result();
  };
  const addFile = async (path: string, file: string) => {
    const source = await openIfThere(file);
    if (!source) return; // dropped meanwhile; the log knows
    try {
      const { size } = await source.stat();
      await add(path, size, padded(source.createReadStream({ autoClose: false, end: Math.max(0, size - 1) }), size));
    } finally {
      await source.close();
    }
  };

  manifest.postgresMajor = Number((await readFile(join(cluster, "PG_VERSION"), "utf8")).trim());
  await addFile("secrets.json", join(dataDir, "secrets.json"));
  // The slot keeps the log since the start on disk, however long the copy takes; it ends with this connection.
  await client.query("select pg_create_physical_replication_slot($1, true, true)", [`musubi_backup_${process.pid}`]);
  await client.query("select pg_backup_start('musubi', true)");
  for (const entry of await readdir(cluster, { recursive: true, withFileTypes: true })) {
    const path = relative(cluster, join(entry.parentPath, entry.name)).split(sep).join("/");
    if (NOT_COPIED.test(path)) continue;
    if (entry.isDirectory()) {
      // What lies in these is ours alone (a slot's folder without its file would stop the restored database).
      if (!EMPTY_IN_A_COPY.test(path) || path.startsWith("pg_wal/")) manifest.folders.push(path);
    } else if (entry.isFile() && !EMPTY_IN_A_COPY.test(path) && path !== CONTROL)
      await addFile(`postgres/${path}`, join(cluster, path));
  }
  await addFile(`postgres/${CONTROL}`, join(cluster, CONTROL));
  const { rows } = await client.query<{ label: string; map: string; last: string }>(
    "select labelfile as label, spcmapfile as map, pg_walfile_name(lsn) as last from pg_backup_stop(false)",
  );
  const stop = rows[0];
  const first = /START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/.exec(stop?.label ?? "")?.[1];
  if (!stop || !first) throw new Error("the database did not say where its backup starts");
  const label = Buffer.from(stop.label);
  await add("postgres/backup_label", label.length, [label]);
  const log = (await readdir(join(cluster, "pg_wal"))).filter(
    (name) => WAL_FILE.test(name) && name >= first && name <= stop.last,
  );
  if (!log.includes(first) || !log.includes(stop.last)) throw new Error("the log of the backup is not complete");
  for (const name of log.sort()) await addFile(`postgres/pg_wal/${name}`, join(cluster, "pg_wal", name));
  return manifest;
}

async function openIfThere(path: string) {
  try {
    return await open(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** A file may shrink while it is read; the archive was promised its size, and the log repairs the content. */
async function* padded(content: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let missing = size;
  if (size > 0) {
    for await (const chunk of content) {
      missing -= chunk.length;
      yield chunk;
    }
  }
  if (missing > 0) yield Buffer.alloc(missing);
}
