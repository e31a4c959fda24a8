/** Tar in the ustar form, as much as a backup needs: plain files, names up to 255 bytes, sizes up to 8 GiB each. */
const BLOCK = 512;

/** The header of one file. @throws assertion when the name does not fit the form (a cluster has no such name) */
export function tarHeader(path: string, size: number, modifiedAt: Date): Buffer {
  const header = Buffer.alloc(BLOCK);
  const { name, prefix } = splitName(path);
  header.write(name, 0);
  header.write("0000600\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  header.write(
    `${Math.floor(modifiedAt.getTime() / 1000)
      .toString(8)
      .padStart(11, "0")}\0`,
    136,
  );
  header.write("        ", 148); // the checksum counts itself as spaces
  header.write("0", 156);
  header.write("ustar\x0000", 257);
  header.write(prefix, 345);
  header.write(`${checksum(header).toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

/** What a header says; null for the empty block that ends an archive. @throws when it is no tar header */
export function parseTarHeader(header: Buffer): { path: string; size: number } | null {
  if (header.every((byte) => byte === 0)) return null;
  const stated = Number.parseInt(text(header, 148, 8), 8);
  if (stated !== checksum(header)) throw new Error("not a tar archive");
  const prefix = text(header, 345, 155);
  const name = text(header, 0, 100);
  return { path: prefix ? `${prefix}/${name}` : name, size: Number.parseInt(text(header, 124, 12), 8) };
}

/** How many zero bytes follow a file of this size, and what ends an archive. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
export const TAR_END = Buffer.alloc(2 * BLOCK);
export const TAR_BLOCK = BLOCK;

function splitName(path: string): { name: string; prefix: string } {
  if (Buffer.byteLength(path) <= 100) return { name: path, prefix: "" };
  for (let cut = path.indexOf("/"); cut > 0; cut = path.indexOf("/", cut + 1)) {
    const [prefix, name] = [path.slice(0, cut), path.slice(cut + 1)];
    if (Buffer.byteLength(name) <= 100 && Buffer.byteLength(prefix) <= 155) return { name, prefix };
  }
  throw new Error(`the name is too long for an archive: ${path}`);
}

function checksum(header: Buffer): number {
  let sum = 0;
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 32 : (header[at] as number);
  return sum;
}

function text(header: Buffer, from: number, length: number): string {
  const end = header.indexOf(0, from);
  return header.subarray(from, end >= 0 && end < from + length ? end : from + length).toString("utf8");
}
