import type { Readable } from "node:stream";
import { z } from "zod";

/** What every route that answers a table asks: the form of the file. */
export const templateQuery = z.object({
  format: z.enum(["xlsx", "csv"]).default("xlsx"),
  encoding: z.enum(["utf8", "shift_jis"]).default("utf8"),
});
/** What a person chooses of an exported file. */
export const exportQueryShape = templateQuery.extend({
  replaceUnmappable: z
    .stringbool()
    .default(false)
    .meta({ description: "write 〓 for letters that Shift_JIS lacks instead of refusing" }),
});
export const fileShape = z.string().meta({ format: "binary", description: "the file" });

/** A file in one piece: a transaction never waits for a slow line. */
export async function collect(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
