import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { createWorld, type World } from "../../tests/support/world.ts";
import { insertAll, query } from "../platform/db/index.ts";
import { announce, newId, type Tx } from "../platform/index.ts";
import { done, type Factory, factoriesIn, TODAY } from "./factory.fixture.ts";
import { answerPromise, confirmPromise, holdPromise, releasePromise } from "./promise.service.ts";
import { findPromise, settlePromises } from "./promise.store.ts";
import { withCurrentState } from "./promise-cache.ts";
import { buildState } from "./promise-state.service.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const { plantMaker } = factoriesIn(() => world);
/** Frames of two tubes each: an hour on the one machine, which works eight hours. Tubes are bought, within ten working days. */
const plantShop = (name: string): Promise<Factory> =>
  plantMaker(name, {
    made: [{ code: "FRAME", sales_price: "5000" }],
    bought: [{ code: "TUBE", lead_time_days: 10 }],
    structure: [["FRAME", "TUBE", "2"]],
    workCenter: { name: "溶接", minutes_per_day: 480 },
    routed: ["FRAME"],
    operation: { run_minutes_per_unit: "60" },
  });

function stock(tx: Tx, itemId: string, quantity: number) {
  return world.admin.query(
    "insert into app.item_stock (company_id, item_id, on_hand) values ($1, $2, $3) on conflict (company_id, item_id) do update set on_hand = excluded.on_hand",
    [tx.companyId, itemId, quantity],
  );
}

const ask = (shop: Factory, code: string, quantity: number, wantedOn = TODAY) =>
  world.as(shop.company, async (tx) =>
    done(await answerPromise(tx, { itemId: shop.items[code]!, quantity: decimal(quantity), wantedOn }, TODAY)),
  );
const hold = (
  shop: Factory,
  code: string,
  quantity: number,
  more: { hours?: number; partnerId?: string | null; nowMs?: number } = {},
) =>
  world.as(shop.company, (tx) =>
    holdPromise(
      tx,
      {
        itemId: shop.items[code]!,
        quantity: decimal(quantity),
        wantedOn: TODAY,
        partnerId: more.partnerId ?? null,
        hours: more.hours ?? 48,
        latestOn: null,
      },
      TODAY,
      more.nowMs ?? Date.now(),
    ),
  );
/** What is kept in memory and what a fresh reading finds are the same. */
async function expectCurrent(shop: Factory): Promise<void> {
  const seen = (known: Awaited<ReturnType<typeof buildState>>) => [
    known.state.items.map((one) => [one.record.code, [...one.supply.day], [...one.supply.free]]),
    known.state.centers.map((one) => [one.code, [...one.free]]),
  ];
  const [kept, fresh] = await world.as(shop.company, async (tx) => [
    await withCurrentState(tx, TODAY, null, seen),
    seen(await buildState(tx, TODAY, new Map())),
  ]);
  expect(kept).toEqual(fresh);
}

describe("a date is asked for", () => {
  test("tubes in stock, then the machine's hours; more tubes come after ten working days", async () => {
    const shop = await plantShop("問合せ工業");
    await world.as(shop.company, (tx) => stock(tx, shop.items["TUBE"]!, 40));
    expect(await ask(shop, "FRAME", 8)).toMatchObject({ readyOn: TODAY, isInTime: true });
    expect(await ask(shop, "FRAME", 20)).toMatchObject({ readyOn: "2026-04-03", binding: { code: "MAKE" } });
    expect(await ask(shop, "FRAME", 21)).toMatchObject({
      readyOn: "2026-04-17",
      binding: { code: "BUY", itemCode: "TUBE", leadTimeDays: 10 },
      alternatives: [{ kind: "split", quantity: "8", readyOn: TODAY, restReadyOn: "2026-04-16" }],
    });
  });
});

describe("a date is held", () => {
  test("what it takes is nobody else's, until it is given back or runs out", async () => {
    const shop = await plantShop("仮押さえ工業");
    await world.as(shop.company, (tx) => stock(tx, shop.items["TUBE"]!, 1000));
    const first = done(await hold(shop, "FRAME", 16));
    expect(first).toMatchObject({ state: "held", promisedOn: "2026-04-02", orders: [{ startQuantity: "16" }] });
    await expectCurrent(shop);
    expect(await ask(shop, "FRAME", 8)).toMatchObject({ binding: { code: "CAPACITY", workCenterCode: "W1" } });
    const second = done(await hold(shop, "FRAME", 8, { hours: 1, nowMs: Date.now() - 7_200_000 }));
    // It ran out an hour ago: its minutes are free, though nobody has said so.
    expect(second.state).toBe("expired");
    await expectCurrent(shop);
    const again = done(await hold(shop, "FRAME", 8));
    expect(again.promisedOn).toBe(second.promisedOn);
    await world.as(shop.company, async (tx) => done(await releasePromise(tx, first.id)));
    await expectCurrent(shop);
    expect(await ask(shop, "FRAME", 16)).toMatchObject({ readyOn: "2026-04-02" });
    const refused = await world.as(shop.company, (tx) => releasePromise(tx, first.id));
    expect(refused).toMatchObject({ ok: false, refusals: [{ code: "PROMISE_OVER" }] });
  });

  test("many at once: each has its hours, no hour is held twice", async () => {
    const shop = await plantShop("同時工業");
    await world.as(shop.company, (tx) => stock(tx, shop.items["TUBE"]!, 100));
    const held = await Promise.all(Array.from({ length: 12 }, () => hold(shop, "FRAME", 5)));
    expect(held.filter((one) => one.ok).length).toBe(12);
    const buckets = await world.admin.query(
      "select b.kind, b.held, b.free, (select sum(u.amount) from app.promise_use u join app.promise p on p.id = u.promise_id and p.state = 'held' where u.subject_id = b.subject_id and u.on_date = b.on_date) used from app.promise_bucket b where b.company_id = $1",
      [shop.company.id],
    );
    expect(buckets.rows.length).toBeGreaterThan(1);
    for (const row of buckets.rows) {
      expect(Number(row.held)).toBe(Number(row.used));
      expect(Number(row.held)).toBeLessThanOrEqual(row.kind === "capacity" ? 480 : 100);
    }
    // A hundred tubes are fifty frames; two of the twelve wait for more.
    expect(held.filter((one) => one.ok && one.value.promisedOn > "2026-04-14").length).toBe(2);
    await expectCurrent(shop);
  });

  test("no more open promises for a partner than the company allows", async () => {
    const shop = await plantShop("上限工業");
    await world.admin.query("update app.partner set promise_limit = 1 where id = $1", [shop.customer]);
    done(await hold(shop, "FRAME", 1, { partnerId: shop.customer }));
    await expect(hold(shop, "FRAME", 1, { partnerId: shop.customer })).rejects.toMatchObject({
      constraint: "promise_limit",
    });
  });
});

describe("a held date becomes orders", () => {
  test("the customer's order and the work it needs; what was held stays held by it until it is sent", async () => {
    const shop = await plantShop("受注工業");
    await world.as(shop.company, (tx) => stock(tx, shop.items["TUBE"]!, 1000));
    const promise = done(await hold(shop, "FRAME", 12, { partnerId: shop.customer }));
    const confirm = () =>
      world.as(shop.company, (tx) =>
        confirmPromise(tx, promise.id, { partnerId: null, unitPrice: "4800", outsideNumber: "K-1" }, TODAY),
      );
    const both = await Promise.allSettled([confirm(), confirm()]);
    const won = both.filter((one) => one.status === "fulfilled" && one.value.ok);
    expect(won.length).toBe(1);
    const orders = await world.as(shop.company, (tx) =>
      query<{ quantity: string; trade_id: string; number: string }>(
        tx,
        "select trim_scale(w.quantity)::text quantity, w.trade_id, f.number from app.work_order w join app.trade_line_face l on l.company_id = w.company_id and l.trade_id = w.trade_id join app.trade_face f on f.company_id = w.company_id and f.trade_id = w.trade_id where w.company_id = $1 and l.promised_on = $2",
        [shop.company.id, promise.promisedOn],
      ),
    );
    expect(orders).toMatchObject([{ quantity: "12" }]);
    await expectCurrent(shop);
    // The hours are taken once, not twice: four more fit behind the twelve, a fifth does not.
    expect(await ask(shop, "FRAME", 4)).toMatchObject({ readyOn: "2026-04-02" });
    expect(await ask(shop, "FRAME", 5)).toMatchObject({ readyOn: "2026-04-03" });
    await world.as(shop.company, async (tx) => {
      await settlePromises(tx);
    });
    const [row] = (await world.admin.query("select state from app.promise where id = $1", [promise.id])).rows;
    expect(row.state).toBe("confirmed");
    const late = await confirm();
    expect(late).toMatchObject({ ok: false, refusals: [{ code: "PROMISE_CONFIRMED" }] });
  });

  test("held at another work centre, it is made there", async () => {
    const shop = await plantShop("代替工業");
    const other = newId();
    await world.as(shop.company, async (tx) => {
      await stock(tx, shop.items["TUBE"]!, 1000);
      await insertAll(tx, "work_center", [
        { company_id: tx.companyId, id: other, code: "W2", name: "溶接2", minutes_per_day: 480 },
      ]);
      await insertAll(tx, "alternative_work_center", [
        { company_id: tx.companyId, work_center_id: shop.workCenter, alternative_id: other, time_factor: "1.5" },
      ]);
    });
    const promise = await world.as(shop.company, async (tx) =>
      done(
        await holdPromise(
          tx,
          {
            itemId: shop.items["FRAME"]!,
            quantity: decimal(8),
            wantedOn: TODAY,
            partnerId: shop.customer,
            hours: 48,
            latestOn: null,
            instead: { [shop.workCenter]: other },
          },
          TODAY,
          Date.now(),
        ),
      ),
    );
    expect(promise.promisedOn).toBe("2026-04-02");
    const input = { partnerId: null, unitPrice: "1", outsideNumber: "" };
    await world.as(shop.company, async (tx) => done(await confirmPromise(tx, promise.id, input, TODAY)));
    const { rows } = await world.admin.query(
      "select work_center_id own, at_work_center_id at, run_minutes_per_unit::float8 minutes, time_factor::float8 factor from app.work_order_operation where company_id = $1",
      [shop.company.id],
    );
    expect(rows).toEqual([{ own: shop.workCenter, at: other, minutes: 60, factor: 1.5 }]);
    await expectCurrent(shop);
  });

  test("one whose material went elsewhere is refused by the item's name, until it is there again", async () => {
    const shop = await plantShop("欠品工業");
    const tubes = (quantity: number) =>
      world.as(shop.company, async (tx) => {
        await stock(tx, shop.items["TUBE"]!, quantity);
        await announce(tx, [{ kind: "inventory.stock", subjectId: shop.items["TUBE"]! }]);
      });
    await tubes(20);
    const promise = done(await hold(shop, "FRAME", 8));
    await tubes(15);
    const input = { partnerId: shop.customer, unitPrice: "1", outsideNumber: "" };
    const confirm = () => world.as(shop.company, (tx) => confirmPromise(tx, promise.id, input, TODAY));
    expect(await confirm()).toMatchObject({
      refusals: [{ code: "PROMISE_SUPPLY_GONE", values: { number: promise.number, item: "TUBE" } }],
    });
    await tubes(16);
    done(await confirm());
    const row = await world.as(shop.company, (tx) => findPromise(tx, promise.id));
    expect(row).toMatchObject({ state: "confirmed", partnerId: shop.customer, partnerName: "C1" });
  });

  test("one that ran out is refused; another company's is not there", async () => {
    const shop = await plantShop("期限工業");
    const other = await plantShop("隣工業");
    const promise = done(
      await hold(shop, "FRAME", 1, { hours: 1, nowMs: Date.now() - 7_200_000, partnerId: shop.customer }),
    );
    const input = { partnerId: null, unitPrice: "1", outsideNumber: "" };
    expect(await world.as(shop.company, (tx) => confirmPromise(tx, promise.id, input, TODAY))).toMatchObject({
      refusals: [{ code: "PROMISE_EXPIRED" }],
    });
    expect(await world.as(other.company, (tx) => confirmPromise(tx, promise.id, input, TODAY))).toMatchObject({
      refusals: [{ code: "NOT_FOUND" }],
    });
  });
});
