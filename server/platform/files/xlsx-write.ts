import { Readable } from "node:stream";
import {
  type CellValue,
  type ColumnSpec,
  daysBetween,
  type TableLocale,
  type TableSpec,
  writeCell,
} from "../../../domain/shared/index.ts";
import { type StyleName, styleId, styleOf, stylesXml } from "./xlsx-styles.ts";
import { type ZipPart, zipped } from "./zip-write.ts";

/** One sheet: a header row that stays in sight and can be filtered, and rows that come as a stream. */
export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly {
    readonly header: string;
    readonly isRequired: boolean;
    readonly width: number;
    readonly style: StyleName;
  }[];
  readonly rows: AsyncIterable<readonly SheetValue[]> | Iterable<readonly SheetValue[]>;
  /** cells with a list of words to choose from */
  readonly choices?: readonly {
    readonly place: number;
    readonly words: readonly string[];
    readonly mayBeEmpty: boolean;
  }[];
}
/** A number becomes a number, a text a text (never a formula), null an empty cell. */
export type SheetValue = string | number | null;

/** A required column's sign in the header; the reader does not mind it. */
export const REQUIRED_SIGN = "*";
/** Excel keeps 15 digits of a number; a longer one is written as text so that none is lost. */
const NUMBER_DIGITS = 15;
const ROWS_PER_PIECE = 200;
/** Rows of a template that get the list of words; further ones work by typing. */
const CHOICE_ROWS = 5000;
/** Excel's own limit for a list written into the cell's rule. */
const CHOICE_LETTERS = 255;
/** Excel's own limit for a text in a cell. */
const CELL_LETTERS = 32_767;

/** A workbook of the table. Rows are asked for as the receiver takes them, and other requests are served in between. */
export function writeXlsx<Row>(
  spec: TableSpec<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
  locale: TableLocale,
): Readable {
  return writeWorkbook([tableSheet(spec, rows, locale)]);
}

/** The table as a sheet. */
export function tableSheet<Row>(
  spec: TableSpec<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
  locale: TableLocale,
): SheetToWrite {
  const toValues = (row: Row) => {
    const values = row as Readonly<Record<string, CellValue | undefined>>;
    return spec.columns.map((column) => sheetValue(column, values[column.key], locale));
  };
  return {
    name: spec.name[locale],
    columns: spec.columns.map((column) => {
      const header = column.header[locale];
      const width = Math.min(40, Math.max(10, displayWidth(header) + 4, displayWidth(column.example) + 2));
      return { header, isRequired: column.required ?? false, width, style: styleOf(column) };
    }),
    rows: (async function* values() {
      for await (const row of rows) yield toValues(row);
    })(),
  };
}

/** Sheets as the bytes of an XLSX file (ECMA-376, transitional). */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Readable {
  const text = (name: string, xml: string): ZipPart => ({ name, content: [Buffer.from(xml, "utf8")] });
  return Readable.from(
    zipped([
      text("[Content_Types].xml", contentTypesXml(sheets.length)),
      text("_rels/.rels", relationsXml([["officeDocument", "xl/workbook.xml"]])),
      text("xl/workbook.xml", workbookXml(sheets)),
      text(
        "xl/_rels/workbook.xml.rels",
        relationsXml([
          ...sheets.map((_, index): [string, string] => ["worksheet", `worksheets/sheet${index + 1}.xml`]),
          ["styles", "styles.xml"],
        ]),
      ),
      text("xl/styles.xml", stylesXml()),
      ...sheets.map((sheet, index) => ({
        name: `xl/worksheets/sheet${index + 1}.xml`,
        content: sheetXml(sheet, index === 0),
      })),
    ]),
    { objectMode: false },
  );
}

async function* sheetXml(sheet: SheetToWrite, isFirst: boolean): AsyncGenerator<Buffer> {
  const { columns } = sheet;
  const letters = columns.map((_, place) => columnLetters(place));
  const styles = columns.map((column) => styleId(column.style));
  const cell = (place: number, line: number, style: number, value: SheetValue) => {
    const at = `<c r="${letters[place]}${line}" s="${style}"`;
    if (value === null || value === "") return "";
    if (typeof value === "number") return `${at}><v>${value}</v></c>`;
    return `${at} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, CELL_LETTERS))}</t></is></c>`;
  };
  let xml = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView ${isFirst ? 'tabSelected="1" ' : ""}workbookViewId="0">`;
  xml +=
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';
  xml += '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>';
  columns.forEach(({ width }, place) => {
    xml += `<col min="${place + 1}" max="${place + 1}" width="${width}" style="${styles[place]}" customWidth="1"/>`;
  });
  xml += '</cols><sheetData><row r="1">';
  columns.forEach(({ header, isRequired }, place) => {
    const style = styleId(isRequired ? "requiredHead" : "head");
    xml += cell(place, 1, style, isRequired ? `${header} ${REQUIRED_SIGN}` : header);
  });
  xml += "</row>";
  let line = 1;
  for await (const row of sheet.rows) {
    line += 1;
    xml += `<row r="${line}">`;
    for (let place = 0; place < columns.length; place += 1)
      xml += cell(place, line, styles[place]!, row[place] ?? null);
    xml += "</row>";
    if (line % ROWS_PER_PIECE === 0) {
      yield Buffer.from(xml, "utf8");
      xml = "";
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  xml += `</sheetData><autoFilter ref="A1:${letters.at(-1)}${line}"/>`;
  const choices = (sheet.choices ?? []).filter(
    ({ words }) => words.join(",").length <= CHOICE_LETTERS && !words.some((word) => word.includes(",")),
  );
  if (choices.length > 0) {
    xml += `<dataValidations count="${choices.length}">`;
    for (const { place, words, mayBeEmpty } of choices) {
      const list = escapeXml(words.join(",").replaceAll('"', '""'));
      xml += `<dataValidation type="list" allowBlank="${mayBeEmpty ? 1 : 0}" showErrorMessage="1" sqref="${letters[place]}2:${letters[place]}${CHOICE_ROWS + 1}">`;
      xml += `<formula1>"${list}"</formula1></dataValidation>`;
    }
    xml += "</dataValidations>";
  }
  yield Buffer.from(`${xml}</worksheet>`, "utf8");
}

/** What goes into a cell: numbers and days as real ones, so that a person can reckon with them; all else as text. */
function sheetValue(column: ColumnSpec, value: CellValue | undefined, locale: TableLocale): SheetValue {
  if (value === null || value === undefined) return null;
  if (column.kind === "date") return daysBetween("1899-12-30", String(value));
  if (column.kind === "integer" || column.kind === "decimal" || column.kind === "yen") {
    const text = String(value);
    return text.length <= NUMBER_DIGITS || text.replace(/\D/g, "").replace(/^0+/, "").length <= NUMBER_DIGITS
      ? Number(text)
      : text;
  }
  return writeCell(column, value, locale);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function contentTypesXml(sheetCount: number): string {
  const override = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="${CONTENT}.${kind}+xml"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, index) =>
    override(`/xl/worksheets/sheet${index + 1}.xml`, "worksheet"),
  );
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${override("/xl/workbook.xml", "sheet.main")}${override("/xl/styles.xml", "styles")}${sheets.join("")}</Types>`
  );
}

function relationsXml(relations: readonly [string, string][]): string {
  const all = relations.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
}

function workbookXml(sheets: readonly SheetToWrite[]): string {
  const all = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(sheetName(name))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${all.join("")}</sheets></workbook>`;
}

/** Excel forbids some signs in the name of a sheet, and more than 31 letters. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
}

/** Text for XML; letters that XML cannot hold, and what looks like their escape, are escaped as Excel does. */
function escapeXml(text: string): string {
  if (!/[&<>"\p{Cc}\ufffe\uffff]|_x/u.test(text)) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (letter) => {
      if (letter === "\n" || letter === "\t") return letter;
      return `_x${letter.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_`;
    })
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function columnLetters(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : columnLetters(Math.floor(place / 26) - 1) + last;
}

/** Columns of text as wide as its letters: a kanji takes two. */
function displayWidth(text: string): number {
  return [...text].reduce((width, letter) => width + (letter > "\u00ff" ? 2 : 1), 0);
}
