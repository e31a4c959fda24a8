import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startTestServer, type TestServer } from "../../tests/support/http.ts";
import { newId } from "../platform/index.ts";

let server: TestServer;
let windowId: string;
let memberId: string;
let groupId: string;
let secretariat: Browser;
let member: Browser;

const rule = (more: object = {}) => ({
  name: "軸",
  groupId,
  itemId: null,
  itemGroupCode: "SHAFT",
  priority: 10,
  form: "relay",
  earning: "weights",
  choice: "by_item",
  feePercent: "3",
  isAutomatic: true,
  isActive: true,
  steps: [step(10, 20), step(20, null)],
  ...more,
});
const step = (stepNumber: number, feedsStepNumber: number | null) => ({
  stepNumber,
  feedsStepNumber,
  quantityPer: "1",
  processCode: "TURN",
  processName: "旋削",
  code: "{item}-10",
  unitDecimals: 0,
  yield: "0.98",
  leadTimeDays: 3,
  weight: 10,
  members: [{ memberId, sharePercent: "100" }],
});

beforeAll(async () => {
  server = await startTestServer();
  windowId = await server.addCompany({ code: "W", name: "結び窓口", isWindow: true });
  memberId = await server.addCompany({ code: "M", name: "丸山旋盤" });
  groupId = newId();
  await server.databases.auth.query("select guard.found_group($1, '共同受注会', '', $2, '')", [groupId, windowId]);
  await server.databases.auth.query("select guard.join_group($1, $2, '丸山旋盤', '{TURN}')", [groupId, memberId]);
  secretariat = await server.browserOf(windowId, "secretariat");
  member = await server.browserOf(memberId, "president");
});
afterAll(() => server.stop());

describe("dispatch rules", () => {
  test("are made, read, changed once per version", async () => {
    const made = await secretariat.call("POST", "/network/rules", { body: rule() });
    expect([made.status, made.body.steps.length, made.body.version]).toEqual([201, 2, 1]);
    const { id } = made.body;
    const changed = await secretariat.call("PUT", `/network/rules/${id}`, { body: rule({ priority: 20, version: 1 }) });
    expect([changed.status, changed.body.priority, changed.body.version]).toEqual([200, 20, 2]);
    const stale = await secretariat.call("PUT", `/network/rules/${id}`, { body: rule({ version: 1 }) });
    expect([stale.status, stale.body.code]).toEqual([409, "STALE_VERSION"]);
    const list = await secretariat.call("GET", "/network/rules?limit=1");
    expect(list.body.rows[0]).toMatchObject({ name: "軸", stepCount: 2, memberCount: 1, feePercent: "3" });
  });
  test("a mistake is told at its step, in the reader's language", async () => {
    const bad = await secretariat.call("POST", "/network/rules", {
      body: rule({ steps: [step(10, 20), step(20, 10)] }),
      locale: "en",
    });
    expect(bad.status).toBe(422);
    expect(bad.body.errors.map((one: { field: string; code: string }) => [one.field, one.code])).toEqual([
      ["steps.0.feedsStepNumber", "STEP_CYCLE"],
      ["steps.1.feedsStepNumber", "STEP_CYCLE"],
    ]);
    expect(JSON.stringify(bad.body)).toContain("in a circle");
  });
  test("name only members of a group the window leads", async () => {
    const stranger = await secretariat.call("POST", "/network/rules", {
      body: rule({ steps: [{ ...step(10, null), members: [{ memberId: newId(), sharePercent: "100" }] }] }),
    });
    expect([stranger.status, stranger.body.code]).toEqual([422, "NOT_A_MEMBER_OF_GROUP"]);
    const foreign = await member.call("POST", "/network/rules", { body: rule() });
    expect([foreign.status, foreign.body.code]).toEqual([422, "GROUP_UNKNOWN"]);
  });
  test("are nobody else's to see", async () => {
    expect((await member.call("GET", "/network/rules")).body.rows).toEqual([]);
    const [one] = (await secretariat.call("GET", "/network/rules")).body.rows;
    expect((await member.call("GET", `/network/rules/${one.id}`)).status).toBe(404);
  });
  test("leave as a file and come back unchanged", async () => {
    const file = await secretariat.call<string>("GET", "/network/rules/export?format=csv");
    expect(file.status).toBe(200);
    const send = () => {
      const boundary = "x-rules";
      const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="rules.csv"\r\ncontent-type: text/csv\r\n\r\n${file.body}\r\n--${boundary}--\r\n`;
      return server.app.inject({
        method: "POST",
        url: "/api/v1/network/rules/import",
        headers: {
          cookie: secretariat.cookie,
          "musubi-company": windowId,
          "sec-fetch-site": "same-origin",
          "content-type": `multipart/form-data; boundary=${boundary}`,
        },
        payload,
      });
    };
    const answer = (await send()).json();
    expect([answer.isAccepted, answer.inserted, answer.updated, answer.unchanged]).toEqual([true, 0, 0, 2]);
  });
  test("are not for everybody to change", async () => {
    const sales = await server.browserOf(windowId, "sales");
    expect((await sales.call("POST", "/network/rules", { body: rule() })).status).toBe(403);
    const floor = await server.browserOf(windowId, "floor");
    expect((await floor.call("GET", "/network/chains")).status).toBe(403);
  });
});

describe("a group", () => {
  test("shows its members to each other, and each signs dispatch for itself", async () => {
    const before = (await member.call("GET", "/network/groups")).body.rows[0];
    expect(before).toMatchObject({ name: "共同受注会", isWindow: false, isMember: true, dispatchSignedOn: null });
    expect((await member.call("POST", `/network/groups/${groupId}/sign`)).status).toBe(200);
    const after = (await member.call("GET", "/network/groups")).body.rows[0];
    expect(after.dispatchSignedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    // the window is no member and cannot sign for one
    expect((await secretariat.call("POST", `/network/groups/${groupId}/sign`)).status).toBe(404);
    const outside = await server.browserOf(await server.addCompany({ code: "X", name: "よそ" }), "president");
    expect((await outside.call("GET", "/network/groups")).body.rows).toEqual([]);
  });
});

test("an order of an unknown maker or item is refused at its place", async () => {
  const unknown = await secretariat.call("POST", "/network/orders", {
    body: { partnerId: newId(), lines: [{ item: "NONE", quantity: "1", wantedOn: "2030-01-08" }] },
  });
  expect([unknown.status, unknown.body.code]).toEqual([422, "PARTNER_UNKNOWN"]);
  const none = await secretariat.call("POST", "/network/orders", {
    body: { partnerId: newId(), lines: [{ item: "NONE", quantity: "0", wantedOn: "2030-02-30" }] },
  });
  expect(none.status).toBe(400);
  expect((await secretariat.call("GET", `/network/chains/${newId()}`)).status).toBe(404);
  expect((await secretariat.call("POST", `/network/orders/${newId()}/dispatch`, { body: {} })).status).toBe(404);
  expect((await secretariat.call("GET", "/network/orders/waiting")).body).toEqual({ rows: [] });
  for (const as of ["window", "member"])
    expect((await secretariat.call("GET", `/network/chains?as=${as}&search=VC&state=open`)).body).toEqual({ rows: [] });
  expect((await member.call("GET", "/network/chain-changes?state=asked")).body).toEqual({ rows: [] });
});
