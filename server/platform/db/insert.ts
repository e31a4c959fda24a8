import { Decimal } from "../../../domain/shared/index.ts";
import { clientOf, sendWithCommit, settleAll, type Tx } from "./transaction.ts";
import { COLUMN_TYPES, type DB } from "./types.generated.ts";

type TableName = keyof DB & string;
/** What `insertAll` takes: any of the table's columns; exact numbers as bigint, Decimal or decimal text. */
export type NewRow<T extends TableName> = { readonly [C in keyof DB[T]]?: unknown };
type Rows = readonly Readonly<Record<string, unknown>>[];

interface Together {
  /** Rows by the text of their insert. */
  readonly rows: Map<string, { readonly table: TableName; readonly conflict: string; rows: Rows }>;
  readonly done: Promise<void>;
}

const together = new WeakMap<Tx, Together>();
const statements = new Map<string, { name: string; text: string }>();

/**
 * Inserts many rows of one table in one statement, however many companies they belong to. All rows must have the same keys.
 * Columns that are not given take their defaults. Nothing is returned: ids are made by the program.
 */
export async function insertAll<T extends TableName>(
  tx: Tx,
  table: T,
  rows: readonly NewRow<T>[],
  conflict = "",
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const key = `${table}(${Object.keys(first).join()})${conflict}`;
  const waiting = together.get(tx);
  if (waiting) {
    const before = waiting.rows.get(key);
    if (before) before.rows = [...before.rows, ...(rows as Rows)];
    else waiting.rows.set(key, { table, conflict, rows: rows as Rows });
    return waiting.done;
  }
  await send(tx, [key], [{ table, conflict, rows: rows as Rows }]);
}

/**
 * The inserts `work` makes before its first `await`, of whatever tables, become one statement: one trip, one plan, and rows of one
 * table that several parts of a command write go in together.
 *
 * Keys between the tables are checked at the end of the statement, so their order does not matter. What does not work together: a
 * policy that looks for a row of another table written here, and face triggers that build on each other's rows.
 */
export async function insertTogether<R>(tx: Tx, work: () => Promise<R>): Promise<R> {
  if (together.has(tx)) return work();
  let finish: (sent: Promise<void>) => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const waiting: Together = { rows: new Map(), done };
  together.set(tx, waiting);
  let result: Promise<R>;
  try {
    result = work();
  } finally {
    together.delete(tx);
  }
  finish(send(tx, [...waiting.rows.keys()], [...waiting.rows.values()]));
  const [answer] = await settleAll([result, done]);
  return answer;
}

const lastWrites = new WeakMap<Tx, (() => Promise<unknown>)[]>();

/**
 * Keeps inserts that nothing in the transaction reads any more, to send them as one statement together with the commit: no trip to
 * the database is waited for in between, and locks are held shorter. When they fail, the transaction fails with their error as if
 * they had been awaited.
 */
export function withCommit(tx: Tx, write: () => Promise<unknown>): void {
  const writes = lastWrites.get(tx);
  if (writes) writes.push(write);
  else {
    const first = [write];
    lastWrites.set(tx, first);
    sendWithCommit(tx, () => insertTogether(tx, () => settleAll(first.map((one) => one()))));
  }
}

/** Sends now what `withCommit` keeps: before a door is shut that it needs, and for who reads it in the same transaction. */
export async function sendKept(tx: Tx): Promise<void> {
  const writes = lastWrites.get(tx)?.splice(0) ?? [];
  if (writes.length > 0) await insertTogether(tx, () => settleAll(writes.map((one) => one())));
}

async function send(
  tx: Tx,
  keys: readonly string[],
  parts: readonly { readonly table: TableName; readonly conflict: string; readonly rows: Rows }[],
): Promise<void> {
  if (parts.length === 0) return;
  const key = keys.join(";");
  let statement = statements.get(key);
  if (!statement) {
    const inserts = parts.map(({ table, conflict, rows }, index) => insertText(table, rows, conflict, index + 1));
    const text =
      inserts.length === 1
        ? inserts[0]!
        : `with ${inserts.map((insert, index) => `i${index} as (${insert})`).join(", ")} select`;
    statement = { name: `i${statements.size}`, text };
    statements.set(key, statement);
  }
  await clientOf(tx).query({ ...statement, values: parts.map(({ rows }) => rowsToJson(rows)) });
}

function insertText(table: TableName, rows: Rows, conflict: string, parameter: number): string {
  const types = COLUMN_TYPES[table] as Record<string, string>;
  const columns = Object.keys(rows[0]!);
  const list = columns.map((column) => `"${column}"`).join(", ");
  const typed = columns.map((column) => {
    const type = types[column];
    if (!type) throw new Error(`assertion: ${table} has no column ${column}`);
    return `"${column}" ${type}`;
  });
  return `insert into app.${table} (${list}) select ${list} from jsonb_to_recordset($${parameter}::jsonb) x(${typed.join(", ")}) ${conflict}`;
}

/** JSON for a bound jsonb parameter: exact numbers as text, which PostgreSQL casts exactly. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, one) => (typeof one === "bigint" ? one.toString() : one));
}

/** The same for rows. Without the replacer where nothing nested needs it: being called for every value, it costs more than all else of an insert here. */
function rowsToJson(rows: Rows): string {
  const plain: Record<string, unknown>[] = [];
  for (const row of rows) {
    let copy: Record<string, unknown> | undefined;
    for (const key in row) {
      const value = row[key];
      if (typeof value === "bigint") {
        copy ??= { ...row };
        copy[key] = value.toString();
      } else if (typeof value === "object" && value !== null && !Decimal.isDecimal(value)) return toJson(rows);
    }
    plain.push(copy ?? row);
  }
  return JSON.stringify(plain);
}
