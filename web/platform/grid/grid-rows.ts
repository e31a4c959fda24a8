import type { Locale } from "../i18n/i18n.ts";
import { type GridColumn, type GridRow, plainText } from "./grid-columns.ts";

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}
/** A block of cells, both ends included. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function blockOf(a: CellPlace, b: CellPlace): Block {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

/** What the pure steps need to know beside rows and columns. */
export interface GridContext {
  readonly columns: readonly GridColumn[];
  readonly locale: Locale;
  readonly today: string;
  readonly newKey: () => string;
}

export function isEditable(column: GridColumn, row: GridRow): boolean {
  if (column.kind === "computed") return false;
  return typeof column.readOnly === "function" ? !column.readOnly(row) : !column.readOnly;
}

/** A new row; columns may begin with a value of their own or with the one above. */
export function newRow(context: GridContext, above?: GridRow): GridRow {
  const cells: Record<string, string> = {};
  for (const { id, initial } of context.columns) {
    const value = initial === "previous" ? above?.cells[id] : initial;
    if (value) cells[id] = value;
  }
  return { key: context.newKey(), cells };
}

/** Nothing typed in it beyond what a new row begins with. */
export function isBlank(columns: readonly GridColumn[], row: GridRow): boolean {
  if (row.data) return false;
  return columns.every(({ id, initial }) => !row.cells[id]?.trim() || initial !== undefined);
}

/** Rows without the blank ones at the end: what is sent and kept. */
export function filledRows(columns: readonly GridColumn[], rows: readonly GridRow[]): GridRow[] {
  return rows.filter((row) => !isBlank(columns, row));
}

/** A cell with another text; what a type-ahead cell pointed at is forgotten until it is looked up anew. */
export function setText(row: GridRow, id: string, text: string): GridRow {
  if ((row.cells[id] ?? "") === text) return row;
  const { [id]: _dropped, ...hits } = row.hits ?? {};
  return { ...row, cells: { ...row.cells, [id]: text }, hits };
}

/** Makes the grid long enough for a row to be written at. */
function lengthened(rows: readonly GridRow[], count: number, context: GridContext): GridRow[] {
  const longer = [...rows];
  while (longer.length < count) longer.push(newRow(context, longer.at(-1)));
  return longer;
}

/** A row about to be written in: if nothing was, it begins as a new one does, so that what is not pasted keeps its usual value. */
function begun(rows: readonly GridRow[], at: number, context: GridContext): GridRow {
  const row = rows[at]!;
  if (!isBlank(context.columns, row)) return row;
  return { ...row, cells: { ...newRow(context, rows[at - 1]).cells, ...row.cells } };
}

export interface PasteResult {
  readonly rows: GridRow[];
  /** Cells of type-ahead columns that must be looked up now. */
  readonly lookUp: readonly CellPlace[];
  readonly block: Block;
  /** Columns of the clipboard that lay beyond the grid's right edge. */
  readonly droppedColumns: number;
  readonly written: number;
}

/**
 * Pastes cells of any shape at a block. A block larger than the clipboard is filled by repeating it, as spreadsheets do;
 * otherwise the clipboard's own shape counts and the grid grows downwards. Cells that take no input are passed over.
 */
export function pasteCells(
  rows: readonly GridRow[],
  block: Block,
  cells: readonly (readonly string[])[],
  context: GridContext,
): PasteResult {
  const { columns } = context;
  const pastedWidth = Math.max(0, ...cells.map((row) => row.length));
  const fits = (size: number, pasted: number) => (size > pasted && size % pasted === 0 ? size : pasted);
  const height = cells.length === 0 ? 0 : fits(block.bottom - block.top + 1, cells.length);
  const width = pastedWidth === 0 ? 0 : fits(block.right - block.left + 1, pastedWidth);
  const next = lengthened(rows, block.top + height, context);
  const lookUp: CellPlace[] = [];
  let written = 0;
  for (let down = 0; down < height; down += 1) {
    for (let across = 0; across < width; across += 1) {
      const place = { row: block.top + down, column: block.left + across };
      const column = columns[place.column];
      const text = cells[down % cells.length]![across % pastedWidth];
      if (!column || text === undefined || !isEditable(column, next[place.row]!)) continue;
      const plain = plainText(column, text, context.locale, context.today);
      const before = begun(next, place.row, context);
      next[place.row] = setText(before, column.id, plain);
      written += 1;
      if (column.kind === "lookup" && plain !== "" && !next[place.row]!.hits?.[column.id]) lookUp.push(place);
    }
  }
  const right = Math.min(block.left + width, columns.length) - 1;
  return {
    rows: next,
    lookUp,
    written,
    block: { ...block, bottom: Math.max(block.top, block.top + height - 1), right: Math.max(block.left, right) },
    droppedColumns: Math.max(0, block.left + width - columns.length),
  };
}

/** Copies the first row of a block into the rows below it; of a single row, the row above into it. */
export function fillDown(rows: readonly GridRow[], block: Block, columns: readonly GridColumn[]): GridRow[] {
  const source = block.top === block.bottom ? block.top - 1 : block.top;
  const from = rows[source];
  if (!from) return [...rows];
  return rows.map((row, at) => {
    if (at <= source || at > block.bottom) return row;
    return columns.slice(block.left, block.right + 1).reduce((changed, column) => {
      if (!isEditable(column, changed)) return changed;
      const text = setText(changed, column.id, from.cells[column.id] ?? "");
      const hit = from.hits?.[column.id];
      return hit ? { ...text, hits: { ...text.hits, [column.id]: hit } } : text;
    }, row);
  });
}

/** Empties the cells of a block that take input. */
export function clearBlock(rows: readonly GridRow[], block: Block, columns: readonly GridColumn[]): GridRow[] {
  return rows.map((row, at) => {
    if (at < block.top || at > block.bottom) return row;
    return columns
      .slice(block.left, block.right + 1)
      .reduce((changed, column) => (isEditable(column, changed) ? setText(changed, column.id, "") : changed), row);
  });
}

/** The texts of a block, for the clipboard: figures without separators, so that a spreadsheet reads them as numbers. */
export function copyBlock(rows: readonly GridRow[], block: Block, columns: readonly GridColumn[]): string[][] {
  return rows.slice(block.top, block.bottom + 1).map((row) =>
    columns.slice(block.left, block.right + 1).map((column) => {
      const text = row.cells[column.id] ?? "";
      if (column.kind === "choice") return column.options.find(({ value }) => value === text)?.label ?? text;
      return column.kind === "date" ? text.replaceAll("-", "/") : text;
    }),
  );
}

/** Which hit a typed or pasted text means: the only one, or the one whose code (else name) it is exactly. */
export function chooseHit<H extends { readonly code: string; readonly name: string }>(
  text: string,
  hits: readonly H[],
): H | "none" | "several" {
  const fold = (word: string) => word.normalize("NFKC").toLowerCase().trim();
  const wanted = fold(text);
  const byCode = hits.filter(({ code }) => fold(code) === wanted);
  if (byCode.length === 1) return byCode[0]!;
  const byName = hits.filter(({ name, code }) => fold(name) === wanted || fold(`${code} ${name}`) === wanted);
  if (byName.length === 1) return byName[0]!;
  if (hits.length === 1) return hits[0]!;
  return hits.length === 0 ? "none" : "several";
}
