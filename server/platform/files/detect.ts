import iconv from "iconv-lite";
import { type Outcome, ok, refuse } from "../../../domain/shared/index.ts";
import { type FileLimits, toMb } from "./limits.ts";

export type TextEncoding = "utf8" | "shift_jis" | "euc_jp" | "utf16";

/** What a file is, by its bytes; its name and the browser's word for it are not asked. */
export type Detected =
  | { readonly kind: "xlsx" }
  | { readonly kind: "text"; readonly encoding: TextEncoding; readonly text: string };

/** First bytes of files people pick by mistake and that could pass for text. */
const NO_TABLES = ["%PDF", "{\\rtf", "<!DOCTYPE", "<!doctype", "<html", "<HTML", "<?xml", "<svg"];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const SAMPLE_BYTES = 262_144;

/**
 * Tells spreadsheet from text and decodes text. UTF-8 (with or without mark), Windows' Shift_JIS (CP932), EUC-JP, and UTF-16
 * with its mark (Excel's "Unicode text").
 *
 * Refuses FILE_EMPTY, FILE_TOO_LARGE, FILE_OLD_EXCEL (also what Excel makes of a file with a password), FILE_NOT_TABLE,
 * FILE_ENCODING_UNKNOWN.
 */
export function detect(bytes: Uint8Array, limits: FileLimits): Outcome<Detected> {
  if (bytes.length === 0) return refuse("FILE_EMPTY");
  if (bytes.length > limits.maxBytes) return refuse("FILE_TOO_LARGE", { maximumMb: toMb(limits.maxBytes) });
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return ok({ kind: "xlsx" });
  if (startsWith(bytes, OLD_EXCEL)) return refuse("FILE_OLD_EXCEL");
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  let text = decoded.value.text.replace(/^\ufeff/, "");
  // The mark by which DOS programs, and the office software that grew out of them, end a text file.
  if (text.endsWith("\u001a")) text = text.slice(0, -1);
  if (NO_TABLES.some((start) => text.trimStart().startsWith(start))) return refuse("FILE_NOT_TABLE");
  if (text.trim() === "") return refuse("FILE_EMPTY");
  return ok({ ...decoded.value, text });
}

function decode(bytes: Uint8Array): Outcome<{ kind: "text"; encoding: TextEncoding; text: string }> {
  const as = (encoding: TextEncoding, text: string) => ok({ kind: "text" as const, encoding, text });
  const strictly = (label: string) => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    const text = strictly(bytes[0] === 0xff ? "utf-16le" : "utf-16be");
    if (text === null) return refuse("FILE_ENCODING_UNKNOWN");
    return isBinary(text) ? refuse("FILE_NOT_TABLE") : as("utf16", text);
  }
  // No text file of any of these encodings holds these bytes; pictures, programs and archives do.
  if (
    bytes
      .subarray(0, SAMPLE_BYTES)
      .some((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b && byte !== 0x1a)
  ) {
    return refuse("FILE_NOT_TABLE");
  }
  const utf8 = strictly("utf-8");
  if (utf8 !== null) return utf8.includes("\u001b") ? refuse("FILE_ENCODING_UNKNOWN") : as("utf8", utf8);
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return refuse("FILE_ENCODING_UNKNOWN");
  const encoding = shiftJisOrEuc(sampleAroundJapanese(bytes));
  const text = encoding ? iconv.decode(bytes, LABELS[encoding]) : "\ufffd";
  return encoding && !text.includes("\ufffd") ? as(encoding, text) : refuse("FILE_ENCODING_UNKNOWN");
}

const LABELS = { shift_jis: "cp932", euc_jp: "eucjp" } as const;

/**
 * Shift_JIS unless only EUC-JP can be right. EUC-JP read as Shift_JIS is often without a fault, but nearly all half-width
 * kana; true half-width kana (bank files) read as EUC-JP are rare kanji without ordinary kana among them.
 */
function shiftJisOrEuc(sample: Uint8Array): "shift_jis" | "euc_jp" | null {
  const asShiftJis = iconv.decode(sample, LABELS.shift_jis);
  const asEuc = iconv.decode(sample, LABELS.euc_jp);
  if (asEuc.includes("\ufffd")) return asShiftJis.includes("\ufffd") ? null : "shift_jis";
  if (asShiftJis.includes("\ufffd")) return "euc_jp";
  return shareOf(asShiftJis, /[\uff61-\uff9f]/g) > 0.5 && shareOf(asEuc, /[\u3041-\u30ff]/g) > 0.1
    ? "euc_jp"
    : "shift_jis";
}

/** Which part of the letters that are not ASCII is of a kind. */
function shareOf(text: string, kind: RegExp): number {
  const all = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  return all === 0 ? 0 : (text.match(kind)?.length ?? 0) / all;
}

/** Whole lines around the first byte that is not ASCII: enough to tell, and quick for a large file. */
function sampleAroundJapanese(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = bytes.lastIndexOf(0x0a, first) + 1;
  const end = bytes.indexOf(0x0a, Math.min(bytes.length, start + SAMPLE_BYTES));
  return bytes.subarray(start, end < 0 ? bytes.length : end);
}

function isBinary(text: string): boolean {
  return text.slice(0, SAMPLE_BYTES).includes("\u0000");
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
