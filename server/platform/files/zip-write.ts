import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<Buffer> | Iterable<Buffer>;
}

/** UTF-8 names; sizes stand behind the data, because a stream does not know them before. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1980-01-01, the earliest day the format knows: the same rows give the same bytes. */
const DOS_DATE = 0x0021;
const MAX_BYTES = 0xffffffff;

/** A zip archive as a stream. Packing is done in the pool of threads beside the server's own. */
export async function* zipped(parts: Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  let count = 0;
  for (const { name, content } of parts) {
    const nameBytes = Buffer.from(name, "utf8");
    const start = offset;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(VERSION, 4);
    head.writeUInt16LE(FLAGS, 6);
    head.writeUInt16LE(DEFLATED, 8);
    head.writeUInt16LE(DOS_DATE, 12);
    head.writeUInt16LE(nameBytes.length, 26);
    yield Buffer.concat([head, nameBytes]);
    let crc = 0;
    let unpackedBytes = 0;
    let packedBytes = 0;
    const source = Readable.from(
      (async function* counted() {
        for await (const piece of content) {
          crc = crc32(piece, crc);
          unpackedBytes += piece.length;
          yield piece;
        }
      })(),
      { objectMode: false },
    );
    const deflate = createDeflateRaw({ level: 6 });
    source.on("error", (error) => deflate.destroy(error));
    try {
      for await (const packed of source.pipe(deflate) as AsyncIterable<Buffer>) {
        packedBytes += packed.length;
        yield packed;
      }
    } finally {
      // The receiver may have gone away in the middle: the rows' query behind the source has to end then.
      source.destroy();
      deflate.destroy();
    }
    if (unpackedBytes > MAX_BYTES || start > MAX_BYTES) throw new Error("a part of the file is larger than 4 GB");
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(0x08074b50, 0);
    sizes.writeUInt32LE(crc, 4);
    sizes.writeUInt32LE(packedBytes, 8);
    sizes.writeUInt32LE(unpackedBytes, 12);
    yield sizes;
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(VERSION, 4);
    head.copy(entry, 6, 4, 14);
    sizes.copy(entry, 16, 4, 16);
    entry.writeUInt16LE(nameBytes.length, 28);
    entry.writeUInt32LE(start, 42);
    directory.push(entry, nameBytes);
    count += 1;
    offset += head.length + nameBytes.length + packedBytes + sizes.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([entries, end]);
}
