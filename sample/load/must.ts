import type { Outcome } from "../../domain/shared/index.ts";

/** The value, or an error that says what the product refused: a sample that is refused is a mistake in the sample. */
export function must<T>(outcome: Outcome<T>, what: string): T {
  if (outcome.ok) return outcome.value;
  const said = outcome.refusals
    .slice(0, 5)
    .map(({ code, field, values }) => `${code}${field ? ` (${field})` : ""} ${values ? JSON.stringify(values) : ""}`);
  throw new Error(`the sample was refused: ${what}: ${said.join("; ")}`);
}

/** The entry of a code that must be there. */
export function found<T>(map: ReadonlyMap<string, T>, code: string, what: string): T {
  const value = map.get(code);
  if (value === undefined) throw new Error(`the sample names an unknown ${what}: ${code}`);
  return value;
}
