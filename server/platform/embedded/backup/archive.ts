import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { open, readdir, rename } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { finished } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { parseTarHeader, TAR_BLOCK, TAR_END, tarHeader, tarPadding } from "./tar.ts";

/** Takes the files of a backup one after another; the backup appears under its name only when closed. */
export type ArchiveWriter = {
  /** @param content exactly `size` bytes */
  add(path: string, size: number, content: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void>;
  close(): Promise<void>;
  abort(): void;
};

export type ArchiveEntry = { path: string; content: AsyncIterable<Buffer> };

/** A `.tar.gz` for a name that ends so, else a folder. */
export function createArchive(target: string): ArchiveWriter {
  const half = `${target}.partial`;
  rmSync(half, { recursive: true, force: true });
  return /\.(tar\.gz|tgz)$/.test(target) ? tarWriter(target, half) : folderWriter(target, half);
}

/** The files of a backup in their order; each one's content is read before the next is asked for. */
export function readArchive(source: string): AsyncIterable<ArchiveEntry> {
  return statSync(source).isDirectory() ? readFolder(source) : readTar(source);
}

function folderWriter(target: string, half: string): ArchiveWriter {
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const written: string[] = [];
  return {
    async add(path, _size, content) {
      await writeFile(join(half, path), content);
      written.push(join(half, path));
    },
    async close() {
      await syncAll(written);
      await rename(half, target);
    },
    abort: () => rmSync(half, { recursive: true, force: true }),
  };
}

/** Waits for the disk at the end and many at once: file by file it would take ten times as long. */
async function syncAll(paths: readonly string[]): Promise<void> {
  const left = [...paths];
  const work = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      const file = await open(path, "r+");
      await file.sync().finally(() => file.close());
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
}

/** Writes a new file, folders above it included. */
export async function writeFile(path: string, content: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of content) await file.write(chunk);
  } finally {
    await file.close();
  }
}

function tarWriter(target: string, half: string): ArchiveWriter {
  mkdirSync(dirname(half), { recursive: true });
  const file = createWriteStream(half, { mode: 0o600, flush: true });
  const gzip = createGzip({ level: 4 });
  const whole = finished(gzip.pipe(file));
  whole.catch(() => {}); // a write or the close reports it
  let failure: Error | undefined;
  file.once("error", (error) => {
    failure = error;
    gzip.destroy();
  });
  const write = (chunk: Buffer) =>
    new Promise<void>((resolve, reject) => {
      if (failure) return reject(failure);
      gzip.write(chunk, (error) => (failure || error ? reject(failure ?? error) : resolve()));
    });
  return {
    async add(path, size, content) {
      await write(tarHeader(path, size, new Date()));
      for await (const chunk of content) await write(chunk);
      await write(tarPadding(size));
    },
    async close() {
      gzip.end(TAR_END);
      await whole;
      await rename(half, target);
    },
    abort() {
      gzip.destroy();
      file.destroy();
      if (existsSync(half)) rmSync(half, { force: true });
    },
  };
}

async function* readFolder(source: string): AsyncGenerator<ArchiveEntry> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    yield { path: relative(source, file).split(sep).join("/"), content: createReadStream(file) };
  }
}

async function* readTar(source: string): AsyncGenerator<ArchiveEntry> {
  const input = createReadStream(source);
  const gunzip = createGunzip();
  input.once("error", (error) => gunzip.destroy(error));
  const bytes = new ByteReader(input.pipe(gunzip));
  try {
    for (;;) {
      const header = parseTarHeader(await bytes.exactly(TAR_BLOCK));
      if (header === null) return;
      yield { path: header.path, content: bytes.take(header.size) };
      await bytes.exactly(tarPadding(header.size).length);
    }
  } finally {
    input.destroy();
  }
}

/** Reads a stream by counted bytes. */
class ByteReader {
  private readonly source: AsyncIterator<Buffer>;
  private rest = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async exactly(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.take(count)) parts.push(part);
    return Buffer.concat(parts);
  }

  async *take(count: number): AsyncGenerator<Buffer> {
    let wanted = count;
    while (wanted > 0) {
      if (this.rest.length === 0) {
        const next = await this.source.next();
        if (next.done) throw new Error("the archive ends early");
        this.rest = next.value as Buffer<ArrayBuffer>;
      }
      const part = this.rest.subarray(0, wanted);
      this.rest = this.rest.subarray(part.length);
      wanted -= part.length;
      yield part;
    }
  }
}
