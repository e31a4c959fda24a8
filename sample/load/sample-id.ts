import { createHash } from "node:crypto";

/**
 * The id of something in a sample, the same in every installation: a load taken up after an interruption finds what it made
 * before. A UUID of version 8 over the parts.
 */
export function sampleId(...parts: readonly string[]): string {
  const bytes = createHash("sha256")
    .update(`musubi sample\n${parts.join("\n")}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
