import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startTestServer, type TestServer } from "../../tests/support/http.ts";
import { plantItems } from "../../tests/support/world.ts";
import { inTransaction, newId } from "../platform/index.ts";

let server: TestServer;
let admin: pg.Client;
let mine: Browser;
let theirs: Browser;
beforeAll(async () => {
  server = await startTestServer();
  admin = new pg.Client(server.db.admin);
  await admin.connect();
  mine = await server.browserOf(
    await server.addCompany({ code: "A", name: "丸山製作所" }),
    "admin",
    "president",
    "production",
  );
  theirs = await server.browserOf(await server.addCompany({ code: "B", name: "川上熱処理" }), "admin", "president");
});
afterAll(async () => {
  await admin.end();
  await server.stop();
});
const today = () => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

describe("the company's settings", () => {
  test("are read and changed, with a warning for a doubtful registration number, and a history", async () => {
    const { warnings: _warnings, ...before } = (await mine.call("GET", "/company")).body;
    const body = { ...before, name: "丸山製作所㈱", registrationNumber: "T1234567890123", capitalYen: "10000000" };
    const after = await mine.call("PUT", "/company", { body });
    expect(after.body).toMatchObject({
      name: "丸山製作所㈱",
      capitalYen: "10000000",
      version: before.version + 1,
      warnings: [{ code: "REGISTRATION_NUMBER_CHECK_DIGIT" }],
    });
    expect(await mine.call("PUT", "/company", { body })).toMatchObject({
      status: 409,
      body: { code: "STALE_VERSION" },
    });
    expect((await theirs.call("GET", "/company")).body).toMatchObject({ name: "川上熱処理", version: 1 });
    const history = await mine.call("GET", `/history?subjectId=${before.companyId}`);
    expect(history.body.rows).toMatchObject([
      { command: "companies.change-settings", details: { name: { from: "丸山製作所", to: "丸山製作所㈱" } } },
    ]);
    expect(history.body.rows[0].userName).toContain("@");
    expect((await theirs.call("GET", `/history?subjectId=${before.companyId}`)).body.rows).toEqual([]);
  });
  test("keep the fiscal year once something was booked", async () => {
    const { warnings: _warnings, ...before } = (await mine.call("GET", "/company")).body;
    expect(before.isFiscalYearFixed).toBe(false);
    await admin.query("insert into app.period (company_id, month) values ($1, to_char(current_date, 'YYYY-MM'))", [
      mine.companyId,
    ]);
    await admin.query(
      `insert into app.journal_entry (company_id, id, number, posted_on, event_on, kind, description, source_kind)
       select $1, $2, 'JE-1', d, d, 'manual', '', 'manual' from (select current_date d) x`,
      [mine.companyId, newId()],
    );
    const body = { ...before, fiscalYearStartMonth: 1 };
    expect((await mine.call("PUT", "/company", { body })).body).toMatchObject({ code: "FISCAL_YEAR_FIXED" });
  });
  test("are for those with the permission", async () => {
    const floor = await server.browserOf(mine.companyId, "floor");
    const { warnings: _warnings, ...body } = (await mine.call("GET", "/company")).body;
    expect((await floor.call("PUT", "/company", { body })).status).toBe(403);
    expect(
      (await floor.call("PUT", "/members", { body: { email: "a@b.jp", roles: ["admin"], endsOn: null } })).status,
    ).toBe(403);
  });
});

describe("people", () => {
  test("are given a place and roles by an administrator, and lose it on a day", async () => {
    await server.addPerson({ email: "hanako@example.jp", name: "佐藤 花子" });
    const set = await mine.call("PUT", "/members", {
      body: { email: "Hanako@example.jp", roles: ["sales"], endsOn: null },
    });
    expect(set.body).toMatchObject({ name: "佐藤 花子", roles: ["sales"], isSelf: false });
    const changed = await mine.call("PUT", "/members", {
      body: { email: "hanako@example.jp", roles: ["finance"], endsOn: today() },
    });
    expect(changed.body).toMatchObject({ roles: ["finance"], endsOn: today() });
    expect((await theirs.call("GET", "/members")).body.rows).toHaveLength(1);
  });
  const wrong = [
    {
      what: "an address nobody has",
      body: { email: "nobody@example.jp", roles: ["sales"], endsOn: null },
      code: "USER_UNKNOWN",
      field: "email",
    },
    {
      what: "no role",
      body: { email: "hanako@example.jp", roles: [], endsOn: null },
      code: "ROLE_REQUIRED",
      field: "roles",
    },
    {
      what: "an end in the past",
      body: { email: "hanako@example.jp", roles: ["sales"], endsOn: "2020-01-01" },
      code: "ENDS_IN_PAST",
      field: "endsOn",
    },
  ];
  test.each(wrong)("with $what are refused there", async ({ body, code, field }) => {
    const answer = await mine.call("PUT", "/members", { body });
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ code, field }));
  });
  test("never leave the company without an administrator", async () => {
    const self = (await mine.call("GET", "/members")).body.rows.find((member: { isSelf: boolean }) => member.isSelf);
    const body = { email: self.email, roles: ["sales"], endsOn: null };
    expect(await mine.call("PUT", "/members", { body })).toMatchObject({
      status: 409,
      body: { code: "LAST_ADMINISTRATOR" },
    });
  });
});

describe("a mandate", () => {
  test("lets a person of another firm in, from a day until a day, and is ended", async () => {
    const helper = await server.browserOf(await server.addCompany({ code: "S", name: "事務センター" }), "finance");
    const { email } = (await helper.call("GET", "/members")).body.rows[0];
    const body = { email, roles: ["finance"], purpose: "記帳代行", validFrom: today(), endsOn: null };
    expect((await helper.call("GET", "/company", { company: mine.companyId })).status).toBe(403);
    const given = await mine.call("POST", "/mandates", { body });
    expect(given.body).toMatchObject({ purpose: "記帳代行", email });
    expect((await helper.call("GET", "/company", { company: mine.companyId })).body).toMatchObject({ code: "A" });
    expect((await theirs.call("GET", "/mandates")).body.rows).toEqual([]);
    expect((await theirs.call("POST", `/mandates/${given.body.id}/end`, { body: { endsOn: today() } })).status).toBe(
      404,
    );
    const ended = await mine.call("POST", `/mandates/${given.body.id}/end`, { body: { endsOn: today() } });
    expect(ended.body).toMatchObject({ endsOn: today() });
    expect((await helper.call("GET", "/company", { company: mine.companyId })).status).toBe(403);
    const again = await mine.call("POST", `/mandates/${given.body.id}/end`, { body: { endsOn: today() } });
    expect(again).toMatchObject({ status: 409, body: { code: "MANDATE_ENDED" } });
  });
  test("that ends before it begins is refused", async () => {
    const body = {
      email: "hanako@example.jp",
      roles: ["finance"],
      purpose: "x",
      validFrom: "2026-12-02",
      endsOn: "2026-12-02",
    };
    expect((await mine.call("POST", "/mandates", { body })).body.errors).toMatchObject([
      { code: "MANDATE_ENDS_FIRST", field: "endsOn" },
    ]);
  });
});

describe("what others have seen", () => {
  test("is listed with name, trade and time, to the company concerned alone", async () => {
    const [tradeId, partnerId] = [newId(), newId()];
    await admin.query(
      "insert into app.partner (company_id, id, code, name, linked_company_id) values ($1, $2, 'K', '川上熱処理', $3)",
      [mine.companyId, partnerId, theirs.companyId],
    );
    for (const reaction of ["place", "ship", "accept"]) {
      await admin.query(
        "insert into app.access_record (company_id, by_company_id, user_id, trade_id, reaction) values ($1, $2, $3, $4, $5)",
        [mine.companyId, theirs.companyId, theirs.userId, tradeId, reaction],
      );
    }
    await admin.query(
      "insert into app.precheck_record (company_id, by_company_id, code, quantity, answer) values ($1, $2, 'FR-1', 12.5, 'ready')",
      [mine.companyId, theirs.companyId],
    );
    const first = await mine.call("GET", "/accesses?limit=2");
    expect(first.body).toMatchObject({
      totalCount: 3,
      rows: [{ what: "accept", byName: "川上熱処理" }, { what: "ship" }],
    });
    expect(JSON.stringify(first.body)).not.toContain(theirs.userId);
    const second = await mine.call("GET", `/accesses?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body.rows).toMatchObject([{ what: "place", tradeId }]);
    const prechecks = await mine.call("GET", `/accesses?kind=precheck&byCompanyId=${theirs.companyId}`);
    expect(prechecks.body.rows).toMatchObject([{ what: "ready", code: "FR-1", quantity: "12.5", tradeId: null }]);
    expect((await theirs.call("GET", "/accesses")).body.rows).toEqual([]);
  });
});

describe("saved views", () => {
  test("are one's own unless shared, and deleted only by their owner", async () => {
    const colleague = await server.browserOf(mine.companyId, "sales");
    const view = { page: "items", name: "材料", query: "category=material", isShared: false };
    const own = await mine.call("POST", "/saved-views", { body: view });
    const shared = await mine.call("POST", "/saved-views", { body: { ...view, name: "部品", isShared: true } });
    expect((await mine.call("GET", "/saved-views?page=items")).body.rows).toHaveLength(2);
    expect((await colleague.call("GET", "/saved-views?page=items")).body.rows).toMatchObject([
      { name: "部品", isOwn: false },
    ]);
    expect((await colleague.call("DELETE", `/saved-views/${shared.body.id}`)).status).toBe(404);
    expect((await mine.call("DELETE", `/saved-views/${own.body.id}`)).status).toBe(200);
    expect((await theirs.call("GET", "/saved-views")).body.rows).toEqual([]);
  });
});

describe("jump search", () => {
  test("finds items and partners by two Japanese characters and documents by the beginning of a number, as far as one may", async () => {
    const plant = async (browser: Browser, code: string, name: string) => {
      const { rows } = await admin.query("select token from auth.session where user_id = $1", [browser.userId]);
      const acting = { token: rows[0].token, companyId: browser.companyId };
      return (await inTransaction(server.databases, acting, (tx) => plantItems(tx, [{ code, name }])))[code]!;
    };
    const steelId = await plant(mine, "ST-1", "鋼材 A");
    await plant(theirs, "X-1", "鋼材");
    const hits = async (browser: Browser, q: string) =>
      (await browser.call("GET", `/jump?q=${encodeURIComponent(q)}`)).body.rows;
    expect(await hits(mine, "鋼材")).toMatchObject([
      { kind: "item", label: "ST-1", detail: "鋼材 A", href: `/c/${mine.companyId}/items/${steelId}` },
    ]);
    expect(await hits(theirs, "鋼材")).toMatchObject([{ kind: "item", label: "X-1" }]);
    expect(await hits(mine, "川上")).toMatchObject([{ kind: "partner", label: "川上熱処理" }]);
    expect(await hits(mine, "ｓｔ－１")).toMatchObject([{ label: "ST-1" }]);

    const orderId = newId();
    await admin.query(
      "insert into app.work_order (company_id, id, number, item_id, quantity, start_on, due_on) values ($1, $2, 'WO-000123', $3, 1, current_date, current_date)",
      [mine.companyId, orderId, steelId],
    );
    expect(await hits(mine, "wo-0001")).toMatchObject([
      {
        kind: "workOrder",
        label: "WO-000123",
        detail: "鋼材 A",
        href: `/c/${mine.companyId}/production/orders/${orderId}`,
      },
    ]);
    expect(await hits(theirs, "wo-0001")).toEqual([]);
    expect(await hits(mine, "%")).toEqual([]);
    expect((await mine.call("GET", "/jump?q=")).status).toBe(400);
  });
});
