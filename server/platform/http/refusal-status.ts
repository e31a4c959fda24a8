/** Refusals turn into these statuses and no other. */
export type HttpStatus = 400 | 401 | 402 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503 | 507;

/**
 * Refusals every area may use, with their status. Texts: server/platform/messages.{ja,en}.json.
 * Another company's record is the same NOT_FOUND as one that never was: nobody learns that an id exists.
 */
export const PLATFORM_REFUSALS = {
  REQUEST_INVALID: 400,
  BODY_UNREADABLE: 400,
  CURSOR_INVALID: 400,
  SORT_UNKNOWN: 400,
  EXPORT_TOO_LONG: 422,
  COMPANY_REQUIRED: 400,
  NOT_SIGNED_IN: 401,
  LOGIN_WRONG: 401,
  PASSWORD_WRONG: 422,
  PASSWORD_TOO_SHORT: 422,
  CSRF: 403,
  NOT_A_MEMBER: 403,
  PERMISSION_MISSING: 403,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  ROUTE_NOT_FOUND: 404,
  STALE_VERSION: 409,
  POSTING_MONTH_CLOSED: 409,
  DUPLICATE: 409,
  STILL_REFERENCED: 409,
  REFERENCE_MISSING: 422,
  RULE_BROKEN: 422,
  VALUE_OUT_OF_RANGE: 422,
  IDEMPOTENCY_KEY_INVALID: 400,
  IDEMPOTENCY_KEY_REUSED: 422,
  BODY_TOO_LARGE: 413,
  FILE_TOO_LARGE: 413,
  UPLOAD_INTERRUPTED: 400,
  CONTENT_TYPE_UNKNOWN: 415,
  TOO_MANY_LOGINS: 429,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  BUSY: 503,
  TOO_SLOW: 503,
  DATABASE_AWAY: 503,
  DISK_FULL: 507,
} as const satisfies Record<string, HttpStatus>;

/**
 * The one table from refusal to status: the platform's and every area's. A business refusal nobody named is 422.
 *
 * @throws assertion when two areas give one code two statuses (the areas' mistake)
 */
export function statusTable(
  areas: readonly { readonly id: string; readonly refusalStatus?: Readonly<Record<string, HttpStatus>> }[],
): (code: string) => HttpStatus {
  const table = new Map<string, HttpStatus>(Object.entries(PLATFORM_REFUSALS));
  for (const area of areas) {
    for (const [code, status] of Object.entries(area.refusalStatus ?? {})) {
      const known = table.get(code);
      if (known !== undefined && known !== status) {
        throw new Error(`assertion: ${code} is ${known} and, in ${area.id}, ${status}`);
      }
      table.set(code, status);
    }
  }
  return (code) => table.get(code) ?? 422;
}
