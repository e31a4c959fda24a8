import type { KeyKind, Sort } from "../platform/index.ts";

/** How a list's column is sorted: its SQL and what its value is in a cursor. */
export interface SortColumn {
  readonly sql: string;
  readonly kind: KeyKind;
}

/** The parts of a list's SQL that depend on what was asked: conditions with their bound values. */
export class Conditions {
  readonly values: unknown[];
  private readonly parts: string[] = [];
  constructor(first: readonly unknown[]) {
    this.values = [...first];
  }
  /** Binds a value; answers its `$n`. */
  bind(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
  add(condition: string): void {
    this.parts.push(condition);
  }
  /** Rows after the cursor, by the sort column and a unique key. */
  after(
    sort: Sort<string>,
    column: SortColumn,
    unique: readonly string[],
    cursor: readonly (string | null)[] | null,
  ): void {
    if (!cursor) return;
    const types: Readonly<Record<KeyKind, string>> = {
      text: "text",
      uuid: "uuid",
      date: "date",
      instant: "timestamptz",
      integer: "bigint",
      decimal: "numeric",
    };
    const [first, ...rest] = cursor;
    const places = [
      `${this.bind(first)}::${types[column.kind]}`,
      ...rest.map((value, index) => `${this.bind(value)}${index === 0 ? "::uuid" : "::int"}`),
    ];
    this.add(`(${[column.sql, ...unique].join(", ")}) ${sort.descending ? "<" : ">"} (${places.join(", ")})`);
  }
  get text(): string {
    return this.parts.map((part) => ` and ${part}`).join("");
  }
}

/** `order by` of a keyset list: the unique key turns round with the column, so that one comparison pages it. */
export function orderBy(sort: Sort<string>, column: SortColumn, unique: readonly string[]): string {
  const direction = sort.descending ? " desc" : "";
  return [column.sql, ...unique].map((sql) => sql + direction).join(", ");
}
