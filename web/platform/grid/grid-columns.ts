import type { ReactNode } from "react";
import { type ColumnSpec, readCell } from "../../../domain/shared/index.ts";
import { formatDate, parseTypedDate } from "../format/dates.ts";
import { formatDecimal } from "../format/numbers.ts";
import type { Locale } from "../i18n/i18n.ts";

/** Something a type-ahead cell found: the record's id, what people call it, and what the page wants to know of it. */
export interface LookupHit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly detail?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}
/** Finds records by code, name or kana; asked while somebody types. An empty text asks for what is used most. */
export type Lookup = (typed: string, signal: AbortSignal) => Promise<readonly LookupHit[]>;

/**
 * One row of a grid as it is typed: texts by column, exact decimals and days in plain form. A draft of it survives a
 * reload, so it holds nothing but plain data.
 */
export interface GridRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, string>>;
  /** What type-ahead cells point at. */
  readonly hits?: Readonly<Record<string, LookupHit>>;
  /** The record's own id and whatever the page must send back with it. */
  readonly data?: Readonly<Record<string, unknown>>;
}

interface ColumnBase {
  readonly id: string;
  readonly header: string;
  readonly width?: number;
  readonly required?: boolean;
  readonly readOnly?: boolean | ((row: GridRow) => boolean);
  /** The value a new row begins with; `"previous"` takes the row's above. */
  readonly initial?: string | "previous";
}

export type GridColumn = ColumnBase &
  (
    | { readonly kind: "text" | "code"; readonly maxLength?: number }
    | {
        readonly kind: "decimal";
        readonly decimals?: number;
        readonly min?: string;
        readonly moreThan?: string;
        /** The unit shown behind the number. */
        readonly unit?: (row: GridRow) => string | undefined;
      }
    | { readonly kind: "integer" | "yen"; readonly min?: string; readonly moreThan?: string }
    | { readonly kind: "date" }
    | { readonly kind: "choice"; readonly options: readonly { readonly value: string; readonly label: string }[] }
    | { readonly kind: "lookup"; readonly lookup: Lookup }
    /** Shown, never typed: computed from the rest of the row. */
    | { readonly kind: "computed"; readonly show: (row: GridRow) => ReactNode; readonly align?: "left" | "right" }
  );

export interface CellProblem {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly detail?: string;
}

/** A cell read: its value in plain form, empty when nothing stands there; or what is wrong with it. */
export type CellReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: CellProblem };

export const isNumeric = (column: GridColumn) =>
  column.kind === "decimal" || column.kind === "integer" || column.kind === "yen";

/** Reads what stands in a cell. A type-ahead cell is right once it points at a record. */
export function readGridCell(column: GridColumn, row: GridRow, locale: Locale): CellReading {
  const text = row.cells[column.id] ?? "";
  if (column.kind === "computed") return { ok: true, value: "" };
  if (text.trim() === "")
    return column.required ? { ok: false, problem: { code: "CELL_REQUIRED" } } : { ok: true, value: "" };
  switch (column.kind) {
    case "lookup": {
      const hit = row.hits?.[column.id];
      return hit ? { ok: true, value: hit.id } : { ok: false, problem: { code: "LOOKUP_NOT_FOUND", values: { text } } };
    }
    case "choice": {
      const found = column.options.find(({ value }) => value === text);
      const allowed = column.options.map(({ label }) => label).join(locale === "ja" ? "、" : ", ");
      return found
        ? { ok: true, value: found.value }
        : { ok: false, problem: { code: "WORD_UNKNOWN", values: { allowed } } };
    }
    default: {
      const reading = readCell(specOf(column), text, locale);
      return reading.ok
        ? { ok: true, value: String(reading.value ?? "") }
        : { ok: false, problem: { code: reading.code, ...(reading.values && { values: reading.values }) } };
    }
  }
}

/** What somebody typed or pasted, in the plain form kept in a row; unreadable text stays as it was typed. */
export function plainText(column: GridColumn, typed: string, locale: Locale, today: string): string {
  const text = typed.trim();
  if (text === "" || column.kind === "lookup" || column.kind === "computed") return text;
  if (column.kind === "date") return parseTypedDate(text, today) ?? text;
  if (column.kind === "choice") {
    const fold = (word: string) => word.normalize("NFKC").toLowerCase().replace(/\s/g, "");
    return column.options.find(({ value, label }) => fold(label) === fold(text) || value === text)?.value ?? text;
  }
  const reading = readCell(specOf(column), text, locale);
  return reading.ok && reading.value !== null ? String(reading.value) : text;
}

/** A cell as it is shown: separators, weekday, the option's word. */
export function shownText(column: GridColumn, row: GridRow, locale: Locale): string {
  const text = row.cells[column.id] ?? "";
  if (text === "") return "";
  if (column.kind === "choice") return column.options.find(({ value }) => value === text)?.label ?? text;
  if (column.kind === "date") return formatDate(text, locale);
  if (isNumeric(column)) return formatDecimal(text);
  return text;
}

function specOf(column: Exclude<GridColumn, { kind: "lookup" | "choice" | "computed" }>): ColumnSpec {
  const nothing = { ja: "", en: "" };
  const { id, header, width: _width, readOnly: _readOnly, initial: _initial, ...rest } = column;
  return { ...rest, key: id, header: { ja: header, en: header }, description: nothing, example: "" } as ColumnSpec;
}
