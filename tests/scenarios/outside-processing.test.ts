import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { openBooks, postHappenings } from "../../server/accounting/index.ts";
import { moveStock } from "../../server/inventory/index.ts";
import { listKept } from "../../server/inventory/stock-list.store.ts";
import { insertAll, query } from "../../server/platform/db/index.ts";
import { newId, reactTo } from "../../server/platform/index.ts";
import { cancelWorkOrder, closeWorkOrder } from "../../server/production/close-work-order.service.ts";
import { createWorkOrders } from "../../server/production/create-work-orders.service.ts";
import { followTrades } from "../../server/production/index.ts";
import {
  loseAtPartner,
  sendOutsideAgain,
  takeBackFromPartner,
} from "../../server/production/outside-processing.service.ts";
import { releaseWorkOrder } from "../../server/production/release-work-order.service.ts";
import { reportWork } from "../../server/production/report-work.service.ts";
import { readWorkOrder } from "../../server/production/work-order-document.service.ts";
import { listUnmadeLines } from "../../server/production/work-order-list.store.ts";
import { judge, moveLines, receive, receiveFromOutside, ship } from "../../server/trade/index.ts";
import { keepPlans } from "../support/kept-plans.ts";
import {
  createWorld,
  plantAgreement,
  plantItems,
  plantPartner,
  plantPlaces,
  type TestCompany,
  type World,
} from "../support/world.ts";

let world: World;
let maker: TestCompany;
let plater: TestCompany;
let items: Record<string, string>;
let platerItems: Record<string, string>;
let platerPartner: string;
let phonePartner: string;
const TODAY = "2026-11-24";

beforeAll(async () => {
  reactTo("accounting", postHappenings);
  reactTo("production", followTrades);
  world = await createWorld();
  maker = await world.company("丸山製作所");
  plater = await world.company("東亜めっき");
  for (const company of [maker, plater]) await world.as(company, (tx) => openBooks(tx, "2026-10-01", 6));
  await world.as(plater, plantPlaces);
  platerItems = await world.as(plater, async (tx) => {
    const planted = await plantItems(tx, [
      { code: "PLATING", name: "めっき加工", category: "processing" },
      { code: "SOLUTION", name: "めっき液", category: "material", supply: "buy", standard_cost: "10" },
    ]);
    const bath = newId();
    await insertAll(tx, "work_center", [
      {
        company_id: plater.id,
        id: bath,
        code: "B1",
        name: "めっき槽",
        labor_yen_per_hour: "1200",
        machine_yen_per_hour: "0",
      },
    ]);
    await insertAll(tx, "routing_operation", [
      {
        company_id: plater.id,
        id: newId(),
        item_id: planted["PLATING"],
        operation_number: 10,
        name: "めっき",
        work_center_id: bath,
        run_minutes_per_unit: "1",
      },
    ]);
    return planted;
  });
  items = await world.as(maker, (tx) =>
    plantItems(tx, [
      { code: "COVER", name: "カバー", category: "finished" },
      { code: "BLANK", name: "素材", category: "part", supply: "buy", standard_cost: "100" },
      { code: "PLATING", name: "めっき外注", category: "processing", supply: "subcontract" },
    ]),
  );
  const agreed = await plantAgreement(world, plater, maker, [
    {
      code: "PLATING",
      sellerItemId: platerItems["PLATING"]!,
      buyerItemId: items["PLATING"]!,
      unitPrice: "50",
      standingQuantity: "1000",
      form: "processing",
    },
  ]);
  platerPartner = agreed.buyerPartnerId;
  phonePartner = await plantPartner(world, maker, "PHONE");
  await world.as(maker, async (tx) => {
    const places = await plantPlaces(tx);
    await insertAll(tx, "routing_operation", [
      {
        company_id: maker.id,
        id: newId(),
        item_id: items["COVER"],
        operation_number: 10,
        name: "めっき",
        work_center_id: null,
        subcontract_partner_id: platerPartner,
        subcontract_item_id: items["PLATING"],
        subcontract_lead_time_days: 5,
      },
    ]);
    await insertAll(tx, "bill_of_material_line", [
      {
        company_id: maker.id,
        id: newId(),
        parent_item_id: items["COVER"],
        component_item_id: items["BLANK"],
        quantity: "1",
        operation_number: 10,
      },
    ]);
    const end = (kind: "opening" | "storage") => ({
      companyId: maker.id,
      itemId: items["BLANK"]!,
      accountRole: "rawMaterials" as const,
      placeId: places[kind]!,
      placeKind: kind,
      quantity: decimal(100),
    });
    const opened = await moveStock(tx, [
      { id: newId(), kind: "opening", movedOn: TODAY, from: end("opening"), to: end("storage"), valueInYen: 10000n },
    ]);
    if (!opened.ok) throw new Error("no opening");
  });
});
keepPlans(() => world, TODAY);
afterAll(() => world.close());

const must = <T>(outcome: { ok: true; value: T } | { ok: false; refusals: readonly unknown[] }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
};
const balances = (company: TestCompany) =>
  world.as(company, async (tx) => {
    const rows = await query<{ role: string; yen: bigint }>(
      tx,
      "select role, sum(amount_yen)::bigint yen from app.journal_line where company_id = $1 group by role having sum(amount_yen) <> 0 order by role",
      [company.id],
    );
    return Object.fromEntries(rows.map((row) => [row.role, row.yen]));
  });
async function booksTie(company: TestCompany) {
  const [row] = await world.as(company, (tx) =>
    query<{ books: bigint; orders: bigint }>(
      tx,
      `select (select coalesce(sum(amount_yen), 0)::bigint from app.journal_line where company_id = $1 and role = 'workInProcess') books,
        (select coalesce(sum(amount_yen), 0)::bigint from app.work_order_cost where company_id = $1) orders`,
      [company.id],
    ),
  );
  expect(row!.books).toBe(row!.orders);
}
const blanks = () =>
  world.as(maker, async (tx) => {
    const [row] = await query<{ on_hand: string; kept: string; value_yen: bigint }>(
      tx,
      "select trim_scale(on_hand)::text on_hand, trim_scale(kept_elsewhere)::text kept, value_yen from app.item_stock where company_id = $1 and item_id = $2",
      [maker.id, items["BLANK"]],
    );
    return row;
  });

describe("an operation done by another company on material issued free", () => {
  let orderId: string;
  let tradeId: string;
  let platerOrder: string;

  test("is ordered at release, and its material stands at the partner, still mine and on my books", async () => {
    const [order] = must(
      await world.as(maker, (tx) =>
        createWorkOrders(tx, [{ itemId: items["COVER"]!, quantity: decimal(10), dueOn: "2026-12-10" }], TODAY),
      ),
    );
    orderId = order!.id;
    const released = must(await world.as(maker, (tx) => releaseWorkOrder(tx, orderId, 1, TODAY)));
    expect(released.shortages).toEqual([]);
    expect(released.outsideOrders).toMatchObject([{ operationNumber: 10, state: "confirmed" }]);
    tradeId = released.outsideOrders[0]!.tradeId;
    expect(await blanks()).toEqual({ on_hand: "100", kept: "10", value_yen: 10000n });
    expect(await balances(maker)).toEqual({});
    const kept = await world.as(plater, (tx) =>
      query(
        tx,
        "select trim_scale(quantity)::text quantity from app.stock_balance where keeper_id = $1 and owner_id <> $1",
        [plater.id],
      ),
    );
    expect(kept).toEqual([{ quantity: "10" }]);
    const seen = await world.as(plater, listKept);
    expect(seen).toMatchObject([{ itemId: null, code: "BLANK", name: "素材", unit: "個", side: "S" }]);
    expect(seen[0]!.quantity.toFixed()).toBe("10");
    expect(await world.as(maker, listKept)).toEqual([]);
    // nothing is done while the partner has no work order of its own
    const document = must(await world.as(maker, (tx) => readWorkOrder(tx, orderId, TODAY)));
    expect(document.operations[0]!.outside?.share).toBe("0");
  });
  test("is the partner's own work order, and its progress shows to my planner as a share", async () => {
    const [unmade] = await world.as(plater, listUnmadeLines);
    expect(unmade).toMatchObject({ itemCode: "PLATING", quantity: "10", ordered: "0" });
    const [order] = must(
      await world.as(plater, (tx) =>
        createWorkOrders(
          tx,
          [
            {
              itemId: platerItems["PLATING"]!,
              quantity: decimal(10),
              dueOn: "2026-12-09",
              tradeId,
              tradeLineNumber: 1,
            },
          ],
          TODAY,
        ),
      ),
    );
    platerOrder = order!.id;
    must(await world.as(plater, (tx) => releaseWorkOrder(tx, platerOrder, 1, TODAY)));
    must(
      await world.as(plater, (tx) =>
        reportWork(tx, {
          workOrderId: platerOrder,
          operationNumber: 10,
          kind: "good",
          quantity: decimal(4),
          reportedOn: TODAY,
        }),
      ),
    );
    const document = must(await world.as(maker, (tx) => readWorkOrder(tx, orderId, TODAY)));
    expect(document.operations[0]!.outside).toMatchObject({
      state: "confirmed",
      promisedOn: "2026-12-10",
      share: "0.4",
      accepted: "0",
    });
    expect(JSON.stringify(document.operations[0])).not.toMatch(/yen|cost/i);
    // 4 minutes at 1,200 yen an hour: work in process of the plater, though the goods are not its own
    expect(await balances(plater)).toEqual({ workInProcess: 80n, labourApplied: -80n });
  });
  test("goes on with each acceptance: fee and material into my order, the partner's cost into its cost of sales", async () => {
    must(
      await world.as(plater, (tx) =>
        reportWork(tx, {
          workOrderId: platerOrder,
          operationNumber: 10,
          kind: "good",
          quantity: decimal(6),
          reportedOn: TODAY,
        }),
      ),
    );
    const deliver = async (quantity: number) => {
      const shipped = must(
        await world.as(plater, (tx) =>
          ship(tx, { shippedOn: TODAY, lines: [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }] }),
        ),
      );
      must(await world.as(maker, (tx) => receive(tx, { deliveryId: shipped.deliveryId, receivedOn: TODAY })));
      must(
        await world.as(maker, (tx) =>
          judge(tx, {
            deliveryId: shipped.deliveryId,
            judgedOn: TODAY,
            lines: [{ lineNumber: 1, accepted: decimal(quantity) }],
          }),
        ),
      );
    };
    await deliver(4);
    await booksTie(maker);
    await booksTie(plater);
    // fee 4 × 50 + material 4 × 100, all of it in the four finished covers
    expect(await balances(maker)).toEqual({ finishedGoods: 600n, rawMaterials: -400n, taxPaid: 20n, payable: -220n });
    expect(await balances(plater)).toEqual({
      workInProcess: 120n,
      labourApplied: -200n,
      costOfProcessing: 80n,
      salesProcessing: -200n,
      taxReceived: -20n,
      receivable: 220n,
    });
    await deliver(6);
    expect(await balances(maker)).toEqual({ finishedGoods: 1500n, rawMaterials: -1000n, taxPaid: 50n, payable: -550n });
    expect(await balances(plater)).toEqual({
      labourApplied: -200n,
      costOfProcessing: 200n,
      salesProcessing: -500n,
      taxReceived: -50n,
      receivable: 550n,
    });
    expect(await blanks()).toEqual({ on_hand: "90", kept: "0", value_yen: 9000n });
    const document = must(await world.as(maker, (tx) => readWorkOrder(tx, orderId, TODAY)));
    expect([document.state, document.completed, document.heldYen, document.operations[0]!.state]).toEqual([
      "completed",
      "10",
      "0",
      "done",
    ]);
  });
  test("closes on both sides with nothing left", async () => {
    for (const [company, id] of [
      [maker, orderId],
      [plater, platerOrder],
    ] as const) {
      const { version } = must(await world.as(company, (tx) => readWorkOrder(tx, id, TODAY)));
      expect(must(await world.as(company, (tx) => closeWorkOrder(tx, id, version, TODAY)))).toEqual({ lossYen: 0n });
      await booksTie(company);
    }
  });
  test("cannot be reported by hand, and nobody else finds the order", async () => {
    const report = await world.as(plater, (tx) =>
      reportWork(tx, {
        workOrderId: orderId,
        operationNumber: 10,
        kind: "good",
        quantity: decimal(1),
        reportedOn: TODAY,
      }),
    );
    expect(report.ok ? "" : report.refusals[0].code).toBe("NOT_FOUND");
  });
});

describe("material at the partner", () => {
  let orderId: string;
  test("that is lost is my loss, or a claim; what is not used comes back", async () => {
    const [order] = must(
      await world.as(maker, (tx) =>
        createWorkOrders(tx, [{ itemId: items["COVER"]!, quantity: decimal(8), dueOn: "2026-12-10" }], TODAY),
      ),
    );
    orderId = order!.id;
    must(await world.as(maker, (tx) => releaseWorkOrder(tx, orderId, 1, TODAY)));
    const before = await balances(maker);
    must(
      await world.as(maker, (tx) =>
        loseAtPartner(tx, orderId, { lineNumber: 1, quantity: decimal(2), on: TODAY, reason: "紛失" }),
      ),
    );
    must(
      await world.as(maker, (tx) =>
        loseAtPartner(tx, orderId, {
          lineNumber: 1,
          quantity: decimal(1),
          on: TODAY,
          reason: "めっき不良",
          claimYen: 100n,
        }),
      ),
    );
    const after = await balances(maker);
    expect([
      after["materialLoss"],
      after["otherReceivables"],
      after["rawMaterials"]! - before["rawMaterials"]!,
    ]).toEqual([200n, 100n, -300n]);
    must(
      await world.as(maker, (tx) =>
        takeBackFromPartner(tx, orderId, { lineNumber: 1, quantity: decimal(1), on: TODAY }),
      ),
    );
    expect(await blanks()).toEqual({ on_hand: "87", kept: "4", value_yen: 8700n });
    const tooMuch = await world.as(maker, (tx) =>
      takeBackFromPartner(tx, orderId, { lineNumber: 1, quantity: decimal(5), on: TODAY }),
    );
    expect(tooMuch.ok ? "" : tooMuch.refusals[0].code).toBe("NOT_THAT_MUCH_THERE");
  });
  test("keeps the order from being called off, and can be sent anew", async () => {
    const { version } = must(await world.as(maker, (tx) => readWorkOrder(tx, orderId, TODAY)));
    const cancelled = await world.as(maker, (tx) => cancelWorkOrder(tx, orderId, version, TODAY));
    expect(cancelled.ok ? "" : cancelled.refusals[0].code).toBe("MATERIAL_AT_PARTNER");
    expect(must(await world.as(maker, (tx) => sendOutsideAgain(tx, orderId, 10, TODAY))).shortages).toEqual([]);
    expect(await blanks()).toEqual({ on_hand: "87", kept: "8", value_yen: 8700n });
    await booksTie(maker);
  });
});

describe("a subcontractor without an account", () => {
  test("is ordered of, supplied and accepted the same way on my side alone", async () => {
    await world.as(maker, (tx) =>
      query(tx, "update app.routing_operation set subcontract_partner_id = $2 where company_id = $1", [
        maker.id,
        phonePartner,
      ]),
    );
    await world.as(maker, (tx) =>
      query(tx, "update app.item set purchase_price = 60 where company_id = $1 and code = 'PLATING'", [maker.id]),
    );
    const [order] = must(
      await world.as(maker, (tx) =>
        createWorkOrders(tx, [{ itemId: items["COVER"]!, quantity: decimal(5), dueOn: "2026-12-10" }], TODAY),
      ),
    );
    const released = must(await world.as(maker, (tx) => releaseWorkOrder(tx, order!.id, 1, TODAY)));
    const before = await balances(maker);
    const received = must(
      await world.as(maker, (tx) =>
        receiveFromOutside(tx, {
          receivedOn: TODAY,
          lines: [{ tradeId: released.outsideOrders[0]!.tradeId, lineNumber: 1, quantity: decimal(5) }],
        }),
      ),
    );
    must(
      await world.as(maker, (tx) =>
        judge(tx, {
          deliveryId: received.deliveryId,
          judgedOn: TODAY,
          lines: [{ lineNumber: 1, accepted: decimal(5) }],
        }),
      ),
    );
    const after = await balances(maker);
    expect([
      after["finishedGoods"]! - before["finishedGoods"]!,
      after["rawMaterials"]! - before["rawMaterials"]!,
    ]).toEqual([800n, -500n]);
    await booksTie(maker);
  });
});

describe("firms in one building that hand over in one step", () => {
  test("the processor's one scan is accepted on both sides, and my order goes on", async () => {
    const polisher = await world.company("隣の研磨");
    await world.as(polisher, (tx) => openBooks(tx, "2026-10-01", 6));
    await world.as(polisher, plantPlaces);
    const bench = newId();
    const own = await world.as(polisher, async (tx) => {
      const planted = await plantItems(tx, [{ code: "POLISH", name: "研磨加工", category: "processing" }]);
      await insertAll(tx, "work_center", [
        { company_id: polisher.id, id: bench, code: "B", name: "研磨台", labor_yen_per_hour: "3000" },
      ]);
      await insertAll(tx, "routing_operation", [
        {
          company_id: polisher.id,
          id: newId(),
          item_id: planted["POLISH"],
          operation_number: 10,
          name: "研磨",
          work_center_id: bench,
          run_minutes_per_unit: "1",
        },
      ]);
      return planted;
    });
    const mine = await world.as(maker, (tx) =>
      plantItems(tx, [{ code: "POLISH", name: "研磨外注", category: "processing", supply: "subcontract" }]),
    );
    const agreed = await plantAgreement(
      world,
      polisher,
      maker,
      [
        {
          code: "POLISH",
          sellerItemId: own["POLISH"]!,
          buyerItemId: mine["POLISH"]!,
          unitPrice: "30",
          standingQuantity: "100",
          form: "processing",
        },
      ],
      { is_one_step: true },
    );
    await world.as(maker, (tx) =>
      query(
        tx,
        "update app.routing_operation set subcontract_partner_id = $2, subcontract_item_id = $3 where company_id = $1",
        [maker.id, agreed.buyerPartnerId, mine["POLISH"]],
      ),
    );
    const [order] = must(
      await world.as(maker, (tx) =>
        createWorkOrders(tx, [{ itemId: items["COVER"]!, quantity: decimal(3), dueOn: "2026-12-10" }], TODAY),
      ),
    );
    const released = must(await world.as(maker, (tx) => releaseWorkOrder(tx, order!.id, 1, TODAY)));
    const [job] = must(
      await world.as(polisher, (tx) =>
        createWorkOrders(
          tx,
          [
            {
              itemId: own["POLISH"]!,
              quantity: decimal(3),
              dueOn: "2026-12-09",
              tradeId: released.outsideOrders[0]!.tradeId,
              tradeLineNumber: 1,
            },
          ],
          TODAY,
        ),
      ),
    );
    must(await world.as(polisher, (tx) => releaseWorkOrder(tx, job!.id, 1, TODAY)));
    must(
      await world.as(polisher, (tx) =>
        reportWork(tx, {
          workOrderId: job!.id,
          operationNumber: 10,
          kind: "good",
          quantity: decimal(3),
          reportedOn: TODAY,
        }),
      ),
    );
    must(
      await world.as(polisher, (tx) =>
        ship(tx, {
          shippedOn: TODAY,
          lines: [{ tradeId: released.outsideOrders[0]!.tradeId, lineNumber: 1, quantity: decimal(3) }],
        }),
      ),
    );
    await booksTie(maker);
    await booksTie(polisher);
    expect((await balances(polisher))["costOfProcessing"]).toBe(150n);
    const document = must(await world.as(maker, (tx) => readWorkOrder(tx, order!.id, TODAY)));
    // fee 3 × 30 and material 3 × 100; the buyer's own desk puts the pieces into stock
    expect([document.operations[0]!.state, document.heldYen, document.readyToComplete]).toEqual(["done", "390", "3"]);
    expect(document.materials[0]).toMatchObject({ issued: "3", freeIssued: "0" });
  });
});

test("an order the partner declined is placed anew with the material that is sent again", async () => {
  await world.admin.query(
    "update app.routing_operation set subcontract_partner_id = $1, subcontract_item_id = $2 where company_id = $3 and item_id = $4",
    [platerPartner, items["PLATING"], maker.id, items["COVER"]],
  );
  const [order] = must(
    await world.as(maker, (tx) =>
      createWorkOrders(tx, [{ itemId: items["COVER"]!, quantity: decimal(1001), dueOn: "2026-12-20" }], TODAY),
    ),
  );
  const released = must(await world.as(maker, (tx) => releaseWorkOrder(tx, order!.id, 1, TODAY)));
  const first = released.outsideOrders[0]!;
  expect(first.state).toBe("placed");
  const lines = [{ lineNumber: 1, seen: "placed", to: "declined", reason: "手一杯" } as const];
  must(await world.as(plater, (tx) => moveLines(tx, { tradeId: first.tradeId, today: TODAY, lines })));
  must(await world.as(maker, (tx) => sendOutsideAgain(tx, order!.id, 10, TODAY)));
  const { operations } = must(await world.as(maker, (tx) => readWorkOrder(tx, order!.id, TODAY)));
  expect(operations[0]!.outside).toMatchObject({ state: "placed", partnerName: plater.name });
  expect(operations[0]!.outside!.tradeId).not.toBe(first.tradeId);
});
