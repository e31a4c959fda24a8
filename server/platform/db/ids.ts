import { randomFillSync } from "node:crypto";

const BLOCK = 4096;
const pool = Buffer.alloc(BLOCK);
let used = BLOCK;

/** A UUID of version 7: sorts by the moment it was made. Random bytes are fetched in blocks; a command makes dozens of ids. */
export function newId(): string {
  if (used + 16 > BLOCK) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.subarray(used, used + 16);
  used += 16;
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
