/** The same value with every yen as text, as JSON carries it. */
export type InText<T> = T extends bigint
  ? string
  : T extends readonly (infer Item)[]
    ? InText<Item>[]
    : T extends object
      ? { [K in keyof T]: InText<T[K]> }
      : T;

/** Turns every `bigint` of an answer into decimal text. */
export function inText<T>(value: T): InText<T> {
  if (typeof value === "bigint") return value.toString() as InText<T>;
  if (Array.isArray(value)) return value.map((item) => inText(item)) as InText<T>;
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inText(item)])) as InText<T>;
  return value as InText<T>;
}
