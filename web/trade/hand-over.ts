import type { AnswerOf } from "../platform/index.ts";

export type OpenLine = AnswerOf<"get", "/api/v1/open-lines">["rows"][number];

/** What is written beside a line's barcode: the order and the line in it. */
export const codeOfLine = (line: Pick<OpenLine, "number" | "lineNumber">) => `${line.number}-${line.lineNumber}`;

/** The lines a scanned or typed text names: the line itself before its order, the order before the item, whichever names one first. */
export function scannedLines(lines: readonly OpenLine[], text: string): readonly OpenLine[] {
  const fold = (word: string) => word.normalize("NFKC").trim().toUpperCase();
  const wanted = fold(text);
  if (wanted === "") return [];
  const ways: readonly ((line: OpenLine) => boolean)[] = [
    (line) => fold(codeOfLine(line)) === wanted,
    (line) => line.lots.some((lot) => fold(lot.code) === wanted),
    (line) => fold(line.number) === wanted || fold(line.outsideNumber) === wanted,
    (line) => fold(line.code) === wanted,
  ];
  for (const fits of ways) {
    const found = lines.filter(fits);
    if (found.length > 0) return found;
  }
  return [];
}

/** As many as are still owed, or as stand in the stores if that is less: what one press hands over unless somebody changes it. */
export function usualQuantity(line: Pick<OpenLine, "open" | "available">): string {
  return line.available !== null && Number(line.available) < Number(line.open) ? line.available : line.open;
}

/** What can be handed over now stands before what is still to be made. */
export function thereFirst(lines: readonly OpenLine[]): OpenLine[] {
  const isThere = (line: OpenLine) => Number(usualQuantity(line)) > 0;
  return [...lines.filter(isThere), ...lines.filter((line) => !isThere(line))];
}
