import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import {
  assert,
  type Outcome,
  ok,
  refuse,
  type TableLocale,
  type TableReading,
  type TableRow,
  type TableSpec,
} from "../../../domain/shared/index.ts";
import { workerPool } from "../worker-pool.ts";
import { FILE_LIMITS, type FileLimits, toMb } from "./limits.ts";
import type { FileForm, TableAnswer, TableJob } from "./table.worker.ts";

/** A file that was read: its good rows, its problems, and how it was written. */
export interface TableFile<Row> extends TableReading<Row> {
  readonly form: FileForm;
}

export interface ReadTableFileOptions {
  readonly locale: TableLocale;
  /** see `readTable` */
  readonly ignoreUnknownColumns?: boolean;
  readonly limits?: Partial<FileLimits>;
}

/**
 * Reads an uploaded file (XLSX, CSV, tab separated; encoding by its bytes) as rows of a table. The work is done in a worker
 * with a bounded memory: the server goes on answering. Do it before a transaction is begun.
 *
 * Refuses the file as a whole with FILE_EMPTY, FILE_TOO_LARGE, FILE_NOT_TABLE, FILE_OLD_EXCEL, FILE_BROKEN,
 * FILE_ENCODING_UNKNOWN, FILE_UNPACKS_TOO_LARGE, TOO_MANY_ROWS, TOO_MANY_COLUMNS, TOO_MANY_LETTERS, QUOTE_NOT_CLOSED,
 * FILE_TAKES_TOO_LONG, FILE_NEEDS_TOO_MUCH_MEMORY. What is wrong with single rows, or with the columns, stands in `problems`.
 */
export async function readTableFile<Row>(
  bytes: Uint8Array,
  spec: TableSpec<Row>,
  options: ReadTableFileOptions,
): Promise<Outcome<TableFile<Row>>> {
  const limits = { ...FILE_LIMITS, ...options.limits };
  if (bytes.length > limits.maxBytes) return refuse("FILE_TOO_LARGE", { maximumMb: toMb(limits.maxBytes) });
  const { port1, port2 } = new MessageChannel();
  // The copy is handed over, not the caller's bytes, which may be a view into a larger buffer.
  const copy = new Uint8Array(bytes);
  const job: TableJob = {
    bytes: copy,
    spec: spec as unknown as TableSpec,
    locale: options.locale,
    limits,
    ignoreUnknownColumns: options.ignoreUnknownColumns ?? false,
    port: port2,
  };
  try {
    const signal = AbortSignal.timeout(limits.maxSeconds * 1000);
    const answer = await runJob(job, signal, [copy.buffer, port2]);
    if (!answer.ok) return answer;
    const { portions, ...reading } = answer.value;
    return ok({ ...reading, rows: await takeRows<Row>(port1, portions) });
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError")
      return refuse("FILE_TAKES_TOO_LONG", { maximum: limits.maxSeconds });
    if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") {
      return refuse("FILE_NEEDS_TOO_MUCH_MEMORY");
    }
    throw error;
  } finally {
    port1.close();
  }
}

/** A worker that cannot even start is told as an event, not as the failure of its job, which would wait for its time limit. */
async function runJob(job: TableJob, signal: AbortSignal, transferList: readonly (ArrayBuffer | MessagePort)[]) {
  const workers = files.open();
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  workers.on("error", fail);
  try {
    return await Promise.race([workers.run(job, { signal, transferList: [...transferList] }), failed]);
  } finally {
    workers.off("error", fail);
  }
}

/** Takes the rows in one portion a turn: all at once would hold the server's thread for half a second. */
async function takeRows<Row>(port: MessagePort, portions: number): Promise<TableRow<Row>[]> {
  const rows: TableRow<Row>[] = [];
  for (let taken = 0; taken < portions; taken += 1) {
    // All portions were sent before the answer, so they lie here.
    const portion: { message: TableRow<Row>[] } | undefined = receiveMessageOnPort(port);
    assert(portion, `portion ${taken + 1} of ${portions} has come`);
    for (const row of portion.message) rows.push(row);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return rows;
}

/** One worker, started with the first file: files wait for each other, not for the server. Above its memory it ends and the file is refused. */
const files = workerPool<TableJob, TableAnswer>("table.worker", new URL("./table.worker.dev.mjs", import.meta.url), {
  memoryMb: 1024,
});

export const closeFileWorkers = files.close;
