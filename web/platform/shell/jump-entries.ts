interface Entry {
  readonly text: string;
  readonly keywords?: string;
}

/** Width, case, spaces and the kana's shape make no difference when somebody looks for a word. */
export function foldForSearch(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Entries whose text or keywords hold what was typed, those that begin with it first; at most eight. */
export function findEntries<E extends Entry>(entries: readonly E[], typed: string): readonly E[] {
  const wanted = foldForSearch(typed);
  if (wanted === "") return entries.slice(0, 8);
  const rank = (entry: E) => {
    const text = foldForSearch(entry.text);
    if (text.startsWith(wanted)) return 0;
    if (text.includes(wanted)) return 1;
    return foldForSearch(entry.keywords ?? "").includes(wanted) ? 2 : 3;
  };
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 8)
    .map(({ entry }) => entry);
}
