import type { Refusal } from "../../../domain/shared/index.ts";

/** The fields of a PostgreSQL error this file reads. */
interface DatabaseError extends Error {
  readonly code: string;
  readonly constraint?: string;
  readonly syscall?: string;
}

/**
 * Trouble the database reports, as a refusal, in one place. Rules are refused in the domain before they get here; what
 * does get here lost a race or slipped through, and is still told in words.
 *
 * @returns null for an error this table does not know: a defect, answered as INTERNAL and logged
 */
export function databaseRefusal(error: unknown): Refusal | null {
  if (!isDatabaseError(error)) return isLostConnection(error) ? { code: "DATABASE_AWAY" } : null;
  const code = refusalCode(error);
  if (code === null) return null;
  // A code or number of a company is unique by a constraint that ends in its column, as PostgreSQL names them.
  const field = code === "DUPLICATE" ? /_(code|number)_key$/.exec(error.constraint ?? "")?.[1] : undefined;
  return { code, ...(error.constraint && { values: { constraint: error.constraint } }), ...(field && { field }) };
}

/** Rules whose breaking has words of its own. */
const CODE_BY_CONSTRAINT: ReadonlyMap<string, string> = new Map([
  ["period_open", "POSTING_MONTH_CLOSED"],
  ["promise_within_free", "PROMISE_TAKEN"],
  ["promise_limit", "PROMISE_LIMIT"],
  ["promise_question_limit", "PROMISE_QUESTION_LIMIT"],
  ["promise_expired", "PROMISE_EXPIRED"],
  ["promise_released", "PROMISE_RELEASED"],
  ["promise_confirmed", "PROMISE_CONFIRMED"],
]);

function refusalCode({ code, message, constraint, syscall }: DatabaseError): string | null {
  switch (code) {
    case "23505":
      return "DUPLICATE";
    // "still referenced" is a delete or update of the parent; the other text is a child without one.
    case "23503":
      return /is still referenced/.test(message) ? "STILL_REFERENCED" : "REFERENCE_MISSING";
    case "23001":
      return "STILL_REFERENCED";
    case "23502":
    case "23514":
    case "23P01":
      return CODE_BY_CONSTRAINT.get(constraint ?? "") ?? "RULE_BROKEN";
    case "22003":
    case "22001":
    case "22008":
    case "22P02":
    case "22021":
      return "VALUE_OUT_OF_RANGE";
    case "42501":
      return "NOT_ALLOWED";
    case "40001":
    case "40P01":
    case "55P03":
    case "53300":
      return "BUSY";
    case "57014":
      return "TOO_SLOW";
    case "53100":
      return "DISK_FULL";
    case "57P01":
    case "57P02":
    case "57P03":
    case "ECONNREFUSED":
    case "ECONNRESET":
    case "EPIPE":
      return "DATABASE_AWAY";
    // No socket to connect to; a missing file is a defect of ours.
    case "ENOENT":
      return syscall === "connect" ? "DATABASE_AWAY" : null;
    default:
      return code.startsWith("08") ? "DATABASE_AWAY" : null;
  }
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

/** The driver reports a connection that broke under a statement, or a full pool, without a code. */
function isLostConnection(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
      error.message,
    )
  );
}
