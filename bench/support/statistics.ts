import type pg from "pg";

/**
 * Tells the planner how big the filled tables are, as autovacuum does after much was written. Tables without a row are left alone, as
 * autovacuum leaves them: an empty table that was once looked at counts as empty until the next look, and whatever is planned
 * meanwhile reads all of it, however much has been written to it since.
 */
export async function countFilledTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select c.oid::regclass::text name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('app', 'auth', 'guard') and pg_relation_size(c.oid) > 0",
  );
  await client.query(`vacuum analyze ${rows.map((row) => row.name).join(", ")}`);
}
