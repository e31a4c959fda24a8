import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, decimal } from "../../domain/shared/index.ts";
import { openBooks } from "../../server/accounting/index.ts";
import { closePlanWorkers, plansAreDone } from "../../server/planning/index.ts";
import { confirmPromise, holdPromise } from "../../server/planning/promise.service.ts";
import { withCurrentState } from "../../server/planning/promise-cache.ts";
import { loadItemDays } from "../../server/planning/promise-facts.store.ts";
import { buildState } from "../../server/planning/promise-state.service.ts";
import { insertAll, query } from "../../server/platform/db/index.ts";
import { examine } from "../../server/platform/doctor/index.ts";
import { inTransaction, newId, type Tx } from "../../server/platform/index.ts";
import { type Browser, startTestServer, type TestServer } from "../support/http.ts";
import { expectPlansFollow, firstPlan } from "../support/kept-plans.ts";
import { plantItems, plantPlaces } from "../support/world.ts";

/*
 * A shaft is turned on the lathe in ten minutes a piece and twenty of set-up. The mill stands in for the lathe at half as long again, the old
 * lathe at twice the time. All three work around the clock.
 */
let server: TestServer;
let planner: Browser;
let floor: Browser;
let stranger: Browser;
const customer = newId();
let itemId: string;
let as: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
const ids = { LATHE: newId(), MILL: newId(), OLD: newId() };
const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" });

beforeAll(async () => {
  server = await startTestServer();
  const company = await server.addCompany({ code: "C1", name: "軸製作所" });
  const elsewhere = await server.addCompany({ code: "C2", name: "よその製作所" });
  planner = await server.browserOf(company, "production", "admin");
  floor = await server.browserOf(company, "floor");
  stranger = await server.browserOf(elsewhere, "production");
  const { rows } = await server.databases.auth.query<{ token: string }>(
    "select token from auth.session where user_id = $1",
    [planner.userId],
  );
  as = (work) => inTransaction(server.databases, { token: rows[0]!.token, companyId: company }, work);
  await as(async (tx) => {
    await openBooks(tx, `${today.slice(0, 7)}-01`, 3);
    await plantPlaces(tx);
    itemId = (await plantItems(tx, [{ code: "SHAFT", name: "軸" }]))["SHAFT"]!;
    const bars = await plantItems(tx, [{ code: "BAR", name: "棒材", supply: "buy", category: "material" }]);
    const line = { parent_item_id: itemId, component_item_id: bars["BAR"], quantity: "1" };
    await insertAll(tx, "bill_of_material_line", [{ company_id: company, id: newId(), ...line }]);
    const calendar = { company_id: company, id: newId(), code: "ALL", name: "無休" };
    await insertAll(tx, "calendar", [{ ...calendar, works_on: [1, 2, 3, 4, 5, 6, 7], keeps_public_holidays: false }]);
    const center = (code: keyof typeof ids, name: string, yen: string) => ({
      ...{ company_id: company, id: ids[code], code, name, calendar_id: calendar.id },
      ...{ minutes_per_day: 1440, labor_yen_per_hour: yen },
    });
    await insertAll(tx, "work_center", [
      ...[center("LATHE", "旋盤", "3000"), center("MILL", "複合機", "6000"), center("OLD", "旧旋盤", "1200")],
    ]);
    await insertAll(
      tx,
      "alternative_work_center",
      (
        [
          ["MILL", "1.5"],
          ["OLD", "2"],
        ] as const
      ).map(([other, time_factor]) => ({
        ...{ company_id: company, work_center_id: ids.LATHE, alternative_id: ids[other], time_factor },
      })),
    );
    const operation = { operation_number: 10, name: "旋削", setup_minutes: "20", run_minutes_per_unit: "10" };
    await insertAll(tx, "routing_operation", [
      { company_id: company, id: newId(), item_id: itemId, work_center_id: ids.LATHE, ...operation },
    ]);
  });
  await as((tx) => firstPlan(tx, today));
});
afterAll(async () => {
  await closePlanWorkers();
  await server.stop();
});

interface Order {
  readonly id: string;
  readonly number: string;
}
async function made(quantity: string, more: { isReleased?: boolean; days?: number } = {}): Promise<Order> {
  const dueOn = addDays(today, more.days ?? 3);
  const answer = await planner.call("POST", "/work-orders", { body: { itemId, quantity, dueOn } });
  expect(answer.status).toBe(201);
  const [order] = answer.body.workOrders;
  if (more.isReleased ?? true)
    expect((await planner.call("POST", `/work-orders/${order.id}/release`, { body: { version: 1 } })).status).toBe(200);
  return order;
}
const read = async (id: string) => (await planner.call("GET", `/work-orders/${id}`)).body;
const operationOf = async (id: string) => (await read(id)).operations[0];
async function assign(id: string, center: keyof typeof ids, browser = planner) {
  const { version } = await read(id);
  const body = { version, workCenterId: ids[center] };
  return browser.call("PUT", `/work-orders/${id}/operations/10/work-center`, { body });
}
const report = async (id: string, body: object) =>
  expect(
    (await planner.call("POST", `/work-orders/${id}/report`, { body: { operationNumber: 10, ...body } })).status,
  ).toBe(200);
/** Minutes that wait at each work centre on the floor's page, with the orders of its list. */
async function queues(): Promise<Record<string, readonly [minutes: number, ...orders: string[]]>> {
  const { workCenters } = (await planner.call("GET", "/production/board")).body;
  return Object.fromEntries(
    workCenters.map((one: { code: string; openMinutes: string; operations: { number: string }[] }) => [
      one.code,
      [Number(one.openMinutes), ...one.operations.map(({ number }) => number)],
    ]),
  );
}
/** Minutes of work orders in the coming weeks. */
async function load(): Promise<Record<string, number>> {
  const { centers } = (await planner.call("GET", "/load?weeks=12")).body;
  return Object.fromEntries(
    centers.map((one: { code: string; weeks: { orderMinutes: number }[] }) => [
      one.code,
      one.weeks.reduce((sum, week) => sum + week.orderMinutes, 0),
    ]),
  );
}
/** Minutes promised dates find taken; what is kept in memory is what a fresh reading finds. */
async function taken(): Promise<Record<string, number>> {
  const seen = ({ state }: Awaited<ReturnType<typeof buildState>>) =>
    Object.fromEntries(
      state.centers.map((one) => [
        one.code,
        one.free.reduce((sum: number, free, day) => sum + one.capacity[day]! - free, 0),
      ]),
    );
  const [kept, fresh] = await as(async (tx) => [
    await withCurrentState(tx, today, null, seen),
    seen(await buildState(tx, today, new Map())),
  ]);
  expect(kept).toEqual(fresh);
  return kept;
}
const everywhere = async () => ({ queues: await queues(), load: await load(), taken: await taken() });
const at = (LATHE: number, MILL: number, OLD: number) => ({ LATHE, MILL, OLD });

describe("an operation given to another work centre by hand", () => {
  let order: Order;
  test("stands in that one's list, load and promised dates, with its time there; then in the next one's, then at its own again", async () => {
    order = await made("6");
    const before = { queues: { LATHE: [80, order.number], MILL: [0], OLD: [0] }, load: at(80, 0, 0) };
    expect(await everywhere()).toEqual({ ...before, taken: at(80, 0, 0) });
    const choices = (await planner.call("GET", `/work-orders/${order.id}/operations/10/work-centers`)).body;
    expect(choices).toMatchObject({ workCenterId: ids.LATHE, isBegun: false });
    expect(
      choices.choices.map((one: Record<string, unknown>) => [one["code"], one["timeFactor"], one["minutes"]]),
    ).toEqual([
      ["LATHE", "1", "80"],
      ["MILL", "1.5", "120"],
      ["OLD", "2", "160"],
    ]);
    expect((await assign(order.id, "MILL")).status).toBe(200);
    expect(await everywhere()).toEqual({
      queues: { LATHE: [0], MILL: [120, order.number], OLD: [0] },
      ...{ load: at(0, 120, 0), taken: at(0, 120, 0) },
    });
    // The routing's times stay those of its own work centre.
    expect(await operationOf(order.id)).toMatchObject({
      ...{ workCenterId: ids.MILL, workCenterName: "複合機", standsInFor: "旋盤", hasChoice: true },
      ...{ setupMinutes: "20", runMinutesPerUnit: "10", timeFactor: "1.5" },
    });
    expect((await planner.call("GET", `/floor/jobs?scan=${order.number}-10`)).body.jobs).toMatchObject([
      { workCenterName: "複合機", standsInFor: "旋盤" },
    ]);
    expect((await planner.call("GET", `/work-orders?workCenterId=${ids.LATHE}`)).body.rows).toEqual([]);
    expect((await planner.call("GET", `/work-orders?workCenterId=${ids.MILL}`)).body.rows).toHaveLength(1);
    expect((await assign(order.id, "OLD")).status).toBe(200);
    expect(await everywhere()).toEqual({
      queues: { LATHE: [0], MILL: [0], OLD: [160, order.number] },
      ...{ load: at(0, 0, 160), taken: at(0, 0, 160) },
    });
    expect((await assign(order.id, "LATHE")).status).toBe(200);
    expect(await everywhere()).toEqual({ ...before, taken: at(80, 0, 0) });
    const [row] = await as((tx) =>
      query<{ count: number; last: object }>(
        tx,
        "select count(*)::int count, (array_agg(details order by id desc))[1] last from app.audit where company_id = $1 and command = 'production.assigned'",
        [tx.companyId],
      ),
    );
    expect(row).toEqual({ count: 3, last: { operation: 10, fromId: ids.OLD, toId: ids.LATHE } });
  });

  test("is refused where it cannot be done, to who may not, and to who saw another state", async () => {
    const other = newId();
    await as((tx) =>
      insertAll(tx, "work_center", [{ company_id: tx.companyId, id: other, code: "PAINT", name: "塗装" }]),
    );
    const { version } = await read(order.id);
    const put = (browser: Browser, body: object, operation = 10) =>
      browser.call("PUT", `/work-orders/${order.id}/operations/${operation}/work-center`, { body });
    const wish = { version, workCenterId: ids.MILL };
    const cases = [
      [await put(planner, { version, workCenterId: other }), 409, "WORK_CENTER_NOT_ALTERNATIVE"],
      [await put(planner, { ...wish, version: version - 1 }), 409, "STALE_VERSION"],
      [await put(planner, wish, 20), 422, "OPERATION_UNKNOWN"],
      [await put(floor, wish), 403, undefined],
      [await put(stranger, wish), 404, "NOT_FOUND"],
    ] as const;
    for (const [answer, status, code] of cases) {
      expect(answer.status).toBe(status);
      if (code) expect(JSON.stringify(answer.body)).toContain(code);
    }
    await as((tx) =>
      query(tx, "update app.work_center set is_active = false where company_id = $1 and id = $2", [
        tx.companyId,
        other,
      ]),
    );
  });

  test("stays there when the order's quantity changes", async () => {
    const planned = await made("4", { isReleased: false });
    expect((await assign(planned.id, "OLD")).status).toBe(200);
    const { version, startOn, dueOn } = await read(planned.id);
    const body = { version, quantity: "8", startOn, dueOn, lotCode: "", note: "" };
    expect((await planner.call("PUT", `/work-orders/${planned.id}`, { body })).status).toBe(200);
    expect(await operationOf(planned.id)).toMatchObject({
      ...{ workCenterId: ids.OLD, timeFactor: "2", plannedQuantity: "8" },
    });
    expect(await load()).toMatchObject({ LATHE: 80, OLD: 200 });
    const { version: last } = await read(planned.id);
    expect((await planner.call("POST", `/work-orders/${planned.id}/cancel`, { body: { version: last } })).status).toBe(
      200,
    );
  });

  test("takes the other one's time and rate; the floor that works elsewhere after all is believed", async () => {
    expect((await assign(order.id, "MILL")).status).toBe(200);
    // Two pieces and the set-up without a clock: (20 + 2 × 10) × 1.5 minutes at 6,000 yen an hour.
    await report(order.id, { kind: "good", quantity: "2" });
    expect(await operationOf(order.id)).toMatchObject({ state: "running", workedMinutes: "60" });
    const costs = async () =>
      (
        await as((tx) =>
          query<{ yen: string }>(
            tx,
            "select sum(amount_yen)::text yen from app.work_order_cost where company_id = $1 and work_order_id = $2 and kind = 'labor'",
            [tx.companyId, order.id],
          ),
        )
      )[0]!.yen;
    expect(await costs()).toBe("6000");
    expect(await queues()).toMatchObject({ LATHE: [0], MILL: [60, order.number] });
    // The rest was made on the lathe.
    expect((await assign(order.id, "LATHE")).status).toBe(200);
    expect(await everywhere()).toMatchObject({ queues: { LATHE: [40, order.number], MILL: [0] }, taken: at(40, 0, 0) });
    await report(order.id, { kind: "good", quantity: "4" });
    expect(await operationOf(order.id)).toMatchObject({ state: "done", workedMinutes: "100" });
    expect(await costs()).toBe("8000");
    expect(JSON.stringify((await assign(order.id, "MILL")).body)).toMatch(/OPERATION_DONE|WORK_ORDER_STATE/);
  });
});

describe("a promised date whose work is done elsewhere after all", () => {
  test("holds no minutes any more: they are where the work is, and nobody's bucket is left with them", async () => {
    await as((tx) =>
      insertAll(tx, "partner", [
        { company_id: tx.companyId, id: customer, code: "CU", name: "得意先", is_customer: true },
      ]),
    );
    // Six of twelve stand in stock since the test before.
    const asked = { itemId, quantity: decimal(12), wantedOn: addDays(today, 1), partnerId: customer, hours: 48 };
    const held = await as((tx) => holdPromise(tx, { ...asked, latestOn: null }, today, Date.now()));
    if (!held.ok) throw new Error(held.refusals[0].code);
    const input = { partnerId: null, unitPrice: "1", outsideNumber: "" };
    const confirmed = await as((tx) => confirmPromise(tx, held.value.id, input, today));
    if (!confirmed.ok) throw new Error(confirmed.refusals[0].code);
    expect(await taken()).toMatchObject(at(80, 0, 0));
    const [order] = confirmed.value.workOrders;
    expect((await assign(order!.id, "MILL")).status).toBe(200);
    expect(await taken()).toMatchObject(at(0, 120, 0));
    // For people it is ordered until its line is sent.
    expect((await planner.call("GET", `/promises/${held.value.id}`)).body.state).toBe("confirmed");
    const buckets = await as((tx) =>
      query<{ held: string }>(
        tx,
        "select sum(held)::text held from app.promise_bucket where company_id = $1 and kind = 'capacity'",
        [tx.companyId],
      ),
    );
    expect(Number(buckets[0]!.held)).toBe(0);
    expect((await assign(order!.id, "LATHE")).status).toBe(200);
    expect(await taken()).toMatchObject(at(80, 0, 0));
    const { version } = await read(order!.id);
    expect((await planner.call("POST", `/work-orders/${order!.id}/cancel`, { body: { version } })).status).toBe(200);
    expect(await taken()).toMatchObject(at(0, 0, 0));
  });
});

describe("a schedule that is adopted", () => {
  const adoption = async () => (await planner.call("GET", "/schedule/adoption")).body;
  const head = async () => (await planner.call("GET", "/schedule")).body.current;
  async function makeAnew() {
    expect((await planner.call("POST", "/schedule", { body: { seconds: 0 } })).status).toBe(202);
    await plansAreDone();
  }
  async function move(id: string, center: keyof typeof ids, daysLater: number) {
    const { version, from } = await head();
    const start = `${addDays(from.slice(0, 10), daysLater)}T08:00`;
    const body = { workOrderId: id, operationNumber: 10, workCenterId: ids[center], machine: 1, start, version };
    expect((await planner.call("POST", "/schedule/moves", { body })).status).toBe(200);
    return start.slice(0, 10);
  }
  const adopt = async () => {
    const answer = await planner.call("POST", "/schedule/adopt", { body: { version: (await head()).version } });
    expect(answer.status).toBe(200);
    return answer.body;
  };

  let first: Order;
  let second: Order;
  test("says beforehand what goes where; adopted, the floor's list, the load and promised dates have it there", async () => {
    expect((await planner.call("GET", "/schedule/adoption")).status).toBe(404);
    first = await made("6", { days: 20 });
    second = await made("3", { days: 20 });
    await makeAnew();
    const day = await move(first.id, "MILL", 2);
    await move(second.id, "LATHE", 1);
    const told = await adoption();
    expect(told).toMatchObject({
      ...{ operationCount: 2, orderCount: 2, movedCount: 1, begunCount: 0, notAlternativeCount: 0 },
      moves: [{ fromId: ids.LATHE, toId: ids.MILL, count: 1 }],
    });
    expect(await everywhere()).toMatchObject({ load: at(130, 0, 0), taken: at(130, 0, 0) });
    expect(await adopt()).toEqual(told);
    expect(await everywhere()).toEqual({
      queues: { LATHE: [50, second.number], MILL: [120, first.number], OLD: [0] },
      ...{ load: at(50, 120, 0), taken: at(50, 120, 0) },
    });
    expect(await operationOf(first.id)).toMatchObject({ plannedStartOn: day, workCenterId: ids.MILL });
    expect(await adoption()).toMatchObject({ operationCount: 0, movedCount: 0, moves: [] });
    // Adopting is no change to the schedule.
    expect((await head()).changes).toEqual([]);
  });

  test("made anew it chooses among all again; another adoption takes it back", async () => {
    await makeAnew();
    const { version } = await head();
    const body = { workOrderId: first.id, operationNumber: 10, version };
    expect((await planner.call("POST", "/schedule/unpin", { body })).status).toBe(200);
    await move(first.id, "LATHE", 3);
    expect((await adopt()).moves).toEqual([{ fromId: ids.MILL, toId: ids.LATHE, count: 1 }]);
    expect(await everywhere()).toMatchObject({ load: at(130, 0, 0), taken: at(130, 0, 0) });
    expect(await operationOf(first.id)).toMatchObject({ standsInFor: null, timeFactor: "1" });
  });

  test("what is begun stays where it is, also when the schedule is made anew; so does what may not be done there any more", async () => {
    await move(first.id, "MILL", 2);
    await move(second.id, "MILL", 3);
    await report(first.id, { kind: "start" });
    expect(await adoption()).toMatchObject({ movedCount: 1, begunCount: 1, notAlternativeCount: 0 });
    const alone = async (sql: string) => as((tx) => query(tx, sql, [tx.companyId, ids.MILL])).then(() => undefined);
    await alone("update app.work_center set is_active = false where company_id = $1 and id = $2");
    expect(await adoption()).toMatchObject({ movedCount: 0, begunCount: 1, notAlternativeCount: 1 });
    await alone("update app.work_center set is_active = true where company_id = $1 and id = $2");
    await adopt();
    const place = async (id: string) => (await operationOf(id)).workCenterId;
    expect([await place(first.id), await place(second.id)]).toEqual([ids.LATHE, ids.MILL]);
    await report(second.id, { kind: "start" });
    await makeAnew();
    const { operations } = (await planner.call("GET", `/schedule/operations?from=${today}&to=${addDays(today, 30)}`))
      .body;
    const board = Object.fromEntries(
      operations.map((one: Record<string, string>) => [
        one["number"],
        [one["workCenterId"], (Date.parse(`${one["end"]}Z`) - Date.parse(`${one["start"]}Z`)) / 60_000],
      ]),
    );
    // Set up they are, so only pieces are left: six of ten minutes, and three of fifteen.
    expect(board).toEqual({ [first.number]: [ids.LATHE, 60], [second.number]: [ids.MILL, 45] });
    // Where a running one is done is news to the schedule, as its reports are.
    expect((await assign(second.id, "OLD")).status).toBe(200);
    // It may stay where nobody may be given to any more, and be chosen away from there.
    await as((tx) =>
      query(tx, "delete from app.alternative_work_center where company_id = $1 and alternative_id = $2", [
        tx.companyId,
        ids.OLD,
      ]),
    );
    const { workCenterId, choices } = (
      await planner.call("GET", `/work-orders/${second.id}/operations/10/work-centers`)
    ).body;
    expect(workCenterId).toBe(ids.OLD);
    expect(choices.map((one: Record<string, unknown>) => [one["code"], one["isOwn"], one["timeFactor"]])).toEqual([
      ["LATHE", true, "1"],
      ["MILL", false, "1.5"],
      ["OLD", false, "2"],
    ]);
    expect((await head()).changes).toMatchObject([{ kind: "progressed", orders: [{ number: second.number }] }]);
  });
});

describe("an order the adopted schedule has end after its due day", () => {
  /** Days on which work orders bring shafts: by the time-phase table, and by what promised dates keep and read anew. */
  async function comingDays(number: string) {
    await expectPlansFollow(server.databases, today);
    const { events } = (await planner.call("GET", `/plan-items/${itemId}/timeline`)).body;
    const table = events
      .filter((one: { record: { number: string } | null }) => one.record?.number === number)
      .map((one: { onDate: string }) => one.onDate);
    const seen = ({ state: { items } }: Awaited<ReturnType<typeof buildState>>) =>
      items.find(({ record }) => record.id === itemId)!.supply;
    const [kept, fresh, rows] = await as(async (tx) => [
      await withCurrentState(tx, today, null, seen),
      seen(await buildState(tx, today, new Map())),
      await loadItemDays(tx, today, [itemId]),
    ]);
    expect(kept).toEqual(fresh);
    return { table, promised: rows.filter(({ isDemand }) => !isDemand).map(({ onDate }) => onDate) };
  }

  test("comes on the day it ends there, for plan and promised dates; asked to come sooner it is planned within that day again", async () => {
    const order = await made("6");
    const due = addDays(today, 3);
    expect(await comingDays(order.number)).toMatchObject({ table: [due], promised: expect.arrayContaining([due]) });
    const start = async (body: object) => expect((await planner.call("POST", "/schedule", { body })).status).toBe(202);
    await start({ seconds: 0 });
    await plansAreDone();
    const head = async () => (await planner.call("GET", "/schedule")).body.current.version;
    const place = { workCenterId: ids.LATHE, machine: 1, start: `${addDays(today, 9)}T08:00`, version: await head() };
    const moved = { workOrderId: order.id, operationNumber: 10, ...place };
    expect((await planner.call("POST", "/schedule/moves", { body: moved })).status).toBe(200);
    expect((await planner.call("POST", "/schedule/adopt", { body: { version: await head() } })).status).toBe(200);
    const late = await comingDays(order.number);
    expect(late).toMatchObject({ table: [addDays(today, 9)], promised: expect.arrayContaining([addDays(today, 9)]) });
    expect(late.promised).not.toContain(due);
    expect((await read(order.id)).dueOn).toBe(due);

    // The line of the promise above still asks for shafts.
    const { rows } = (await planner.call("GET", "/plan-exceptions?owner=all")).body;
    const asked = rows.find((row: { kind: string; itemCode: string }) => row.kind === "expedite");
    expect(asked).toMatchObject({ itemCode: "SHAFT", onDate: addDays(today, 9) });
    const { kind, subject, orderKey, quantity, onDate, wantedDate } = asked;
    const choice = { kind, itemId, subject, orderKey, seen: { quantity, onDate, wantedDate } };
    const preview = async (on: string) =>
      (await planner.call("POST", "/plan-exceptions/remedy-preview", { body: { choices: [{ ...choice, on }] } })).body
        .rows[0];
    // Its due day is no news to the order, the day it comes is.
    const told = { changes: [{ field: "dueOn", from: addDays(today, 9), to: due }], refusals: [] };
    expect(await preview(due)).toMatchObject(told);
    const body = { choices: [{ ...choice, on: due }], reason: "受注に合わせる" };
    expect((await planner.call("POST", "/plan-exceptions/remedies", { body })).status).toBe(200);
    expect(await comingDays(order.number)).toMatchObject({ table: [due], promised: expect.arrayContaining([due]) });
  });
});

test("the kept plan follows, though it does not hang on where work is done, and nothing is out of order", async () => {
  await expectPlansFollow(server.databases, today);
  const { findings } = await examine(server.db.job);
  expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
  expect(findings.length).toBeGreaterThan(10);
});
