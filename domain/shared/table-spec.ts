/** The two languages of the product. */
export type TableLocale = "ja" | "en";
/** One text in both languages. */
export interface Words {
  readonly ja: string;
  readonly en: string;
}
/** A word of a closed list as people write it; `aliases` are further spellings that are understood but never written. */
export interface EnumWords extends Words {
  readonly aliases?: readonly string[];
}

interface ColumnBase {
  /** the row's property; also understood as a header */
  readonly key: string;
  /** both are understood when reading; the reader's language is written */
  readonly header: Words;
  /** further headers that are understood, such as those of the program the company comes from */
  readonly aliases?: readonly string[];
  /** the column must be there and none of its cells empty */
  readonly required?: boolean;
  /** one sentence for the second sheet of a template */
  readonly description: Words;
  /** a cell as a person would type it */
  readonly example: string;
}

/** Bounds of a number, as decimal text and inclusive; `moreThan` is exclusive. */
interface Bounds {
  readonly min?: string;
  readonly max?: string;
  readonly moreThan?: string;
}

/**
 * One column. What a cell becomes: `text`, `code` a string; `integer` a number; `decimal` (prices, quantities) and `yen`
 * exact decimal text in shortest form; `date` `YYYY-MM-DD`; `boolean` a boolean; `enum` the key of its word.
 */
export type ColumnSpec = ColumnBase &
  (
    | { readonly kind: "text"; readonly maxLength?: number; readonly multiline?: boolean }
    | { readonly kind: "code"; readonly maxLength?: number }
    | ({ readonly kind: "integer" } & Bounds)
    | ({ readonly kind: "decimal"; readonly decimals?: number } & Bounds)
    | ({ readonly kind: "yen" } & Bounds)
    | { readonly kind: "date" }
    | { readonly kind: "boolean" }
    | { readonly kind: "enum"; readonly words: Readonly<Record<string, EnumWords>> }
  );

export type CellValue = string | number | boolean | null;

type ValueOf<Column> = Column extends { kind: "integer" }
  ? number
  : Column extends { kind: "boolean" }
    ? boolean
    : Column extends { kind: "enum"; words: infer List }
      ? keyof List & string
      : string;

/**
 * The row that columns describe. An optional column's value is `null` where the cell is empty (clear it) and `undefined`
 * where the file has no such column (leave it as it is).
 */
export type RowOf<Columns extends readonly ColumnSpec[]> = {
  readonly [Column in Columns[number] as Column["key"]]: Column extends { required: true }
    ? ValueOf<Column>
    : ValueOf<Column> | null | undefined;
};

/** What a table in a file looks like. Plain data, so that it can be handed to a worker. */
export interface TableSpec<Row = Readonly<Record<string, CellValue | undefined>>> {
  /** name of the sheet and of the file: 品目, items */
  readonly name: Words;
  readonly columns: readonly (ColumnSpec & { readonly key: keyof Row & string })[];
  /** the columns by which a row is found again; no two rows of a file may agree in all of them */
  readonly naturalKey: readonly (keyof Row & string)[];
}

/** Declares a table; the type of its rows follows from the columns (`TableRowOf<typeof spec>`). */
export function defineTable<const Columns extends readonly ColumnSpec[]>(spec: {
  readonly name: Words;
  readonly columns: Columns;
  readonly naturalKey: readonly Columns[number]["key"][];
}): TableSpec<RowOf<Columns>> {
  return spec as unknown as TableSpec<RowOf<Columns>>;
}

/** The row type of a declared table. */
export type TableRowOf<Spec> = Spec extends TableSpec<infer Row> ? Row : never;

/** A header or word without what people write differently: width, case, spaces, brackets' width, marks for "required". */
export function foldWord(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_*※]/g, "");
}

/** Every folded spelling under which a column's header is understood. */
export function headerSpellings(column: ColumnSpec): string[] {
  return [column.key, column.header.ja, column.header.en, ...(column.aliases ?? [])].map(foldWord);
}
