import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { windowOrderShape } from "../../domain/network/index.ts";
import { plantItems } from "../../tests/support/world.ts";
import { insertAll, query } from "../platform/db/index.ts";
import { newId } from "../platform/index.ts";
import { releaseWorkOrder } from "../production/index.ts";
import { dispatchOrder } from "./dispatch.service.ts";
import { createRegion, type Region } from "./region.fixture.ts";
import { enterWindowOrder } from "./window-order.service.ts";

const TODAY = "2026-12-01";
const STEPS = [
  { process: "切削", yield: "0.98", leadTimeDays: 2, price: "300" },
  { process: "熱処理", leadTimeDays: 3, price: "120" },
  { process: "めっき", yield: "0.9", leadTimeDays: 4, price: "90" },
] as const;

/** In processing the window owns the goods: what comes out of each step is an item of its own, made out of house of what came before. */
async function plantGoods(region: Region): Promise<void> {
  const { world, window } = region;
  await world.admin.query("update app.item set supply = 'subcontract' where company_id = $1 and code = 'FR-1'", [
    window.id,
  ]);
  await world.as(window, async (tx) => {
    const goods = await plantItems(tx, [
      { code: "BAR", category: "material", supply: "buy" },
      { code: "FR-CUT", category: "stage", supply: "subcontract" },
      { code: "FR-HARD", category: "stage", supply: "subcontract" },
    ]);
    const known = await query<{ id: string; code: string }>(tx, "select id, code from app.item where company_id = $1", [
      window.id,
    ]);
    const id = (code: string) => known.find((one) => one.code === code)!.id;
    const made = [
      ["FR-CUT", "BAR", 0],
      ["FR-HARD", "FR-CUT", 1],
      ["FR-1", "FR-HARD", 2],
    ] as const;
    for (const [output, input, at] of made) {
      const [partner] = await query<{ id: string }>(
        tx,
        "select id from app.partner where company_id = $1 and linked_company_id = $2",
        [window.id, region.members[at]!.id],
      );
      await insertAll(tx, "routing_operation", [
        {
          ...{ company_id: window.id, id: newId(), item_id: id(output), operation_number: 10 },
          ...{ name: STEPS[at].process, work_center_id: null, yield: at === 2 ? "0.9" : at === 0 ? "0.98" : "1" },
          ...{ subcontract_partner_id: partner!.id, subcontract_item_id: id(`FR-1-${at + 1}`) },
          subcontract_lead_time_days: STEPS[at].leadTimeDays,
        },
      ]);
      await insertAll(tx, "bill_of_material_line", [
        {
          ...{ company_id: window.id, id: newId(), parent_item_id: id(output), component_item_id: id(input) },
          ...{ quantity: "1", operation_number: 10 },
        },
      ]);
    }
    expect(Object.keys(goods)).toHaveLength(3);
  });
}

const enter = async (region: Region, dispatch: "automatic" | "never") => {
  const order = windowOrderShape.parse({
    ...{ partnerId: region.maker, dispatch },
    lines: [{ item: "FR-1", quantity: "90", wantedOn: "2026-12-28" }],
  });
  const outcome = await region.world.as(region.window, (tx) => enterWindowOrder(tx, order, TODAY));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
};
const workOrders = (region: Region, chainId: string) =>
  region.world.as(region.window, (tx) =>
    query<{ id: string; version: number; code: string; quantity: string; trade_id: string | null }>(
      tx,
      `select w.id, w.version, i.code, trim_scale(w.quantity)::text quantity, w.trade_id from app.work_order w join app.item i on i.company_id = w.company_id and i.id = w.item_id
        where w.company_id = $1 and w.chain_id = $2 order by i.code`,
      [region.window.id, chainId],
    ),
  );
const bought = (region: Region) =>
  region.world.as(region.window, (tx) =>
    query<{ code: string; quantity: string; purpose: string; orders: number }>(
      tx,
      `select l.code, trim_scale(l.quantity)::text quantity, l.purpose, (select count(*)::int from app.work_order_operation o where o.company_id = $1 and o.trade_id = l.trade_id and o.trade_line_number = l.line_number) orders
        from app.trade_line_face l where l.company_id = $1 and l.side = 'B' order by l.code, l.trade_id`,
      [region.window.id],
    ),
  );

describe("a chain of processing and the window's work orders", () => {
  let region: Region;
  beforeAll(async () => {
    region = await createRegion({ form: "processing", steps: STEPS });
  });
  afterAll(() => region.close());

  test("a window that knows nothing of what comes out of the steps gets none; the order goes out all the same", async () => {
    const order = await enter(region, "automatic");
    expect(order.tradeCount).toBe(3);
    expect(await workOrders(region, order.chainId!)).toEqual([]);
  });

  test.each(["automatic", "never"] as const)(
    "one for each step, dispatched by rule or by hand (%s)",
    async (dispatch) => {
      if (dispatch === "automatic") await plantGoods(region);
      const order = await enter(region, dispatch);
      let chainId = order.chainId;
      if (dispatch === "never") {
        const done = await region.world.as(region.window, (tx) =>
          dispatchOrder(tx, order.tradeId, { byHand: [] }, TODAY),
        );
        if (!done.ok) throw new Error(JSON.stringify(done.refusals));
        chainId = done.value.chainId;
      }
      // 90 plated of 100 hardened, which are cut of 103 bars.
      expect(
        (await workOrders(region, chainId!)).map(({ code, quantity, trade_id }) => [code, quantity, trade_id]),
      ).toEqual([
        ["FR-1", "90", order.tradeId],
        ["FR-CUT", "100", null],
        ["FR-HARD", "100", null],
      ]);
    },
  );

  test("released, each takes over the order its member has already, and orders nothing twice", async () => {
    const before = await bought(region);
    const [chain] = await region.world.as(region.window, (tx) =>
      query<{ id: string }>(
        tx,
        "select chain_id id from app.work_order where company_id = $1 order by number desc limit 1",
        [region.window.id],
      ),
    );
    for (const { id, version } of await workOrders(region, chain!.id)) {
      const released = await region.world.as(region.window, (tx) => releaseWorkOrder(tx, id, version, TODAY));
      if (!released.ok) throw new Error(JSON.stringify(released.refusals));
      expect(released.value.outsideOrders).toMatchObject([{ state: "confirmed" }]);
    }
    const after = await bought(region);
    expect(after.map(({ code, quantity }) => [code, quantity])).toEqual(
      before.map(({ code, quantity }) => [code, quantity]),
    );
    expect(after.filter((line) => line.orders > 0).map(({ code, purpose, orders }) => [code, purpose, orders])).toEqual(
      [
        ["FR-1-1", "outside_processing", 1],
        ["FR-1-2", "outside_processing", 1],
        ["FR-1-3", "outside_processing", 1],
      ],
    );
  });
});
