import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Decimal, decimal } from "../../domain/shared/index.ts";
import { openBooks, postHappenings } from "../../server/accounting/index.ts";
import { moveStock } from "../../server/inventory/index.ts";
import { insertAll, query } from "../../server/platform/db/index.ts";
import { newId, reactTo, type Tx } from "../../server/platform/index.ts";
import { cancelWorkOrder } from "../../server/production/close-work-order.service.ts";
import { createRework, editWorkOrder } from "../../server/production/create-work-orders.service.ts";
import {
  closeWorkOrder,
  completeWorkOrder,
  createWorkOrders,
  followTrades,
  issueMaterial,
  releaseWorkOrder,
  reportThrough,
  reportWork,
} from "../../server/production/index.ts";
import { returnMaterial } from "../../server/production/issue-material.service.ts";
import { findWorkOrder } from "../../server/production/work-order.store.ts";
import { readWorkOrder } from "../../server/production/work-order-document.service.ts";
import { keepPlans } from "../support/kept-plans.ts";
import { createWorld, plantItems, plantPlaces, type TestCompany, type World } from "../support/world.ts";

let world: World;
let maker: TestCompany;
let stranger: TestCompany;
let items: Record<string, string>;
let lathe: string;
const TODAY = "2026-11-24";
const DUE = "2026-12-10";

beforeAll(async () => {
  reactTo("accounting", postHappenings);
  reactTo("production", followTrades);
  world = await createWorld();
  maker = await world.company("丸山製作所");
  stranger = await world.company("堺組立");
  for (const company of [maker, stranger]) await world.as(company, (tx) => openBooks(tx, "2026-10-01", 6));
  await world.as(stranger, plantPlaces);
  await world.as(maker, async (tx) => {
    items = await plantItems(tx, [
      { code: "SHAFT", name: "軸", category: "finished" },
      { code: "BAR", name: "丸棒", category: "material", supply: "buy", standard_cost: "500" },
      { code: "PIN", name: "ピン", category: "part", supply: "buy", standard_cost: "10", is_backflushed: false },
      { code: "CHIP", name: "切粉", category: "material", supply: "buy" },
      { code: "GEAR", name: "歯車", category: "finished", is_lot_tracked: true, needs_inspection: true },
      { code: "LOOSE", name: "工順なし", category: "finished" },
    ]);
    const places = await plantPlaces(tx);
    lathe = newId();
    await insertAll(tx, "work_center", [
      {
        company_id: maker.id,
        id: lathe,
        code: "L1",
        name: "旋盤",
        labor_yen_per_hour: "3000",
        machine_yen_per_hour: "1200",
      },
    ]);
    const operation = (item: string, number: number, name: string, more = {}) => ({
      company_id: maker.id,
      id: newId(),
      item_id: items[item],
      operation_number: number,
      name,
      work_center_id: lathe,
      setup_minutes: "10",
      run_minutes_per_unit: "2",
      yield: "1",
      ...more,
    });
    await insertAll(tx, "routing_operation", [
      operation("SHAFT", 10, "旋削", { yield: "0.9" }),
      operation("SHAFT", 20, "仕上", { setup_minutes: "0", run_minutes_per_unit: "3" }),
      operation("GEAR", 10, "歯切"),
    ]);
    const line = (parent: string, component: string, quantity: string, number: number | null) => ({
      company_id: maker.id,
      id: newId(),
      parent_item_id: items[parent],
      component_item_id: items[component],
      quantity,
      operation_number: number,
    });
    await insertAll(tx, "bill_of_material_line", [
      line("SHAFT", "BAR", "1", null),
      line("SHAFT", "PIN", "2", 20),
      line("GEAR", "BAR", "1", null),
    ]);
    const opened = await moveStock(
      tx,
      (
        [
          ["BAR", 200, 100000n],
          ["PIN", 1000, 10000n],
        ] as const
      ).map(([code, quantity, valueInYen]) => {
        const end = (kind: "opening" | "storage") => ({
          companyId: maker.id,
          itemId: items[code]!,
          accountRole: "rawMaterials" as const,
          placeId: places[kind]!,
          placeKind: kind,
          quantity: decimal(quantity),
        });
        return {
          id: newId(),
          kind: "opening" as const,
          movedOn: TODAY,
          from: end("opening"),
          to: end("storage"),
          valueInYen,
        };
      }),
    );
    if (!opened.ok) throw new Error("no opening");
  });
});
keepPlans(() => world, TODAY);
afterAll(() => world.close());

const must = <T>(outcome: { ok: true; value: T } | { ok: false; refusals: readonly unknown[] }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
};
const code = (outcome: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  outcome.ok ? "ok" : outcome.refusals![0]!.code;

/** The account of work in process against what the orders hold: to the yen, at any moment. */
async function wip(company = maker) {
  return world.as(company, async (tx) => {
    const [row] = await query<{ books: bigint; orders: bigint }>(
      tx,
      `select (select coalesce(sum(amount_yen), 0)::bigint from app.journal_line where company_id = $1 and role = 'workInProcess') books,
        (select coalesce(sum(amount_yen), 0)::bigint from app.work_order_cost where company_id = $1) orders`,
      [company.id],
    );
    expect(row!.books).toBe(row!.orders);
    return row!.books;
  });
}
const balance = (role: string) =>
  world.as(maker, async (tx) => {
    const [row] = await query<{ yen: bigint }>(
      tx,
      "select coalesce(sum(amount_yen), 0)::bigint yen from app.journal_line where company_id = $1 and role = $2",
      [maker.id, role],
    );
    return row!.yen;
  });
const stockOf = (item: string) =>
  world.as(maker, async (tx) => {
    const [row] = await query<{ on_hand: Decimal; reserved: Decimal; value_yen: bigint }>(
      tx,
      "select on_hand, reserved, value_yen from app.item_stock where company_id = $1 and item_id = $2",
      [maker.id, items[item]],
    );
    return row ? [row.on_hand.toFixed(), row.value_yen] : ["0", 0n];
  });

async function made(item: string, quantity: number, release = true): Promise<string> {
  const [order] = must(
    await world.as(maker, (tx) =>
      createWorkOrders(tx, [{ itemId: items[item]!, quantity: decimal(quantity), dueOn: DUE }], TODAY),
    ),
  );
  if (release) must(await world.as(maker, (tx) => releaseWorkOrder(tx, order!.id, 1, TODAY)));
  return order!.id;
}
const report = (
  workOrderId: string,
  operationNumber: number,
  kind: "good" | "scrap" | "start" | "pause" | "done",
  quantity?: number,
  more = {},
) =>
  world.as(maker, (tx) =>
    reportWork(tx, {
      workOrderId,
      operationNumber,
      kind,
      reportedOn: TODAY,
      ...(quantity !== undefined && { quantity: decimal(quantity) }),
      ...more,
    }),
  );

describe("an order from material to stock", () => {
  let id: string;
  test("starts what its yields need, and says what is missing", async () => {
    id = await made("SHAFT", 9, false);
    const file = (await world.as(maker, (tx) => findWorkOrder(tx, id)))!;
    expect(file.operations.map((one) => one.plannedQuantity.toFixed())).toEqual(["10", "9"]);
    expect(file.materials.map((one) => [one.itemCode, one.required.toFixed(), one.operationNumber])).toEqual([
      ["BAR", "10", 10],
      ["PIN", "18", 20],
    ]);
    const released = must(await world.as(maker, (tx) => releaseWorkOrder(tx, id, file.order.version, TODAY)));
    expect(released).toEqual({ shortages: [], outsideOrders: [] });
    expect(code(await world.as(maker, (tx) => releaseWorkOrder(tx, id, file.order.version, TODAY)))).toBe(
      "STALE_VERSION",
    );
  });
  test("takes backflushed material and applied work with every report", async () => {
    must(await report(id, 10, "good", 5));
    // 5 bars at 500 yen; 10 + 5 × 2 minutes at 3,000 and 1,200 yen an hour
    expect(await wip()).toBe(2500n + 1000n + 400n);
    expect(await stockOf("BAR")).toEqual(["195", 97500n]);
    expect(code(await report(id, 20, "good", 6))).toBe("QUANTITY_ABOVE_PREVIOUS");
    expect(code(await report(id, 10, "good", 6))).toBe("QUANTITY_ABOVE_PLAN");
    expect(code(await report(id, 10, "scrap", 1))).toBe("REASON_MISSING");
    expect(code(await report(id, 30, "good", 1))).toBe("OPERATION_UNKNOWN");
    expect(code(await report(id, 10, "good", 0.5))).toBe("QUANTITY_TOO_FINE");
  });
  test("takes what is issued by hand, and refuses what is not there with the line named", async () => {
    const issued = must(
      await world.as(maker, (tx) => issueMaterial(tx, id, [{ lineNumber: 2, quantity: decimal(20) }], TODAY)),
    );
    expect(issued.costYen).toBe(200n);
    const short = await world.as(maker, (tx) =>
      issueMaterial(tx, id, [{ lineNumber: 2, quantity: decimal(5000) }], TODAY),
    );
    expect(short.ok ? null : short.refusals[0]).toMatchObject({ code: "MATERIAL_SHORT", field: "lines.0.quantity" });
    const back = must(
      await world.as(maker, (tx) => returnMaterial(tx, id, [{ lineNumber: 2, quantity: decimal(2) }], TODAY)),
    );
    expect(back.costYen).toBe(20n);
    expect(await stockOf("PIN")).toEqual(["982", 9820n]);
    await wip();
  });
  test("puts good pieces of the last operation into stock at their cost, and is done with the last", async () => {
    must(await report(id, 10, "good", 4));
    must(await report(id, 10, "scrap", 1, { reason: "寸法" }));
    const first = must(await report(id, 20, "good", 4));
    expect(first).toMatchObject({ orderState: "started" });
    await wip();
    const last = must(await report(id, 20, "good", 5));
    expect([last.orderState, last.completed.toFixed()]).toEqual(["completed", "9"]);
    expect(await wip()).toBe(0n);
    // 10 bars, 18 pins; 10 + 20 minutes of turning (one piece of it scrap), 27 of finishing, at 4,200 yen an hour
    const totalYen = 5000n + 180n + 2100n + 1890n;
    expect(await stockOf("SHAFT")).toEqual(["9", totalYen]);
    expect(await balance("finishedGoods")).toBe(totalYen);
    expect(await balance("scrapLoss")).toBe(0n);
  });
  test("closes with empty books and takes nothing more", async () => {
    const { order } = (await world.as(maker, (tx) => findWorkOrder(tx, id)))!;
    expect(must(await world.as(maker, (tx) => closeWorkOrder(tx, id, order.version, TODAY)))).toEqual({ lossYen: 0n });
    expect(code(await report(id, 20, "good", 1))).toBe("WORK_ORDER_STATE");
  });
  test("is another company's only as something that is not there", async () => {
    const asked = await world.as(stranger, (tx) => readWorkOrder(tx, id, TODAY));
    expect(code(asked)).toBe("NOT_FOUND");
    expect(code(await world.as(stranger, (tx) => closeWorkOrder(tx, id, 1, TODAY)))).toBe("NOT_FOUND");
  });
});

describe("orders that do not go as planned", () => {
  test("scrap beyond the normal rate is a loss, to the yen", async () => {
    const before = await balance("scrapLoss");
    const id = await made("SHAFT", 9);
    must(await report(id, 10, "good", 6));
    must(await report(id, 10, "scrap", 4, { reason: "材料不良" }));
    must(await report(id, 20, "good", 5));
    must(await report(id, 20, "done"));
    const file = (await world.as(maker, (tx) => findWorkOrder(tx, id)))!;
    expect(file.order.state).toBe("completed");
    await wip();
    const closed = must(await world.as(maker, (tx) => closeWorkOrder(tx, id, file.order.version, TODAY)));
    expect((await balance("scrapLoss")) - before).toBe(closed.lossYen);
    expect(closed.lossYen > 0n).toBe(true);
    expect(await wip()).toBe(0n);
  });
  test("a final completion with abnormal scrap parts its cost between the good pieces and the loss", async () => {
    const id = await made("GEAR", 10);
    must(await report(id, 10, "good", 6));
    must(await report(id, 10, "scrap", 4, { reason: "きず" }));
    const waits = await world.as(maker, (tx) =>
      completeWorkOrder(tx, id, { quantity: decimal(6), completedOn: TODAY }),
    );
    expect(code(waits)).toBe("INSPECTION_OPEN");
    await world.as(maker, (tx) =>
      query(
        tx,
        "update app.inspection set state = 'passed', accepted = quantity where company_id = $1 and work_order_id = $2",
        [maker.id, id],
      ),
    );
    const held = await wip();
    const done = must(
      await world.as(maker, (tx) =>
        completeWorkOrder(tx, id, {
          quantity: decimal(6),
          completedOn: TODAY,
          lotCode: "G-1",
          isFinal: true,
          recovered: [{ itemId: items["CHIP"]!, quantity: decimal(2), valueYen: 100n }],
        }),
      ),
    );
    expect(done.costYen + done.lossYen + 100n).toBe(held);
    expect(done.lossYen > 0n).toBe(true);
    expect(await wip()).toBe(0n);
    expect((await stockOf("CHIP"))[1]).toBe(100n);
    const lots = await world.as(maker, (tx) => query(tx, "select code from app.lot where company_id = $1", [maker.id]));
    expect(lots).toEqual([{ code: "G-1" }]);
  });
  test("a cancelled order gives its material back and its work is a loss", async () => {
    const bars = await stockOf("BAR");
    const id = await made("SHAFT", 9);
    must(await report(id, 10, "good", 3));
    const { order } = (await world.as(maker, (tx) => findWorkOrder(tx, id)))!;
    const cancelled = must(await world.as(maker, (tx) => cancelWorkOrder(tx, id, order.version, TODAY)));
    expect(cancelled.lossYen).toBe(800n + 320n);
    expect(await stockOf("BAR")).toEqual(bars);
    expect(await wip()).toBe(0n);
  });
  test("a report is true even when the stock ledger is not: what lacks is said and stays open", async () => {
    const id = await made("SHAFT", 300);
    const reported = must(await report(id, 10, "good", 250));
    expect(reported.shortages.map((one) => [one.itemCode, Number(one.lacking) > 0])).toEqual([["BAR", true]]);
    await wip();
    const { order } = (await world.as(maker, (tx) => findWorkOrder(tx, id)))!;
    must(await world.as(maker, (tx) => cancelWorkOrder(tx, id, order.version, TODAY)));
  });
  test("a rework order takes finished pieces and gives them back dearer", async () => {
    const [onHand, valueYen] = (await stockOf("SHAFT")) as [string, bigint];
    const origin = await made("SHAFT", 1, false);
    const rework = must(
      await world.as(maker, (tx) =>
        createRework(
          tx,
          origin,
          {
            quantity: decimal(2),
            dueOn: DUE,
            operations: [{ name: "手直し", workCenterId: lathe, runMinutesPerUnit: decimal(6) }],
          },
          TODAY,
        ),
      ),
    );
    must(await world.as(maker, (tx) => releaseWorkOrder(tx, rework.id, 1, TODAY)));
    must(await world.as(maker, (tx) => issueMaterial(tx, rework.id, [{ lineNumber: 1, quantity: decimal(2) }], TODAY)));
    must(await report(rework.id, 10, "good", 2));
    // 12 minutes at 4,200 yen an hour
    expect(await stockOf("SHAFT")).toEqual([onHand, valueYen + 840n]);
    expect(await wip()).toBe(0n);
  });
  test("more is made on purpose only, and less by ending early", async () => {
    const id = await made("SHAFT", 9);
    must(await report(id, 10, "good", 12, { allowsOver: true }));
    const done = must(
      await world.as(maker, (tx) => reportThrough(tx, { workOrderId: id, quantity: decimal(12), reportedOn: TODAY })),
    );
    expect(done.completed.toFixed()).toBe("12");
    expect(await wip()).toBe(0n);
  });
});

describe("bad input", () => {
  const create = (input: object) =>
    world.as(maker, (tx) =>
      createWorkOrders(tx, [{ itemId: items["SHAFT"]!, quantity: decimal(1), dueOn: DUE, ...input }], TODAY),
    );
  test.each([
    { name: "an unknown item", input: () => ({ itemId: newId() }), expected: "ITEM_NOT_FOUND" },
    { name: "a bought item", input: () => ({ itemId: items["BAR"] }), expected: "ITEM_NOT_MADE" },
    { name: "an item without routing", input: () => ({ itemId: items["LOOSE"] }), expected: "NO_ROUTING" },
    { name: "nothing", input: () => ({ quantity: decimal(0) }), expected: "QUANTITY_NOT_POSITIVE" },
    { name: "half a piece", input: () => ({ quantity: decimal("0.5") }), expected: "QUANTITY_TOO_FINE" },
    { name: "an end before the start", input: () => ({ startOn: "2026-12-20" }), expected: "DATES_REVERSED" },
    {
      name: "a sold line of nobody",
      input: () => ({ tradeId: newId(), tradeLineNumber: 1 }),
      expected: "TRADE_LINE_UNKNOWN",
    },
  ])("an order of $name is refused with $expected and writes nothing", async ({ input, expected }) => {
    const count = () =>
      world.as(maker, (tx) =>
        query<{ n: bigint }>(tx, "select count(*) n from app.work_order where company_id = $1", [maker.id]),
      );
    const before = await count();
    expect(code(await create(input()))).toBe(expected);
    expect(await count()).toEqual(before);
  });
  test("an edit of an old version is told so, and a planned order is exploded anew", async () => {
    const id = await made("SHAFT", 9, false);
    const edit = { version: 1, quantity: decimal(18), startOn: TODAY, dueOn: DUE, lotCode: "", note: "" };
    must(await world.as(maker, (tx) => editWorkOrder(tx, id, edit)));
    expect(code(await world.as(maker, (tx) => editWorkOrder(tx, id, edit)))).toBe("STALE_VERSION");
    const file = (await world.as(maker, (tx) => findWorkOrder(tx, id)))!;
    expect(file.materials.map((one) => one.required.toFixed())).toEqual(["20", "36"]);
  });
  test("a closed month refuses the report and nothing is half-written", async () => {
    const id = await made("SHAFT", 9);
    const late = await report(id, 10, "good", 1, { reportedOn: "2026-05-01" });
    expect(code(late)).toBe("PERIOD_MISSING");
    const file = (await world.as(maker, (tx) => findWorkOrder(tx, id)))!;
    expect([file.order.state, file.operations[0]!.good.toFixed()]).toEqual(["released", "0"]);
    await wip();
  });
});

describe("two at once", () => {
  test("of two reports for the last piece one is taken and the other is told", async () => {
    const id = await made("SHAFT", 9);
    must(await report(id, 10, "good", 9));
    const both = await Promise.all([report(id, 10, "good", 1), report(id, 10, "good", 1)]);
    expect(both.map(code).sort()).toEqual(["OPERATION_STATE", "ok"]);
    const file = (await world.as(maker, (tx: Tx) => findWorkOrder(tx, id)))!;
    expect(file.operations[0]!.good.toFixed()).toBe("10");
    await wip();
  });
});
