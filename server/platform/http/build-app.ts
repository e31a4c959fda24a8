import { createHmac, randomUUID } from "node:crypto";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from "fastify";
import "./fastify-types.ts";
import { assert } from "../../../domain/shared/index.ts";
import type { Databases } from "../db/index.ts";
import { createLogin } from "../login/index.ts";
import { loginRoutes } from "../login/login.routes.ts";
import { readSessionCookie, setSessionCookie } from "../login/session-cookie.ts";
import type { AreaServer } from "./area-server.ts";
import { isCrossSite } from "./csrf.ts";
import { addErrorHandling } from "./error-handling.ts";
import { createEventHub } from "./events.ts";
import { addEventStream } from "./events-route.ts";
import { healthRoute } from "./health.ts";
import { CALLERS_KEPT, DEFAULT_LIMITS, type Limits, makeGates } from "./limits.ts";
import { loadTexts, localeOf } from "./messages.ts";
import { addApiDescription, schemaOf } from "./openapi.ts";
import { statusTable } from "./refusal-status.ts";
import { FileAnswer, type Route } from "./route.ts";
import { type ListedRoute, listed } from "./route-list.ts";
import { type Machinery, runRoute } from "./run-route.ts";
import { addWebFiles } from "./web-files.ts";

export interface AppOptions {
  readonly databases: Databases;
  /** The installation's secret, 32 characters or more, the same in every server process. */
  readonly secret: string;
  readonly areas: readonly AreaServer[];
  /** The table of roles (domain/companies/permissions.ts). */
  readonly permissionsByRole: Readonly<Record<string, readonly string[]>>;
  readonly permissionsOf: (roles: readonly string[]) => ReadonlySet<string>;
  /** Where the built web lies; left out, only the API is served. */
  readonly webRoot?: string;
  readonly logger?: FastifyServerOptions["logger"];
  readonly limits?: Partial<Limits>;
  /** True behind a proxy that sets `X-Forwarded-For`, `-Proto` and `-Host`. */
  readonly trustProxy?: boolean;
  readonly version?: string;
  /** For tests; the real one by default. */
  readonly clock?: Machinery["clock"];
}

/**
 * Builds the HTTP server without listening.
 *
 * @throws assertion when two routes share an address or a route names a permission no role has (the areas' mistake)
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { databases, secret, permissionsOf, permissionsByRole, version = "0.0.0" } = options;
  assert(secret.length >= 32, "the secret has 32 characters or more");
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const login = createLogin(databases.auth, derive(secret, "login"));
  const events = createEventHub(databases, derive(secret, "events"));
  const machinery: Machinery = { databases, login, events, permissionsOf, clock: options.clock ?? japaneseClock };

  const app = Fastify({
    logger: withoutSecrets(options.logger ?? false),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 8 * 1_048_576,
    genReqId: () => randomUUID(),
    // Stopping answers what was begun; connections nobody uses are closed at once.
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 200 },
  });
  // Requests are parsed by the route helper, which tells all mistakes at once and in the user's language.
  app.setValidatorCompiler(() => (value) => ({ value }));
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.decorate("routeList", [] as ListedRoute[]);
  app.decorateRequest("sessionToken", null);
  app.decorateRequest("locale", "ja");

  await app.register(cookie, { secret: derive(secret, "cookie") });
  await app.register(helmet, helmetOptions());
  await app.register(compress, { threshold: 2048, encodings: ["br", "gzip"], brotliOptions: { params: { 1: 4 } } });
  await app.register(multipart, { throwFileSizeLimit: true });
  await app.register(rateLimit, { global: false, cache: CALLERS_KEPT });
  const gates = makeGates(app, limits);
  const areas: AreaServer[] = [
    {
      id: "platform",
      title: { ja: "ログイン・共通", en: "Sign-in and common" },
      routes: [healthRoute(databases, version), ...loginRoutes(login, permissionsOf)],
      messages: { ja: {}, en: {} },
    },
    ...options.areas,
  ];
  addErrorHandling(app, { login, statusOf: statusTable(areas), localize: loadTexts(areas) });

  app.addHook("onRequest", async (request, reply) => {
    request.locale = localeOf(request.headers["accept-language"]);
    if (!request.url.startsWith("/api/")) return;
    request.sessionToken = readSessionCookie(request);
    reply.header("x-request-id", request.id);
    const { method, host, headers } = request;
    const fetchSite = headers["sec-fetch-site"];
    const provenance = {
      method,
      host,
      origin: headers.origin,
      fetchSite: typeof fetchSite === "string" ? fetchSite : undefined,
      hasSession: request.sessionToken !== null,
    };
    if (isCrossSite(provenance)) return reply.refuse([{ code: "CSRF" }]);
    const seconds = await gates.requests(request);
    if (seconds > 0) return reply.refuse([{ code: "TOO_MANY_REQUESTS", values: { seconds } }]);
  });

  await addApiDescription(app, areas, version);
  for (const area of areas) for (const route of area.routes) addRoute(area.id, route);
  addEventStream(app, machinery, limits.streamsPerSession);
  await addWebFiles(app, options.webRoot);
  // Streams stay open for ever: they must end before the server can.
  app.addHook("preClose", () => events.close());
  return app;

  function addRoute(areaId: string, route: Route): void {
    const { access } = route;
    const rolesOf = (permission: string) =>
      Object.entries(permissionsByRole).flatMap(([role, granted]) => (granted.includes(permission) ? [role] : []));
    if (access.kind === "permission" && rolesOf(access.permission).length === 0) {
      throw new Error(`assertion: no role has the permission ${access.permission} of ${route.method} ${route.url}`);
    }
    app.routeList.push(listed(areaId, route));
    app.route({
      method: route.method,
      url: `/api/v1${route.url}`,
      schema: schemaOf(areaId, route, rolesOf),
      handler: async (request, reply) => {
        if (route.gate) {
          const seconds = await gates[route.gate](request);
          if (seconds > 0) return reply.refuse([{ code: "TOO_MANY_LOGINS", values: { seconds } }]);
        }
        const outcome = await runRoute(machinery, route, request, (token) => setSessionCookie(request, reply, token));
        if (!outcome.ok) return reply.refuse(outcome.refusals);
        const { status, content, replayed } = outcome.value;
        if (replayed) reply.header("idempotency-replayed", "true");
        reply.code(status).header("cache-control", "no-store");
        if (content instanceof FileAnswer) {
          const name = encodeURIComponent(content.name).replaceAll("'", "%27");
          reply.header("content-disposition", `attachment; filename*=UTF-8''${name}`);
          return reply.type(content.contentType).send(content.bytes);
        }
        return reply.type("application/json; charset=utf-8").send(content);
      },
    });
  }
}

function derive(secret: string, purpose: string): string {
  return createHmac("sha256", secret).update(purpose).digest("base64url");
}

/** The moment and the day in Japan, whatever the server's time zone. */
function japaneseClock(): { now: string; today: string } {
  const nowMs = Date.now();
  return { now: new Date(nowMs).toISOString(), today: new Date(nowMs + 9 * 3_600_000).toISOString().slice(0, 10) };
}

/** Scripts and connections only to ourselves. Styles inline, because the component library sets them on elements. */
function helmetOptions() {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Installations in a company's own network often have no certificate; browsers ignore the header over http.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "same-origin" as const },
  };
}

/** A logger that never writes cookies, tokens or passwords, and of an address nothing behind the question mark. */
function withoutSecrets(logger: FastifyServerOptions["logger"]): FastifyServerOptions["logger"] {
  if (!logger) return false;
  const redact = {
    paths: ["req.headers.cookie", "req.headers.authorization", 'res.headers["set-cookie"]', "*.password", "*.token"],
    censor: "…",
  };
  const serializers = {
    req: (request: FastifyRequest) => ({
      method: request.method,
      path: request.url.split("?", 1)[0],
      remoteAddress: request.ip,
    }),
  };
  return { redact, serializers, ...(logger === true ? {} : logger) };
}
