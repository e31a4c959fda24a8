import { type Outcome, ok, refuse } from "../../../domain/shared/index.ts";

/**
 * Optimistic locking at loading: the record must be there and be the version the user saw. Two people editing one order:
 * the second is told instead of silently winning.
 */
export function requireVersion<Record extends { readonly version: number }>(
  found: Record | null | undefined,
  seenVersion: number,
): Outcome<Record, "NOT_FOUND" | "STALE_VERSION"> {
  if (!found) return refuse("NOT_FOUND");
  return found.version === seenVersion
    ? ok(found)
    : refuse("STALE_VERSION", { seen: seenVersion, current: found.version }, "version");
}

/**
 * Optimistic locking at saving: `update … set version = version + 1 where … and version = $seen` must have met its row.
 * It did not when somebody else committed between loading and saving.
 */
export function requireSaved(updatedCount: number | bigint): Outcome<null, "STALE_VERSION"> {
  return Number(updatedCount) > 0 ? ok(null) : refuse("STALE_VERSION", undefined, "version");
}
