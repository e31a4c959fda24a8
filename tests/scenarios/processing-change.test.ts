import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { windowOrderShape } from "../../domain/network/index.ts";
import { decimal } from "../../domain/shared/index.ts";
import { openBooks } from "../../server/accounting/index.ts";
import { wireReactions } from "../../server/app.ts";
import { moveStock } from "../../server/inventory/index.ts";
import { askAgain } from "../../server/network/ask-again.service.ts";
import {
  answerChange,
  type ChainChangeInput,
  finishChange,
  proposeChainChange,
} from "../../server/network/chain-change.service.ts";
import { createRegion, type Region } from "../../server/network/region.fixture.ts";
import { enterWindowOrder } from "../../server/network/window-order.service.ts";
import { insertAll, query } from "../../server/platform/db/index.ts";
import { newId, tell } from "../../server/platform/index.ts";
import { editWorkOrder } from "../../server/production/create-work-orders.service.ts";
import { releaseWorkOrder } from "../../server/production/index.ts";
import { sendOutsideAgain, takeBackFromPartner } from "../../server/production/outside-processing.service.ts";
import { reportWork } from "../../server/production/report-work.service.ts";
import { readWorkOrder } from "../../server/production/work-order-document.service.ts";
import { judge, moveLines, receive, ship } from "../../server/trade/index.ts";
import { expectPlansFollow, firstPlan } from "../support/kept-plans.ts";
import { plantAgreement, plantItems, plantPlaces, type TestCompany } from "../support/world.ts";

/** What happens along a chain of processing after it was dispatched happens to the window's work orders as well. */
const TODAY = "2026-12-01";
let region: Region;
let chainId: string;

const as = <T>(company: TestCompany, work: Parameters<typeof region.world.as<T>>[1]) => region.world.as(company, work);
const must = <T>(outcome: { ok: true; value: T } | { ok: false; refusals: readonly unknown[] }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
};
const refusal = (outcome: { ok: boolean; refusals?: readonly { code: string; values?: unknown }[] }) =>
  outcome.ok ? "ok" : outcome.refusals![0]!;

async function planted(standingQuantity: string): Promise<Region> {
  const made = await createRegion({
    ...{ form: "processing", standingQuantity },
    steps: [
      { process: "切削", leadTimeDays: 2, price: "300" },
      { process: "めっき", yield: "0.9", leadTimeDays: 4, price: "90" },
    ],
  });
  for (const company of [made.window, ...made.members])
    await made.world.as(company, (tx) => openBooks(tx, "2026-12-01", 3));
  await made.world.as(made.window, async (tx) => {
    const [bar] = await query<{ id: string }>(tx, "select id from app.item where company_id = $1 and code = 'BAR'", [
      tx.companyId,
    ]);
    const places = await query<{ id: string; kind: "opening" | "storage" }>(
      tx,
      "select id, kind from app.place where company_id = $1 and kind in ('opening', 'storage')",
      [tx.companyId],
    );
    const end = (kind: "opening" | "storage") => ({
      ...{ companyId: tx.companyId, itemId: bar!.id, accountRole: "rawMaterials" as const, placeKind: kind },
      ...{ placeId: places.find((one) => one.kind === kind)!.id, quantity: decimal(1000) },
    });
    must(
      await moveStock(tx, [
        {
          id: newId(),
          kind: "opening",
          movedOn: TODAY,
          from: end("opening"),
          to: end("storage"),
          valueInYen: 100_000n,
        },
      ]),
    );
    const lines = [{ role: "rawMaterials", amountYen: 100_000n }];
    const opening = { companyId: tx.companyId, eventOn: TODAY, sourceKind: "opening", sourceId: newId() };
    must(await tell(tx, [{ kind: "opening", ...opening, lines } as never]));
  });
  return made;
}

async function entered(quantity = "90"): Promise<string> {
  const order = windowOrderShape.parse({
    partnerId: region.maker,
    lines: [{ item: "FR-1", quantity, wantedOn: "2026-12-28" }],
  });
  const outcome = must(await as(region.window, (tx) => enterWindowOrder(tx, order, TODAY)));
  if (!outcome.chainId) throw new Error(JSON.stringify(outcome.reasons));
  return outcome.chainId;
}
interface Order {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly state: string;
  readonly quantity: string;
  readonly due: string;
  readonly required: string;
  readonly issued: string;
  readonly there: string;
  readonly trade: string;
}
const orders = () =>
  as(region.window, (tx) =>
    query<Order>(
      tx,
      `select w.id, w.version, i.code, w.state, trim_scale(w.quantity)::text quantity, w.due_on due, trim_scale(m.required)::text required, trim_scale(m.issued)::text issued, trim_scale(m.free_issued)::text there, o.trade_id trade
        from app.work_order w join app.item i on i.company_id = w.company_id and i.id = w.item_id join app.work_order_material m on m.company_id = w.company_id and m.work_order_id = w.id
        join app.work_order_operation o on o.company_id = w.company_id and o.work_order_id = w.id and o.subcontract_partner_id is not null where w.company_id = $1 and w.chain_id = $2 order by i.code desc`,
      [region.window.id, chainId],
    ),
  );
/** The cutting's order, of which FR-S1 comes, and the plating's. */
const both = async () => {
  const [cutting, plating] = await orders();
  return { cutting: cutting!, plating: plating! };
};
const numbers = async () => (await orders()).map((one) => [one.code, one.state, one.quantity, one.required].join(" "));
const release = async ({ id }: Order) => {
  const [row] = await as(region.window, (tx) =>
    query<{ version: number }>(tx, "select version from app.work_order where company_id = $1 and id = $2", [
      tx.companyId,
      id,
    ]),
  );
  return must(await as(region.window, (tx) => releaseWorkOrder(tx, id, row!.version, TODAY)));
};
const propose = (more: Partial<ChainChangeInput["lines"][number]>) =>
  as(region.window, (tx) =>
    proposeChainChange(
      tx,
      chainId,
      { reason: "メーカーの都合", lines: [{ lineNumber: 1, isCancel: false, ...more }] },
      TODAY,
    ),
  );
/** Proposed, agreed to by all who are asked, applied. */
async function change(more: Partial<ChainChangeInput["lines"][number]>): Promise<void> {
  const { id, state } = must(await propose(more));
  if (state === "applied") return;
  for (const member of region.members)
    await as(member, (tx) => answerChange(tx, id, { agree: true, costYen: 0n, words: "" }));
  must(await as(region.window, (tx) => finishChange(tx, id, true, TODAY)));
}
/** A member sends pieces of a step and the window accepts them. */
async function delivered(member: TestCompany, tradeId: string, quantity: string): Promise<void> {
  const lines = [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }];
  const { deliveryId } = must(await as(member, (tx) => ship(tx, { shippedOn: TODAY, lines })));
  must(await as(region.window, (tx) => receive(tx, { deliveryId, receivedOn: TODAY })));
  const judged = { deliveryId, judgedOn: TODAY, lines: [{ lineNumber: 1, accepted: decimal(quantity) }] };
  must(await as(region.window, (tx) => judge(tx, judged)));
}
const document = async (id: string) => must(await as(region.window, (tx) => readWorkOrder(tx, id, TODAY)));
const stock = async (code: string) => {
  const [row] = await as(region.window, (tx) =>
    query<{ on_hand: string; kept: string; yen: string }>(
      tx,
      `select trim_scale(s.on_hand)::text on_hand, trim_scale(s.kept_elsewhere)::text kept, s.value_yen::text yen from app.item_stock s join app.item i on i.company_id = s.company_id and i.id = s.item_id where s.company_id = $1 and i.code = $2`,
      [region.window.id, code],
    ),
  );
  return row && [row.on_hand, row.kept, row.yen].join(" ");
};
const doctorFindsNothing = async () => {
  const { rows } = await region.world.databases.job.query(
    "select invariant, broken from guard.examine() where broken > 0",
  );
  expect(rows).toEqual([]);
};

beforeAll(async () => {
  wireReactions();
  region = await planted("1000");
  for (const company of [region.window, ...region.members]) await as(company, (tx) => firstPlan(tx, TODAY));
});
// Whatever a test did along the chain is in every company's plan, as planning anew would have it.
afterEach(() => expectPlansFollow(region.world.databases, TODAY));
afterAll(async () => {
  await doctorFindsNothing();
  await region.close();
});

describe("a change along a chain of processing", () => {
  beforeEach(async () => {
    chainId = await entered();
  });

  test("before release the operation says of whom it is ordered, and keeps that when a person moves its dates", async () => {
    const { plating } = await both();
    const seen = await document(plating.id);
    expect(seen.operations[0]!.outside).toMatchObject({ state: "confirmed", tradeId: plating.trade });
    expect(seen.operations[0]!.outside!.tradeNumber).toMatch(/^PO-/);
    const edit = { version: plating.version, startOn: TODAY, dueOn: "2026-12-24", lotCode: "", note: "急ぎ" };
    const more = await as(region.window, (tx) => editWorkOrder(tx, plating.id, { ...edit, quantity: decimal(95) }));
    expect(refusal(more)).toMatchObject({ code: "QUANTITY_ORDERED" });
    must(await as(region.window, (tx) => editWorkOrder(tx, plating.id, { ...edit, quantity: decimal(90) })));
    expect((await both()).plating).toMatchObject({ trade: plating.trade, due: "2026-12-24" });
  });

  test("of quantity reaches every order, its operations and its material", async () => {
    expect(await numbers()).toEqual(["FR-S1 planned 100 100", "FR-1 planned 90 100"]);
    await change({ newQuantity: "180" });
    expect(await numbers()).toEqual(["FR-S1 planned 200 200", "FR-1 planned 180 200"]);
    await change({ newQuantity: "45" });
    expect(await numbers()).toEqual(["FR-S1 planned 50 50", "FR-1 planned 45 50"]);
    const { operations } = await document((await both()).plating.id);
    expect(operations[0]!.plannedQuantity).toBe("50");
  });

  test("of the day moves what is due", async () => {
    await change({ newWantedOn: "2027-01-12" });
    const { cutting, plating } = await both();
    expect(plating.due).toBe("2027-01-12");
    expect(cutting.due > "2026-12-28" && cutting.due < plating.due).toBe(true);
  });

  test("smaller after the steel went out: what is too much stays there as own stock, is not in the cost, and comes back", async () => {
    const { cutting } = await both();
    expect((await release(cutting)).shortages).toEqual([]);
    await delivered(region.members[0]!, cutting.trade, "20");
    const before = await stock("BAR");
    await change({ newQuantity: "45" });
    expect((await both()).cutting).toMatchObject({ state: "started", quantity: "50", required: "50", there: "80" });
    expect(await stock("BAR")).toBe(before);
    await delivered(region.members[0]!, cutting.trade, "30");
    const done = (await both()).cutting;
    expect(done).toMatchObject({ state: "completed", issued: "50", there: "50" });
    // 50 bars of 100 yen and the fee of 300 each, not a yen of the 50 bars nobody cut
    const { costs, heldYen } = await document(cutting.id);
    const sum = (kind: string) =>
      costs.filter((one) => one.kind === kind).reduce((yen, one) => yen + BigInt(one.amountYen), 0n);
    expect([sum("material"), sum("outside"), sum("output"), heldYen]).toEqual([5_000n, 15_000n, -20_000n, "0"]);
    const back = { lineNumber: 1, quantity: decimal(50), on: TODAY };
    must(await as(region.window, (tx) => takeBackFromPartner(tx, cutting.id, back)));
    expect((await both()).cutting.there).toBe("0");
    expect((await stock("BAR"))?.split(" ")[1]).toBe("0");
  });

  test("larger after all had come in: the order goes on, and the rest of its steel is sent on demand", async () => {
    const { cutting } = await both();
    await release(cutting);
    await delivered(region.members[0]!, cutting.trade, "100");
    expect((await both()).cutting.state).toBe("completed");
    await change({ newQuantity: "180" });
    expect((await both()).cutting).toMatchObject({ state: "started", quantity: "200", required: "200", there: "0" });
    must(await as(region.window, (tx) => sendOutsideAgain(tx, cutting.id, 10, TODAY)));
    expect((await both()).cutting.there).toBe("100");
    await delivered(region.members[0]!, cutting.trade, "100");
    expect((await both()).cutting).toMatchObject({ state: "completed", issued: "200", there: "0" });
  });

  test("that calls the line off calls off the orders; the steel stays visible at the member and comes back", async () => {
    const { cutting, plating } = await both();
    await release(cutting);
    await change({ isCancel: true });
    expect(await numbers()).toEqual(["FR-S1 cancelled 100 100", "FR-1 cancelled 90 100"]);
    expect((await both()).cutting.there).toBe("100");
    const back = { lineNumber: 1, quantity: decimal(100), on: TODAY };
    must(await as(region.window, (tx) => takeBackFromPartner(tx, cutting.id, back)));
    expect((await both()).cutting.there).toBe("0");
    const refused = await as(region.window, (tx) => releaseWorkOrder(tx, plating.id, plating.version + 1, TODAY));
    expect(refusal(refused)).toMatchObject({ code: "WORK_ORDER_STATE" });
  });

  test("called off after the first step delivered: what is there stays stock, its order ends, the next is called off", async () => {
    const { cutting } = await both();
    await release(cutting);
    await delivered(region.members[0]!, cutting.trade, "30");
    const made = await stock("FR-S1");
    await change({ isCancel: true });
    expect(await numbers()).toEqual(["FR-S1 completed 30 30", "FR-1 cancelled 90 100"]);
    expect(await stock("FR-S1")).toBe(made);
    expect((await both()).cutting.there).toBe("70");
    const back = { lineNumber: 1, quantity: decimal(70), on: TODAY };
    must(await as(region.window, (tx) => takeBackFromPartner(tx, cutting.id, back)));
  });

  test("pieces accepted before anybody released the order: their fee and steel are in it all the same", async () => {
    const { cutting } = await both();
    await delivered(region.members[0]!, cutting.trade, "100");
    expect((await both()).cutting).toMatchObject({ state: "completed", issued: "100", there: "0" });
    const { costs } = await document(cutting.id);
    expect(costs.map((one) => [one.kind, one.amountYen])).toEqual(
      expect.arrayContaining([
        ["material", "10000"],
        ["outside", "30000"],
      ]),
    );
  });
});

test("what own work has reported refuses the whole, before anybody is asked, and nothing has changed anywhere", async () => {
  const centerId = newId();
  await as(region.window, async (tx) => {
    await insertAll(tx, "work_center", [
      {
        ...{ company_id: tx.companyId, id: centerId, code: "MASK", name: "マスキング" },
        ...{ labor_yen_per_hour: "1200", machine_yen_per_hour: "0" },
      },
    ]);
    await insertAll(tx, "routing_operation", [
      {
        ...{ company_id: tx.companyId, id: newId(), item_id: region.itemId, operation_number: 5, name: "マスキング" },
        ...{ work_center_id: centerId, run_minutes_per_unit: "1" },
      },
    ]);
  });
  chainId = await entered();
  const { plating } = await both();
  await release(plating);
  const report = { operationNumber: 5, kind: "good", quantity: decimal(80), reportedOn: TODAY } as const;
  must(await as(region.window, (tx) => reportWork(tx, { workOrderId: plating.id, ...report })));
  const before = await numbers();
  expect(refusal(await propose({ newQuantity: "45" }))).toMatchObject({
    code: "WORK_REPORTED_ABOVE",
    values: { operation: "マスキング", reported: "80", quantity: "50" },
  });
  expect(await numbers()).toEqual(before);
  await change({ newQuantity: "81" });
  expect(await numbers()).toEqual(["FR-S1 planned 90 90", "FR-1 started 81 90"]);
});

describe("a step asked for again", () => {
  let spare: TestCompany;
  let outer: Region;
  beforeAll(async () => {
    outer = region;
    region = await planted("10");
    spare = await region.world.company("予備切削");
    await region.world.databases.auth.query("select guard.join_group($1, $2, '予備切削', '{切削}')", [
      region.groupId,
      spare.id,
    ]);
    await as(spare, async (tx) => {
      await plantPlaces(tx);
      await openBooks(tx, "2026-12-01", 3);
    });
    const sold = await as(spare, (tx) => plantItems(tx, [{ code: "FR-1-1", category: "processing" }]));
    const [bought] = await as(region.window, (tx) =>
      query<{ id: string }>(tx, "select id from app.item where company_id = $1 and code = 'FR-1-1'", [tx.companyId]),
    );
    await plantAgreement(region.world, spare, region.window, [
      {
        ...{ code: "FR-1-1", sellerItemId: sold["FR-1-1"]!, buyerItemId: bought!.id, unitPrice: "310" },
        ...{ standingQuantity: "1000", leadTimeDays: 2, form: "processing" },
      },
    ]);
  });
  afterAll(async () => {
    await doctorFindsNothing();
    await region.close();
    region = outer;
  });
  const decline = (tradeId: string) =>
    as(region.members[0]!, (tx) =>
      moveLines(tx, {
        ...{ tradeId, today: TODAY },
        lines: [{ lineNumber: 1, seen: "placed", to: "declined", reason: "炉の故障" }],
      }),
    );
  const again = (memberId: string) =>
    as(region.window, (tx) =>
      askAgain(tx, chainId, { lineNumber: 1, stepNumber: 10, part: 1, memberId, wantedOn: "2026-12-18" }, TODAY),
    );

  test("before release: the operation is ordered of the other member, who gets the steel", async () => {
    chainId = await entered();
    const { cutting } = await both();
    must(await decline(cutting.trade));
    const released = await as(region.window, (tx) => releaseWorkOrder(tx, cutting.id, cutting.version, TODAY));
    expect(refusal(released)).toMatchObject({ code: "OUTSIDE_ORDER_ENDED" });
    const { tradeId } = must(await again(spare.id));
    expect((await both()).cutting.trade).toBe(tradeId);
    expect((await release(cutting)).outsideOrders).toMatchObject([{ tradeId, state: "confirmed" }]);
    const { operations } = await document(cutting.id);
    expect(operations[0]!.outside).toMatchObject({ partnerName: "予備切削", state: "confirmed" });
    await delivered(spare, tradeId, "100");
    expect((await both()).cutting).toMatchObject({ state: "completed", issued: "100", there: "0" });
  });

  test("after release: the same member keeps its steel; another one gets it only after it came back", async () => {
    chainId = await entered();
    const { cutting } = await both();
    await release(cutting);
    expect((await both()).cutting.there).toBe("100");
    must(await decline(cutting.trade));
    const same = must(await again(region.members[0]!.id));
    expect((await both()).cutting).toMatchObject({ trade: same.tradeId, there: "100" });
    must(await decline(same.tradeId));
    expect(refusal(await again(spare.id))).toMatchObject({
      code: "MATERIAL_AT_MEMBER",
      values: { item: "BAR", quantity: "100" },
    });
    expect((await both()).cutting.trade).toBe(same.tradeId);
    const back = { lineNumber: 1, quantity: decimal(100), on: TODAY };
    must(await as(region.window, (tx) => takeBackFromPartner(tx, cutting.id, back)));
    const other = must(await again(spare.id));
    expect((await both()).cutting.trade).toBe(other.tradeId);
    must(await as(region.window, (tx) => sendOutsideAgain(tx, cutting.id, 10, TODAY)));
    await delivered(spare, other.tradeId, "100");
    expect((await both()).cutting).toMatchObject({ state: "completed", issued: "100", there: "0" });
  });
});
