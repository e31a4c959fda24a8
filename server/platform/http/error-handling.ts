import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import type { Refusal } from "../../../domain/shared/index.ts";
import { NotMember } from "../db/index.ts";
import type { Login } from "../login/index.ts";
import { databaseRefusal } from "./database-errors.ts";
import type { Localize } from "./messages.ts";
import { PROBLEM_TYPE, toProblem } from "./problem.ts";

/** Mistakes the HTTP library finds before a route runs. */
const LIBRARY_CODES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "BODY_TOO_LARGE",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "CONTENT_TYPE_UNKNOWN",
  FST_ERR_CTP_EMPTY_JSON_BODY: "BODY_UNREADABLE",
  FST_ERR_CTP_INVALID_JSON_BODY: "BODY_UNREADABLE",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "BODY_UNREADABLE",
  FST_ERR_BAD_URL: "ROUTE_NOT_FOUND",
};

/** All refusals and all trouble leave the server through here, as problem+json. */
export function addErrorHandling(
  app: FastifyInstance,
  { login, statusOf, localize }: { login: Login; statusOf: (code: string) => number; localize: Localize },
): void {
  app.decorateReply("refuse", function (this, refusals) {
    const { locale, id } = this.request;
    const problem = toProblem(refusals, { locale, requestId: id }, statusOf, localize);
    const seconds = refusals[0].values?.["seconds"];
    if (problem.status === 429 || problem.status === 503) this.header("retry-after", String(seconds ?? 1));
    return this.code(problem.status)
      .header("content-type", PROBLEM_TYPE)
      .header("content-language", locale)
      .header("cache-control", "no-store")
      .send(JSON.stringify(problem));
  });

  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const refusal = await refusalOf(error, request);
    if (statusOf(refusal.code) >= 500) request.log.error({ err: error }, "a request failed");
    else request.log.info({ code: refusal.code }, "refused");
    return reply.refuse([refusal]);
  });

  async function refusalOf(error: FastifyError, request: FastifyRequest): Promise<Refusal> {
    if (error instanceof NotMember) {
      // The wall gives one answer for all reasons. The person's own session may be told apart, so that the browser
      // asks to sign in again instead of saying that a company is closed to them.
      const person =
        request.sessionToken === null ? null : await login.personOf(request.sessionToken).catch(() => null);
      return { code: person ? "NOT_A_MEMBER" : "NOT_SIGNED_IN" };
    }
    const known = databaseRefusal(error) ?? (LIBRARY_CODES[error.code] ? { code: LIBRARY_CODES[error.code]! } : null);
    if (known) return known;
    return { code: error.statusCode !== undefined && error.statusCode < 500 ? "BODY_UNREADABLE" : "INTERNAL" };
  }
}
