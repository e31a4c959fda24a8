import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { buildApp, type ServerOptions } from "../../server/app.ts";
import { type Databases, openDatabases } from "../../server/platform/db/index.ts";
import { createLogin, type Login } from "../../server/platform/login/index.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

export const TEST_PASSWORD = "correct horse battery";
const TEST_SECRET = "the secret of a test installation";

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Body;
}

interface CallOptions {
  readonly body?: unknown;
  /** Another company than the person's first. */
  readonly company?: string;
  readonly key?: string;
  readonly locale?: "ja" | "en";
  readonly headers?: Readonly<Record<string, string>>;
}

/** A signed-in person, calling as a browser would. */
export interface Browser {
  readonly userId: string;
  readonly cookie: string;
  readonly companyId: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test knows what it asked for, and expectations check it.
  call<Body = any>(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    url: string,
    options?: CallOptions,
  ): Promise<Answer<Body>>;
}

export interface TestServer {
  readonly app: FastifyInstance;
  readonly db: TestDatabase;
  readonly databases: Databases;
  readonly login: Login;
  addCompany(company: { code: string; name: string; isWindow?: boolean }): Promise<string>;
  addPerson(person: { email: string; name?: string; roles?: readonly string[]; companyId?: string }): Promise<string>;
  /** Makes a person with these roles in the company and signs in. */
  browserOf(companyId: string, ...roles: string[]): Promise<Browser>;
  stop(): Promise<void>;
}

/** The whole server on a fresh database, not listening: `const server = await startTestServer()` in beforeAll. */
export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const db = await createTestDatabase();
  const databases = openDatabases(db);
  const app = await buildApp({ databases, secret: TEST_SECRET, ...options });
  // Its own: only cookies are tied to the server's secret.
  const login = createLogin(databases.auth, TEST_SECRET);

  async function addPerson({ email, name = email, roles, companyId }: Parameters<TestServer["addPerson"]>[0]) {
    const userId = await login.createPerson({ email, name, password: TEST_PASSWORD });
    if (companyId)
      await databases.auth.query("select guard.found_member($1, $2, $3)", [userId, companyId, roles ?? []]);
    return userId;
  }

  return {
    app,
    db,
    databases,
    login,
    addPerson,
    async addCompany({ code, name, isWindow = false }) {
      const id = randomUUID();
      await databases.auth.query("select guard.found_company($1, $2, $3, '', '', $4)", [id, code, name, isWindow]);
      return id;
    },
    async browserOf(companyId, ...roles) {
      const email = `${randomUUID()}@example.jp`;
      const userId = await addPerson({ email, roles, companyId });
      const answer = await app.inject({
        method: "POST",
        url: "/api/v1/login",
        payload: { email, password: TEST_PASSWORD },
      });
      const cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
      return {
        userId,
        cookie,
        companyId,
        call: (method, url, call) => callAs(app, { cookie, companyId }, method, url, call),
      };
    },
    async stop() {
      await app.close();
      await databases.close();
      await db.drop();
    },
  };
}

async function callAs<Body>(
  app: FastifyInstance,
  person: { cookie: string; companyId: string },
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  url: string,
  { body, company, key, locale, headers }: CallOptions = {},
): Promise<Answer<Body>> {
  const answer = await app.inject({
    method,
    url: url.startsWith("/api/") ? url : `/api/v1${url}`,
    headers: {
      cookie: person.cookie,
      "musubi-company": company ?? person.companyId,
      "sec-fetch-site": "same-origin",
      ...(key && { "idempotency-key": key }),
      ...(locale && { "accept-language": locale }),
      ...headers,
    },
    ...(body !== undefined && { payload: body as object }),
  });
  const json = String(answer.headers["content-type"]).includes("json");
  return { status: answer.statusCode, headers: answer.headers, body: (json ? answer.json() : answer.body) as Body };
}
