import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WhatIfAnswer, WhatIfChange } from "../../domain/planning/index.ts";
import { addDays, decimal } from "../../domain/shared/index.ts";
import type { Browser } from "../../tests/support/http.ts";
import { createWorld, plantAgreement, plantItems, plantPlaces, type World } from "../../tests/support/world.ts";
import { query } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";
import { createWorkOrders } from "../production/index.ts";
import { placeTrade } from "../trade/index.ts";
import { done, type Factory, factoriesIn, TODAY } from "./factory.fixture.ts";
import { planNow } from "./plan-run.service.ts";
import { editPlannedOrder, restoreOrders } from "./planned-order.service.ts";
import { loadPlannedWork } from "./planned-work.store.ts";
import { type PlanningServer, startPlanningServer } from "./planning-server.fixture.ts";
import { answerWhatIf, loadRecords } from "./what-if.service.ts";
import { applyWhatIf, previewApply } from "./what-if-apply.service.ts";
import { closeWhatIfWorkers, reckonWhatIf } from "./what-if-workers.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await closeWhatIfWorkers();
  await world.close();
});

const { plantMaker, placeOrder, orders: plannedOrders } = factoriesIn(() => world);
/** Bicycles of a frame and two wheels, both bought; the assembly has one bench. */
const plantFactory = (name: string, roles = ["president", "production"]): Promise<Factory> =>
  plantMaker(name, {
    roles,
    made: [{ code: "BIKE", lead_time_days: 2, sales_price: "50000" }],
    bought: [
      { code: "FRAME", lead_time_days: 20 },
      { code: "WHEEL", lead_time_days: 5 },
    ],
    structure: [
      ["BIKE", "FRAME", "1"],
      ["BIKE", "WHEEL", "2"],
    ],
    routed: ["BIKE"],
    operation: { setup_minutes: "30", run_minutes_per_unit: "60" },
  });

const order = (factory: Factory, side: "S" | "B", item: string, quantity: string, on: string) =>
  placeOrder(factory.company, side, side === "S" ? factory.customer : factory.supplier, [{ item, quantity, on }]);

const ask = (factory: Factory, ...changes: WhatIfChange[]): Promise<WhatIfAnswer> =>
  world.as(factory.company, async (tx) => done(await answerWhatIf(tx, changes, TODAY)));
const wishOf = (changes: WhatIfChange[], needsAs: { change: number; as: "forecast" | "sales_draft" }[] = []) =>
  ({ changes, needsAs }) as Parameters<typeof previewApply>[1];
const preview = (factory: Factory, changes: WhatIfChange[], as?: Parameters<typeof wishOf>[1]) =>
  world.as(factory.company, async (tx) => done(await previewApply(tx, wishOf(changes, as), TODAY)).steps);
const apply = (factory: Factory, changes: WhatIfChange[], as?: Parameters<typeof wishOf>[1], seen: Seen = []) =>
  world.as(factory.company, (tx) => applyWhatIf(tx, { ...wishOf(changes, as), seen }, TODAY));
type Seen = readonly { readonly change: number; readonly version: number }[];

describe("a bicycle is sold and its frames are on their way", () => {
  let factory: Factory;
  let sale: string;
  let frames: WhatIfChange & { kind: "receipt" };
  beforeAll(async () => {
    factory = await plantFactory("もしも自転車");
    sale = await order(factory, "S", "BIKE", "9", "2026-04-20");
    const purchase = await order(factory, "B", "FRAME", "9", "2026-04-16");
    await order(factory, "B", "WHEEL", "18", "2026-04-16");
    frames = {
      ...{ kind: "receipt", daysLater: 7, quantity: null },
      record: { kind: "purchase", id: purchase, line: 1 },
    };
    await world.as(factory.company, async (tx) => done(await planNow(tx, { planFrom: TODAY, horizonDays: 200 })));
  });

  test("frames a week later make its customer wait a week, by name", async () => {
    const { demands, orders, exceptions, horizonDays } = await ask(factory, frames);
    // Needed on the 16th, two working days before the 20th; there on the 23rd, and two working days on is the 27th.
    expect(demands).toMatchObject({
      ...{ total: 1, worse: 1, customers: 1 },
      rows: [{ record: { id: sale, partnerName: "C1", side: "S" }, lateDaysBefore: 0, lateDaysAfter: 7 }],
    });
    expect([orders.total, horizonDays]).toEqual([0, 200]);
    expect(exceptions.rows).toMatchObject([{ becomes: "comes", kind: "expedite", itemName: expect.anything() }]);
  });

  test("more bicycles ask for frames, wheels and the bench; the load is that of the stored plan", async () => {
    const need: WhatIfChange = {
      ...{ kind: "need", itemId: factory.items["BIKE"]!, quantity: "4", neededOn: "2026-05-08" },
      partnerId: factory.customer,
    };
    const { orders, needs, load, sums } = await ask(factory, need);
    expect(orders.rows.map(({ itemCode, now }) => `${itemCode} ${now?.quantity}`).sort()).toEqual([
      ...["BIKE 4", "FRAME 4", "WHEEL 8"],
    ]);
    expect([needs, sums.after.orders.buy - sums.before.orders.buy]).toEqual([[{ change: 0, lateDays: 0 }], 2]);
    const [bench] = load.centers;
    const minutes = (weeks: readonly { planMinutes: number }[]) => weeks.reduce((sum, one) => sum + one.planMinutes, 0);
    expect(minutes(bench!.after) - minutes(bench!.before)).toBe(30 + 4 * 60);
    const stored = () =>
      world.as(factory.company, async (tx) =>
        (await loadPlannedWork(tx, load.weeks.at(-1)!.to)).reduce((sum, one) => sum + one.minutes, 0),
      );
    expect(minutes(bench!.before)).toBe(await stored());
    // One a person made firm is work like any other, before and after.
    const bike = (await plannedOrders(factory.company)).find((row) => row.itemCode === "BIKE");
    const firm = {
      version: bike!.version,
      quantity: "11",
      startOn: bike!.startOn,
      dueOn: bike!.dueOn,
      partnerId: null,
    };
    await world.as(factory.company, async (tx) => done(await editPlannedOrder(tx, bike!.seq, firm)));
    const again = (await ask(factory, need)).load.centers[0]!;
    expect([minutes(again.before), minutes(again.after)]).toEqual([
      30 + 11 * 60,
      await stored().then((now) => now + 30 + 2 * 60),
    ]);
    await world.as(factory.company, async (tx) => done(await restoreOrders(tx, [bike!.seq])));
    await world.as(factory.company, async (tx) => done(await planNow(tx, { planFrom: TODAY, horizonDays: 200 })));
  });

  test("a bench that is closed for a week has no capacity in it; the plan stays", async () => {
    const closed: WhatIfChange = {
      ...{ kind: "capacity", workCenterId: factory.workCenter, from: "2026-04-13", to: "2026-04-19" },
      overtimeMinutes: null,
    };
    const { load, orders } = await ask(factory, closed);
    expect(load.centers[0]!.after[2]).toMatchObject({ capacityMinutes: 0 });
    expect([load.centers[0]!.before[2]!.capacityMinutes > 0, orders.total]).toEqual([true, 0]);
  });

  test("a question writes nothing", async () => {
    const counts = async () =>
      (await world.admin.query("select (select count(*) from app.forecast) f, (select count(*) from app.outbox) o"))
        .rows[0];
    const before = await counts();
    await ask(factory, frames);
    await preview(factory, [frames]);
    expect(await counts()).toEqual(before);
  });

  test("what many records ask is reckoned in a thread, with the same answer", async () => {
    const works = { weeks: [], centers: [], calendars: [], routing: [], orderWork: { before: [], after: [] } };
    const input = await world.as(factory.company, (tx) => loadRecords(tx, TODAY));
    const weeks = [{ from: TODAY, to: addDays(TODAY, 6) }];
    const job = { input, changes: [frames], works: { ...works, weeks } };
    expect(await reckonWhatIf(job, 0)).toEqual(await reckonWhatIf(job));
  });

  test("applied, the order to the supplier has its new day, and a plan made then is the one that was answered", async () => {
    const [step] = await preview(factory, [frames]);
    expect(step).toMatchObject({
      ...{ does: "change_purchase", isAsked: false, partnerName: "S1", refusals: [] },
      values: [{ field: "promisedOn", was: "2026-04-16", now: "2026-04-23" }],
    });
    const answer = await ask(factory, frames);
    const written = done(await apply(factory, [frames], [], [{ change: 0, version: step!.version! }]));
    expect(written.done).toMatchObject([{ change: 0, page: `purchasing/orders/${frames.record.id}`, isAsked: false }]);
    const again = await ask(factory, { ...frames, daysLater: -7 });
    expect(again.demands.rows.map((row) => [row.lateDaysBefore, row.lateDaysAfter])).toEqual([
      [answer.demands.rows[0]!.lateDaysAfter, answer.demands.rows[0]!.lateDaysBefore],
    ]);
    const stale = await apply(factory, [frames], [], [{ change: 0, version: step!.version! }]);
    expect(stale).toMatchObject({ refusals: [{ code: "STALE_VERSION", field: "changes.0" }] });
  });
});

describe("applying", () => {
  test("a need becomes a forecast, raised where there is one; with a customer who said yes a draft", async () => {
    const factory = await plantFactory("もしも内示");
    const need: WhatIfChange = {
      ...{ kind: "need", itemId: factory.items["BIKE"]!, quantity: "4", neededOn: "2026-05-08" },
      partnerId: factory.customer,
    };
    expect(await preview(factory, [need])).toMatchObject([
      { does: "add_forecast", subject: "BIKE", partnerName: "C1" },
    ]);
    const answer = await ask(factory, need);
    done(await apply(factory, [need]));
    expect((await ask(factory, need)).sums.before).toEqual(answer.sums.after);
    expect(await preview(factory, [need])).toMatchObject([
      { does: "raise_forecast", values: [{ was: "4", now: "8" }, {}], version: 1 },
    ]);
    done(await apply(factory, [need]));
    const rows = await world.as(factory.company, (tx) =>
      query(tx, "select quantity::text, period_from, period_to from app.forecast where company_id = $1", [
        tx.companyId,
      ]),
    );
    expect(rows).toMatchObject([{ quantity: "8.000000", period_from: "2026-05-08", period_to: "2026-05-08" }]);
    const drafted = done(await apply(factory, [need], [{ change: 0, as: "sales_draft" }]));
    expect(drafted.done).toMatchObject([{ does: "sales_draft", page: expect.stringMatching(/^sales\/drafts\//) }]);
    const nobody = { ...need, partnerId: null } as WhatIfChange;
    expect((await preview(factory, [nobody], [{ change: 0, as: "sales_draft" }]))[0]!.refusals).toEqual([
      { code: "REQUIRED", field: "partnerId" },
    ]);
  });

  test("an order of that day is told: it uses the forecast up", async () => {
    const factory = await plantFactory("もしも消費");
    await order(factory, "S", "BIKE", "9", "2026-05-08");
    const need: WhatIfChange = {
      ...{ kind: "need", itemId: factory.items["BIKE"]!, quantity: "4", neededOn: "2026-05-08", partnerId: null },
    };
    expect((await preview(factory, [need]))[0]!.notes).toEqual([
      { code: "WHAT_IF_FORECAST_USED_UP", values: { quantity: "9" } },
    ]);
  });

  test("a work order gets its new day and quantity, an item its parameters; lost days stay undone and say where", async () => {
    const factory = await plantFactory("もしも指図");
    const made = await world.as(factory.company, async (tx) =>
      done(
        await createWorkOrders(
          tx,
          [{ itemId: factory.items["BIKE"]!, quantity: decimal(10), startOn: "2026-04-13", dueOn: "2026-04-17" }],
          TODAY,
        ),
      ),
    );
    const { id, number } = made[0]!;
    const changes: WhatIfChange[] = [
      { kind: "receipt", record: { kind: "work_order", id, line: null }, daysLater: 5, quantity: "8" },
      { kind: "item", itemId: factory.items["WHEEL"]!, parameters: { leadTimeDays: 9, safetyStock: "20" } },
      {
        ...{ kind: "capacity", workCenterId: factory.workCenter, from: "2026-04-13", to: "2026-04-14" },
        overtimeMinutes: 60,
      },
    ];
    const steps = await preview(factory, changes);
    expect(steps).toMatchObject([
      {
        ...{ does: "move_work_order", subject: number, refusals: [] },
        values: [
          { field: "dueOn", was: "2026-04-17", now: "2026-04-22" },
          { field: "quantity", was: "10", now: "8" },
        ],
      },
      {
        does: "change_item",
        values: [
          { field: "leadTimeDays", was: "5", now: "9" },
          { was: "0", now: "20" },
        ],
      },
      {
        ...{ does: "nothing", notes: [{ code: "WHAT_IF_CAPACITY_ELSEWHERE" }] },
        page: `resources/work-centers/${factory.workCenter}`,
      },
    ]);
    const answer = await ask(factory, ...changes);
    const written = done(await apply(factory, changes));
    expect(written.done.map((one) => [one.change, one.does, one.number])).toEqual([
      [0, "move_work_order", number],
      [1, "change_item", "WHEEL"],
    ]);
    const capacityOnly = await ask(factory, changes[2]!);
    const order = (weeks: WhatIfAnswer["load"]["centers"][number]["after"]) => weeks.map((week) => week.orderMinutes);
    // The assumed days of the order are those that changing it has given it.
    expect(order(capacityOnly.load.centers[0]!.before)).toEqual(order(answer.load.centers[0]!.after));
    expect(await apply(factory, [changes[2]!])).toMatchObject({ refusals: [{ code: "WHAT_IF_NOTHING_TO_WRITE" }] });
  });

  test("another lot rule and the costs it weighs are written into the item", async () => {
    const factory = await plantFactory("もしもロット");
    const itemId = factory.items["WHEEL"]!;
    const parameters = { lotRule: "economic" as const, setupCostYen: "8000", holdingCostYenPerYear: "120.5" };
    const changes: WhatIfChange[] = [{ kind: "item", itemId, parameters }];
    expect((await preview(factory, changes))[0]).toMatchObject({
      values: [
        { field: "lotRule", was: "lot_for_lot", now: "economic" },
        { field: "setupCostYen", was: null, now: "8000" },
        { field: "holdingCostYenPerYear", was: null, now: "120.5" },
      ],
      refusals: [],
    });
    done(await apply(factory, changes));
    expect(await preview(factory, changes)).toMatchObject([{ does: "change_item", values: [] }]);
    expect(await apply(factory, [{ kind: "item", itemId, parameters: { setupCostYen: "0" } }])).toMatchObject({
      refusals: [{ code: "LOT_SETUP_COST_MISSING", field: "changes.0.parameters.setupCostYen" }],
    });
  });

  test("all or none: who may not change items changes nothing of the question", async () => {
    const factory = await plantFactory("もしも権限", ["president"]);
    const changes: WhatIfChange[] = [
      { kind: "need", itemId: factory.items["BIKE"]!, quantity: "4", neededOn: "2026-05-08", partnerId: null },
      { kind: "item", itemId: factory.items["WHEEL"]!, parameters: { leadTimeDays: 9 } },
    ];
    expect((await preview(factory, changes))[1]!.refusals).toEqual([{ code: "WHAT_IF_NOT_YOURS" }]);
    expect(await apply(factory, changes)).toMatchObject({
      refusals: [{ code: "WHAT_IF_NOT_YOURS", field: "changes.1" }],
    });
    expect((await preview(factory, changes))[0]).toMatchObject({ does: "add_forecast" });
  });

  test("a supplier on the platform is asked; nothing changes before it agrees", async () => {
    const factory = await plantFactory("もしも依頼");
    const maker = await world.company("フレーム工業");
    const theirs = await world.as(maker, async (tx) => {
      await plantPlaces(tx);
      return plantItems(tx, [{ code: "F-1" }]);
    });
    await plantAgreement(world, maker, factory.company, [
      { code: "F-1", sellerItemId: theirs["F-1"]!, buyerItemId: factory.items["FRAME"]!, unitPrice: "100" },
    ]);
    const tradeId = await world.as(factory.company, async (tx) => {
      const [card] = await query<{ id: string }>(
        tx,
        "select id from app.partner where company_id = $1 and linked_company_id = $2",
        [tx.companyId, maker.id],
      );
      const line = { item: "FRAME", quantity: decimal(9), wantedOn: "2026-04-16" };
      return done(
        await placeTrade(tx, { side: "B", partnerId: card!.id, firstState: "placed", orderedOn: TODAY, lines: [line] }),
      ).tradeId;
    });
    const change: WhatIfChange = {
      ...{ kind: "receipt", record: { kind: "purchase", id: tradeId, line: 1 }, daysLater: 7, quantity: "6" },
    };
    expect(await preview(factory, [change])).toMatchObject([{ isAsked: true, does: "change_purchase" }]);
    expect(done(await apply(factory, [change])).done).toMatchObject([{ isAsked: true }]);
    const line = await world.as(maker, (tx) => lineOf(tx, tradeId));
    expect(line).toMatchObject({ wanted_on: "2026-04-16", quantity: "9", state: "proposed" });
    expect(await apply(factory, [change])).toMatchObject({
      refusals: [{ code: "CHANGE_PENDING", field: "changes.0" }],
    });
  });
});

async function lineOf(tx: Tx, tradeId: string) {
  const rows = await query(
    tx,
    "select l.wanted_on, trim_scale(l.quantity)::text quantity, c.state from app.trade_line l join app.change_request c on c.trade_id = l.trade_id where l.trade_id = $1",
    [tradeId],
  );
  return rows[0];
}

describe("over HTTP", () => {
  let planning: PlanningServer;
  let planner: Browser;
  let salesman: Browser;
  let itemId: string;
  beforeAll(async () => {
    planning = await startPlanningServer();
    ({ planner, salesman, itemId } = planning);
  });
  afterAll(() => planning.stop());

  test("a question is answered to who plans, refused to who does not", async () => {
    const body = { changes: [{ kind: "need", itemId, quantity: "5", neededOn: "2099-01-01" }] };
    expect((await salesman.call("POST", "/what-if", { body })).status).toBe(403);
    const far = await planner.call("POST", "/what-if", { body });
    expect(far.body).toMatchObject({ code: "WHAT_IF_DAY_BEYOND" });
  });

  test("each wrong field is named, with a sentence in the language of who asks", async () => {
    const other = newId();
    const changes = [
      { kind: "need", itemId: other, quantity: "5", neededOn: "2020-01-01" },
      { kind: "item", itemId, parameters: { leadTimeDays: -2 } },
      { kind: "receipt", record: { kind: "purchase", id: other, line: 1 }, daysLater: 3 },
      { kind: "capacity", workCenterId: other, from: "2020-01-01", to: "2019-12-31", overtimeMinutes: null },
    ];
    for (const locale of ["ja", "en"] as const) {
      const answer = await planner.call("POST", "/what-if", { body: { changes }, locale });
      expect([400, 404, 409, 422]).toContain(answer.status);
      const told = answer.body.errors.map((one: { field: string; code: string }) => `${one.field} ${one.code}`);
      expect(told).toEqual([
        "changes.0.itemId PLAN_ITEM_UNKNOWN",
        "changes.0.neededOn WHAT_IF_DAY_PAST",
        "changes.1.parameters.leadTimeDays PLAN_LEAD_TIME_INVALID",
        "changes.2.record WHAT_IF_RECEIPT_GONE",
        "changes.3.from WHAT_IF_DAY_PAST",
        "changes.3.to PERIOD_REVERSED",
        "changes.3.workCenterId WORK_CENTER_UNKNOWN",
      ]);
    }
    expect((await planner.call("POST", "/what-if", { body: { changes: [] } })).status).toBe(400);
    const zero = { kind: "need", itemId, quantity: "0", neededOn: "2099-01-01" };
    expect(
      JSON.stringify((await planner.call("POST", "/what-if/apply-preview", { body: { changes: [zero] } })).body),
    ).toContain("QUANTITY_NOT_POSITIVE");
  });
});
