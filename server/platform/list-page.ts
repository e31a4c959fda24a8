import type { Outcome } from "../../domain/shared/index.ts";
import { ok } from "../../domain/shared/index.ts";
import { query, settleAll, type Tx } from "./db/index.ts";
import { type KeyKind, readCursor, readSort, toPage } from "./http/index.ts";

/** A column a list can be sorted by. Its value is never null. */
export interface SortColumn<Row> {
  readonly sql: string;
  readonly kind: KeyKind;
  readonly of: (row: Row) => string | number;
}

/** A list as a store describes it. Values are bound in the order of `values`; `$1` is the company. */
export interface ListSource<Row, Column extends string> {
  readonly select: string;
  /** Tables and joins, without `from`. */
  readonly from: string;
  /** Conditions; the first one repeats the company (docs/decisions/0003-walls.md). */
  readonly where: readonly string[];
  readonly values: readonly unknown[];
  readonly sorts: Readonly<Record<Column, SortColumn<Row>>>;
  readonly sortedBy: Column | `-${Column}`;
  /** What makes the order unique. */
  readonly id: SortColumn<Row>;
}

export interface Page<Row> {
  readonly rows: Row[];
  readonly nextCursor?: string;
  readonly totalCount: number;
  readonly totalIsMore: boolean;
}

const COUNTED_ROWS = 10_000;

/**
 * One page of a list by keyset, with the number of rows there are (counted up to 10,000).
 *
 * @param asked the list's query: sort, cursor, limit
 * @returns SORT_UNKNOWN or CURSOR_INVALID for what no screen of ours asks
 */
export async function listPage<Row, Column extends string>(
  tx: Tx,
  source: ListSource<Row, Column>,
  asked: { readonly sort?: string | undefined; readonly cursor?: string | undefined; readonly limit: number },
): Promise<Outcome<Page<Row>>> {
  const columns = Object.keys(source.sorts) as Column[];
  const sort = readSort(asked.sort, columns, source.sortedBy);
  if (!sort.ok) return sort;
  const { column, descending, text } = sort.value;
  const by = source.sorts[column];
  const after = readCursor(asked.cursor, text, [by.kind, source.id.kind]);
  if (!after.ok) return after;
  const values: unknown[] = [...source.values];
  const where = [...source.where];
  if (after.value) {
    values.push(...after.value);
    const [first, second] = [`$${values.length - 1}`, `$${values.length}`];
    where.push(`(${by.sql}, ${source.id.sql}) ${descending ? "<" : ">"} (${first}, ${second})`);
  }
  const direction = descending ? "desc" : "asc";
  const all = source.where.join(" and ");
  const [rows, counted] = await settleAll([
    query<Row>(
      tx,
      `select ${source.select} from ${source.from} where ${where.join(" and ")}
        order by ${by.sql} ${direction}, ${source.id.sql} ${direction} limit ${asked.limit + 1}`,
      values,
    ),
    query<{ total: number }>(
      tx,
      `select count(*)::int total from (select from ${source.from} where ${all} limit ${COUNTED_ROWS + 1}) x`,
      source.values,
    ),
  ]);
  const total = counted[0]!.total;
  const page = toPage(rows, asked.limit, text, (row) => [by.of(row), source.id.of(row)]);
  return ok({ ...page, totalCount: Math.min(total, COUNTED_ROWS), totalIsMore: total > COUNTED_ROWS });
}
