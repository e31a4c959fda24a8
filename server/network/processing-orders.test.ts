import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { windowOrderShape } from "../../domain/network/index.ts";
import { query } from "../platform/db/index.ts";
import { releaseWorkOrder } from "../production/index.ts";
import { dispatchOrder, previewDispatch } from "./dispatch.service.ts";
import { previewAnswer } from "./preview-answer.ts";
import { createRegion, plantGoods, type Region } from "./region.fixture.ts";
import { enterWindowOrder } from "./window-order.service.ts";

const TODAY = "2026-12-01";
const STEPS = [
  { process: "切削", yield: "0.98", leadTimeDays: 2, price: "300" },
  { process: "熱処理", leadTimeDays: 3, price: "120" },
  { process: "めっき", yield: "0.9", leadTimeDays: 4, price: "90" },
] as const;

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
    region = await createRegion({ form: "processing", steps: STEPS, withoutMasters: true });
  });
  afterAll(() => region.close());

  test("a window that knows nothing of what comes out of a step hears it at the line, and nothing goes out", async () => {
    const order = await enter(region, "automatic");
    expect(order).toMatchObject({ tradeCount: 0, chainId: null });
    expect(order.reasons).toEqual([
      { lineNumber: 1, code: "STEP_GIVES_NOTHING", values: { step: 30, item: "FR-1-3" } },
    ]);
    const preview = await region.world.as(region.window, async (tx) => {
      const seen = await previewDispatch(tx, order.tradeId, { byHand: [] }, TODAY);
      return seen.ok ? previewAnswer(tx, seen.value) : undefined;
    });
    expect(preview).toMatchObject({ state: "impossible", lines: [{ problems: [{ code: "STEP_GIVES_NOTHING" }] }] });
    const sent = await region.world.as(region.window, (tx) => dispatchOrder(tx, order.tradeId, { byHand: [] }, TODAY));
    expect(sent.ok ? "" : sent.refusals).toMatchObject([{ code: "STEP_GIVES_NOTHING", field: "lines.0" }]);
    expect(await bought(region)).toEqual([]);
  });

  test.each(["automatic", "never"] as const)(
    "one for each step, dispatched by rule or by hand (%s)",
    async (dispatch) => {
      if (dispatch === "automatic") await plantGoods(region, STEPS);
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
        ["FR-S1", "100", null],
        ["FR-S2", "100", null],
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
    expect(after).toHaveLength(6);
    for (const line of after) expect(line).toMatchObject({ purpose: "outside_processing", orders: 1 });
  });
});
