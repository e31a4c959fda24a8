import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startTestServer, type TestServer } from "../../tests/support/http.ts";

let server: TestServer;
let president: Browser;
let floor: Browser;
let other: Browser;
beforeAll(async () => {
  server = await startTestServer();
  const company = await server.addCompany({ code: "A", name: "一つ目" });
  president = await server.browserOf(company, "president");
  floor = await server.browserOf(company, "floor");
  other = await server.browserOf(await server.addCompany({ code: "B", name: "二つ目" }), "president");
  const admin = server.db.admin;
  const { default: pg } = await import("pg");
  const client = new pg.Client(admin);
  await client.connect();
  // Two pieces good and one scrapped yesterday, at a work order of the first company; nothing at the second.
  await client.query("set session_replication_role = replica");
  await client.query(
    `insert into app.work_report (company_id, id, work_order_id, operation_number, kind, quantity, reported_at)
       select $1, gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 10, k, q, now() - interval '1 day' from (values ('good', 2), ('scrap', 1)) v (k, q)`,
    [company],
  );
  await client.end();
});
afterAll(() => server.stop());

describe("the figures of a company", () => {
  test("say nothing where nothing happened yet", async () => {
    expect((await president.call("GET", "/trade-figures?side=S")).body).toEqual({
      openLines: 0,
      lateLines: 0,
      openYen: "0",
      onTimePercent: null,
      onTimeTrend: [],
    });
    expect((await president.call("GET", "/stock-figures")).body).toMatchObject({ itemCount: 0, valueYen: "0" });
  });
  test("count what was scrapped of all that was reported", async () => {
    expect((await president.call("GET", "/production-figures")).body).toMatchObject({
      scrapPercent: 33.3,
      scrapTrend: [33.3],
    });
  });
  test("are the company's own", async () => {
    expect((await other.call("GET", "/production-figures")).body).toMatchObject({ scrapPercent: null, scrapTrend: [] });
  });
  test("are for those who may see them", async () => {
    expect((await floor.call("GET", "/production-figures")).status).toBe(200);
    expect((await floor.call("GET", "/stock-figures")).body.code).toBe("PERMISSION_MISSING");
    expect((await floor.call("GET", "/trade-figures?side=S")).body.code).toBe("PERMISSION_MISSING");
  });
});
