import { afterAll, beforeAll, expect, test } from "vitest";
import { windowOrderShape } from "../../domain/network/index.ts";
import { decimal } from "../../domain/shared/index.ts";
import { openBooks } from "../../server/accounting/index.ts";
import { wireReactions } from "../../server/app.ts";
import { openStock } from "../../server/inventory/index.ts";
import { readChain } from "../../server/network/chain.service.ts";
import { listWaitingOrders } from "../../server/network/chain.store.ts";
import {
  answerChange,
  finishChange,
  planChainChange,
  proposeChainChange,
} from "../../server/network/chain-change.service.ts";
import { dispatchOrder, previewDispatch } from "../../server/network/dispatch.service.ts";
import { listStuckSteps } from "../../server/network/follow-chain.store.ts";
import { previewAnswer } from "../../server/network/preview-answer.ts";
import { createRegion, type Region } from "../../server/network/region.fixture.ts";
import { enterWindowOrder } from "../../server/network/window-order.service.ts";
import { query } from "../../server/platform/db/index.ts";
import { examine } from "../../server/platform/doctor/index.ts";
import { moveLines, ship } from "../../server/trade/index.ts";
import { keepPlans } from "../support/kept-plans.ts";

/** A window with frames in its own store takes them before it orders the rest from its members. */
const TODAY = "2026-12-01";
let region: Region;

beforeAll(async () => {
  wireReactions();
  region = await createRegion({
    standingQuantity: "75",
    steps: [
      { process: "溶接", leadTimeDays: 2, yield: "0.95", price: "500" },
      { process: "塗装", leadTimeDays: 2, yield: "0.9", price: "800" },
    ],
  });
  await region.world.as(region.window, (tx) => openBooks(tx, "2026-10-01", 6));
  const opened = await region.world.as(region.window, async (tx) => {
    const [place] = await query<{ id: string }>(
      tx,
      "select id from app.place where company_id = $1 and kind = 'storage' order by code limit 1",
      [region.window.id],
    );
    return openStock(tx, TODAY, [{ item: "FR-1", quantity: "50", placeId: place!.id, valueYen: 40_000n }]);
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusals));
});
keepPlans(() => region.world, TODAY);
afterAll(() => region.close());

async function order(quantity: string): Promise<string> {
  const input = windowOrderShape.parse({
    partnerId: region.maker,
    dispatch: "never",
    lines: [{ item: "FR-1", quantity, wantedOn: "2026-12-18" }],
  });
  const entered = await region.world.as(region.window, (tx) => enterWindowOrder(tx, input, TODAY));
  if (!entered.ok) throw new Error(JSON.stringify(entered.refusals));
  return entered.value.tradeId;
}
const take = (quantity: string) => ({ byHand: [], fromStock: [{ lineNumber: 1, quantity }] });
const preview = (tradeId: string, quantity?: string) =>
  region.world.as(region.window, async (tx) => {
    const seen = await previewDispatch(tx, tradeId, quantity ? take(quantity) : { byHand: [] }, TODAY);
    return seen.ok ? previewAnswer(tx, seen.value) : seen.refusals[0].code;
  });
const send = async (tradeId: string, quantity: string) => {
  const done = await region.world.as(region.window, (tx) => dispatchOrder(tx, tradeId, take(quantity), TODAY));
  return done.ok ? done.value : done.refusals[0].code;
};
const standing = (tradeId: string) =>
  region.world.as(region.window, async (tx) => {
    const [row] = await query<Record<string, string>>(
      tx,
      `select l.state, l.promised_on::text promised, (select string_agg(trim_scale(r.allocated) || ' of ' || trim_scale(r.quantity) || ' ' || r.state, ',') from app.reservation r where r.company_id = $1 and r.trade_id = $2) reserved,
          (select trim_scale(s.reserved)::text from app.item_stock s where s.company_id = $1 and s.item_id = $3) "allReserved"
        from app.trade_line_face l where l.company_id = $1 and l.trade_id = $2`,
      [region.window.id, tradeId, region.itemId],
    );
    return row;
  });
const made = (chainId: string) =>
  region.world.as(region.window, async (tx) =>
    (
      await query<{ quantity: string }>(
        tx,
        "select trim_scale(quantity)::text quantity from app.chain_step where chain_id = $1 order by step_number",
        [chainId],
      )
    ).map((row) => row.quantity),
  );

let first: { tradeId: string; chainId: string };

test("the pre-check shows what stands ready, and reckons the steps from what is left", async () => {
  const tradeId = await order("90");
  expect(await preview(tradeId)).toMatchObject({
    lines: [{ stock: { free: "50", onHand: "50", reserved: "0", taken: "0", made: "90" } }],
  });
  // 60 to make: 60 ÷ 0.9 is 66.7, so 67 come from the step before.
  expect(await preview(tradeId, "30")).toMatchObject({
    state: "ready",
    lines: [{ stock: { taken: "30", made: "60" }, steps: [{ quantity: "67" }, { quantity: "60" }] }],
  });
  expect(await preview(tradeId, "51")).toBe("STOCK_NOT_FREE");
  expect(await preview(tradeId, "91")).toBe("STOCK_NOT_FREE");
  first = { tradeId, chainId: "" };
});

test("a dispatch promises what it takes and orders the rest; nobody else can take the same pieces, and no member learns of them", async () => {
  const sent = await send(first.tradeId, "30");
  if (typeof sent === "string") throw new Error(sent);
  first = { ...first, chainId: sent.chainId };
  expect(await made(sent.chainId)).toEqual(["67", "60"]);
  expect(await standing(first.tradeId)).toEqual({
    state: "confirmed",
    promised: "2026-12-18",
    reserved: "30 of 90 open",
    allReserved: "30",
  });
  const chain = await region.world.as(region.window, (tx) => readChain(tx, sent.chainId, TODAY));
  expect(chain.ok && chain.value.lines[0]?.fromStock).toBe("30");
  const other = await order("40");
  expect(await preview(other)).toMatchObject({ lines: [{ stock: { free: "20", reserved: "30" } }] });
  expect(await send(other, "21")).toBe("STOCK_NOT_FREE");
  for (const member of region.members) {
    const rows = await region.world.as(member, (tx) => query(tx, "select 1 from app.chain_stock"));
    expect(rows).toEqual([]);
    const seen = await region.world.as(member, (tx) => readChain(tx, sent.chainId, TODAY));
    expect(seen.ok && seen.value.lines[0]?.fromStock).toBeNull();
    const written = region.world.as(member, (tx) => query(tx, "update app.chain_stock set quantity = 0 returning 1"));
    expect(await written).toEqual([]);
  }
});

test("a line that stock covers asks nobody: no trade, confirmed at once, and it ships from the store", async () => {
  const tradeId = await order("20");
  const sent = await send(tradeId, "20");
  if (typeof sent === "string") throw new Error(sent);
  expect(sent).toMatchObject({ tradeCount: 0, stepCount: 0, waitingCount: 0, promisedOn: "2026-12-18" });
  expect(await standing(tradeId)).toMatchObject({ state: "confirmed", reserved: "20 of 20 open", allReserved: "50" });
  const waiting = await region.world.as(region.window, (tx) => listWaitingOrders(tx, null, 50));
  expect(waiting.map((row) => row.tradeId)).not.toContain(tradeId);
  expect(await send(tradeId, "0")).toBe("NOTHING_TO_DISPATCH");
  const chain = await region.world.as(region.window, (tx) => readChain(tx, sent.chainId, TODAY));
  expect(chain.ok && [chain.value.state, chain.value.lines[0]?.fromStock]).toEqual(["running", "20"]);
  const shipped = await region.world.as(region.window, (tx) =>
    ship(tx, { shippedOn: TODAY, lines: [{ tradeId, lineNumber: 1, quantity: decimal(20) }] }),
  );
  expect(shipped.ok).toBe(true);
  expect(await standing(tradeId)).toMatchObject({ reserved: "0 of 0 done", allReserved: "30" });
});

test("a change along the chain leaves what was taken out of the steps; below it, the stock is free again", async () => {
  const change = (newQuantity: string) => ({ reason: "", lines: [{ lineNumber: 1, isCancel: false, newQuantity }] });
  const more = await region.world.as(region.window, (tx) => proposeChainChange(tx, first.chainId, change("95"), TODAY));
  expect(more.ok && more.value.state).toBe("applied");
  expect(await made(first.chainId)).toEqual(["73", "65"]);
  expect(await standing(first.tradeId)).toMatchObject({ reserved: "30 of 95 open", allReserved: "30" });
  const less = await region.world.as(region.window, (tx) => planChainChange(tx, first.chainId, change("25"), TODAY));
  expect(less.ok && less.value.steps.map((step) => step.isCancel)).toEqual([true, true]);
});

test("where members have still to answer, what was taken is promised already and the rest joins it in one reservation", async () => {
  const tradeId = await order("110");
  const sent = await send(tradeId, "0");
  expect(sent).toMatchObject({ waitingCount: 2 });
  const again = await order("100");
  // The stock of the shipped order is gone: 30 of 30 are promised to the first.
  expect(await send(again, "1")).toBe("STOCK_NOT_FREE");
  const released = await region.world.as(region.window, (tx) =>
    proposeChainChange(tx, first.chainId, { reason: "", lines: [{ lineNumber: 1, isCancel: true }] }, TODAY),
  );
  if (!released.ok) throw new Error(JSON.stringify(released.refusals));
  const { id } = released.value;
  for (const member of region.members)
    await region.world.as(member, (tx) => answerChange(tx, id, { agree: true, costYen: 0n, words: "" }));
  const done = await region.world.as(region.window, (tx) => finishChange(tx, id, true, TODAY));
  expect(done.ok).toBe(true);
  expect(await standing(first.tradeId)).toMatchObject({ state: "cancelled", allReserved: "0" });
  const taken = await send(again, "10");
  if (typeof taken === "string") throw new Error(taken);
  expect(await standing(again)).toMatchObject({ state: "placed", reserved: "10 of 10 open", allReserved: "10" });
  for (const member of region.members) {
    const trades = await region.world.as(member, (tx) =>
      query<{ trade_id: string }>(
        tx,
        "select distinct trade_id from app.trade_line_face where company_id = $1 and side = 'S' and state = 'placed' and trade_id in (select id from app.trade where chain_id = $2)",
        [member.id, taken.chainId],
      ),
    );
    for (const { trade_id: tradeId } of trades) {
      const line = { lineNumber: 1, seen: "placed", to: "confirmed" } as const;
      const moved = await region.world.as(member, (tx) => moveLines(tx, { tradeId, today: TODAY, lines: [line] }));
      expect(moved.ok).toBe(true);
    }
  }
  expect(await standing(again)).toMatchObject({ state: "confirmed", reserved: "10 of 100 open", allReserved: "10" });
});

const change = (chainId: string, line: { newQuantity?: string; newWantedOn?: string; isCancel?: boolean }) =>
  region.world.as(region.window, async (tx) => {
    const lines = [{ lineNumber: 1, isCancel: false, ...line }];
    const done = await proposeChainChange(tx, chainId, { reason: "", lines }, TODAY);
    return done.ok ? done.value : done.refusals[0].code;
  });
async function agreed(chainId: string, line: Parameters<typeof change>[1]): Promise<void> {
  const proposed = await change(chainId, line);
  if (typeof proposed === "string") throw new Error(proposed);
  if (proposed.state === "applied") return;
  for (const member of region.members)
    await region.world.as(member, (tx) => answerChange(tx, proposed.id, { agree: true, costYen: 0n, words: "" }));
  const done = await region.world.as(region.window, (tx) => finishChange(tx, proposed.id, true, TODAY));
  if (!done.ok) throw new Error(JSON.stringify(done.refusals));
}
const stuck = () =>
  region.world.as(region.window, async (tx) => {
    const page = await listStuckSteps(tx, [], { limit: 50 });
    return page.ok ? page.value.rows.map((row) => row.chainNumber) : [];
  });
const free = async () =>
  region.world.as(region.window, async (tx) => {
    const [row] = await query<{ free: string; isOver: boolean }>(
      tx,
      `select trim_scale(on_hand - kept_elsewhere - reserved)::text free, reserved > on_hand "isOver" from app.item_stock where company_id = $1 and item_id = $2`,
      [region.window.id, region.itemId],
    );
    return row!;
  });

test("cut below what was taken, a line waits for nobody and nothing is stuck; raised again, it says what to do", async () => {
  const tradeId = await order("60");
  const sent = await send(tradeId, "5");
  if (typeof sent === "string") throw new Error(sent);
  const before = await free();
  await agreed(sent.chainId, { newQuantity: "4" });
  expect(await standing(tradeId)).toMatchObject({ state: "confirmed", reserved: "4 of 4 open" });
  expect((await free()).free).toBe(String(Number(before.free) + 1));
  expect(await stuck()).toEqual([]);
  expect(await change(sent.chainId, { newQuantity: "5" })).toBe("LINE_FROM_STOCK");
  expect(await change(sent.chainId, { newQuantity: "3" })).toMatchObject({ state: "applied", askedCount: 0 });
  expect(await change(sent.chainId, { newWantedOn: "2026-12-25" })).toMatchObject({ state: "applied" });
  expect(await standing(tradeId)).toMatchObject({ promised: "2026-12-25", reserved: "3 of 3 open" });
  expect(await change(sent.chainId, { isCancel: true })).toMatchObject({ state: "applied" });
  expect(await standing(tradeId)).toMatchObject({ state: "cancelled" });
  expect((await free()).free).toBe(String(Number(before.free) + 5));
});

test("a line that waited for its members is confirmed when it is cut to what stock covers", async () => {
  const tradeId = await order("100");
  const sent = await send(tradeId, "5");
  if (typeof sent === "string") throw new Error(sent);
  expect(sent.waitingCount).toBe(2);
  expect(await standing(tradeId)).toMatchObject({ state: "placed" });
  await agreed(sent.chainId, { newQuantity: "5" });
  expect(await standing(tradeId)).toMatchObject({
    state: "confirmed",
    promised: "2026-12-18",
    reserved: "5 of 5 open",
  });
  expect(await stuck()).toEqual([]);
  await agreed(sent.chainId, { isCancel: true });
});

test("a line stock covers needs no rule", async () => {
  const rules = (isActive: boolean) =>
    region.world.admin.query("update app.dispatch_rule set is_active = $1 where id = $2", [isActive, region.ruleId]);
  await rules(false);
  try {
    const tradeId = await order("6");
    expect(await preview(tradeId)).toMatchObject({ state: "impossible", lines: [{ problems: [{ code: "NO_RULE" }] }] });
    expect(await preview(tradeId, "6")).toMatchObject({
      state: "ready",
      lines: [{ rule: null, problems: [], steps: [] }],
    });
    expect(await send(tradeId, "5")).toBe("NO_RULE");
    const sent = await send(tradeId, "6");
    if (typeof sent === "string") throw new Error(sent);
    expect(await standing(tradeId)).toMatchObject({ state: "confirmed", reserved: "6 of 6 open" });
    // Covered from the beginning, it is changed and called off as any other.
    expect(await change(sent.chainId, { newQuantity: "7" })).toBe("LINE_FROM_STOCK");
    await agreed(sent.chainId, { isCancel: true });
    expect(await standing(tradeId)).toMatchObject({ state: "cancelled" });
  } finally {
    await rules(true);
  }
});

test("many dispatches at the same moment never promise a piece twice", async () => {
  const { free: there } = await free();
  const share = Math.floor(Number(there) / 3);
  const orders = [];
  for (let n = 0; n < 6; n++) orders.push(await order("30"));
  const ends = await Promise.all(orders.map((tradeId) => send(tradeId, String(share))));
  const done = ends.filter((end) => typeof end !== "string");
  expect([done.length, new Set(ends.filter((end) => typeof end === "string"))]).toEqual([
    3,
    new Set(["STOCK_NOT_FREE"]),
  ]);
  expect(await free()).toEqual({ free: String(Number(there) - 3 * share), isOver: false });
  // One order, sent twice at the same moment: once.
  for (const end of done) if (typeof end !== "string") await agreed(end.chainId, { isCancel: true });
  const twice = await order("20");
  const both = await Promise.all([1, 2].map(() => send(twice, "2")));
  expect(both.filter((end) => typeof end !== "string")).toHaveLength(1);
  expect((await free()).free).toBe(String(Number(there) - 2));
  const { findings } = await examine(region.world.database.job);
  expect(findings.filter((finding) => finding.broken > 0)).toEqual([]);
});
