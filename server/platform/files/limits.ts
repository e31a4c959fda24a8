/** How much one file may hold. What is above is refused with a sentence, before it can fill the memory. */
export interface FileLimits {
  /** bytes of the file as uploaded */
  readonly maxBytes: number;
  /** rows below the header */
  readonly maxRows: number;
  /** columns of one row */
  readonly maxColumns: number;
  /** bytes that all read parts of an XLSX file may unpack to: a zip bomb is small outside and endless inside */
  readonly maxUnpackedBytes: number;
  /** letters that all cells together may hold */
  readonly maxLetters: number;
  /** after it, reading is given up */
  readonly maxSeconds: number;
}

const MEBIBYTE = 1_048_576;

/** 100,000 rows of 40 ordinary columns stay inside; measured figures stand in docs/rules/files.md. */
export const FILE_LIMITS: FileLimits = {
  maxBytes: 50 * MEBIBYTE,
  maxRows: 100_000,
  maxColumns: 300,
  maxUnpackedBytes: 500 * MEBIBYTE,
  maxLetters: 100_000_000,
  maxSeconds: 60,
};

/** Bytes as the whole mebibytes a refusal names. */
export function toMb(bytes: number): number {
  return Math.floor(bytes / MEBIBYTE);
}
