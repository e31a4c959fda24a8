/**
 * The two-character pieces of a search text, as `app.search_gram` holds them: full width and case folded, none with a space.
 * Empty for a single character, which no index finds.
 */
export function gramsOf(text: string): string[] {
  const words = text.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  const grams = words.flatMap((word) => {
    const letters = [...word];
    return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  });
  return [...new Set(grams)];
}

/**
 * SQL for the ids of an area's records whose words hold all grams: one join by equality per gram, because under a policy only
 * equality reaches the index (docs/decisions/0003-walls.md). `$1` is the company.
 *
 * @param kind as `app.index_words` writes it: item, partner
 * @param first number of the first parameter that takes a gram
 */
export function gramJoin(kind: "item" | "partner", gramCount: number, first: number): string {
  const tables = Array.from({ length: gramCount }, (_, index) => {
    const at = `g${index}.company_id = $1 and g${index}.subject_kind = '${kind}' and g${index}.gram = $${first + index}`;
    const same = index === 0 ? "" : ` and g${index}.subject_id = g0.subject_id`;
    return { table: `app.search_gram g${index}`, on: at + same };
  });
  return `select g0.subject_id from ${tables.map(({ table }) => table).join(", ")} where ${tables.map(({ on }) => on).join(" and ")}`;
}
