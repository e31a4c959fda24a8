import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { assert, type Outcome, ok, type Refusal, refuse } from "../../../domain/shared/index.ts";
import { type Databases, inTransaction, type Tx, withoutCompany } from "../db/index.ts";
import type { Login } from "../login/index.ts";
import { type EventHub, pokeAfterCommit } from "./events.ts";
import { fieldRefusals } from "./field-errors.ts";
import { hashRequest, isIdempotencyKey, runOnce } from "./idempotency.ts";
import { type Caller, type Context, FileAnswer, type Route, type UploadedFile } from "./route.ts";
import { inTurn } from "./turns.ts";
import { readUpload } from "./upload.ts";

/** What running routes needs, handed in by `buildApp`. */
export interface Machinery {
  readonly databases: Databases;
  readonly login: Login;
  readonly events: EventHub;
  readonly permissionsOf: (roles: readonly string[]) => ReadonlySet<string>;
  /** The moment now, as ISO text in UTC, and the day in Japan. */
  readonly clock: () => { readonly now: string; readonly today: string };
}

/** What goes out: JSON text already checked against the route's answer, or a file. */
export interface Answer {
  readonly status: number;
  readonly content: string | FileAnswer;
  readonly replayed: boolean;
}

type Plain = Omit<Context<undefined, undefined, undefined>, "params" | "query" | "body"> & {
  params: unknown;
  query: unknown;
  body: unknown;
};

/** Runs one request on its route: parse, permit, one transaction, answer. */
export async function runRoute(
  machinery: Machinery,
  route: Route,
  request: FastifyRequest,
  setSession: Caller["setSession"],
): Promise<Outcome<Answer>> {
  const { sessionToken: token, locale } = request;
  if (route.access.kind !== "public" && token === null) return refuse("NOT_SIGNED_IN");
  const company = route.access.kind === "permission" ? actingCompany(request) : ok(null);
  if (!company.ok) return company;
  const upload = route.upload
    ? await readUpload(request, route.upload.maxBytes)
    : ok({ body: request.body, files: [] });
  if (!upload.ok) return upload;
  const parsed = parse(route, request, upload.value.body);
  if (!parsed.ok) return parsed;
  const context: Plain = { ...parsed.value, locale, ...machinery.clock() };

  if (route.access.kind !== "permission") {
    const caller = { ipAddress: request.ip, userAgent: request.headers["user-agent"] ?? "", token, setSession };
    const outside = {
      ...context,
      caller,
      withoutCompany: <T>(work: (tx: Tx) => Promise<T>) => withoutCompany(machinery.databases, work),
    };
    if (route.access.kind === "public") return answer(route, await call(route, outside));
    const person = await machinery.login.personOf(token!);
    return person ? answer(route, await call(route, { ...outside, person, token })) : refuse("NOT_SIGNED_IN");
  }
  const run: CompanyRun = {
    acting: { token: token!, companyId: company.value! },
    permission: route.access.permission,
    context,
    rawBody: upload.value.body,
    files: upload.value.files,
  };
  const work = () => runForCompany(machinery, route, request, run);
  // Before a connection is taken: who waits holds nothing.
  return route.inTurn === undefined ? work() : inTurn(`${route.inTurn} ${run.acting.companyId}`, work);
}

interface CompanyRun {
  readonly acting: { readonly token: string; readonly companyId: string };
  readonly permission: string;
  readonly context: Plain;
  readonly rawBody: unknown;
  readonly files: readonly UploadedFile[];
}

async function runForCompany(
  { databases, events, permissionsOf }: Machinery,
  route: Route,
  request: FastifyRequest,
  { acting, permission, context, rawBody, files }: CompanyRun,
): Promise<Outcome<Answer>> {
  const work = async (tx: Tx): Promise<Outcome<Answer>> => {
    if (!permissionsOf(tx.roles).has(permission)) return refuse("PERMISSION_MISSING", { permission });
    if (route.kind === "command") pokeAfterCommit(tx, events);
    return answer(route, await call(route, { ...context, tx, files }));
  };
  const key = route.kind === "command" ? request.headers["idempotency-key"] : undefined;
  const options = { readOnly: route.kind === "read", patienceSeconds: route.patienceSeconds };
  if (key === undefined) return inTransaction(databases, acting, work, options);
  if (typeof key !== "string" || !isIdempotencyKey(key)) return refuse("IDEMPOTENCY_KEY_INVALID");
  const once = {
    key,
    hash: hashRequest(route.method, request.url, rawBody, files),
    status: route.status,
    patienceSeconds: route.patienceSeconds,
  };
  const outcome = await runOnce(databases, acting, once, async (tx) => {
    const done = await work(tx);
    if (!done.ok) return done;
    assert(typeof done.value.content === "string", "a command that can be sent twice answers JSON");
    return ok(done.value.content);
  });
  if (!outcome.ok) return outcome;
  const { status, body, replayed } = outcome.value;
  return ok({ status, content: body, replayed });
}

/** The company acted for: the header `Musubi-Company`, or `?company=` where a browser cannot set headers (links). */
function actingCompany(request: FastifyRequest): Outcome<string> {
  const header = request.headers["musubi-company"];
  const asked = typeof header === "string" ? header : queryCompany(request);
  return asked !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(asked)
    ? ok(asked.toLowerCase())
    : refuse("COMPANY_REQUIRED");
}

function queryCompany({ method, query }: FastifyRequest): string | undefined {
  if (method !== "GET" || typeof query !== "object" || query === null || !("company" in query)) return undefined;
  return typeof query.company === "string" ? query.company : undefined;
}

/** Parses params, query and body, and tells all mistakes of all three at once. */
function parse(
  route: Route,
  request: FastifyRequest,
  rawBody: unknown,
): Outcome<{ params: unknown; query: unknown; body: unknown }> {
  const refusals: Refusal[] = [];
  const read = (shape: z.ZodType | undefined, value: unknown, where: "params" | "query" | "body"): unknown => {
    if (!shape) return undefined;
    const result = shape.safeParse(value, { reportInput: true });
    if (result.success) return result.data;
    refusals.push(...fieldRefusals(result.error.issues, where));
    return undefined;
  };
  const parts = {
    params: read(route.params, request.params, "params"),
    query: read(route.query, request.query, "query"),
    body: read(route.body, rawBody, "body"),
  };
  if (refusals.length === 0) return ok(parts);
  // An address with an id that is none names a record that is not there.
  if (refusals.every(({ code, field }) => code === "ID_INVALID" && field?.startsWith("params."))) {
    return refuse("NOT_FOUND");
  }
  return { ok: false, refusals: [{ code: "REQUEST_INVALID" }, ...refusals] };
}

async function call(route: Route, context: unknown): Promise<unknown> {
  // The context's type was checked against the handler where the route was defined.
  return (route.handler as (context: unknown) => Promise<unknown>)(context);
}

/** A handler's result as the answer to send; the route's shape drops every field it does not name. */
function answer(route: Route, result: unknown): Outcome<Answer> {
  if (isOutcome(result)) {
    if (!result.ok) return result;
    return ok(toAnswer(route, result.value));
  }
  return ok(toAnswer(route, result));
}

function toAnswer(route: Route, value: unknown): Answer {
  const content = value instanceof FileAnswer ? value : JSON.stringify(route.response.parse(value));
  return { status: route.status, content, replayed: false };
}

function isOutcome(result: unknown): result is Outcome<unknown> {
  return (
    typeof result === "object" &&
    result !== null &&
    "ok" in result &&
    typeof result.ok === "boolean" &&
    ("value" in result || "refusals" in result)
  );
}
