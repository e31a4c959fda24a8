import { type Shown, shownAs } from "./xlsx-format.ts";
import { attribute, type XmlReader, XmlScanner } from "./xml.ts";
import type { ZipArchive } from "./zip.ts";

/** A sheet of the workbook and the part of the archive it stands in. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
  readonly sharedStringsPart: string | undefined;
  readonly stylesPart: string | undefined;
}

/** The cells hold more text than allowed. */
export class TooManyLetters extends Error {}

/** Runs a part of the archive through a reader. */
export async function readPart(zip: ZipArchive, part: string, reader: XmlReader): Promise<void> {
  const scanner = new XmlScanner(reader);
  for await (const piece of zip.read(part)) scanner.feed(piece);
  scanner.end();
}

/** The workbook's list of sheets, or null when the archive is no XLSX (a Word file, an ordinary zip). */
export async function readWorkbook(zip: ZipArchive): Promise<Workbook | null> {
  const workbookPart = zip.has("_rels/.rels")
    ? [...(await readRelations(zip, "_rels/.rels", "")).values()].find(({ kind }) => kind === "officeDocument")?.part
    : undefined;
  if (!workbookPart || !zip.has(workbookPart)) return null;
  const slash = workbookPart.lastIndexOf("/") + 1;
  const folder = workbookPart.slice(0, slash);
  const relationsPart = `${folder}_rels/${workbookPart.slice(slash)}.rels`;
  if (!zip.has(relationsPart)) return null;
  const relations = await readRelations(zip, relationsPart, folder);
  const sheets: Sheet[] = [];
  let is1904 = false;
  await readPart(zip, workbookPart, {
    open(name, attributes) {
      if (name === "workbookPr") is1904 = ["1", "true"].includes(attribute(attributes, "date1904") ?? "");
      if (name !== "sheet") return;
      const id = /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? "";
      const relation = relations.get(id);
      if (relation?.kind !== "worksheet") return;
      const isHidden = (attribute(attributes, "state") ?? "visible") !== "visible";
      sheets.push({ name: attribute(attributes, "name") ?? "", isHidden, part: relation.part });
    },
    close() {},
    text() {},
  });
  const partOf = (wanted: string) =>
    [...relations.values()].find(({ kind, part }) => kind === wanted && zip.has(part))?.part;
  return { sheets, is1904, sharedStringsPart: partOf("sharedStrings"), stylesPart: partOf("styles") };
}

/** Per cell style (the `s` of a cell): what its numbers mean. */
export async function readStyles(zip: ZipArchive, part: string | undefined): Promise<Shown[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isInCellStyles = false;
  if (part) {
    await readPart(zip, part, {
      open(name, attributes) {
        if (name === "numFmt")
          codes.set(Number(attribute(attributes, "numFmtId")), attribute(attributes, "formatCode") ?? "");
        else if (name === "cellXfs") isInCellStyles = true;
        else if (name === "xf" && isInCellStyles) ids.push(Number(attribute(attributes, "numFmtId") ?? 0));
      },
      close(name) {
        if (name === "cellXfs") isInCellStyles = false;
      },
      text() {},
    });
  }
  return ids.map((id) => shownAs(id, codes.get(id)));
}

/**
 * The texts cells share. Runs of rich text are joined; the phonetic guide (ふりがな) that Japanese Excel keeps beside typed
 * kanji is left out: taken for text, 東京 would become トウキョウ.
 *
 * @throws TooManyLetters
 */
export async function readSharedStrings(
  zip: ZipArchive,
  part: string | undefined,
  maxLetters: number,
): Promise<string[]> {
  const texts: string[] = [];
  let text = "";
  let letters = 0;
  let isInText = false;
  let phoneticDepth = 0;
  if (part) {
    await readPart(zip, part, {
      open(name) {
        if (name === "si") text = "";
        else if (name === "rPh") phoneticDepth += 1;
        else if (name === "t") isInText = phoneticDepth === 0;
      },
      close(name) {
        if (name === "t") isInText = false;
        else if (name === "rPh") phoneticDepth -= 1;
        else if (name === "si") texts.push(unescapeText(text));
      },
      text(piece) {
        if (!isInText) return;
        letters += piece.length;
        if (letters > maxLetters) throw new TooManyLetters();
        text += piece;
      },
    });
  }
  return texts;
}

/** Letters that XML cannot hold are written as `_x000D_` in an XLSX file. */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

async function readRelations(zip: ZipArchive, part: string, folder: string) {
  const relations = new Map<string, { kind: string; part: string }>();
  await readPart(zip, part, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const target = attribute(attributes, "Target") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : new URL(target, `zip:///${folder}`).pathname.slice(1);
      const kind = (attribute(attributes, "Type") ?? "").split("/").at(-1)!;
      relations.set(attribute(attributes, "Id") ?? "", { kind, part: decodeURI(path) });
    },
    close() {},
    text() {},
  });
  return relations;
}
