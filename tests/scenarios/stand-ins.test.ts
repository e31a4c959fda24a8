import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askPromise, openPromises } from "../../domain/planning/index.ts";
import { addDays, type Decimal, decimal } from "../../domain/shared/index.ts";
import { openBooks, postHappenings } from "../../server/accounting/index.ts";
import { moveStock } from "../../server/inventory/index.ts";
import { earliestByLeadTimes } from "../../server/planning/earliest.service.ts";
import { explainOrder } from "../../server/planning/explain.service.ts";
import { planNow } from "../../server/planning/plan-run.service.ts";
import { listPlannedOrders } from "../../server/planning/planned-order.store.ts";
import { closePlanWorkers, connectPlanner } from "../../server/planning/planner.ts";
import { loadPlannedDays, loadPromiseMasters } from "../../server/planning/promise-facts.store.ts";
import { timelineOf } from "../../server/planning/timeline.service.ts";
import { insertAll, query } from "../../server/platform/db/index.ts";
import { newId, reactTo } from "../../server/platform/index.ts";
import {
  completeWorkOrder,
  createWorkOrders,
  followTrades,
  releaseWorkOrder,
  reportWork,
} from "../../server/production/index.ts";
import { findWorkOrder } from "../../server/production/work-order.store.ts";
import { placeTrade } from "../../server/trade/index.ts";
import { createWorld, plantItems, plantPartner, plantPlaces, type TestCompany, type World } from "../support/world.ts";

/*
 * A maker of pumps: a pump takes a kit that is never made for itself (two pins and a seal); the old seal is used up and the new one takes its
 * place; swarf comes out beside the pump.
 */
const TODAY = "2026-11-24";
const DUE = "2026-12-18";
let world: World;
let maker: TestCompany;
let items: Record<string, string>;

const must = <T>(outcome: { ok: true; value: T } | { ok: false; refusals: readonly unknown[] }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
};
const stock = async (item: string) =>
  world.as(maker, async (tx) => {
    const [row] = await query<{ on_hand: Decimal; value_yen: bigint }>(
      tx,
      "select on_hand, value_yen from app.item_stock where company_id = $1 and item_id = $2",
      [maker.id, items[item]],
    );
    return row ? [row.on_hand.toFixed(), row.value_yen] : ["0", 0n];
  });

beforeAll(async () => {
  reactTo("accounting", postHappenings);
  reactTo("production", followTrades);
  world = await createWorld();
  connectPlanner(world.databases);
  maker = await world.company("揚水ポンプ");
  await world.as(maker, (tx) => openBooks(tx, "2026-10-01", 6));
  const customer = await plantPartner(world, maker, "C1");
  await world.as(maker, async (tx) => {
    const bought = { supply: "buy", category: "part", lead_time_days: 2, standard_cost: "100" };
    items = await plantItems(tx, [
      { code: "NEW", ...bought },
      { code: "PUMP", lead_time_days: 2 },
      { code: "KIT", category: "assembly", is_phantom: true },
      { code: "PIN", ...bought },
      { code: "SWARF", ...bought, category: "material", standard_cost: "30", is_lot_tracked: true },
    ]);
    Object.assign(
      items,
      await plantItems(tx, [{ code: "OLD", ...bought, successor_item_id: items["NEW"], successor_ratio: "2" }]),
    );
    const center = newId();
    await insertAll(tx, "work_center", [{ company_id: maker.id, id: center, code: "W1", name: "組立" }]);
    await insertAll(tx, "routing_operation", [
      {
        company_id: maker.id,
        id: newId(),
        item_id: items["PUMP"]!,
        operation_number: 10,
        name: "組立",
        work_center_id: center,
        run_minutes_per_unit: "1",
      },
    ]);
    const line = (parent: string, component: string, quantity: string, more = {}) => ({
      company_id: maker.id,
      id: newId(),
      parent_item_id: items[parent]!,
      component_item_id: items[component]!,
      quantity,
      kind: "component",
      ...more,
    });
    await insertAll(tx, "bill_of_material_line", [
      line("PUMP", "KIT", "1"),
      line("PUMP", "SWARF", "0.5", { kind: "by_product" }),
      line("KIT", "PIN", "2"),
      line("KIT", "OLD", "1"),
    ]);
    const places = await plantPlaces(tx);
    for (const [code, quantity] of [
      ["KIT", 1],
      ["PIN", 50],
      ["OLD", 3],
      ["NEW", 20],
    ] as const) {
      const end = (kind: "opening" | "storage") => ({
        companyId: maker.id,
        itemId: items[code]!,
        accountRole: "rawMaterials" as const,
        placeId: places[kind]!,
        placeKind: kind,
        quantity: decimal(quantity),
      });
      must(
        await moveStock(tx, [
          {
            id: newId(),
            kind: "opening",
            movedOn: TODAY,
            from: end("opening"),
            to: end("storage"),
            valueInYen: BigInt(quantity * 100),
          },
        ]),
      );
    }
    must(
      await placeTrade(tx, {
        side: "S",
        partnerId: customer,
        firstState: "confirmed",
        orderedOn: TODAY,
        lines: [{ item: "PUMP", quantity: decimal(20), wantedOn: "2027-01-29", unitPrice: decimal(9000) }],
      }),
    );
  });
});
afterAll(async () => {
  await closePlanWorkers();
  await world.close();
});

describe("what stands in for an item", () => {
  test("is planned: the kit's stock first, then pins and the old seal, then the new one", async () => {
    await world.as(maker, (tx) => planNow(tx, { planFrom: TODAY, horizonDays: 200 }));
    const rows = await world.as(
      maker,
      async (tx) => must(await listPlannedOrders(tx, { limit: 50, state: "open" })).rows,
    );
    // 20 pumps take 19 kits beside the one there is; 16 old seals are lacking, and two new ones stand for each.
    expect(rows.map((row) => `${row.itemCode} ${row.quantity}`).sort()).toEqual(["NEW 12", "PUMP 20"]);
    const seal = rows.find((row) => row.itemCode === "NEW")!;
    const because = must(await world.as(maker, (tx) => explainOrder(tx, seal.seq)));
    expect(because.because).toMatchObject([{ reason: { kind: "planned", order: { itemCode: "PUMP" } } }]);
    const seals = must(await world.as(maker, (tx) => timelineOf(tx, items["NEW"]!)));
    expect(seals.events.map((one) => [one.what, one.quantity, one.orderItemCode])).toEqual([
      ["planned_receipt", "12", "NEW"],
      ["planned_need", "-32", "PUMP"],
    ]);
    // A by-product is counted on: ten come with the pumps.
    const days = await world.as(maker, (tx) => loadPlannedDays(tx, null));
    const of = (item: string) =>
      days.filter((row) => row.itemId === items[item]).map((row) => `${row.isDemand ? "-" : "+"}${row.quantity}`);
    expect([of("SWARF"), of("NEW").sort(), of("PIN")]).toEqual([["+10"], ["+12", "-32"], ["-38"]]);
    const swarf = must(await world.as(maker, (tx) => timelineOf(tx, items["SWARF"]!)));
    expect(swarf.events.map((one) => [one.what, one.quantity, one.orderItemCode, one.balance])).toEqual([
      ["planned_receipt", "10", "PUMP", "10"],
    ]);
  });

  test("is promised: the kit waits for its pins and nothing else, the old seal for the new", async () => {
    const { items: masters, bomLines, operations } = await world.as(maker, (tx) => loadPromiseMasters(tx, TODAY));
    expect(bomLines.map((line) => line.componentItemId).includes(items["SWARF"]!)).toBe(false);
    const state = openPromises({
      today: TODAY,
      horizonDays: 60,
      calendars: new Map([["all", new Uint8Array(60).fill(1)]]),
      companyCalendarId: "all",
      items: masters,
      bomLines,
      operations: operations.filter((one) => one.itemId !== items["PUMP"]),
      workCenters: [],
      supplies: [{ itemId: items["OLD"]!, onDate: TODAY, quantity: "3" }],
      demands: [],
      work: [],
    });
    const ask = (item: string, quantity: number) =>
      must(askPromise(state, { itemId: items[item]!, quantity: decimal(quantity), wantedOn: "2026-12-31" }));
    expect(ask("KIT", 3).readyOn).toBe(addDays(TODAY, 2));
    expect(ask("OLD", 3).readyOn).toBe(TODAY);
    expect(ask("OLD", 4)).toMatchObject({ readyOn: addDays(TODAY, 2), orders: [] });
    const early = must(await world.as(maker, (tx) => earliestByLeadTimes(tx, items["OLD"]!, decimal(4), TODAY)));
    expect(JSON.stringify(early)).not.toContain("PIN");
  });

  test("is taken by a work order, which brings the by-product into stock at its standard cost", async () => {
    const [order] = must(
      await world.as(maker, (tx) =>
        createWorkOrders(tx, [{ itemId: items["PUMP"]!, quantity: decimal(5), dueOn: DUE }], TODAY),
      ),
    );
    const file = (await world.as(maker, (tx) => findWorkOrder(tx, order!.id)))!;
    expect(file.materials.map((one) => `${one.itemCode} ${one.required.toFixed()}`)).toEqual([
      "KIT 1",
      "OLD 3",
      "NEW 2",
      "PIN 8",
    ]);
    // The plan knows what the order brings beside its pumps, and asks nobody to cancel it.
    await world.as(maker, (tx) => planNow(tx, { planFrom: TODAY, horizonDays: 200 }));
    const swarf = must(await world.as(maker, (tx) => timelineOf(tx, items["SWARF"]!)));
    expect(swarf.events.map((one) => [one.onDate, one.quantity])).toContainEqual([DUE, "2"]);

    must(await world.as(maker, (tx) => releaseWorkOrder(tx, order!.id, 1, TODAY)));
    const report = (quantity: number) =>
      world.as(maker, (tx) =>
        reportWork(tx, {
          workOrderId: order!.id,
          operationNumber: 10,
          kind: "good",
          quantity: decimal(quantity),
          reportedOn: TODAY,
        }),
      );
    const before = (await stock("PUMP"))[0];
    must(await report(2));
    must(await report(3));
    const ready = (await stock("PUMP"))[0];
    if (ready === before)
      must(
        await world.as(maker, (tx) => completeWorkOrder(tx, order!.id, { quantity: decimal(5), completedOn: TODAY })),
      );
    expect(await stock("PUMP")).toEqual(["5", expect.anything()]);
    // Half a piece of swarf a pump, and what does not fill a piece is not there.
    expect(await stock("SWARF")).toEqual(["2", 60n]);
    expect(await stock("KIT")).toEqual(["0", 0n]);
    expect(await stock("NEW")).toEqual(["18", 1800n]);
    const [books] = await world.as(maker, (tx) =>
      query<{ work: bigint; all: bigint }>(
        tx,
        `select (select coalesce(sum(amount_yen), 0)::bigint from app.journal_line where company_id = $1 and role = 'workInProcess') "work",
           (select coalesce(sum(amount_yen), 0)::bigint from app.journal_line where company_id = $1) "all"`,
        [maker.id],
      ),
    );
    expect(books).toEqual({ work: 0n, all: 0n });
  });
});
