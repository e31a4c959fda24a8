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
 * SQL for the ids of an area's records whose words hold all grams. By equality, because under a policy nothing else reaches the
 * index (docs/decisions/0003-walls.md); counted rather than joined gram by gram, because a planner without statistics of a table
 * just loaded took a second for four joins where counting takes milliseconds. `$1` is the company.
 *
 * @param kind as `app.index_words` writes it: item, partner
 * @param first number of the first parameter that takes a gram; each gram is a parameter of its own
 */
export function gramJoin(kind: "item" | "partner", gramCount: number, first: number): string {
  const grams = Array.from({ length: gramCount }, (_, index) => `$${first + index}`).join(", ");
  const found = `select g.subject_id from app.search_gram g where g.company_id = $1 and g.subject_kind = '${kind}' and g.gram in (${grams})`;
  // The key is company, gram, kind and id: a record holds each gram once.
  return gramCount === 1 ? found : `${found} group by g.subject_id having count(*) = ${gramCount}`;
}
