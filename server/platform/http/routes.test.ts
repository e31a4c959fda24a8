import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { idShape, ok, refuse, versionShape, yenShape } from "../../../domain/shared/index.ts";
import { type Browser, startTestServer, type TestServer } from "../../../tests/support/http.ts";
import { audit, execute, query } from "../db/index.ts";
import type { AreaServer } from "./area-server.ts";
import { defineRoute, FileAnswer } from "./route.ts";
import { requireSaved, requireVersion } from "./version.ts";

/** Holds requests inside their handlers until so many have come: then they truly run at the same time. */
let meet: () => Promise<void> = async () => undefined;
function letMeet(howMany: number): void {
  let come = 0;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  meet = () => {
    if (++come >= howMany) open();
    return all;
  };
}

/** An area with just enough business to see what the platform does: it counts its work in audit rows. */
let runs = 0;
const company = z.object({ phone: z.string(), version: z.int() });
const workshop: AreaServer = {
  id: "companies",
  messages: {
    ja: { "refusals.TOOL_LENT": "{{tool}}は貸出中です。", "refusals.TOOL_GONE": "工具がありません。" },
    en: { "refusals.TOOL_LENT": "{{tool}} is lent out.", "refusals.TOOL_GONE": "The tool is gone." },
  },
  refusalStatus: { TOOL_GONE: 404 },
  routes: [
    defineRoute({
      method: "POST",
      url: "/tools/:id/lend",
      kind: "command",
      permission: "inventory.move",
      summary: "Lend a tool",
      status: 201,
      params: z.object({ id: idShape }),
      body: z.object({ tool: z.string().min(1), feeYen: yenShape, refuse: z.string().optional() }),
      response: z.object({ id: idShape, feeYen: yenShape, run: z.int() }),
      handler: async ({ tx, params, body }) => {
        runs++;
        await audit(tx, [{ command: "tools.lend", subjectKind: "tool", subjectId: params.id }]);
        await meet();
        if (body.refuse) return refuse(body.refuse, { tool: body.tool }, "tool");
        return ok({ id: params.id, feeYen: body.feeYen, run: runs, secretCostYen: "1" });
      },
    }),
    defineRoute({
      method: "PATCH",
      url: "/workshop",
      kind: "command",
      permission: "companies.settings",
      summary: "Change the phone number",
      body: z.object({ phone: z.string(), version: versionShape }),
      response: company,
      handler: async ({ tx, body }) => {
        const text = "select phone, version from app.company where company_id = $1";
        const [found] = await query<z.infer<typeof company>>(tx, text, [tx.companyId]);
        const current = requireVersion(found, body.version);
        if (!current.ok) return current;
        await meet();
        const update =
          "update app.company set phone = $2, version = version + 1 where company_id = $1 and version = $3";
        const saved = requireSaved(await execute(tx, update, [tx.companyId, body.phone, body.version]));
        return saved.ok ? ok({ phone: body.phone, version: body.version + 1 }) : saved;
      },
    }),
    defineRoute({
      method: "GET",
      url: "/tools",
      kind: "read",
      permission: "inventory.read",
      summary: "Tools",
      query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
      response: z.object({ limit: z.int(), today: z.string(), userId: z.string() }),
      handler: async ({ tx, query: { limit }, today }) => ({ limit, today, userId: tx.userId }),
    }),
    defineRoute({
      method: "GET",
      url: "/tools/break/:how",
      kind: "read",
      permission: "inventory.read",
      summary: "Trouble",
      params: z.object({ how: z.string() }),
      response: z.null(),
      handler: async ({ tx, params }) => {
        if (params.how === "write")
          await execute(tx, "update app.company set phone = 'x' where company_id = $1", [tx.companyId]);
        if (params.how === "number") await query(tx, "select 1::int / 0");
        if (params.how === "cast") await query(tx, "select $1::text::uuid", ["no uuid"]);
        if (params.how === "assert") throw new Error("assertion: the secret 4711 is kept");
        return null;
      },
    }),
    defineRoute({
      method: "GET",
      url: "/tools.csv",
      kind: "read",
      permission: "inventory.read",
      summary: "Tools as a file",
      response: z.string(),
      handler: async () =>
        ok(new FileAnswer({ name: "工具一覧.csv", contentType: "text/csv; charset=utf-8", bytes: "番号\r\n" })),
    }),
    defineRoute({
      method: "POST",
      url: "/tools/import",
      kind: "command",
      permission: "inventory.move",
      summary: "Import tools",
      upload: { maxBytes: 1_048_576 },
      body: z.object({ mode: z.enum(["check", "save"]) }),
      response: z.object({ mode: z.string(), names: z.array(z.string()), bytes: z.array(z.int()) }),
      handler: async ({ body, files }) => ({
        mode: body.mode,
        names: files.map(({ name }) => name),
        bytes: files.map(({ bytes }) => bytes.length),
      }),
    }),
  ],
};

let server: TestServer;
let companyId: string;
let otherId: string;
let keeper: Browser;
let president: Browser;
beforeAll(async () => {
  server = await startTestServer({
    areas: [workshop],
    clock: () => ({ now: "2026-11-23T16:00:00.000Z", today: "2026-11-24" }),
  });
  companyId = await server.addCompany({ code: "F010", name: "山田製作所" });
  otherId = await server.addCompany({ code: "F020", name: "鈴木鍍金" });
  keeper = await server.browserOf(companyId, "warehouse");
  president = await server.browserOf(companyId, "president");
});
afterAll(() => server.stop());
afterEach(() => {
  meet = async () => undefined;
});

const lend = (id: string, options: { key?: string; body?: object; from?: Browser; company?: string } = {}) =>
  (options.from ?? keeper).call("POST", `/tools/${id}/lend`, {
    body: options.body ?? { tool: "金型A", feeYen: "1200" },
    key: options.key,
    company: options.company,
  });
async function asSuperuser(sql: string, values: unknown[]): Promise<pg.QueryResult> {
  const client = new pg.Client(server.db.admin);
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}
async function timesLent(id: string): Promise<number> {
  const { rows } = await asSuperuser("select count(*)::int n from app.audit where subject_id = $1", [id]);
  return rows[0].n;
}

describe("a route", () => {
  test("answers what its shape names and nothing else", async () => {
    const id = randomUUID();
    const answer = await lend(id);
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ id, feeYen: "1200", run: runs });
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(await timesLent(id)).toBe(1);
  });

  test("gives the handler the clock, the person and the query's defaults", async () => {
    const answer = await keeper.call("GET", "/tools");
    expect(answer.body).toEqual({ limit: 50, today: "2026-11-24", userId: keeper.userId });
  });

  test("answers a file under its Japanese name", async () => {
    const answer = await keeper.call("GET", "/tools.csv");
    expect(answer.headers["content-disposition"]).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent("工具一覧.csv")}`,
    );
    expect(answer.body).toBe("番号\r\n");
  });

  test("lets a plain link name the company in its address, for reading alone", async () => {
    const headers = { cookie: keeper.cookie, "sec-fetch-site": "same-origin" };
    const link = await server.app.inject({ url: `/api/v1/tools?company=${companyId}`, headers });
    expect(link.statusCode).toBe(200);
    const command = await server.app.inject({
      method: "POST",
      url: `/api/v1/tools/${randomUUID()}/lend?company=${companyId}`,
      headers,
      payload: {},
    });
    expect(command.json()).toMatchObject({ status: 400, code: "COMPANY_REQUIRED" });
  });
});

describe("a refusal", () => {
  test("is a problem in Japanese, or in English when asked, with a stable code and its place", async () => {
    const body = { tool: "金型A", feeYen: "0", refuse: "TOOL_LENT" };
    const call = (locale: "ja" | "en") => keeper.call("POST", `/tools/${randomUUID()}/lend`, { body, locale });
    const [ja, en] = [await call("ja"), await call("en")];
    expect(ja.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(ja.headers["content-language"]).toBe("ja");
    expect(ja.body).toEqual({
      type: "urn:musubi:problem:TOOL_LENT",
      title: "この操作はできません",
      status: 422,
      detail: "金型Aは貸出中です。",
      code: "TOOL_LENT",
      requestId: ja.headers["x-request-id"],
      errors: [{ code: "TOOL_LENT", detail: "金型Aは貸出中です。", field: "tool", values: { tool: "金型A" } }],
    });
    expect(en.body).toMatchObject({ title: "This cannot be done", detail: "金型A is lent out." });
  });

  test("has the status its area gave it, and leaves nothing behind", async () => {
    const id = randomUUID();
    const gone = await lend(id, { body: { tool: "x", feeYen: "0", refuse: "TOOL_GONE" } });
    expect(gone.status).toBe(404);
    expect(await timesLent(id)).toBe(0);
  });

  test("tells all wrong fields at once, before anything runs", async () => {
    const before = runs;
    const answer = await lend(randomUUID(), { body: { feeYen: "12.5" } });
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe("REQUEST_INVALID");
    expect(answer.body.errors.slice(1)).toEqual([
      { code: "REQUIRED", field: "tool", detail: "入力してください。" },
      { code: "YEN_INVALID", field: "feeYen", detail: "金額は円単位の整数で入力してください。" },
    ]);
    expect(runs).toBe(before);
  });

  test("of an address with an id that is none is the same as of a record that is not there", async () => {
    expect((await lend("12")).body).toMatchObject({ status: 404, code: "NOT_FOUND" });
  });

  test("of a body that is no JSON, too large, or of another type says so", async () => {
    const post = (payload: string, type = "application/json") =>
      server.app.inject({
        method: "POST",
        url: `/api/v1/tools/${randomUUID()}/lend`,
        headers: {
          cookie: keeper.cookie,
          "musubi-company": companyId,
          "sec-fetch-site": "same-origin",
          "content-type": type,
        },
        payload,
      });
    expect((await post("{")).json()).toMatchObject({ status: 400, code: "BODY_UNREADABLE" });
    expect((await post("x", "application/xml")).json()).toMatchObject({ status: 415, code: "CONTENT_TYPE_UNKNOWN" });
    expect((await post(`"${"x".repeat(8_400_000)}"`)).json()).toMatchObject({ status: 413, code: "BODY_TOO_LARGE" });
  });

  test("of an unknown address under /api is a problem too", async () => {
    expect((await keeper.call("GET", "/nothing-here")).body).toMatchObject({ status: 404, code: "ROUTE_NOT_FOUND" });
  });
});

describe("who may", () => {
  test("a role without the permission is refused, and nothing is written", async () => {
    const id = randomUUID();
    const answer = await lend(id, { from: president });
    expect(answer.body).toMatchObject({ status: 403, code: "PERMISSION_MISSING" });
    expect(answer.body.detail).toContain("inventory.move");
    expect(await timesLent(id)).toBe(0);
  });

  test("another company is refused in one way, whether it exists or not", async () => {
    const [other, none] = [
      await lend(randomUUID(), { company: otherId }),
      await lend(randomUUID(), { company: randomUUID() }),
    ];
    expect(other.body).toMatchObject({ status: 403, code: "NOT_A_MEMBER" });
    expect({ ...none.body, requestId: "" }).toEqual({ ...other.body, requestId: "" });
  });

  test("without a session, or with one that ended, one is asked to sign in", async () => {
    const nobody = await server.app.inject({ url: "/api/v1/tools", headers: { "musubi-company": companyId } });
    expect(nobody.json()).toMatchObject({ status: 401, code: "NOT_SIGNED_IN" });
    const leaver = await server.browserOf(companyId, "warehouse");
    await leaver.call("POST", "/logout");
    expect((await leaver.call("GET", "/tools")).body).toMatchObject({ status: 401, code: "NOT_SIGNED_IN" });
  });

  test("a command from another site is refused although the cookie came along", async () => {
    const answer = await keeper.call("POST", `/tools/${randomUUID()}/lend`, {
      body: { tool: "x", feeYen: "0" },
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(answer.body).toMatchObject({ status: 403, code: "CSRF" });
  });

  test("a route with a permission no role has does not start", async () => {
    const stray = defineRoute({
      method: "GET",
      url: "/stray",
      kind: "read",
      permission: "salse.read",
      summary: "A typing mistake",
      response: z.null(),
      handler: async () => null,
    });
    const starting = startTestServer({ areas: [{ id: "sales", routes: [stray] }] });
    await expect(starting).rejects.toThrow("no role has the permission salse.read of GET /stray");
  });
});

describe("a command sent twice", () => {
  test("is done once and answers the same", async () => {
    const [id, key] = [randomUUID(), randomUUID()];
    const [first, second] = [await lend(id, { key }), await lend(id, { key })];
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(first.headers["idempotency-replayed"]).toBeUndefined();
    expect(second.headers["idempotency-replayed"]).toBe("true");
    expect(await timesLent(id)).toBe(1);
  });

  test("at the same time is done once too: the second waits and answers the same", async () => {
    const [id, key] = [randomUUID(), randomUUID()];
    letMeet(6);
    const answers = await Promise.all(Array.from({ length: 6 }, () => lend(id, { key })));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
    expect(answers.filter(({ headers }) => headers["idempotency-replayed"] === undefined)).toHaveLength(1);
    expect(await timesLent(id)).toBe(1);
  });

  test("while the first already changed what the second wants to change still answers the same", async () => {
    const key = randomUUID();
    const patch = () => president.call("PATCH", "/workshop", { body: { phone: "06-1234", version: 1 }, key });
    letMeet(3);
    const answers = await Promise.all([patch(), patch(), patch()]);
    for (const answer of answers) expect(answer.body).toEqual({ phone: "06-1234", version: 2 });
  });

  test("with another content under the same key is refused", async () => {
    const [id, key] = [randomUUID(), randomUUID()];
    await lend(id, { key });
    const other = await lend(id, { key, body: { tool: "金型B", feeYen: "1" } });
    expect(other.body).toMatchObject({ status: 422, code: "IDEMPOTENCY_KEY_REUSED" });
    expect((await lend(randomUUID(), { key })).body.code).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  test("by two persons under one key is two commands", async () => {
    const [id, key] = [randomUUID(), randomUUID()];
    const colleague = await server.browserOf(companyId, "warehouse");
    await lend(id, { key });
    await lend(id, { key, from: colleague });
    expect(await timesLent(id)).toBe(2);
  });

  test("after a refusal is judged anew", async () => {
    const [id, key] = [randomUUID(), randomUUID()];
    const refused = { tool: "x", feeYen: "0", refuse: "TOOL_LENT" };
    expect((await lend(id, { key, body: refused })).status).toBe(422);
    expect((await lend(id, { key })).status).toBe(201);
  });

  test("with a key that is none is refused", async () => {
    expect((await lend(randomUUID(), { key: "short" })).body.code).toBe("IDEMPOTENCY_KEY_INVALID");
  });

  test("is remembered for seven days", async () => {
    const [id, key] = [randomUUID(), randomUUID()];
    const lendAfter = async (days: number) => {
      await asSuperuser(
        "update app.idempotency_key set created_at = now() - make_interval(days => $1) where key = $2",
        [days, key],
      );
      await server.databases.job.query("select guard.forget_idempotency_keys()");
      return lend(id, { key });
    };
    await lend(id, { key });
    expect((await lendAfter(6)).headers["idempotency-replayed"]).toBe("true");
    expect((await lendAfter(8)).headers["idempotency-replayed"]).toBeUndefined();
    expect(await timesLent(id)).toBe(2);
  });
});

describe("two people editing one record", () => {
  test("the second, who saw the older one, is told", async () => {
    const { body: current } = await president.call("PATCH", "/workshop", { body: { phone: "1", version: 99 } });
    const version = current.errors[0].values.current as number;
    letMeet(2);
    const edits = await Promise.all([
      president.call("PATCH", "/workshop", { body: { phone: "2", version } }),
      president.call("PATCH", "/workshop", { body: { phone: "3", version } }),
    ]);
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(edits.find(({ status }) => status === 409)?.body).toMatchObject({ code: "STALE_VERSION" });
  });
});

describe("trouble", () => {
  const cases = [
    { how: "write", status: 500, code: "INTERNAL" },
    { how: "number", status: 500, code: "INTERNAL" },
    { how: "cast", status: 422, code: "VALUE_OUT_OF_RANGE" },
    { how: "assert", status: 500, code: "INTERNAL" },
  ];
  test.each(cases)(
    "of kind $how is answered $status $code and tells nothing of the inside",
    async ({ how, status, code }) => {
      const answer = await keeper.call("GET", `/tools/break/${how}`);
      expect(answer.body).toMatchObject({ status, code });
      expect(JSON.stringify(answer.body)).not.toMatch(/4711|select|app\.|no uuid/);
    },
  );
});

describe("an upload", () => {
  const form = (parts: string[]) => `${parts.map((part) => `--b\r\n${part}\r\n`).join("")}--b--\r\n`;
  const mode = 'Content-Disposition: form-data; name="mode"\r\n\r\ncheck';
  const file = (size: number) =>
    `Content-Disposition: form-data; name="file"; filename="items.csv"\r\nContent-Type: text/csv\r\n\r\n${"x".repeat(size)}`;
  const send = (payload: string) =>
    server.app.inject({
      method: "POST",
      url: "/api/v1/tools/import",
      headers: {
        cookie: keeper.cookie,
        "musubi-company": companyId,
        "sec-fetch-site": "same-origin",
        "content-type": "multipart/form-data; boundary=b",
      },
      payload,
    });

  test("brings its fields and files to the handler", async () => {
    const answer = await send(form([mode, file(1000)]));
    expect(answer.json()).toEqual({ mode: "check", names: ["items.csv"], bytes: [1000] });
  });

  test("of a file above the limit is refused with the limit", async () => {
    expect((await send(form([mode, file(1_048_577)]))).json()).toMatchObject({
      status: 413,
      code: "FILE_TOO_LARGE",
      detail: "ファイルが大きすぎます。1 MBまでです。",
    });
  });

  test("that broke off begins nothing", async () => {
    const half = form([mode, file(1000)]).slice(0, 400);
    expect((await send(half)).json()).toMatchObject({ status: 400, code: "UPLOAD_INTERRUPTED" });
  });
});
