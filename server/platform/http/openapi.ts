import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance, FastifySchema } from "fastify";
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import type { AreaServer } from "./area-server.ts";
import { problemShape } from "./problem.ts";
import type { Route } from "./route.ts";

/** Keeps a schema for the API page and the generated client; parsing itself is done by the route helper. */
export function schemaOf(
  areaId: string,
  route: Route,
  rolesOf: (permission: string) => readonly string[],
): FastifySchema {
  const { access, summary } = route;
  const needs =
    access.kind === "permission"
      ? `Permission \`${access.permission}\` (${rolesOf(access.permission).join(", ")}).`
      : access.kind === "signedIn"
        ? "For anybody signed in."
        : "For everybody.";
  const session: Record<string, string[]> = { session: [] };
  const security =
    access.kind === "public" ? [] : [access.kind === "permission" ? { ...session, company: [] } : session];
  const problem = { description: "Refused", content: { "application/problem+json": { schema: problemShape } } };
  const headers = z.object({
    "idempotency-key": z
      .string()
      .min(8)
      .max(200)
      .optional()
      .meta({ description: "sent again with the same key, the command is done once and answers the same" }),
  });
  return {
    tags: [areaId],
    summary: summary.en,
    description: [summary.ja, needs].filter(Boolean).join("\n\n"),
    operationId: operationId(route),
    security,
    ...(route.params && { params: route.params }),
    ...(route.query && { querystring: route.query }),
    ...(route.body && { body: route.body }),
    ...(route.upload && { consumes: ["multipart/form-data"] }),
    ...(access.kind === "permission" && route.kind === "command" && { headers }),
    response: {
      [route.status]: { description: "Done", content: { "application/json": { schema: route.response } } },
      default: problem,
    },
  };
}

/** `GET /sales-orders/:id` → `getSalesOrdersById`: stable as long as the address is. */
function operationId({ method, url }: Pick<Route, "method" | "url">): string {
  const words = url
    .split("/")
    .filter(Boolean)
    .map((part) => (part.startsWith(":") ? `by-${part.slice(1)}` : part));
  return (
    method.toLowerCase() +
    words
      .flatMap((word) => word.split(/[-_.]/))
      .map(capital)
      .join("")
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What a schema cannot say (a refinement in code) is described as anything. */
const zodToJsonConfig = { unrepresentable: "any" } as const;

/** Registers the specification, made from the very shapes requests are checked with, and its readable page. */
export async function addApiDescription(
  app: FastifyInstance,
  areas: readonly AreaServer[],
  version: string,
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Musubi API",
        version,
        description:
          "Sign in with `POST /api/v1/login`; the session travels in a cookie. Name the company you act for in the header " +
          "`Musubi-Company`. Changing requests must come from the same origin (`Origin` or `Sec-Fetch-Site`). Refusals are " +
          "`application/problem+json` with a stable `code`, in the language of `Accept-Language` (ja, en). Amounts, prices " +
          "and quantities are decimal text. Lists are paged by `cursor`.",
      },
      tags: areas.map(({ id, title }) => ({ name: id, description: title ? `${title.ja} / ${title.en}` : id })),
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: "musubi_session" },
          company: { type: "apiKey", in: "header", name: "Musubi-Company" },
        },
      },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig }),
    transformObject: createJsonSchemaTransformObject({ zodToJsonConfig }),
  });
  await app.register(swaggerUi, {
    routePrefix: "/api/docs",
    uiConfig: { layout: "BaseLayout", docExpansion: "none", deepLinking: true, tryItOutEnabled: false },
    theme: { title: "Musubi API" },
  });
  app.get("/api/v1/openapi.json", { schema: { hide: true } }, async (_request, reply) =>
    reply.header("cache-control", "no-cache").send(app.swagger()),
  );
}
