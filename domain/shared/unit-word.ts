/** Codes of units that people read as a word; what is exchanged between programs stays the code. */
const WORDS: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  EA: { ja: "個", en: "EA" },
};

/** A unit as people read it: `EA` is 個 in Japanese; every other code speaks for itself. */
export function unitWord(code: string, locale: "ja" | "en"): string {
  return WORDS[code]?.[locale] ?? code;
}
