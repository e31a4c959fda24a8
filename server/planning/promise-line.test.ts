import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { createWorld, plantAgreement, plantItems, type TestCompany, type World } from "../../tests/support/world.ts";
import { query } from "../platform/db/index.ts";
import { createWorkOrders, movePromisedWork } from "../production/index.ts";
import { placeTrade } from "../trade/index.ts";
import { done, type Factory, factoriesIn, TODAY } from "./factory.fixture.ts";
import { answerPromise, holdPromise } from "./promise.service.ts";
import { withCurrentState } from "./promise-cache.ts";
import { attachPromise, linesForPromise, promisesForOrder } from "./promise-line.service.ts";
import { buildState } from "./promise-state.service.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const { plantMaker } = factoriesIn(() => world);

/** A shop that makes frames, an hour each on its one machine of eight hours, and a customer on the platform that orders them itself. */
interface Pair {
  readonly shop: Factory;
  readonly buyer: TestCompany;
  /** The shop's card of the buyer, and the buyer's of the shop. */
  readonly customer: string;
  readonly supplier: string;
}

async function plantPair(name: string, standingQuantity?: string): Promise<Pair> {
  const shop = await plantMaker(name, {
    made: [{ code: "FRAME" }, { code: "STAND" }],
    bought: [{ code: "TUBE", lead_time_days: 10 }],
    structure: [
      ["FRAME", "TUBE", "2"],
      ["STAND", "TUBE", "1"],
    ],
    workCenter: { name: "溶接", minutes_per_day: 480 },
    routed: ["FRAME", "STAND"],
    operation: { run_minutes_per_unit: "60" },
  });
  await world.admin.query("insert into app.item_stock (company_id, item_id, on_hand) values ($1, $2, 1000)", [
    shop.company.id,
    shop.items["TUBE"],
  ]);
  const buyer = await world.company(`${name}の得意先`);
  const bought = await world.as(buyer, (tx) =>
    plantItems(tx, [
      { code: "FRAME", category: "part", supply: "buy" },
      { code: "STAND", category: "part", supply: "buy" },
    ]),
  );
  const agreed = await plantAgreement(
    world,
    shop.company,
    buyer,
    ["FRAME", "STAND"].map((code) => ({
      code,
      sellerItemId: shop.items[code]!,
      buyerItemId: bought[code]!,
      unitPrice: "5000",
      ...(standingQuantity !== undefined && { standingQuantity }),
    })),
  );
  return { shop, buyer, customer: agreed.sellerPartnerId, supplier: agreed.buyerPartnerId };
}

const hold = (
  { shop, customer }: Pair,
  quantity: number,
  more: { item?: string; partnerId?: string | null; nowMs?: number } = {},
) =>
  world.as(shop.company, async (tx) =>
    done(
      await holdPromise(
        tx,
        {
          itemId: shop.items[more.item ?? "FRAME"]!,
          quantity: decimal(quantity),
          wantedOn: TODAY,
          partnerId: more.partnerId === undefined ? customer : more.partnerId,
          hours: 48,
          latestOn: null,
        },
        TODAY,
        more.nowMs ?? Date.now(),
      ),
    ),
  );

/** The customer orders: it arrives at the shop in the same transaction. @returns the trade */
const order = ({ buyer, supplier }: Pair, lines: readonly { item: string; quantity: number; wantedOn: string }[]) =>
  world.as(buyer, async (tx) => {
    const asked = lines.map((line) => ({ ...line, quantity: decimal(line.quantity) }));
    const placed = { side: "B", partnerId: supplier, firstState: "placed", orderedOn: TODAY, lines: asked } as const;
    return done(await placeTrade(tx, placed)).tradeId;
  });

const attach = ({ shop }: Pair, id: string, tradeId: string, lineNumber = 1) =>
  world.as(shop.company, (tx) => attachPromise(tx, id, { tradeId, lineNumber }, TODAY));

/** What is kept in memory and what a fresh reading finds are the same, and what is held adds up. */
async function expectSound({ shop }: Pair): Promise<void> {
  const seen = (known: Awaited<ReturnType<typeof buildState>>) => [
    known.state.items.map((one) => [one.record.code, [...one.supply.day], [...one.supply.free]]),
    known.state.centers.map((one) => [one.code, [...one.free]]),
  ];
  const [kept, fresh] = await world.as(shop.company, async (tx) => [
    await withCurrentState(tx, TODAY, null, seen),
    seen(await buildState(tx, TODAY, new Map())),
  ]);
  expect(kept).toEqual(fresh);
  const { rows } = await world.databases.job.query("select broken from guard.examine_promises()");
  expect(rows[0]!.broken).toBe(0n);
}

const earliest = ({ shop }: Pair, quantity: number) =>
  world.as(shop.company, async (tx) => {
    const asked = { itemId: shop.items["FRAME"]!, quantity: decimal(quantity), wantedOn: TODAY };
    return done(await answerPromise(tx, asked, TODAY)).readyOn;
  });

describe("a held date is attached to the order that arrives", () => {
  test("held on the phone, ordered through the platform: accepted as it stands, its work ordered, its hours taken once", async () => {
    const pair = await plantPair("充当工業");
    const promise = await hold(pair, 12);
    expect(promise.promisedOn).toBe("2026-04-02");
    const before = await world.as(pair.shop.company, (tx) => linesForPromise(tx, promise.id, null));
    expect(before).toMatchObject({ value: { isLinked: true, rows: [] } });
    const tradeId = await order(pair, [{ item: "FRAME", quantity: 12, wantedOn: "2026-04-10" }]);
    const offered = await world.as(pair.shop.company, (tx) => promisesForOrder(tx, tradeId));
    expect(offered).toMatchObject({
      isLinked: true,
      rows: [{ number: promise.number, lineNumber: 1, state: "placed", wantedOn: "2026-04-10" }],
    });
    expect((await world.as(pair.buyer, (tx) => promisesForOrder(tx, tradeId))).rows).toEqual([]);

    const attached = done(await attach(pair, promise.id, tradeId));
    expect(attached.workOrders.length).toBe(1);
    const rows = await world.as(pair.shop.company, (tx) =>
      query(
        tx,
        "select trim_scale(w.quantity)::text quantity, w.trade_line_number, f.state, f.promised_on, p.state promise from app.work_order w join app.trade_line_face f on f.company_id = w.company_id and f.trade_id = w.trade_id and f.line_number = w.trade_line_number join app.promise_order o on o.company_id = w.company_id and o.work_order_id = w.id join app.promise p on p.company_id = w.company_id and p.id = o.promise_id where w.company_id = $1",
        [pair.shop.company.id],
      ),
    );
    // What the customer wanted is what it is told, not the day the plan could have kept.
    expect(rows).toEqual([
      { quantity: "12", trade_line_number: 1, state: "confirmed", promised_on: "2026-04-10", promise: "confirmed" },
    ]);
    const seen = await world.as(pair.buyer, (tx) =>
      query(tx, "select state, promised_on from app.trade_line_face where company_id = $1", [pair.buyer.id]),
    );
    expect(seen).toEqual([{ state: "confirmed", promised_on: "2026-04-10" }]);
    expect(await world.as(pair.buyer, (tx) => query(tx, "select from app.promise"))).toEqual([]);

    await expectSound(pair);
    // Twelve of the sixteen hours of two days are the order's: four more fit behind them, a fifth does not.
    expect(await earliest(pair, 4)).toBe("2026-04-02");
    expect(await earliest(pair, 5)).toBe("2026-04-03");
    expect(await attach(pair, promise.id, tradeId)).toMatchObject({ refusals: [{ code: "PROMISE_CONFIRMED" }] });
  });

  test("an order confirmed by a standing rule, held for nobody in particular, one line of two", async () => {
    const pair = await plantPair("定例工業", "100");
    const promise = await hold(pair, 8, { partnerId: null });
    const tradeId = await order(pair, [
      { item: "STAND", quantity: 3, wantedOn: "2026-04-20" },
      { item: "FRAME", quantity: 8, wantedOn: "2026-04-20" },
    ]);
    const asked = await world.as(pair.shop.company, (tx) => linesForPromise(tx, promise.id, null));
    expect(asked).toMatchObject({ refusals: [{ code: "PROMISE_NEEDS_PARTNER" }] });
    const found = await world.as(pair.shop.company, async (tx) =>
      done(await linesForPromise(tx, promise.id, pair.customer)),
    );
    expect(found.rows).toMatchObject([{ lineNumber: 2, state: "confirmed", misfit: null }]);
    done(await attach(pair, promise.id, tradeId, 2));
    const { rows } = await world.admin.query(
      "select trade_line_number line, quantity::float8 quantity from app.work_order where company_id = $1",
      [pair.shop.company.id],
    );
    expect(rows).toEqual([{ line: 2, quantity: 8 }]);
    await expectSound(pair);
  });

  test("work for another line of the order counts beside what the promise holds", async () => {
    const pair = await plantPair("別明細工業", "100");
    const promise = await hold(pair, 8);
    const tradeId = await order(pair, [
      { item: "FRAME", quantity: 8, wantedOn: "2026-04-20" },
      { item: "STAND", quantity: 8, wantedOn: "2026-04-20" },
    ]);
    done(await attach(pair, promise.id, tradeId));
    await world.as(pair.shop.company, async (tx) =>
      done(
        await createWorkOrders(
          tx,
          [
            {
              itemId: pair.shop.items["STAND"]!,
              quantity: decimal(8),
              startOn: "2026-04-02",
              dueOn: "2026-04-02",
              tradeId,
              tradeLineNumber: 2,
            },
          ],
          TODAY,
        ),
      ),
    );
    await expectSound(pair);
    // The first day is the promise's, the second the other line's.
    expect(await earliest(pair, 1)).toBe("2026-04-03");
    const { rows } = await world.admin.query(
      "select id from app.work_order where company_id = $1 and trade_line_number = 2",
      [pair.shop.company.id],
    );
    await world.as(pair.shop.company, (tx) => movePromisedWork(tx, [rows[0].id]));
    const states = await world.admin.query("select state from app.promise where id = $1", [promise.id]);
    expect(states.rows).toEqual([{ state: "confirmed" }]);
  });
});

describe("what a promise was not held for is refused", () => {
  test("another quantity with both figures, a day after the wanted one, another customer, an order that is not there", async () => {
    const pair = await plantPair("拒否工業");
    const other = await plantPair("隣の工業");
    const promise = await hold(pair, 12);
    const more = await order(pair, [{ item: "FRAME", quantity: 13, wantedOn: "2026-04-10" }]);
    const sooner = await order(pair, [{ item: "FRAME", quantity: 12, wantedOn: TODAY }]);
    const stands = await order(pair, [{ item: "STAND", quantity: 12, wantedOn: "2026-04-10" }]);
    const foreign = await order(other, [{ item: "FRAME", quantity: 12, wantedOn: "2026-04-10" }]);
    const cases = [
      [more, { code: "PROMISE_LINE_QUANTITY", values: { held: "12", ordered: "13" } }],
      [sooner, { code: "PROMISE_AFTER_WANTED", values: { promisedOn: "2026-04-02", wantedOn: TODAY } }],
      [stands, { code: "PROMISE_LINE_OTHER_ITEM", values: { held: "FRAME", ordered: "STAND" } }],
      [foreign, { code: "LINE_UNKNOWN" }],
    ] as const;
    for (const [tradeId, refusal] of cases)
      expect(await attach(pair, promise.id, tradeId)).toMatchObject({ ok: false, refusals: [refusal] });
    const listed = await world.as(pair.shop.company, async (tx) => done(await linesForPromise(tx, promise.id, null)));
    expect(listed.rows.map((row) => row.misfit?.code)).toEqual(["PROMISE_AFTER_WANTED", "PROMISE_LINE_QUANTITY"]);
    const forOther = await hold(pair, 13, { partnerId: pair.shop.customer });
    expect(await attach(pair, forOther.id, more)).toMatchObject({ refusals: [{ code: "PROMISE_LINE_OTHER_PARTNER" }] });
    expect(await attach(other, promise.id, foreign)).toMatchObject({ refusals: [{ code: "NOT_FOUND" }] });
    // Nothing was accepted on the way.
    const { rows } = await world.admin.query(
      "select state, count(*)::int from app.trade_line_face where company_id = $1 group by 1",
      [pair.shop.company.id],
    );
    expect(rows).toEqual([{ state: "placed", count: 3 }]);
  });

  test("one that ran out; a line that is made already", async () => {
    const pair = await plantPair("期限切れ工業", "100");
    const lapsed = await hold(pair, 4, { nowMs: Date.now() - 72 * 3_600_000 });
    const tradeId = await order(pair, [{ item: "FRAME", quantity: 4, wantedOn: "2026-04-10" }]);
    expect(await attach(pair, lapsed.id, tradeId)).toMatchObject({ refusals: [{ code: "PROMISE_EXPIRED" }] });
    expect(await world.as(pair.shop.company, (tx) => promisesForOrder(tx, tradeId))).toMatchObject({ rows: [] });
    const [first, second] = [await hold(pair, 4), await hold(pair, 4)];
    done(await attach(pair, first.id, tradeId));
    expect(await attach(pair, second.id, tradeId)).toMatchObject({
      refusals: [{ code: "PROMISE_LINE_PROMISED", values: { number: first.number } }],
    });
    // By the work order alone, as if somebody had made it by hand.
    await world.admin.query("update app.promise set trade_line_number = 9 where id = $1", [first.id]);
    expect(await attach(pair, second.id, tradeId)).toMatchObject({ refusals: [{ code: "PROMISE_LINE_MADE" }] });
  });
});

describe("two at once", () => {
  test("one promise for two orders, and two promises for one: one wins, the other is told", async () => {
    const pair = await plantPair("同時充当工業");
    const promise = await hold(pair, 4);
    const [one, two] = [
      await order(pair, [{ item: "FRAME", quantity: 4, wantedOn: "2026-04-10" }]),
      await order(pair, [{ item: "FRAME", quantity: 4, wantedOn: "2026-04-10" }]),
    ];
    const both = await Promise.allSettled([attach(pair, promise.id, one), attach(pair, promise.id, two)]);
    expect(both.filter((end) => end.status === "fulfilled" && end.value.ok).length).toBe(1);
    const free = both[0].status === "fulfilled" && both[0].value.ok ? two : one;
    const [left, right] = [await hold(pair, 4), await hold(pair, 4)];
    const again = await Promise.all([attach(pair, left.id, free), attach(pair, right.id, free)]);
    expect(again.filter((end) => end.ok).length).toBe(1);
    expect(again.find((end) => !end.ok)).toMatchObject({ refusals: [{ code: "PROMISE_LINE_PROMISED" }] });
    const { rows } = await world.admin.query("select count(*)::int from app.work_order where company_id = $1", [
      pair.shop.company.id,
    ]);
    expect(rows).toEqual([{ count: 2 }]);
    await expectSound(pair);
  });
});
