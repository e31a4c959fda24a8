import pg from "pg";
import { examine } from "../../server/platform/doctor/index.ts";
import type { BenchDatabase } from "./bench-database.ts";

/** A connection of the superuser. */
export async function connect(database: BenchDatabase): Promise<pg.Client> {
  const client = new pg.Client(database.admin);
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Inserts and updates, in all and by table. */
export interface RowCount {
  readonly total: number;
  readonly byTable: ReadonlyMap<string, number>;
  minus(other: RowCount): number;
  /** Rows per order since the other count, table by table, the most first. */
  largest(other: RowCount, orders: number): string;
}

/** Inserts and updates of all tables so far, as the server counts them; waits until the counters have arrived. */
export async function countRows(database: BenchDatabase): Promise<RowCount> {
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const client = await connect(database);
  await client.query("select pg_stat_force_next_flush()");
  const { rows } = await client.query<{ relname: string; rows: string }>(
    "select relname, n_tup_ins + n_tup_upd rows from pg_stat_user_tables where schemaname = 'app'",
  );
  await client.end();
  const byTable = new Map(rows.map((row) => [row.relname, Number(row.rows)]));
  const total = [...byTable.values()].reduce((sum, count) => sum + count, 0);
  return {
    total,
    byTable,
    minus: (other) => total - other.total,
    largest: (other, orders) =>
      [...byTable]
        .map(([table, count]) => [table, (count - (other.byTable.get(table) ?? 0)) / orders] as const)
        .filter(([, count]) => count >= 0.5)
        .sort(([, a], [, b]) => b - a)
        .map(([table, count]) => `${table} ${count.toFixed(1)}`)
        .join(", "),
  };
}

/** What the jobs do every second beside a server: seals the audit and folds the balances. */
export async function seal(database: BenchDatabase): Promise<void> {
  const client = new pg.Client(database.job);
  await client.connect();
  await client.query("set statement_timeout = '10min'");
  await client.query("select guard.seal_audit()");
  await client.query("select guard.fold_accounts()");
  await client.end();
}

/**
 * Asks every invariant of the bench's database and prints what was compared.
 *
 * @throws Error naming what is broken, or, where `all` is asked, an invariant that had nothing to compare
 */
export async function passDoctor(database: BenchDatabase, { all = false } = {}): Promise<void> {
  await seal(database);
  const { findings } = await examine(database.job);
  for (const finding of findings)
    console.log(`doctor: ${finding.invariant} compared ${finding.compared}, broken ${finding.broken}`);
  const broken = findings.filter((finding) => finding.broken > 0);
  if (broken.length > 0)
    throw new Error(
      `doctor found ${broken.map((finding) => `${finding.invariant} (${finding.examples.join(", ")})`).join("; ")}`,
    );
  // The companies of a bench are founded linked: nothing stood between them before.
  const empty = findings
    .filter((finding) => finding.compared === 0 && finding.invariant !== "opening_items_agreed")
    .map((finding) => finding.invariant);
  if (all && empty.length > 0) throw new Error(`doctor had nothing to compare: ${empty.join(", ")}`);
}
