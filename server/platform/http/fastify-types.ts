import type { Refusal } from "../../../domain/shared/index.ts";
import type { Locale } from "./route.ts";
import type { ListedRoute } from "./route-list.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** From the signed cookie; null for nobody. */
    sessionToken: string | null;
    locale: Locale;
  }
  interface FastifyInstance {
    /** Every route of the API, as registered. */
    readonly routeList: ListedRoute[];
  }
  interface FastifyReply {
    /** Answers refusals as problem+json with the first one's status, in the request's language. */
    refuse(refusals: readonly [Refusal, ...Refusal[]]): FastifyReply;
  }
}
