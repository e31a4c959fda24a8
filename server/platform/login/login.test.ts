import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, TEST_PASSWORD, type TestServer } from "../../../tests/support/http.ts";
import { SESSION_COOKIE } from "./session-cookie.ts";

let server: TestServer;
let companyId: string;
beforeAll(async () => {
  server = await startTestServer({ trustProxy: true, limits: { loginAttempts: 3 } });
  companyId = await server.addCompany({ code: "F010", name: "山田製作所" });
  await server.addCompany({ code: "F020", name: "鈴木鍍金" });
  for (const name of ["sato", "tanaka", "ito", "kato"]) {
    await server.addPerson({ email: `${name}@example.jp`, name, roles: ["sales", "finance"], companyId });
  }
});
afterAll(() => server.stop());

const signIn = (email: string, password = TEST_PASSWORD, headers: Record<string, string> = {}) =>
  server.app.inject({ method: "POST", url: "/api/v1/login", payload: { email, password }, headers });
const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>) =>
  answer.cookies.find(({ name }) => name === SESSION_COOKIE);
const withCookie = (value: string) => ({
  cookie: `${SESSION_COOKIE}=${encodeURIComponent(value)}`,
  "sec-fetch-site": "same-origin",
});
const me = (value: string) => server.app.inject({ method: "GET", url: "/api/v1/me", headers: withCookie(value) });

async function asSuperuser(sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client(server.db.admin);
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

describe("signing in", () => {
  test("answers who I am, my own companies, and what I may do there", async () => {
    const answer = await signIn(" Sato@example.jp ");
    expect(answer.statusCode).toBe(200);
    const { person, companies } = answer.json();
    expect(person).toMatchObject({ name: "sato", email: "sato@example.jp", locale: "ja" });
    expect(companies).toHaveLength(1);
    expect(companies[0]).toMatchObject({ companyId, code: "F010", name: "山田製作所", roles: ["sales", "finance"] });
    expect(companies[0].permissions).toEqual(expect.arrayContaining(["sales.confirm", "accounting.close"]));
    expect(companies[0].permissions).not.toContain("companies.members");
    expect(answer.body).not.toContain(TEST_PASSWORD);
  });

  test("hands out a cookie no script can read and no other site sends", async () => {
    const answer = await signIn("sato@example.jp", TEST_PASSWORD, { "x-forwarded-for": "198.51.100.1" });
    expect(cookieOf(answer)).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", maxAge: 604_800 });
    expect(cookieOf(answer)?.secure).toBeUndefined();
  });

  test("hands out a cookie for https alone where the page came by https", async () => {
    const answer = await signIn("ito@example.jp", TEST_PASSWORD, { "x-forwarded-proto": "https" });
    expect(cookieOf(answer)).toMatchObject({ secure: true, httpOnly: true });
  });

  test("with a wrong password and with an unknown address is refused in the same words", async () => {
    const [wrong, unknown] = [await signIn("kato@example.jp", "not the password"), await signIn("nobody@example.jp")];
    expect(wrong.statusCode).toBe(401);
    expect(wrong.cookies).toEqual([]);
    const strip = ({ requestId: _, ...problem }: Record<string, unknown>) => problem;
    expect(strip(unknown.json())).toEqual(strip(wrong.json()));
    expect(wrong.json()).toMatchObject({ code: "LOGIN_WRONG", detail: "メールアドレスまたはパスワードが違います。" });
  });

  test("is refused after three tries, for that address and e-mail alone, and says when to come back", async () => {
    for (let tries = 0; tries < 3; tries++) expect((await signIn("tanaka@example.jp", "guess")).statusCode).toBe(401);
    const refused = await signIn("Tanaka@example.jp", TEST_PASSWORD);
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: "TOO_MANY_LOGINS" });
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(200);
    expect((await signIn("ito@example.jp")).statusCode).toBe(200);
    expect((await signIn("tanaka@example.jp", TEST_PASSWORD, { "x-forwarded-for": "198.51.100.7" })).statusCode).toBe(
      200,
    );
  });

  test("keeps the address and browser of the session, and no password anywhere readable", async () => {
    await signIn("ito@example.jp", TEST_PASSWORD, { "x-forwarded-for": "198.51.100.9", "user-agent": "Test/1" });
    const { rows } = await asSuperuser("select ip_address from auth.session where user_agent = 'Test/1'");
    expect(rows).toEqual([{ ip_address: "198.51.100.9" }]);
    const { rows: accounts } = await asSuperuser("select count(*)::int n from auth.account where password like $1", [
      `%${TEST_PASSWORD}%`,
    ]);
    expect(accounts).toEqual([{ n: 0 }]);
  });
});

describe("a session", () => {
  test("is nobody's without a cookie, with an altered one, and with an unsigned token", async () => {
    const browser = await server.browserOf(companyId, "sales");
    const value = decodeURIComponent(browser.cookie.split("=")[1]!);
    expect((await me(value)).statusCode).toBe(200);
    for (const wrong of [value.slice(0, -2), value.split(".")[0]!, `x${value}`]) {
      const answer = await me(wrong);
      expect([answer.statusCode, answer.json().code]).toEqual([401, "NOT_SIGNED_IN"]);
    }
    expect((await server.app.inject({ url: "/api/v1/me" })).statusCode).toBe(401);
  });

  test("ends at signing out, whoever still holds its cookie", async () => {
    const browser = await server.browserOf(companyId, "sales");
    const out = await browser.call("POST", "/logout");
    expect(out.status).toBe(200);
    expect(String(out.headers["set-cookie"])).toMatch(/musubi_session=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
    expect((await browser.call("GET", "/me")).status).toBe(401);
    expect((await browser.call("POST", "/logout")).status).toBe(200);
  });

  test("ends when its time is over", async () => {
    const browser = await server.browserOf(companyId, "sales");
    await asSuperuser("update auth.session set expires_at = now() - interval '1 second' where user_id = $1", [
      browser.userId,
    ]);
    expect((await browser.call("GET", "/me")).status).toBe(401);
  });

  test("in use is prolonged once a day, and its cookie with it", async () => {
    const browser = await server.browserOf(companyId, "sales");
    expect((await browser.call("GET", "/me")).headers["set-cookie"]).toBeUndefined();
    await asSuperuser(
      "update auth.session set updated_at = now() - interval '25 hours', expires_at = now() + interval '1 hour' where user_id = $1",
      [browser.userId],
    );
    expect(String((await browser.call("GET", "/me")).headers["set-cookie"])).toContain("Max-Age=604800");
    const { rows } = await asSuperuser(
      "select expires_at > now() + interval '6 days' as prolonged from auth.session where user_id = $1",
      [browser.userId],
    );
    expect(rows).toEqual([{ prolonged: true }]);
  });
});

describe("the own profile", () => {
  test("keeps the language chosen", async () => {
    const browser = await server.browserOf(companyId, "sales");
    expect((await browser.call("PATCH", "/me", { body: { locale: "en" } })).body.person.locale).toBe("en");
    expect((await browser.call("GET", "/me")).body.person.locale).toBe("en");
    const refused = await browser.call("PATCH", "/me", { body: { locale: "fr" }, locale: "en" });
    expect(refused.body.errors[1]).toEqual({
      code: "CHOICE_INVALID",
      field: "locale",
      detail: "Please choose one of: ja, en",
      values: { choices: "ja, en" },
    });
  });

  test("takes a new password for the old one, and ends the other sessions", async () => {
    const browser = await server.browserOf(companyId, "sales");
    const { rows } = await asSuperuser(`select email from auth."user" where id = $1`, [browser.userId]);
    const elsewhere = cookieOf(await signIn(rows[0].email))!.value;
    const change = (currentPassword: string, nextPassword: string) =>
      browser.call("POST", "/me/password", { body: { currentPassword, nextPassword } });
    expect((await change("wrong", "a new password")).body).toMatchObject({ code: "PASSWORD_WRONG" });
    expect((await change(TEST_PASSWORD, "short")).body).toMatchObject({ code: "PASSWORD_TOO_SHORT" });
    expect((await change(TEST_PASSWORD, "a new password")).status).toBe(200);
    expect((await browser.call("GET", "/me")).status).toBe(200);
    expect((await me(elsewhere)).statusCode).toBe(401);
    const from = { "x-forwarded-for": "198.51.100.20" };
    expect((await signIn(rows[0].email, TEST_PASSWORD, from)).statusCode).toBe(401);
    expect((await signIn(rows[0].email, "a new password", from)).statusCode).toBe(200);
  });
});

test("a person made twice stays one, with the first password", async () => {
  const first = await server.login.createPerson({ email: "Goto@example.jp", name: "後藤", password: TEST_PASSWORD });
  const second = await server.login.createPerson({
    email: "goto@example.jp",
    name: "別人",
    password: "another password",
  });
  expect(second).toBe(first);
  expect((await signIn("goto@example.jp")).json().person.name).toBe("後藤");
});
