import { type Outcome, ok, type Refusal, refuse } from "../../../domain/shared/index.ts";
import { type FileCells, HEAD_ROWS } from "./delimited.ts";
import { type FileLimits, toMb } from "./limits.ts";
import { numberText, type Shown } from "./xlsx-format.ts";
import { readPart, readSharedStrings, readStyles, readWorkbook, TooManyLetters, unescapeText } from "./xlsx-parts.ts";
import { attribute, XmlBroken } from "./xml.ts";
import { ZipArchive, ZipBroken, ZipTooLarge } from "./zip.ts";

/** Thrown out of the middle of a sheet. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/**
 * Reads one sheet of an XLSX file as a stream: the sheet of the table's name, or the first that is not hidden.
 * A formula's cell is its last result; a number has the digits Excel shows; a day is `YYYY/MM/DD`.
 *
 * Refuses FILE_BROKEN (cut short or damaged), FILE_NOT_TABLE, FILE_EMPTY, FILE_UNPACKS_TOO_LARGE, TOO_MANY_ROWS,
 * TOO_MANY_COLUMNS, TOO_MANY_LETTERS.
 */
export async function readXlsx(
  bytes: Uint8Array,
  sheetNames: readonly string[],
  limits: FileLimits,
): Promise<Outcome<FileCells>> {
  try {
    const zip = new ZipArchive(bytes, limits.maxUnpackedBytes);
    const workbook = await readWorkbook(zip);
    if (!workbook) return refuse("FILE_NOT_TABLE");
    const visible = workbook.sheets.filter((sheet) => !sheet.isHidden);
    const sheet = visible.find(({ name }) => sheetNames.includes(name)) ?? visible[0];
    if (!sheet) return refuse("FILE_NOT_TABLE");
    const texts = await readSharedStrings(zip, workbook.sharedStringsPart, limits.maxLetters);
    const styles = await readStyles(zip, workbook.stylesPart);
    const reader = new SheetReader(texts, styles, workbook.is1904, limits);
    await readPart(zip, sheet.part, reader);
    return reader.cells.length === 0 ? refuse("FILE_EMPTY") : ok({ cells: reader.cells, lines: reader.lines });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusals: [error.refusal] };
    if (error instanceof TooManyLetters) return refuse("TOO_MANY_LETTERS", { maximum: limits.maxLetters });
    if (error instanceof ZipTooLarge)
      return refuse("FILE_UNPACKS_TOO_LARGE", { maximumMb: toMb(limits.maxUnpackedBytes) });
    if (error instanceof ZipBroken || error instanceof XmlBroken) return refuse("FILE_BROKEN");
    throw error;
  }
}

class SheetReader {
  readonly cells: string[][] = [];
  readonly lines: number[] = [];
  #row: string[] = [];
  #line = 0;
  #isBlank = true;
  #place = -1;
  #type = "n";
  #style = 0;
  #value = "";
  #isInValue = false;
  #phoneticDepth = 0;
  #letters = 0;

  constructor(
    readonly texts: readonly string[],
    readonly styles: readonly Shown[],
    readonly is1904: boolean,
    readonly limits: FileLimits,
  ) {}

  open(name: string, attributes: string): void {
    switch (name) {
      case "row": {
        const number = attribute(attributes, "r");
        this.#line = number === undefined ? this.#line + 1 : Number(number);
        this.#row = [];
        this.#isBlank = true;
        this.#place = -1;
        break;
      }
      case "c": {
        const reference = attribute(attributes, "r");
        this.#place = reference === undefined ? this.#place + 1 : placeOf(reference);
        this.#type = attribute(attributes, "t") ?? "n";
        this.#style = Number(attribute(attributes, "s") ?? 0);
        this.#value = "";
        break;
      }
      case "rPh":
        this.#phoneticDepth += 1;
        break;
      case "v":
      case "t":
        this.#isInValue = this.#phoneticDepth === 0;
        break;
    }
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.#isInValue = false;
    else if (name === "rPh") this.#phoneticDepth -= 1;
    else if (name === "c" && this.#value !== "") this.#endCell();
    else if (name === "row" && !this.#isBlank) this.#endRow();
  }

  text(text: string): void {
    if (this.#isInValue) this.#value += text;
  }

  #endCell(): void {
    const text = this.#cellText();
    if (text === "") return;
    if (this.#place >= this.limits.maxColumns) {
      if (text.trim() === "") return;
      throw new Refused({ code: "TOO_MANY_COLUMNS", values: { maximum: this.limits.maxColumns, line: this.#line } });
    }
    this.#letters += text.length;
    if (this.#letters > this.limits.maxLetters) {
      throw new TooManyLetters();
    }
    while (this.#row.length < this.#place) this.#row.push("");
    this.#row[this.#place] = text;
    if (this.#isBlank && text.trim() !== "") this.#isBlank = false;
  }

  #endRow(): void {
    this.cells.push(this.#row);
    this.lines.push(this.#line);
    if (this.cells.length > this.limits.maxRows + HEAD_ROWS) {
      throw new Refused({ code: "TOO_MANY_ROWS", values: { maximum: this.limits.maxRows } });
    }
  }

  #cellText(): string {
    switch (this.#type) {
      case "s":
        return this.texts[Number(this.#value)] ?? "";
      case "inlineStr":
      case "str":
        return unescapeText(this.#value);
      case "b":
        return this.#value.trim() === "1" ? "TRUE" : "FALSE";
      case "d":
        return this.#value.replace(/T00:00:00(\.0+)?Z?$/, "");
      case "e":
        return this.#value;
      default:
        return numberText(this.#value, this.styles[this.#style] ?? "number", this.is1904);
    }
  }
}

/** The place of a cell by its reference: A1 is 0, AA7 is 26. */
function placeOf(reference: string): number {
  let place = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at);
    if (letter < 65 || letter > 90) break;
    place = place * 26 + letter - 64;
    if (place > 20_000) throw new XmlBroken();
  }
  return place - 1;
}
