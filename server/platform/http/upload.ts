import type { FastifyRequest } from "fastify";
import { type Outcome, ok, refuse } from "../../../domain/shared/index.ts";
import type { UploadedFile } from "./route.ts";

interface Upload {
  readonly body: Readonly<Record<string, string>>;
  readonly files: readonly UploadedFile[];
}

/**
 * Reads a form with files, whole, into memory: a transaction never waits for a slow line.
 *
 * @param maxBytes per file; one above it is refused as FILE_TOO_LARGE
 */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<Outcome<Upload>> {
  if (!request.isMultipart()) return refuse("CONTENT_TYPE_UNKNOWN");
  const body: Record<string, string> = {};
  const files: UploadedFile[] = [];
  try {
    for await (const part of request.parts({ limits: { fileSize: maxBytes, files: 10, fields: 50 } })) {
      if (part.type === "file") {
        const bytes = await part.toBuffer();
        files.push({ field: part.fieldname, name: part.filename ?? "", contentType: part.mimetype, bytes });
      } else if (typeof part.value === "string") {
        body[part.fieldname] = part.value;
      }
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "FST_REQ_FILE_TOO_LARGE")
      return refuse("FILE_TOO_LARGE", { maximumMb: Math.floor(maxBytes / 1_048_576) });
    // The browser was closed, the line broke, or the form was cut short: nothing was begun.
    return refuse("UPLOAD_INTERRUPTED");
  }
  return ok({ body, files });
}
