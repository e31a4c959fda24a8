/**
 * What a command answers: its result, or a refusal the business knows. Trouble outside (database, network) is thrown instead.
 * A refusal carries a stable code (text in ja and en stands in the area's message files), the values the text needs,
 * and where it belongs: a field path such as `lines.2.quantity`.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly field?: string;
}

export type Outcome<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly [Refusal<Code>, ...Refusal<Code>[]] };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** One refusal as an outcome. */
export function refuse<Code extends string>(
  code: Code,
  values?: Refusal["values"],
  field?: string,
): { readonly ok: false; readonly refusals: readonly [Refusal<Code>] } {
  return { ok: false, refusals: [{ code, ...(values && { values }), ...(field !== undefined && { field }) }] };
}

/** Many refusals as one outcome; `null` when there is none, so that the caller can go on. */
export function refuseAll<Code extends string>(
  refusals: readonly Refusal<Code>[],
): { readonly ok: false; readonly refusals: readonly [Refusal<Code>, ...Refusal<Code>[]] } | null {
  const [first, ...rest] = refusals;
  return first ? { ok: false, refusals: [first, ...rest] } : null;
}

/** The caller's mistake: a broken promise between two pieces of our own code, never a user's input. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`assertion: ${what}`);
}
