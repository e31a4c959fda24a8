/** The text is no XML that a spreadsheet program writes. */
export class XmlBroken extends Error {}

/** What a scanner tells as it goes. Names come without their prefix; the attributes of an element are read when asked for. */
export interface XmlReader {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads XML piece by piece. Knows what the parts of an XLSX file hold: elements, text, CDATA, comments, the five named
 * entities and numbered ones. A document type, by which entities could be made to grow without end, is refused.
 */
export class XmlScanner {
  readonly #reader: XmlReader;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #rest = "";
  #depth = 0;

  constructor(reader: XmlReader) {
    this.#reader = reader;
  }

  /** @throws XmlBroken */
  feed(bytes: Uint8Array): void {
    let text: string;
    try {
      text = this.#rest + this.#decoder.decode(bytes, { stream: true });
    } catch {
      throw new XmlBroken();
    }
    let at = 0;
    while (at < text.length) {
      const tag = text.indexOf("<", at);
      if (tag < 0) break;
      const end = endOfTag(text, tag);
      // Text is told only together with the tag behind it, so that no entity is cut in two.
      if (end < 0) break;
      if (tag > at) this.#tellText(text.slice(at, tag));
      this.#tellTag(text, tag, end);
      at = end + 1;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > MAX_TAG) throw new XmlBroken();
  }

  /** @throws XmlBroken when the document is cut short */
  end(): void {
    if (this.#depth !== 0 || this.#rest.trim() !== "") throw new XmlBroken();
  }

  #tellText(text: string): void {
    this.#reader.text(text.includes("&") ? decodeEntities(text) : text);
  }

  #tellTag(text: string, tag: number, end: number): void {
    const mark = text.charCodeAt(tag + 1);
    if (mark === SLASH) {
      this.#depth -= 1;
      this.#reader.close(localName(text.slice(tag + 2, end).trimEnd()));
    } else if (mark === EXCLAMATION) {
      if (text.startsWith("<![CDATA[", tag)) this.#reader.text(text.slice(tag + 9, end - 2));
      else if (!text.startsWith("<!--", tag)) throw new XmlBroken();
    } else if (mark !== QUESTION) {
      const isEmpty = text.charCodeAt(end - 1) === SLASH;
      const inside = text.slice(tag + 1, isEmpty ? end - 1 : end);
      const space = inside.search(/\s/);
      const name = localName(space < 0 ? inside : inside.slice(0, space));
      this.#reader.open(name, space < 0 ? "" : inside.slice(space));
      if (isEmpty) this.#reader.close(name);
      else this.#depth += 1;
    }
  }
}

/** The value of an attribute by its full name, or undefined. */
export function attribute(attributes: string, name: string): string | undefined {
  // What every program writes: one space, no space around the sign, double quotes. It is asked for millions of times.
  const start = attributes.indexOf(` ${name}="`);
  if (start >= 0) {
    const from = start + name.length + 3;
    const end = attributes.indexOf('"', from);
    if (end >= 0) return decodeEntities(attributes.slice(from, end));
  }
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (at === 0 || !(before === 0x20 || before === 0x09 || before === 0x0a || before === 0x0d)) continue;
    const match = VALUE.exec(attributes.slice(at + name.length));
    if (match) return decodeEntities(match[1] ?? match[2]!);
  }
  return undefined;
}

const VALUE = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const MAX_TAG = 2_000_000;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const GREATER = 0x3e;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, number, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Where the tag that begins at `tag` ends, or -1 while it is not all there. A `>` within quotes ends nothing. */
function endOfTag(text: string, tag: number): number {
  if (text.charCodeAt(tag + 1) === EXCLAMATION) {
    const [start, stop] = text.startsWith("<!--", tag) ? ["<!--", "-->"] : ["<![CDATA[", "]]>"];
    if (!text.startsWith(start, tag)) {
      if (start.startsWith(text.slice(tag)) || "<!--".startsWith(text.slice(tag))) return -1;
      throw new XmlBroken();
    }
    const end = text.indexOf(stop, tag + start.length);
    return end < 0 ? -1 : end + stop.length - 1;
  }
  let open = 0;
  for (let at = tag + 1; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (open !== 0) {
      if (letter === open) open = 0;
    } else if (letter === QUOTE || letter === APOSTROPHE) open = letter;
    else if (letter === GREATER) return at;
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
