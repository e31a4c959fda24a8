import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, TEST_PASSWORD, type TestServer } from "../../../tests/support/http.ts";
import { buildApp, permissionsByRole } from "../../app.ts";
import { permissionsPage } from "./route-list.ts";

let server: TestServer;
let webRoot: string;
const logged: string[] = [];
beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), "musubi-web-"));
  mkdirSync(join(webRoot, "assets"));
  writeFileSync(join(webRoot, "index.html"), "<!doctype html><title>Musubi</title>");
  writeFileSync(join(webRoot, "assets/app-4f3a.js"), `export const text = "${"結び".repeat(2000)}";`);
  const stream = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  server = await startTestServer({ webRoot, logger: { stream }, limits: { requestsPerMinute: 25 }, version: "1.2.3" });
  await server.app.ready();
});
afterAll(async () => {
  await server.stop();
  rmSync(webRoot, { recursive: true });
});
const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });

describe("the web", () => {
  test("is served at every page address, and asked for anew each time", async () => {
    for (const url of ["/", "/c/F010/sales-orders", "/c/F010/sales-orders/12?tab=lines", "/login"]) {
      const page = await get(url);
      expect([url, page.statusCode, page.headers["cache-control"]]).toEqual([url, 200, "no-cache"]);
      expect(page.body).toContain("<title>Musubi</title>");
    }
  });

  test("keeps files with a hash in their name for a year, compressed", async () => {
    const file = await get("/assets/app-4f3a.js", { "accept-encoding": "br" });
    expect(file.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(file.headers["content-encoding"]).toBe("br");
    expect(file.rawPayload.length).toBeLessThan(1000);
  });

  test("does not answer a page for a file, an asset or an API address that is not there", async () => {
    for (const url of ["/assets/old-1234.js", "/logo.png", "/api/v2/x"]) expect((await get(url)).statusCode).toBe(404);
    expect((await server.app.inject({ method: "POST", url: "/c/F010" })).statusCode).toBe(404);
  });

  test("may load scripts from here alone, and be framed by nobody", async () => {
    const policy = String((await get("/")).headers["content-security-policy"]);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});

describe("the API's description", () => {
  test("is OpenAPI 3.1, names each route once, and says what it needs", async () => {
    const specification = (await get("/api/v1/openapi.json")).json();
    expect(specification.openapi).toBe("3.1.0");
    expect(specification.info.version).toBe("1.2.3");
    const operations = Object.values(specification.paths as Record<string, Record<string, { operationId: string }>>)
      .flatMap((path) => Object.values(path))
      .map(({ operationId }) => operationId);
    expect(operations).toEqual([...new Set(operations)]);
    expect(operations).toHaveLength(server.app.routeList.length);
    expect(specification.components.schemas.Problem.required).toContain("code");
    expect(specification.paths["/api/v1/me"].get.security).toEqual([{ session: [] }]);
  });

  test("has a readable page that loads nothing from elsewhere", async () => {
    const page = await get("/api/docs/");
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
    const [, script] = /src="\.\/(static\/swagger-initializer\.js)"/.exec(page.body) ?? [];
    expect((await get(`/api/docs/${script}`)).statusCode).toBe(200);
  });
});

describe("every route", () => {
  test("names a permission some role has, or says for whom else it is", () => {
    const known = new Set<string>(Object.values(permissionsByRole).flat());
    for (const { method, url, needs } of server.app.routeList) {
      const said = known.has(needs) || ["public", "signedIn", "member"].includes(needs);
      expect([`${method} ${url}`, needs, said]).toEqual([`${method} ${url}`, needs, true]);
    }
  });

  test("of the API is listed: none is registered past the list", () => {
    const listed = server.app.routeList.map(({ method, url }) => `${method} ${url}`);
    const paths = server.app.swagger().paths ?? {};
    const described = Object.entries(paths).flatMap(([url, path]) =>
      Object.keys(path ?? {}).map((method) => `${method.toUpperCase()} ${url.replace(/\{(\w+)\}/g, ":$1")}`),
    );
    expect(described.sort()).toEqual(listed.sort());
  });

  test("open to everybody is one of a few", () => {
    const open = server.app.routeList.filter(({ needs }) => needs === "public").map(({ url }) => url);
    // The last two carry a secret of their own: the page of a partner without an account.
    const few = ["health", "login", "logout", "partner-page", "partner-page/answer"];
    expect(open).toEqual(few.map((name) => `/api/v1/${name}`));
  });

  test("stands on the page of permissions with its roles", () => {
    const route = { areaId: "sales", method: "POST", url: "/api/v1/x", kind: "command", needs: "sales.bill" } as const;
    expect(permissionsPage([route], permissionsByRole)).toContain(
      "| `POST /api/v1/x` | command | sales.bill | sales, finance |",
    );
  });
});

describe("the server", () => {
  test("says that it and its database are well", async () => {
    expect((await get("/api/v1/health")).json()).toEqual({ status: "ok", version: "1.2.3" });
  });

  test("asks a caller who asks too often to wait", async () => {
    let answer = await get("/api/v1/health");
    for (let asked = 0; asked < 30 && answer.statusCode === 200; asked++) answer = await get("/api/v1/health");
    expect(answer.json()).toMatchObject({ status: 429, code: "TOO_MANY_REQUESTS" });
    expect(Number(answer.headers["retry-after"])).toBeLessThanOrEqual(60);
  });

  test("writes no password, cookie or query into its log", async () => {
    const body = { email: "sato@example.jp", password: TEST_PASSWORD };
    const from = { remoteAddress: "192.0.2.9" };
    await server.app.inject({
      method: "POST",
      url: "/api/v1/login?secret=hush",
      payload: body,
      headers: { cookie: "musubi_session=hush" },
      ...from,
    });
    const log = logged.join("");
    expect(log).toContain("/api/v1/login");
    expect(log).not.toMatch(/hush|correct horse/);
  });

  test("does not start with a short secret", async () => {
    await expect(buildApp({ databases: server.databases, secret: "short" })).rejects.toThrow("32 characters");
  });
});
