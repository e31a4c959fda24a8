import { Decimal } from "./exact.ts";
import { parseDate } from "./table-date.ts";
import { type CellValue, type ColumnSpec, foldWord, type TableLocale } from "./table-spec.ts";

/** What is wrong with one cell. */
export type CellProblemCode =
  | "CELL_REQUIRED"
  | "CELL_IS_ERROR"
  | "TEXT_TOO_LONG"
  | "TEXT_HAS_CONTROL_CHARACTER"
  | "TEXT_HAS_LINE_BREAK"
  | "NUMBER_INVALID"
  | "NUMBER_SHORTENED"
  | "NUMBER_NOT_WHOLE"
  | "NUMBER_TOO_LARGE"
  | "NUMBER_TOO_SMALL"
  | "NUMBER_NOT_MORE"
  | "TOO_MANY_DECIMALS"
  | "DATE_INVALID"
  | "BOOLEAN_INVALID"
  | "WORD_UNKNOWN";

export type CellReading =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly code: CellProblemCode; readonly values?: Readonly<Record<string, string | number>> };

const YES = new Set([
  "○",
  "〇",
  "◯",
  "●",
  "◎",
  "✓",
  "✔",
  "☑",
  "はい",
  "1",
  "true",
  "yes",
  "y",
  "on",
  "有",
  "有り",
  "あり",
  "する",
]);
const NO = new Set([
  "×",
  "✕",
  "✖",
  "✗",
  "☓",
  "☐",
  "いいえ",
  "0",
  "false",
  "no",
  "n",
  "off",
  "無",
  "無し",
  "なし",
  "しない",
]);
const SHEET_ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;
const DEFAULT_DECIMALS = 6;
const DEFAULT_LENGTH = { text: 200, code: 40 } as const;
/** Digits before the point that the database and the interface keep. */
const WHOLE_DIGITS = { integer: 15, decimal: 12, yen: 15 } as const;

/**
 * Reads one cell as its column says. Widths, thousands separators, △ for minus, ¥ and 円 are understood; what has two
 * readings (1,23 or a shortened 1.2E+11) is refused, never guessed.
 *
 * @param locale the language of the words named in a problem
 */
export function readCell(column: ColumnSpec, raw: string, locale: TableLocale): CellReading {
  const text = raw.trim();
  if (text === "") return column.required ? { ok: false, code: "CELL_REQUIRED" } : { ok: true, value: null };
  if (text.startsWith("#") && SHEET_ERROR.test(text)) return { ok: false, code: "CELL_IS_ERROR" };
  switch (column.kind) {
    case "text":
      return readText(text, column.maxLength ?? DEFAULT_LENGTH.text, column.multiline ?? false);
    case "code":
      return readText(narrow(text).trim(), column.maxLength ?? DEFAULT_LENGTH.code, false);
    case "integer":
    case "decimal":
    case "yen":
      return readNumber(column, text);
    case "date": {
      const value = parseDate(text);
      return value === null ? { ok: false, code: "DATE_INVALID" } : { ok: true, value };
    }
    case "boolean": {
      const word = foldWord(text);
      if (YES.has(word)) return { ok: true, value: true };
      return NO.has(word) ? { ok: true, value: false } : { ok: false, code: "BOOLEAN_INVALID" };
    }
    case "enum": {
      const word = foldWord(text);
      const found = Object.entries(column.words).find(([value, words]) =>
        [value, words.ja, words.en, ...(words.aliases ?? [])].some((spelling) => foldWord(spelling) === word),
      );
      return found
        ? { ok: true, value: found[0] }
        : { ok: false, code: "WORD_UNKNOWN", values: { allowed: allowedWords(column, locale) } };
    }
  }
}

/** A value as a cell's text, so that `readCell` gives the same value back. Numbers without thousands separators. */
export function writeCell(column: ColumnSpec, value: CellValue | undefined, locale: TableLocale): string {
  if (value === null || value === undefined) return "";
  if (column.kind === "boolean") return locale === "ja" ? (value ? "○" : "×") : value ? "yes" : "no";
  if (column.kind === "enum") return column.words[String(value)]?.[locale] ?? String(value);
  if (column.kind === "date") return String(value).replaceAll("-", "/");
  return String(value);
}

/** The words of a closed list in a language, in the order declared; for other columns the empty text. */
export function allowedWords(column: ColumnSpec, locale: TableLocale): string {
  if (column.kind !== "enum") return "";
  return Object.values(column.words)
    .map((words) => words[locale])
    .join(locale === "ja" ? "、" : ", ");
}

/** Full-width Latin letters, digits and signs as their ordinary ones. Leaves ㈱, ① and kana alone. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (letter) =>
    letter === "\u3000" ? " " : String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
  );
}

function readText(text: string, maxLength: number, multiline: boolean): CellReading {
  // A file from a Mac holds か and ゛ as two characters. A general NFC would also replace the old forms in people's names.
  const value = text.replace(/\r\n?/g, "\n").replace(/[\u3040-\u30ff][\u3099\u309a]/g, (pair) => pair.normalize("NFC"));
  if (!multiline && value.includes("\n")) return { ok: false, code: "TEXT_HAS_LINE_BREAK" };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for; the database cannot keep NUL
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/u.test(value)) {
    return { ok: false, code: "TEXT_HAS_CONTROL_CHARACTER" };
  }
  const length = value.length > maxLength ? [...value].length : 0;
  if (length > maxLength) return { ok: false, code: "TEXT_TOO_LONG", values: { maximum: maxLength, length } };
  return { ok: true, value };
}

function readNumber(column: ColumnSpec & { kind: "integer" | "decimal" | "yen" }, text: string): CellReading {
  const number = splitNumber(text);
  if (typeof number === "string") return { ok: false, code: number };
  const { whole, fraction } = number;
  const decimals = column.kind === "decimal" ? (column.decimals ?? DEFAULT_DECIMALS) : 0;
  if (fraction.length > decimals) {
    return decimals === 0
      ? { ok: false, code: "NUMBER_NOT_WHOLE" }
      : { ok: false, code: "TOO_MANY_DECIMALS", values: { decimals } };
  }
  const digits = WHOLE_DIGITS[column.kind];
  if (whole.length > digits) return { ok: false, code: "NUMBER_TOO_LARGE", values: { maximum: "9".repeat(digits) } };
  const size = fraction === "" ? whole : `${whole}.${fraction}`;
  const value = number.negative && size !== "0" ? `-${size}` : size;
  const { min, max, moreThan } = column;
  if (min !== undefined || max !== undefined || moreThan !== undefined) {
    const exact = new Decimal(value);
    if (min !== undefined && exact.lt(min)) return { ok: false, code: "NUMBER_TOO_SMALL", values: { minimum: min } };
    if (moreThan !== undefined && exact.lte(moreThan)) {
      return { ok: false, code: "NUMBER_NOT_MORE", values: { limit: moreThan } };
    }
    if (max !== undefined && exact.gt(max)) return { ok: false, code: "NUMBER_TOO_LARGE", values: { maximum: max } };
  }
  return { ok: true, value: column.kind === "integer" ? Number(value) : value };
}

const PLAIN_NUMBER = /^-?\d{1,15}$/;
const MINUS = /^[-−‐‑–—―ー△▲▵]/;
/** A backslash is what ¥ becomes in many Shift_JIS files. */
const YEN_SIGN = /^[¥￥\\]/;
const DIGITS = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$|^\.(\d+)$/;

/** Sign, whole digits without leading zeros ("0" at least) and decimals without trailing zeros; or what is wrong. */
function splitNumber(
  text: string,
): { negative: boolean; whole: string; fraction: string } | "NUMBER_INVALID" | "NUMBER_SHORTENED" {
  let rest = PLAIN_NUMBER.test(text) ? text : narrow(text).replace(/[\s\u00a0]/g, "");
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(rest);
  if (bracketed) {
    negative = true;
    rest = bracketed[1]!;
  }
  rest = rest.replace(YEN_SIGN, "");
  if (MINUS.test(rest)) {
    if (negative) return "NUMBER_INVALID";
    negative = true;
    rest = rest.slice(1);
  } else if (rest.startsWith("+")) rest = rest.slice(1);
  rest = rest.replace(YEN_SIGN, "").replace(/円$/, "");
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(rest)) return "NUMBER_SHORTENED";
  const match = DIGITS.exec(rest);
  if (!match) return "NUMBER_INVALID";
  return {
    negative,
    whole: (match[1] ?? "0").replaceAll(",", "").replace(/^0+(?=\d)/, ""),
    fraction: (match[2] ?? match[3] ?? "").replace(/0+$/, ""),
  };
}
