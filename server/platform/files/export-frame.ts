import { Readable } from "node:stream";
import { type Outcome, ok, refuse, type TableLocale, type TableSpec, writeRow } from "../../../domain/shared/index.ts";
import { csvLine } from "./delimited.ts";
import { encodeShiftJis, type Unmappable } from "./shift-jis.ts";
import { writeXlsxTemplate } from "./xlsx-template.ts";
import { writeXlsx } from "./xlsx-write.ts";

export type FileFormat = "xlsx" | "csv";
/** Of a CSV file. UTF-8 is written with its mark, by which Excel knows it; `shift_jis` is Windows' (CP932). */
export type CsvEncoding = "utf8" | "shift_jis";

export interface ExportOptions {
  readonly locale: TableLocale;
  readonly format: FileFormat;
  readonly encoding?: CsvEncoding;
  /** put 〓 for letters that Shift_JIS lacks instead of refusing */
  readonly replaceUnmappable?: boolean;
}

/** A file to answer with. */
export interface ExportedFile {
  readonly stream: Readable;
  readonly contentType: string;
  /** in the reader's language: 品目.xlsx; send it as RFC 8187 `filename*` */
  readonly fileName: string;
  /** cells with letters that Shift_JIS lacks, written as 〓 */
  readonly unmappable: readonly Unmappable[];
}

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ROWS_PER_PIECE = 500;
const UNMAPPABLE_LISTED = 100;

/**
 * Rows of a list as a file. XLSX and UTF-8 leave as a stream while rows are still read. Shift_JIS is written whole first:
 * only then is it known whether all letters have a place in it.
 *
 * Refuses UNMAPPABLE_CHARACTERS (values: letters, line, column, cell, count).
 */
export async function exportTable<Row>(
  spec: TableSpec<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
  options: ExportOptions,
): Promise<Outcome<ExportedFile>> {
  const { locale, format, encoding = "utf8" } = options;
  const fileName = `${spec.name[locale]}.${format}`;
  if (format === "xlsx") {
    return ok({ stream: writeXlsx(spec, rows, locale), contentType: XLSX_TYPE, fileName, unmappable: [] });
  }
  if (encoding === "utf8") {
    const stream = Readable.from(utf8Pieces(spec, rows, locale));
    return ok({ stream, contentType: "text/csv; charset=utf-8", fileName, unmappable: [] });
  }
  const { pieces, unmappable, unmappableCount } = await shiftJisPieces(spec, rows, locale);
  const first = unmappable[0];
  if (first && !options.replaceUnmappable) {
    const letters = [...new Set(unmappable.flatMap((place) => [...place.letters]))].join(" ");
    const { line, column, cell } = first;
    return refuse("UNMAPPABLE_CHARACTERS", { letters, line, column, cell, count: unmappableCount });
  }
  return ok({ stream: Readable.from(pieces), contentType: "text/csv; charset=shift_jis", fileName, unmappable });
}

/** An empty file to fill in. As XLSX with words to choose from and a sheet that explains the columns; as CSV its header. */
export async function exportTemplate<Row>(
  spec: TableSpec<Row>,
  options: Omit<ExportOptions, "replaceUnmappable">,
): Promise<Outcome<ExportedFile>> {
  if (options.format === "csv") return exportTable(spec, [], options);
  const stream = writeXlsxTemplate(spec, options.locale);
  return ok({ stream, contentType: XLSX_TYPE, fileName: `${spec.name[options.locale]}.xlsx`, unmappable: [] });
}

async function* utf8Pieces<Row>(spec: TableSpec<Row>, rows: AsyncIterable<Row> | Iterable<Row>, locale: TableLocale) {
  const isNumber = numberColumns(spec);
  let text = `\ufeff${headerLine(spec, locale)}`;
  let count = 0;
  for await (const row of rows) {
    text += csvLine(writeRow(spec, row, locale), isNumber);
    count += 1;
    if (count % ROWS_PER_PIECE === 0) {
      yield Buffer.from(text, "utf8");
      text = "";
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  yield Buffer.from(text, "utf8");
}

async function shiftJisPieces<Row>(
  spec: TableSpec<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
  locale: TableLocale,
) {
  const isNumber = numberColumns(spec);
  const pieces = [encodeShiftJis(headerLine(spec, locale)).bytes];
  const unmappable: Unmappable[] = [];
  let unmappableCount = 0;
  let line = 2;
  let count = 0;
  for await (const row of rows) {
    const cells = writeRow(spec, row, locale);
    const text = csvLine(cells, isNumber);
    const { bytes, missing } = encodeShiftJis(text);
    pieces.push(bytes);
    if (missing.length > 0) {
      cells.forEach((cell, place) => {
        const letters = encodeShiftJis(cell).missing;
        if (letters.length === 0) return;
        unmappableCount += 1;
        if (unmappable.length >= UNMAPPABLE_LISTED) return;
        unmappable.push({ line, column: spec.columns[place]!.header[locale], cell, letters: letters.join("") });
      });
    }
    line += text.split("\n").length - 1;
    count += 1;
    if (count % ROWS_PER_PIECE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return { pieces, unmappable, unmappableCount };
}

function headerLine<Row>(spec: TableSpec<Row>, locale: TableLocale): string {
  return csvLine(
    spec.columns.map((column) => column.header[locale]),
    [],
  );
}

function numberColumns<Row>(spec: TableSpec<Row>): boolean[] {
  return spec.columns.map((column) => column.kind === "integer" || column.kind === "decimal" || column.kind === "yen");
}
