import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBooks } from "../../server/accounting/index.ts";
import { insertAll } from "../../server/platform/db/index.ts";
import { inTransaction, newId } from "../../server/platform/index.ts";
import { readScan } from "../../server/production/board.service.ts";
import { type Browser, startTestServer, type TestServer } from "../support/http.ts";
import { plantItems, plantPlaces } from "../support/world.ts";

let server: TestServer;
let floor: Browser;
let planner: Browser;
let other: Browser;
let itemId: string;
let personId: string;
const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" });

beforeAll(async () => {
  server = await startTestServer();
  const company = await server.addCompany({ code: "C1", name: "丸山製作所" });
  const elsewhere = await server.addCompany({ code: "C2", name: "堺組立" });
  floor = await server.browserOf(company, "floor");
  planner = await server.browserOf(company, "production", "admin");
  other = await server.browserOf(elsewhere, "production", "floor");
  const session = await server.databases.auth.query<{ token: string }>(
    "select token from auth.session where user_id = $1",
    [planner.userId],
  );
  await inTransaction(server.databases, { token: session.rows[0]!.token, companyId: company }, async (tx) => {
    await openBooks(tx, `${today.slice(0, 7)}-01`, 3);
    await plantPlaces(tx);
    const items = await plantItems(tx, [{ code: "SHAFT", name: "軸" }]);
    itemId = items["SHAFT"]!;
    // Goods are made of something, or no order is made: here of a bar that stands ready.
    const bars = await plantItems(tx, [{ code: "BAR", name: "棒材", supply: "buy", category: "material" }]);
    await insertAll(tx, "bill_of_material_line", [
      {
        company_id: company,
        id: newId(),
        parent_item_id: itemId,
        component_item_id: bars["BAR"]!,
        quantity: "1",
      },
    ]);
    const center = newId();
    await insertAll(tx, "work_center", [
      { company_id: company, id: center, code: "L1", name: "旋盤", labor_yen_per_hour: "3000" },
    ]);
    await insertAll(tx, "routing_operation", [
      {
        company_id: company,
        id: newId(),
        item_id: itemId,
        operation_number: 10,
        name: "旋削",
        work_center_id: center,
        run_minutes_per_unit: "2",
      },
    ]);
    return null;
  });
  const made = await planner.call("POST", "/floor-people", {
    body: { code: "W1", name: "山田", kana: "ヤマダ", isActive: true, pin: "2580" },
  });
  expect(made.status).toBeLessThan(300);
  personId = made.body.id;
});
afterAll(() => server.stop());

async function released(quantity: string): Promise<{ id: string; number: string }> {
  const made = await planner.call("POST", "/work-orders", { body: { itemId, quantity, dueOn: today } });
  expect([made.status, made.body.errors ?? made.body.detail]).toEqual([201, undefined]);
  const [order] = made.body.workOrders;
  expect((await planner.call("POST", `/work-orders/${order.id}/release`, { body: { version: 1 } })).status).toBe(200);
  return order;
}
const signIn = (pin: string) => floor.call("POST", "/floor/sign-in", { body: { personId, pin } });

describe("a person at the tablet", () => {
  test("enters by PIN, starts and reports; the same press sent twice counts once", async () => {
    const order = await released("5");
    expect((await floor.call("GET", "/floor/workers")).body.people).toEqual([
      { id: personId, code: "W1", name: "山田", isLocked: false },
    ]);
    const { body } = await signIn("2580");
    expect(body).toMatchObject({ result: "signed_in", person: { id: personId, name: "山田" } });
    const report = { token: body.token, workOrderId: order.id, operationNumber: 10 };
    expect(
      (await floor.call("POST", "/floor/report", { body: { ...report, kind: "start" }, key: "press-0001" })).status,
    ).toBe(200);
    const mine = await floor.call("GET", `/floor/jobs?personId=${personId}&scan=${order.number}-10`);
    expect(mine.body.jobs).toMatchObject([
      { number: order.number, operationNumber: 10, isMine: true, people: ["山田"], open: "5" },
    ]);
    const good = { ...report, kind: "good", quantity: "2" };
    const first = await floor.call("POST", "/floor/report", { body: good, key: "press-0002" });
    const replay = await floor.call("POST", "/floor/report", { body: good, key: "press-0002" });
    expect([first.status, first.body.good, replay.status, replay.body.good]).toEqual([200, "2", 200, "2"]);
    const document = await planner.call("GET", `/work-orders/${order.id}`);
    expect([document.body.completed, document.body.operations[0].people]).toEqual(["2", ["山田"]]);
    expect(
      document.body.reports.map((one: { kind: string; personName: string }) => [one.kind, one.personName]),
    ).toEqual([
      ["good", "山田"],
      ["start", "山田"],
    ]);
  });
  test("without a sign-in, or with more than is left, is told so in both languages", async () => {
    const order = await released("3");
    const report = { workOrderId: order.id, operationNumber: 10, kind: "good", quantity: "4" };
    const stranger = await floor.call("POST", "/floor/report", { body: { ...report, token: "x".repeat(43) } });
    expect([stranger.status, stranger.body.code]).toEqual([401, "FLOOR_SIGN_IN_NEEDED"]);
    const { token } = (await signIn("2580")).body;
    for (const [locale, words] of [
      ["ja", "残り3"],
      ["en", "3 can still"],
    ] as const) {
      const tooMany = await floor.call("POST", "/floor/report", { body: { ...report, token }, locale });
      expect(tooMany.status).toBe(409);
      expect(JSON.stringify(tooMany.body)).toContain(words);
    }
  });
  test("of another company finds neither people nor jobs, and the floor's role plans nothing", async () => {
    expect((await other.call("GET", "/floor/workers")).body.people).toEqual([]);
    expect((await other.call("GET", "/floor/jobs")).body.jobs).toEqual([]);
    expect((await other.call("POST", "/floor/sign-in", { body: { personId, pin: "2580" } })).status).toBe(422);
    expect((await floor.call("POST", "/work-orders", { body: { itemId, quantity: "1", dueOn: today } })).status).toBe(
      403,
    );
  });
  test("is locked after five wrong PINs, also for the right one", async () => {
    for (const left of [4, 3, 2, 1])
      expect((await signIn("0000")).body).toEqual({ result: "wrong_pin", attemptsLeft: left });
    expect((await signIn("0000")).body.result).toBe("locked");
    expect((await signIn("2580")).body.result).toBe("locked");
    expect((await signIn("12")).status).toBe(400);
  });
});

describe("lists of orders", () => {
  test("page by keyset, find by number and name, and refuse an order nobody knows", async () => {
    const first = await planner.call("GET", "/work-orders?limit=1&sort=number");
    expect(first.body.rows).toHaveLength(1);
    const second = await planner.call("GET", `/work-orders?limit=1&sort=number&cursor=${first.body.nextCursor}`);
    expect(second.body.rows[0].number > first.body.rows[0].number).toBe(true);
    expect((await planner.call("GET", "/work-orders?search=wo-000002")).body.rows).toHaveLength(1);
    expect((await planner.call("GET", `/work-orders?search=${encodeURIComponent("軸")}`)).body.rows).toHaveLength(2);
    expect((await planner.call("GET", `/work-orders/${newId()}`)).status).toBe(404);
    expect((await other.call("GET", `/work-orders/${first.body.rows[0].id}`)).status).toBe(404);
    expect((await planner.call("GET", "/production/board")).body.workCenters[0].operations).toHaveLength(2);
  });
});

describe("a scanned code", () => {
  test.each([
    ["WO-000123-10", { number: "WO-000123", operationNumber: 10 }],
    ["wo-000123", { number: "WO-000123" }],
    ["ＷＯ－０００１２３", { number: "WO-000123" }],
    ["123/20", { number: "WO-000123", operationNumber: 20 }],
    ["X-1", { number: "X-1" }],
  ])("%s names its job", (text, expected) => expect(readScan(text)).toEqual(expected));
});
