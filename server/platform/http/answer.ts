import { Decimal } from "../../../domain/shared/index.ts";

/**
 * Rows as they leave: exact numbers as decimal text, instants as ISO text. The route's shape then checks and drops what it does not name.
 */
export function asAnswer<T>(value: unknown): T {
  return plain(value) as T;
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (Decimal.isDecimal(value)) return (value as Decimal).toFixed();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  return value;
}
