import type { FormField } from "./form-fields.ts";

/**
 * A form's body for routes whose optional texts are empty rather than absent: fields of text and notes that were left empty
 * become "" instead of `null`. `keep` names those whose absence means something (a number of a registry, a code).
 */
export function withTexts(
  fields: readonly FormField[],
  body: Readonly<Record<string, unknown>>,
  keep: readonly string[] = [],
): Record<string, unknown> {
  const texts = new Set(
    fields
      .filter(({ kind, name }) => ["text", "email", "note", "code"].includes(kind) && !keep.includes(name))
      .map(({ name }) => name),
  );
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, value === null && texts.has(name) ? "" : value]),
  );
}
