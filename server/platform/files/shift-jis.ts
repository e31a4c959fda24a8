import iconv from "iconv-lite";
import { toShiftJisForms } from "../../../domain/shared/index.ts";

/** A letter that Windows' Shift_JIS does not have, and the first place it stands in. */
export interface Unmappable {
  readonly line: number;
  readonly column: string;
  readonly cell: string;
  /** the letters, each once */
  readonly letters: string;
}

/** What printers have put in the place of a missing letter since lead type. */
const MISSING = "〓";

/**
 * Turns text into Windows' Shift_JIS (CP932). Dashes and tildes it lacks become their twins; what is still missing is
 * found by reading the bytes back, because the encoder puts a question mark there without a word.
 *
 * @returns the bytes, with 〓 for each missing letter, and these letters
 */
export function encodeShiftJis(text: string): { bytes: Buffer; missing: string[] } {
  const wanted = toShiftJisForms(text).replace(/[\u3040-\u30ff][\u3099\u309a]/g, (pair) => pair.normalize("NFC"));
  const bytes = iconv.encode(wanted, "cp932");
  if (iconv.decode(bytes, "cp932") === wanted) return { bytes, missing: [] };
  const missing = new Set<string>();
  const kept = [...wanted].map((letter) => {
    if (iconv.decode(iconv.encode(letter, "cp932"), "cp932") === letter) return letter;
    missing.add(letter);
    return MISSING;
  });
  return { bytes: iconv.encode(kept.join(""), "cp932"), missing: [...missing] };
}
