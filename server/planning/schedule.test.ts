import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../../domain/shared/index.ts";
import { type Browser, startTestServer, type TestServer } from "../../tests/support/http.ts";
import { plantItems } from "../../tests/support/world.ts";
import { insertAll, query } from "../platform/db/index.ts";
import { inTransaction, newId, type Tx } from "../platform/index.ts";
import { area, closePlanWorkers, plansAreDone } from "./index.ts";

const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];

let server: TestServer;
let planner: Browser;
let looker: Browser;
let stranger: Browser;
let as: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
let today: string;
let itemId: string;
const ids = { LATHE: newId(), WELD: newId(), PAINT: newId() };

/** A work order with its operations: work centre or null, minutes a piece. */
async function plantOrder(
  number: string,
  operations: readonly (readonly [center: string | null, minutes: number])[],
  change: Record<string, unknown> = {},
): Promise<string> {
  const id = newId();
  await as(async (tx) => {
    await insertAll(tx, "work_order", [
      {
        company_id: tx.companyId,
        id,
        number,
        item_id: itemId,
        quantity: "10",
        state: "released",
        start_on: today,
        due_on: addDays(today, 3),
        ...change,
      },
    ]);
    await insertAll(
      tx,
      "work_order_operation",
      operations.map(([center, minutes], at) => ({
        company_id: tx.companyId,
        work_order_id: id,
        operation_number: (at + 1) * 10,
        name: `工程${at + 1}`,
        work_center_id: center,
        setup_minutes: "0",
        run_minutes_per_unit: String(minutes),
        planned_quantity: "10",
        planned_start_on: today,
        planned_finish_on: today,
        state: at === 0 ? "ready" : "waiting",
      })),
    );
  });
  return id;
}

async function makeAnew(body: object = { seconds: 0 }) {
  const started = await planner.call("POST", "/schedule", { body });
  expect(started.status).toBe(202);
  await plansAreDone();
  return (await planner.call("GET", "/schedule")).body;
}
const span = async (browser = planner) =>
  (await browser.call("GET", `/schedule/operations?from=${today}&to=${addDays(today, 60)}`)).body;
const timesOf = async () =>
  Object.fromEntries(
    (await span()).operations.map((one: Record<string, unknown>) => [
      `${one["number"]}/${one["operationNumber"]}`,
      [one["start"], one["end"], one["machine"], one["isPinned"]],
    ]),
  );
const later = (moment: string, minutes: number) =>
  new Date(Date.parse(`${moment}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);

beforeAll(async () => {
  server = await startTestServer({ areas: [area] });
  const companyId = await server.addCompany({ code: "C1", name: "日程製作所" });
  const otherId = await server.addCompany({ code: "C2", name: "よその製作所" });
  planner = await server.browserOf(companyId, "production");
  looker = await server.browserOf(companyId, "sales");
  stranger = await server.browserOf(otherId, "production");
  const { rows } = await server.databases.auth.query("select token from auth.session where user_id = $1", [
    planner.userId,
  ]);
  as = (work) => inTransaction(server.databases, { token: rows[0].token, companyId }, work);
  await as(async (tx) => {
    const [clock] = await query<{ today: string }>(
      tx,
      "select ((statement_timestamp() at time zone 'Asia/Tokyo')::date + 1)::text today",
    );
    today = addDays(clock!.today, -1);
    itemId = (await plantItems(tx, [{ code: "GEAR", name: "歯車" }]))["GEAR"]!;
    const calendar = { company_id: tx.companyId, id: newId(), code: "ALL", name: "無休" };
    await insertAll(tx, "calendar", [{ ...calendar, works_on: ALL_DAYS, keeps_public_holidays: false }]);
    await insertAll(tx, "shift", [
      {
        company_id: tx.companyId,
        id: newId(),
        calendar_id: calendar.id,
        code: "D",
        name: "終日",
        starts_at: "00:00",
        ends_at: "00:00",
      },
    ]);
    // Behind the company's first one by code. It has no shifts, and a centre of 0 minutes gives none.
    const idle = { company_id: tx.companyId, id: newId(), code: "IDLE", name: "休止" };
    await insertAll(tx, "calendar", [{ ...idle, works_on: ALL_DAYS, keeps_public_holidays: false }]);
    const center = (code: keyof typeof ids, name: string, machines: number, calendarId: string | null) => ({
      company_id: tx.companyId,
      id: ids[code],
      code,
      name,
      machine_count: machines,
      minutes_per_day: 0,
      calendar_id: calendarId,
    });
    await insertAll(tx, "work_center", [
      center("LATHE", "旋盤", 1, calendar.id),
      // Without one of its own it works by the company's.
      center("WELD", "溶接機", 2, null),
      center("PAINT", "塗装", 1, idle.id),
    ]);
  });
});
afterAll(async () => {
  await closePlanWorkers();
  await server.stop();
});

describe("the planning board over HTTP", () => {
  test("without a schedule there is none, nothing to move, and who only looks cannot make one", async () => {
    expect((await planner.call("GET", "/schedule")).body).toMatchObject({ current: null, latest: null });
    expect((await planner.call("POST", "/schedule/undo", { body: { version: 1 } })).status).toBe(404);
    expect((await looker.call("POST", "/schedule", { body: {} })).status).toBe(403);
  });

  let first: string;
  let second: string;
  test("places open operations on machines, and leaves out only what cannot be placed, told where it is mended", async () => {
    first = await plantOrder("WO-1", [
      [ids.LATHE, 60],
      [ids.WELD, 30],
    ]);
    second = await plantOrder("WO-2", [[ids.LATHE, 60]], { due_on: addDays(today, -1) });
    await plantOrder("WO-3", [[ids.PAINT, 10]]);
    await plantOrder("WO-4", [[null, 10]]);
    await plantOrder("WO-5", [[ids.LATHE, 10]], { state: "completed" });
    const { current, centers } = await makeAnew();
    expect(current).toMatchObject({
      ...{ state: "done", orderCount: 2, operationCount: 3, lateCount: 1, leftOutCount: 2, changes: [] },
    });
    expect(current.troubles).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: "CALENDAR_WITHOUT_WORK",
          kind: "workCenter",
          subject: "PAINT 塗装",
          orderCount: 1,
        }),
        expect.objectContaining({ code: "WITHOUT_CENTER", kind: "operation", subject: "WO-4 10 工程1" }),
      ]),
    );
    expect(centers.map((one: { code: string }) => one.code)).toEqual(["LATHE", "PAINT", "WELD"]);
    const times = await timesOf();
    // The overdue one goes first on the only lathe; the other right behind it, then to the welder.
    expect(times["WO-1/10"]![0]).toBe(times["WO-2/10"]![1]);
    expect(times["WO-1/20"]![0]).toBe(times["WO-1/10"]![1]);
    const late = (await planner.call("GET", "/schedule/orders?late=true")).body;
    expect(late).toMatchObject({ total: 1, orders: [{ number: "WO-2", whyLate: [{ code: "STARTS_NOW" }] }] });
    const found = (await planner.call("GET", "/schedule/orders?search=wo-1")).body;
    expect(found.orders).toMatchObject([{ number: "WO-1", firstOperation: 10, start: times["WO-1/10"]![0] }]);
  });

  test("another company sees nothing of it", async () => {
    expect((await stranger.call("GET", "/schedule")).body).toMatchObject({ current: null, centers: [] });
    expect((await span(stranger)).operations).toEqual([]);
  });

  test("a move is told before it happens, and why; applied it is fixed; undone everything stands where it stood", async () => {
    const before = await timesOf();
    const { current } = (await planner.call("GET", "/schedule")).body;
    const start = before["WO-2/10"]![0] as string;
    const place = { workCenterId: ids.LATHE, machine: 1, start };
    const ask = new URLSearchParams({ workOrderId: first, operationNumber: "10", ...place, machine: "1" });
    const told = (await looker.call("GET", `/schedule/preview?${ask}`)).body;
    expect(told).toMatchObject({ start, orderCount: 2, becameLate: 0 });
    expect(told.orders).toMatchObject([
      {
        number: "WO-2",
        changeMinutes: 600,
        why: { code: "WAITS_FOR_MACHINE", place: "旋盤", behindNumber: "WO-1", behindOperation: "10 工程1" },
      },
      { number: "WO-1", changeMinutes: -600 },
    ]);
    expect(await timesOf()).toEqual(before);

    const body = { workOrderId: first, operationNumber: 10, ...place, version: current.version };
    expect((await planner.call("POST", "/schedule/moves", { body })).body).toEqual({ version: current.version + 1 });
    const moved = await timesOf();
    expect(moved["WO-1/10"]).toEqual([start, later(start, 600), 1, true]);
    expect(moved["WO-2/10"]![0]).toBe(later(start, 600));
    expect((await planner.call("POST", "/schedule/moves", { body })).status).toBe(409);
    const undone = await planner.call("POST", "/schedule/undo", { body: { version: current.version + 1 } });
    expect(undone.body).toEqual({ version: current.version + 2 });
    expect(await timesOf()).toEqual(before);
    const nothing = await planner.call("POST", "/schedule/undo", { body: { version: current.version + 2 } });
    expect([nothing.status, JSON.stringify(nothing.body)]).toEqual([409, expect.stringContaining("NOTHING_TO_UNDO")]);
  });

  test("a machine of another work centre refuses, with the names people know", async () => {
    const ask = `workOrderId=${first}&operationNumber=10&workCenterId=${ids.WELD}&machine=1&start=${today}T23:00`;
    const refused = await planner.call("GET", `/schedule/preview?${ask}`);
    expect(JSON.stringify(refused.body)).toContain("MACHINE_CANNOT_DO_IT");
    expect(JSON.stringify(refused.body)).toContain("WO-1 10 工程1");
  });

  test("a start beyond the days the board looks at is refused at the start, and changes nothing", async () => {
    const before = await timesOf();
    const { current } = (await planner.call("GET", "/schedule")).body;
    const place = { workCenterId: ids.LATHE, machine: 1, start: "2099-01-01T08:00" };
    const ask = new URLSearchParams({ workOrderId: first, operationNumber: "10", ...place, machine: "1" });
    const body = { workOrderId: first, operationNumber: 10, ...place, version: current.version };
    for (const refused of [
      await planner.call("GET", `/schedule/preview?${ask}`),
      await planner.call("POST", "/schedule/moves", { body }),
    ]) {
      expect(refused.status).toBe(422);
      expect(refused.body.errors).toMatchObject([{ code: "SCHEDULE_HORIZON", field: "start" }]);
      expect(refused.body.detail).toContain(addDays(today, 364));
    }
    expect(await timesOf()).toEqual(before);
  });

  test("what is fixed stays when the schedule is made anew; unpinned it moves up", async () => {
    const { current } = (await planner.call("GET", "/schedule")).body;
    const start = later((await timesOf())["WO-2/10"]![0] as string, 3000);
    const body = { workOrderId: second, operationNumber: 10, workCenterId: ids.LATHE, machine: 1, start };
    expect(
      (await planner.call("POST", "/schedule/moves", { body: { ...body, version: current.version } })).status,
    ).toBe(200);
    const again = (await makeAnew({ method: "forward", seconds: 1 })).current;
    expect(again).toMatchObject({ pinCount: 1, stepCount: 0 });
    expect((await timesOf())["WO-2/10"]).toEqual([start, later(start, 600), 1, true]);
    const key = { workOrderId: second, operationNumber: 10, version: again.version };
    const free = await planner.call("POST", "/schedule/unpin", { body: key });
    expect(free.status).toBe(200);
    const moved = (await timesOf())["WO-2/10"]!;
    expect([(moved[0] as string) < start, moved[3]]).toEqual([true, false]);
    // While another one is made, what is moved would be lost with the old one.
    await as((tx) =>
      insertAll(tx, "schedule", [{ company_id: tx.companyId, id: newId(), method: "forward", seconds: 0 }]),
    );
    const meanwhile = await planner.call("POST", "/schedule/undo", { body: { version: free.body.version } });
    expect([meanwhile.status, JSON.stringify(meanwhile.body)]).toEqual([
      409,
      expect.stringContaining("SCHEDULE_RUNNING"),
    ]);
    expect((await planner.call("POST", "/schedule", { body: {} })).status).toBe(409);
    await as((tx) =>
      query(tx, "update app.schedule set state = 'failed' where company_id = $1 and state = 'running'", [tx.companyId]),
    );
    const twice = await planner.call("POST", "/schedule/unpin", { body: { ...key, version: free.body.version } });
    expect(JSON.stringify(twice.body)).toContain("NOT_PINNED");
  });

  test("adopted, the work orders carry the days of the schedule; new orders are told", async () => {
    const { current } = (await planner.call("GET", "/schedule")).body;
    const adopted = await planner.call("POST", "/schedule/adopt", { body: { version: current.version } });
    expect(adopted.status).toBe(200);
    const rows = await as((tx) =>
      query<{ from: string; to: string }>(
        tx,
        `select planned_start_on::text "from", planned_finish_on::text "to" from app.work_order_operation where company_id = $1 and work_order_id = $2 and operation_number = 20`,
        [tx.companyId, first],
      ),
    );
    const [start, end] = (await timesOf())["WO-1/20"]! as string[];
    expect(rows[0]).toEqual({ from: start!.slice(0, 10), to: end!.slice(0, 10) });
    // Adopting is no change.
    expect((await planner.call("GET", "/schedule")).body.current.changes).toEqual([]);
    const sixth = await plantOrder("WO-6", [[ids.WELD, 5]]);
    const set = (sql: string, id: string) => as((tx) => query(tx, sql, [tx.companyId, id]));
    await set("update app.work_order set due_on = due_on + 1 where company_id = $1 and id = $2", first);
    await set("update app.work_order set state = 'cancelled' where company_id = $1 and id = $2", second);
    expect((await planner.call("GET", "/schedule")).body.current.changes).toEqual([
      { kind: "added", count: 1, orders: [{ workOrderId: sixth, number: "WO-6" }] },
      { kind: "changed", count: 1, orders: [{ workOrderId: first, number: "WO-1" }] },
      { kind: "gone", count: 1, orders: [{ workOrderId: second, number: "WO-2" }] },
    ]);
    await set("update app.work_order set state = 'released' where company_id = $1 and id = $2", second);
    await set("update app.work_order set due_on = due_on - 1 where company_id = $1 and id = $2", first);
    await set(
      "update app.work_order_operation set good = 1, state = 'running' where company_id = $1 and work_order_id = $2",
      second,
    );
    expect((await planner.call("GET", "/schedule")).body.current.changes).toMatchObject([
      { kind: "added", count: 1 },
      { kind: "progressed", count: 1, orders: [{ number: "WO-2" }] },
    ]);
    await set(
      "update app.work_order_operation set good = 0, state = 'ready' where company_id = $1 and work_order_id = $2",
      second,
    );
  });

  test("work at a partner takes its lead time and no machine; a running operation keeps running", async () => {
    const partnerId = newId();
    const order = await plantOrder("WO-7", [
      [ids.WELD, 60],
      [null, 0],
    ]);
    await as(async (tx) => {
      await insertAll(tx, "partner", [
        { company_id: tx.companyId, id: partnerId, code: "PLATE", name: "めっき工房", is_supplier: true },
      ]);
      await query(
        tx,
        "update app.work_order_operation set subcontract_partner_id = $3, planned_finish_on = planned_start_on + 2 where company_id = $1 and work_order_id = $2 and operation_number = 20",
        [tx.companyId, order, partnerId],
      );
      await query(
        tx,
        "update app.work_order_operation set state = 'running', good = 4 where company_id = $1 and work_order_id = $2 and operation_number = 10",
        [tx.companyId, order],
      );
    });
    const { current, partners } = await makeAnew();
    expect(partners).toEqual([{ id: partnerId, name: "めっき工房" }]);
    const times = await timesOf();
    // Six pieces are left; two days at the partner.
    expect(times["WO-7/10"]!.slice(0, 2)).toEqual([current.from, later(current.from, 360)]);
    const [start, end, machine] = times["WO-7/20"]!;
    expect([start, end, machine]).toEqual([later(current.from, 360), later(current.from, 360 + 2880), null]);
  });

  test("an alternative takes work over: the row says so, moves go there and nowhere else, and say how much longer it takes", async () => {
    const set = (sql: string, ...values: unknown[]) => as((tx) => query(tx, sql, [tx.companyId, ...values]));
    await set("update app.work_order set state = 'cancelled' where company_id = $1 and number like 'WO-%'");
    await as((tx) =>
      insertAll(tx, "alternative_work_center", [
        { company_id: tx.companyId, work_center_id: ids.LATHE, alternative_id: ids.WELD, time_factor: "1.5" },
        { company_id: tx.companyId, work_center_id: ids.PAINT, alternative_id: ids.WELD, time_factor: "2" },
      ]),
    );
    await plantOrder("AL-1", [[ids.LATHE, 60]]);
    await plantOrder("AL-2", [[ids.LATHE, 60]]);
    await plantOrder("AL-3", [[ids.PAINT, 30]]);
    const { current, centers } = await makeAnew();
    // PAINT never works, which keeps nothing from being made.
    expect(current).toMatchObject({ orderCount: 3, leftOutCount: 0, troubles: [] });
    expect(centers[0]).toMatchObject({ code: "LATHE", alternatives: [{ id: ids.WELD, timeFactor: "1.5" }] });
    const { operations } = await span();
    const rows = operations.map((row: Record<string, unknown>) => [
      row["number"],
      row["workCenterId"],
      row["ownWorkCenterId"],
      (Date.parse(`${row["end"]}Z`) - Date.parse(`${row["start"]}Z`)) / 60_000,
    ]);
    expect(rows).toContainEqual(["AL-3", ids.WELD, ids.PAINT, 600]);
    expect(rows.filter((row: unknown[]) => row[1] === ids.LATHE).map((row: unknown[]) => row[3])).toEqual([600]);
    expect(rows).toContainEqual([expect.stringMatching(/AL-[12]/), ids.WELD, ids.LATHE, 900]);
    const onLathe = operations.find((row: { workCenterId: string }) => row.workCenterId === ids.LATHE);
    const place = { workCenterId: ids.WELD, machine: 1, start: later(current.from, 2000) };
    const key = { workOrderId: onLathe.workOrderId, operationNumber: 10 };
    const ask = new URLSearchParams({ ...key, ...place, machine: "1", operationNumber: "10" });
    expect((await planner.call("GET", `/schedule/preview?${ask}`)).body).toMatchObject({
      start: place.start,
      end: later(place.start, 900),
      workMinutesBefore: 600,
      workMinutes: 900,
    });
    const moved = await planner.call("POST", "/schedule/moves", {
      body: { ...key, ...place, version: current.version },
    });
    expect(moved.status).toBe(200);
    const refused = await planner.call(
      "GET",
      `/schedule/preview?${new URLSearchParams({ ...Object.fromEntries(ask), workCenterId: ids.PAINT })}`,
    );
    expect(JSON.stringify(refused.body)).toContain("MACHINE_CANNOT_DO_IT");
    // Fixed there, it stays there when the schedule is made anew.
    await makeAnew();
    const again = (await span()).operations.find(
      (row: { workOrderId: string }) => row.workOrderId === onLathe.workOrderId,
    );
    expect(again).toMatchObject({ ...place, isPinned: true, end: later(place.start, 900) });
    await set("delete from app.alternative_work_center where company_id = $1");
    await set("update app.work_order set state = 'cancelled' where company_id = $1 and number = 'AL-3'");
  });

  test("who was slower than another move is refused, and what was told stays right after each move", async () => {
    const { current } = await makeAnew();
    const [one] = (await span()).operations;
    const body = {
      ...{ workOrderId: one.workOrderId, operationNumber: one.operationNumber, workCenterId: one.ownWorkCenterId },
      ...{ machine: 1, start: later(current.from, 5000), version: current.version },
    };
    const answers = await Promise.all([1, 2, 3].map(() => planner.call("POST", "/schedule/moves", { body })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const ask = (start: string) =>
      `/schedule/preview?${new URLSearchParams({ ...body, operationNumber: String(body.operationNumber), machine: "1", start } as never)}`;
    const told = (await planner.call("GET", ask(later(current.from, 6000)))).body;
    const next = await planner.call("POST", "/schedule/moves", {
      body: { ...body, start: later(current.from, 6000), version: current.version + 1 },
    });
    expect(next.status).toBe(200);
    const stands = (await span()).operations.find(
      (row: { workOrderId: string }) => row.workOrderId === one.workOrderId,
    );
    expect(stands).toMatchObject({ start: told.start, end: told.end });
    for (const version of [current.version + 2, current.version + 3])
      expect((await planner.call("POST", "/schedule/undo", { body: { version } })).status).toBe(200);
    const back = (await span()).operations.find((row: { workOrderId: string }) => row.workOrderId === one.workOrderId);
    expect(back).toMatchObject({ start: one.start, end: one.end, isPinned: one.isPinned });
  });

  test("an order waits for the one that makes its material, as the plan pegs them; a circle is told and leaves nothing out", async () => {
    const parts = await as((tx) => plantItems(tx, [{ code: "SHAFT", name: "軸" }]));
    const shaft = parts["SHAFT"]!;
    const due = { due_on: addDays(today, 1) };
    const feeder = await plantOrder("FE-1", [[ids.LATHE, 300]], { item_id: shaft, due_on: addDays(today, 20) });
    const consumer = await plantOrder(
      "FE-2",
      [
        [ids.WELD, 10],
        [ids.WELD, 10],
      ],
      due,
    );
    const runId = newId();
    const column = { decimals: 0, on_hand: 0, safety_stock: 0 };
    const pegs = (item: string, from: string, to: string) => ({
      ...{ run_id: runId, item_id: item, ...column, receipt_kind: [1], receipt_id: [from], receipt_line: [0] },
      ...{ receipt_day: [1], receipt_quantity: [10], receipt_group: [-1], demand_kind: [2], demand_id: [to] },
      ...{ demand_line: [1], demand_day: [1], demand_quantity: [10], demand_group: [-1] },
      ...{ peg_supply: [-2], peg_demand: [-2], peg_quantity: [10], peg_day: [1] },
    });
    const material = (order: string, item: string, operation: number) => ({
      ...{ work_order_id: order, line_number: 1, item_id: item, operation_number: operation, required: "10" },
    });
    await as(async (tx) => {
      const run = { company_id: tx.companyId, id: runId, number: "PL-1", planned_from: today, horizon_days: 90 };
      await insertAll(tx, "plan_run", [{ ...run, state: "done", is_current: true }]);
      await insertAll(tx, "plan_item", [{ company_id: tx.companyId, ...pegs(shaft, feeder, consumer) }]);
      await insertAll(tx, "work_order_material", [{ company_id: tx.companyId, ...material(consumer, shaft, 20) }]);
    });
    await makeAnew();
    const times = await timesOf();
    // Only the operation that uses the shaft waits.
    expect(times["FE-2/10"]![0]! < times["FE-1/10"]![1]!).toBe(true);
    expect(times["FE-2/20"]![0]! >= times["FE-1/10"]![1]!).toBe(true);
    const late = (await planner.call("GET", "/schedule/orders?search=FE-2")).body.orders[0];
    expect(late.whyLate[0]).toMatchObject({ code: "WAITS_FOR_ORDER", operation: "20 工程2", behindNumber: "FE-1" });

    await as(async (tx) => {
      await insertAll(tx, "plan_item", [{ company_id: tx.companyId, ...pegs(itemId, consumer, feeder) }]);
      await insertAll(tx, "work_order_material", [{ company_id: tx.companyId, ...material(feeder, itemId, 10) }]);
    });
    const { current } = await makeAnew();
    expect(current).toMatchObject({ leftOutCount: 0, troubles: [{ code: "TIE_CYCLIC", orderCount: 0 }] });
    expect(current.troubles[0].subject.split(" ↔ ").sort()).toEqual(["FE-1", "FE-2"]);
  });

  test("material the plan still awaits is waited for and named; what is issued, or nobody planned, keeps nobody waiting", async () => {
    const set = (sql: string, ...values: unknown[]) => as((tx) => query(tx, sql, [tx.companyId, ...values]));
    const [was] = await as((tx) =>
      query<{ id: string }>(tx, "select id from app.plan_run where company_id = $1 and is_current", [tx.companyId]),
    );
    await set("update app.plan_run set is_current = false where company_id = $1");
    const items = await as((tx) =>
      plantItems(tx, [
        { code: "BRAKE", name: "前ブレーキ" },
        { code: "WHEEL", name: "車輪" },
        { code: "SPOKE", name: "スポーク" },
      ]),
    );
    const bought = await plantOrder("MA-1", [
      [ids.WELD, 10],
      [ids.WELD, 10],
    ]);
    const issued = await plantOrder("MA-2", [[ids.WELD, 10]]);
    const made = await plantOrder("MA-3", [[ids.WELD, 10]]);
    const late = await plantOrder("MA-4", [[ids.WELD, 10]]);
    const withoutPlan = (await makeAnew()).current;
    expect(withoutPlan.isMaterialKnown).toBe(false);
    expect((await timesOf())["MA-1/20"]![0]! < `${addDays(today, 2)}T00:00`).toBe(true);

    const runId = newId();
    const none = { receipt_kind: [], receipt_id: [], receipt_line: [], receipt_day: [], receipt_quantity: [] };
    const column = { run_id: runId, decimals: 0, on_hand: 0, safety_stock: 0, receipt_group: [] };
    /** Lines of work orders with what covers them: stock (-1), receipts (-2 …) and proposals. */
    const plan = (item: string, lines: readonly string[], pegs: readonly (readonly [number, number])[]) => ({
      ...{ item_id: items[item]!, ...column, ...none, demand_kind: lines.map(() => 2), demand_id: lines },
      ...{ demand_line: lines.map(() => 1), demand_day: lines.map(() => 0), demand_quantity: lines.map(() => 10) },
      ...{ demand_group: lines.map(() => -1), peg_supply: pegs.map(([supply]) => supply), peg_day: pegs.map(() => 0) },
      ...{ peg_demand: pegs.map(([, demand]) => demand), peg_quantity: pegs.map(() => 5) },
    });
    const receipt = { receipt_kind: [0], receipt_id: [newId()], receipt_line: [1], receipt_day: [6] };
    const proposal = (seq: number, item: string, supply: string, due: number) => ({
      ...{ run_id: runId, seq, item_id: items[item]!, supply, quantity: "10", expected_quantity: "10" },
      ...{ start_on: today, due_on: addDays(today, due), wanted_start_on: today, is_past_due: false },
    });
    const material = (order: string, item: string, operation: number, taken = "0") => ({
      ...{ work_order_id: order, line_number: 1, item_id: items[item]!, operation_number: operation },
      ...{ required: "10", issued: taken },
    });
    await as(async (tx) => {
      const own = <Row extends object>(row: Row) => ({ company_id: tx.companyId, ...row });
      const run = { id: runId, number: "PL-2", planned_from: today, horizon_days: 90, state: "done", is_current: true };
      await insertAll(tx, "plan_run", [own(run)]);
      await insertAll(tx, "plan_item", [
        own({
          ...plan(
            "BRAKE",
            [bought, issued],
            [
              [-1, -2],
              [-2, -2],
              [0, -2],
              [0, -3],
            ],
          ),
          ...{ ...receipt, receipt_quantity: [5], receipt_group: [-1] },
        }),
        own(
          plan(
            "WHEEL",
            [made, late],
            [
              [1, -2],
              [2, -3],
            ],
          ),
        ),
        own(plan("SPOKE", [], [[3, 2]])),
      ]);
      await insertAll(tx, "planned_order", [
        own({ ...proposal(0, "BRAKE", "buy", 0), is_past_due: true }),
        own(proposal(1, "WHEEL", "make", 5)),
        own(proposal(2, "WHEEL", "make", 5)),
        own(proposal(3, "SPOKE", "buy", 4)),
      ]);
      const exception = { run_id: runId, seq: 0, kind: "past_due_start", item_id: items["BRAKE"]!, subject_seq: 0 };
      const days = { quantity: "10", on_date: addDays(today, 27), wanted_date: today };
      await insertAll(tx, "plan_exception", [own({ ...exception, subject_kind: "planned", ...days })]);
      const line = { parent_item_id: items["WHEEL"]!, component_item_id: items["SPOKE"]!, quantity: "1" };
      await insertAll(tx, "bill_of_material_line", [own({ id: newId(), ...line })]);
      await insertAll(tx, "work_order_material", [
        own(material(bought, "BRAKE", 20)),
        own(material(issued, "BRAKE", 10, "10")),
        own(material(made, "WHEEL", 10)),
        own(material(late, "WHEEL", 10)),
      ]);
    });
    const { current } = await makeAnew();
    expect(current.isMaterialKnown).toBe(true);
    const times = await timesOf();
    // Only the operation that uses the brakes waits, for the last of them.
    expect(times["MA-1/10"]![0]! < `${addDays(today, 2)}T00:00`).toBe(true);
    expect(times["MA-1/20"]![0]!.slice(0, 10)).toBe(addDays(today, 27));
    expect(times["MA-2/10"]![0]! < `${addDays(today, 2)}T00:00`).toBe(true);
    expect(times["MA-3/10"]![0]!.slice(0, 10)).toBe(addDays(today, 5));
    // Its wheels cannot be begun before the spokes are there.
    expect(times["MA-4/10"]![0]!.slice(0, 10)).toBe(addDays(today, 9));
    const told = (await planner.call("GET", "/schedule/orders?search=MA-1")).body.orders[0];
    expect(told.whyLate[0]).toMatchObject({
      ...{ code: "WAITS_FOR_MATERIAL", operation: "20 工程2", place: "BRAKE 前ブレーキ", until: addDays(today, 27) },
    });
    // Put sooner by hand, it still waits, and says so.
    const start = `${addDays(today, 3)}T08:00`;
    const place = { workCenterId: ids.WELD, machine: "1", start };
    const ask = new URLSearchParams({ workOrderId: bought, operationNumber: "20", ...place });
    const moved = (await planner.call("GET", `/schedule/preview?${ask}`)).body;
    expect(moved).toMatchObject({ start: `${addDays(today, 27)}T00:00`, notSooner: { code: "WAITS_FOR_MATERIAL" } });
    await set("update app.work_order set state = 'cancelled' where company_id = $1 and number like 'MA-%'");
    await set("update app.plan_run set is_current = false where company_id = $1");
    await set("update app.plan_run set is_current = true where company_id = $1 and id = $2", was!.id);
    await makeAnew();
  });

  test("what runs stays on its machine, with what is left of it", async () => {
    const [one] = (await span()).operations.filter((row: { number: string }) => row.number === "FE-2");
    await as((tx) =>
      query(
        tx,
        "update app.work_order_operation set state = 'running', good = 3, scrap = 2 where company_id = $1 and work_order_id = $2 and operation_number = 10",
        [tx.companyId, one.workOrderId],
      ),
    );
    const { current } = await makeAnew();
    const times = await timesOf();
    expect(times["FE-2/10"]).toEqual([current.from, later(current.from, 50), one.machine, false]);
    // Two were scrapped: eight come to the next operation.
    const [start, end] = times["FE-2/20"] as string[];
    expect(end).toBe(later(start!, 80));
  });

  test("every method places the same operations; what cannot be read in one answer is refused", async () => {
    for (const method of ["backward", "bottleneck"]) {
      const { current } = await makeAnew({ method, seconds: 0 });
      expect(current).toMatchObject({ method, operationCount: 5 });
    }
    const long = await planner.call("GET", `/schedule/operations?from=${today}&to=${addDays(today, 400)}`);
    expect(JSON.stringify(long.body)).toContain("SPAN_TOO_LONG");
  });

  test("what a year of work does not make is left out at its operation; what then finds no end is told, and holds up nothing", async () => {
    const before = await timesOf();
    const huge = await plantOrder("HU-1", [[ids.LATHE, 10]], { due_on: addDays(today, -9) });
    await as((tx) =>
      query(
        tx,
        "update app.work_order_operation set planned_quantity = 999999999999 where company_id = $1 and work_order_id = $2",
        [tx.companyId, huge],
      ),
    );
    // Each takes more than half of the year's minutes of the lathe.
    for (const number of ["YE-1", "YE-2"])
      await plantOrder(number, [[ids.LATHE, 30_000]], { due_on: addDays(today, 300) });
    const { current } = await makeAnew();
    expect(current.troubles).toContainEqual(
      expect.objectContaining({
        code: "LONGER_THAN_HORIZON",
        kind: "operation",
        subject: "HU-1 10 工程1",
        orderCount: 1,
      }),
    );
    const late = (await planner.call("GET", "/schedule/orders?late=true&search=YE-")).body;
    const endless = late.orders.filter((row: { end: string | null }) => row.end === null);
    expect(endless).toMatchObject([{ whyLate: [{ code: "NO_WORKING_TIME", operation: "10 工程1", place: "旋盤" }] }]);
    const times = await timesOf();
    for (const name of Object.keys(before)) expect([name, times[name] !== undefined]).toEqual([name, true]);
    expect(times["HU-1/10"]).toBeUndefined();
  });
});
