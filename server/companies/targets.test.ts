import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, startTestServer, type TestServer } from "../../tests/support/http.ts";

let server: TestServer;
let president: Browser;
let seller: Browser;
let other: Browser;
beforeAll(async () => {
  server = await startTestServer();
  const company = await server.addCompany({ code: "A", name: "一つ目" });
  president = await server.browserOf(company, "president");
  seller = await server.browserOf(company, "sales");
  other = await server.browserOf(await server.addCompany({ code: "B", name: "二つ目" }), "president");
});
afterAll(() => server.stop());

const NONE = { onTimePercent: null, monthlySalesYen: null, stockDays: null, scrapPercent: null };

test("a company sets its targets; its people read them, another company has its own", async () => {
  expect((await president.call("GET", "/targets")).body).toEqual(NONE);
  const targets = { onTimePercent: "98.5", monthlySalesYen: "12000000", stockDays: "30", scrapPercent: null };
  expect(await president.call("PUT", "/targets", { body: targets })).toMatchObject({ status: 200, body: targets });
  expect((await seller.call("GET", "/targets")).body).toEqual(targets);
  expect((await other.call("GET", "/targets")).body).toEqual(NONE);
  expect((await president.call("PUT", "/targets", { body: NONE })).body).toEqual(NONE);
});

test("only who may change settings sets them, and a percentage is one", async () => {
  expect((await seller.call("PUT", "/targets", { body: NONE })).status).toBe(403);
  const wrong = await president.call("PUT", "/targets", { body: { ...NONE, onTimePercent: "120" } });
  expect([wrong.status, wrong.body.errors.at(-1)]).toMatchObject([
    400,
    { code: "PERCENT_INVALID", field: "onTimePercent" },
  ]);
});

test("a company without work centres has weeks and no load", async () => {
  const { status, body } = await president.call("GET", "/load?weeks=2");
  expect([status, body.weeks.length, body.centers]).toEqual([200, 2, []]);
});
