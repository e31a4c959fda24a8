import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CenterLotsAnswer } from "../../domain/planning/index.ts";
import { addDays } from "../../domain/shared/index.ts";
import { expectPlansFollow } from "../../tests/support/kept-plans.ts";
import { createWorld, type World } from "../../tests/support/world.ts";
import { query } from "../platform/db/index.ts";
import { answerLots, applyLots, offerLots, type WeeksQuestion } from "./capacity-lots.service.ts";
import { closeLotsWorkers } from "./capacity-lots-workers.ts";
import { done, type Factory, factoriesIn, TODAY } from "./factory.fixture.ts";
import { editPlannedOrder, restoreOrders } from "./planned-order.service.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await closeLotsWorkers();
  await world.close();
});

const { plantMaker, sell, plan, orders } = factoriesIn(() => world);
const WEEKS = 6;
/** Shafts and sleeves of bought bars on one lathe that is set up for an hour each time. */
const plantFactory = (name: string, more: Readonly<Record<string, unknown>> = {}): Promise<Factory> =>
  plantMaker(name, {
    roles: ["president", "production"],
    made: [
      { code: "SHAFT", lead_time_days: 1, holding_cost_yen_per_year: "365", ...more },
      { code: "SLEEVE", lead_time_days: 1, holding_cost_yen_per_year: "365", setup_cost_yen: 4000, ...more },
    ],
    bought: [{ code: "BAR", lead_time_days: 3 }],
    structure: [
      ["SHAFT", "BAR", "1"],
      ["SLEEVE", "BAR", "1"],
    ],
    workCenter: { code: "L1", name: "旋盤", minutes_per_day: 60 },
    routed: ["SHAFT", "SLEEVE"],
    operation: { setup_minutes: "60", run_minutes_per_unit: "4" },
  });

const asked = (more: Partial<WeeksQuestion> = {}): WeeksQuestion => ({
  ...{ weeks: WEEKS, setupYenPerHour: "6000", costs: [], keptItemIds: [] },
  ...more,
});
const offer = (factory: Factory) =>
  world.as(factory.company, async (tx) => done(await offerLots(tx, factory.workCenter, WEEKS, TODAY)));
const answer = (factory: Factory, more?: Partial<WeeksQuestion>): Promise<CenterLotsAnswer> =>
  world.as(factory.company, async (tx) => done(await answerLots(tx, factory.workCenter, asked(more), TODAY)));
const apply = (factory: Factory, seen: string, more?: Partial<WeeksQuestion>) =>
  world.as(factory.company, (tx) => applyLots(tx, factory.workCenter, { ...asked(more), seen }, TODAY));
/** Of the made items: state, item, quantity and due day. */
const made = async ({ company }: Factory) =>
  (await orders(company))
    .filter((one) => one.supply === "make")
    .map((one) => `${one.state} ${one.itemCode} ${one.quantity} ${one.dueOn}`)
    .sort();
const exceptions = ({ company }: Factory) =>
  world.as(company, (tx) =>
    query<{ kind: string }>(
      tx,
      "select e.kind from app.plan_run r join app.plan_exception e on e.company_id = $1 and e.run_id = r.id where r.company_id = $1 and r.is_current order by e.kind",
      [tx.companyId],
    ),
  );

/** The third, fourth and fifth week want five shafts and five sleeves twice each. */
async function sellParts(factory: Factory): Promise<void> {
  for (const week of [14, 21, 28])
    for (const day of [0, 1]) {
      await sell(factory, "SHAFT", "5", addDays(TODAY, week + day));
      await sell(factory, "SLEEVE", "5", addDays(TODAY, week + day + 1));
    }
  await plan(factory.company);
}

describe("a lathe is full of set-ups", () => {
  let factory: Factory;
  beforeAll(async () => {
    factory = await plantFactory("段取の多い製作所");
    await sellParts(factory);
  });

  test("what could be put together is told with its times, costs and weeks", async () => {
    const { center, items, weeks, kept } = await offer(factory);
    expect([center.code, kept]).toEqual(["L1", []]);
    expect(items).toMatchObject([
      { itemCode: "SHAFT", setupMinutes: 60, runMinutesPerUnit: 4, setupCostYen: null, holdingCostYenPerYear: "365" },
      { itemCode: "SLEEVE", setupCostYen: "4000", lotCount: 6 },
    ]);
    expect(weeks.map(({ openMinutes }) => openMinutes).reduce((sum, of) => sum + of)).toBe(12 * 80);
    expect(weeks.some(({ openMinutes, capacityMinutes }) => openMinutes > capacityMinutes)).toBe(true);
  });

  test("a question answers twice the same and writes nothing", async () => {
    const before = await made(factory);
    const first = await answer(factory);
    expect(first.after.loadMinutes.every((minutes, week) => minutes <= first.weeks[week]!.capacityMinutes)).toBe(true);
    expect([first.before.lotCount, first.after.lotCount < 6, first.gapPercent < 10]).toEqual([12, true, true]);
    expect(await answer(factory)).toEqual(first);
    expect(await made(factory)).toEqual(before);
  });

  test("an item the planner leaves stays, a cost that lacks is asked for, an unknown centre is refused", async () => {
    const sleeves = await answer(factory, { keptItemIds: [factory.items["SHAFT"]!] });
    expect(sleeves.items.map(({ itemCode }) => itemCode)).toEqual(["SLEEVE"]);
    const refusal = (more: Partial<WeeksQuestion>, center = factory.workCenter) =>
      world.as(factory.company, (tx) => answerLots(tx, center, asked(more), TODAY));
    expect(await refusal({ setupYenPerHour: null })).toMatchObject({ refusals: [{ code: "LOTS_SETUP_COST_MISSING" }] });
    expect(await refusal({}, factory.items["BAR"])).toMatchObject({ refusals: [{ code: "WORK_CENTER_UNKNOWN" }] });
  });

  test("a plan that has moved on since is refused, and nothing is written", async () => {
    const { seen } = await answer(factory);
    const [first] = (await orders(factory.company)).filter((one) => one.itemCode === "SHAFT");
    const { version, quantity, startOn, dueOn } = first!;
    const edit = { version, quantity, startOn, dueOn, partnerId: null };
    await world.as(factory.company, async (tx) => done(await editPlannedOrder(tx, first!.seq, edit)));
    expect(await apply(factory, seen)).toMatchObject({ refusals: [{ code: "LOTS_PLAN_MOVED" }] });
    await world.as(factory.company, async (tx) => done(await restoreOrders(tx, [first!.seq])));
    await expectPlansFollow(world.databases, TODAY);
    expect((await made(factory)).every((one) => one.startsWith("proposed"))).toBe(true);
  });

  test("applied, the lots are firm, what they take the place of is gone, bars follow, and nobody is told to undo it", async () => {
    const before = await exceptions(factory);
    const { seen, orders: lots } = await answer(factory);
    const applied = done(await apply(factory, seen));
    expect(applied.orders).toHaveLength(lots.length);
    await expectPlansFollow(world.databases, TODAY);
    expect(await made(factory)).toEqual(
      lots.map((lot) => `edited ${lot.itemCode} ${lot.quantity} ${lot.dueOn}`).sort(),
    );
    const bars = (await orders(factory.company)).filter((one) => one.itemCode === "BAR");
    expect(bars.reduce((sum, { quantity }) => sum + Number(quantity), 0)).toBe(60);
    expect(new Set(bars.map(({ dueOn }) => dueOn))).toEqual(new Set(lots.map(({ startOn }) => startOn)));
    expect(await exceptions(factory)).toEqual(before);
    // Asked again there is nothing left to put together.
    expect((await offer(factory)).items).toEqual([]);
    expect(await apply(factory, seen)).toMatchObject({ refusals: [{ code: "LOTS_NOTHING_CHOSEN" }] });
  });

  test("given back, the plan proposes what it proposed before", async () => {
    const firm = (await orders(factory.company)).filter((one) => one.state === "edited");
    await world.as(factory.company, async (tx) =>
      done(
        await restoreOrders(
          tx,
          firm.map(({ seq }) => seq),
        ),
      ),
    );
    await expectPlansFollow(world.databases, TODAY);
    expect(await made(factory)).toHaveLength(12);
  });
});

test("a lot too large for its week is made in two weeks, the second with a number of its own", async () => {
  const factory = await plantFactory("大口製作所");
  await sell(factory, "SHAFT", "100", addDays(TODAY, 28));
  await plan(factory.company);
  const { seen, orders: lots } = await answer(factory);
  expect(lots.length).toBeGreaterThan(1);
  expect(lots.filter(({ seq }) => seq === null)).toHaveLength(lots.length - 1);
  done(await apply(factory, seen));
  await expectPlansFollow(world.databases, TODAY);
  await sell(factory, "SLEEVE", "1", addDays(TODAY, 40));
  await expectPlansFollow(world.databases, TODAY);
  const all = (await orders(factory.company)).filter((one) => one.supply === "make");
  expect(new Set(all.map(({ seq }) => seq)).size).toBe(all.length);
  expect((await made(factory)).filter((one) => one.startsWith("edited"))).toEqual(
    lots.map((lot) => `edited SHAFT ${lot.quantity} ${lot.dueOn}`).sort(),
  );
});

test("two planners at once: one writes its lots, the other is told that the plan has moved on", async () => {
  const factory = await plantFactory("二人の計画係");
  await sellParts(factory);
  const { seen, orders: lots } = await answer(factory);
  const ends = await Promise.all([apply(factory, seen), apply(factory, seen)]);
  expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
  expect(ends.find(({ ok }) => !ok)).toMatchObject({ refusals: [{ code: "LOTS_PLAN_MOVED" }] });
  await expectPlansFollow(world.databases, TODAY);
  expect(await made(factory)).toHaveLength(lots.length);
});
