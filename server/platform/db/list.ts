import { type Outcome, ok } from "../../../domain/shared/index.ts";
import { type KeyKind, readCursor, readSort, writeCursor } from "../http/cursor.ts";
import { camel, query } from "./query.ts";
import { gramsOf } from "./search.ts";
import type { Tx } from "./transaction.ts";

/** A list a company reads page by page. All SQL here is constant text; what a user typed is bound. */
export interface ListSql {
  /** Columns as SQL, snake_case names; rows come back in camelCase. */
  readonly select: string;
  readonly from: string;
  /** Must name the company: `f.company_id = $1`. The policy is the wall; this is for the planner. */
  readonly where: string;
  /** What may be sorted by: SQL that is never null, and the kind of its value. */
  readonly sorts: Readonly<Record<string, { readonly sql: string; readonly kind: KeyKind }>>;
  /** `-orderedOn`: when the query says nothing. */
  readonly otherwise: string;
  /** Makes the order total: unique within the company, same direction as the sort. */
  readonly tie: readonly { readonly sql: string; readonly kind: KeyKind }[];
}

/** One more condition; `?` stands for its values in order. */
export interface Filter {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface ListQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly sort?: string | undefined;
}

export interface Page<Row> {
  readonly rows: Row[];
  readonly nextCursor?: string;
}

/** Keeps the filters that are asked for: `when(query.state, "f.state = ?")`. */
export function when(value: unknown, sql: string, bind: unknown = value): Filter[] {
  return value === undefined || value === null || value === "" ? [] : [{ sql, values: [bind] }];
}

/**
 * Items or partners whose code, name or kana holds the words, by two-character grams: equality on an index, because under a policy
 * `like` reaches none. One character searches the beginning of the code.
 *
 * @param idSql the column that holds the subject's id, such as `f.item_id`
 */
export function searchFilter(search: string | undefined, subject: "item" | "partner", idSql: string): Filter[] {
  const text = (search ?? "").normalize("NFKC").toLowerCase().trim();
  if (text === "") return [];
  const grams = gramsOf(text);
  if (grams.length === 0) {
    return [
      {
        sql: `${idSql} in (select x.id from app.${subject} x where x.company_id = $1 and lower(x.code) >= ? and lower(x.code) < ?)`,
        values: [text, `${text}\u{10ffff}`],
      },
    ];
  }
  return [
    {
      sql: `${idSql} = any (array(select g.subject_id from app.search_gram g where g.company_id = $1 and g.subject_kind = '${subject}' and g.gram = any (?) group by g.subject_id having count(*) = ?))`,
      values: [grams, grams.length],
    },
  ];
}

/** One page of a list, keyset-paged: page 200 costs what page 1 costs. */
export async function listPage<Row>(
  tx: Tx,
  list: ListSql,
  asked: ListQuery,
  filters: readonly Filter[] = [],
): Promise<Outcome<Page<Row>, "SORT_UNKNOWN" | "CURSOR_INVALID">> {
  const sort = readSort(asked.sort, Object.keys(list.sorts), list.otherwise as `-${string}`);
  if (!sort.ok) return sort;
  const key = list.sorts[sort.value.column]!;
  const keys = [key, ...list.tie];
  const after = readCursor(
    asked.cursor,
    sort.value.text,
    keys.map((one) => one.kind),
  );
  if (!after.ok) return after;
  const values: unknown[] = [tx.companyId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = [list.where, ...filters.map((filter) => bound(filter, bind))];
  if (after.value) {
    const place = after.value.map((value, i) => `${bind(value)}::${SQL_TYPES[keys[i]!.kind]}`).join(", ");
    conditions.push(`(${keys.map((one) => one.sql).join(", ")}) ${sort.value.descending ? "<" : ">"} (${place})`);
  }
  const direction = sort.value.descending ? "desc" : "asc";
  const text = `select ${list.select}, ${keys.map((one, i) => `(${one.sql})::text as key_${i}`).join(", ")} from ${list.from}
    where ${conditions.join(" and ")} order by ${keys.map((one) => `${one.sql} ${direction}`).join(", ")} limit ${bind(asked.limit + 1)}`;
  const found = await query<Record<string, unknown>>(tx, text, values);
  const shown = found.slice(0, asked.limit);
  const last = shown.at(-1);
  const rows = shown.map((row) =>
    camel<Row>(Object.fromEntries(Object.entries(row).filter(([name]) => !/^key_\d+$/.test(name)))),
  );
  if (found.length <= asked.limit || !last) return ok({ rows });
  return ok({
    rows,
    nextCursor: writeCursor(
      sort.value.text,
      keys.map((_, i) => last[`key_${i}`] as string | null),
    ),
  });
}

const SQL_TYPES: Record<KeyKind, string> = {
  text: "text",
  uuid: "uuid",
  date: "date",
  instant: "timestamptz",
  integer: "bigint",
  decimal: "numeric",
};

function bound(filter: Filter, bind: (value: unknown) => string): string {
  const parts = filter.sql.split("?");
  if (parts.length - 1 !== filter.values.length)
    throw new Error(`assertion: ${filter.sql} has as many values as places`);
  return parts.reduce((text, part, i) => text + bind(filter.values[i - 1]) + part);
}
