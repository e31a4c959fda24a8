import { writeFileSync } from "node:fs";
import pg from "pg";

/** Writes types.generated.ts from a migrated database: the tables as Kysely sees them, and each column's SQL type. */
export async function generateTypes(config: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(config);
  await client.connect();
  const { rows } = await client.query<{
    table: string;
    column: string;
    type: string;
    nullable: boolean;
    defaulted: boolean;
    generated: boolean;
  }>(`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type, not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as defaulted, a.attgenerated <> '' as generated
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`);
  await client.end();
  const tables = new Map<string, typeof rows>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  const out = [
    "// Generated from the migrated database by `npm run db:types`. Do not edit.",
    'import type { ColumnType } from "kysely";',
    'import type { Decimal } from "../../../domain/shared/index.ts";',
    "",
    "type Defaulted<T> = ColumnType<T, T | undefined, T>;",
    "type Computed<T> = ColumnType<T, never, never>;",
    "",
  ];
  for (const [table, columns] of tables) {
    out.push(`export interface ${pascal(table)} {`);
    for (const column of columns) {
      const type = tsType(column.type) + (column.nullable ? " | null" : "");
      out.push(
        `  ${column.column}: ${column.generated ? `Computed<${type}>` : column.defaulted ? `Defaulted<${type}>` : type};`,
      );
    }
    out.push("}", "");
  }
  out.push("export interface DB {");
  for (const table of tables.keys()) out.push(`  ${table}: ${pascal(table)};`);
  out.push("}", "", "export const COLUMN_TYPES = {");
  for (const [table, columns] of tables)
    out.push(`  ${table}: { ${columns.map((c) => `${c.column}: "${c.type}"`).join(", ")} },`);
  out.push("} as const;", "");
  return out.join("\n");
}

function pascal(table: string): string {
  return table.replace(/(^|_)([a-z])/g, (_all, _line, letter: string) => letter.toUpperCase());
}

function tsType(type: string): string {
  if (type.endsWith("[]")) return `${tsType(type.slice(0, -2))}[]`;
  if (type === "bigint") return "bigint";
  if (type === "numeric") return "Decimal";
  if (type === "integer" || type === "smallint") return "number";
  if (type === "boolean") return "boolean";
  if (type === "jsonb") return "unknown";
  if (type === "bytea") return "Buffer";
  return "string";
}

export function writeTypes(text: string): void {
  writeFileSync(new URL("./types.generated.ts", import.meta.url), text);
}
