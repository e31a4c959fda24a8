import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import { areLarge, queryLarge } from "./large-query.ts";
import { clientOf, type Tx } from "./transaction.ts";
import type { DB } from "./types.generated.ts";

/**
 * The query builder for lists with optional filters. It only writes SQL; `fetchAll` runs it in the entered transaction.
 * Column and table names are those of schema `app`.
 */
export const q = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
}).withSchema("app");

/** Rows of a built query. */
export async function fetchAll<Row>(tx: Tx, query: Compilable<Row>): Promise<Row[]> {
  const compiled = query.compile();
  const result = await clientOf(tx).query(compiled.sql, compiled.parameters as unknown[]);
  return result.rows as Row[];
}

/**
 * Rows of hand-written SQL. Give frequent statements a `name`: they are then planned once per connection.
 * Values are always bound, never written into the text.
 */
export async function query<Row>(
  tx: Tx,
  statement: string | { name: string; text: string },
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const config = typeof statement === "string" ? { text: statement } : statement;
  const result = await clientOf(tx).query({ ...config, values: values.map(plain) });
  return result.rows as Row[];
}

/** Rows as the columns `unnest` takes: one bound array for each key, exact numbers as text. */
export function columnsOf<R extends object>(rows: readonly R[], keys: readonly (keyof R)[]): unknown[][] {
  return keys.map((key) => rows.map((row) => plain(row[key])));
}

/** How many rows a statement touched. */
export async function execute(
  tx: Tx,
  statement: string | { name: string; text: string },
  values: readonly unknown[] = [],
): Promise<number> {
  const config = typeof statement === "string" ? { text: statement } : statement;
  const client = clientOf(tx);
  const bound = values.map(plain);
  const result = areLarge(bound)
    ? await queryLarge(client, config, bound)
    : await client.query({ ...config, values: bound });
  return result.rowCount ?? 0;
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "object" && value !== null && "toFixed" in value) return String(value);
  return value;
}

/** A row with its column names as our own: `seller_id` becomes `sellerId`. The caller names the shape its SELECT gives. */
export function camel<T>(row: Record<string, unknown>): T {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase()),
      value,
    ]),
  ) as T;
}
