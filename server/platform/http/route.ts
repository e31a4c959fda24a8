import type { z } from "zod";
import type { Instant, Outcome, PlainDate } from "../../../domain/shared/index.ts";
import type { Tx } from "../db/index.ts";

export type Locale = "ja" | "en";
type Shape = z.ZodType;
type Parsed<S extends Shape | undefined> = S extends Shape ? z.output<S> : undefined;

/** What every handler is given. The domain has no clock: `now` and `today` (in Japan) come from here. */
export interface Context<P extends Shape | undefined, Q extends Shape | undefined, B extends Shape | undefined> {
  readonly params: Parsed<P>;
  readonly query: Parsed<Q>;
  readonly body: Parsed<B>;
  readonly locale: Locale;
  readonly now: Instant;
  readonly today: PlainDate;
}

/** A file a user sent. `name` is what the browser said; never use it as a path. */
export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

export interface CompanyContext<P extends Shape | undefined, Q extends Shape | undefined, B extends Shape | undefined>
  extends Context<P, Q, B> {
  /** The request's one transaction, entered for the acting company. Pass it to services and stores. */
  readonly tx: Tx;
  /** Files of a `multipart/form-data` request; empty unless the route says `upload`. */
  readonly files: readonly UploadedFile[];
}

/** The person behind a session, whatever the company. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** Who calls, for the few routes outside a company. */
export interface Caller {
  readonly ipAddress: string;
  readonly userAgent: string;
  /** The session's token, only ever a bound parameter; null for nobody. */
  readonly token: string | null;
  /** Hands out the session cookie, or with null takes it away. */
  readonly setSession: (token: string | null) => void;
}

export interface PublicContext<P extends Shape | undefined, Q extends Shape | undefined, B extends Shape | undefined>
  extends Context<P, Q, B> {
  readonly caller: Caller;
  /** A transaction that entered no company: for guard functions that open by a secret of their own. */
  readonly withoutCompany: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

export interface SignedInContext<P extends Shape | undefined, Q extends Shape | undefined, B extends Shape | undefined>
  extends PublicContext<P, Q, B> {
  readonly person: Person;
  readonly token: string;
}

/** A file as an answer: CSV, XLSX, PDF. The browser saves it under `name`. */
export class FileAnswer {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer | string;
  constructor(file: { name: string; contentType: string; bytes: Buffer | string }) {
    this.name = file.name;
    this.contentType = file.contentType;
    this.bytes = file.bytes;
  }
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Answer<R extends Shape> = z.input<R> | FileAnswer;

interface RouteOf<
  P extends Shape | undefined,
  Q extends Shape | undefined,
  B extends Shape | undefined,
  R extends Shape,
  C,
> {
  readonly method: Method;
  /** Below `/api/v1`, with `:name` for parameters: `/sales-orders/:id`. */
  readonly url: `/${string}`;
  /** One sentence for the API page. */
  readonly summary: string | { readonly en: string; readonly ja: string };
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** What is answered; fields it does not name are left out, so nothing private leaks by accident. */
  readonly response: R;
  /** Counted by the strict gate for attempts at a password. */
  readonly gate?: "login";
  /** Status of the answer, 200 unless said. */
  readonly status?: 200 | 201 | 202;
  readonly handler: (context: C) => Promise<Outcome<Answer<R>> | Answer<R>>;
}

export interface CompanyRoute<
  P extends Shape | undefined,
  Q extends Shape | undefined,
  B extends Shape | undefined,
  R extends Shape,
> extends RouteOf<P, Q, B, R, CompanyContext<P, Q, B>> {
  /** `area.action` of the permission table (domain/companies/permissions.ts). */
  readonly permission: `${string}.${string}`;
  /** A read runs in a read-only transaction; a command takes an `Idempotency-Key`. */
  readonly kind: "read" | "command";
  /** Raises the time limit of the transaction's statements: imports, closing, reports. */
  readonly patienceSeconds?: number;
  /** Requests of a company with the same word begin one after the other (`inTurn`): heavy ones must not crowd out the light ones beside them. */
  readonly inTurn?: string;
  /** Takes files: at most this many bytes each. The body is then the form's other fields. */
  readonly upload?: { readonly maxBytes: number };
}

export type RouteAccess =
  | { readonly kind: "permission"; readonly permission: string }
  | { readonly kind: "signedIn" }
  | { readonly kind: "public" };

/** A route as the platform keeps it, its types forgotten. Made by the `define…` functions only. */
export interface Route {
  readonly method: Method;
  readonly url: string;
  readonly summary: { readonly en: string; readonly ja?: string };
  readonly access: RouteAccess;
  readonly kind: "read" | "command";
  readonly status: number;
  readonly params?: Shape;
  readonly query?: Shape;
  readonly body?: Shape;
  readonly response: Shape;
  readonly patienceSeconds?: number;
  readonly inTurn?: string;
  readonly upload?: { readonly maxBytes: number };
  readonly gate?: "login";
  readonly handler: (context: never) => Promise<unknown>;
}

function toRoute(
  // biome-ignore lint/suspicious/noExplicitAny: the types of a route end here; the shapes check the same at run time.
  route: RouteOf<any, any, any, any, any> & Pick<Route, "upload" | "patienceSeconds" | "inTurn">,
  access: RouteAccess,
  kind: Route["kind"],
): Route {
  const {
    method,
    url,
    params,
    query,
    body,
    response,
    upload,
    patienceSeconds,
    inTurn,
    gate,
    handler,
    status = 200,
  } = route;
  const summary = typeof route.summary === "string" ? { en: route.summary } : route.summary;
  return {
    method,
    url,
    summary,
    access,
    kind,
    status,
    params,
    query,
    body,
    response,
    upload,
    patienceSeconds,
    inTurn,
    gate,
    handler,
  };
}

/**
 * A route of an acting company: parsed, permitted, and run in one transaction. Refusals of the outcome become
 * problem+json and roll the transaction back. This is the route nearly every area needs.
 */
export function defineRoute<
  R extends Shape,
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
>(route: CompanyRoute<P, Q, B, R>): Route {
  return toRoute(route, { kind: "permission", permission: route.permission }, route.kind);
}

/** A route for anybody signed in, outside any company: own profile, list of companies. There is no transaction. */
export function defineSignedInRoute<
  R extends Shape,
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
>(route: RouteOf<P, Q, B, R, SignedInContext<P, Q, B>>): Route {
  return toRoute(route, { kind: "signedIn" }, route.method === "GET" ? "read" : "command");
}

/** A route for everybody: health, or a link with its own secret. There is no transaction and no person. */
export function definePublicRoute<
  R extends Shape,
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
>(route: RouteOf<P, Q, B, R, PublicContext<P, Q, B>>): Route {
  return toRoute(route, { kind: "public" }, route.method === "GET" ? "read" : "command");
}
