import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, TestServer } from "../../tests/support/http.ts";
import { plansAreDone } from "./index.ts";
import { type PlanningServer, startPlanningServer } from "./planning-server.fixture.ts";

let planning: PlanningServer;
let server: TestServer;
let planner: Browser;
let salesman: Browser;
let itemId: string;
beforeAll(async () => {
  planning = await startPlanningServer();
  ({ server, planner, salesman, itemId } = planning);
});
afterAll(() => planning.stop());

/** A form with one file, as a browser sends it. */
function upload(url: string, text: string) {
  const boundary = "x".repeat(30);
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="forecasts.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  return server.app.inject({
    method: "POST",
    url: `/api/v1${url}`,
    headers: {
      cookie: planner.cookie,
      "musubi-company": planner.companyId,
      "sec-fetch-site": "same-origin",
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    payload: `${head}${text}\r\n--${boundary}--\r\n`,
  });
}

describe("planning over HTTP", () => {
  test("a company without a plan has none, and who may only look cannot start one", async () => {
    expect((await planner.call("GET", "/plan-runs/latest")).body).toEqual({
      current: null,
      latest: null,
      followedAt: null,
    });
    expect((await salesman.call("POST", "/plan-runs", { body: {} })).status).toBe(403);
  });

  test("forecasts come from a file, with the line of each mistake; the same file again changes nothing", async () => {
    const rows = "品目コード,得意先コード,期間開始日,期間終了日,数量\nGEAR,,2099/01/01,2099/01/31,40\n";
    const wrong = await upload(
      "/forecasts/import",
      `${rows}GEER,,2099/01/01,2099/01/31,1\nGEAR,,2099/02/10,2099/02/01,1.5\n`,
    );
    expect(wrong.json()).toMatchObject({
      isAccepted: false,
      problems: [
        { line: 3, code: "PLAN_ITEM_UNKNOWN", cell: "GEER" },
        { line: 4, code: "PLANNED_QUANTITY_TOO_FINE" },
        { line: 4, code: "PERIOD_REVERSED" },
      ],
    });
    expect((await upload("/forecasts/import", rows)).json()).toMatchObject({ isAccepted: true, inserted: 1 });
    expect((await upload("/forecasts/import", rows)).json()).toMatchObject({ inserted: 0, updated: 0, unchanged: 1 });
    const changed = rows.replace(",40", ",60");
    expect((await upload("/forecasts/import", changed)).json()).toMatchObject({ updated: 1 });
    const list = await planner.call("GET", "/forecasts?search=歯車");
    expect(list.body.rows).toMatchObject([{ itemCode: "GEAR", quantity: "60", periodTo: "2099-01-31" }]);
  });

  test("a figure no plan could hold is refused at its field, typed or in a file", async () => {
    const body = { itemId, partnerId: null, periodFrom: "2099-05-01", periodTo: "2099-05-31", quantity: "1000000001" };
    const refused = { errors: [{ code: "REQUEST_INVALID" }, { code: "QUANTITY_BEYOND_MOST", field: "quantity" }] };
    for (const [locale, detail] of [
      ["ja", "数量は 1,000,000,000（10億）以下にしてください。"],
      ["en", "The quantity must be at most 1,000,000,000."],
    ] as const) {
      const answer = await planner.call("POST", "/forecasts", { body, locale });
      expect([answer.status, answer.body.errors[1]]).toEqual([400, { ...refused.errors[1], detail }]);
    }
    const most = await planner.call("POST", "/forecasts", { body: { ...body, quantity: "1000000000" } });
    expect(most.status).toBe(201);
    const url = `/forecasts/${most.body.id}`;
    const changed = await planner.call("PUT", url, { body: { ...body, quantity: "999999999999", version: 1 } });
    expect([changed.status, changed.body]).toMatchObject([400, refused]);
    expect((await planner.call("DELETE", url)).status).toBe(200);
    const rows = "品目コード,得意先コード,期間開始日,期間終了日,数量\nGEAR,,2099/05/01,2099/05/31,1000000001\n";
    expect((await upload("/forecasts/import", rows)).json()).toMatchObject({
      isAccepted: false,
      problems: [{ line: 2, code: "NUMBER_TOO_LARGE", cell: "1000000001", values: { maximum: "1000000000" } }],
    });
    const order = { version: 1, quantity: "999999999999", startOn: "2099-01-01", dueOn: "2099-01-02", partnerId: null };
    const edited = await planner.call("PATCH", `/planned-orders/${itemId}/0`, { body: order });
    expect([edited.status, edited.body]).toMatchObject([400, refused]);
    const need = { kind: "need", itemId, quantity: "1000000001", neededOn: "2099-05-01" };
    const asked = await planner.call("POST", "/what-if", { body: { changes: [need] } });
    expect([asked.status, asked.body]).toMatchObject([
      400,
      { errors: [{}, { code: "QUANTITY_BEYOND_MOST", field: "changes.0.quantity" }] },
    ]);
  });

  test("a forecast is entered once for an item, a customer and a period", async () => {
    const body = { itemId, partnerId: null, periodFrom: "2099-03-01", periodTo: "2099-03-31", quantity: "5" };
    const first = await planner.call("POST", "/forecasts", { body });
    expect(first.status).toBe(201);
    expect((await planner.call("POST", "/forecasts", { body })).status).toBe(409);
    const url = `/forecasts/${first.body.id}`;
    const reversed = await planner.call("PUT", url, { body: { ...body, periodTo: "2099-02-01", version: 1 } });
    expect([reversed.status, JSON.stringify(reversed.body)]).toEqual([400, expect.stringContaining("PERIOD_REVERSED")]);
    expect((await planner.call("PUT", url, { body: { ...body, quantity: "7", version: 1 } })).body.version).toBe(2);
    expect((await planner.call("PUT", url, { body: { ...body, version: 1 } })).status).toBe(409);
    expect((await planner.call("DELETE", url)).status).toBe(200);
    expect((await planner.call("DELETE", url)).status).toBe(404);
  });

  test("a run is answered at once, carried out behind it, and its proposals are listed and filtered", async () => {
    const run = await planner.call("POST", "/plan-runs", { body: { planFrom: "2098-12-01" } });
    expect([run.status, run.body.state]).toEqual([202, "running"]);
    await plansAreDone();
    const latest = (await planner.call("GET", "/plan-runs/latest")).body;
    expect(latest.current).toMatchObject({ id: run.body.id, state: "done", summary: { orderCount: 1 } });
    const list = await planner.call("GET", "/planned-orders?supply=buy&search=歯車&startTo=2098-12-31");
    expect(list.body.rows).toMatchObject([
      { itemCode: "GEAR", quantity: "60", dueOn: "2099-01-01", runId: run.body.id },
    ]);
    expect((await planner.call("GET", "/planned-orders?supply=make")).body.rows).toEqual([]);
    expect((await planner.call("GET", "/planned-orders?isPastDue=true")).body.rows).toEqual([]);
    const { runId, seq } = list.body.rows[0];
    const why = await planner.call("GET", `/planned-orders/${runId}/${seq}/explanation`);
    expect(why.body.demands).toMatchObject([{ kind: "forecast", number: "2099-01-01 – 2099-01-31" }]);
    const timeline = await planner.call("GET", `/plan-items/${itemId}/timeline`);
    expect(timeline.body.events.map((one: { balance: string }) => one.balance)).toEqual(["60", "0"]);
  });

  test("who plans but may not order cannot turn proposals into purchase orders", async () => {
    const [order] = (await planner.call("GET", "/planned-orders")).body.rows;
    const body = { runId: order.runId, choices: [{ seq: order.seq, partnerId: order.runId }] };
    const answer = await planner.call("POST", "/planned-orders/convert", { body });
    expect([answer.status, answer.body.code]).toEqual([403, "PERMISSION_MISSING"]);
    const english = await planner.call("POST", "/planned-orders/convert", {
      body: { runId: order.itemId, choices: [{ seq: 4711 }] },
      locale: "en",
    });
    expect([english.status, english.body.detail]).toEqual([409, expect.stringContaining("no longer in the plan")]);
  });

  test("a due date is answered with names, held, found in its list and given back; who may only look holds nothing", async () => {
    const asked = { itemId, quantity: "40", wantedOn: "2099-01-01" };
    const answer = await salesman.call("GET", `/promise-answer?${new URLSearchParams(asked)}`);
    expect(answer.body).toMatchObject({
      isInTime: true,
      binding: { code: "BUY", leadTimeDays: 3 },
      items: [{ id: itemId, code: "GEAR", name: "歯車" }],
      workCenters: [],
    });
    const held = await salesman.call("POST", "/promises", { body: { ...asked, latestOn: answer.body.readyOn } });
    expect(held.body).toMatchObject({ state: "held", itemName: "歯車", quantity: "40", orders: [], workOrders: [] });
    const states = async (state: string) =>
      (await planner.call("GET", `/promises?state=${state}&search=GEAR`)).body.rows.map(
        (row: { id: string }) => row.id,
      );
    expect([await states("held"), await states("confirmed"), await states("over")]).toEqual([[held.body.id], [], []]);
    const file = await planner.call("GET", "/promises/file?format=csv&encoding=utf8&state=held");
    expect(file.body).toContain(`${held.body.number},GEAR,歯車,40`);
    expect(file.body).toContain("仮押さえ中");
    const late = { ...asked, latestOn: "2020-01-01" };
    expect((await salesman.call("POST", "/promises", { body: late })).body.code).toBe("PROMISE_LATER");
    const to = { version: held.body.version, tradeId: itemId, lineNumber: 1 };
    const attach = `/promises/${held.body.id}/attach`;
    expect((await planner.call("POST", attach, { body: to })).status).toBe(403);
    expect((await salesman.call("POST", attach, { body: { ...to, version: 9 } })).body.code).toBe("STALE_VERSION");
    expect((await salesman.call("POST", attach, { body: to })).body.code).toBe("LINE_UNKNOWN");
    const released = await planner.call("POST", `/promises/${held.body.id}/release`);
    expect(released.body).toMatchObject({ state: "released" });
    expect((await planner.call("POST", `/promises/${held.body.id}/release`)).body.code).toBe("PROMISE_OVER");
    expect((await planner.call("POST", `/promises/${held.body.id}/confirm`, { body: { version: 2 } })).body.code).toBe(
      "PROMISE_NEEDS_PARTNER",
    );
  });

  test("whoever may look at the plan sees and sets aside its exceptions; a remedy asks for the permission of its work", async () => {
    const far = await planner.call("POST", "/forecasts", {
      body: { itemId, partnerId: null, periodFrom: "2098-12-01", periodTo: "2098-12-31", quantity: "9" },
    });
    expect(far.status).toBe(201);
    await planner.call("POST", "/plan-runs", { body: { planFrom: "2098-12-01" } });
    await plansAreDone();
    const list = await salesman.call("GET", "/plan-exceptions?owner=all&search=GEAR");
    const late = list.body.rows.find((row: { kind: string }) => row.kind === "past_due_start");
    expect(late).toMatchObject({ owner: "purchasing", isMine: false, customers: [], remedy: { kind: "start_now" } });
    const { kind, subject, orderKey, quantity, onDate, wantedDate } = late;
    const key = { kind, itemId, subject, orderKey };
    const choices = [{ ...key, seen: { quantity, onDate, wantedDate } }];
    const seen = await salesman.call("POST", "/plan-exceptions/remedy-preview", { body: { choices } });
    expect([seen.status, seen.body.rows[0].refusals]).toEqual([
      200,
      [{ code: "PERMISSION_MISSING", values: { permission: "planning.plan" } }],
    ]);
    const applied = await salesman.call("POST", "/plan-exceptions/remedies", { body: { choices } });
    expect([applied.status, applied.body.code]).toEqual([403, "PERMISSION_MISSING"]);
    const counts = await salesman.call("GET", "/plan-exceptions/counts");
    expect(counts.body).toMatchObject({ mine: 0, aside: 0 });
    const aside = { exceptions: [key], untilOn: "2099-12-31", reason: "在庫を確認中" };
    expect((await salesman.call("POST", "/plan-exceptions/set-aside", { body: aside })).body).toEqual({ count: 1 });
    expect((await salesman.call("GET", "/plan-exceptions/counts")).body.aside).toBe(1);
    expect((await salesman.call("POST", "/plan-exceptions/take-back", { body: aside })).body).toEqual({ count: 1 });

    const floor = await server.browserOf(planner.companyId, "floor");
    const asked = [
      ["GET", "/plan-exceptions", undefined],
      ["GET", "/plan-exceptions/counts", undefined],
      ["POST", "/plan-exceptions/remedy-preview", { choices }],
      ["POST", "/plan-exceptions/remedies", { choices }],
      ["POST", "/plan-exceptions/set-aside", aside],
      ["POST", "/plan-exceptions/take-back", aside],
      ["GET", `/plan-items/${itemId}/pegs?direction=up&kind=stock`, undefined],
      ["GET", "/learned-operations", undefined],
    ] as const;
    for (const [method, url, body] of asked)
      expect([url, (await floor.call(method, url, body && { body })).status]).toEqual([url, 403]);
  });
});
