import { type CellProblemCode, readCell, writeCell } from "./table-cell.ts";
import {
  type CellValue,
  type ColumnSpec,
  foldWord,
  headerSpellings,
  type TableLocale,
  type TableSpec,
} from "./table-spec.ts";

/** What is wrong with a table as a whole or with a row beside its single cells. */
export type TableProblemCode =
  | CellProblemCode
  | "HEADER_NOT_FOUND"
  | "COLUMN_MISSING"
  | "COLUMN_UNKNOWN"
  | "COLUMN_TWICE"
  | "CELL_OUTSIDE_TABLE"
  | "TABLE_WITHOUT_ROWS"
  | "DUPLICATE_IN_FILE";

/** One thing wrong, with the place where a person finds it. */
export interface TableProblem<Code extends string = string> {
  /** line of the file, the first is 1 */
  readonly line: number;
  /** the column's key; absent when the header is not known */
  readonly field?: string;
  /** the header, in the reader's language */
  readonly column: string;
  /** what stood in the cell, at most 200 characters of it */
  readonly cell: string;
  readonly code: Code;
  readonly values: Readonly<Record<string, string | number>>;
  /** what cannot be imported because of it */
  readonly blocks: "nothing" | "row" | "file";
}

/** One good row. `originals` holds the cells whose text is not the plain form of their value, by column key. */
export interface TableRow<Row> {
  readonly line: number;
  readonly values: Row;
  readonly originals?: Readonly<Record<string, string>>;
}

export interface TableReading<Row> {
  /** rows without a problem, in the order of the file */
  readonly rows: readonly TableRow<Row>[];
  /** the first `maxProblems`, by line; `problemCount` counts all */
  readonly problems: readonly TableProblem[];
  readonly problemCount: number;
  /** rows below the header that are not blank, good and bad */
  readonly rowCount: number;
  /** keys of the columns found, in the order of the file */
  readonly columns: readonly string[];
}

export interface ReadTableOptions {
  /** line of each row of `cells`; counted from 1 when absent */
  readonly lines?: readonly number[];
  /** go on without columns that are not of this table (they stay listed); otherwise nothing is imported */
  readonly ignoreUnknownColumns?: boolean;
  /** how many problems are listed */
  readonly maxProblems?: number;
}

/** A title and a blank line or two often stand above the header of a sheet made for people. */
const HEADER_SEARCH_ROWS = 10;
const CELL_SHOWN_LENGTH = 200;

/**
 * Reads cells as the rows of a table. The header is the row, among the first ten that are not blank, that names most columns.
 * A row with a problem is left out of `rows`; of two rows with the same natural key the later one is the problem.
 */
export function readTable<Row>(
  spec: TableSpec<Row>,
  cells: readonly (readonly string[])[],
  locale: TableLocale,
  options: ReadTableOptions = {},
): TableReading<Row> {
  const { lines, maxProblems = 1000 } = options;
  const lineOf = (index: number) => lines?.[index] ?? index + 1;
  const problems: TableProblem[] = [];
  let problemCount = 0;
  const report = (
    problem: Omit<TableProblem<TableProblemCode>, "values"> & { values?: TableProblem["values"] | undefined },
  ) => {
    problemCount += 1;
    if (problems.length < maxProblems) {
      problems.push({ ...problem, cell: problem.cell.slice(0, CELL_SHOWN_LENGTH), values: problem.values ?? {} });
    }
  };
  const finish = (rows: TableRow<Row>[], rowCount: number, columns: string[]): TableReading<Row> => ({
    rows,
    problems,
    problemCount,
    rowCount,
    columns,
  });

  const header = findHeader(spec, cells);
  if (!header) {
    const first = cells.findIndex((row) => !isBlank(row));
    const wanted = spec.columns.filter((column) => column.required).map((column) => column.header[locale]);
    const expected = (wanted.length > 0 ? wanted : spec.columns.map((column) => column.header[locale])).join(", ");
    const cell = cells[first]?.find((text) => text.trim() !== "") ?? "";
    report({
      line: lineOf(Math.max(first, 0)),
      column: "",
      cell,
      code: "HEADER_NOT_FOUND",
      values: { expected },
      blocks: "file",
    });
    return finish([], 0, []);
  }

  const headerCells = cells[header.index]!;
  const line = lineOf(header.index);
  const taken = new Set<ColumnSpec>();
  const columns = header.columns.map((column, place) => {
    const cell = headerCells[place]!.trim();
    if (!column) {
      const blocks = options.ignoreUnknownColumns ? "nothing" : "file";
      if (cell !== "") report({ line, column: cell, cell, code: "COLUMN_UNKNOWN", values: { column: cell }, blocks });
      return undefined;
    }
    if (taken.has(column)) {
      const shown = column.header[locale];
      report({
        line,
        field: column.key,
        column: shown,
        cell,
        code: "COLUMN_TWICE",
        values: { column: shown },
        blocks: "file",
      });
      return undefined;
    }
    taken.add(column);
    return column;
  });
  for (const column of spec.columns) {
    // Without the columns of the key no row could be found again, and a second import would add everything once more.
    if (taken.has(column) || !(column.required || spec.naturalKey.includes(column.key))) continue;
    const shown = column.header[locale];
    report({
      line,
      field: column.key,
      column: shown,
      cell: "",
      code: "COLUMN_MISSING",
      values: { column: shown },
      blocks: "file",
    });
  }

  const rows: TableRow<Row>[] = [];
  const lineOfKey = new Map<string, number>();
  let rowCount = 0;
  for (let index = header.index + 1; index < cells.length; index += 1) {
    const row = cells[index]!;
    if (isBlank(row)) continue;
    rowCount += 1;
    const line = lineOf(index);
    const before = problemCount;
    const values: Record<string, CellValue> = {};
    let originals: Record<string, string> | undefined;
    for (let place = 0; place < columns.length; place += 1) {
      const column = columns[place];
      if (!column) continue;
      const cell = row[place] ?? "";
      const reading = readCell(column, cell, locale);
      if (reading.ok) {
        values[column.key] = reading.value;
        if (writeCell(column, reading.value, locale) !== cell) {
          originals ??= {};
          originals[column.key] = cell;
        }
      } else {
        const { code, values } = reading;
        report({ line, field: column.key, column: column.header[locale], cell, code, values, blocks: "row" });
      }
    }
    if (!options.ignoreUnknownColumns) {
      const place = row.findIndex((cell, at) => cell.trim() !== "" && (headerCells[at] ?? "").trim() === "");
      if (place >= 0) {
        const column = columnLetters(place);
        report({ line, column, cell: row[place]!, code: "CELL_OUTSIDE_TABLE", values: { column }, blocks: "row" });
      }
    }
    const key = spec.naturalKey.map((name) => values[name]);
    if (key.length > 0 && key.every((part) => part !== undefined) && key.some((part) => part !== null)) {
      const text = JSON.stringify(key);
      const firstLine = lineOfKey.get(text);
      if (firstLine === undefined) lineOfKey.set(text, line);
      else {
        const column = spec.columns.find((column) => column.key === spec.naturalKey[0])!;
        const shown = key.filter((part) => part !== null).join(" / ");
        const at = { line, field: column.key, column: column.header[locale] };
        const cell = row[columns.indexOf(column)] ?? "";
        report({ ...at, cell, code: "DUPLICATE_IN_FILE", values: { key: shown, firstLine }, blocks: "row" });
      }
    }
    if (problemCount === before) rows.push({ line, values: values as Row, ...(originals && { originals }) });
  }
  if (rowCount === 0) report({ line, column: "", cell: "", code: "TABLE_WITHOUT_ROWS", blocks: "file" });
  return finish(
    rows,
    rowCount,
    columns.flatMap((column) => (column ? [column.key] : [])),
  );
}

/** Rows as cells under a header, so that `readTable` gives the same rows back. A column left out of a row is written empty. */
export function writeTable<Row>(spec: TableSpec<Row>, rows: readonly Row[], locale: TableLocale): string[][] {
  return [spec.columns.map((column) => column.header[locale]), ...rows.map((row) => writeRow(spec, row, locale))];
}

/** One row as cells, in the order of the columns declared. */
export function writeRow<Row>(spec: TableSpec<Row>, row: Row, locale: TableLocale): string[] {
  const values = row as Readonly<Record<string, CellValue | undefined>>;
  return spec.columns.map((column) => writeCell(column, values[column.key], locale));
}

/** A problem found later (an unknown item, a unit without conversion) at the place of a row read before. */
export function problemAt<Row>(
  spec: TableSpec<Row>,
  row: TableRow<Row>,
  locale: TableLocale,
  problem: { readonly field?: keyof Row & string; readonly code: string; readonly values?: TableProblem["values"] },
): TableProblem {
  const { field, code, values = {} } = problem;
  const column = spec.columns.find((column) => column.key === field);
  const at = { line: row.line, code, values, blocks: "row" } as const;
  if (!column) return { ...at, column: "", cell: "" };
  const value = (row.values as Readonly<Record<string, CellValue | undefined>>)[column.key];
  const cell = row.originals?.[column.key] ?? writeCell(column, value, locale);
  return { ...at, field: column.key, column: column.header[locale], cell: cell.slice(0, CELL_SHOWN_LENGTH) };
}

/**
 * Which columns a row would change. A column the file does not have changes nothing.
 *
 * @param current the stored row, values in the same plain form (decimals without trailing zeros)
 * @param fromShiftJis the file cannot tell — from ― or 〜 from ～: such a difference is none
 */
export function changedColumns<Row>(
  spec: TableSpec<Row>,
  current: Row,
  values: Row,
  fromShiftJis = false,
): (keyof Row & string)[] {
  const same = (a: unknown, b: unknown) =>
    a === b ||
    (fromShiftJis && typeof a === "string" && typeof b === "string" && toShiftJisForms(a) === toShiftJisForms(b));
  return spec.columns.flatMap(({ key }) => {
    const wanted = values[key];
    return wanted === undefined || same(current[key] ?? null, wanted) ? [] : [key];
  });
}

const SHIFT_JIS_FORMS: Readonly<Record<string, string>> = {
  "\u2014": "\u2015",
  "\u2013": "\uff0d",
  "\u2212": "\uff0d",
  "\u301c": "\uff5e",
  "\u2016": "\u2225",
  "\u00a2": "\uffe0",
  "\u00a3": "\uffe1",
  "\u00ac": "\uffe2",
  "\u00a5": "\uffe5",
  "\u00a6": "\uffe4",
  "\u00a0": " ",
};

/** Dashes, tildes and signs that Windows' Shift_JIS lacks, as the twins it has. Looks the same, is another character. */
export function toShiftJisForms(text: string): string {
  return text.replace(
    /[\u2013\u2014\u2212\u301c\u2016\u00a0\u00a2\u00a3\u00a5\u00a6\u00ac]/g,
    (sign) => SHIFT_JIS_FORMS[sign]!,
  );
}

function findHeader<Row>(spec: TableSpec<Row>, cells: readonly (readonly string[])[]) {
  const bySpelling = new Map<string, ColumnSpec>();
  for (const column of spec.columns) {
    for (const spelling of headerSpellings(column)) if (!bySpelling.has(spelling)) bySpelling.set(spelling, column);
  }
  let best: { index: number; found: number; columns: (ColumnSpec | undefined)[] } | undefined;
  let searched = 0;
  for (let index = 0; index < cells.length && searched < HEADER_SEARCH_ROWS; index += 1) {
    const row = cells[index]!;
    if (isBlank(row)) continue;
    searched += 1;
    const columns = row.map((cell) => bySpelling.get(foldWord(cell)));
    const found = new Set(columns.filter((column) => column !== undefined)).size;
    if (found > (best?.found ?? 0)) best = { index, found, columns };
  }
  return best;
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell === "" || cell.trim() === "");
}

/** The letters a spreadsheet shows above a column: 0 is A, 26 is AA. */
function columnLetters(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : columnLetters(Math.floor(place / 26) - 1) + last;
}
