import { crc32, createInflateRaw } from "node:zlib";

/** The archive is cut short, damaged, or packed in a way no spreadsheet program packs. */
export class ZipBroken extends Error {}
/** The archive unpacks to more than allowed. */
export class ZipTooLarge extends Error {}

interface ZipEntry {
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_BYTES = 22;
const MAX_ENTRIES = 10_000;

/**
 * A zip archive in memory, read by the directory at its end: an interrupted upload has none and is noticed at once.
 * Parts are unpacked as a stream, their real size counted against one allowance for the whole archive.
 */
export class ZipArchive {
  readonly #bytes: Buffer;
  readonly #entries = new Map<string, ZipEntry>();
  #allowance: number;

  /** @throws ZipBroken */
  constructor(bytes: Uint8Array, maxUnpackedBytes: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#allowance = maxUnpackedBytes;
    try {
      this.#readDirectory();
    } catch (error) {
      if (error instanceof RangeError) throw new ZipBroken();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * The bytes of a part, in pieces.
   *
   * @throws ZipBroken, also when the checksum is wrong; ZipTooLarge
   */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (!entry) throw new ZipBroken();
    if (entry.unpackedBytes > this.#allowance) throw new ZipTooLarge();
    const packed = this.#packed(entry);
    let crc = 0;
    for await (const piece of entry.method === 0 ? [packed] : inflated(packed)) {
      this.#allowance -= piece.length;
      if (this.#allowance < 0) throw new ZipTooLarge();
      crc = crc32(piece, crc);
      yield piece;
    }
    if (crc !== entry.crc) throw new ZipBroken();
  }

  #packed(entry: ZipEntry): Buffer {
    const bytes = this.#bytes;
    if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL_ENTRY) throw new ZipBroken();
    const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
    if (start + entry.packedBytes > bytes.length) throw new ZipBroken();
    return bytes.subarray(start, start + entry.packedBytes);
  }

  #readDirectory(): void {
    const bytes = this.#bytes;
    let end = bytes.length - END_BYTES;
    // A comment of up to 65,535 bytes may follow the end record.
    const lowest = Math.max(0, end - 0xffff);
    while (end >= lowest && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
    if (end < lowest) throw new ZipBroken();
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    if (count > MAX_ENTRIES) throw new ZipTooLarge();
    if (at === 0xffffffff) at = this.#directoryOf64(end);
    for (let index = 0; index < count; index += 1) {
      if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new ZipBroken();
      const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
      const method = bytes.readUInt16LE(at + 10);
      if (isEncrypted || (method !== 0 && method !== 8)) throw new ZipBroken();
      const nameBytes = bytes.readUInt16LE(at + 28);
      const extraBytes = bytes.readUInt16LE(at + 30);
      const name = bytes.toString("utf8", at + 46, at + 46 + nameBytes).replaceAll("\\", "/");
      const sizes = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
      widen(sizes, bytes.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes));
      const [unpackedBytes, packedBytes, offset] = sizes as [number, number, number];
      this.#entries.set(name, { method, crc: bytes.readUInt32LE(at + 16), packedBytes, unpackedBytes, offset });
      at += 46 + nameBytes + extraBytes + bytes.readUInt16LE(at + 32);
    }
  }

  #directoryOf64(end: number): number {
    const record = Number(this.#bytes.readBigUInt64LE(end - 20 + 8));
    return Number(this.#bytes.readBigUInt64LE(record + 48));
  }
}

/** Puts the 8-byte sizes of the "zip64" field where the 4-byte ones say that they stand there. */
function widen(sizes: number[], extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 0x0001) continue;
    let field = at + 4;
    for (let index = 0; index < sizes.length; index += 1) {
      if (sizes[index] !== 0xffffffff) continue;
      sizes[index] = Number(extra.readBigUInt64LE(field));
      field += 8;
    }
  }
}

async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 262_144 });
  inflate.end(packed);
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) throw new ZipBroken();
    throw error;
  } finally {
    inflate.destroy();
  }
}
