/**
 * Cells of a text from a spreadsheet's clipboard: tabs between cells, line ends between rows, quotes around cells that
 * hold either, doubled quotes inside. The line end behind the last row makes no further row.
 */
export function parsePastedCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  let at = 0;
  const endCell = () => {
    rows.at(-1)!.push(cell);
    cell = "";
  };
  while (at < text.length) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === "" && closesWithCell(text, at)) quoted = true;
    else if (sign === "\t") endCell();
    else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
      endCell();
      rows.push([]);
    } else cell += sign;
    at += 1;
  }
  if (cell !== "" || rows.at(-1)!.length > 0) endCell();
  if (rows.at(-1)!.length === 0) rows.pop();
  return rows;
}

/** Whether a quote opens a quoted cell: its partner stands before a tab, a line end or the end. 15" is an inch, no quote. */
function closesWithCell(text: string, open: number): boolean {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1]!);
  }
  return false;
}

/** Cells as a spreadsheet takes them from the clipboard. */
export function writeCells(cells: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return cells.map((row) => row.map(quote).join("\t")).join("\r\n");
}
