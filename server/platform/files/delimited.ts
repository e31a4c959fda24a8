import { type Outcome, ok, refuse } from "../../../domain/shared/index.ts";
import type { FileLimits } from "./limits.ts";

/** Cells of a file with, for each row, the line it begins on (the first is 1). Blank rows are left out. */
export interface FileCells {
  readonly cells: string[][];
  readonly lines: number[];
}

/** Lines above the header that a person may have put there; they do not count as rows of the table. */
export const HEAD_ROWS = 10;

/**
 * Reads comma, tab or semicolon separated text (RFC 4180; what separates is what the first lines hold most of).
 * Quoted cells may hold separators, quotes and line breaks. A quote in the middle of a cell is a letter.
 *
 * Refuses QUOTE_NOT_CLOSED (the rest of the file would vanish into one cell), TOO_MANY_ROWS, TOO_MANY_COLUMNS,
 * TOO_MANY_LETTERS, FILE_EMPTY.
 */
export function parseDelimited(text: string, limits: FileLimits): Outcome<FileCells> {
  const hint = /^sep=([,;\t])\r?\n/i.exec(text);
  const separator = (hint?.[1] ?? findSeparator(text)).charCodeAt(0);
  const end = text.length;
  if (end > limits.maxLetters) return refuse("TOO_MANY_LETTERS", { maximum: limits.maxLetters });
  const cells: string[][] = [];
  const lines: number[] = [];
  let row: string[] = [];
  let isBlank = true;
  let line = hint ? 2 : 1;
  let rowLine = line;
  let at = hint ? hint[0].length : 0;
  while (at < end) {
    let cell: string;
    if (text.charCodeAt(at) === QUOTE) {
      cell = "";
      let from = at + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        if (quote < 0) return refuse("QUOTE_NOT_CLOSED", { line });
        cell += text.slice(from, quote);
        from = quote + 1;
        if (text.charCodeAt(from) !== QUOTE) break;
        cell += '"';
        from += 1;
      }
      for (let next = at; next < from; next += 1) if (text.charCodeAt(next) === NEWLINE) line += 1;
      at = from;
      // What follows the closing quote up to the separator belongs to the cell, as Excel reads it.
      const rest = endOfCell(text, at, separator);
      if (rest > at) cell += text.slice(at, rest);
      at = rest;
    } else {
      const stop = endOfCell(text, at, separator);
      cell = text.slice(at, stop);
      at = stop;
    }
    row.push(unguard(cell));
    if (isBlank && cell.trim() !== "") isBlank = false;
    const closesRow = at >= end || text.charCodeAt(at) !== separator;
    if (!closesRow) {
      at += 1;
      if (at < end) continue;
      row.push("");
    }
    if (row.length > limits.maxColumns && row.slice(limits.maxColumns).some((cell) => cell.trim() !== "")) {
      return refuse("TOO_MANY_COLUMNS", { maximum: limits.maxColumns, line: rowLine });
    }
    if (!isBlank) {
      cells.push(row);
      lines.push(rowLine);
      if (cells.length > limits.maxRows + HEAD_ROWS) return refuse("TOO_MANY_ROWS", { maximum: limits.maxRows });
    }
    if (text.charCodeAt(at) === RETURN) at += 1;
    if (text.charCodeAt(at) === NEWLINE) at += 1;
    line += 1;
    rowLine = line;
    row = [];
    isBlank = true;
  }
  return cells.length === 0 ? refuse("FILE_EMPTY") : ok({ cells, lines });
}

/**
 * One row as a line of CSV, with its line break. A text that a spreadsheet would run as a formula gets an apostrophe in
 * front, which `parseDelimited` takes off again. Source: OWASP, "CSV Injection".
 *
 * @param isNumber per cell: a plain number, whose minus is no formula
 */
export function csvLine(cells: readonly string[], isNumber: readonly boolean[]): string {
  let line = "";
  for (let place = 0; place < cells.length; place += 1) {
    const cell = cells[place]!;
    const safe = !isNumber[place] && GUARDED.test(cell) ? `'${cell}` : cell;
    line += (place > 0 ? "," : "") + (/[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe);
  }
  return `${line}\r\n`;
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
/** Beginnings of formulas, also the full-width ones that Excel takes for them; apostrophes before one are kept apart. */
const GUARDED = /^'*[=+\-@＝＋－＠\t\r]/;

function unguard(cell: string): string {
  return cell.charCodeAt(0) === 0x27 && GUARDED.test(cell) ? cell.slice(1) : cell;
}

function endOfCell(text: string, from: number, separator: number): number {
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === separator || letter === NEWLINE || letter === RETURN) return at;
  }
  return text.length;
}

function findSeparator(text: string): string {
  const head = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r?\n|\r/, HEAD_ROWS)
    .join("\n");
  let best = ",";
  let bestCount = 0;
  for (const separator of [",", "\t", ";"]) {
    const count = head.split(separator).length - 1;
    if (count > bestCount) {
      best = separator;
      bestCount = count;
    }
  }
  return best;
}
