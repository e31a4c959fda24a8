import { createHash } from "node:crypto";
import { z } from "zod";

export const MANIFEST = "musubi-backup.json";

/** What a backup says of itself; its last file. By the checksums a restore knows that nothing is missing or damaged. */
export const manifestShape = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  postgresMajor: z.number().int(),
  folders: z.array(z.string()),
  files: z.record(z.string(), z.object({ bytes: z.number().int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifestShape>;

/** Passes content through and tells its checksum at the end. */
export function measured(content: AsyncIterable<Buffer> | Iterable<Buffer>): {
  content: AsyncIterable<Buffer>;
  result(): { bytes: number; sha256: string };
} {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* pass() {
    for await (const chunk of content) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  return { content: pass(), result: () => ({ bytes, sha256: hash.digest("hex") }) };
}
