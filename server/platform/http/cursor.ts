import { isPlainDate, type Outcome, ok, refuse } from "../../../domain/shared/index.ts";

/**
 * What a sort key's value may be. Everything in a cursor is checked against this before it becomes a bound parameter, so
 * an altered cursor can move a reader within the own list and do nothing else.
 */
export type KeyKind = "text" | "uuid" | "date" | "instant" | "integer" | "decimal";
export type KeyValue = string | number | null;

const CHECKS: Record<KeyKind, (value: string) => boolean> = {
  text: (value) => value.length <= 300,
  uuid: (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  date: isPlainDate,
  instant: (value) => /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}(:?\d{2})?)$/.test(value),
  integer: (value) => /^-?\d{1,18}$/.test(value),
  decimal: (value) => /^-?\d{1,18}(\.\d{1,12})?$/.test(value),
};

/**
 * An opaque place in a list: the sort it belongs to and the sort key of the last row shown.
 *
 * @param sort as the query said, `-orderedOn`
 * @param key the last row's values in the order of the `order by`, ending with a unique one
 */
export function writeCursor(sort: string, key: readonly KeyValue[]): string {
  return Buffer.from(JSON.stringify([sort, ...key.map((value) => (value === null ? null : String(value)))])).toString(
    "base64url",
  );
}

/**
 * Reads a cursor back, as text values to bind. A cursor of another sort, cut short or altered is refused as CURSOR_INVALID.
 *
 * @param kinds what each value of the sort key must be, in order
 * @returns null when there is no cursor: the first page
 */
export function readCursor(
  cursor: string | undefined,
  sort: string,
  kinds: readonly KeyKind[],
): Outcome<readonly (string | null)[] | null, "CURSOR_INVALID"> {
  if (cursor === undefined) return ok(null);
  const values = parse(cursor);
  const sound =
    values !== null &&
    values.length === kinds.length + 1 &&
    values[0] === sort &&
    values
      .slice(1)
      .every((value, index) => value === null || (typeof value === "string" && CHECKS[kinds[index]!](value)));
  return sound ? ok(values.slice(1) as (string | null)[]) : refuse("CURSOR_INVALID", undefined, "query.cursor");
}

/**
 * Makes a page of `limit + 1` rows read: the row too many only says that there is another page.
 *
 * @param keyOf the sort key of a row, as for `writeCursor`
 */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  sort: string,
  keyOf: (row: Row) => readonly KeyValue[],
): { rows: Row[]; nextCursor?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last !== undefined
    ? { rows: shown, nextCursor: writeCursor(sort, keyOf(last)) }
    : { rows: shown };
}

export interface Sort<Column extends string> {
  readonly column: Column;
  readonly descending: boolean;
  /** The text a cursor is bound to. */
  readonly text: string;
}

/**
 * The sort a list query asks for, one of the list's own columns; a leading minus turns it round.
 * Another column is refused as SORT_UNKNOWN, so that nothing a user typed reaches an `order by`.
 */
export function readSort<Column extends string>(
  sort: string | undefined,
  columns: readonly Column[],
  otherwise: Column | `-${Column}`,
): Outcome<Sort<Column>, "SORT_UNKNOWN"> {
  const text = sort ?? otherwise;
  const descending = text.startsWith("-");
  const column = columns.find((known) => known === (descending ? text.slice(1) : text));
  return column
    ? ok({ column, descending, text })
    : refuse("SORT_UNKNOWN", { sort: text, columns: columns.join(", ") }, "query.sort");
}

function parse(cursor: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
