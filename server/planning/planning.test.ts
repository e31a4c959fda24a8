import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PegLevelAnswer, PegQuestion, ReceiptKind, RecordRef } from "../../domain/planning/index.ts";
import { addDays, type Decimal, decimal } from "../../domain/shared/index.ts";
import {
  createWorld,
  plantAgreement,
  plantItems,
  plantPartner,
  plantPlaces,
  type TestCompany,
  type World,
} from "../../tests/support/world.ts";
import { moveStock } from "../inventory/index.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import { createDraft, discardDraft, newId } from "../platform/index.ts";
import { releaseWorkOrder } from "../production/index.ts";
import { judge, moveLines, placeTrade, receive, ship } from "../trade/index.ts";
import { convertChoices, previewChoices } from "./convert.service.ts";
import { delayedByOrder, endangeredBy } from "./delay.service.ts";
import { earliestByLeadTimes } from "./earliest.service.ts";
import { listExceptions } from "./exception.store.ts";
import { explainOrder } from "./explain.service.ts";
import { done, type Factory, factoriesIn, plantStructure, TODAY } from "./factory.fixture.ts";
import { pegLevel } from "./peg-tree.service.ts";
import { planNow, startPlanRun } from "./plan-run.service.ts";
import { findLatestRuns } from "./plan-run.store.ts";
import { discardOrders, editPlannedOrder, restoreOrders } from "./planned-order.service.ts";
import type { PlannedOrderRow } from "./planned-order.store.ts";
import { closePlanWorkers, connectPlanner, plansAreDone } from "./planner.ts";
import { timelineOf } from "./timeline.service.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  connectPlanner(world.databases);
});
afterAll(async () => {
  await closePlanWorkers();
  await world.close();
});

const { plantFactory, sell, plan, orders } = factoriesIn(() => world);

const told = (rows: readonly PlannedOrderRow[]) =>
  rows.map((row) => `${row.startOn}..${row.dueOn} ${row.supply} ${row.quantity} ${row.itemCode}`);

function exceptions(company: TestCompany) {
  return world.as(company, async (tx) =>
    done(await listExceptions(tx, { limit: 200 })).rows.map((row) => `${row.kind} ${row.itemCode} ${row.quantity}`),
  );
}

describe("a company sells a bicycle", () => {
  let factory: Factory;
  let tradeId: string;
  beforeAll(async () => {
    factory = await plantFactory("自転車組立");
    tradeId = await sell(factory, "BIKE", "9", "2026-05-29");
    await plan(factory.company);
  });

  test("the plan makes and buys for it over all levels, back from the day it is wanted, yields included", async () => {
    expect(told(await orders(factory.company))).toEqual([
      "2026-05-08..2026-05-22 buy 40 TUBE",
      "2026-05-20..2026-05-27 buy 18 WHEEL",
      "2026-05-22..2026-05-27 make 10 FRAME",
      "2026-05-27..2026-05-29 make 9 BIKE",
    ]);
  });

  test("a proposal says why: through frame and bicycle up to the customer's order, by its number", async () => {
    const tube = (await orders(factory.company))[0]!;
    const answer = done(await world.as(factory.company, (tx) => explainOrder(tx, tube.seq)));
    expect(answer.because).toMatchObject([
      {
        quantity: "40",
        reason: {
          kind: "planned",
          order: { itemCode: "FRAME" },
          because: [{ quantity: "9", reason: { kind: "planned", order: { itemCode: "BIKE" } } }],
        },
      },
    ]);
    expect(answer.demands).toMatchObject([
      { kind: "sales", id: tradeId, line: 1, partnerName: "C1", side: "S", number: expect.stringMatching(/^SO-/) },
    ]);
  });

  test("tubes that come on a Saturday, a day late, let frames and bicycle take their working days again", async () => {
    const tube = (await orders(factory.company))[0]!;
    const late = (on: string) => world.as(factory.company, (tx) => delayedByOrder(tx, tube.runId, tube.seq, on));
    expect([...(await late("2026-05-22"))]).toEqual([]);
    expect([...(await late("2026-05-23"))]).toEqual([[`${tradeId}/1`, "2026-06-01"]]);
  });

  test("the timeline of an item shows what brings and what takes, and the stock after each", async () => {
    const frames = done(await world.as(factory.company, (tx) => timelineOf(tx, factory.items["FRAME"]!)));
    expect(frames.events.map((one) => [one.onDate, one.what, one.quantity, one.balance, one.orderItemCode])).toEqual([
      ["2026-05-27", "planned_receipt", "9", "9", "FRAME"],
      ["2026-05-27", "planned_need", "-9", "0", "BIKE"],
    ]);
  });

  test("the pegging tree goes level by level: up to the customer's order, down to what is bought", async () => {
    const all = await orders(factory.company);
    const [tube, wheel, frame, bike] = all as [PlannedOrderRow, PlannedOrderRow, PlannedOrderRow, PlannedOrderRow];
    const level = (item: string, question: PegQuestion) =>
      world.as(factory.company, async (tx) => done(await pegLevel(tx, factory.items[item]!, question)));
    const told = ({ groups }: PegLevelAnswer) =>
      groups.map((group) => [
        `${group.quantity} ${group.itemCode} rest ${group.rest}`,
        ...group.nodes.map(
          (one) => `${one.quantity} ${one.kind} ${one.itemCode} of ${one.whole} ${one.neededOn} ${one.canOpen}`,
        ),
      ]);
    expect(told(await level("TUBE", { direction: "up", kind: "planned", seq: tube.seq }))).toEqual([
      ["40 TUBE rest 0", "40 planned FRAME of 10 2026-05-22 true"],
    ]);
    expect(told(await level("FRAME", { direction: "up", kind: "planned", seq: frame.seq }))).toEqual([
      ["9 FRAME rest 0", "9 planned BIKE of 9 2026-05-27 true"],
    ]);
    const top = await level("BIKE", { direction: "up", kind: "planned", seq: bike.seq });
    expect(told(top)).toEqual([["9 BIKE rest 0", "9 sales BIKE of 9 2026-05-29 false"]]);
    expect(top.groups[0]!.nodes[0]!.record).toMatchObject({ id: tradeId, line: 1, partnerName: "C1", side: "S" });
    expect(told(await level("BIKE", { direction: "down", kind: "sales", id: tradeId, line: 1 }))).toEqual([
      ["9 BIKE rest 0", "9 planned BIKE of 9 2026-05-29 true"],
    ]);
    expect(told(await level("BIKE", { direction: "down", kind: "planned", seq: bike.seq }))).toEqual([
      ["9 FRAME rest 0", "9 planned FRAME of 9 2026-05-27 true"],
      ["18 WHEEL rest 0", "18 planned WHEEL of 18 2026-05-27 false"],
    ]);
    expect(wheel.itemCode).toBe("WHEEL");
    const gone = await world.as(factory.company, (tx) =>
      pegLevel(tx, factory.items["BIKE"]!, { direction: "up", kind: "sales", id: tradeId }),
    );
    expect(gone).toMatchObject({ refusals: [{ code: "NOT_FOUND" }] });
  });

  test("an edit is checked and kept with its version; the second of two people is told", async () => {
    const wheel = (await orders(factory.company)).find((row) => row.itemCode === "WHEEL")!;
    const change = {
      version: 1,
      quantity: "20",
      startOn: "2026-05-19",
      dueOn: "2026-05-26",
      partnerId: factory.supplier,
    };
    const edit = (more: Partial<typeof change>) =>
      world.as(factory.company, (tx) => editPlannedOrder(tx, wheel.seq, { ...change, ...more }));
    expect(await edit({ quantity: "1.5" })).toMatchObject({
      refusals: [{ code: "PLANNED_QUANTITY_TOO_FINE", field: "quantity" }],
    });
    expect(await edit({ startOn: "2026-05-27" })).toMatchObject({ refusals: [{ code: "PLANNED_DATES_REVERSED" }] });
    expect(done(await edit({}))).toMatchObject({ quantity: "20", expectedQuantity: "20", state: "edited", version: 2 });
    expect(await edit({})).toMatchObject({ refusals: [{ code: "STALE_VERSION" }] });
  });

  test("converting makes work orders and one order to the supplier; planning again proposes nothing more", async () => {
    const open = await orders(factory.company);
    const choices = open.map(({ seq }) => ({ seq }));
    const preview = done(await world.as(factory.company, (tx) => previewChoices(tx, choices, TODAY)));
    expect(preview.documents.map((one) => [one.kind, one.partnerName, one.lines.length])).toEqual([
      ["purchase_order", "S1", 2],
      ["work_order", null, 1],
      ["work_order", null, 1],
    ]);
    expect(preview.documents[0]!.lines.map((line) => [line.itemCode, line.amountYen])).toEqual([
      ["TUBE", "4000"],
      ["WHEEL", "2000"],
    ]);
    const result = done(await world.as(factory.company, (tx) => convertChoices(tx, choices, TODAY)));
    expect([result.workOrders.length, result.trades.map((one) => one.partnerName)]).toEqual([2, ["S1"]]);
    expect(await orders(factory.company)).toEqual([]);
    expect((await orders(factory.company, "all")).map((row) => row.state)).toEqual(Array(4).fill("converted"));

    await plan(factory.company);
    expect(told(await orders(factory.company))).toEqual([]);
    const bike = await world.as(factory.company, (tx) =>
      query<{ id: string; tradeId: string; quantity: Decimal }>(
        tx,
        `select w.id, w.trade_id "tradeId", w.quantity from app.work_order w join app.item i on i.company_id = w.company_id and i.id = w.item_id where w.company_id = $1 and i.code = 'BIKE'`,
        [tx.companyId],
      ),
    );
    expect(bike.map((one) => [one.tradeId, one.quantity.toFixed()])).toEqual([[tradeId, "9"]]);
    const released = await world.as(factory.company, (tx) => releaseWorkOrder(tx, bike[0]!.id, 1, TODAY));
    expect(released.ok).toBe(true);
    await plan(factory.company);
    expect(told(await orders(factory.company))).toEqual([]);

    // Through the work orders now: the tubes bought endanger the bicycle of the customer, three levels up.
    const tubes = done(await world.as(factory.company, (tx) => timelineOf(tx, factory.items["TUBE"]!)));
    const bought = tubes.events.find((one) => one.what === "receipt")!;
    const receipt = { ...(bought.record as RecordRef<ReceiptKind>) };
    const ask = (days: number) =>
      world.as(factory.company, async (tx) =>
        done(await endangeredBy(tx, factory.items["TUBE"]!, receipt, addDays(bought.onDate, days))),
      );
    expect((await ask(0)).demands).toEqual([]);
    expect((await ask(3)).demands).toMatchObject([
      {
        itemCode: "BIKE",
        quantity: "9",
        neededOn: "2026-05-29",
        possibleOn: "2026-06-01",
        record: { id: tradeId, line: 1, number: expect.stringMatching(/^SO-/) },
      },
    ]);
    // A day late is a Saturday: the frames are there on Thursday, and the two days of the bicycle end on Monday.
    expect((await ask(1)).demands).toMatchObject([{ neededOn: "2026-05-29", possibleOn: "2026-06-01" }]);
    const down = await world.as(factory.company, async (tx) =>
      done(await pegLevel(tx, factory.items["BIKE"]!, { direction: "down", kind: "work_order", id: bike[0]!.id })),
    );
    expect(down.groups.map((group) => [group.itemCode, group.quantity, group.nodes.map((one) => one.kind)])).toEqual([
      ["FRAME", "9", ["work_order"]],
      ["WHEEL", "18", ["purchase"]],
    ]);
    expect(down.groups[0]!.nodes[0]).toMatchObject({ canOpen: true, workState: expect.any(String) });
  });

  test("a converted proposal is not converted twice, and one that is no more cannot be", async () => {
    const again = await world.as(factory.company, (tx) => convertChoices(tx, [{ seq: 0 }], TODAY));
    expect(again).toMatchObject({ refusals: [{ code: "PLANNED_ORDER_CONVERTED" }] });
    const gone = await world.as(factory.company, (tx) => convertChoices(tx, [{ seq: 4711 }], TODAY));
    expect(gone).toMatchObject({ refusals: [{ code: "PLAN_RENEWED" }] });
  });
});

describe("what stands in the way is said at its row", () => {
  let factory: Factory;
  beforeEach(async () => {
    factory = await plantFactory(`工場${newId().slice(-6)}`);
  });

  test("nothing is converted when one of the rows cannot be", async () => {
    await world.as(factory.company, (tx) =>
      plantItems(tx, [
        { code: "BOX", supply: "buy", category: "part", purchase_price: "10" },
        { code: "CARVED", lead_time_days: 1 },
      ]),
    );
    await sell(factory, "BOX", "1", "2026-05-29");
    await sell(factory, "CARVED", "1", "2026-05-29");
    await sell(factory, "WHEEL", "5", "2026-05-29");
    await plan(factory.company);
    const open = await orders(factory.company);
    const at = (code: string) => open.findIndex((row) => row.itemCode === code);
    const choices = open.map(({ seq }) => ({ seq }));
    const noSupplier = await world.as(factory.company, (tx) => convertChoices(tx, choices, TODAY));
    expect(noSupplier).toMatchObject({
      refusals: [
        { code: "PLANNED_SUPPLIER_MISSING", field: `choices.${at("BOX")}.partnerId`, values: { item: "BOX" } },
      ],
    });
    const withSupplier = choices.map((choice, index) =>
      index === at("BOX") ? { ...choice, partnerId: factory.supplier } : choice,
    );
    const preview = await world.as(factory.company, (tx) => previewChoices(tx, withSupplier, TODAY));
    const inTheWay = (outcome: Awaited<ReturnType<typeof previewChoices>>) =>
      outcome.ok
        ? outcome.value.documents
            .flatMap((document) => document.lines)
            .find((line) => line.itemCode === "CARVED")
            ?.refusals.map(({ code, values }) => [code, values])
        : outcome.refusals;
    expect(inTheWay(preview)).toEqual([["NO_ROUTING", { item: "CARVED" }]]);
    const noRouting = await world.as(factory.company, (tx) => convertChoices(tx, withSupplier, TODAY));
    expect(noRouting).toMatchObject({ refusals: [{ code: "NO_ROUTING", field: `choices.${at("CARVED")}.seq` }] });
    // With operations and still made of nothing: the preview says so before anything is converted.
    await world.as(factory.company, (tx) =>
      insertAll(tx, "routing_operation", [
        {
          company_id: tx.companyId,
          id: newId(),
          item_id: open[at("CARVED")]!.itemId,
          operation_number: 10,
          name: "carving",
          work_center_id: null,
          subcontract_partner_id: factory.supplier,
          subcontract_lead_time_days: 1,
        },
      ]),
    );
    const noBill = await world.as(factory.company, (tx) => previewChoices(tx, withSupplier, TODAY));
    expect(inTheWay(noBill)).toEqual([["NO_BILL", { item: "CARVED" }]]);
    const refused = await world.as(factory.company, (tx) => convertChoices(tx, withSupplier, TODAY));
    expect(refused).toMatchObject({ refusals: [{ code: "NO_BILL", field: `choices.${at("CARVED")}.seq` }] });
    expect((await orders(factory.company)).length).toBe(3);
    expect(await exceptions(factory.company)).toContain("no_bom CARVED 1");
  });

  test("an item bought in a unit without conversion names unit and item; with one, whole boxes are ordered", async () => {
    await world.as(factory.company, async (tx) => {
      await insertAll(tx, "unit", [
        { company_id: tx.companyId, code: "箱", name_ja: "箱", name_en: "box", decimals: 0 },
      ]);
      await plantItems(tx, [
        {
          code: "BOLT",
          supply: "buy",
          category: "part",
          purchase_price: "2",
          purchase_unit: "箱",
          purchase_partner_id: factory.supplier,
        },
      ]);
    });
    await sell(factory, "BOLT", "130", "2026-05-29");
    await plan(factory.company);
    const [bolt] = await orders(factory.company);
    const convert = () => world.as(factory.company, (tx) => convertChoices(tx, [{ seq: bolt!.seq }], TODAY));
    expect(await convert()).toMatchObject({
      refusals: [{ code: "UNIT_WITHOUT_CONVERSION", values: { unit: "箱", item: "BOLT" }, field: "choices.0.unit" }],
    });
    await world.as(factory.company, (tx) =>
      insertAll(tx, "item_unit", [{ company_id: tx.companyId, item_id: bolt!.itemId, unit: "箱", factor: "50" }]),
    );
    const { trades } = done(await convert());
    const lines = await world.as(factory.company, (tx) =>
      query<{ quantity: Decimal; unit: string; unit_price: Decimal }>(
        tx,
        "select quantity, unit, unit_price from app.trade_line_face where company_id = $1 and trade_id = $2",
        [tx.companyId, trades[0]!.id],
      ),
    );
    expect(lines.map((line) => [line.quantity.toFixed(), line.unit, line.unit_price.toFixed()])).toEqual([
      ["3", "箱", "100"],
    ]);
    await plan(factory.company);
    expect(await orders(factory.company)).toEqual([]);
  });

  test("a bill of material that contains itself is left out and named, and all else is planned", async () => {
    await sell(factory, "BIKE", "1", "2026-05-29");
    await sell(factory, "WHEEL", "5", "2026-05-29");
    // Planted past the check of the item pages, as two people who save at once could.
    await world.as(factory.company, (tx) => plantStructure(tx, factory.items, [["TUBE", "BIKE", "1"]]));
    await world.as(factory.company, (tx) =>
      execute(tx, "update app.item set supply = 'make' where company_id = $1 and code = 'TUBE'", [tx.companyId]),
    );
    await world.as(factory.company, (tx) => startPlanRun(tx, { planFrom: TODAY, horizonDays: 365 }));
    await plansAreDone();
    expect((await world.as(factory.company, findLatestRuns)).latest!.state).toBe("done");
    expect((await orders(factory.company)).map((order) => order.itemCode)).toContain("WHEEL");
    const told = await world.as(factory.company, (tx) => listExceptions(tx, { limit: 50, kind: "bom_cyclic" }));
    expect(
      done(told)
        .rows.map((row) => row.itemCode)
        .sort(),
    ).toEqual(["BIKE", "FRAME", "TUBE"]);
  });

  test("of a quantity set by hand so much is expected to be good as the yield leaves, whatever the proposal was rounded to", async () => {
    await sell(factory, "FRAME", "1", "2026-05-29");
    await plan(factory.company);
    const frame = (await orders(factory.company)).find((row) => row.itemCode === "FRAME")!;
    expect([frame.quantity, frame.expectedQuantity]).toEqual(["2", "1"]);
    const { startOn, dueOn } = frame;
    const edit = (version: number, quantity: string) =>
      world.as(factory.company, (tx) =>
        editPlannedOrder(tx, frame.seq, { version, quantity, startOn, dueOn, partnerId: null }),
      );
    expect(done(await edit(1, "20"))).toMatchObject({ quantity: "20", expectedQuantity: "18" });
    expect(done(await edit(2, "5"))).toMatchObject({ quantity: "5", expectedQuantity: "4" });
    expect(done(await edit(3, "1"))).toMatchObject({ quantity: "1", expectedQuantity: "0.9" });
  });

  test("discarded proposals leave the list until their need is another, or a person gives them back", async () => {
    await sell(factory, "WHEEL", "5", "2026-05-29");
    await plan(factory.company);
    const [wheel] = await orders(factory.company);
    done(await world.as(factory.company, (tx) => discardOrders(tx, [wheel!.seq])));
    expect(await orders(factory.company)).toEqual([]);
    await plan(factory.company);
    expect(await orders(factory.company)).toEqual([]);
    done(await world.as(factory.company, (tx) => restoreOrders(tx, [wheel!.seq])));
    expect((await orders(factory.company)).map((one) => one.seq)).toEqual([wheel!.seq]);
    done(await world.as(factory.company, (tx) => discardOrders(tx, [wheel!.seq])));
    await sell(factory, "WHEEL", "2", "2026-05-29");
    await plan(factory.company);
    expect((await orders(factory.company)).map((one) => one.quantity)).toEqual(["7"]);
  });

  test("what is asked for and not ordered is no supply, and said beside the proposal; discarded or unreadable it is not", async () => {
    await sell(factory, "WHEEL", "7", "2026-05-29");
    await plan(factory.company);
    const before = told(await orders(factory.company));
    const line = (item: string, quantity: string, unit = "") => ({ item, quantity, unit, wantedOn: "2026-05-11" });
    const drafts = await world.as(factory.company, async (tx) => {
      await insertAll(tx, "unit", [
        { company_id: tx.companyId, code: "箱", name_ja: "箱", name_en: "box", decimals: 0 },
      ]);
      await insertAll(tx, "item_unit", [
        { company_id: tx.companyId, item_id: factory.items["WHEEL"], unit: "箱", factor: "10" },
      ]);
      const lines = [line("WHEEL", "2", "箱"), line("WHEEL", "二つ"), line("WHEEL", "3", "袋"), line("TUBE", "9")];
      return [
        await createDraft(tx, { kind: "purchase_request", partnerId: null, body: { lines } }),
        await createDraft(tx, {
          kind: "purchase_order",
          partnerId: factory.supplier,
          body: { lines: lines.slice(0, 1) },
        }),
        await createDraft(tx, { kind: "quotation", partnerId: factory.customer, body: { lines } }),
      ];
    });
    await plan(factory.company);
    expect(told(await orders(factory.company))).toEqual(before);
    const requested = await world.as(factory.company, async (tx) =>
      done(await listExceptions(tx, { limit: 200, kind: "requested" })).rows.map((row) => [
        row.record?.kind,
        row.record?.id,
        row.itemCode,
        row.quantity,
        row.onDate,
      ]),
    );
    expect(requested.toSorted()).toEqual(
      [
        ["request", drafts[0]!.id, "WHEEL", "20", "2026-05-11"],
        ["order_draft", drafts[1]!.id, "WHEEL", "20", "2026-05-11"],
      ].toSorted(),
    );
    await world.as(factory.company, async (tx) => {
      for (const { id } of drafts)
        done(await discardDraft(tx, id, ["purchase_request", "purchase_order", "quotation"], 1));
    });
    await plan(factory.company);
    expect((await exceptions(factory.company)).filter((one) => one.startsWith("requested"))).toEqual([]);
  });

  test("a forecast is planned until orders use it up", async () => {
    const forecast = { item_id: factory.items["WHEEL"], period_from: "2026-05-01", period_to: "2026-05-31" };
    await world.as(factory.company, (tx) =>
      insertAll(tx, "forecast", [{ company_id: tx.companyId, id: newId(), quantity: "20", ...forecast }]),
    );
    await sell(factory, "WHEEL", "5", "2026-05-29");
    await plan(factory.company);
    expect((await orders(factory.company)).map((row) => [row.quantity, row.dueOn])).toEqual([
      ["15", "2026-05-01"],
      ["5", "2026-05-29"],
    ]);
  });

  test("a run in the background saves the same plan and says how far it is; a second one waits", async () => {
    await sell(factory, "BIKE", "9", "2026-05-29");
    await plan(factory.company);
    const inside = await orders(factory.company);
    const start = () => world.as(factory.company, (tx) => startPlanRun(tx, { planFrom: TODAY, horizonDays: 365 }));
    const run = done(await start());
    expect(run.state).toBe("running");
    expect(await start()).toMatchObject({ refusals: [{ code: "PLAN_RUNNING" }] });
    await plansAreDone();
    const { current } = await world.as(factory.company, findLatestRuns);
    expect(current).toMatchObject({ id: run.id, state: "done", stage: "finished" });
    expect(current!.summary).toMatchObject({ orderCount: 4, pastDueCount: 0 });
    expect(told(await orders(factory.company))).toEqual(told(inside));
    const outbox = await world.as(factory.company, (tx) =>
      query<{ kind: string }>(tx, "select kind from app.outbox where company_id = $1 and subject_id = $2", [
        tx.companyId,
        run.id,
      ]),
    );
    expect(outbox.filter((row) => row.kind === "planning.run").length).toBeGreaterThanOrEqual(4);
  });

  test("the day by lead times goes down the longest chain", async () => {
    const answer = await world.as(factory.company, (tx) =>
      earliestByLeadTimes(tx, factory.items["BIKE"]!, decimal(2), TODAY),
    );
    expect(done(answer).reasons.map((one) => [one.itemCode, one.readyOn])).toEqual([
      ["BIKE", "2026-04-22"],
      ["FRAME", "2026-04-20"],
      ["TUBE", "2026-04-15"],
    ]);
  });
});

describe("two members of a chain", () => {
  test("a step trade is firm supply to its buyer and firm demand to its seller, for its own order only", async () => {
    const welder = await world.company("溶接工業");
    const painter = await world.company("塗装工業");
    const chain = newId();
    const sold = await world.as(welder, async (tx) => {
      const items = await plantItems(tx, [
        { code: "FR-10", category: "stage", is_order_bound: true, lead_time_days: 2 },
        { code: "TUBE", supply: "buy", category: "material", lead_time_days: 3 },
      ]);
      await plantStructure(tx, items, [["FR-10", "TUBE", "4"]]);
      return items;
    });
    const bought = await world.as(painter, async (tx) => {
      const items = await plantItems(tx, [
        { code: "FR-20", category: "stage", is_order_bound: true, lead_time_days: 2 },
        { code: "FR-20-IN", supply: "buy", category: "stage", is_order_bound: true, lead_time_days: 1 },
      ]);
      await plantStructure(tx, items, [["FR-20", "FR-20-IN", "1"]]);
      return items;
    });
    const { buyerPartnerId } = await plantAgreement(world, welder, painter, [
      {
        code: "FR-10",
        sellerItemId: sold["FR-10"]!,
        buyerItemId: bought["FR-20-IN"]!,
        unitPrice: "100",
        standingQuantity: "100",
      },
    ]);
    const customer = await plantPartner(world, painter, "NEXT");
    const place = (quantity: string, chainId?: string) =>
      world.as(painter, async (tx) =>
        done(
          await placeTrade(tx, {
            side: "B",
            partnerId: buyerPartnerId,
            firstState: "placed",
            orderedOn: TODAY,
            ...(chainId && { chainId }),
            lines: [{ item: "FR-10", quantity: decimal(quantity), wantedOn: "2026-05-11" }],
          }),
        ),
      );
    const resell = (quantity: string, chainId?: string) =>
      world.as(painter, async (tx) =>
        done(
          await placeTrade(tx, {
            side: "S",
            partnerId: customer,
            firstState: "confirmed",
            orderedOn: TODAY,
            ...(chainId && { chainId }),
            lines: [{ item: "FR-20", quantity: decimal(quantity), wantedOn: "2026-05-15", unitPrice: decimal(1) }],
          }),
        ),
      );
    await place("8", chain);
    await resell("10", chain);
    await resell("3");
    await plan(painter);
    // The chain's ten are made of the step's eight and nothing is bought for the rest of them: that is a shortfall to be agreed on.
    expect((await orders(painter)).map((row) => [row.itemCode, row.quantity, row.orderKey])).toEqual([
      ["FR-20-IN", "3", null],
      ["FR-20", "3", null],
      ["FR-20", "10", chain],
    ]);
    expect(await exceptions(painter)).toEqual(["shortfall FR-20-IN 2"]);

    await plan(welder);
    expect((await orders(welder)).map((row) => [row.itemCode, row.quantity, row.orderKey])).toEqual([
      ["TUBE", "32", null],
      ["FR-10", "8", chain],
    ]);
    const frame = (await orders(welder))[1]!;
    const why = done(await world.as(welder, (tx) => explainOrder(tx, frame.seq)));
    expect(why.demands).toMatchObject([{ kind: "step", side: "S", partnerName: "塗装工業" }]);

    // Late beyond its day, it is still the order's supply; arrived, it stands for the order, though nobody reserved it.
    const painterNeeds = async (planFrom: string) => {
      await world.as(painter, (tx) => planNow(tx, { planFrom, horizonDays: 365 }));
      const rows = (await orders(painter)).filter((row) => row.orderKey !== null);
      return rows.map((row) => `${row.itemCode} ${row.quantity}`);
    };
    expect(await painterNeeds("2026-06-15")).toEqual(["FR-20 10"]);
    const [step] = await world.as(welder, (tx) =>
      query<{ id: string }>(tx, "select trade_id id from app.trade_face where company_id = $1 and chain_id = $2", [
        welder.id,
        chain,
      ]),
    );
    await world.as(painter, plantPlaces);
    const places = await world.as(welder, plantPlaces);
    const end = (kind: "opening" | "storage") => ({
      companyId: welder.id,
      itemId: sold["FR-10"]!,
      accountRole: "semiFinished" as const,
      placeId: places[kind]!,
      placeKind: kind,
      quantity: decimal(8),
    });
    const { deliveryId } = await world.as(welder, async (tx) => {
      done(
        await moveStock(tx, [
          { id: newId(), kind: "opening", movedOn: TODAY, from: end("opening"), to: end("storage"), valueInYen: 800n },
        ]),
      );
      return done(
        await ship(tx, { shippedOn: TODAY, lines: [{ tradeId: step!.id, lineNumber: 1, quantity: decimal(8) }] }),
      );
    });
    await world.as(painter, async (tx) => {
      done(await receive(tx, { deliveryId, receivedOn: TODAY }));
      done(await judge(tx, { deliveryId, judgedOn: TODAY, lines: [{ lineNumber: 1, accepted: decimal(8) }] }));
    });
    expect(await painterNeeds(TODAY)).toEqual(["FR-20 10"]);
    expect(await exceptions(painter)).toEqual(["shortfall FR-20-IN 2"]);

    // Refused by its seller, a step is the window's to place again: not proposed, but missing.
    const refused = newId();
    const { tradeId } = await place("200", refused);
    await resell("200", refused);
    await world.as(welder, async (tx) =>
      done(
        await moveLines(tx, {
          tradeId,
          today: TODAY,
          lines: [{ lineNumber: 1, seen: "placed", to: "declined", reason: "能力不足" }],
        }),
      ),
    );
    expect(await painterNeeds(TODAY)).toEqual(["FR-20 10", "FR-20 200"]);
    expect((await exceptions(painter)).sort()).toEqual(["shortfall FR-20-IN 2", "shortfall FR-20-IN 200"]);
  });

  test("never see each other's plans", async () => {
    const one = await plantFactory("甲製作所");
    const other = await plantFactory("乙製作所");
    await sell(one, "BIKE", "1", "2026-05-29");
    await plan(one.company);
    const mine = await orders(one.company);
    expect(mine.length).toBe(4);
    expect(await orders(other.company, "all")).toEqual([]);
    const { seq } = mine[0]!;
    const tried = await Promise.all([
      world.as(other.company, (tx) => explainOrder(tx, seq)),
      world.as(other.company, (tx) => convertChoices(tx, [{ seq }], TODAY)),
      world.as(other.company, (tx) => discardOrders(tx, [seq])),
      world.as(other.company, (tx) => timelineOf(tx, one.items["BIKE"]!)),
    ]);
    expect(tried.map((answer) => (answer.ok ? "" : answer.refusals[0].code))).toEqual([
      "PLANNED_ORDER_UNKNOWN",
      "PLAN_RENEWED",
      "PLANNED_ORDER_UNKNOWN",
      "NOT_FOUND",
    ]);
    for (const table of ["plan_run", "planned_order", "plan_item", "plan_exception", "planner"]) {
      const rows = await world.as(other.company, (tx) => query(tx, `select 1 from app.${table}`));
      expect([table, rows.length]).toEqual([table, 0]);
    }
  });
});
