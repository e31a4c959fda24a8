import type { MessagePort } from "node:worker_threads";
import {
  type Outcome,
  ok,
  readTable,
  refuse,
  type TableLocale,
  type TableReading,
  type TableRow,
  type TableSpec,
} from "../../../domain/shared/index.ts";
import { type FileCells, parseDelimited } from "./delimited.ts";
import { detect, type TextEncoding } from "./detect.ts";
import type { FileLimits } from "./limits.ts";
import { readXlsx } from "./xlsx-read.ts";

/** What the worker is asked. Rows leave through `port` in portions; the rest is the answer. */
export interface TableJob {
  readonly bytes: Uint8Array;
  readonly spec: TableSpec;
  readonly locale: TableLocale;
  readonly limits: FileLimits;
  readonly ignoreUnknownColumns: boolean;
  readonly port: MessagePort;
}

/** How the file was written: the workbook, or text in one of the encodings. */
export type FileForm = "xlsx" | TextEncoding;

export type TableAnswer = Outcome<
  Omit<TableReading<unknown>, "rows"> & { readonly form: FileForm; readonly portions: number }
>;

/** Taking a portion in costs the server's own thread a few milliseconds. */
const ROWS_PER_PORTION = 1000;

/** Reads a file from bytes to rows, off the server's thread. */
export default async function readTableInWorker(job: TableJob): Promise<TableAnswer> {
  try {
    const file = await readCells(job.bytes, job.spec, job.limits);
    if (!file.ok) return file;
    const { cells, lines, form } = file.value;
    const { rows, ...reading } = readTable(job.spec, cells, job.locale, {
      lines,
      ignoreUnknownColumns: job.ignoreUnknownColumns,
    });
    if (reading.rowCount > job.limits.maxRows) return refuse("TOO_MANY_ROWS", { maximum: job.limits.maxRows });
    const portions = Math.ceil(rows.length / ROWS_PER_PORTION);
    for (let portion = 0; portion < portions; portion += 1) {
      const start = portion * ROWS_PER_PORTION;
      job.port.postMessage(rows.slice(start, start + ROWS_PER_PORTION) satisfies TableRow<unknown>[]);
    }
    return ok({ ...reading, form, portions });
  } finally {
    job.port.close();
  }
}

async function readCells(
  bytes: Uint8Array,
  spec: TableSpec,
  limits: FileLimits,
): Promise<Outcome<FileCells & { form: FileForm }>> {
  const detected = detect(bytes, limits);
  if (!detected.ok) return detected;
  const file = detected.value;
  const cells =
    file.kind === "xlsx"
      ? await readXlsx(bytes, [spec.name.ja, spec.name.en], limits)
      : parseDelimited(file.text, limits);
  return cells.ok ? ok({ ...cells.value, form: file.kind === "xlsx" ? "xlsx" : file.encoding }) : cells;
}
