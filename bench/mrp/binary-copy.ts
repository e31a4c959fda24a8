import { once } from "node:events";
import type pg from "pg";

/*
 * COPY in PostgreSQL's binary format, straight between typed arrays and the server: no row objects, no text. The driver knows
 * the messages of COPY but offers no way to use them; a query object of our own answers them.
 */

export type ColumnType = "int4" | "int8";
/** With `firstOf`, a column of arrays: row `r` holds the values `firstOf[r] .. firstOf[r + 1])`. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly values: Int32Array | Uint32Array | Float64Array;
  readonly firstOf?: Uint32Array;
}

/** The part of the driver's connection that COPY needs; it is not in the driver's types. */
interface CopyConnection {
  readonly stream: NodeJS.WritableStream & { readonly writableNeedDrain: boolean };
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

const SIGNATURE = Buffer.from("5047434f50590aff0d0a00" + "00000000" + "00000000", "hex");
const CHUNK_BYTES = 256 * 1024;
const SIZE = { int4: 4, int8: 8 } as const;
const TYPE_OID = { int4: 23, int8: 20 } as const;
const ARRAY_HEAD_BYTES = 20;
const TWO_POW_32 = 4_294_967_296;

/**
 * Appends rows to a table. Columns have equally many rows; values of int8 are exact integers; arrays are not empty.
 *
 * @throws what the server refuses, e.g. a missing column
 */
export async function copyIn(client: pg.Client, table: string, columns: readonly Column[]): Promise<void> {
  const names = columns.map((column) => column.name).join(", ");
  await run(client, `copy ${table} (${names}) from stdin (format binary)`, {
    async feed(connection) {
      connection.sendCopyFromChunk(SIGNATURE);
      for (const chunk of rowChunks(columns)) {
        connection.sendCopyFromChunk(chunk);
        if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
      }
      connection.sendCopyFromChunk(Buffer.from([0xff, 0xff]));
      connection.endCopyFrom();
    },
  });
}

/** Reads a query's rows into arrays of one type each; values of int8 must be exact integers. */
export async function copyOut(
  client: pg.Client,
  query: string,
  types: readonly ColumnType[],
  rowCount: number,
): Promise<(Int32Array | Float64Array)[]> {
  const columns = types.map((type) => (type === "int4" ? new Int32Array(rowCount) : new Float64Array(rowCount)));
  let row = 0;
  await run(client, `copy (${query}) to stdout (format binary)`, {
    // The server sends each row as a message of its own, the header before the first and the trailer after the last.
    take(message) {
      let at = row === 0 && message.subarray(0, 11).equals(SIGNATURE.subarray(0, 11)) ? SIGNATURE.length : 0;
      if (at === message.length || message.readInt16BE(at) === -1) return;
      at += 2;
      for (const [index, type] of types.entries()) {
        at += 4;
        columns[index]![row] =
          type === "int4"
            ? message.readInt32BE(at)
            : message.readInt32BE(at) * TWO_POW_32 + message.readUInt32BE(at + 4);
        at += SIZE[type];
      }
      row++;
    },
  });
  if (row !== rowCount) throw new Error(`expected ${rowCount} rows, read ${row}`);
  return columns;
}

/** Rows in the binary format, several at a time. The driver copies what it is given, so one buffer serves all chunks. */
function* rowChunks(columns: readonly Column[]): Generator<Buffer> {
  const rowCount = countRows(columns[0]!);
  let chunk = Buffer.alloc(CHUNK_BYTES);
  let view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  let at = 0;
  for (let row = 0; row < rowCount; row++) {
    const bytes = rowBytes(columns, row);
    if (at + bytes > chunk.length) {
      yield chunk.subarray(0, at);
      at = 0;
      if (bytes > chunk.length) {
        chunk = Buffer.alloc(bytes);
        view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      }
    }
    view.setInt16(at, columns.length);
    at += 2;
    for (let index = 0; index < columns.length; index++) {
      const { type, values, firstOf } = columns[index]!;
      if (firstOf === undefined) at = writeValue(view, at, type, values[row]!);
      else at = writeArray(view, at, type, values, firstOf[row]!, firstOf[row + 1]!);
    }
  }
  yield chunk.subarray(0, at);
}

function countRows(column: Column): number {
  return column.firstOf === undefined ? column.values.length : column.firstOf.length - 1;
}

function rowBytes(columns: readonly Column[], row: number): number {
  let bytes = 2;
  for (let index = 0; index < columns.length; index++) {
    const { type, firstOf } = columns[index]!;
    if (firstOf === undefined) bytes += 4 + SIZE[type];
    else bytes += 4 + ARRAY_HEAD_BYTES + (firstOf[row + 1]! - firstOf[row]!) * (4 + SIZE[type]);
  }
  return bytes;
}

function writeValue(view: DataView, at: number, type: ColumnType, value: number): number {
  view.setInt32(at, SIZE[type]);
  if (type === "int4") view.setInt32(at + 4, value);
  else {
    const high = Math.floor(value / TWO_POW_32);
    view.setInt32(at + 4, high);
    view.setUint32(at + 8, value - high * TWO_POW_32);
  }
  return at + 4 + SIZE[type];
}

/** One dimension, no nulls, type, count, first index 1; then the values. An empty array has no dimension, so there are none. */
function writeArray(
  view: DataView,
  at: number,
  type: ColumnType,
  values: Column["values"],
  from: number,
  to: number,
): number {
  view.setInt32(at, ARRAY_HEAD_BYTES + (to - from) * (4 + SIZE[type]));
  view.setInt32(at + 4, 1);
  view.setInt32(at + 8, 0);
  view.setInt32(at + 12, TYPE_OID[type]);
  view.setInt32(at + 16, to - from);
  view.setInt32(at + 20, 1);
  let next = at + 4 + ARRAY_HEAD_BYTES;
  for (let index = from; index < to; index++) next = writeValue(view, next, type, values[index]!);
  return next;
}

interface Copying {
  feed?(connection: CopyConnection): Promise<void>;
  take?(message: Buffer): void;
}

function run(client: pg.Client, text: string, copying: Copying): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: unknown;
    const query = {
      submit(connection: CopyConnection) {
        connection.query(text);
      },
      handleCopyInResponse(connection: CopyConnection) {
        copying.feed?.(connection).catch((error: unknown) => {
          failure = error;
          connection.sendCopyFail("the sender failed");
        });
      },
      handleCopyData(message: { chunk: Buffer }) {
        copying.take?.(message.chunk);
      },
      handleRowDescription() {},
      handleDataRow() {},
      handleCommandComplete() {},
      handleEmptyQuery() {},
      handlePortalSuspended() {},
      handleError(error: unknown) {
        reject(failure ?? error);
      },
      handleReadyForQuery() {
        resolve();
      },
    };
    client.query(query as never);
  });
}
